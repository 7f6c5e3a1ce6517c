import { decimal } from '@rapport/kernel/decimal'
import { Currency } from '@rapport/kernel/money'
import { line, slug } from '@rapport/kernel/schema'
import * as z from 'zod'

/** How much of something is sold; below 0 on credit lines only, which have the price they would be sold for. */
export const Quantity = decimal('-999999999999', '999999999999')

/** Minor units of the document's currency. */
const minor = z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const count = z.int().min(0).max(1000)
/** A percentage that was computed: a loss can be many times the price. */
export const Percentage = z
  .string()
  .max(40)
  .regex(/^-?\d+(?:\.\d{1,6})?$/)

const said = (what: string) => minor.meta({ description: what })

/** What a line comes to. */
export const LineTotals = z
  .strictObject({
    gross: said('List price × quantity.'),
    discount: said('gross − net. Below 0 where a sales price is above the list price.'),
    net: minor,
    headerDiscount: said("This line's part of the discount on the document."),
    taxable: said('net − headerDiscount, without the tax where prices include it.'),
    tax: minor,
    total: said('taxable + tax.'),
    discountPercent: Percentage.meta({ description: 'What the discount on the line is of its gross.' }),
    cost: minor.optional().meta({ description: 'What the goods cost; absent when that is not known.' }),
  })
  .meta({ id: 'LineTotals' })
export type LineTotals = z.infer<typeof LineTotals>

/** Lines with the same tax. */
export const TaxTotals = z
  .strictObject({
    code: slug(40),
    name: line(100),
    taxable: minor,
    tax: said('The sum of the components, and of the taxes of the lines.'),
    components: z.array(z.strictObject({ name: line(60), percent: decimal('0', '1000'), tax: minor })).max(5),
  })
  .meta({ id: 'TaxTotals' })
export type TaxTotals = z.infer<typeof TaxTotals>

/** What the lines with a known cost earn, and how much of the document they are. */
export const Margin = z
  .strictObject({
    amount: said('net − cost.'),
    cost: minor,
    net: said('The sum of taxable of the lines with a known cost.'),
    percent: Percentage.optional().meta({ description: 'The amount in percent of net; absent when net is 0.' }),
    linesWithCost: count,
    lines: count,
  })
  .meta({ id: 'Margin' })
export type Margin = z.infer<typeof Margin>

/** What a document comes to. Each sum is the sum of the parts that are shown with it. */
export const Totals = z
  .strictObject({
    currency: Currency,
    gross: said('The sum of gross of the lines.'),
    lineDiscount: said('The sum of discount of the lines.'),
    subtotal: said('gross − lineDiscount: the sum of net of the lines.'),
    headerDiscount: minor,
    includedTax: said('The tax in the prices: equals tax where prices include it, otherwise 0.'),
    net: said('subtotal − headerDiscount − includedTax: the sum of taxable of the lines.'),
    taxes: z.array(TaxTotals).max(100),
    tax: said('Of the lines.'),
    shipping: said('Without its tax.'),
    shippingTax: minor,
    adjustment: minor,
    grandTotal: said('net + tax + shipping + shippingTax + adjustment.'),
    discountPercent: Percentage.meta({ description: 'All discounts together, in percent of gross.' }),
    margin: Margin,
  })
  .meta({ id: 'Totals', description: 'Every amount is in the minor unit of the currency.' })
export type Totals = z.infer<typeof Totals>
