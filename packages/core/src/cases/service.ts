import { ancestorChecks } from '@rapport/kernel/ancestry'
import { later } from '@rapport/kernel/clock'
import { conflict, stale, unprocessable } from '@rapport/kernel/errors'
import { takeNumbers } from '@rapport/kernel/numbers'
import { allRights } from '@rapport/kernel/policy'
import { itemsOf, mayDo } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import type { Change, Ctx, Write } from '@rapport/kernel/store'
import type { Voice } from '../case-sla/rules.ts'
import { told } from '../case-sla/rules.ts'
import { promised, timed } from '../case-sla/service.ts'
import { type Queued, queuedModel } from '../queues/model.ts'
import { findQueue, route } from '../queues/routing.ts'
import type { Queue } from '../queues/schema.ts'
import { accountOf } from '../shared/subject.ts'
import { caseType } from './model.ts'
import { owedWrites } from './owed.ts'
import {
  autoCloseAt,
  canReopen,
  close,
  dueAtOf,
  enqueued,
  hasEnded,
  isUnclaimed,
  move,
  NOBODY_ID,
  numberOf,
  priorityOf,
  ROUTE_AGAIN_MS,
  rankOf,
  resolve,
} from './rules.ts'
import type { Case, Resolution } from './schema.ts'

export const Cases = records<Case>(caseType, async (ctx, { before, next }) => {
  const isBelow = next.parentCaseId !== undefined && next.parentCaseId !== before?.parentCaseId
  const checks = isBelow ? await ancestorChecks(ctx, 'case', 'parentCaseId', next.id, next.parentCaseId as string) : []
  return { writes: [...checks, ...queuedWrites(before, next), ...owedWrites(before, next)] }
})

/** A case stands in its queue from the change that puts it there to the change that takes it out. */
function queuedWrites(before: Case | undefined, next: Case): Write[] {
  const [had, has] = [before && queuedOf(before), queuedOf(next)]
  if (had?.rank === has?.rank && had?.queueId === has?.queueId) return []
  return [...(had ? [{ delete: queuedModel.key({ ...had }) }] : []), ...(has ? [{ put: queuedModel.item(has) }] : [])]
}

export const queuedOf = (record: Case): Queued | undefined =>
  isUnclaimed(record) ? { queueId: record.queueId as string, rank: rankOf(record), caseId: record.id } : undefined

export async function createCase(ctx: Ctx, input: Body): Promise<Case> {
  const plan = await planCases(ctx, input)
  return settle(ctx, plan)
}

/** How a case is planned, again and again under one number: taken when nothing is wrong with the case but what a commit finds. */
export async function planCases(
  ctx: Ctx,
  input: Body,
  options: { id?: string } = {},
): Promise<() => Promise<Change<Case>>> {
  const opened = await checkedOpening(ctx, input)
  const number = numberOf(await takeNumbers(ctx, 'case'))
  const queue = input.ownerId === undefined ? await queueFor(ctx, input.queueId) : undefined
  if (!queue) return () => Cases.plans.create(ctx, { ...opened, number }, options)
  const waiting = enqueued(opened as unknown as Case, queue, ctx.now)
  return () => Cases.plans.create(onBehalf(ctx), { ...waiting, number }, { known: [NOBODY_ID], ...options })
}

/** The plan of a new case. */
export const planCase = async (ctx: Ctx, input: Body): Promise<Change<Case>> => (await planCases(ctx, input))()

/** What a case would begin with. Throws what is wrong with it. */
export async function checkedOpening(ctx: Ctx, input: Body): Promise<Body> {
  const opened = await opening(ctx, input)
  await Cases.plans.create(ctx, { ...opened, number: numberOf(0) })
  return opened
}

/** The queue of an id, if one is named. Throws unprocessable when it is not there. */
async function queueFor(ctx: Ctx, id: unknown): Promise<Queue | undefined> {
  if (typeof id !== 'string') return undefined
  const queue = await findQueue(ctx, id)
  if (!queue)
    throw unprocessable('queue.not_found', 'There is no such queue.', [
      { pointer: '/queueId', code: 'queue.not_found', message: 'names no queue' },
    ])
  return queue
}

export interface Assignment {
  ownerId?: string | undefined
  queueId?: string | undefined
  /** Why; it stands in the case's history. */
  reason: string
}

/** Gives a case to somebody, or puts it into a queue where it waits for somebody. */
export const assign = (ctx: Ctx, id: string, { ownerId, queueId, reason }: Assignment): Promise<Case> =>
  settle(ctx, async () => {
    const before = await current(ctx, id)
    refuseMerged(before)
    const data = { reason, from: before.ownerId }
    if (ownerId !== undefined) return Cases.plans.next(ctx, before, { ...before, ownerId }, { verb: 'assigned', data })
    mayDo(ctx, caseType, before, 'assign')
    const queue = await queueFor(ctx, queueId)
    return queue ? planMove(ctx, before, enqueued(before, queue, ctx.now), 'queued', data) : nothing(before)
  })

/** What a case begins with, beside what was said about it. */
export async function opening(ctx: Ctx, input: Body): Promise<Body> {
  const { accountId = await accountOf(ctx, String(input.contactId)) } = input
  const usual = { type: 'question', origin: 'other', impact: 'medium', urgency: 'medium' }
  const begun = {
    ...usual,
    status: 'new',
    reopenedCount: 0,
    inboundCount: 1,
    lastCustomerReplyAt: ctx.now.toISOString(),
  }
  const said = { ...begun, ...input, ...(accountId === undefined ? {} : { accountId }) } as unknown as Case
  return { ...(await promised(ctx, { ...said, priority: priorityOf(said) })) }
}

export const patchCase = (ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Case> =>
  settle(ctx, () => planCasePatch(ctx, id, patch, expected))

export async function planCasePatch(ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Change<Case>> {
  const before = await current(ctx, id)
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  if (patch.queueId !== undefined && patch.queueId !== before.queueId)
    throw unprocessable('case.queue_by_assignment', 'A case changes its queue by being assigned, with a reason.', [
      { pointer: '/queueId', code: 'case.queue_by_assignment', message: 'cannot be patched' },
    ])
  const wished = mergePatch(before, patch)
  const checked = await Cases.plans.next(ctx, before, wished)
  const answer = await timed(ctx, before, checked.answer)
  if (answer === checked.answer) return checked
  return Cases.plans.next(ctx, before, {
    ...wished,
    priority: answer.priority,
    sla: answer.sla,
    slaUntold: answer.slaUntold,
  })
}

export interface Wait {
  on: 'customer' | 'third_party'
}

export const wait = (ctx: Ctx, id: string, { on }: Wait): Promise<Case> =>
  act(ctx, id, 'waiting', (before) => move(before, `waiting_on_${on}`, ctx.now))

/** Goes on with a case: from the beginning, or after waiting. What has ended is reopened. */
export const proceed = (ctx: Ctx, id: string): Promise<Case> =>
  act(ctx, id, 'proceeded', (before) => {
    if (hasEnded(before))
      throw conflict('case.ended', 'This case has ended. Reopen it first.', { status: before.status })
    return move(before, 'in_progress', ctx.now)
  })

export const resolveCase = (ctx: Ctx, id: string, resolution: Resolution): Promise<Case> =>
  act(ctx, id, 'resolved', (before) => resolve(before, resolution, ctx.now))

export const closeCase = (ctx: Ctx, id: string, resolution?: Resolution): Promise<Case> =>
  act(ctx, id, 'closed', (before) => close(before, resolution, ctx.now))

export interface Reopened {
  record: Case
  /** The case ended too long ago: this is another one that follows it. */
  isFollowUp: boolean
}

/** A case that ended lately goes on; one that ended long ago is followed by a new one. */
export const reopenCase = (ctx: Ctx, id: string): Promise<Reopened> =>
  settle(ctx, async (): Promise<Change<Reopened>> => {
    const before = await current(ctx, id)
    refuseMerged(before)
    if (!canReopen(before, ctx.now)) {
      const opened = await planCase(onBehalf(ctx), await followUp(ctx, before))
      return { ...opened, answer: { record: opened.answer, isFollowUp: true } }
    }
    const reopened = await planMove(ctx, before, move(before, 'in_progress', ctx.now), 'reopened')
    return { ...reopened, answer: { record: reopened.answer, isFollowUp: false } }
  })

/** What of a case goes on in the one that follows it: without a customer or a team that is gone, and an owner who has left. */
export async function followUp(ctx: Ctx, before: Case): Promise<Body> {
  const { subject, type, origin, impact, urgency, priorityOverride, requester, tags, visibility } = before
  const { accountId, contactId, ownerId, teamId } = before
  const named = { accountId, contactId, ownerId, teamId }
  const there = await itemsOf(
    ctx,
    Object.values(named).filter((id) => id !== undefined),
  )
  const live = new Set(there.filter(({ deletedAt, status }) => !deletedAt && status !== 'disabled').map(({ id }) => id))
  const left = Object.fromEntries(Object.entries(named).filter(([, id]) => id !== undefined && live.has(id)))
  const kept = { subject, type, origin, impact, urgency, priorityOverride, requester, tags, visibility }
  return { ...kept, ...left, followsId: before.id }
}

/** Changes a case by a rule, as the event that `verb` names. Nothing is written when the rule changes nothing. */
export const act = (ctx: Ctx, id: string, verb: string, change: (before: Case) => Case): Promise<Case> =>
  settle(ctx, async () => {
    const before = await current(ctx, id)
    refuseMerged(before)
    return planMove(ctx, before, change(before), verb)
  })

export async function planMove(
  ctx: Ctx,
  before: Case,
  next: Case,
  verb: string,
  data?: Record<string, unknown>,
  voice?: Voice,
): Promise<Change<Case>> {
  if (next === before) return nothing(before)
  return Cases.plans.derived(ctx, before, await timed(ctx, before, next, voice), { verb, ...(data ? { data } : {}) })
}

/** The case with the right to change it. What was due by now has happened before anything else does to it. */
export async function current(ctx: Ctx, id: string): Promise<Case> {
  const before = await Cases.get(ctx, id, 'update')
  if (!isDue(before, ctx.now)) return before
  await takeDueStep(bySelf(ctx), id)
  return Cases.get(ctx, id, 'update')
}

/** Things that can be due of one case at once: a broken promise, the end, somebody to look for. */
const STEPS_MAX = 4

/** Does what happens to a case by itself, one thing after the other, each as an event of its own. Nothing when it is not due. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  for (let step = 0; step < STEPS_MAX; step++) {
    const taken = await settle<unknown>(ctx, () => planStep(ctx, id))
    if (taken === undefined) return
  }
}

async function planStep(ctx: Ctx, id: string): Promise<Change<unknown>> {
  const before = await findCase(ctx, id)
  if (!before || !isDue(before, ctx.now)) return nothing(undefined)
  const due = told(before, ctx.now)
  if (due) {
    const { next, happened } = due
    const isBroken = happened.some(({ type }) => type === 'breach')
    return Cases.plans.derived(ctx, before, next, {
      verb: isBroken ? 'sla_breached' : 'sla_warning',
      data: { happened },
    })
  }
  if (isPassed(autoCloseAt(before), ctx.now))
    return planMove(ctx, before, close(before, undefined, ctx.now), 'closed', { isAutomatic: true })
  return planRoute(ctx, before)
}

/** Looks for somebody who takes a case that waits, and again later when nobody can. */
async function planRoute(ctx: Ctx, before: Case): Promise<Change<Case>> {
  const { routeAt: _, ...rest } = before
  const queue = before.queueId === undefined ? undefined : await findQueue(ctx, before.queueId)
  if (queue?.mode !== 'push') return planMove(ctx, before, rest, 'left_to_claim')
  const found = await route(ctx, queue, before.tags ?? [])
  if (found) return planMove(ctx, before, { ...rest, ownerId: found.userId }, 'assigned', { reason: found.why })
  const routeAt = later(ctx.now, ROUTE_AGAIN_MS).toISOString()
  return planMove(ctx, before, { ...rest, routeAt }, 'not_routed', { reason: 'nobody can take it' })
}

const isDue = (record: Case, now: Date): boolean => isPassed(dueAtOf(record), now)

const isPassed = (at: string | undefined, now: Date): boolean => at !== undefined && at <= now.toISOString()

const nothing = <A>(answer: A): Change<A> => ({ writes: [], events: [], answer })

/** The live case, whoever asks. */
export async function findCase(ctx: Pick<Ctx, 'db'>, id: string): Promise<Case | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(caseType, item) : undefined
}

/** Merged cases lead to where they went on; further than this nobody merges. */
const MERGES_MAX = 5

/** The live case that is worked on in place of this one: itself, or where it went on. */
export async function goingOn(ctx: Pick<Ctx, 'db'>, id: string): Promise<Case | undefined> {
  let found = await findCase(ctx, id)
  for (let merges = 0; found?.mergedIntoId !== undefined && merges < MERGES_MAX; merges++)
    found = await findCase(ctx, found.mergedIntoId)
  return found
}

export function refuseMerged({ mergedIntoId }: Case): void {
  if (mergedIntoId !== undefined)
    throw conflict('case.merged', 'This case was merged into another one. Go on there.', { mergedIntoId })
}

/** What the CRM does by itself while it answers a request: its own deed, and no part of the answer that is kept. */
function bySelf({ idempotency: _, ...ctx }: Ctx): Ctx {
  return onBehalf({
    ...ctx,
    actor: { type: 'system', id: 'sweep-due', onBehalfOf: ctx.actor.onBehalfOf ?? ctx.actor.id },
  })
}

/** For what follows from a change that the caller was allowed to make. */
export const onBehalf = (ctx: Ctx): Ctx => ({ ...ctx, principal: { ...ctx.principal, rights: allRights } })
