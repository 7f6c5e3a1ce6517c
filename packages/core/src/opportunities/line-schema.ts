import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { date, line, ref, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { LineDiscount } from '../discounts/schema.ts'
import { PriceOrigin } from '../prices/schema.ts'
import { Percentage, Quantity } from '../quotes/schema.ts'

/** Lines of one deal: they stand in one item, which DynamoDB bounds at 400 KB, and are replaced together. */
export const LINES_MAX = 90

/** What is offered, how much of it, and for how much. */
export const DealLineInput = z
  .strictObject({
    productId: ref('product').optional(),
    name: line(200).optional().meta({ description: 'That of the product unless told.' }),
    quantity: decimal('0.000001', '999999999999'),
    listPrice: Money.optional().meta({
      description:
        'For one unit, before any discount. Of a product it is what the price book of the deal says unless told.',
    }),
    discount: LineDiscount.optional(),
  })
  .meta({ id: 'DealLineInput' })
export type DealLineInput = z.infer<typeof DealLineInput>

export const DealLine = DealLineInput.extend({
  name: line(200),
  quantity: Quantity,
  listPrice: Money,
  price: PriceOrigin.optional().meta({ description: 'Absent when somebody said the price.' }),
  discountPercent: Percentage.optional().meta({ description: 'What is off the list price, also by a sales price.' }),
  gross: Money,
  net: Money,
}).meta({ id: 'DealLine' })
export type DealLine = z.infer<typeof DealLine>

export const DealLines = z
  .strictObject({
    lines: z.array(DealLine).max(LINES_MAX),
    currency: Currency.optional().meta({ description: 'Absent when there are no lines.' }),
    total: Money.optional().meta({ description: 'The sum of net: the amount of the deal.' }),
    version: version.meta({ description: 'Of the deal.' }),
  })
  .meta({ id: 'DealLines' })
export type DealLines = z.infer<typeof DealLines>

export const RepriceRequest = z
  .strictObject({
    priceBookId: ref('priceBook')
      .nullable()
      .optional()
      .meta({ description: 'Another book for the deal; null for that of the account, or the standard one.' }),
    date: date.optional().meta({ description: 'The day to find prices for: today unless told.' }),
    includesManual: z
      .boolean()
      .default(false)
      .meta({ description: 'Also replaces prices that somebody said, where the line is about a product.' }),
    dryRun: z.boolean().default(false).meta({ description: 'Says what would change, and changes nothing.' }),
  })
  .meta({ id: 'RepriceRequest' })
export type RepriceRequest = z.infer<typeof RepriceRequest>

const PricedAs = z.strictObject({ listPrice: Money, net: Money, price: PriceOrigin.optional() })

/** One line that costs something else, or costs it for another reason. */
export const LineDifference = z
  .strictObject({
    line: z.int().min(0).max(LINES_MAX).meta({ description: 'Its place among the lines, from 0.' }),
    productId: ref('product'),
    name: line(200),
    before: PricedAs,
    after: PricedAs,
  })
  .meta({ id: 'LineDifference' })
export type LineDifference = z.infer<typeof LineDifference>

export const Repricing = z
  .strictObject({
    isDryRun: z.boolean(),
    differences: z.array(LineDifference).max(LINES_MAX),
    unchanged: z.int().min(0).max(LINES_MAX).meta({ description: 'Lines that stay as they are.' }),
    manual: z.int().min(0).max(LINES_MAX).meta({ description: 'Those of them whose price somebody said.' }),
    totalBefore: Money.optional(),
    totalAfter: Money.optional(),
    version: version.meta({ description: 'Of the deal.' }),
  })
  .meta({ id: 'Repricing' })
export type Repricing = z.infer<typeof Repricing>
