import { type Exact, exact, minus, ONE, over, percent, roundAway, times, toText } from '@rapport/kernel/decimal'
import { unprocessable } from '@rapport/kernel/errors'
import { addUp, allocate, type Money, toMinor } from '@rapport/kernel/money'
import type { Discount, LineDiscount } from './schema.ts'

export interface Discountable {
  /** A decimal, below 0 where something is given back. */
  quantity: string
  listPrice: { amount: number }
  discount?: LineDiscount | undefined
}

/**
 * What a line comes to before and after its own discount, in minor units, a half away from zero. A discount makes what is given back
 * smaller too. Throws unprocessable('discount.too_large'), pointing at `pointer`.
 */
export function discounted({ quantity, listPrice, discount }: Discountable, pointer: string) {
  const at = (price: Exact): number => toMinor(roundAway(times(price, exact(quantity))))
  const gross = at(exact(listPrice.amount))
  return { gross, net: netOf() }

  function netOf(): number {
    if (discount === undefined) return gross
    if ('percent' in discount) return at(times(exact(listPrice.amount), minus(ONE, percent(discount.percent))))
    if ('salesPrice' in discount) return at(exact(discount.salesPrice.amount))
    const { amount } = discount.amount
    if (amount > Math.abs(gross)) throw tooLarge(pointer, 'is more than the line comes to')
    return gross < 0 ? gross + amount : gross - amount
  }
}

/**
 * The part of each line in a discount on the document: by what the lines come to, largest remainder, adding up to the discount. Lines
 * that go against the sum (credit in an offer) have no part. Throws unprocessable('discount.too_large'), pointing at `pointer`.
 */
export function headerParts(nets: readonly number[], discount: Discount | undefined, pointer: string): number[] {
  const total = addUp(nets)
  const wanted = discount === undefined ? 0 : sizeOf(discount, total)
  if (wanted > Math.abs(total)) throw tooLarge(pointer, 'is more than the lines come to')
  if (wanted === 0) return nets.map(() => 0)
  const sign = Math.sign(total)
  return allocate(
    sign * wanted,
    nets.map((net) => (Math.sign(net) === sign ? Math.abs(net) : 0)),
  )
}

const sizeOf = (discount: Discount, total: number): number =>
  'percent' in discount
    ? toMinor(roundAway(times(exact(Math.abs(total)), percent(discount.percent))))
    : discount.amount.amount

/** The amount a discount names; none when it is a percentage. */
export function amountOf(discount: LineDiscount | undefined): Money | undefined {
  if (discount === undefined || 'percent' in discount) return undefined
  return 'amount' in discount ? discount.amount : discount.salesPrice
}

/** What `part` is of `whole`, in percent; 0 of nothing. */
export const percentOf = (part: number, whole: number): string =>
  whole === 0 ? '0' : toText(over(times(exact(part), exact(100)), exact(whole)))

const tooLarge = (pointer: string, message: string) =>
  unprocessable('discount.too_large', `A discount ${message}.`, [{ pointer, code: 'discount.too_large', message }])
