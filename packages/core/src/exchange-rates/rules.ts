import { later } from '@rapport/kernel/clock'
import { instantAt } from '@rapport/kernel/wall-time'
import type { DatedRate, ExchangeRate, Revaluation } from './schema.ts'

/** What stands beside a rate, found by its date. */
export const datedOf = ({ id, currency, corporateCurrency, date, rate }: ExchangeRate): DatedRate => ({
  currency,
  corporateCurrency,
  date,
  rate,
  of: id,
})

/** What there is one rate for. */
export const placeOf = ({ currency, corporateCurrency, date }: DatedRate): string =>
  `${currency} ${corporateCurrency} ${date}`

/** What is not said when work is due: it is the same for every change. */
export type Occasion = Pick<Revaluation, 'currencies' | 'dueAt' | 'thenAt'>

/**
 * How long after a rate has changed deals are valued by it: longer than a request runs, so that whoever still found the rate before
 * has written what came of it. Whoever keeps the settings for a batch of work runs for two minutes at most.
 */
const RATE_SETTLED_MS = 30_000
const SETTINGS_SETTLED_MS = 180_000

/**
 * When open deals are to be valued anew because the rate of a date came, went or changed: soon when that date has come, and when it
 * comes. Nothing follows from a rate that went before its date came.
 */
export function occasionOf(
  had: DatedRate | undefined,
  has: DatedRate | undefined,
  { now, today, timeZone }: { now: Date; today: string; timeZone: string },
): Occasion | undefined {
  const currencies = [...new Set([had, has].flatMap((rate) => (rate ? [rate.currency] : [])))]
  const begins = has && has.date > today ? startOf(has.date, timeZone) : undefined
  if ([had, has].every((rate) => rate === undefined || rate.date > today))
    return begins === undefined ? undefined : { currencies, dueAt: begins }
  return { currencies, dueAt: later(now, RATE_SETTLED_MS).toISOString(), thenAt: begins }
}

/** When all open deals are to be valued anew, because the organisation counts in another currency. */
export const occasionOfSettings = (now: Date): Occasion => ({
  currencies: [],
  dueAt: later(now, SETTINGS_SETTLED_MS).toISOString(),
})

/** Zones are known for this century: a rate of a later one has begun by the end of it. */
const startOf = (date: string, timeZone: string): string => {
  const known = date < '2099-01-01' ? date : '2099-01-01'
  return new Date(instantAt(timeZone, Date.parse(known))).toISOString()
}
