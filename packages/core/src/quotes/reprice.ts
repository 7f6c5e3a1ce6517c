import { settle } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { differencesOf, isRepriced, originOf, type ShownLine } from '../opportunities/line-price-rules.ts'
import type { BareLine } from './document-rules.ts'
import { pricesOf } from './lines.ts'
import type { Quote, QuoteLine, QuoteRepriceRequest, QuoteRepricing } from './quote-schema.ts'
import { bare, current, linesOf, planRecomputed, refuseFixed } from './service.ts'

/**
 * Finds the prices of a draft's products anew by the book of its deal: all of them or none. Prices that somebody said stay unless
 * they are to go too; names, discounts, taxes and costs stay as they were copied. A dry run says the same and changes nothing.
 */
export const reprice = (
  ctx: Ctx,
  id: string,
  request: QuoteRepriceRequest,
  expected?: number,
): Promise<QuoteRepricing> => settle(ctx, async () => planReprice(ctx, await current(ctx, id, expected), request))

async function planReprice(ctx: Ctx, before: Quote, request: QuoteRepriceRequest): Promise<Change<QuoteRepricing>> {
  refuseFixed(before)
  const had = await linesOf(ctx, before.id)
  const lines = await pricedAnew(ctx, before, had, request)
  const change = await planRecomputed(ctx, before, before, lines, 'repriced', (next) => ({
    differences: differencesOf(had.map(shown), next.map(shown)),
  }))
  const answer = answerOf(before, had, change, request)
  if (request.dryRun || answer.differences.length === 0) return { writes: [], events: [], answer }
  return { ...change, answer: { ...answer, version: change.answer.version } }
}

/** Lines keep their order and all else they say: they are the same lines at other prices. */
async function pricedAnew(
  ctx: Ctx,
  quote: Quote,
  had: readonly QuoteLine[],
  { includesManual, date }: QuoteRepriceRequest,
): Promise<BareLine[]> {
  const open = had.map((line) => {
    const { listPrice: _, ...rest } = line
    return isRepriced(line, includesManual) ? rest : line
  })
  const prices = await pricesOf(ctx, quote, open, date)
  return had.map((line, at): BareLine => {
    const price = prices.get(at)
    if (!price) return bare(line)
    const { listPrice, priceBookEntryId, priceBookVersion } = price
    return { ...bare(line), listPrice, priceBookEntryId, priceBookVersion, price: originOf(price) }
  })
}

function answerOf(
  before: Quote,
  had: readonly QuoteLine[],
  change: { answer: Quote; lines: readonly QuoteLine[] },
  { dryRun, includesManual }: QuoteRepriceRequest,
): QuoteRepricing {
  const differences = differencesOf(had.map(shown), change.lines.map(shown))
  return {
    isDryRun: dryRun,
    differences,
    unchanged: had.length - differences.length,
    manual: had.filter((line) => !isRepriced(line, includesManual)).length,
    totalsBefore: before.totals,
    totalsAfter: differences.length > 0 ? change.answer.totals : before.totals,
    version: before.version,
  }
}

/** What of a line a difference shows: what is off the whole offer is not part of it. */
const shown = ({ productId, name, listPrice, price, totals }: QuoteLine): ShownLine => ({
  ...(productId === undefined ? {} : { productId }),
  name,
  listPrice,
  net: { amount: totals.net, currency: listPrice.currency },
  ...(price === undefined ? {} : { price }),
})
