import { CrmError, conflict, forbidden, stale } from '@rapport/kernel/errors'
import type { Page } from '@rapport/kernel/page'
import { isAllowed } from '@rapport/kernel/policy'
import { type ListQuery, listRecords } from '@rapport/kernel/record-list'
import { refuseUnknown, unknownReferences } from '@rapport/kernel/record-plan'
import { getRecord } from '@rapport/kernel/record-read'
import { type Records, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import type { Change, Ctx, Write } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import { defaultHours } from '../calendars/service.ts'
import { cardModel } from '../pipelines/model.ts'
import { firstStage, isOpenTo, stageOf } from '../pipelines/rules.ts'
import type { Pipeline } from '../pipelines/schema.ts'
import { ensureDefaultPipeline, findPipeline } from '../pipelines/service.ts'
import { cardOf } from './board-rules.ts'
import { conformanceOf } from './conformance-rules.ts'
import { withConverted } from './corporate.ts'
import { opportunityType, orderOf, stageChangeModel } from './model.ts'
import { openAmountWrites } from './open-amounts.ts'
import { refuseBookOf } from './price-book.ts'
import { rankBetween } from './rank-rules.ts'
import { restingDays, timeInStages } from './rotting-rules.ts'
import {
  type CloseRequest,
  type MoveRequest,
  type Opportunity,
  type PlaceRequest,
  type Progress,
  type ReopenRequest,
  STEPS_MAX,
  type StageChange,
} from './schema.ts'
import {
  begin,
  moved,
  refuseForecast,
  refuseOutcome,
  reopened,
  stepInto,
  type Wished,
  warningsOf,
} from './stage-rules.ts'
import { refuseSplits } from './value-rules.ts'

/**
 * A deal begins in a stage and moves by the rules of its pipeline, whoever changes it and by whatever route. Its steps and its card
 * are written with it, so its version orders them.
 */
const Bare = records<Opportunity>(
  opportunityType,
  async (ctx, { before, next }) => {
    if (before?.deletedAt && !next.deletedAt) await refuseNowhere(ctx, next)
    return {
      writes: [...stepWrites(ctx, before, next), ...cardWrites(before, next), ...openAmountWrites(before, next)],
    }
  },
  async (ctx, { before, wished, input, known }) => {
    refuseSplits(wished.splits)
    await refuseBookOf(ctx, before, wished)
    await refusePeople(ctx, before, wished, known)
    const decided = before ? await changed(ctx, before, wished, input) : await begun(ctx, wished)
    return { ...decided, wished: await withConverted(ctx, before, decided.wished) }
  },
)

/** However a deal is changed, what it comes to in the currency of the organisation follows. */
export const Opportunities: Records<Opportunity> = {
  ...Bare,
  plans: {
    ...Bare.plans,
    next: async (ctx, before, wished, options) =>
      Bare.plans.next(ctx, before, await withConverted(ctx, before, wished), options),
    derived: async (ctx, before, wished, options) =>
      Bare.plans.derived(ctx, before, await withConverted(ctx, before, wished), options),
  },
}

async function begun(ctx: Ctx, wished: Wished) {
  const pipeline = await pipelineFor(ctx, wished.pipelineId ?? (await ensureDefaultPipeline(ctx)))
  return { wished: begin(wished, pipeline, ctx.now), known: [pipeline.id] }
}

/** What follows from a patch: a new stage resets what the caller did not say along with it, and a later close date is a push. */
async function changed(ctx: Ctx, before: Opportunity, patched: Wished, input: Readonly<Record<string, unknown>>) {
  refuseAmount(before, patched, input)
  const wished = withPush(before, patched)
  const pipelineId = wished.pipelineId ?? before.pipelineId
  const isElsewhere = pipelineId !== before.pipelineId
  const stageId = wished.stageId ?? (isElsewhere ? undefined : before.stageId)
  if (isElsewhere || stageId !== before.stageId) {
    return stepped(ctx, before, { ...reset(wished, input), pipelineId, ...(stageId ? { stageId } : {}) })
  }
  const isComplete = wished.probability !== undefined && wished.forecastCategory !== undefined
  const isOutcome = ['winReason', 'lossReason', 'reasonNote'].some((field) => field in input)
  const pipeline = isComplete && !isOutcome ? undefined : await findPipeline(ctx, pipelineId)
  const stage = pipeline && stageOf(pipeline, before.stageId)
  const next: Opportunity = {
    ...wished,
    pipelineId,
    stageId: before.stageId,
    probability: wished.probability ?? stage?.probability ?? before.probability,
    forecastCategory: wished.forecastCategory ?? stage?.forecastCategory ?? before.forecastCategory,
    rank: wished.rank ?? before.rank,
  }
  refuseForecast(next)
  if (pipeline && isOutcome) refuseOutcome(next, pipeline)
  return { wished: next }
}

function refuseAmount(before: Opportunity, { amount }: Wished, input: Readonly<Record<string, unknown>>): void {
  const isSame = amount?.amount === before.amount?.amount && amount?.currency === before.amount?.currency
  // No caller can say a revision: the lines themselves come with it.
  const isByLines = 'linesRevision' in input
  if ('amount' in input && !isSame && !isByLines && (before.lineCount ?? 0) > 0)
    throw conflict('opportunity.amount_from_lines', 'The amount is what the lines come to. Change the lines instead.')
}

/** Probability, category and rank belong to the stage, unless the same request sets them. */
function reset(wished: Wished, input: Readonly<Record<string, unknown>>): Wished {
  const { probability, forecastCategory, rank, ...rest } = wished
  const said = Object.entries({ probability, forecastCategory, rank }).filter(
    ([field, value]) => value !== undefined && input[field] !== undefined && input[field] !== null,
  )
  return { ...rest, ...Object.fromEntries(said) }
}

async function stepped(ctx: Ctx, before: Opportunity, wished: Wished, isForced = false) {
  const { pipelineId = before.pipelineId } = wished
  const isElsewhere = pipelineId !== before.pipelineId
  const pipeline = await (isElsewhere ? pipelineFor(ctx, pipelineId) : pipelineOf(ctx, pipelineId))
  const next = moved(before, wished, pipeline, ctx.now, isForced)
  return { wished: next, known: [pipeline.id], verb: verbOf(next) }
}

const verbOf = ({ status }: Opportunity): string => (status === 'open' ? 'moved' : status)

function withPush(before: Opportunity, wished: Wished): Wished {
  const isPushed = before.status === 'open' && wished.closeDate > before.closeDate
  return isPushed ? { ...wished, pushCount: before.pushCount + 1 } : wished
}

/** The pipeline a deal is to come into. One that the caller does not see is refused like one that is not there. */
async function pipelineFor(ctx: Ctx, id: string): Promise<Pipeline> {
  const pipeline = await pipelineOf(ctx, id)
  if (isOpenTo(pipeline, ctx.principal, ctx.now)) return pipeline
  throw unknownReferences([{ pointer: '/pipelineId' }])
}

/** The pipeline of a deal, whether or not the caller still sees it: whoever may change a deal moves it through its stages. */
async function pipelineOf(ctx: Ctx, id: string): Promise<Pipeline> {
  const pipeline = await findPipeline(ctx, id)
  if (pipeline) return pipeline
  await refuseUnknown(ctx, [{ pointer: '/pipelineId', id }])
  throw new Error(`The pipeline ${id} came back meanwhile.`)
}

/** The people a deal newly names must be there, and be visible to whoever names them. */
async function refusePeople(
  ctx: Ctx,
  before: Opportunity | undefined,
  next: Wished,
  made: readonly string[] = [],
): Promise<void> {
  const known = new Set([
    ...made,
    ...(before?.contactRoles ?? []).map(({ contactId }) => contactId),
    ...(before?.splits ?? []).map(({ userId }) => userId),
  ])
  const named = [
    ...(next.contactRoles ?? []).map(({ contactId }, at) => ({
      pointer: `/contactRoles/${at}/contactId`,
      id: contactId,
    })),
    ...(next.splits ?? []).map(({ userId }, at) => ({ pointer: `/splits/${at}/userId`, id: userId })),
  ]
  await refuseUnknown(
    ctx,
    named.filter(({ id }) => !known.has(id)),
  )
}

/** A deal does not come back from the recycle bin into a stage that is on its way out. */
async function refuseNowhere(ctx: Ctx, deal: Opportunity): Promise<void> {
  if (deal.status !== 'open') return
  const pipeline = await findPipeline(ctx, deal.pipelineId)
  const stage = pipeline?.isActive ? stageOf(pipeline, deal.stageId) : undefined
  if (stage === undefined || stage.inactiveSince !== undefined)
    throw conflict('stage.inactive', 'The stage of this deal takes no more deals.')
}

const isSameStage = (before: Opportunity, next: Opportunity): boolean => before.stageCount === next.stageCount

function stepWrites(ctx: Ctx, before: Opportunity | undefined, next: Opportunity): Write[] {
  if (before && isSameStage(before, next)) return []
  const step = stepInto(before, next, ctx.actor.id)
  const row = { opportunityId: next.id, step: orderOf(step.order), ...step }
  return [{ put: stageChangeModel.item(row), condition: { absent: true } }]
}

function cardWrites(before: Opportunity | undefined, next: Opportunity): Write[] {
  const [had, has] = [cardOf(before), cardOf(next)]
  if (JSON.stringify(had) === JSON.stringify(has)) return []
  const isMoved = had && (had.stageId !== has?.stageId || had.pipelineId !== has.pipelineId)
  return [...(isMoved ? [{ delete: cardModel.key({ ...had }) }] : []), ...(has ? [{ put: cardModel.item(has) }] : [])]
}

/** Moves a deal to another stage, with what the caller says about it. A forced move needs a right of its own and a reason. */
export const move = (ctx: Ctx, id: string, request: MoveRequest, expected?: number): Promise<Opportunity> =>
  settle(ctx, async () => planMove(ctx, await current(ctx, id, expected), request))

export async function planMove(
  ctx: Ctx,
  before: Opportunity,
  { force, reason, ...said }: MoveRequest,
): Promise<Change<Opportunity>> {
  if (force) refuseForce(ctx, before, reason)
  const wished = reset(withPush(before, mergePatch(before, said)), said)
  const { wished: next, ...options } = await stepped(ctx, before, wished, force)
  return Opportunities.plans.next(ctx, before, next, { ...options, ...(force ? { data: { force, reason } } : {}) })
}

function refuseForce(ctx: Ctx, deal: Opportunity, reason: string | undefined): void {
  if (!isAllowed(ctx.principal, 'configure', 'opportunity', ctx.now, deal))
    throw forbidden('opportunity.force_denied', 'You may not move a deal past what its stages require.')
  if (reason === undefined) {
    throw new CrmError('unprocessable', 'reason.missing', 'A forced move needs a reason.', {
      issues: [{ pointer: '/reason', code: 'reason.missing', message: 'must say why' }],
    })
  }
}

/** Ends a deal in the stage that stands for its outcome. */
export const close = (ctx: Ctx, id: string, request: CloseRequest, expected?: number): Promise<Opportunity> =>
  settle(ctx, async () => {
    const { outcome, stageId: wanted, ...said } = request
    const before = await current(ctx, id, expected)
    const pipeline = await pipelineOf(ctx, before.pipelineId)
    const stageId = wanted ?? firstStage(pipeline, outcome)?.id ?? ''
    if (stageOf(pipeline, stageId)?.status !== outcome) {
      throw new CrmError('unprocessable', 'stage.other_outcome', `This stage does not stand for ${outcome}.`, {
        issues: [{ pointer: '/stageId', code: 'stage.other_outcome', message: `must be a stage that is ${outcome}` }],
      })
    }
    return planMove(ctx, before, { ...said, stageId })
  })

/**
 * A deal as won, whatever its stages require and whether or not its pipeline still takes deals: a customer has said yes. One that
 * was won before keeps its stage.
 */
export async function planWon(ctx: Ctx, before: Opportunity, wished: Opportunity, data: Record<string, unknown>) {
  if (before.status === 'won') return Opportunities.plans.derived(ctx, before, wished, { verb: 'updated', data })
  const pipeline = await pipelineOf(ctx, before.pipelineId)
  const stage = firstStage(pipeline, 'won') ?? pipeline.stages.find(({ status }) => status === 'won')
  const { probability, forecastCategory, rank, ...rest } = wished
  const taking = { ...pipeline, isActive: true }
  const next = moved(before, { ...rest, ...(stage ? { stageId: stage.id } : {}) }, taking, ctx.now, true)
  return Opportunities.plans.derived(ctx, before, next, { verb: 'won', data })
}

/** Opens a closed deal again, in the stage it was closed from while that takes deals. */
export const reopen = (ctx: Ctx, id: string, request: ReopenRequest, expected?: number): Promise<Opportunity> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const pipeline = await pipelineOf(ctx, before.pipelineId)
    const stageId = request.stageId ?? (await stageBefore(ctx, before, pipeline)) ?? firstStage(pipeline, 'open')?.id
    const { reason } = request
    return Opportunities.plans.next(ctx, before, reopened(before, pipeline, stageId ?? '', ctx.now), {
      verb: 'reopened',
      ...(reason === undefined ? {} : { data: { reason } }),
    })
  })

/** The open stage a closed deal came from, if it was in one and that is still in use. */
async function stageBefore(ctx: Ctx, deal: Opportunity, pipeline: Pipeline): Promise<string | undefined> {
  const key = stageChangeModel.key({ opportunityId: deal.id, step: orderOf(deal.stageCount) })
  const item = await ctx.db.table.get(key)
  const from = item && stageChangeModel.parse(item).from
  const stage = from === undefined ? undefined : stageOf(pipeline, from)
  return stage?.status === 'open' && stage.inactiveSince === undefined ? stage.id : undefined
}

/** Puts a deal between two others of its stage, or at an end of it. */
export const place = (
  ctx: Ctx,
  id: string,
  { behind, before }: PlaceRequest,
  expected?: number,
): Promise<Opportunity> =>
  settle(ctx, async () => {
    const deal = await current(ctx, id, expected)
    const low = behind === undefined ? undefined : await neighbour(ctx, deal, behind, '/behind')
    const high = before === undefined ? undefined : await neighbour(ctx, deal, before, '/before')
    return Opportunities.plans.next(
      ctx,
      deal,
      { ...deal, rank: rankBetween(low?.rank, high?.rank) },
      { verb: 'placed' },
    )
  })

async function neighbour(ctx: Ctx, deal: Opportunity, id: string, pointer: string): Promise<Opportunity> {
  await refuseUnknown(ctx, [{ pointer, id }])
  const other = await Opportunities.get(ctx, id)
  if (id === deal.id)
    throw new CrmError('unprocessable', 'rank.own', 'A deal does not stand beside itself.', {
      issues: [{ pointer, code: 'rank.own', message: 'must be another deal' }],
    })
  if (other.stageId === deal.stageId && other.pipelineId === deal.pipelineId && other.status === 'open') return other
  throw new CrmError('unprocessable', 'rank.other_stage', 'These deals do not stand in one stage.', {
    issues: [{ pointer, code: 'rank.other_stage', message: 'must be an open deal in the same stage' }],
  })
}

async function current(ctx: Ctx, id: string, expected: number | undefined): Promise<Opportunity> {
  const deal = await Opportunities.get(ctx, id, 'update')
  if (expected !== undefined && expected !== deal.version) throw stale(deal.version)
  return deal
}

/** The deals of a company that the caller may see, newest first. */
export async function listAccountDeals(
  ctx: Ctx,
  accountId: string,
  { status, ...query }: ListQuery & { status?: string | undefined },
): Promise<Page<Opportunity>> {
  await getRecord(ctx, accountType, accountId)
  return listRecords(ctx, opportunityType, { ...query, filter: { accountId, status } })
}

/** The steps of a deal through its stages, latest first, and what they come to. */
export async function progress(ctx: Ctx, id: string): Promise<Progress> {
  const deal = await Opportunities.get(ctx, id)
  const { steps, isComplete } = await stepsOf(ctx, id)
  const [pipeline, hours] = await Promise.all([findPipeline(ctx, deal.pipelineId), defaultHours(ctx)])
  const limit = pipeline && stageOf(pipeline, deal.stageId)?.rottenAfterBusinessDays
  return {
    data: steps,
    isComplete,
    timeInStages: timeInStages(steps, ctx.now),
    restingBusinessDays: restingDays(deal, ctx.now, hours),
    conformance: conformanceOf(steps, pipeline),
    warnings: warningsOf(deal, limit, ctx.now, hours),
  }
}

async function stepsOf(ctx: Ctx, opportunityId: string): Promise<{ steps: StageChange[]; isComplete: boolean }> {
  const [from, to] = [orderOf(0), orderOf(9_999_999_999)]
  const options = { newestFirst: true, limit: STEPS_MAX }
  const range = stageChangeModel.range('record', { opportunityId }, { step: from }, { step: to }, options)
  const { items, more } = await ctx.db.table.query({ ...range, ConsistentRead: true })
  const rows = items.map(stageChangeModel.parse)
  return { steps: rows.map(({ opportunityId: _of, step: _step, ...change }) => change), isComplete: !more }
}
