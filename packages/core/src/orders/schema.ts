import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { date, line, recordSchema, ref, text, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Quantity } from '../quotes/schema.ts'
import { externalIds, tags } from '../shared/schema.ts'

/** Lines of one order: they stand in one item and are replaced together. */
export const LINES_MAX = 90

/** A cancelled order and the refunds of an order count for nothing and against it; neither comes back. */
export const OrderStatus = z.enum(['placed', 'fulfilled', 'cancelled'])
export type OrderStatus = z.infer<typeof OrderStatus>

export const orderFields = {
  name: line(200).optional(),
  accountId: ref('account').optional(),
  contactId: ref('contact').optional(),
  orderedOn: date,
  status: OrderStatus.default('placed'),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
}

/** Minor units of the order's currency; below 0 in a refund. */
const minor = z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)

/** What an order comes to, in minor units; in a refund nothing is above 0. */
export const OrderTotals = z
  .strictObject({
    currency: Currency,
    net: minor.meta({ description: 'The sum of net of the lines.' }),
    tax: minor.meta({ description: 'The sum of tax of the lines.' }),
    shipping: minor,
    shippingTax: minor,
    adjustment: minor,
    grandTotal: minor.meta({ description: 'net + tax + shipping + shippingTax + adjustment.' }),
  })
  .meta({ id: 'OrderTotals' })
export type OrderTotals = z.infer<typeof OrderTotals>

/** What the lines with a known cost earn. */
export const OrderMargin = z
  .strictObject({ net: minor, cost: minor, amount: minor, linesWithCost: z.int().min(0).max(LINES_MAX) })
  .meta({ id: 'OrderMargin' })
export type OrderMargin = z.infer<typeof OrderMargin>

export const Order = recordSchema('order', 'Order', {
  ...orderFields,
  status: OrderStatus,
  number: z
    .string()
    .max(16)
    .regex(/^O-\d{6,12}$/)
    .meta({ examples: ['O-000123'] }),
  totals: OrderTotals,
  margin: OrderMargin.optional(),
  lineCount: z.int().min(0).max(LINES_MAX),
  linesRevision: z.int().min(1).meta({ description: 'How often its lines or what of them came back were written.' }),
  opportunityId: ref('opportunity').optional(),
  quoteId: ref('quote').optional().meta({ description: 'The accepted quote that made it.' }),
  refundsId: ref('order').optional().meta({ description: 'The order of which this is a refund.' }),
  reason: text(1000).optional().meta({ description: 'Why it was refunded.' }),
  refundedTotal: minor.optional().meta({ description: 'What came back of it so far, with tax; not below 0.' }),
})
export type Order = z.infer<typeof Order>

export const OrderLine = z
  .strictObject({
    productId: ref('product').optional(),
    name: line(200),
    quantity: Quantity,
    net: minor.meta({ description: 'After all discounts, without tax.' }),
    tax: minor,
    total: minor.meta({ description: 'net + tax.' }),
    cost: minor.optional().meta({ description: 'What the goods cost; absent when that is not known.' }),
  })
  .meta({ id: 'OrderLine' })
export type OrderLine = z.infer<typeof OrderLine>

/** What of a line came back: a quantity, and the part of its amounts. */
export const Returned = z.strictObject({ quantity: Quantity, net: minor, tax: minor }).meta({ id: 'Returned' })
export type Returned = z.infer<typeof Returned>

export const OrderLines = z
  .strictObject({
    lines: z.array(OrderLine).max(LINES_MAX),
    returned: z.array(Returned).max(LINES_MAX).meta({ description: 'What of each line came back, in their order.' }),
    totals: OrderTotals,
    version: version.meta({ description: 'Of the order.' }),
  })
  .meta({ id: 'OrderLines' })
export type OrderLines = z.infer<typeof OrderLines>

const quantity = decimal('0.000001', '999999999999')

/** A line as another system computed it: that system is right about the amounts. */
export const OrderLineInput = z
  .strictObject({
    productId: ref('product').optional(),
    name: line(200).optional().meta({ description: 'That of the product unless told.' }),
    quantity,
    net: Money.meta({ description: 'For the whole quantity, after all discounts, without tax.' }),
    tax: Money.optional(),
  })
  .meta({ id: 'OrderLineInput' })
export type OrderLineInput = z.infer<typeof OrderLineInput>

/** What an order is made of beside its fields. */
export const contentFields = {
  currency: Currency,
  lines: z.array(OrderLineInput).min(1).max(LINES_MAX),
  shipping: Money.optional(),
  shippingTax: Money.optional(),
  adjustment: Money.optional(),
}
export const OrderContent = z.strictObject(contentFields)
export type OrderContent = z.infer<typeof OrderContent>

export const RefundRequest = z
  .strictObject({
    lines: z
      .array(
        z.strictObject({
          line: z
            .int()
            .min(0)
            .max(LINES_MAX - 1),
          quantity,
        }),
      )
      .max(LINES_MAX)
      .refine((list) => new Set(list.map(({ line }) => line)).size === list.length, {
        error: 'must not name the same line twice',
      })
      .meta({ description: 'Which lines, counted from 0, and how much of each.' }),
    withShipping: z.boolean().default(false).meta({ description: 'Shipping and the adjustment too, once.' }),
    reason: text(1000),
    orderedOn: date.optional().meta({ description: 'Today, where the organisation is, unless told.' }),
    externalIds: externalIds.optional(),
  })
  .refine(({ lines, withShipping }) => lines.length > 0 || withShipping, { error: 'must say what comes back' })
  .meta({ id: 'RefundRequest' })
export type RefundRequest = z.infer<typeof RefundRequest>
