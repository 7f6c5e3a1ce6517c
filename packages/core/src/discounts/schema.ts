import { decimal } from '@rapport/kernel/decimal'
import { Money } from '@rapport/kernel/money'
import * as z from 'zod'

const percentOff = z.strictObject({ percent: decimal('0', '100') })
const amountOff = z.strictObject({ amount: Money })

/** Off a whole document: a percentage of the lines, or an amount. */
export const Discount = z.union([percentOff, amountOff]).meta({ id: 'Discount' })
export type Discount = z.infer<typeof Discount>

/** Off one line: a percentage, an amount, or another price for one unit, which may also be above the list price. */
export const LineDiscount = z
  .union([percentOff, amountOff, z.strictObject({ salesPrice: Money })])
  .meta({ id: 'LineDiscount' })
export type LineDiscount = z.infer<typeof LineDiscount>
