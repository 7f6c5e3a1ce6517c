import { unmarshall } from '@aws-sdk/util-dynamodb'
import { parseEvent, type StoredEvent } from '@rapport/kernel/events'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { type Runtime, runtime } from './context.ts'
import type { Deps } from './deps.ts'

/** Works on event rows in their order and answers the ids of those that failed. */
export type StreamWork = (runtime: Runtime, events: readonly StoredEvent[]) => Promise<ReadonlySet<string>>

/**
 * A consumer of the table's stream. The mapping delivers inserted event rows only; the first failed one is reported, and the
 * stream begins there again, so the order per shard is kept and what came before is not repeated.
 */
export function streamHandler(deps: Deps, work: StreamWork) {
  const rt = runtime(deps)
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const rows = Records.flatMap((record) => {
      const event = eventIn(record)
      return event ? [{ event, at: record.dynamodb?.SequenceNumber ?? '' }] : []
    })
    const failed = await work(
      rt,
      rows.map(({ event }) => event),
    )
    const first = rows.find(({ event }) => failed.has(event.id))
    return { batchItemFailures: first ? [{ itemIdentifier: first.at }] : [] }
  }
}

function eventIn({ eventName, dynamodb }: DynamoDBRecord): StoredEvent | undefined {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return undefined
  const item = unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0])
  const isNews = String(item.sk).startsWith('evt_') && item.loaded !== true
  return isNews ? parseEvent(item) : undefined
}
