import { isDeepStrictEqual } from 'node:util'
import { conflict, stale } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { settle } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { differencesOf, isRepriced } from './line-price-rules.ts'
import { withPrices } from './line-prices.ts'
import { pricedLines, totalOf } from './line-rules.ts'
import type { DealLine, DealLineInput, RepriceRequest, Repricing } from './line-schema.ts'
import { linesOf } from './lines.ts'
import { linesModel } from './model.ts'
import { refuseBook } from './price-book.ts'
import type { Opportunity } from './schema.ts'
import { Opportunities } from './service.ts'

/**
 * Finds the prices of a deal's products anew, and with another book if one is named: all of them or none. Prices that somebody said
 * stay unless they are to go too. A dry run says the same and changes nothing.
 */
export const reprice = (ctx: Ctx, id: string, request: RepriceRequest, expected?: number): Promise<Repricing> =>
  settle(ctx, async () => planReprice(ctx, await current(ctx, id, expected), request))

async function current(ctx: Ctx, id: string, expected: number | undefined): Promise<Opportunity> {
  const deal = await Opportunities.get(ctx, id, 'update')
  if (expected !== undefined && expected !== deal.version) throw stale(deal.version)
  if (deal.status !== 'open') throw conflict('opportunity.closed', 'This deal is closed. Reopen it first.')
  const { syncedQuoteId: quoteId } = deal
  if (quoteId !== undefined)
    throw conflict('opportunity.lines_of_quote', 'The deal has the lines of a quote. Change them there.', { quoteId })
  return deal
}

async function planReprice(ctx: Ctx, before: Opportunity, request: RepriceRequest): Promise<Change<Repricing>> {
  const { date, includesManual, dryRun } = request
  const deal = withBook(before, request.priceBookId)
  if (deal.priceBookId !== undefined && deal.priceBookId !== before.priceBookId) {
    await refuseUnknown(ctx, [{ pointer: '/priceBookId', id: deal.priceBookId }])
    await refuseBook(ctx, deal.priceBookId, before, true)
  }
  const had = await linesOf(ctx, before.id)
  const lines = await pricedAnew(ctx, deal, had, includesManual, date)
  const answer = answerOf(before, had, lines, request)
  if (dryRun || (isDeepStrictEqual(lines, had) && deal.priceBookId === before.priceBookId))
    return { writes: [], events: [], answer }
  const total = totalOf(lines)
  const linesRevision = (before.linesRevision ?? 0) + 1
  const wished = { ...deal, linesRevision, ...(total ? { amount: total } : {}) }
  const { differences } = answer
  const change = await Opportunities.plans.next(ctx, before, wished, { verb: 'repriced', data: { differences } })
  const put = linesModel.item({ opportunityId: before.id, revision: linesRevision, lines })
  return { ...change, writes: [...change.writes, { put }], answer: { ...answer, version: change.answer.version } }
}

function withBook({ priceBookId: had, ...rest }: Opportunity, wanted: string | null | undefined): Opportunity {
  const priceBookId = wanted === undefined ? had : (wanted ?? undefined)
  return priceBookId === undefined ? rest : { ...rest, priceBookId }
}

/** Lines keep their names and their order: they are the same lines at other prices. */
async function pricedAnew(
  ctx: Ctx,
  deal: Opportunity,
  had: readonly DealLine[],
  includesManual: boolean,
  date: string | undefined,
): Promise<DealLine[]> {
  const inputs = had.map(
    ({ price: _price, discountPercent: _off, gross: _gross, net: _net, listPrice, ...line }, at): DealLineInput => {
      const before = had[at]
      return before && isRepriced(before, includesManual) ? line : { ...line, listPrice }
    },
  )
  return pricedLines(await withPrices(ctx, deal, inputs, had, date), new Map())
}

function answerOf(
  { version }: Opportunity,
  had: readonly DealLine[],
  lines: readonly DealLine[],
  { dryRun, includesManual }: RepriceRequest,
): Repricing {
  const differences = differencesOf(had, lines)
  const [totalBefore, totalAfter] = [totalOf(had), totalOf(lines)]
  return {
    isDryRun: dryRun,
    differences,
    unchanged: had.length - differences.length,
    manual: had.filter((line) => !isRepriced(line, includesManual)).length,
    ...(totalBefore ? { totalBefore } : {}),
    ...(totalAfter ? { totalAfter } : {}),
    version,
  }
}
