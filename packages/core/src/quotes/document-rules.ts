import { unprocessable } from '@rapport/kernel/errors'
import type { TaxCode, TaxRounding } from '../taxes/schema.ts'
import type { Quote, QuoteLine, QuoteTotals } from './quote-schema.ts'
import { totalsOf } from './rules.ts'
import type { Margin } from './schema.ts'

/** A line before it is computed. */
export type BareLine = Omit<QuoteLine, 'totals'>

/** What a quote says about how it is computed. */
export type QuoteTerms = Pick<Quote, 'currency' | 'pricesIncludeTax' | 'headerDiscount' | 'shipping' | 'adjustment'> & {
  taxRounding: TaxRounding
}

export interface Computed {
  totals: QuoteTotals
  margin: Margin
  lines: QuoteLine[]
}

/** What lines come to under the terms of a quote. Throws unprocessable with everything that is wrong with them. */
export function computed(terms: QuoteTerms, lines: readonly BareLine[], shippingTax: TaxCode | undefined): Computed {
  const { currency, taxRounding, pricesIncludeTax, headerDiscount, shipping, adjustment } = terms
  const given = { currency, taxRounding, pricesIncludeTax, headerDiscount, shipping, shippingTax }
  const done = totalsOf(lines, { ...given, adjustment: adjustment?.amount })
  const { margin, ...totals } = done.totals
  return {
    totals,
    margin,
    lines: lines.flatMap((line, at) => {
      const lineTotals = done.lines[at]
      return lineTotals ? [{ ...line, totals: lineTotals }] : []
    }),
  }
}

/** The tax of a code. Throws unprocessable('tax.unknown'): a tax that is forgotten is paid by the seller. */
export function taxOf(codes: readonly TaxCode[], code: string | undefined, pointer: string): TaxCode | undefined {
  const found = codes.find((one) => one.code === code)
  if (code === undefined || found) return found
  throw unprocessable('tax.unknown', `The organisation has no tax ${code}.`, [
    { pointer, code: 'tax.unknown', message: 'names no tax of the organisation' },
  ])
}
