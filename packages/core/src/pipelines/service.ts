import { createHash } from 'node:crypto'
import { type CrmError, conflict, notFound } from '@rapport/kernel/errors'
import { derivedId, idBounds } from '@rapport/kernel/ids'
import { allRights } from '@rapport/kernel/policy'
import { planDerived, planNext, refuseUnknown } from '@rapport/kernel/record-plan'
import { itemsOf, missing } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import { type Ctx, guardModel, hash, holderOf, itemOf, together } from '@rapport/kernel/store'
import { cardModel, defaultPipeline, pipelineType } from './model.ts'
import { isForAll, processOf, refuseActive, refuseLoss, stageOf, withoutStage } from './rules.ts'
import { type Card, type Pipeline, pipelineFields } from './schema.ts'
import { standardStages } from './standard.ts'

/** A stage goes only when it is empty: of deals there are, and, having been inactive for a while, of deals on their way. */
export const Pipelines = records<Pipeline>(
  pipelineType,
  async (ctx, { before, next }) => {
    if (!before) return {}
    if (next.deletedAt) refuseActive(before, ctx.now)
    else if (!before.deletedAt) refuseLoss(before, next, ctx.now)
    const gone = before.stages.filter(({ id }) => next.deletedAt !== undefined || !stageOf(next, id))
    for (const { id } of gone) await refuseDeals(ctx, next.id, id)
    return {}
  },
  async (ctx, { before, wished }) => {
    await refuseTeams(ctx, before, wished)
    return { wished: processOf(before, wished, ctx.now) }
  },
)

const refuseTeams = (ctx: Ctx, before: Pipeline | undefined, { teamIds = [] }: Pipeline): Promise<void> =>
  refuseUnknown(
    ctx,
    teamIds
      .map((id, at) => ({ pointer: `/teamIds/${at}`, id }))
      .filter(({ id }) => before?.teamIds?.includes(id) !== true),
  )

async function refuseDeals(ctx: Ctx, pipelineId: string, stageId: string): Promise<void> {
  const { cards, isAll } = await cardsIn(ctx, pipelineId, stageId, COUNTED_MAX)
  if (cards.length === 0) return
  const count = `${isAll ? '' : 'more than '}${cards.length}`
  throw conflict('stage.in_use', `The stage ${stageId} has ${count} open deals. Retire it, naming where they go.`, {
    stageId,
    openCount: cards.length,
  })
}

/** Cards counted for a refusal. */
const COUNTED_MAX = 500

/** The open deals of a stage, whoever asks; consistent. */
export async function cardsIn(
  ctx: Pick<Ctx, 'db'>,
  pipelineId: string,
  stageId: string,
  limit: number,
): Promise<{ cards: Card[]; isAll: boolean }> {
  const [from, to] = idBounds('opportunity')
  const range = cardModel.range(
    'record',
    { pipelineId, stageId },
    { of: from },
    { of: to },
    { newestFirst: false, limit },
  )
  const { items, more } = await ctx.db.table.query({ ...range, ConsistentRead: true })
  return { cards: items.map(cardModel.parse), isAll: !more }
}

/** The pipeline, whoever asks; undefined when there is none that is live. Consistent. */
export async function findPipeline(ctx: Pick<Ctx, 'db'>, id: string): Promise<Pipeline | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(pipelineType, item) : undefined
}

/**
 * The id of the default pipeline. The first who needs it makes it, with the standard stages; of two at once, one does. Safe to
 * repeat: its id is always the same.
 */
export async function ensureDefaultPipeline(ctx: Ctx): Promise<string> {
  const known = await holderOf(ctx, defaultPipeline)
  if (known) return known
  const own = crmCtx(ctx)
  await settle<unknown>(own, async () => {
    if (await holderOf(own, defaultPipeline)) return { writes: [], events: [], answer: undefined }
    return Pipelines.plans.create(own, standardPipeline(), { id: STANDARD_ID })
  })
  return (await holderOf(ctx, defaultPipeline)) ?? STANDARD_ID
}

/** Every first use makes the same id. */
const STANDARD_ID = derivedId('pipeline', new Date(0), createHash('sha256').update('standard pipeline').digest())

const standardPipeline = () => ({
  name: 'Sales',
  isActive: true,
  isDefault: true,
  stages: standardStages.map((stage) => ({ ...stage })),
  winReasons: pipelineFields.winReasons.parse(undefined),
  lossReasons: pipelineFields.lossReasons.parse(undefined),
})

/** What the CRM does by itself: it belongs to nobody, and a caller's idempotency key has nothing to do with it. */
function crmCtx({ idempotency: _, ...ctx }: Ctx): Ctx {
  const [nobody] = idBounds('user')
  const id = 'default-pipeline'
  return {
    ...ctx,
    actor: { type: 'system', id },
    principal: { ...ctx.principal, type: 'system', id, userId: nobody, teamIds: [], rights: allRights },
  }
}

/** Deals that name no pipeline go into this one from now on. Both pipelines change in one transaction. */
export const makeDefault = (ctx: Ctx, id: string): Promise<Pipeline> =>
  settle(ctx, async () => {
    const pipeline = await Pipelines.get(ctx, id, 'update')
    if (pipeline.isDefault) return { writes: [], events: [], answer: pipeline }
    if (!pipeline.isActive) throw conflict('pipeline.inactive', 'An inactive pipeline cannot be the default one.')
    if (pipeline.teamIds) throw isForAll()
    const holder = await findPipeline(ctx, await ensureDefaultPipeline(ctx))
    if (!holder) throw missing(pipelineType)
    const given = await planDerived(ctx, pipelineType, pipeline, { ...pipeline, isDefault: true }, undefined, {
      verb: 'made_default',
    })
    const taken = await planDerived(ctx, pipelineType, holder, { ...holder, isDefault: false })
    const change = together([given, taken], given.answer)
    // One gives the value up and the other claims it: a transaction takes one write per item, so it changes hands.
    const { scope, value } = defaultPipeline
    const guard = guardModel.item({ scope, digest: hash(value), of: id })
    const rest = change.writes.filter((write) => itemOf(write).pk !== guard.pk)
    return { ...change, writes: [...rest, { put: guard, condition: { equals: { of: holder.id } } }] }
  })

/** Takes a stage out of use: no deal can come into it any more. One that is out of use stays so. */
export const retireStage = (ctx: Ctx, id: string, stageId: string): Promise<Pipeline> =>
  settle(ctx, async () => {
    const pipeline = await Pipelines.get(ctx, id, 'update')
    const wished = withoutStage(pipeline, stageId, ctx.now)
    return planNext(ctx, pipelineType, pipeline, wished, undefined, { verb: 'stage_retired', data: { stageId } })
  })

/** Takes a retired stage out of the process, once it is empty and nothing can be on its way into it. */
export const dropStage = (ctx: Ctx, id: string, stageId: string): Promise<Pipeline> =>
  settle(ctx, async () => {
    const pipeline = await Pipelines.get(ctx, id, 'update')
    const stages = pipeline.stages.filter((stage) => stage.id !== stageId)
    return Pipelines.plans.patch(ctx, id, { stages }, undefined)
  })

export const noStage = (): CrmError => notFound('stage.not_found', 'This pipeline has no such stage.')
