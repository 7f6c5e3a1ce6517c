import { canonical } from '@rapport/kernel/decimal'
import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { externalIdGuards } from '../shared/rules.ts'
import { PriceBookEntry, type PriceRow, priceBookEntryFields } from './schema.ts'

export const priceBookEntryType = recordType<PriceBookEntry>({
  kind: 'priceBookEntry',
  plural: 'price-book-entries',
  name: 'PriceBookEntry',
  schema: PriceBookEntry,
  fields: priceBookEntryFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  parent: 'priceBookId',
  unique: (entry) => externalIdGuards('priceBookEntry', entry.externalIds),
  derive: (entry) => ({ ...entry, minQuantity: canonical(entry.minQuantity) }),
})

/**
 * All entries of a product in a book in one item, written with each of them. Its key is known from product and book, so what a
 * product costs is one consistent read, and what ninety lines cost is two requests for all of them; a query on an index would be one
 * request per line, and late. It stands in the product's partition: all books of a product are one query. It also orders writers,
 * so two entries for the same quantity and time cannot both get in.
 */
export const priceRowModel = defineItem<PriceRow>({
  name: 'price-row',
  attributes: ['productId', 'priceBookId', 'revision', 'tiers'],
  record: { partition: '${productId}', sort: 'prices#${priceBookId}' },
})
