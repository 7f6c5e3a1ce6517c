import { DAY_MS, later } from '@rapport/kernel/clock'
import { conflict, stale, unprocessable } from '@rapport/kernel/errors'
import { takeNumbers } from '@rapport/kernel/numbers'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { type Body, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, read, type Write } from '@rapport/kernel/store'
import { dateAt } from '@rapport/kernel/wall-time'
import { findBook } from '../opportunities/line-prices.ts'
import type { DealLine } from '../opportunities/line-schema.ts'
import { linesModel as dealLinesModel } from '../opportunities/model.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import { getOrganisation } from '../organisation/service.ts'
import type { TaxCode } from '../taxes/schema.ts'
import { type BareLine, computed, taxOf } from './document-rules.ts'
import { numberOf } from './lifecycle-rules.ts'
import { resolvedLines } from './lines.ts'
import { documentModel, quoteType, type StoredDocument } from './model.ts'
import {
  type Quote,
  type QuoteLine,
  type QuoteLineInput,
  type QuoteLines,
  quoteFields,
  termFields,
} from './quote-schema.ts'
import { dealOf, openDeal, rosterWrites } from './roster.ts'
import { followed } from './sync.ts'

/** A quote stays with its deal, and stands on the roster of the deal while it is open. */
export const Quotes = records<Quote>(quoteType, async (ctx, { before, next }) => {
  if (before && before.opportunityId !== next.opportunityId)
    throw unprocessable('quote.moved', 'A quote stays with its deal. Make a new one.', [
      { pointer: '/opportunityId', code: 'quote.moved', message: 'cannot be changed' },
    ])
  if (next.deletedAt && !before?.deletedAt && next.isSynced)
    throw conflict('quote.synced', 'The deal has the lines and the amount of this quote. Unsync it first.')
  return { writes: await rosterWrites(ctx, before, next) }
})

/** An offer for a deal, with the deal's lines. The number is taken when nothing is wrong with it but what a commit finds. */
export async function createQuote(ctx: Ctx, input: Body): Promise<Quote> {
  await planQuote(ctx, input, numberOf(0))
  const number = numberOf(await takeNumbers(ctx, 'quote'))
  return settle(ctx, () => planQuote(ctx, input, number))
}

async function planQuote(ctx: Ctx, input: Body, number: string): Promise<Change<Quote>> {
  const opportunityId = String(input.opportunityId)
  await refuseUnknown(ctx, [{ pointer: '/opportunityId', id: opportunityId }])
  const deal = await openDeal(ctx, opportunityId)
  const begun = await opening(ctx, deal, input)
  const had = await linesOfDeal(ctx, deal, begun.currency)
  const lines = await resolvedLines(ctx, begun, had.map(inputOf), had)
  const known = [deal.accountId, primaryOf(deal)].filter((id) => id !== undefined)
  const own = { number, revision: 1, status: 'draft', isSynced: false, linesRevision: 1 }
  return planWithDocument(ctx, { ...begun, ...own } as unknown as Quote, lines, (next) =>
    Quotes.plans.create(ctx, { ...next }, { known }),
  )
}

/** What an offer begins with beside what was said about it. */
async function opening(ctx: Ctx, deal: Opportunity, input: Body) {
  const { timeZone, quoteValidDays, corporateCurrency, pricesIncludeTax, taxRounding } = await getOrganisation(ctx)
  const contactId = primaryOf(deal)
  const { amount, priceBookId } = deal
  const book = amount === undefined && priceBookId !== undefined ? await findBook(ctx, priceBookId) : undefined
  return {
    name: deal.name,
    ...(deal.accountId === undefined ? {} : { accountId: deal.accountId }),
    ...(contactId === undefined ? {} : { contactId }),
    currency: amount?.currency ?? book?.currency ?? corporateCurrency,
    pricesIncludeTax,
    expiresOn: dateAt(timeZone, later(ctx.now, quoteValidDays * DAY_MS)),
    ...input,
    taxRounding,
  } as unknown as Quote
}

const primaryOf = ({ contactRoles }: Opportunity): string | undefined =>
  contactRoles?.find(({ isPrimary }) => isPrimary)?.contactId

/** The lines of a deal that an offer begins with; those of a deal in another currency stay behind. */
async function linesOfDeal(ctx: Ctx, deal: Opportunity, currency: string): Promise<DealLine[]> {
  const stored = await read(ctx, dealLinesModel, { opportunityId: deal.id })
  return (stored?.lines ?? []).filter(({ listPrice }) => listPrice.currency === currency)
}

const inputOf = ({ productId, name, quantity, listPrice, discount }: DealLine): QuoteLineInput => ({
  ...(productId === undefined ? {} : { productId }),
  name,
  quantity,
  listPrice,
  ...(discount === undefined ? {} : { discount }),
  isCredit: quantity.startsWith('-'),
})

/** What a quote is computed from. */
export const documentOf = (ctx: Pick<Ctx, 'db'>, quoteId: string): Promise<StoredDocument | undefined> =>
  read(ctx, documentModel, { quoteId })

export async function linesOf(ctx: Pick<Ctx, 'db'>, quoteId: string): Promise<QuoteLine[]> {
  return (await documentOf(ctx, quoteId))?.lines ?? []
}

/** A change of a quote together with what it comes to and the lines it comes from. */
async function planWithDocument(
  ctx: Ctx,
  wished: Quote,
  lines: readonly BareLine[],
  plan: (next: Quote, lines: readonly QuoteLine[]) => Promise<Change<Quote>>,
): Promise<Change<Quote> & { lines: QuoteLine[] }> {
  const { taxCodes } = await getOrganisation(ctx)
  const shippingTax = taxOf(taxCodes, wished.shippingTaxCode, '/shippingTaxCode')
  const done = computed(wished, lines, shippingTax)
  const told = { ...wished, totals: done.totals, margin: done.margin, lineCount: lines.length }
  const change = await plan(told, done.lines)
  const { id: quoteId, linesRevision: revision } = change.answer
  return {
    ...change,
    writes: [...change.writes, documentWrite({ quoteId, revision, lines: done.lines }, shippingTax)],
    lines: done.lines,
  }
}

const documentWrite = (document: StoredDocument, shippingTax: TaxCode | undefined): Write => ({
  put: documentModel.item({ ...document, ...(shippingTax ? { shippingTax } : {}) }),
})

export async function getQuoteLines(ctx: Ctx, id: string): Promise<QuoteLines> {
  const quote = await Quotes.get(ctx, id)
  return answerOf(ctx, quote, await linesOf(ctx, id))
}

/** Replaces all lines of a draft, and what it comes to, in one transaction. */
export const putQuoteLines = (
  ctx: Ctx,
  id: string,
  inputs: readonly QuoteLineInput[],
  expected?: number,
): Promise<QuoteLines> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const change = await planLines(ctx, before, inputs)
    return { ...change, answer: answerOf(ctx, change.answer, change.lines) }
  })

/** The plan of new lines, also when they are replaced from the deal that the quote is synced with. */
export async function planLines(ctx: Ctx, before: Quote, inputs: readonly QuoteLineInput[]) {
  refuseFixed(before)
  const had = await linesOf(ctx, before.id)
  const hadIds = new Set(had.flatMap(({ productId }) => (productId === undefined ? [] : [productId])))
  const lines = await resolvedLines(ctx, before, inputs, had, hadIds)
  return planRecomputed(ctx, before, before, lines, 'lines_replaced')
}

/** The plan of a draft that comes to something else, and of the deal that is synced with it; `tells` what the event says of the lines. */
export async function planRecomputed(
  ctx: Ctx,
  before: Quote,
  wished: Quote,
  lines: readonly BareLine[],
  verb?: string,
  tells?: (lines: readonly QuoteLine[]) => Record<string, unknown>,
): Promise<Change<Quote> & { lines: QuoteLine[] }> {
  const next = { ...wished, linesRevision: before.linesRevision + 1 }
  const change = await planWithDocument(ctx, next, lines, (told, done) =>
    Quotes.plans.next(ctx, before, told, { ...(verb ? { verb } : {}), ...(tells ? { data: tells(done) } : {}) }),
  )
  const deal = before.isSynced ? await dealOf(ctx, before.opportunityId) : undefined
  return deal ? { ...(await followed(ctx, deal, change, change.lines)), lines: change.lines } : change
}

/** Changes a draft. Whose a quote is can be changed at any time. */
export const patchQuote = (ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const wished = wishedBy(before, patch)
    if (Object.keys(quoteFields).some((field) => field in patch)) refuseFixed(before)
    if (!Object.keys(termFields).some((field) => field in patch)) return Quotes.plans.next(ctx, before, wished)
    return planRecomputed(ctx, before, wished, (await linesOf(ctx, id)).map(bare))
  })

/** A discount replaces the one before as a whole: it is a percentage or an amount. */
function wishedBy(before: Quote, patch: Body): Quote {
  const { headerDiscount, ...rest } = before
  return mergePatch(patch.headerDiscount === undefined ? before : (rest as Quote), patch)
}

export const bare = ({ totals: _, ...line }: QuoteLine): BareLine => line

export function refuseFixed({ status }: Quote): void {
  if (status !== 'draft')
    throw conflict('quote.not_draft', 'Only a draft can be changed. Recall or revise the quote.', {
      quoteStatus: status,
    })
}

/** The quote as it is, if the caller may change it. Throws stale when it is not the version that the caller named. */
export async function current(ctx: Ctx, id: string, expected: number | undefined): Promise<Quote> {
  const quote = await Quotes.get(ctx, id, 'update')
  if (expected !== undefined && expected !== quote.version) throw stale(quote.version)
  return quote
}

/** What goods cost us is for those who may know it. */
function answerOf({ principal }: Ctx, { version, totals }: Quote, lines: readonly QuoteLine[]): QuoteLines {
  const mayKnow = principal.rights.field('quote', 'finance') !== 'none'
  return { lines: mayKnow ? [...lines] : lines.map(withoutCost), totals, version }
}

function withoutCost({ unitCost: _, ...line }: QuoteLine): QuoteLine {
  const { cost, ...totals } = line.totals
  return { ...line, totals }
}
