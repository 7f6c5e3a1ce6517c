import { defineItem } from './model.ts'
import { type Ctx, shardOf, type Write } from './store.ts'
import type { Item } from './table.ts'

/**
 * Totals that are kept up to date as records change, so that no reader ever counts. Each record's part stands beside it, with the
 * version it came from; the part and the difference it makes to the totals are written in one transaction. So a repeated, late or
 * overtaken event adds nothing, and the totals can be recounted from the records at any time.
 */

/** What one record adds to one total. */
export interface Contribution {
  /** Name of the total: ids, enums and dates joined by `#`. */
  rollup: string
  /** Whole numbers by name; names are letters, digits and `_`. */
  values: Readonly<Record<string, number>>
}

/** Totals one record may add to: twice as many and the record's part fit one transaction. */
export const CONTRIBUTIONS_MAX = 40

export interface Contributed {
  of: string
  kind: string
  version: number
  contributions: Contribution[]
}

export const contributedModel = defineItem<Contributed>({
  name: 'contributed',
  attributes: ['of', 'kind', 'version', 'contributions'],
  record: { partition: '${of}', sort: 'contributed' },
})

interface Total {
  rollup: string
  slot: string
}

/** A part of a total: records are spread over `shards` of them, so that many can change at once. */
export const totalModel = defineItem<Total>({
  name: 'total',
  attributes: ['rollup', 'slot'],
  record: { partition: 'total#${rollup}#${slot}', sort: 'total' },
})

/** Numbers stand beside the attributes under names of their own. */
const PREFIX = 'n_'

/** The writes that bring the totals from what a record added before to what it adds now. They hold only while `before` is what was added last. */
export function rollupWrites(before: Contributed | undefined, next: Contributed, shards: number): Write[] {
  const slot = shardOf(next.of, shards)
  const differences = [...differenceOf(before?.contributions ?? [], next.contributions)]
  return [
    {
      put: contributedModel.item(next),
      condition: before ? { equals: { version: before.version } } : { absent: true },
    },
    ...differences.map(([rollup, by]) => ({ add: totalModel.item({ rollup, slot }), by: prefixed(by) })),
  ]
}

function differenceOf(
  before: readonly Contribution[],
  next: readonly Contribution[],
): Map<string, Record<string, number>> {
  const changes = new Map<string, Record<string, number>>()
  const count = ({ rollup, values }: Contribution, sign: 1 | -1): void => {
    const change = changes.get(rollup) ?? {}
    for (const [name, value] of Object.entries(values)) change[name] = (change[name] ?? 0) + sign * value
    changes.set(rollup, change)
  }
  for (const contribution of before) count(contribution, -1)
  for (const contribution of next) count(contribution, 1)
  return new Map(
    [...changes].flatMap(([rollup, change]) => {
      const moved = Object.entries(change).filter(([, by]) => by !== 0)
      return moved.length > 0 ? [[rollup, Object.fromEntries(moved)]] : []
    }),
  )
}

/** The totals by name; a name nothing was added to has no entry. Consistent. One request per 100 parts. */
export async function readTotals(
  { db }: Pick<Ctx, 'db'>,
  rollups: readonly string[],
): Promise<Map<string, Record<string, number>>> {
  const slots = Array.from({ length: db.shards }, (_, slot) => String(slot))
  const keys = [...new Set(rollups)].flatMap((rollup) => slots.map((slot) => totalModel.key({ rollup, slot })))
  const totals = new Map<string, Record<string, number>>()
  for (let at = 0; at < keys.length; at += 100) {
    for (const item of await db.table.batchGet(keys.slice(at, at + 100))) {
      const { rollup } = totalModel.parse(item)
      totals.set(rollup, sum(totals.get(rollup) ?? {}, numbersOf(item)))
    }
  }
  return totals
}

/** The numbers of one part of a total. */
export const numbersOf = (item: Item): Record<string, number> =>
  Object.fromEntries(
    Object.entries(item).flatMap(([name, value]) =>
      name.startsWith(PREFIX) ? [[name.slice(PREFIX.length), Number(value)]] : [],
    ),
  )

function sum(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const all = { ...a }
  for (const [name, value] of Object.entries(b)) all[name] = (all[name] ?? 0) + value
  return all
}

const prefixed = (values: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${PREFIX}${name}`, value]))
