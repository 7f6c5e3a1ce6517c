import { compare, type Exact, exact, fraction } from '@rapport/kernel/decimal'
import type { QuoteLimit } from '../organisation/schema.ts'
import type { ApprovalReason, Quote, QuoteLine } from './quote-schema.ts'

/**
 * What of a quote is beyond what a person may offer alone. The freest of the person's roles counts, and a role without a limit has
 * none. Lines whose cost nobody knows have no margin, so they are beyond no limit of it.
 */
export function beyond(
  quote: Pick<Quote, 'totals' | 'margin'>,
  lines: readonly QuoteLine[],
  roles: readonly string[],
  limits: readonly QuoteLimit[],
): ApprovalReason[] {
  const found = roles.map((role) =>
    reasonsFor(
      quote,
      lines,
      limits.find((limit) => limit.role === role),
    ),
  )
  return found.sort((a, b) => a.length - b.length)[0] ?? []
}

function reasonsFor(
  { totals, margin }: Pick<Quote, 'totals' | 'margin'>,
  lines: readonly QuoteLine[],
  limit: QuoteLimit | undefined,
): ApprovalReason[] {
  const discount = deepest([totals.discountPercent, ...lines.map((line) => line.totals.discountPercent)])
  const { discountPercentMax: most, marginPercentMin: least } = limit ?? {}
  return [
    ...(most !== undefined && compare(computedPercent(discount), exact(most)) > 0
      ? [{ code: 'discount' as const, limit: most, actual: discount }]
      : []),
    ...(least !== undefined &&
    margin?.percent !== undefined &&
    compare(computedPercent(margin.percent), exact(least)) < 0
      ? [{ code: 'margin' as const, limit: least, actual: margin.percent }]
      : []),
  ]
}

const deepest = (percents: readonly string[]): string =>
  percents.reduce(
    (most, percent) => (compare(computedPercent(percent), computedPercent(most)) > 0 ? percent : most),
    '0',
  )

/** A percentage that was computed has more digits than one that somebody typed may have: a loss can be many times the price. */
function computedPercent(text: string): Exact {
  const [whole = '', part = ''] = text.split('.')
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}
