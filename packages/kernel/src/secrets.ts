import type { Random } from './clock.ts'
import { defineItem } from './model.ts'
import { type Table, TransactionRefused } from './table.ts'

interface SigningKey {
  name: string
  key: string
}

export const signingKeyModel = defineItem<SigningKey>({
  name: 'signing-key',
  attributes: ['name', 'key'],
  record: { partition: 'secret#${name}', sort: 'signing-key' },
})

const KEY_BYTES = 32

/**
 * The key that signs cursors and links. It lives in the table, encrypted at rest like everything in it, so that no function
 * needs another service to start; whoever is first makes it.
 */
export function signingKeys(table: Table, random: Random): () => Promise<Uint8Array> {
  let known: Promise<Uint8Array> | undefined
  return () => {
    known ??= findOrMake(table, random).catch((error) => {
      known = undefined
      throw error
    })
    return known
  }
}

async function findOrMake(table: Table, random: Random): Promise<Uint8Array> {
  const found = await find(table)
  if (found) return found
  const made: SigningKey = { name: 'cursor', key: Buffer.from(random(KEY_BYTES)).toString('base64url') }
  try {
    await table.transact(
      [{ put: signingKeyModel.item(made), condition: { absent: true } }],
      Buffer.from(random(16)).toString('hex'),
    )
  } catch (error) {
    if (!(error instanceof TransactionRefused)) throw error
  }
  const kept = await find(table)
  if (!kept) throw new Error('The signing key could not be stored.')
  return kept
}

async function find(table: Table): Promise<Uint8Array | undefined> {
  const item = await table.get(signingKeyModel.key({ name: 'cursor' }))
  return item ? Buffer.from(signingKeyModel.parse(item).key, 'base64url') : undefined
}
