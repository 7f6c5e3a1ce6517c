import { unprocessable } from '@rapport/kernel/errors'
import type { Audience, AudienceRow, PriceBook } from './schema.ts'

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

/** Books in use for one value in one currency. */
export const BOOKS_PER_VALUE_MAX = 50

/** What stands beside a book: a row for each value it is for, none while it is out of use. */
export function audienceRows(book: PriceBook): AudienceRow[] {
  if (!book.isActive || book.deletedAt !== undefined) return []
  const { id: priceBookId, currency, validFrom, validUntil } = book
  const rows = (by: Audience, values: readonly string[] = []): AudienceRow[] =>
    values.map((value) => ({
      by,
      value,
      currency,
      priceBookId,
      ...(validFrom === undefined ? {} : { validFrom }),
      ...(validUntil === undefined ? {} : { validUntil }),
    }))
  return [...rows('tier', book.tiers), ...rows('segment', book.segments), ...rows('territory', book.territories)]
}

/**
 * The book for a value on a date: of those that hold then the one that does since the latest, then the newest. When all that were
 * are over, the one that was last: it says itself whether the standard price takes its place. One that is yet to begin is no book.
 */
export function bookOn(rows: readonly AudienceRow[], date: string): string | undefined {
  const holding = rows.filter((row) => isValidOn(row, date))
  const over = rows.filter(({ validUntil }) => validUntil !== undefined && validUntil < date)
  const rankOf = ({ validFrom = '', validUntil = '~', priceBookId }: AudienceRow): string =>
    [...(holding.length > 0 ? [] : [validUntil]), validFrom.padEnd(10), priceBookId].join(' ')
  const ranked = [...(holding.length > 0 ? holding : over)].sort((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1))
  return ranked[0]?.priceBookId
}

const refusal = (field: string, code: string, message: string) =>
  unprocessable(code, `A price book cannot be kept so: ${field} ${message}.`, [{ pointer: `/${field}`, code, message }])
