/** The vocabulary of `functions/manifest.ts`. Infrastructure, the local cloud and the tests read the same values. */

/** What a function may do. Spelled out as actions and resources in one place, `infra/function.ts`. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'files:read'
  | 'files:write'
  /** Letters as SES stored them. */
  | 'mail:read'
  /** Files that came with letters or were sent for cases. */
  | 'attachments:read'
  | 'attachments:write'
  | 'attachments:delete'
  | 'bus:publish'
  | 'mail:send'
  | 'users:invite'
  | 'users:manage'
  | 'users:sign-out'

export type Trigger =
  /** Every route of the route table, through one HTTP API. */
  | { kind: 'http' }
  /** Event rows as they are inserted into the table. */
  | { kind: 'stream'; batchSizeMax: number }
  | { kind: 'schedule'; everyMinutes: number }
  /** A rule on the bus feeds a queue of the function's own; slow or limited work drains it at its own pace. */
  | { kind: 'queue'; from: QueueSource; batchSizeMax: number; concurrencyMax: number }

export type QueueSource =
  /** Event types on the bus, such as `user.created`. */
  | { events: readonly string[] }
  /** What SES reports about mail: send, delivery, bounce, complaint, reject. */
  | { mailFeedback: true }
  /** Letters that SES stored for the mailbox of the deployment: where each stands. */
  | { mailInbound: true }

export interface FunctionSpec {
  /** kebab-case; also the name of the file in `functions/`. */
  name: string
  /** Path from `functions/`, without extension. The module exports `create(deps)` and `handler`. */
  entry: string
  on: Trigger
  grants: readonly Grant[]
  timeoutS: number
  memoryMb: number
  /** What breaks for whom when this fails: the text of its alarms. */
  impact: string
}
