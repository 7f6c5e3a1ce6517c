import { boundsBehind } from '@rapport/kernel/page'
import { itemsOf } from '@rapport/kernel/record-read'
import { keyOf } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, sameKey, together, type Write } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { jobModel, moveBounds, moveModel } from './model.ts'
import { findHandover, jobWrite, planStep } from './plan.ts'
import { conclude, counted, goOn, isInMotion, receiverOf, type Step, stop } from './rules.ts'
import type { Handover, HandoverKind, Job, Move } from './schema.ts'
import { handoverTypes } from './types.ts'

/** Records per message, so that one ends long before its time-out. */
export const BATCH_MAX = 200

/** Moves read at once. */
const PAGE = 100

/** What a message asks for: the batch of this number, and behind which record it begins. */
export interface Batch {
  step: number
  behind?: string | undefined
}

/** How far a batch came. */
interface Progress {
  isOver: boolean
  behind?: string | undefined
}

/** The handover has gone on without this batch: another one does the rest. */
class Superseded extends Error {
  override readonly name = 'Superseded'
}

/**
 * Moves the next records of a handover, each in a transaction of its own, and asks for the batch after it. May be repeated, come
 * late, run beside itself and die anywhere: the move of a record and the job's version are written with it, so it moves once.
 */
export async function runHandover(ctx: Ctx, id: string, batch: Batch): Promise<void> {
  try {
    const handover = await findCurrent(ctx, id, batch.step)
    await advance(ctx, handover, await nextStep(ctx, handover, batch))
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
  }
}

interface Next {
  decide(handover: Handover, now: Date): Step
  behind?: string | undefined
}

async function nextStep(ctx: Ctx, handover: Handover, { behind }: Batch): Promise<Next> {
  if (!(await isActive(ctx, receiverOf(handover)))) return { decide: stop }
  const progress = await (handover.status === 'running' ? moveOut(ctx, handover) : giveBack(ctx, handover, behind))
  return progress.isOver ? { decide: conclude } : { decide: goOn, behind: progress.behind }
}

const advance = (ctx: Ctx, { id, step }: Handover, { decide, behind }: Next): Promise<Handover> =>
  settle(ctx, async () => {
    const handover = await findCurrent(ctx, id, step)
    return planStep(ctx, handover, decide(handover, ctx.now), behind)
  })

async function findCurrent(ctx: Ctx, id: string, step: number): Promise<Handover> {
  const handover = await findHandover(ctx, id)
  if (handover?.step !== step || !isInMotion(handover)) throw new Superseded()
  return handover
}

/**
 * Moved records leave the owner's list, so every batch begins at its start. The work is over when a batch finds nothing: what
 * the list, which follows the table, did not show to the one before, it shows to that one.
 */
async function moveOut(ctx: Ctx, handover: Handover): Promise<Progress> {
  let moved = 0
  for (const kind of handover.kinds) {
    for await (const of of handoverTypes[kind].ownedBy(ctx, handover.ownerId)) {
      moved += await moveOne(ctx, handover, kind, of)
      if (moved >= BATCH_MAX) return { isOver: false }
    }
  }
  return { isOver: moved === 0 }
}

/** Moves a record unless it has left, or was moved before and somebody gave it back. Answers how many were moved. */
const moveOne = (ctx: Ctx, handover: Handover, kind: HandoverKind, of: string): Promise<number> =>
  settle<number>(ctx, async () => {
    const { job, item, move } = await look(ctx, handover, kind, of)
    if (move || !item || !isOwnedBy(item, handover.ownerId) || !handoverTypes[kind].isWork(item)) return nothing(0)
    const made: Move = { handoverId: handover.id, of, kind, at: ctx.now.toISOString(), outcome: 'moved' }
    const row: Write = { put: moveModel.item(made), condition: { absent: true } }
    const moved = await handoverTypes[kind].planMove(ctx, item, handover.to)
    return together([moved, writing(row, jobWrite(counted(job, kind, 'moved')))], 1)
  })

/** Settles what was moved, in order. The list of moves is closed: none is added while a handover is being reverted. */
async function giveBack(ctx: Ctx, handover: Handover, behind: string | undefined): Promise<Progress> {
  let last = behind
  for (let seen = 0; seen < BATCH_MAX; seen += PAGE) {
    const { moves, more } = await movesBehind(ctx, handover.id, last)
    for (const move of moves) if (move.outcome === 'moved') await settleOne(ctx, handover, move)
    if (!more) return { isOver: true }
    last = moves.at(-1)?.of
  }
  return { isOver: false, behind: last }
}

/** Gives a record back if the receiver still owns it; otherwise notes that it was left where it is. */
const settleOne = (ctx: Ctx, handover: Handover, { kind, of }: Move): Promise<unknown> =>
  settle<undefined>(ctx, async () => {
    const { job, item, move } = await look(ctx, handover, kind, of)
    if (move?.outcome !== 'moved') return nothing(undefined)
    const back = item && isOwnedBy(item, handover.to) ? item : undefined
    const outcome = back ? 'returned' : 'kept'
    const settled: Move = { ...move, outcome, settledAt: ctx.now.toISOString() }
    const row: Write = { put: moveModel.item(settled), condition: { equals: { outcome: 'moved' } } }
    const moved = back ? [await handoverTypes[kind].planMove(ctx, back, handover.ownerId)] : []
    return together([...moved, writing(row, jobWrite(counted(job, kind, outcome)))], undefined)
  })

interface Look {
  job: Job
  item: Item | undefined
  move: Move | undefined
}

/** Job, record and move as they are now, in one consistent read. Throws Superseded when the batch is not the current one. */
async function look(ctx: Ctx, { id: handoverId, step }: Handover, kind: HandoverKind, of: string): Promise<Look> {
  const keys = [jobModel.key({ handoverId }), keyOf(kind, of), moveModel.key({ handoverId, of })] as const
  const items = await ctx.db.table.batchGet(keys)
  const [job, item, move] = keys.map((key) => items.find(({ pk, sk }) => sameKey(key, { pk: `${pk}`, sk: `${sk}` })))
  if (job?.step !== step) throw new Superseded()
  return { job: jobModel.parse(job), item, move: move && moveModel.parse(move) }
}

async function movesBehind(ctx: Ctx, handoverId: string, behind: string | undefined) {
  const [from, to] = boundsBehind(moveBounds, behind, false)
  const range = { newestFirst: false, limit: PAGE }
  const query = moveModel.range('record', { handoverId }, { of: from }, { of: to }, range)
  const { items, more } = await ctx.db.table.query({ ...query, ConsistentRead: true })
  return { moves: items.map(moveModel.parse), more }
}

async function isActive(ctx: Ctx, userId: string): Promise<boolean> {
  const [user] = await itemsOf(ctx, [userId])
  return user !== undefined && !user.deletedAt && user.status === 'active'
}

const isOwnedBy = (item: Item, ownerId: string): boolean => item.ownerId === ownerId && item.deletedAt === undefined

const writing = (...writes: Write[]): Change => ({ writes, events: [], answer: undefined })

const nothing = <A>(answer: A): Change<A> => ({ writes: [], events: [], answer })
