import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { type Runtime, runtime } from './context.ts'
import type { Deps } from './deps.ts'

/** Handles the body of one message. Throwing puts the message back; after five times it is left in the dead-letter queue. */
export type MessageWork = (runtime: Runtime, body: unknown) => Promise<void>

/** A consumer of a queue. Messages succeed or fail each on its own: one bad message repeats no other. */
export function queueHandler(deps: Deps, work: MessageWork) {
  const rt = runtime(deps)
  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const failures = await Promise.all(
      Records.map(async ({ body, messageId }) => {
        try {
          await work(rt, JSON.parse(body))
          return []
        } catch (error) {
          deps.log.error('message.failed', { requestId: messageId }, error)
          return [{ itemIdentifier: messageId }]
        }
      }),
    )
    return { batchItemFailures: failures.flat() }
  }
}
