import type { Place } from './layout.ts'
import { defineItem } from './model.ts'
import type { Db } from './store.ts'
import type { Item, Key } from './table.ts'

/**
 * Due work: what must happen at an instant without being asked. Whatever has some stands in the time index while it is
 * due, and leaves the index with the write that does the work: looking for what is due costs as much as is due.
 */

/** Where an item with the attributes `dueSlot`, `dueAt` (an instant) and `of` (an id) stands while it has due work. */
export const duePlace: Place = { partition: 'due#${dueSlot}', sort: '${dueAt}#${of}' }

interface DueWork {
  of: string
  dueAt: string
  dueSlot: string
}

/** Only its place in the index is used: the items found there are of any kind. */
export const dueModel = defineItem<DueWork>({
  name: 'due',
  attributes: ['of', 'dueAt', 'dueSlot'],
  record: { partition: '${of}', sort: 'due' },
  indexes: { time: duePlace },
})

/** The keys of the time index for a record that is due at an instant. */
export function dueKeys(of: string, dueAt: string, dueSlot: string): Item {
  const { timePk, timeSk } = dueModel.item({ of, dueAt, dueSlot })
  return { timePk, timeSk }
}

/** Something that is due: what it belongs to, since when, and the item that stands in the index. */
export interface DueEntry {
  of: string
  dueAt: string
  key: Key
}

/**
 * What has been due longest, at most `limit`, or what follows `behind`. One query per partition. The index follows the table, so
 * an entry may be done already: whoever works on it reads the item first and writes under its version.
 */
export async function dueEntries(
  { table, shards }: Pick<Db, 'table' | 'shards'>,
  now: Date,
  limit: number,
  behind?: DueEntry,
): Promise<DueEntry[]> {
  // '!' sorts before every character that an id goes on with, '~' behind every id.
  const from = behind ? { dueAt: behind.dueAt, of: `${behind.of}!` } : { dueAt: '0', of: '' }
  const to = { dueAt: now.toISOString(), of: '~' }
  const slots = Array.from({ length: shards }, (_, slot) => String(slot))
  const pages = await Promise.all(
    slots.map((dueSlot) => table.query(dueModel.range('time', { dueSlot }, from, to, { newestFirst: false, limit }))),
  )
  const entries = pages.flatMap(({ items }) => items.map(entryOf))
  return entries.sort((a, b) => (sortOf(a) < sortOf(b) ? -1 : 1)).slice(0, limit)
}

function entryOf({ pk, sk, timeSk }: Item): DueEntry {
  const [dueAt = '', of = ''] = String(timeSk).split('#')
  return { of, dueAt, key: { pk: String(pk), sk: String(sk) } }
}

const sortOf = ({ dueAt, of }: DueEntry): string => `${dueAt}#${of}`
