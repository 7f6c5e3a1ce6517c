import { compare, exact } from '@rapport/kernel/decimal'
import { CrmError, conflict, type Issue, unprocessable } from '@rapport/kernel/errors'
import type { PriceBook } from '../price-books/schema.ts'
import type { PriceBookEntry, Tier } from './schema.ts'

/** Entries of one product in one book: they are kept in one item. */
export const TIERS_MAX = 50

/** Throws unprocessable when an entry names no price, or one that its book cannot have. */
export function refuseEntry(entry: PriceBookEntry, book: Pick<PriceBook, 'currency' | 'isStandard'>): void {
  const { unitPrice, useStandardPrice, validFrom, validUntil } = entry
  const issues = [
    ...((unitPrice === undefined) === useStandardPrice
      ? []
      : [issue('unitPrice', 'priceBookEntry.price', 'is needed, or useStandardPrice instead')]),
    ...(unitPrice && unitPrice.currency !== book.currency
      ? [issue('unitPrice', 'money.other_currency', `must be in ${book.currency}`)]
      : []),
    ...(unitPrice && unitPrice.amount < 0 ? [issue('unitPrice', 'money.negative', 'must not be below 0')] : []),
    ...(useStandardPrice && book.isStandard
      ? [issue('useStandardPrice', 'priceBookEntry.price', 'needs a standard price, which this very book says')]
      : []),
    ...(validFrom !== undefined && validUntil !== undefined && validUntil < validFrom
      ? [issue('validUntil', 'priceBookEntry.dates', 'lies before validFrom')]
      : []),
  ]
  const [first] = issues
  if (first)
    throw unprocessable(first.code, `A price cannot be kept so: ${first.pointer.slice(1)} ${first.message}.`, issues)
}

/** Throws unprocessable when an entry would become one of another product or book. */
export function refuseMove(before: PriceBookEntry, next: PriceBookEntry): void {
  const moved = (['priceBookId', 'productId'] as const).filter((field) => before[field] !== next[field])
  if (moved.length === 0) return
  const issues = moved.map((field) => issue(field, 'priceBookEntry.fixed', 'stays; make another entry'))
  throw unprocessable('priceBookEntry.fixed', 'An entry stays with its product and its book.', issues)
}

/** The tiers with this entry among them, as it is now. Throws conflict when another one is for the same quantity and time. */
export function withEntry(tiers: readonly Tier[], entry: PriceBookEntry): Tier[] {
  const tier = tierOf(entry)
  const others = withoutEntry(tiers, entry.id)
  const same = others.find((other) => other.minQuantity === tier.minQuantity && other.validFrom === tier.validFrom)
  if (same) {
    throw conflict(
      'priceBookEntry.tier_taken',
      'The book has a price of this product for the same quantity and time already.',
      { conflictingId: same.id },
    )
  }
  if (others.length >= TIERS_MAX) {
    throw new CrmError('conflict', 'priceBookEntry.too_many', `A product has at most ${TIERS_MAX} entries in a book.`)
  }
  return inOrder([...others, tier])
}

export const withoutEntry = (tiers: readonly Tier[], id: string): Tier[] => tiers.filter((tier) => tier.id !== id)

/** Smallest quantity first, then oldest first. */
export const inOrder = (tiers: readonly Tier[]): Tier[] =>
  [...tiers].sort(
    (a, b) =>
      compare(exact(a.minQuantity), exact(b.minQuantity)) ||
      order(a.validFrom ?? '', b.validFrom ?? '') ||
      order(a.id, b.id),
  )

export function tierOf(entry: PriceBookEntry): Tier {
  const { id, minQuantity, unitPrice, useStandardPrice, isActive, validFrom, validUntil } = entry
  return {
    id,
    minQuantity,
    ...(unitPrice ? { unitPrice } : {}),
    useStandardPrice,
    isActive,
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
  }
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const issue = (field: string, code: string, message: string): Issue => ({ pointer: `/${field}`, code, message })
