import { unprocessable } from '@rapport/kernel/errors'
import type { PriceBook } from './schema.ts'

/** Throws unprocessable when a book would end before it begins, or its prices would be in another currency than they are. */
export function refuseBook(before: PriceBook | undefined, { currency, validFrom, validUntil }: PriceBook): void {
  if (before && before.currency !== currency) {
    throw refusal('currency', 'priceBook.currency_fixed', 'stays: the prices in the book are in it')
  }
  if (validFrom !== undefined && validUntil !== undefined && validUntil < validFrom) {
    throw refusal('validUntil', 'priceBook.dates', 'lies before validFrom')
  }
}

/** Whether a date lies between two, both included; what is not said is open. */
export const isValidOn = (
  { validFrom = '', validUntil = '~' }: { validFrom?: string | undefined; validUntil?: string | undefined },
  date: string,
): boolean => validFrom <= date && date <= validUntil

const refusal = (field: string, code: string, message: string) =>
  unprocessable(code, `A price book cannot be kept so: ${field} ${message}.`, [{ pointer: `/${field}`, code, message }])
