import { conflict, unprocessable } from '@rapport/kernel/errors'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Ctx, commit } from '@rapport/kernel/store'
import { isSettled, stageOf } from '../pipelines/rules.ts'
import type { Pipeline } from '../pipelines/schema.ts'
import { cardsIn, dropStage, noStage, Pipelines, retireStage } from '../pipelines/service.ts'
import { opportunityType } from './model.ts'
import { Opportunities } from './service.ts'
import { moved } from './stage-rules.ts'

/** Deals moved per request. */
const BATCH_MAX = 50

export interface Retirement {
  pipeline: Pipeline
  moved: number
  /** No deals are left in the stage. */
  isEmpty: boolean
  /** The stage is out of the process. */
  isRemoved: boolean
}

/**
 * Takes a stage out of a process: no deal can come into it, those in it go on to `moveTo`, and once it is empty and has been out of
 * use for a while, it goes. A request does a part of that and may be repeated until it is done. Throws conflict when the stage has
 * deals and nobody says where they go.
 */
export async function retire(
  ctx: Ctx,
  pipelineId: string,
  stageId: string,
  moveTo: string | undefined,
): Promise<Retirement> {
  // Each step is a commit of its own; the request's answer is kept with the last one.
  const { idempotency: _, ...own } = ctx
  const before = await Pipelines.get(own, pipelineId, 'update')
  if (!stageOf(before, stageId)) throw noStage()
  await refuseNowhere(own, before, stageId, moveTo)
  const retired = await retireStage(own, pipelineId, stageId)
  const { cards } = await cardsIn(own, pipelineId, stageId, BATCH_MAX)
  if (cards.length > 0 && moveTo === undefined) throw inUse(stageId, cards.length)
  for (const { of } of cards) await moveOn(own, retired, of, stageId, String(moveTo))
  const isEmpty = (await cardsIn(own, pipelineId, stageId, 1)).cards.length === 0
  const stage = stageOf(retired, stageId)
  const isRemoved = isEmpty && stage !== undefined && isSettled(stage, ctx.now)
  const pipeline = isRemoved ? await dropStage(own, pipelineId, stageId) : retired
  return commit(ctx, { writes: [], events: [], answer: { pipeline, moved: cards.length, isEmpty, isRemoved } })
}

async function refuseNowhere(ctx: Ctx, pipeline: Pipeline, stageId: string, moveTo: string | undefined): Promise<void> {
  if (moveTo === undefined) {
    const { cards } = await cardsIn(ctx, pipeline.id, stageId, BATCH_MAX)
    if (cards.length > 0) throw inUse(stageId, cards.length)
    return
  }
  const target = stageOf(pipeline, moveTo)
  if (target?.status === 'open' && target.inactiveSince === undefined && moveTo !== stageId) return
  const message = 'must be another open stage of the pipeline that is in use'
  throw unprocessable('stage.no_target', 'The deals cannot go there.', [
    { pointer: '/moveTo', code: 'stage.no_target', message },
  ])
}

/** Moves a deal unless it has left meanwhile. Nobody asks it for what the stage required: it does not go on of its own accord. */
const moveOn = (ctx: Ctx, pipeline: Pipeline, id: string, from: string, to: string): Promise<unknown> =>
  settle<unknown>(ctx, async () => {
    const [item] = await itemsOf(ctx, [id])
    const deal = item && fromItem(opportunityType, item)
    if (!deal || deal.deletedAt || deal.stageId !== from || deal.status !== 'open')
      return { writes: [], events: [], answer: undefined }
    const { probability, forecastCategory, rank, ...rest } = deal
    const next = moved(deal, { ...rest, stageId: to }, pipeline, ctx.now, true)
    return Opportunities.plans.derived(ctx, deal, next, { verb: 'moved', data: { retiredStage: from } })
  })

const inUse = (stageId: string, count: number) =>
  conflict('stage.in_use', `The stage ${stageId} has ${count >= BATCH_MAX ? `${count} or more` : count} open deals.`, {
    stageId,
    openCount: count,
  })
