import { epochS } from '@rapport/kernel/clock'
import {
  type Item,
  type Key,
  type Table,
  type TableWrite,
  TransactionRefused,
  tableDefinition,
} from '@rapport/kernel/table'

export interface ExpiringTable {
  table: Table
  /** Deletes what was written with an expiry that has passed; answers how many items. */
  sweep(now: Date): Promise<number>
}

/** Remembered at most; older ones simply stay, as they may on AWS. */
const REMEMBERED_MAX = 20_000

/**
 * Does what DynamoDB's time-to-live does, for what this process wrote: the local engine never deletes, and looking for expired
 * items would mean to read the whole table. Code must not depend on it: an expired item that is still there counts as gone.
 */
export function expiringTable(table: Table, behind: Table): ExpiringTable {
  const expiring = new Map<string, Expiring>()

  function remember(write: TableWrite): void {
    const entry = 'put' in write ? expiringOf(write.put) : undefined
    if (!entry) return
    expiring.set(`${entry.key.pk}\n${entry.key.sk}`, entry)
    const oldest = expiring.keys().next().value
    if (expiring.size > REMEMBERED_MAX && oldest !== undefined) expiring.delete(oldest)
  }

  return {
    table: {
      get: (key) => table.get(key),
      batchGet: (keys) => table.batchGet(keys),
      query: (query) => table.query(query),
      async transact(writes, token) {
        await table.transact(writes, token)
        writes.forEach(remember)
      },
    },
    async sweep(now) {
      let swept = 0
      for (const [name, { key, expiresAt }] of expiring) {
        if (expiresAt >= epochS(now)) continue
        expiring.delete(name)
        // Only this expiry: the item may have been written anew, with another or with none.
        const gone = { delete: key, condition: { equals: { [tableDefinition.timeToLive]: expiresAt } } }
        swept += await behind.transact([gone], crypto.randomUUID()).then(() => 1, ignoreRefusal)
      }
      return swept
    },
  }
}

interface Expiring {
  key: Key
  expiresAt: number
}

function expiringOf(item: Item): Expiring | undefined {
  const { pk, sk, [tableDefinition.timeToLive]: expiresAt } = item
  if (typeof pk !== 'string' || typeof sk !== 'string' || typeof expiresAt !== 'number') return undefined
  return { key: { pk, sk }, expiresAt }
}

function ignoreRefusal(error: unknown): 0 {
  if (error instanceof TransactionRefused) return 0
  throw error
}
