import { isDeepStrictEqual } from 'node:util'
import { exchange, type Money } from '@rapport/kernel/money'
import type { Converted } from '../exchange-rates/schema.ts'

/** What of a deal decides what it comes to in the currency of the organisation. */
export interface Convertible {
  status?: string | undefined
  closeDate: string
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
 * An open deal counts at the rate of its close date, found anew when amount or date change and for as long as there was none. A
 * closed one keeps the rate it was closed at, whatever its amount becomes; reopened, it counts like any open one.
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
  const isSame = isSameAmount && before?.closeDate === wished.closeDate && before.status === wished.status
  return isSame && frozen ? { do: 'keep' } : { do: 'find', money }
}

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
