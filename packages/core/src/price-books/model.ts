import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { fold } from '@rapport/kernel/search'
import type { UniqueValue } from '@rapport/kernel/store'
import { type AudienceRow, PriceBook, priceBookFields } from './schema.ts'

export const priceBookType = recordType<PriceBook>({
  kind: 'priceBook',
  plural: 'price-books',
  name: 'PriceBook',
  schema: PriceBook,
  fields: priceBookFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  unique: (book) => [
    { scope: 'priceBook.name', value: fold(book.name) },
    ...(book.isStandard && book.isActive ? [standardOf(book.currency)] : []),
  ],
  search: (book) => ({ words: [book.name] }),
})

/** The guard that keeps a currency from having two standard books, and finds the one it has. */
export const standardOf = (currency: string): UniqueValue => ({ scope: 'priceBook.standard', value: currency })

/**
 * Written with the book, while it is in use. All books for a tier, a segment or a territory in a currency stand in one partition of
 * the table itself, so which one counts is one consistent query.
 */
export const audienceModel = defineItem<AudienceRow>({
  name: 'book-audience',
  attributes: ['by', 'value', 'currency', 'priceBookId', 'validFrom', 'validUntil'],
  record: { partition: 'books#${by}#${value}#${currency}', sort: '${priceBookId}' },
})
