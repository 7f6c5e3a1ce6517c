import { DAY_MS, later } from '@rapport/kernel/clock'
import { invalid } from '@rapport/kernel/errors'
import { takeNumbers } from '@rapport/kernel/numbers'
import { type Body, settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { promised } from '../case-sla/service.ts'
import { enqueued, numberOf } from '../cases/rules.ts'
import type { Callback, Case } from '../cases/schema.ts'
import { Cases, opening } from '../cases/service.ts'
import { findIntakeQueue } from '../queues/routing.ts'
import { asItself, NOBODY_ID } from '../shared/itself.ts'
import { completePhones } from '../shared/rules.ts'
import type { CallbackAnswer, CallbackRequest } from './schema.ts'

/**
 * Opens a case for somebody who wants to be called, and says until when that is promised. What a program filled in is answered
 * alike and forgotten. No contact is looked for: the answer would tell who is known here.
 */
export async function requestCallback(outer: Ctx, request: CallbackRequest): Promise<CallbackAnswer> {
  const requester = await requesterOf(request)
  refuseOtherTime(request, outer.now)
  const { idempotency } = outer
  const ctx = { ...asItself(outer, 'callback'), ...(idempotency ? { idempotency } : {}) }
  const opened = await promisedFrom(ctx, request.from, await opening(ctx, caseOf(request, requester)))
  const promisedBy = opened.sla?.firstResponse.dueAt
  const answer: CallbackAnswer = { status: 'received', ...(promisedBy ? { promisedBy } : {}) }
  if (request.homepage) return answer
  const [queue, count] = await Promise.all([findIntakeQueue(ctx), takeNumbers(ctx, 'case')])
  const callback = windowOf(request, promisedBy, ctx.now)
  const placed = { ...(queue ? enqueued(opened, queue, ctx.now) : opened), callback, number: numberOf(count) }
  return settle(ctx, async () => {
    const change = await Cases.plans.create(ctx, placed, { known: [NOBODY_ID] })
    return { ...change, answer }
  })
}

/** Whoever does not want to be called before an instant is promised something from then on. */
async function promisedFrom(ctx: Ctx, from: string | undefined, opened: Body): Promise<Case> {
  const begun = opened as unknown as Case
  if (from === undefined || from <= ctx.now.toISOString()) return begun
  return promised({ ...ctx, now: new Date(from) }, begun)
}

/** How far ahead somebody may ask to be called. */
const AHEAD_MAX_MS = 90 * DAY_MS

function refuseOtherTime({ from, until }: CallbackRequest, now: Date): void {
  const last = later(now, AHEAD_MAX_MS).toISOString()
  const isPast = until !== undefined && until <= now.toISOString()
  const named = [...(isPast || (until ?? '') > last ? ['until'] : []), ...((from ?? '') > last ? ['from'] : [])]
  if (named.length === 0) return
  const code = 'callback.other_time'
  throw invalid(
    code,
    'We can call from now on, and within 90 days.',
    named.map((field) => ({ pointer: `/${field}`, code, message: 'must lie within the next 90 days' })),
  )
}

async function requesterOf({ phone, country, name, email }: CallbackRequest): Promise<Body> {
  const entry = { value: phone, type: 'other', primary: true, optOut: false, invalid: false } as const
  const [known] = await completePhones([{ ...entry, ...(country ? { country } : {}) }])
  if (known?.e164 === undefined)
    throw invalid('callback.phone', 'This is no phone number that can be called.', [
      { pointer: '/phone', code: 'callback.phone', message: 'must be a number with its +code, or come with a country' },
    ])
  return { phone: known.e164, ...(name ? { name } : {}), ...(email ? { email } : {}) }
}

const caseOf = ({ topic }: CallbackRequest, requester: Body): Body => ({
  subject: topic,
  type: 'request',
  origin: 'phone',
  requester,
  ownerId: NOBODY_ID,
  visibility: 'everyone',
})

/** When to call. Who names no time is called by what is promised, or within a day. */
function windowOf({ from, until }: CallbackRequest, promisedBy: string | undefined, now: Date): Callback {
  const begin = from ?? now.toISOString()
  const known = until ?? (promisedBy !== undefined && promisedBy > begin ? promisedBy : undefined)
  const end = known !== undefined && known > begin ? known : later(new Date(begin), DAY_MS).toISOString()
  return { from: begin, until: end, ...(promisedBy ? { promisedBy } : {}) }
}
