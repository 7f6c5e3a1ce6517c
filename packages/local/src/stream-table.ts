import type { Item, Table, TableWrite } from '@rapport/kernel/table'
import { TransactionRefused } from '@rapport/kernel/table'

export interface StreamTap {
  emit(events: readonly Item[]): void
  /** The same table on a way of its own: what is looked up here nobody else pays for. */
  look: Table
}

/**
 * The table, with its event rows handed on as they are committed. On AWS DynamoDB's own stream does that; here whoever writes
 * must, also when the reply to the write was lost: then the rows are looked for.
 */
export function streamTable(table: Table, { emit, look }: StreamTap): Table {
  return {
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    query: (query) => table.query(query),
    async transact(writes, token) {
      const events = writes.flatMap(eventIn)
      try {
        await table.transact(writes, token)
      } catch (error) {
        if (events.length > 0 && !(error instanceof TransactionRefused)) emit(await present(look, events))
        throw error
      }
      if (events.length > 0) emit(events)
    },
  }
}

function eventIn(write: TableWrite): Item[] {
  return 'put' in write && isEvent(write.put) ? [write.put] : []
}

export const isEvent = (item: Item): boolean => typeof item.sk === 'string' && item.sk.startsWith('evt_')

/** Which of these rows are in the table. */
async function present(table: Table, events: readonly Item[]): Promise<Item[]> {
  const keys = events.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  const found = new Set((await table.batchGet(keys)).map(({ sk }) => sk))
  return events.filter(({ sk }) => found.has(sk))
}
