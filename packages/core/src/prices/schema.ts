import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { date, ref, slug, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Quantity } from '../quotes/schema.ts'

/** In which deal prices are asked for. */
export const dealFields = {
  currency: Currency,
  date: date.optional().meta({ description: 'Today, where the organisation is, unless told.' }),
  priceBookId: ref('priceBook')
    .optional()
    .meta({ description: "The book to use, instead of the account's or the standard one." }),
  accountId: ref('account').optional(),
  tier: slug(40).optional().meta({ description: 'That of the account unless told.' }),
  segment: slug(40).optional().meta({ description: 'That of the account unless told.' }),
  territory: slug(40).optional().meta({ description: 'That of the account unless told.' }),
}

export const PriceRequest = z
  .strictObject({ productId: ref('product'), quantity: Quantity.default('1'), ...dealFields })
  .meta({ id: 'PriceRequest' })
export type PriceRequest = z.infer<typeof PriceRequest>

export const STEPS = [
  'product.not_active',
  'book.explicit',
  'book.account',
  'book.tier',
  'book.segment',
  'book.territory',
  'book.standard',
  'tier.no_book',
  'segment.no_book',
  'territory.no_book',
  'book.none',
  'book.gone',
  'book.other_currency',
  'book.not_active',
  'book.out_of_date',
  'entry.found',
  'entry.none',
  'entry.standard_price',
  'fallback.standard',
  'fallback.none',
  'adjusted.family',
  'adjusted.book',
] as const

/** One step on the way to a price, or to none. */
export const Step = z
  .strictObject({
    step: z.enum(STEPS),
    priceBookId: ref('priceBook').optional(),
    priceBookEntryId: ref('priceBookEntry').optional(),
    minQuantity: decimal('0', '999999999999').optional(),
    percent: decimal('-99.999999', '1000').optional(),
    value: slug(40).optional().meta({ description: 'The tier, segment or territory that led to a book, or to none.' }),
    unitPrice: Money.optional().meta({ description: 'The price after this step.' }),
    /** Why entries were passed over, where none was found. */
    passedOver: z
      .strictObject({
        notActive: z.int().min(0).max(50),
        outOfDate: z.int().min(0).max(50),
        aboveQuantity: z.int().min(0).max(50),
      })
      .optional(),
  })
  .meta({ id: 'PriceStep' })
export type Step = z.infer<typeof Step>

/** The list price of one unit, which entry of which version of which book it came from, and how it was found. */
export const Price = z
  .strictObject({
    productId: ref('product'),
    quantity: Quantity,
    date,
    listPrice: Money,
    priceBookId: ref('priceBook'),
    priceBookVersion: version,
    priceBookEntryId: ref('priceBookEntry'),
    resolution: z.array(Step).min(1).max(12),
  })
  .meta({ id: 'Price' })
export type Price = z.infer<typeof Price>

/** Where a list price came from. A later change of the book changes no line: repricing does. */
export const PriceOrigin = z
  .strictObject({
    priceBookId: ref('priceBook').meta({
      description: 'The book of the deal, which may have used the standard price.',
    }),
    priceBookVersion: version,
    priceBookEntryId: ref('priceBookEntry'),
    minQuantity: Quantity.optional().meta({ description: 'From which quantity on the entry holds.' }),
    adjustmentPercent: decimal('-99.999999', '1000')
      .optional()
      .meta({ description: 'What the book changed the standard price by.' }),
    date: date.meta({ description: 'The day the price was found for.' }),
    path: z.array(z.enum(STEPS)).min(1).max(12).meta({ description: 'How it was found, step by step.' }),
  })
  .meta({ id: 'PriceOrigin' })
export type PriceOrigin = z.infer<typeof PriceOrigin>
