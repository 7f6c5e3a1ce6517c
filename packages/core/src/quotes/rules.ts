import { canonical, exact, roundAway, times } from '@rapport/kernel/decimal'
import { addUp, type Money, toMinor } from '@rapport/kernel/money'
import { amountOf, discounted, headerParts, percentOf } from '../discounts/rules.ts'
import type { Discount, LineDiscount } from '../discounts/schema.ts'
import { identityOf, type TaxGroup, taxLines } from '../taxes/rules.ts'
import type { TaxCode, TaxRounding } from '../taxes/schema.ts'
import { issue, issuesIn, refuse } from './input-rules.ts'
import type { LineTotals, Margin, TaxTotals, Totals } from './schema.ts'

/** One line before anything is computed. */
export interface PricedLine {
  /** A decimal; below 0 on credit lines, and only there. */
  quantity: string
  /** For one unit. */
  listPrice: Money
  discount?: LineDiscount | undefined
  tax?: TaxCode | undefined
  /** For one unit; one in another currency counts as not known. */
  unitCost?: Money | undefined
  isCredit?: boolean | undefined
}

export interface Terms {
  currency: string
  taxRounding: TaxRounding
  /** Prices, discounts and shipping are given with their tax. */
  pricesIncludeTax: boolean
  headerDiscount?: Discount | undefined
  shipping?: Money | undefined
  shippingTax?: TaxCode | undefined
  /** Added at the end, for a reason that the document states; may be below 0. */
  adjustment?: Money | undefined
}

export interface Computed {
  totals: Totals
  /** In the order of the lines that were given. */
  lines: LineTotals[]
}

/**
 * What lines come to under these terms. One rounding per step, a half away from zero; the totals do not depend on the order of the
 * lines. Throws unprocessable when an amount is in another currency or below 0 where it may not be, when a discount is more than
 * there is, or when an amount is too large to be exact.
 */
export function totalsOf(given: readonly PricedLine[], terms: Terms): Computed {
  refuse(issuesIn(given, terms))
  const bare = inCanonicalOrder(given).map((one) => ({ ...one, ...discounted(one.line, `/lines/${one.at}/discount`) }))
  const nets = bare.map(({ net }) => net)
  const parts = headerParts(nets, terms.headerDiscount, '/headerDiscount')
  const reduced = bare.map((one, index) => ({ ...one, headerDiscount: parts[index] ?? 0 }))
  const { lines: taxes, groups } = taxLines(
    reduced.map(({ line, net, headerDiscount }) => ({ tax: line.tax, amount: net - headerDiscount })),
    terms,
  )
  const done = reduced.map(({ at, ...one }, index) => ({ at, ...lineTotals(one, taxes[index], terms.currency) }))
  const lines = done.sort((a, b) => a.at - b.at).map(({ at: _, ...line }) => line)
  const totals = documentTotals(lines, groups, terms)
  const mayBeNegative = given.some(({ isCredit }) => isCredit)
  if (totals.grandTotal < 0 && !mayBeNegative)
    refuse([issue('/adjustment', 'total.negative', 'brings the total below 0')])
  return { totals, lines }
}

/** Ties of a rounding are broken by what lines say, not by where they stand: only lines that say the same can then swap a cent. */
const inCanonicalOrder = (given: readonly PricedLine[]): { line: PricedLine; at: number }[] =>
  given
    .map((line, at) => ({ line, at, content: contentOf(line) }))
    .sort((a, b) => (a.content < b.content ? -1 : a.content > b.content ? 1 : a.at - b.at))

function contentOf({ quantity, listPrice, discount, tax, unitCost }: PricedLine): string {
  const off = discount && 'percent' in discount ? canonical(discount.percent) : amountOf(discount)?.amount
  const said = [canonical(quantity), listPrice.amount, Object.keys(discount ?? {})[0], off, tax && identityOf(tax)]
  return JSON.stringify([...said, unitCost?.amount, unitCost?.currency])
}

interface Reduced {
  line: PricedLine
  gross: number
  net: number
  headerDiscount: number
}

function lineTotals(
  { line, gross, net, headerDiscount }: Reduced,
  { taxable, tax }: { taxable: number; tax: number } = { taxable: 0, tax: 0 },
  currency: string,
): LineTotals {
  const { unitCost, quantity } = line
  const isCostKnown = unitCost?.currency === currency
  return {
    gross,
    discount: addUp([gross, -net]),
    net,
    headerDiscount,
    taxable,
    tax,
    total: addUp([taxable, tax]),
    discountPercent: percentOf(addUp([gross, -net]), gross),
    ...(isCostKnown ? { cost: toMinor(roundAway(times(exact(unitCost.amount), exact(quantity)))) } : {}),
  }
}

function documentTotals(lines: readonly LineTotals[], groups: readonly TaxGroup[], terms: Terms): Totals {
  const all = (field: 'gross' | 'discount' | 'net' | 'headerDiscount' | 'taxable' | 'tax'): number =>
    addUp(lines.map((line) => line[field]))
  const shipping = taxedShipping(terms)
  const adjustment = terms.adjustment?.amount ?? 0
  const [gross, tax, net] = [all('gross'), all('tax'), all('taxable')]
  const [lineDiscount, headerDiscount] = [all('discount'), all('headerDiscount')]
  return {
    currency: terms.currency,
    gross,
    lineDiscount,
    subtotal: all('net'),
    headerDiscount,
    includedTax: terms.pricesIncludeTax ? tax : 0,
    net,
    taxes: groups.map(taxTotals),
    tax,
    shipping: shipping.taxable,
    shippingTax: shipping.tax,
    adjustment,
    grandTotal: addUp([net, tax, shipping.taxable, shipping.tax, adjustment]),
    discountPercent: percentOf(addUp([lineDiscount, headerDiscount]), gross),
    margin: marginOf(lines),
  }
}

function taxedShipping({ shipping, shippingTax, pricesIncludeTax }: Terms): { taxable: number; tax: number } {
  const amount = shipping?.amount ?? 0
  const { lines } = taxLines([{ amount, tax: shippingTax }], { taxRounding: 'line', pricesIncludeTax })
  return lines[0] ?? { taxable: amount, tax: 0 }
}

const taxTotals = ({ tax, taxable, components }: TaxGroup): TaxTotals => ({
  code: tax.code,
  name: tax.name,
  taxable,
  tax: addUp(components),
  components: tax.components.map(({ name, percent }, index) => ({ name, percent, tax: components[index] ?? 0 })),
})

/** Lines whose cost nobody knows earn nothing and lose nothing: they are left out, and counted. */
function marginOf(lines: readonly LineTotals[]): Margin {
  const known = lines.filter(({ cost }) => cost !== undefined)
  const net = addUp(known.map(({ taxable }) => taxable))
  const cost = addUp(known.map((line) => line.cost ?? 0))
  const amount = addUp([net, -cost])
  return {
    amount,
    cost,
    net,
    ...(net === 0 ? {} : { percent: percentOf(amount, net) }),
    linesWithCost: known.length,
    lines: lines.length,
  }
}
