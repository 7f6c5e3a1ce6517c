import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { date, line, recordSchema } from '@rapport/kernel/schema'
import * as z from 'zod'

/** From this date on, until the next one, one unit of `currency` is worth `rate` units of `corporateCurrency`. */
export const exchangeRateFields = {
  currency: Currency,
  /** Named in every rate: when the organisation changes its currency, old rates must not be read as rates of the new one. */
  corporateCurrency: Currency,
  date,
  rate: decimal('0.000001', '999999999999'),
  source: line(100).optional(),
}

export const ExchangeRate = recordSchema('exchangeRate', 'ExchangeRate', exchangeRateFields)
export type ExchangeRate = z.infer<typeof ExchangeRate>

/** What the rate of one date is, beside the record: found by its date, and held by one record only. */
export interface DatedRate extends Pick<ExchangeRate, 'currency' | 'corporateCurrency' | 'date' | 'rate'> {
  of: string
}

/**
 * Open deals that are to be valued anew, because a rate or our own currency has changed. It stands beside the record that says so,
 * and is due until it is done.
 */
export interface Revaluation {
  /** The rate, or the organisation. */
  of: string
  /** Another one for each change: work that was begun for the one before then ends. */
  run: string
  /** Currencies of the deals; all of them when none is named. */
  currencies: string[]
  dueAt: string
  dueSlot: string
  /** When it is to be done once more: the day on which a rate begins. */
  thenAt?: string | undefined
  /** How far it is: the place among those to go through, and the last deal there. */
  place: number
  behind?: string | undefined
}

/** An amount in the corporate currency, with the rate it was converted at. */
export const Converted = z.strictObject({ corporate: Money, rate: exchangeRateFields.rate, rateDate: date })
export type Converted = z.infer<typeof Converted>

/** Amounts in the order they were given, null where no rate is known; these are counted, and in no sum. */
export const ConvertedSum = z
  .strictObject({ total: Money, unpriced: z.int().min(0).max(100), amounts: z.array(Converted.nullable()).max(100) })
  .meta({ id: 'ConvertedSum' })
export type ConvertedSum = z.infer<typeof ConvertedSum>
