import { canonical, compare, exact, over, plus, roundAway, times, toText, ZERO } from '@rapport/kernel/decimal'
import { conflict, type Issue, unprocessable } from '@rapport/kernel/errors'
import { addUp, type Money, toMinor } from '@rapport/kernel/money'
import type { Order, OrderContent, OrderLine, OrderMargin, OrderTotals, RefundRequest, Returned } from './schema.ts'

/** What people call an order by: `O-000123`. */
export const numberOf = (count: number): string => `O-${String(count).padStart(6, '0')}`

interface Extras {
  shipping: number
  shippingTax: number
  adjustment: number
}

/** What lines come to, with what is added to them. */
export function totalsOf(currency: string, lines: readonly OrderLine[], extras: Extras): OrderTotals {
  const net = addUp(lines.map((line) => line.net))
  const tax = addUp(lines.map((line) => line.tax))
  const { shipping, shippingTax, adjustment } = extras
  const grandTotal = addUp([net, tax, shipping, shippingTax, adjustment])
  return { currency, net, tax, shipping, shippingTax, adjustment, grandTotal }
}

/** What the lines with a known cost earn. */
export function marginOf(lines: readonly OrderLine[]): OrderMargin {
  const known = lines.flatMap(({ net, cost }) => (cost === undefined ? [] : [{ net, cost }]))
  const net = addUp(known.map((line) => line.net))
  const cost = addUp(known.map((line) => line.cost))
  return { net, cost, amount: addUp([net, -cost]), linesWithCost: known.length }
}

/** Throws unprocessable when amounts are in another currency than the order, or below 0 where only a refund is. */
export function refuseAmounts({ currency, lines, shipping, shippingTax, adjustment }: OrderContent): void {
  const issues = [
    ...lines.flatMap(({ net, tax }, at) => [
      ...wrong(net, currency, `/lines/${at}/net`),
      ...wrong(tax, currency, `/lines/${at}/tax`),
    ]),
    ...wrong(shipping, currency, '/shipping'),
    ...wrong(shippingTax, currency, '/shippingTax'),
    ...wrong(adjustment && { ...adjustment, amount: Math.abs(adjustment.amount) }, currency, '/adjustment'),
  ]
  const [first] = issues
  if (first) throw unprocessable(first.code, `An order cannot be so: ${first.pointer} ${first.message}.`, issues)
}

function wrong(money: Money | undefined, currency: string, pointer: string): Issue[] {
  if (money === undefined) return []
  if (money.currency !== currency) return [{ pointer, code: 'money.other_currency', message: `must be in ${currency}` }]
  return money.amount < 0 ? [{ pointer, code: 'money.negative', message: 'must not be below 0; refund the order' }] : []
}

/** Throws conflict when an order is over, or another status would bring it back. */
export function refuseMove(before: Order, to: Order['status']): void {
  if (before.status === to) return
  if (before.refundsId !== undefined) throw conflict('order.is_refund', 'A refund is what it is.')
  if (before.status === 'cancelled') throw conflict('order.cancelled', 'A cancelled order does not come back.')
  if (to === 'cancelled' && (before.refundedTotal ?? 0) > 0)
    throw conflict('order.refunded', 'Some of this order came back already. Refund the rest instead.')
}

export const nothingReturned = (lines: readonly OrderLine[]): Returned[] =>
  lines.map(() => ({ quantity: '0', net: 0, tax: 0 }))

export interface Refunded {
  /** Of the refund, below 0. */
  lines: OrderLine[]
  /** Of the order, afterwards. */
  returned: Returned[]
}

/**
 * The lines of a refund, and what of the order has come back then. A part of a line brings back the difference between the rounded
 * shares before and after, so that parts add up to the whole. Throws unprocessable('refund.too_much') when more would come back than
 * there is left.
 */
export function refunded(lines: readonly OrderLine[], had: readonly Returned[], request: RefundRequest): Refunded {
  const returned = [...had]
  const refundLines = request.lines.map(({ line: at, quantity }, index) => {
    const [line, before] = [lines[at], had[at]]
    if (!line || !before) throw tooMuch(index, 'line', 'names no line of the order')
    const back = plus(exact(before.quantity), exact(quantity))
    if (compare(exact(line.quantity), ZERO) <= 0 || compare(back, exact(line.quantity)) > 0)
      throw tooMuch(index, 'quantity', `is more than is left of ${line.quantity} (${before.quantity} came back)`)
    const share = (amount: number): number => toMinor(roundAway(over(times(exact(amount), back), exact(line.quantity))))
    const after: Returned = { quantity: toText(back), net: share(line.net), tax: share(line.tax) }
    returned[at] = after
    const [net, tax] = [addUp([before.net, -after.net]), addUp([before.tax, -after.tax])]
    const cost = line.cost === undefined ? undefined : costBack(line, before.quantity, after.quantity)
    const { productId, name } = line
    return {
      ...(productId === undefined ? {} : { productId }),
      name,
      quantity: canonical(`-${quantity}`),
      net,
      tax,
      total: addUp([net, tax]),
      ...(cost === undefined ? {} : { cost }),
    }
  })
  return { lines: refundLines, returned }
}

function costBack({ cost = 0, quantity }: OrderLine, before: string, after: string): number {
  const share = (back: string): number => toMinor(roundAway(over(times(exact(cost), exact(back)), exact(quantity))))
  return addUp([share(before), -share(after)])
}

const tooMuch = (index: number, field: string, message: string) =>
  unprocessable('refund.too_much', 'No more can come back than was ordered.', [
    { pointer: `/lines/${index}/${field}`, code: 'refund.too_much', message },
  ])

/** What a quantity of something costs; unknown in another currency. */
export const costOf = (unitCost: Money | undefined, quantity: string, currency: string): number | undefined =>
  unitCost?.currency === currency ? toMinor(roundAway(times(exact(unitCost.amount), exact(quantity)))) : undefined
