import { conflict, unprocessable } from '@rapport/kernel/errors'
import { addUp, exchange, type Money } from '@rapport/kernel/money'
import { records } from '@rapport/kernel/records'
import { type Ctx, read, type Write } from '@rapport/kernel/store'
import { getOrganisation, today } from '../organisation/service.ts'
import { datedRateModel, exchangeRateType } from './model.ts'
import { revaluationWrite } from './revaluation.ts'
import { datedOf, occasionOf, placeOf } from './rules.ts'
import type { Converted, ConvertedSum, DatedRate, ExchangeRate } from './schema.ts'

export const ExchangeRates = records<ExchangeRate>(exchangeRateType, async (ctx, { before, next }) => {
  if (next.currency === next.corporateCurrency) throw sameCurrency()
  const had = before && !before.deletedAt ? datedOf(before) : undefined
  const has = next.deletedAt ? undefined : datedOf(next)
  const revalued = await revaluationWrites(ctx, next.id, had, has)
  return { writes: [...freed(had, has), ...(has ? [await claimed(ctx, has)] : []), ...revalued] }
})

/**
 * An amount in the organisation's currency, at the latest rate that is not after `date` (today unless told). Undefined when there is
 * none: such an amount is counted as unpriced, and is never 0. One request, none in the same currency.
 */
export async function convert(ctx: Ctx, money: Money, date?: string): Promise<Converted | undefined> {
  return (await convertAll(ctx, [{ money, date }]))[0]
}

export interface DatedMoney {
  money: Money
  /** Today, where the organisation is, unless told. */
  date?: string | undefined
}

/** The same for many: one request for each currency and date that differ. */
export async function convertAll(ctx: Ctx, given: readonly DatedMoney[]): Promise<(Converted | undefined)[]> {
  const { corporateCurrency } = await getOrganisation(ctx)
  const now = await today(ctx)
  const rates = new Map<string, Promise<DatedRate | undefined>>()
  const rateOf = (currency: string, date: string): Promise<DatedRate | undefined> => {
    const name = `${currency} ${date}`
    const rate = rates.get(name) ?? latestRate(ctx, currency, corporateCurrency, date)
    rates.set(name, rate)
    return rate
  }
  return Promise.all(
    given.map(async ({ money, date = now }) => {
      if (money.currency === corporateCurrency) return { corporate: money, rate: '1', rateDate: date }
      const found = await rateOf(money.currency, date)
      return (
        found && { corporate: exchange(money, found.rate, corporateCurrency), rate: found.rate, rateDate: found.date }
      )
    }),
  )
}

/** The sum of amounts in several currencies, with what it is made of and how many amounts are not in it. */
export async function sumUp(ctx: Ctx, amounts: readonly Money[], date?: string): Promise<ConvertedSum> {
  const { corporateCurrency } = await getOrganisation(ctx)
  const converted = await convertAll(
    ctx,
    amounts.map((money) => ({ money, date })),
  )
  const priced = converted.filter((one) => one !== undefined)
  return {
    total: { amount: addUp(priced.map(({ corporate }) => corporate.amount)), currency: corporateCurrency },
    unpriced: converted.length - priced.length,
    amounts: converted.map((one) => one ?? null),
  }
}

async function latestRate(
  { db }: Ctx,
  currency: string,
  corporateCurrency: string,
  date: string,
): Promise<DatedRate | undefined> {
  const newest = { newestFirst: true, limit: 1 }
  const range = datedRateModel.range('record', { currency, corporateCurrency }, { date: '0' }, { date }, newest)
  const { items } = await db.table.query({ ...range, ConsistentRead: true })
  return items[0] && datedRateModel.parse(items[0])
}

/** Rates to another currency than our own value nothing. */
async function revaluationWrites(
  ctx: Ctx,
  of: string,
  had: DatedRate | undefined,
  has: DatedRate | undefined,
): Promise<Write[]> {
  const { corporateCurrency, timeZone } = await getOrganisation(ctx)
  const ours = (rate: DatedRate | undefined) => (rate?.corporateCurrency === corporateCurrency ? rate : undefined)
  const occasion = occasionOf(ours(had), ours(has), { now: ctx.now, today: await today(ctx), timeZone })
  return occasion ? [revaluationWrite(ctx, of, occasion)] : []
}

/** Read first, so that the rate in the way can be named; the condition holds against whoever is faster than that. */
async function claimed(ctx: Ctx, row: DatedRate): Promise<Write> {
  const holder = await read(ctx, datedRateModel, { ...row })
  if (holder && holder.of !== row.of) {
    throw conflict('exchangeRate.date_taken', `There is a rate of ${row.currency} for ${row.date} already.`, {
      conflictingId: holder.of,
    })
  }
  return { put: datedRateModel.item(row), condition: { absentOrEquals: { of: row.of } } }
}

function freed(had: DatedRate | undefined, has: DatedRate | undefined): Write[] {
  if (!had || (has && placeOf(has) === placeOf(had))) return []
  return [{ delete: datedRateModel.key({ ...had }), condition: { equals: { of: had.of } } }]
}

const sameCurrency = () =>
  unprocessable('exchangeRate.same_currency', 'A rate is between two currencies.', [
    { pointer: '/currency', code: 'exchangeRate.same_currency', message: 'is the corporate currency' },
  ])
