import { HOUR_MS, later } from '@rapport/kernel/clock'
import { eventModel, hourOf } from '@rapport/kernel/events'
import { idBounds, instantOf, lowestIdAt } from '@rapport/kernel/ids'
import { BATCH_KEYS_MAX, type Item, type Key, type Table } from '@rapport/kernel/table'

export interface TimeIndex {
  table: Table
  /** Partitions an hour of events is spread over. */
  shards: number
}

/** Event rows from an instant on, oldest first. */
export async function* eventsSince({ table, shards }: TimeIndex, since: Date, now: Date): AsyncGenerator<Item> {
  for (let hour = since; hourOf(hour) <= hourOf(now); hour = later(hour, HOUR_MS)) {
    const items = await eventsOf({ table, shards }, hourOf(hour))
    yield* items.filter(({ sk }) => instantOf(String(sk)) >= since)
  }
}

/** The latest event rows, newest first, of the hours back to `since` at most. */
export async function latestEvents(index: TimeIndex, limit: number, since: Date, now: Date): Promise<Item[]> {
  const latest: Item[] = []
  for (let hour = now; hourOf(hour) >= hourOf(since) && latest.length < limit; hour = later(hour, -HOUR_MS)) {
    latest.push(...(await eventsOf(index, hourOf(hour))).reverse())
  }
  return latest.slice(0, limit)
}

/** All event rows of an hour, in order. The index has their keys only, so the rows are fetched by these. */
async function eventsOf({ table, shards }: TimeIndex, hour: string): Promise<Item[]> {
  const slots = Array.from({ length: shards }, (_, slot) => String(slot))
  const keys = (await Promise.all(slots.map((slot) => keysOf(table, hour, slot)))).flat()
  keys.sort((a, b) => (a.sk < b.sk ? -1 : 1))
  const items: Item[] = []
  for (let i = 0; i < keys.length; i += BATCH_KEYS_MAX)
    items.push(...(await table.batchGet(keys.slice(i, i + BATCH_KEYS_MAX))))
  return items.sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))
}

async function keysOf(table: Table, hour: string, slot: string): Promise<Key[]> {
  const keys: Key[] = []
  let from = lowestIdAt('event', new Date(`${hour}:00:00Z`))
  for (;;) {
    const query = eventModel.range(
      'time',
      { hour, slot },
      { id: from },
      { id: idBounds('event')[1] },
      { newestFirst: false, limit: 1_000 },
    )
    const { items, more } = await table.query(query)
    // A page that goes on begins with the last key of the one before.
    keys.push(
      ...items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })).filter(({ sk }) => sk !== keys.at(-1)?.sk),
    )
    const last = keys.at(-1)
    if (!more || !last) return keys
    from = last.sk
  }
}
