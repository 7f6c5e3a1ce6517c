import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { line, ref, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { LineDiscount } from '../discounts/schema.ts'
import { Quantity } from '../quotes/schema.ts'

/** Lines of one deal: they stand in one item, which DynamoDB bounds at 400 KB, and are replaced together. */
export const LINES_MAX = 90

/** What is offered, how much of it, and for how much. */
export const DealLineInput = z
  .strictObject({
    productId: ref('product').optional(),
    name: line(200).optional().meta({ description: 'That of the product unless told.' }),
    quantity: decimal('0.000001', '999999999999'),
    listPrice: Money.meta({ description: 'For one unit, before any discount.' }),
    discount: LineDiscount.optional(),
  })
  .meta({ id: 'DealLineInput' })
export type DealLineInput = z.infer<typeof DealLineInput>

export const DealLine = DealLineInput.extend({ name: line(200), quantity: Quantity, gross: Money, net: Money }).meta({
  id: 'DealLine',
})
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
