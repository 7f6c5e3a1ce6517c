import { later } from '@rapport/kernel/clock'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, read, type Write } from '@rapport/kernel/store'
import { revaluationModel } from '../exchange-rates/model.ts'
import type { Revaluation } from '../exchange-rates/schema.ts'
import { convertAll } from '../exchange-rates/service.ts'
import { isSameValue } from './corporate-rules.ts'
import { opportunityType } from './model.ts'
import { type OpenPlace, openAmountsIn, SLOTS } from './open-amounts.ts'
import type { Opportunity } from './schema.ts'
import { Opportunities } from './service.ts'

/** Deals looked at per sweep for one change of rates; the sweep a minute later goes on behind them. */
export const BATCH_MAX = 500

/** Deals read at once. */
const PAGE = 100

/** Deals written at the same time. */
const WRITERS = 10

const UNTIL_NEXT_SWEEP_MS = 1_000

/**
 * Values the next open deals anew that a change of rates concerns, if that is due. Each in a transaction of its own, on the rate that
 * counts by then, so it may be repeated, run beside itself and die anywhere: what is right already is only read.
 */
export async function takeDueStep(ctx: Ctx, of: string, batchMax = BATCH_MAX): Promise<void> {
  const job = await read(ctx, revaluationModel, { of })
  if (!job || job.dueAt > ctx.now.toISOString()) return
  const reached = await goThrough(ctx, job, batchMax)
  await settle<unknown>(ctx, async () => {
    const current = await read(ctx, revaluationModel, { of })
    if (current?.run !== job.run) return nothing
    return { writes: [nextWrite(job, reached, ctx.now)], events: [], answer: undefined }
  })
}

type Reached = Pick<Revaluation, 'place' | 'behind'>

async function goThrough(ctx: Ctx, job: Revaluation, batchMax: number): Promise<Reached> {
  const places = placesOf(job)
  let { place, behind }: Reached = job
  for (let left = batchMax; left > 0 && place < places.length; ) {
    const { rows, isAll } = await openAmountsIn(ctx, places[place] as OpenPlace, behind, Math.min(PAGE, left))
    await revalueAll(
      ctx,
      rows.map(({ of }) => of),
    )
    const last = rows.at(-1)
    if (isAll || !last) [place, behind] = [place + 1, undefined]
    else behind = `${last.currency}#${last.of}`
    left -= Math.max(rows.length, 1)
  }
  return { place, behind }
}

function placesOf({ currencies }: Revaluation): OpenPlace[] {
  const slots = Array.from({ length: SLOTS }, (_, slot) => String(slot))
  const within: (string | undefined)[] = currencies.length > 0 ? currencies : [undefined]
  return within.flatMap((currency) => slots.map((slot) => ({ slot, currency })))
}

/** On with the rest, or once more on the day on which the rate begins, or over. */
function nextWrite(job: Revaluation, { place, behind }: Reached, now: Date): Write {
  const { thenAt, behind: _, ...rest } = job
  const condition = { equals: { run: job.run } }
  if (place < placesOf(job).length) {
    const dueAt = later(now, UNTIL_NEXT_SWEEP_MS).toISOString()
    const on = { ...rest, dueAt, place, ...(thenAt ? { thenAt } : {}), ...(behind ? { behind } : {}) }
    return { put: revaluationModel.item(on), condition }
  }
  if (thenAt) return { put: revaluationModel.item({ ...rest, dueAt: thenAt, place: 0 }), condition }
  return { delete: revaluationModel.key({ of: job.of }), condition }
}

async function revalueAll(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const deals = (await itemsOf(ctx, ids)).map((item) => fromItem(opportunityType, item))
  const wrong = (await valuedAnew(ctx, deals)).map(({ deal }) => deal.id)
  const next = async (): Promise<void> => {
    for (let id = wrong.pop(); id !== undefined; id = wrong.pop()) await revalue(ctx, id)
  }
  await Promise.all(Array.from({ length: WRITERS }, next))
}

const revalue = (ctx: Ctx, id: string): Promise<unknown> =>
  settle<unknown>(ctx, async () => {
    const deals = (await itemsOf(ctx, [id])).map((item) => fromItem(opportunityType, item))
    const [due] = await valuedAnew(ctx, deals)
    return due ? Opportunities.plans.derived(ctx, due.deal, due.next, { verb: 'revalued' }) : nothing
  })

const nothing: Change<undefined> = { writes: [], events: [], answer: undefined }

/** Those of the deals that are worth something else today, as they should be. */
async function valuedAnew(
  ctx: Ctx,
  deals: readonly Opportunity[],
): Promise<{ deal: Opportunity; next: Opportunity }[]> {
  const open = deals.flatMap((deal) =>
    deal.status === 'open' && !deal.deletedAt && deal.amount ? [{ deal, money: deal.amount }] : [],
  )
  const values = await convertAll(ctx, open)
  return open.flatMap(({ deal }, at) => {
    const { converted: had, ...rest } = deal
    const converted = values[at]
    return isSameValue(had, converted) ? [] : [{ deal, next: { ...rest, ...(converted ? { converted } : {}) } }]
  })
}
