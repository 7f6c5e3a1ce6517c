import { later } from '@rapport/kernel/clock'
import { idBounds } from '@rapport/kernel/ids'
import { settle } from '@rapport/kernel/records'
import { facetModel } from '@rapport/kernel/search'
import { type Change, type Ctx, hash, read, type Write } from '@rapport/kernel/store'
import { caseStatuses } from '../case-terms/schema.ts'
import { hasEnded } from '../cases/rules.ts'
import { type CaseReview, caseReviewModel } from '../escalation-rules/review.ts'
import { recompute } from './service.ts'

/** Cases looked at per sweep; the sweep a minute later goes on behind them. */
export const BATCH_MAX = 1_000

/** Cases found at once. */
const PAGE = 100

/** Cases worked out at the same time. */
const WRITERS = 10

const UNTIL_NEXT_SWEEP_MS = 1_000

/** Where open cases stand, in the order in which they are gone through. One that moves meanwhile is worked out by its own change. */
const places = caseStatuses.filter((status) => !hasEnded({ status }))

/**
 * Works out anew when the next open cases escalate, if that is due: by the rules as they are by then, so it may be repeated, run beside
 * itself and die anywhere. Cases that could not be worked out stay as they are known, and are told of by throwing once the others are done.
 */
export async function takeDueStep(ctx: Ctx, of: string, batchMax = BATCH_MAX): Promise<void> {
  const job = await read(ctx, caseReviewModel, { of })
  if (!job || job.dueAt > ctx.now.toISOString()) return
  const { reached, failures } = await goThrough(ctx, job, batchMax)
  await settle<unknown>(ctx, async () => {
    const current = await read(ctx, caseReviewModel, { of })
    if (current?.run !== job.run) return nothing
    return { writes: [nextWrite(job, reached, ctx.now)], events: [], answer: undefined }
  })
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} cases could not be worked out anew.`)
}

type Reached = Pick<CaseReview, 'place' | 'behind'>

async function goThrough(ctx: Ctx, job: CaseReview, batchMax: number) {
  const failures: unknown[] = []
  let { place, behind }: Reached = job
  for (let left = batchMax; left > 0 && place < places.length; ) {
    const { ids, isAll } = await openIn(ctx, places[place] as string, behind, Math.min(PAGE, left))
    failures.push(...(await recomputeAll(ctx, ids)))
    if (isAll) [place, behind] = [place + 1, undefined]
    else behind = ids.at(-1)
    left -= Math.max(ids.length, 1)
  }
  return { reached: { place, behind }, failures }
}

/** The next open cases in a status, from the entries that lists are filtered by. */
async function openIn(ctx: Ctx, status: string, behind: string | undefined, limit: number) {
  const [first, last] = idBounds('case')
  const partition = { kind: 'case', field: 'status', digest: hash(status) }
  // '!' sorts behind the end of an id and before what another one goes on with.
  const from = { of: behind === undefined ? first : `${behind}!` }
  const range = facetModel.range('record', partition, from, { of: last }, { newestFirst: false, limit })
  const { items, more } = await ctx.db.table.query(range)
  return { ids: items.map(({ of }) => String(of)), isAll: !more || items.length === 0 }
}

async function recomputeAll(ctx: Ctx, ids: readonly string[]): Promise<unknown[]> {
  const waiting = [...ids]
  const failures: unknown[] = []
  const work = async (): Promise<void> => {
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop())
      await recompute(ctx, id).catch((error) => failures.push(error))
  }
  await Promise.all(Array.from({ length: WRITERS }, work))
  return failures
}

function nextWrite({ behind: _, ...job }: CaseReview, { place, behind }: Reached, now: Date): Write {
  const condition = { equals: { run: job.run } }
  if (place >= places.length) return { delete: caseReviewModel.key({ of: job.of }), condition }
  const dueAt = later(now, UNTIL_NEXT_SWEEP_MS).toISOString()
  return { put: caseReviewModel.item({ ...job, dueAt, place, ...(behind ? { behind } : {}) }), condition }
}

const nothing: Change<undefined> = { writes: [], events: [], answer: undefined }
