import { marginOf, totalsOf } from '../orders/rules.ts'
import type { OrderLine } from '../orders/schema.ts'
import type { Quote, QuoteLine } from './quote-schema.ts'

/** The lines of an offer as lines of an order: what is left after all discounts, and its tax. They come to what the offer came to. */
export function orderedOf({ totals }: Pick<Quote, 'totals'>, lines: readonly QuoteLine[]) {
  const ordered = lines.map(
    ({ productId, name, quantity, totals: { taxable, tax, total, cost } }): OrderLine => ({
      ...(productId === undefined ? {} : { productId }),
      name,
      quantity,
      net: taxable,
      tax,
      total,
      ...(cost === undefined ? {} : { cost }),
    }),
  )
  const { currency, shipping, shippingTax, adjustment } = totals
  return {
    lines: ordered,
    totals: totalsOf(currency, ordered, { shipping, shippingTax, adjustment }),
    margin: marginOf(ordered),
  }
}
