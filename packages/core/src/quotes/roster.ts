import { conflict } from '@rapport/kernel/errors'
import { allRights } from '@rapport/kernel/policy'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import { type Ctx, read, versioned, type Write } from '@rapport/kernel/store'
import { opportunityType } from '../opportunities/model.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import { isOnRoster, quoteType, type Roster, rosterModel } from './model.ts'
import { OPEN_QUOTES_MAX, type Quote } from './quote-schema.ts'

/** Quotes with nothing beside them: for changes of several at once, whose roster is written once. */
export const BareQuotes = records<Quote>(quoteType)

export const rosterOf = async (ctx: Pick<Ctx, 'db'>, opportunityId: string): Promise<Roster> =>
  (await read(ctx, rosterModel, { opportunityId })) ?? { opportunityId, version: 0, open: [] }

/** Holds only while nobody else changed the roster. Throws conflict when a deal would have too many open quotes. */
export function rosterWrite(before: Roster, change: Pick<Roster, 'open'> & { acceptedId?: string }): Write {
  if (change.open.length > OPEN_QUOTES_MAX)
    throw conflict('opportunity.too_many_quotes', `A deal has at most ${OPEN_QUOTES_MAX} open quotes.`)
  return {
    put: rosterModel.item({ ...before, ...change, version: before.version + 1 }),
    condition: versioned(before.version),
  }
}

/** What one quote's change means for the roster of its deal; a quote opens only while its deal is. */
export async function rosterWrites(ctx: Ctx, before: Quote | undefined, next: Quote): Promise<Write[]> {
  const [was, is] = [before !== undefined && isOnRoster(before), isOnRoster(next)]
  if (was === is) return []
  if (is) await openDeal(ctx, next.opportunityId)
  const roster = await rosterOf(ctx, next.opportunityId)
  const others = roster.open.filter((id) => id !== next.id)
  return [rosterWrite(roster, { open: is ? [...others, next.id] : others })]
}

/** The deal of a quote, whoever asks; undefined when it is in the recycle bin. */
export async function dealOf(ctx: Pick<Ctx, 'db'>, opportunityId: string): Promise<Opportunity | undefined> {
  const [item] = await itemsOf(ctx, [opportunityId])
  return item && !item.deletedAt ? fromItem(opportunityType, item) : undefined
}

/** Throws conflict unless the deal is there and open. */
export async function openDeal(ctx: Pick<Ctx, 'db'>, opportunityId: string): Promise<Opportunity> {
  const deal = await dealOf(ctx, opportunityId)
  if (!deal) throw conflict('quote.deal_gone', 'The deal of this quote is in the recycle bin.')
  if (deal.status !== 'open') throw conflict('opportunity.closed', 'This deal is closed. Reopen it first.')
  return deal
}

/** For what follows from a change that the caller was allowed to make. */
export const onBehalf = (ctx: Ctx): Ctx => ({ ...ctx, principal: { ...ctx.principal, rights: allRights } })

/** A quote as it is now, whoever asks. */
export async function findQuote(ctx: Pick<Ctx, 'db'>, id: string): Promise<Quote | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(quoteType, item) : undefined
}
