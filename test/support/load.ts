import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { projectionOf } from '@rapport/core/search/service'
import { eventModel, hourOf, type StoredEvent } from '@rapport/kernel/events'
import { createIds, instantOf, type Kind } from '@rapport/kernel/ids'
import { type RecordType, toItem } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import { projectionWrites } from '@rapport/kernel/search'
import { shardOf } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'

/** Writes per BatchWriteItem. */
const BATCH = 25

/** Fills a table past the API, with the very items the API would have written, search tokens and event included. */
export const load = <T extends RecordBase>(
  client: DynamoDBClient,
  tableName: string,
  type: RecordType<T>,
  records: Iterable<T>,
  shards = 1,
): Promise<number> => fill(client, tableName, allItems(type, records, shards))

function* allItems<T extends RecordBase>(type: RecordType<T>, records: Iterable<T>, shards: number): Generator<Item> {
  for (const record of records) yield* itemsOf(type, record, shards)
}

/** Puts items as they are; answers how many. */
export async function fill(client: DynamoDBClient, tableName: string, items: Iterable<Item>): Promise<number> {
  let batch: Item[] = []
  let count = 0
  const running = new Set<Promise<unknown>>()
  const flush = async () => {
    const RequestItems = {
      [tableName]: batch.map((item) => ({ PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) } })),
    }
    batch = []
    const sent = client.send(new BatchWriteItemCommand({ RequestItems })).finally(() => running.delete(sent))
    running.add(sent)
    if (running.size >= 8) await Promise.race(running)
  }
  for (const item of items) {
    batch.push(item)
    count++
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await Promise.all(running)
  return count
}

const random = (size: number) => new Uint8Array(size).map(() => Math.floor(Math.random() * 256))

function itemsOf<T extends RecordBase>(type: RecordType<T>, record: T, shards: number): Item[] {
  const projected = projectionWrites(undefined, projectionOf(type as unknown as RecordType, record))
  const id = createIds(() => instantOf(record.id), random).next('event')
  const event: StoredEvent = {
    id,
    type: `${type.kind}.created`,
    subject: { id: record.id, kind: type.kind },
    at: record.createdAt,
    actor: { type: 'system', id: 'load' },
    requestId: 'load',
    txId: 'load',
    seq: 0,
    version: 1,
    changed: ['id'],
    schemaVersion: 1,
    timelineOf: record.id,
    hour: hourOf(instantOf(id)),
    slot: shardOf(id, shards),
  }
  return [
    toItem(type, record, shards),
    eventModel.item(event),
    ...projected.flatMap((write) => ('put' in write ? [write.put] : [])),
  ]
}

/** The envelope of a loaded record. */
export const envelope = (
  kind: Kind,
  ids: ReturnType<typeof createIds>,
  ownerId: string,
  teamId: string | undefined,
  at: Date,
) => ({
  id: ids.next(kind),
  version: 1,
  createdAt: at.toISOString(),
  createdBy: ownerId,
  updatedAt: at.toISOString(),
  updatedBy: ownerId,
  ownerId,
  ...(teamId ? { teamId } : {}),
  visibility: 'team' as const,
})
