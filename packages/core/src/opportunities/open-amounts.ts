import { idBounds } from '@rapport/kernel/ids'
import { type Ctx, shardOf, type Write } from '@rapport/kernel/store'
import { type OpenAmount, openAmountModel } from './model.ts'
import type { Opportunity } from './schema.ts'

/** Partitions that open deals with an amount are spread over: each takes about 1,000 writes a second. */
export const SLOTS = 8

/** Where a deal is found by its currency; nowhere when it is closed, deleted or without an amount. */
export function openAmountOf(deal: Opportunity | undefined): OpenAmount | undefined {
  if (deal?.status !== 'open' || deal.deletedAt || !deal.amount) return undefined
  return { slot: shardOf(deal.id, SLOTS), currency: deal.amount.currency, of: deal.id }
}

export function openAmountWrites(before: Opportunity | undefined, next: Opportunity): Write[] {
  const [had, has] = [openAmountOf(before), openAmountOf(next)]
  if (had?.currency === has?.currency) return []
  return [
    ...(had ? [{ delete: openAmountModel.key({ ...had }) }] : []),
    ...(has ? [{ put: openAmountModel.item(has) }] : []),
  ]
}

/** Where to look: one partition, and one currency in it or all of them. */
export interface OpenPlace {
  slot: string
  currency?: string | undefined
}

/** Open deals with an amount, by currency and age, behind the one that is named. One query, consistent. */
export async function openAmountsIn(
  { db }: Pick<Ctx, 'db'>,
  { slot, currency }: OpenPlace,
  behind: string | undefined,
  limit: number,
): Promise<{ rows: OpenAmount[]; isAll: boolean }> {
  const [low, high] = idBounds('opportunity')
  const [behindCurrency = '', behindId = ''] = behind?.split('#') ?? []
  // '!' sorts before every character that an id goes on with.
  const from = behind ? { currency: behindCurrency, of: `${behindId}!` } : { currency: currency ?? 'AAA', of: low }
  const to = { currency: currency ?? 'ZZZ', of: high }
  const range = openAmountModel.range('record', { slot }, from, to, { newestFirst: false, limit })
  const { items, more } = await db.table.query({ ...range, ConsistentRead: true })
  return { rows: items.map(openAmountModel.parse), isAll: !more }
}
