import { convert } from '@rapport/core/lead-conversion/service'
import type { Lead } from '@rapport/core/leads/schema'
import { Leads } from '@rapport/core/leads/service'
import { putLines } from '@rapport/core/opportunities/lines'
import { accept } from '@rapport/core/quotes/acceptance'
import { quoteType } from '@rapport/core/quotes/model'
import type { Quote } from '@rapport/core/quotes/quote-schema'
import { createQuote, putQuoteLines } from '@rapport/core/quotes/service'
import { present } from '@rapport/core/quotes/steps'
import { externalIdGuard } from '@rapport/core/shared/rules'
import { DAY_MS, HOUR_MS, later } from '@rapport/kernel/clock'
import { listRecords } from '@rapport/kernel/record-list'
import { type Ctx, holderOf } from '@rapport/kernel/store'

interface Seller {
  rep: (at: Date) => Promise<Ctx>
}

/** Leads that were not sold to, one for each way that one can stand; `day` is counted from the start of the story. */
const leads = [
  {
    key: 'penang',
    day: 20,
    firstName: 'Wei Ling',
    lastName: 'Tan',
    title: 'Owner',
    company: 'Penang Beans',
    email: 'weiling@penangbeans.example',
    rating: 'hot',
    source: 'web',
    description: 'Asks for the price of a small roaster, and when it could come.',
  },
  {
    key: 'bohol',
    day: 8,
    firstName: 'Jose',
    lastName: 'Reyes',
    title: 'Purchasing',
    company: 'Bohol Cacao Cooperative',
    email: 'jose@boholcacao.example',
    rating: 'warm',
    source: 'trade-fair',
    became: { status: 'nurturing', nurtureInDays: 90 },
  },
  {
    key: 'curious',
    day: 12,
    firstName: 'Sam',
    lastName: 'Hill',
    company: 'Hill & Daughters',
    email: 'sam@hill.example',
    source: 'web',
    became: { status: 'unqualified', unqualifiedReason: 'no_budget' },
  },
] as const

/**
 * What the seller did: leads as they stand, one of them sold to as far as the order, and an offer that waits for its answer. May be
 * told again: what is there stays.
 */
export async function tellSales({ rep }: Seller, start: Date, renewalId: string | undefined): Promise<void> {
  for (const { key, day, email, became, ...about } of leads.map((one) => ({ became: undefined, ...one }))) {
    const at = later(start, day * DAY_MS + 2 * HOUR_MS)
    const lead = await leadNamed(await rep(at), key, { ...about, emails: [address(email)] })
    if (!became || lead.status !== 'new') continue
    const { nurtureInDays, ...said } = { nurtureInDays: undefined, ...became }
    const touch = nurtureInDays === undefined ? {} : { nurtureUntil: later(at, nurtureInDays * DAY_MS).toISOString() }
    await Leads.patch(await rep(later(at, DAY_MS)), lead.id, { ...said, ...touch })
  }
  await tellSold(rep, start)
  if (renewalId !== undefined) await tellOffer(await rep(later(start, 17 * DAY_MS)), renewalId)
}

/** From a form on the site to a grinder that was ordered, in ten days. */
async function tellSold(rep: Seller['rep'], start: Date): Promise<void> {
  const on = (day: number, hour: number) => rep(later(start, day * DAY_MS + hour * HOUR_MS))
  const lead = await leadNamed(await on(5, 1), 'saigon', {
    firstName: 'Thảo',
    lastName: 'Võ',
    title: 'Head barista',
    company: 'Sài Gòn Espresso Bar',
    emails: [address('thao.vo@saigonespresso.example')],
    source: 'web',
    utm: { source: 'search', campaign: 'grinders' },
    estimate: { amount: 1_000_000, currency: 'USD' },
  })
  const opportunityId = lead.opportunityId ?? (await sold(await on(7, 3), lead))
  if (opportunityId === undefined) return
  const grinder = await holderOf(await on(8, 2), { scope: 'product.sku', value: 'g-3' })
  const before = await offerOf(await on(8, 3), opportunityId)
  if (!before && grinder !== undefined)
    await putLines(await on(8, 2), opportunityId, [
      { productId: grinder, quantity: '2', discount: { percent: '5' } },
      { name: 'Delivery', quantity: '1', listPrice: { amount: 9_000, currency: 'USD' } },
    ])
  const offer = before ?? (await createQuote(await on(8, 3), { opportunityId, terms: 'Payment within 30 days.' }))
  if (offer.status === 'draft') await present(await on(8, 4), offer.id)
  if (offer.status !== 'accepted') await accept(await on(15, 6), offer.id, 'Thảo Võ')
}

async function sold(ctx: Ctx, { id }: Lead): Promise<string | undefined> {
  const asked = { linkContactToAccount: false, activities: 'move', skipDuplicateCheck: false } as const
  const done = await convert(ctx, id, {
    ...asked,
    force: false,
    dryRun: false,
    opportunity: { name: 'Two grinders', source: 'web' },
  })
  return done.opportunity?.id
}

/** The renewal that a letter in the story speaks of. */
async function tellOffer(ctx: Ctx, opportunityId: string): Promise<void> {
  const offer = (await offerOf(ctx, opportunityId)) ?? (await createQuote(ctx, { opportunityId }))
  if (offer.status !== 'draft') return
  const listPrice = { amount: 7_250_000, currency: 'EUR' }
  await putQuoteLines(ctx, offer.id, [
    { name: 'Service of all machines, 2027', quantity: '1', listPrice, isCredit: false },
  ])
  await present(ctx, offer.id)
}

async function offerOf(ctx: Ctx, opportunityId: string): Promise<Quote | undefined> {
  const { data } = await listRecords(ctx, quoteType, { filter: { opportunityId }, limit: 1 })
  return data[0]
}

async function leadNamed(ctx: Ctx, key: string, about: Record<string, unknown>): Promise<Lead> {
  const known = await holderOf(ctx, externalIdGuard('lead', 'demo', key))
  return known ? Leads.get(ctx, known) : Leads.create(ctx, { ...about, status: 'new', externalIds: { demo: key } })
}

const address = (value: string) => ({ value, type: 'work', primary: true, optOut: false, invalid: false })
