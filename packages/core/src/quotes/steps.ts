import { DAY_MS, later } from '@rapport/kernel/clock'
import { conflict, forbidden, unprocessable } from '@rapport/kernel/errors'
import { isAllowed } from '@rapport/kernel/policy'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, together } from '@rapport/kernel/store'
import { dateAt } from '@rapport/kernel/wall-time'
import { getOrganisation } from '../organisation/service.ts'
import { reasonsFor, step } from './approvals.ts'
import { customerOf } from './customer.ts'
import { expired, move, presented } from './lifecycle-rules.ts'
import { documentModel } from './model.ts'
import type { Quote } from './quote-schema.ts'
import { BareQuotes, findQuote, onBehalf, openDeal, rosterOf, rosterWrite } from './roster.ts'
import { current, documentOf, Quotes } from './service.ts'
import { followed, planReleased, planSynced, planUnsynced } from './sync.ts'

/**
 * Makes the offer: from here on its lines and totals stay as they are. The revision before it is replaced; when the deal was synced
 * with that one, it now is with this one. Throws conflict('quote.needs_approval') with what is beyond the caller's limits.
 */
export const present = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const deal = await openDeal(ctx, before.opportunityId)
    const { timeZone, company } = await getOrganisation(ctx)
    const offered = presented(before, timeZone, ctx.now)
    await refuseUnapproved(ctx, before)
    const document = await documentOf(ctx, id)
    if (!document) throw new Error(`The quote ${id} has no document.`)
    const previous = before.previousId === undefined ? undefined : await findQuote(ctx, before.previousId)
    const takesOver = previous?.isSynced === true
    const change = await step(ctx, before, takesOver ? { ...offered, isSynced: true } : offered, 'presented')
    const customer = await customerOf(ctx, before)
    const put = documentModel.item({ ...document, customer, ...(company ? { seller: company } : {}) })
    const replaced = previous ? await planReplaced(ctx, previous, change.answer) : []
    const followUp = takesOver ? [await planSynced(ctx, deal, change.answer, document.lines)] : []
    const written: Change = { writes: [{ put }], events: [], answer: undefined }
    return together([change, written, ...replaced, ...followUp], change.answer)
  })

async function refuseUnapproved(ctx: Ctx, quote: Quote): Promise<void> {
  if (quote.status === 'approved') return
  const reasons = await reasonsFor(ctx, quote)
  if (reasons.length > 0)
    throw conflict('quote.needs_approval', 'This offer is beyond your limits. Submit it for approval.', { reasons })
}

async function planReplaced(ctx: Ctx, previous: Quote, by: Quote): Promise<Change[]> {
  const isOpen = previous.status === 'presented'
  if (!isOpen && !previous.isSynced) return []
  const next = isOpen ? move(previous, 'superseded', ctx.now) : previous
  const verb = isOpen ? 'superseded' : 'unsynced'
  const data = { by: by.id }
  const change = await BareQuotes.plans.derived(ctx, previous, { ...next, isSynced: false }, { verb, data })
  const roster = await rosterOf(ctx, by.opportunityId)
  const write = rosterWrite(roster, { open: roster.open.filter((id) => id !== previous.id) })
  return [change, ...(isOpen ? [{ writes: [write], events: [], answer: undefined }] : [])]
}

/** Gives the deal the lines and the net amount of this quote, from now on, and no longer those of another one. */
export const sync = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    if (before.isSynced) return { writes: [], events: [], answer: before }
    const deal = await openDeal(ctx, before.opportunityId)
    if (!isAllowed(ctx.principal, 'update', 'opportunity', ctx.now, deal))
      throw forbidden('opportunity.update_denied', 'You may not change the deal of this quote.')
    if (before.status === 'superseded' || before.status === 'denied' || before.status === 'expired')
      throw conflict('quote.closed', 'This offer is over. Sync one that is open.')
    if (before.lineCount === 0)
      throw unprocessable('quote.no_lines', 'A deal is synced with a quote that has lines.', [
        { pointer: '/lines', code: 'quote.no_lines', message: 'has no lines' },
      ])
    const change = await step(ctx, before, { ...before, isSynced: true }, 'synced')
    const released = await planReleased(ctx, deal, before)
    const document = await documentOf(ctx, id)
    return together([await followed(ctx, deal, change, document?.lines ?? []), ...released], change.answer)
  })

/** Lets the deal go on with its lines and amount on its own. */
export const unsync = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    if (!before.isSynced) return { writes: [], events: [], answer: before }
    const deal = await openDeal(ctx, before.opportunityId)
    const change = await step(ctx, before, { ...before, isSynced: false }, 'unsynced')
    return together([change, await planUnsynced(ctx, deal)], change.answer)
  })

/** A new draft with the same lines and the same number, to take the place of this offer when it is presented. */
export const revise = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    if (!['presented', 'denied', 'expired'].includes(before.status))
      throw conflict('quote.not_presented', 'Only an offer that was made can be revised. Recall this one instead.')
    const next = before.nextId === undefined ? undefined : await findQuote(ctx, before.nextId)
    if (next) throw conflict('quote.revised', 'There is a newer revision of this offer.', { nextId: next.id })
    const document = await documentOf(ctx, id)
    const made = await Quotes.plans.create(onBehalf(ctx), revisionOf(before, await freshExpiry(ctx, before)), {
      known: knownIn(before),
      data: { revises: id },
    })
    const linked = await BareQuotes.plans.derived(
      ctx,
      before,
      { ...before, nextId: made.answer.id },
      { verb: 'revised' },
    )
    const { lines = [], shippingTax } = document ?? {}
    const put = documentModel.item({
      quoteId: made.answer.id,
      revision: 1,
      lines,
      ...(shippingTax ? { shippingTax } : {}),
    })
    return together([made, linked, { writes: [{ put }], events: [], answer: undefined }], made.answer)
  })

/** The last day of the offer, or as many days as a new one has when that has passed. */
async function freshExpiry(ctx: Ctx, { expiresOn }: Quote): Promise<string> {
  const { timeZone, quoteValidDays } = await getOrganisation(ctx)
  const isPast = expiresOn < dateAt(timeZone, ctx.now)
  return isPast ? dateAt(timeZone, later(ctx.now, quoteValidDays * DAY_MS)) : expiresOn
}

/** What of an offer goes on in its next revision. */
function revisionOf(before: Quote, expiresOn: string): Record<string, unknown> {
  const { id, version, createdAt, createdBy, updatedAt, updatedBy, shares, ...rest } = before
  const { approval, presentedAt, expiresAt, answer, closedAt, nextId, delivery, ...kept } = rest
  return {
    ...kept,
    expiresOn,
    previousId: id,
    revision: before.revision + 1,
    status: 'draft',
    isSynced: false,
    linesRevision: 1,
  }
}

const knownIn = ({ opportunityId, accountId, contactId, ownerId, teamId }: Quote): string[] =>
  [opportunityId, accountId, contactId, ownerId, teamId].filter((id) => id !== undefined)

/** Does what a quote does by itself, if it is due: its time ends. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  await settle<unknown>(ctx, async () => {
    const quote = await findQuote(ctx, id)
    const next = quote && expired(quote, ctx.now)
    if (!quote || !next) return { writes: [], events: [], answer: undefined }
    return Quotes.plans.derived(ctx, quote, next, { verb: 'expired' })
  })
}
