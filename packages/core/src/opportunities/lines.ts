import { CrmError, conflict, stale } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, read } from '@rapport/kernel/store'
import { productType } from '../products/model.ts'
import { findQuote, onBehalf } from '../quotes/roster.ts'
import { planLines } from '../quotes/service.ts'
import { dealLinesOf } from '../quotes/sync.ts'
import { type PricedDeal, withPrices } from './line-prices.ts'
import { pricedLines, totalOf } from './line-rules.ts'
import type { DealLine, DealLineInput, DealLines } from './line-schema.ts'
import { linesModel } from './model.ts'
import type { Opportunity } from './schema.ts'
import { Opportunities } from './service.ts'

/** What a deal is about, line by line. One read beside that of the deal. */
export async function getLines(ctx: Ctx, id: string): Promise<DealLines> {
  const deal = await Opportunities.get(ctx, id)
  return answer(deal, await linesOf(ctx, id))
}

export async function linesOf(ctx: Ctx, opportunityId: string): Promise<DealLine[]> {
  return (await read(ctx, linesModel, { opportunityId }))?.lines ?? []
}

/** Replaces all lines, and the amount of the deal with them, in one transaction. None leave the amount as it is, to be set by hand. */
export const putLines = (
  ctx: Ctx,
  id: string,
  inputs: readonly DealLineInput[],
  expected?: number,
): Promise<DealLines> =>
  settle(ctx, async () => {
    const before = await Opportunities.get(ctx, id, 'update')
    if (expected !== undefined && expected !== before.version) throw stale(before.version)
    if (before.syncedQuoteId !== undefined) return planThroughQuote(ctx, before, before.syncedQuoteId, inputs)
    const lines = await priced(ctx, before, inputs, await linesOf(ctx, id))
    const total = totalOf(lines)
    const linesRevision = (before.linesRevision ?? 0) + 1
    const wished = { ...before, lineCount: lines.length, linesRevision, ...(total ? { amount: total } : {}) }
    const change = await Opportunities.plans.next(ctx, before, wished, { verb: 'lines_replaced' })
    const put = linesModel.item({ opportunityId: id, revision: linesRevision, lines })
    return { ...change, writes: [...change.writes, { put }], answer: answer(change.answer, lines) }
  })

/** The lines of a deal that is synced with a quote are those of the quote; both change, while the quote is a draft. */
async function planThroughQuote(
  ctx: Ctx,
  before: Opportunity,
  quoteId: string,
  inputs: readonly DealLineInput[],
): Promise<Change<DealLines>> {
  const quote = await findQuote(ctx, quoteId)
  if (quote?.status !== 'draft')
    throw conflict('opportunity.quote_fixed', 'The deal has the lines of a quote that is no draft any more.', {
      quoteId,
    })
  const change = await planLines(
    onBehalf(ctx),
    quote,
    inputs.map((input) => ({ ...input, isCredit: false })),
  )
  const answered = answer({ ...before, version: before.version + 1 }, dealLinesOf(quote, change.lines))
  return { ...change, answer: answered }
}

/** What lines come to, with the names of their products. Products of lines that were there before may be off sale. */
export async function priced(
  ctx: Ctx,
  deal: PricedDeal,
  inputs: readonly DealLineInput[],
  had: readonly DealLine[],
): Promise<DealLine[]> {
  const names = await namesOf(ctx, inputs, had)
  return pricedLines(await withPrices(ctx, deal, inputs, had), names)
}

/** Names of the products that lines refer to. A product that is new to the deal must be one the caller sees and that is on sale. */
async function namesOf(
  ctx: Ctx,
  inputs: readonly DealLineInput[],
  known: readonly DealLine[],
): Promise<Map<string, string>> {
  const had = new Map(known.flatMap(({ productId, name }) => (productId ? [[productId, name] as const] : [])))
  const named = inputs.flatMap(({ productId }, at) =>
    productId && !had.has(productId) ? [{ pointer: `/lines/${at}/productId`, id: productId }] : [],
  )
  await refuseUnknown(ctx, named)
  const items = await visibleItems(
    ctx,
    named.map(({ id }) => id),
  )
  const products = new Map([...items].map(([id, item]) => [id, fromItem(productType, item)]))
  const issues = named.flatMap(({ pointer, id }) =>
    products.get(id)?.isActive ? [] : [{ pointer, code: 'product.inactive', message: 'is not on sale any more' }],
  )
  if (issues.length > 0)
    throw new CrmError('unprocessable', 'product.inactive', 'A product is not on sale any more.', { issues })
  return new Map([...had, ...[...products].map(([id, { name }]) => [id, name] as const)])
}

const answer = ({ version }: Opportunity, lines: DealLine[]): DealLines => {
  const total = totalOf(lines)
  return { lines, ...(total ? { currency: total.currency, total } : {}), version }
}
