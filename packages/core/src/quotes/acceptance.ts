import { DAY_MS, epochS } from '@rapport/kernel/clock'
import { type CrmError, conflict, notFound } from '@rapport/kernel/errors'
import { openLink, sealLink } from '@rapport/kernel/link'
import { takeNumbers } from '@rapport/kernel/numbers'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, together, VersionConflict } from '@rapport/kernel/store'
import type { Opportunity } from '../opportunities/schema.ts'
import { planWon } from '../opportunities/service.ts'
import { numberOf as orderNumberOf } from '../orders/rules.ts'
import type { Order } from '../orders/schema.ts'
import { planMade } from '../orders/service.ts'
import { today } from '../organisation/service.ts'
import { asItself } from '../shared/itself.ts'
import { answered, isOpen, isSaid, move } from './lifecycle-rules.ts'
import { quoteType, type Roster } from './model.ts'
import { orderedOf } from './order-rules.ts'
import { answeredPage, offerPage } from './page.ts'
import type { Answer, DecisionRequest, Quote, QuoteLine } from './quote-schema.ts'
import { BareQuotes, dealOf, findQuote, onBehalf, rosterOf, rosterWrite } from './roster.ts'
import { current, documentOf, linesOf, Quotes } from './service.ts'
import { dealLinesWrite, planReleased, synced } from './sync.ts'

const PURPOSE = 'quote.answer'

/** A link outlives its offer, so that who comes late is told so. */
const LATE_DAYS = 365

/** The path of the page where a customer answers an offer. Throws conflict while it is not presented. */
export async function linkTo(ctx: Ctx, quote: Quote): Promise<string> {
  if (quote.expiresAt === undefined)
    throw conflict('quote.not_presented', 'A quote has a link from when it is presented.')
  const expiresAtS = epochS(new Date(Date.parse(quote.expiresAt) + LATE_DAYS * DAY_MS))
  return `/v1/offers/${await sealLink(ctx, { purpose: PURPOSE, subject: quote.id, expiresAtS })}`
}

/** Nothing while the quote is not presented. */
export async function getLink(ctx: Ctx, id: string): Promise<{ path?: string; expiresAt?: string }> {
  const quote = await current(ctx, id, undefined)
  const { expiresAt } = quote
  return expiresAt === undefined ? {} : { path: await linkTo(ctx, quote), expiresAt }
}

/** The page behind a link. Changes nothing. Throws notFound('link.invalid') for a link that is none. */
export async function showOffer(ctx: Ctx, token: string): Promise<string> {
  const quote = await quoteOf(ctx, token)
  const document = await documentOf(ctx, quote.id)
  return offerPage({
    quote,
    lines: document?.lines ?? [],
    seller: document?.seller,
    customer: document?.customer,
    now: ctx.now,
  })
}

/**
 * Takes a customer's answer, once. The same answer again changes nothing and is answered alike. Throws gone when the time of the
 * offer is over, conflict when it was answered otherwise or replaced.
 */
export async function decideOffer(outer: Ctx, token: string, request: DecisionRequest, ip: string): Promise<string> {
  const { id } = await quoteOf(outer, token)
  const ctx = asItself(outer, 'answer-quote')
  const { decision, name, reason } = request
  const answer: Answer = { via: 'link', at: ctx.now.toISOString(), name, ip, ...(reason ? { reason } : {}) }
  const quote = decision === 'accept' ? await acceptNow(ctx, id, answer) : await denyNow(ctx, id, answer)
  return answeredPage(quote)
}

async function quoteOf(ctx: Ctx, token: string): Promise<Quote> {
  const { subject } = await openLink(ctx, PURPOSE, token)
  const quote = await findQuote(ctx, subject)
  if (!quote) throw invalidLink()
  return quote
}

const invalidLink = (): CrmError => notFound('link.invalid', 'This link is not valid, or its time is over.')

/** What a customer said in another way than by the link, written down by a colleague. */
export async function accept(ctx: Ctx, id: string, name: string | undefined, expected?: number): Promise<Quote> {
  await current(ctx, id, expected)
  return acceptNow(onBehalf(ctx), id, byUser(ctx, { name }), expected)
}

export async function deny(ctx: Ctx, id: string, reason: string | undefined, expected?: number): Promise<Quote> {
  await current(ctx, id, expected)
  return denyNow(onBehalf(ctx), id, byUser(ctx, { reason }), expected)
}

const byUser = (ctx: Ctx, { name, reason }: { name?: string | undefined; reason?: string | undefined }): Answer => ({
  via: 'user',
  at: ctx.now.toISOString(),
  ...(name === undefined ? {} : { name }),
  ...(reason === undefined ? {} : { reason }),
})

async function denyNow(ctx: Ctx, id: string, answer: Answer, expected?: number): Promise<Quote> {
  return settle(ctx, async () => {
    const before = await fresh(ctx, id, expected)
    if (isSaid(before, 'denied')) return { writes: [], events: [], answer: before }
    return Quotes.plans.derived(ctx, before, answered(before, 'denied', answer, ctx.now), { verb: 'denied' })
  })
}

async function acceptNow(ctx: Ctx, id: string, answer: Answer, expected?: number): Promise<Quote> {
  const before = await fresh(ctx, id, expected)
  if (isSaid(before, 'accepted')) return before
  answered(before, 'accepted', answer, ctx.now)
  const number = orderNumberOf(await takeNumbers(ctx, 'order'))
  return settle(ctx, () => planAcceptance(ctx, before, answer, number, expected))
}

async function fresh(ctx: Ctx, id: string, expected: number | undefined): Promise<Quote> {
  const quote = await findQuote(ctx, id)
  if (!quote) throw invalidLink()
  return expected === undefined || expected === quote.version ? quote : current(ctx, id, expected)
}

/**
 * All that an acceptance means, in one transaction: the quote, the order, the deal with the lines and the amount of the quote, the
 * quotes that lost, the roster. Some fifty writes when a deal has as many open quotes as it can have.
 */
async function planAcceptance(
  ctx: Ctx,
  { id, opportunityId }: Quote,
  answer: Answer,
  number: string,
  expected?: number,
): Promise<Change<Quote>> {
  const [roster, deal] = await Promise.all([rosterOf(ctx, opportunityId), dealOf(ctx, opportunityId)])
  // Read last: when somebody was faster, the quote says so, and that is the answer.
  const before = await fresh(ctx, id, expected)
  if (isSaid(before, 'accepted')) return { writes: [], events: [], answer: before }
  const next = answered(before, 'accepted', answer, ctx.now)
  refuseLost(deal, roster)
  const lines = await linesOf(ctx, id)
  const order = await planOrdered(ctx, before, deal, lines, number)
  const options = { verb: 'accepted', data: { orderId: order.answer.id } }
  const accepted = await BareQuotes.plans.derived(
    ctx,
    before,
    { ...next, isSynced: true, orderId: order.answer.id },
    options,
  )
  const siblings = await planSiblings(ctx, roster, id)
  const isSibling = siblings.some(({ answer }) => answer.id === deal.syncedQuoteId)
  const released = isSibling ? [] : await planReleased(ctx, deal, before)
  const won = await planWon(ctx, deal, synced(deal, accepted.answer), { quoteId: id, orderId: order.answer.id })
  const rest = [dealLinesWrite(won.answer, before, lines), rosterWrite(roster, { open: [], acceptedId: id })]
  const written: Change = { writes: rest, events: [], answer: undefined }
  return together([accepted, order, won, ...siblings, ...released, written], accepted.answer)
}

/** Throws conflict when the deal cannot be won any more: it is gone, or was lost, or won by another quote. */
function refuseLost(deal: Opportunity | undefined, { acceptedId }: Roster): asserts deal {
  if (!deal) throw conflict('quote.deal_gone', 'This offer is not good any more. Ask for a new one.')
  if (deal.status === 'lost' || (deal.status === 'won' && acceptedId !== undefined))
    throw conflict('quote.deal_closed', 'This offer is not good any more. Ask for a new one.')
}

async function planSiblings(ctx: Ctx, { open }: Roster, acceptedId: string): Promise<Change<Quote>[]> {
  const items = await itemsOf(
    ctx,
    open.filter((id) => id !== acceptedId),
  )
  const siblings = items.map((item) => fromItem(quoteType, item))
  // The roster was read before one of them came to its end: it is out of date, and so may be the quote that was accepted.
  if (!siblings.every(isOpen)) throw new VersionConflict()
  return Promise.all(
    siblings.map((sibling) =>
      BareQuotes.plans.derived(
        ctx,
        sibling,
        { ...move(sibling, 'superseded', ctx.now), isSynced: false },
        { verb: 'superseded', data: { by: acceptedId } },
      ),
    ),
  )
}

/** The order of what was accepted: whose the deal is, theirs is the order. */
async function planOrdered(
  ctx: Ctx,
  quote: Quote,
  deal: Opportunity,
  lines: readonly QuoteLine[],
  number: string,
): Promise<Change<Order>> {
  const ordered = orderedOf(quote, lines)
  const { accountId, contactId, opportunityId, name } = quote
  const { ownerId, teamId, visibility } = deal
  const said = {
    number,
    name,
    accountId,
    contactId,
    opportunityId,
    quoteId: quote.id,
    ownerId,
    teamId,
    visibility,
    status: 'placed',
    orderedOn: await today(ctx),
    totals: ordered.totals,
    margin: ordered.margin,
  }
  const input = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  const known = [accountId, contactId, opportunityId, ownerId, teamId].filter((id) => id !== undefined)
  return planMade(ctx, input, ordered.lines, { known })
}
