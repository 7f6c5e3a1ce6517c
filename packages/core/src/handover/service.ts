import { CrmError, conflict, forbidden } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import { isAllowed } from '@rapport/kernel/policy'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import type { RecordBase, Share } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { interactionType } from '../interactions/model.ts'
import type { Interaction } from '../interactions/schema.ts'
import { userType } from '../users/model.ts'
import { Users } from '../users/service.ts'
import { handoverType, moveBounds, moveModel } from './model.ts'
import { findHandover, jobWrite, planStep } from './plan.ts'
import { begin, turnBack, whenDue } from './rules.ts'
import { type Handover, type HandoverKind, type HandoverRequest, handoverKinds, type Move } from './schema.ts'
import { handoverTypes } from './types.ts'

export const Handovers = records<Handover>(handoverType)

/**
 * Begins to hand over a person's work; a worker does it. Throws conflict('handover.in_motion') while other work of this person is
 * on its way.
 */
export async function handOver(ctx: Ctx, ownerId: string, request: HandoverRequest): Promise<Handover> {
  await Users.get(ctx, ownerId)
  const work = { ownerId, visibility: 'owner' } as const
  if (!isAllowed(ctx.principal, 'create', 'handover', ctx.now, work)) {
    throw forbidden('handover.create_denied', 'You may not hand over the work of this person.')
  }
  const kinds = await kindsGiven(ctx, request)
  const shares: Share[] = [{ to: request.to, access: 'read' }]
  const input = { ...begin(ownerId, { ...request, kinds }, ctx.now), ...work, shares }
  return named(
    settle(ctx, async () => {
      const made = await Handovers.plans.create(inPlaceOf(ctx, ownerId), input)
      const { id: handoverId, step, counts } = made.answer
      return { ...made, writes: [...made.writes, jobWrite({ handoverId, version: 1, step, counts })] }
    }),
  )
}

/**
 * Work goes to whom records of its kinds may be assigned to by the one who hands it over: all the kinds that were named, or those of
 * which it is so when none was. Who does not exist is refused later.
 */
async function kindsGiven(ctx: Ctx, { to, kinds }: HandoverRequest): Promise<HandoverKind[]> {
  const wished = kinds ?? [...handoverKinds]
  const item = (await visibleItems(ctx, [to])).get(to)
  if (!item) return wished
  const { teamIds = [] } = fromItem(userType, item)
  const target = { ownerId: to, visibility: 'team' } as const
  const targets = [target, ...teamIds.map((teamId) => ({ ...target, teamId }))]
  const mayGive = (kind: string) => targets.some((one) => isAllowed(ctx.principal, 'assign', kind, ctx.now, one))
  const given = wished.filter(mayGive)
  if (given.length === 0 || (kinds && given.length < kinds.length)) {
    throw forbidden('handover.receiver_denied', 'You may not give this work to that person.')
  }
  return given
}

/** Begins to move back what the receiver still owns. Throws conflict('handover.reverted') the second time. */
export const revert = (ctx: Ctx, id: string): Promise<Handover> =>
  named(
    settle(ctx, async () => {
      const handover = await Handovers.get(ctx, id, 'update')
      return planStep(ctx, handover, turnBack(handover, ctx.now))
    }),
  )

/** Does what a handover does by itself: ends the delegation, or begins a batch again that should be over. Nothing when not due. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  const taken = settle<unknown>(ctx, async () => {
    const handover = await findHandover(ctx, id)
    const step = handover && whenDue(handover, ctx.now)
    return step ? planStep(ctx, handover, step) : { writes: [], events: [], answer: undefined }
  })
  // While other work of the same person is on its way this stays due.
  await taken.catch((error) => (isInMotionError(error) ? undefined : Promise.reject(error)))
}

/** A moved record as whoever asks may see it, with what was last said to and by the customer. */
export interface MovedRecord extends Omit<Move, 'handoverId'> {
  record: RecordBase
  interactions: Interaction[]
}

/** Interactions that bring a record's new owner up to date. */
const INTERACTIONS_MAX = 5

/** The records a handover has moved, by kind and age; those the caller may not see are left out. */
export async function listMoved(ctx: Ctx, handoverId: string, query: PageQuery): Promise<Page<MovedRecord>> {
  await Handovers.get(ctx, handoverId)
  const page = await pageOf<Move>(ctx, query, {
    scope: ['handover-items', handoverId],
    newestFirst: false,
    bounds: moveBounds,
    range: (from, to, options) => moveModel.range('record', { handoverId }, { of: from }, { of: to }, options),
    parse: moveModel.parse,
    positionOf: (move) => move.of,
  })
  const visible = await visibleItems(
    ctx,
    page.data.map((move) => move.of),
  )
  const moved = page.data.map((move) => ({ move, item: visible.get(move.of) }))
  const data = await Promise.all(moved.flatMap(({ move, item }) => (item ? [brief(ctx, move, item)] : [])))
  return { data, nextCursor: page.nextCursor }
}

async function brief(ctx: Ctx, { handoverId: _, ...move }: Move, item: Item): Promise<MovedRecord> {
  const record = handoverTypes[move.kind].seenBy(ctx.principal, item)
  return { ...move, record, interactions: await lastInteractions(ctx, move.of) }
}

async function lastInteractions(ctx: Ctx, subjectId: string): Promise<Interaction[]> {
  const [from, to] = idBounds('interaction')
  const range = { newestFirst: true, limit: INTERACTIONS_MAX }
  const { items } = await ctx.db.table.query(
    interactionType.model.range('parent', { state: 'live', parent: subjectId }, { id: from }, { id: to }, range),
  )
  const interactions = items.map((item) => fromItem(interactionType, item))
  return interactions.filter((interaction) => isAllowed(ctx.principal, 'read', 'interaction', ctx.now, interaction))
}

/** Plans as the person whose work it is, for a caller who has been allowed to: the handover belongs to that person. */
const inPlaceOf = (ctx: Ctx, ownerId: string): Ctx => ({
  ...ctx,
  principal: { ...ctx.principal, userId: ownerId, teamIds: [] },
})

const isInMotionError = (error: unknown): error is CrmError =>
  error instanceof CrmError && error.code === 'handover.owner_taken'

/** Says in a person's words that one handover at a time is carried out. */
async function named<A>(work: Promise<A>): Promise<A> {
  try {
    return await work
  } catch (error) {
    if (!isInMotionError(error)) throw error
    throw conflict(
      'handover.in_motion',
      'Work of this person is being handed over or back. Try again when that is done.',
      error.members,
    )
  }
}
