import { isDeepStrictEqual } from 'node:util'
import { exchange, type Money } from '@rapport/kernel/money'
import { dateAt } from '@rapport/kernel/wall-time'
import type { Converted } from '../exchange-rates/schema.ts'

/** What of a deal decides what it comes to in the currency of the organisation. */
export interface Convertible {
  status?: string | undefined
  closeDate: string
  closedAt?: string | undefined
  /** A patch may say half of it, which the schema refuses afterwards. */
  amount?: Partial<Money> | undefined
  converted?: Converted | undefined
}

/** What to do about the converted amount: nothing, take it away, say it at the rate of the closing, or look for a rate. */
export type Conversion =
  | { do: 'keep' }
  | { do: 'drop' }
  | { do: 'set'; converted: Converted }
  | { do: 'find'; money: Money }

/**
 * An open deal counts at the rate of today, found anew when its amount changes and for as long as there was none; when rates change, it
 * is valued anew without being asked. A closed one keeps the rate it was closed at, whatever its amount becomes; reopened, it counts like any open one.
 */
export function conversionOf(before: Convertible | undefined, wished: Convertible): Conversion {
  const money = whole(wished.amount)
  if (!money) return wished.converted ? { do: 'drop' } : { do: 'keep' }
  const isClosed = before?.status !== undefined && before.status !== 'open' && wished.status === before.status
  const isSameAmount = isDeepStrictEqual(whole(before?.amount), money)
  const frozen = before?.converted
  if (isClosed && frozen && before.amount?.currency === money.currency) {
    return isSameAmount ? { do: 'keep' } : { do: 'set', converted: atRateOf(frozen, money) }
  }
  const isSame = isSameAmount && before?.status === wished.status
  return isSame && frozen ? { do: 'keep' } : { do: 'find', money }
}

/**
 * The day whose rate counts: that of its closing for a closed deal, or its close date when it came in closed; otherwise today, which
 * is not said.
 */
export function rateDayOf(before: Convertible | undefined, wished: Convertible, zone: string): string | undefined {
  if (wished.status === 'open' || wished.closedAt === undefined) return undefined
  const closedOn = dateAt(zone, new Date(wished.closedAt))
  return before === undefined && wished.closeDate < closedOn ? wished.closeDate : closedOn
}

/** What a deal comes to is the same: at the same rate, of whatever day. */
export const isSameValue = (one: Converted | undefined, other: Converted | undefined): boolean =>
  one?.rate === other?.rate && isDeepStrictEqual(one?.corporate, other?.corporate)

/** The same rate for another amount of the same currency. */
const atRateOf = ({ corporate, rate, rateDate }: Converted, money: Money): Converted => ({
  corporate: exchange(money, rate, corporate.currency),
  rate,
  rateDate,
})

const whole = (money: Partial<Money> | undefined): Money | undefined =>
  money?.amount === undefined || money.currency === undefined
    ? undefined
    : { amount: money.amount, currency: money.currency }
