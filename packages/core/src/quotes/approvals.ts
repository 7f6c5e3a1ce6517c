import { conflict, forbidden } from '@rapport/kernel/errors'
import { mayDo } from '@rapport/kernel/record-read'
import { settle } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { getOrganisation } from '../organisation/service.ts'
import { beyond } from './approval-rules.ts'
import { move } from './lifecycle-rules.ts'
import { quoteType } from './model.ts'
import type { Approval, ApprovalReason, Quote } from './quote-schema.ts'
import { current, linesOf, Quotes } from './service.ts'

/** Asks for approval. Who could offer it alone need not ask, but may. */
export const submit = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const reasons = await reasonsFor(ctx, before)
    const approval: Approval = { reasons, requestedAt: ctx.now.toISOString(), requestedBy: ctx.actor.id }
    return step(ctx, before, { ...move(before, 'needs_review', ctx.now), approval }, 'submitted')
  })

/** Takes a quote for review, so that no two colleagues do. */
export const review = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await toApprove(ctx, id, expected)
    return step(ctx, before, move(before, 'in_review', ctx.now), 'review_begun')
  })

/** Lets a quote go out. Throws forbidden when it is beyond the limits of who approves, too. */
export const approve = (ctx: Ctx, id: string, note?: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await toApprove(ctx, id, expected)
    const next = move(before, 'approved', ctx.now)
    if ((await reasonsFor(ctx, before)).length > 0)
      throw forbidden('quote.beyond_own_limits', 'This offer is beyond your own limits. Somebody else must approve it.')
    return step(ctx, before, { ...next, ...decided(ctx, before, 'approved', note) }, 'approved')
  })

/** Back to a draft, with what should be different. */
export const reject = (ctx: Ctx, id: string, note: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await toApprove(ctx, id, expected)
    if (before.status === 'approved') throw conflict('quote.approved', 'This quote was approved. Recall it instead.')
    return step(
      ctx,
      before,
      { ...move(before, 'draft', ctx.now), ...decided(ctx, before, 'rejected', note) },
      'rejected',
    )
  })

/** Takes a quote back that no customer has seen, to change it. What was approved is so no more. */
export const recall = (ctx: Ctx, id: string, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const { approval: _, ...next } = move(before, 'draft', ctx.now)
    return step(ctx, before, next, 'recalled')
  })

export const step = (ctx: Ctx, before: Quote, next: Quote, verb: string): Promise<Change<Quote>> =>
  Quotes.plans.next(ctx, before, next, { verb })

async function toApprove(ctx: Ctx, id: string, expected?: number): Promise<Quote> {
  const before = await current(ctx, id, expected)
  return mayDo(ctx, quoteType, before, 'configure')
}

const decided = ({ now, actor }: Ctx, { approval }: Quote, decision: Approval['decision'], note?: string) => ({
  approval: {
    ...(approval ?? { reasons: [], requestedAt: now.toISOString(), requestedBy: actor.id }),
    decision,
    decidedAt: now.toISOString(),
    decidedBy: actor.id,
    ...(note === undefined ? {} : { note }),
  },
})

/** What of a quote is beyond the limits of who asks. */
export async function reasonsFor(ctx: Ctx, quote: Quote): Promise<ApprovalReason[]> {
  const { quoteLimits } = await getOrganisation(ctx)
  return beyond(quote, await linesOf(ctx, quote.id), ctx.principal.roles, quoteLimits)
}
