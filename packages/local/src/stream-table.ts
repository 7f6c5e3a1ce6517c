import type { Item, Table, TableWrite } from '@rapport/kernel/table'
import { TransactionRefused } from '@rapport/kernel/table'

/** How often the table is asked whether a transaction without an answer took place. */
const ASKS_MAX = 5

/**
 * The table, with its event rows handed on as they are committed. On AWS DynamoDB's own stream does that; here whoever writes
 * must, also when the reply to the write was lost: then the rows are looked for.
 */
export function streamTable(table: Table, emit: (events: readonly Item[]) => void): Table {
  return {
    get: (key) => table.get(key),
    batchGet: (keys) => table.batchGet(keys),
    query: (query) => table.query(query),
    async transact(writes, token) {
      const events = writes.flatMap(eventIn)
      try {
        await table.transact(writes, token)
      } catch (error) {
        if (events.length > 0 && !(error instanceof TransactionRefused)) emit(await present(table, events))
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
  for (let ask = 1; ; ask++) {
    try {
      const found = new Set((await table.batchGet(keys)).map(({ sk }) => sk))
      return events.filter(({ sk }) => found.has(sk))
    } catch (error) {
      if (ask >= ASKS_MAX) throw error
    }
  }
}
