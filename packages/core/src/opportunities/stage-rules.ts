import { DAY_MS } from '@rapport/kernel/clock'
import { conflict, type Issue, unprocessable } from '@rapport/kernel/errors'
import type { BusinessHours } from '../calendars/schema.ts'
import { firstStage, stageOf } from '../pipelines/rules.ts'
import type { Pipeline, Requirable, Stage } from '../pipelines/schema.ts'
import { rankAt } from './rank-rules.ts'
import { isRotten } from './rotting-rules.ts'
import { type Opportunity, type StageChange, Warning } from './schema.ts'

/** What a caller may say about a deal, as far as stages are concerned; fields that are absent follow from the stage. */
export type Wished = Omit<Opportunity, StageField> & Partial<Pick<Opportunity, StageField>>
type StageField = 'stageId' | 'pipelineId' | 'probability' | 'forecastCategory' | 'rank'

/** A deal as it comes into its first stage. One that is already over may be entered, with its outcome. */
export function begin(wished: Wished, pipeline: Pipeline, now: Date): Opportunity {
  const stage = enterable(pipeline, wished.stageId ?? firstStage(pipeline, 'open')?.id ?? '')
  return entered({ ...wished, pushCount: 0, stageCount: 1 }, pipeline, stage, now)
}

/** A deal in another stage. Throws when it is closed, or lacks what the stages it leaves behind require and `isForced` does not say so. */
export function moved(
  before: Opportunity,
  wished: Wished,
  pipeline: Pipeline,
  now: Date,
  isForced: boolean,
): Opportunity {
  if (before.status !== 'open') throw conflict('opportunity.closed', 'This deal is closed. Reopen it first.')
  const isElsewhere = pipeline.id !== before.pipelineId
  const stage = enterable(pipeline, wished.stageId ?? firstStage(pipeline, 'open')?.id ?? '')
  if (!isForced) refuseMissing(wished, passed(pipeline, isElsewhere ? undefined : before.stageId, stage))
  return entered({ ...wished, stageCount: before.stageCount + 1 }, pipeline, stage, now)
}

/** A closed deal in an open stage again. How it ended stays in its history. */
export function reopened(before: Opportunity, pipeline: Pipeline, stageId: string, now: Date): Opportunity {
  if (before.status === 'open') throw conflict('opportunity.open', 'This deal is open.')
  const stage = enterable(pipeline, stageId)
  if (stage.status !== 'open')
    throw refusal('stage.not_open', '/stageId', 'must be an open stage', 'A deal is reopened into an open stage.')
  const { closedAt, winReason, lossReason, reasonNote, probability, forecastCategory, rank, ...rest } = before
  return entered({ ...rest, stageCount: before.stageCount + 1 }, pipeline, stage, now)
}

function entered(wished: Wished, pipeline: Pipeline, stage: Stage, now: Date): Opportunity {
  const at = now.toISOString()
  const { closedAt: _, ...rest } = wished
  const next: Opportunity = {
    ...rest,
    pipelineId: pipeline.id,
    stageId: stage.id,
    status: stage.status,
    probability: wished.probability ?? stage.probability,
    forecastCategory: wished.forecastCategory ?? stage.forecastCategory,
    rank: wished.rank ?? rankAt(now),
    processVersion: wished.processVersion ?? pipeline.processVersion,
    stageEnteredAt: at,
    ...(stage.status === 'open' ? {} : { closedAt: at }),
  }
  refuseForecast(next)
  refuseOutcome(next, pipeline)
  return next
}

function enterable(pipeline: Pipeline, stageId: string): Stage {
  const stage = stageOf(pipeline, stageId)
  if (!stage) throw refusal('stage.not_found', '/stageId', 'names no stage of the pipeline', 'There is no such stage.')
  if (!pipeline.isActive)
    throw refusal('pipeline.inactive', '/pipelineId', 'takes no more deals', 'This pipeline is inactive.')
  if (stage.inactiveSince !== undefined)
    throw refusal('stage.inactive', '/stageId', 'takes no more deals', 'This stage is retired.')
  return stage
}

/** Won is certain and closed, lost is neither, and what is open is not closed: whatever was wished. */
export function refuseForecast({ status, probability, forecastCategory }: Opportunity): void {
  const isRight =
    status === 'open'
      ? forecastCategory !== 'closed'
      : status === 'won'
        ? probability === 100 && forecastCategory === 'closed'
        : probability === 0 && forecastCategory === 'omitted'
  if (!isRight)
    throw refusal(
      'opportunity.forecast',
      '/forecastCategory',
      `does not go with a deal that is ${status}`,
      `Probability and forecast category of a deal that is ${status} follow from that.`,
    )
}

/** A lost deal has a reason, one of its pipeline's; `other` has a note; and an open deal has none of that. */
export function refuseOutcome(deal: Opportunity, pipeline: Pipeline): void {
  const { status, winReason, lossReason, reasonNote } = deal
  const issue = (field: string, code: string, message: string): Issue => ({ pointer: `/${field}`, code, message })
  const strange = (field: string, is: boolean): Issue[] =>
    is ? [issue(field, 'reason.not_applicable', `does not go with a deal that is ${status}`)] : []
  const unlisted = (field: string, reason: string | undefined, list: readonly string[]): Issue[] =>
    reason === undefined || list.includes(reason)
      ? []
      : [issue(field, 'reason.unknown', `must be one of: ${list.join(', ')}`)]
  const issues = [
    ...strange('winReason', status !== 'won' && winReason !== undefined),
    ...strange('lossReason', status !== 'lost' && lossReason !== undefined),
    ...strange('reasonNote', status === 'open' && reasonNote !== undefined),
    ...unlisted('winReason', winReason, pipeline.winReasons),
    ...unlisted('lossReason', lossReason, pipeline.lossReasons),
    ...(status === 'lost' && lossReason === undefined
      ? [issue('lossReason', 'reason.missing', 'must say why the deal is lost')]
      : []),
    ...((winReason ?? lossReason) === 'other' && reasonNote === undefined
      ? [issue('reasonNote', 'reason.note_missing', 'must say what the other reason is')]
      : []),
  ]
  const [first] = issues
  if (first) throw unprocessable(first.code, 'How the deal ended is not said, or not so that it fits.', issues)
}

/** The open stages a deal leaves behind on its way forward; none when it goes back, or is lost. */
function passed({ stages }: Pipeline, from: string | undefined, to: Stage): Stage[] {
  if (to.status === 'lost') return []
  const end = to.status === 'won' ? stages.length : stages.indexOf(to)
  const start = from === undefined ? 0 : stages.findIndex(({ id }) => id === from)
  return stages
    .slice(Math.max(start, 0), end)
    .filter((stage) => stage !== to && stage.status === 'open' && stage.inactiveSince === undefined)
}

/** Throws unprocessable with everything that is missing, stage by stage. */
function refuseMissing(deal: Wished, stages: readonly Stage[]): void {
  const needed = new Map(stages.flatMap((stage) => stage.requiredFields.map((field) => [field, stage] as const)))
  const issues = [...needed].flatMap(([field, stage]) =>
    has[field](deal)
      ? []
      : [
          {
            pointer: `/${pointers[field] ?? field}`,
            code: `stage.${field}_missing`,
            message: `is needed to go on from ${stage.name}`,
          },
        ],
  )
  if (issues.length > 0)
    throw unprocessable('stage.criteria_not_met', 'The deal lacks what its stages require.', issues)
}

const pointers: Partial<Record<Requirable, string>> = {
  decisionMaker: 'contactRoles',
  primaryContact: 'contactRoles',
}

const isSaid =
  (field: 'accountId' | 'amount' | 'campaign' | 'competitor' | 'description' | 'nextStep' | 'source') =>
  (deal: Wished): boolean =>
    deal[field] !== undefined

const has: Record<Requirable, (deal: Wished) => boolean> = {
  accountId: isSaid('accountId'),
  amount: isSaid('amount'),
  campaign: isSaid('campaign'),
  competitor: isSaid('competitor'),
  description: isSaid('description'),
  nextStep: isSaid('nextStep'),
  source: isSaid('source'),
  splits: ({ splits }) => (splits?.length ?? 0) > 0,
  lines: ({ lineCount }) => (lineCount ?? 0) > 0,
  primaryContact: ({ contactRoles }) => (contactRoles?.length ?? 0) > 0,
  decisionMaker: (deal) => hasDecisionMaker(deal),
}

const hasDecisionMaker = ({ contactRoles }: Pick<Opportunity, 'contactRoles'>): boolean =>
  contactRoles?.some(({ role }) => role === 'decisionMaker') ?? false

/**
 * What somebody should look at in an open deal: from best case on nobody is there who can decide, its close date has passed, or it
 * has rested for more than `limit` business days of the calendar.
 */
export function warningsOf(deal: Opportunity, limit: number | undefined, now: Date, hours?: BusinessHours): Warning[] {
  if (deal.status !== 'open') return []
  const isEarly = deal.forecastCategory === 'omitted' || deal.forecastCategory === 'pipeline'
  return [
    ...(isEarly || hasDecisionMaker(deal) ? [] : [Warning.enum.no_decision_maker]),
    ...(deal.closeDate < now.toISOString().slice(0, 10) ? [Warning.enum.close_date_passed] : []),
    ...(isRotten(deal, limit, now, hours) ? [Warning.enum.rotten] : []),
  ]
}

/** The step that led a deal into the stage it is in. */
export function stepInto(before: Opportunity | undefined, next: Opportunity, by: string): StageChange {
  const { pipelineId, stageId, status, stageEnteredAt: at, version, amount, closeDate, stageCount: order } = next
  const { winReason, lossReason, reasonNote } = next
  return {
    order,
    ...(before ? { from: before.stageId, daysInPrevious: wholeDays(before.stageEnteredAt, at) } : {}),
    ...(before && before.pipelineId !== pipelineId ? { fromPipelineId: before.pipelineId } : {}),
    pipelineId,
    to: stageId,
    status,
    at,
    by,
    version,
    ...(amount ? { amount } : {}),
    closeDate,
    ...(winReason ? { winReason } : {}),
    ...(lossReason ? { lossReason } : {}),
    ...(reasonNote ? { reasonNote } : {}),
  }
}

export const wholeDays = (from: string, until: string): number =>
  Math.max(0, Math.floor((Date.parse(until) - Date.parse(from)) / DAY_MS))

const refusal = (code: string, pointer: string, message: string, detail: string) =>
  unprocessable(code, detail, [{ pointer, code, message }])
