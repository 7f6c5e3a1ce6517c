import { conflict } from '@rapport/kernel/errors'
import { type Change, type Ctx, together, type Write } from '@rapport/kernel/store'
import type { DealLine } from '../opportunities/line-schema.ts'
import { linesModel } from '../opportunities/model.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import { Opportunities } from '../opportunities/service.ts'
import type { Quote, QuoteLine } from './quote-schema.ts'
import { BareQuotes, findQuote } from './roster.ts'

/** What a deal gets from the quote it is synced with: its lines, and what they come to before tax. */
export function synced(deal: Opportunity, quote: Quote): Opportunity {
  const { currency, net } = quote.totals
  return {
    ...deal,
    amount: { amount: net, currency },
    lineCount: quote.lineCount,
    linesRevision: (deal.linesRevision ?? 0) + 1,
    syncedQuoteId: quote.id,
  }
}

/** The lines of a deal that is synced. Their net is what is left after the discount on the whole, so that they add up to its amount. */
export function dealLinesOf({ currency }: Pick<Quote, 'currency'>, lines: readonly QuoteLine[]): DealLine[] {
  const money = (amount: number) => ({ amount, currency })
  return lines.map(({ productId, name, quantity, listPrice, price, discount, totals }) => ({
    ...(productId === undefined ? {} : { productId }),
    name,
    quantity,
    listPrice,
    ...(price === undefined ? {} : { price }),
    ...(discount === undefined ? {} : { discount, discountPercent: totals.discountPercent }),
    gross: money(totals.gross),
    net: money(totals.taxable),
  }))
}

export const dealLinesWrite = (deal: Opportunity, quote: Quote, lines: readonly QuoteLine[]): Write => ({
  put: linesModel.item({
    opportunityId: deal.id,
    revision: deal.linesRevision ?? 1,
    lines: dealLinesOf(quote, lines),
  }),
})

/** The deal as the quote says. */
export async function planSynced(
  ctx: Ctx,
  deal: Opportunity,
  quote: Quote,
  lines: readonly QuoteLine[],
): Promise<Change<Opportunity>> {
  const options = { verb: 'quote_synced', data: { quoteId: quote.id } }
  const change = await Opportunities.plans.derived(ctx, deal, synced(deal, quote), options)
  return { ...change, writes: [...change.writes, dealLinesWrite(change.answer, quote, lines)] }
}

/** The deal goes on with the lines and the amount it has, on its own. */
export function planUnsynced(ctx: Ctx, deal: Opportunity): Promise<Change<Opportunity>> {
  const { syncedQuoteId: quoteId, ...rest } = deal
  return Opportunities.plans.derived(ctx, deal, rest, { verb: 'quote_unsynced', data: { quoteId } })
}

/** The quote a deal was synced with until now is so no more. */
export async function planReleased(ctx: Ctx, deal: Opportunity, quote: Quote): Promise<Change<Quote>[]> {
  const { syncedQuoteId } = deal
  if (syncedQuoteId === undefined || syncedQuoteId === quote.id) return []
  const before = await findQuote(ctx, syncedQuoteId)
  return before
    ? [await BareQuotes.plans.derived(ctx, before, { ...before, isSynced: false }, { verb: 'unsynced' })]
    : []
}

/** The deal follows the change of the quote it is synced with; nothing follows from any other quote. */
export async function followed(
  ctx: Ctx,
  deal: Opportunity,
  change: Change<Quote>,
  lines: readonly QuoteLine[],
): Promise<Change<Quote>> {
  if (deal.status !== 'open') throw conflict('opportunity.closed', 'This deal is closed. Reopen it first.')
  return together([change, await planSynced(ctx, deal, change.answer, lines)], change.answer)
}
