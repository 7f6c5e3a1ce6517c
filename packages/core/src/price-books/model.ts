import { recordType } from '@rapport/kernel/record-type'
import { fold } from '@rapport/kernel/search'
import type { UniqueValue } from '@rapport/kernel/store'
import { PriceBook, priceBookFields } from './schema.ts'

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
