import { type CrmError, conflict, notFound, unprocessable } from '@rapport/kernel/errors'
import { isAllowed, type Principal } from '@rapport/kernel/policy'
import type { Pipeline, Stage, StageStatus } from './schema.ts'

/**
 * How long a stage or pipeline must have been inactive before it can go: longer than any request runs, so that whoever read it
 * while it was active has come to an end, and what is in it is all there will be.
 */
export const SETTLED_MS = 15_000

/** The process of a new pipeline, or of one whose stages a caller wishes to change. Throws on what would leave deals without a stage. */
export function processOf(before: Pipeline | undefined, wished: Pipeline, now: Date): Pipeline {
  const isChanged = JSON.stringify(before?.stages) !== JSON.stringify(wished.stages)
  const { inactiveSince: _, ...rest } = wished
  return {
    ...placedFor(rest),
    stages: wished.stages.map((stage) => keptInactive(stage, before)),
    isDefault: before?.isDefault ?? wished.isDefault ?? false,
    processVersion: (before?.processVersion ?? 0) + (isChanged ? 1 : 0),
    ...(rest.isActive === false ? { inactiveSince: before?.inactiveSince ?? now.toISOString() } : {}),
  }
}

/** Teams are a share each, so that whatever decides about a record decides about a pipeline, too. */
function placedFor({ shares: _, ...pipeline }: Pipeline): Pipeline {
  const { teamIds } = pipeline
  if (!teamIds) return { ...pipeline, visibility: 'everyone' }
  return { ...pipeline, visibility: 'owner', shares: teamIds.map((to) => ({ to, access: 'read' })) }
}

/** Whether somebody may put deals into a pipeline: one for everybody asks for no right of its own. */
export const isOpenTo = (pipeline: Pipeline, principal: Principal, now: Date): boolean =>
  pipeline.visibility === 'everyone' || isAllowed(principal, 'read', 'pipeline', now, pipeline)

/** A stage is taken out of use and back by an act of its own; what a caller sends along says nothing. */
function keptInactive({ inactiveSince: _, ...stage }: Stage, before: Pipeline | undefined): Stage {
  const since = before && stageOf(before, stage.id)?.inactiveSince
  return since === undefined ? stage : { ...stage, inactiveSince: since }
}

/** Throws when a stage that has or may get deals would go, or would come to mean something else to them. */
export function refuseLoss(before: Pipeline, next: Pipeline, now: Date): void {
  if (before.isDefault && !next.isActive) throw isDefault()
  if (before.isDefault && next.teamIds) throw isForAll()
  for (const stage of before.stages) {
    const kept = stageOf(next, stage.id)
    if (kept && kept.status !== stage.status) {
      throw unprocessable('stage.status_fixed', `The stage ${stage.id} is ${stage.status}. Make a new stage instead.`, [
        { pointer: '/stages', code: 'stage.status_fixed', message: `must keep the status of ${stage.id}` },
      ])
    }
    if (!kept && !isSettled(stage, now)) {
      throw conflict('stage.active', `Retire the stage ${stage.id} first: it may have deals, or get some.`)
    }
  }
}

/** Throws when a pipeline may still get deals. */
export function refuseActive(pipeline: Pipeline, now: Date): void {
  if (pipeline.isDefault) throw isDefault()
  if (!isSettled(pipeline, now))
    throw conflict('pipeline.active', 'Make the pipeline inactive first, and try again 15 seconds later.')
}

/** The process with a stage out of use. Throws when there is no such stage, or none like it would be left. */
export function withoutStage(pipeline: Pipeline, stageId: string, now: Date): Pipeline {
  const stage = stageOf(pipeline, stageId)
  if (!stage) throw notFound('stage.not_found', 'This pipeline has no such stage.')
  if (stage.inactiveSince !== undefined) return pipeline
  const stages = pipeline.stages.map((one) => (one === stage ? { ...one, inactiveSince: now.toISOString() } : one))
  if (!firstStage({ stages }, stage.status))
    throw conflict('stage.last', `This is the last ${stage.status} stage of the pipeline.`)
  return { ...pipeline, stages, processVersion: pipeline.processVersion + 1 }
}

export const isSettled = ({ inactiveSince }: { inactiveSince?: string | undefined }, now: Date): boolean =>
  inactiveSince !== undefined && Date.parse(inactiveSince) + SETTLED_MS <= now.getTime()

export const isForAll = (): CrmError =>
  conflict('pipeline.not_for_all', 'The default pipeline is for everybody: it cannot be limited to teams.')

const isDefault = (): CrmError =>
  conflict('pipeline.is_default', 'This is the default pipeline. Make another one the default first.')

export const stageOf = ({ stages }: Pick<Pipeline, 'stages'>, id: string): Stage | undefined =>
  stages.find((stage) => stage.id === id)

/** The first stage with a status that takes deals. */
export const firstStage = ({ stages }: Pick<Pipeline, 'stages'>, status: StageStatus): Stage | undefined =>
  stages.find((stage) => stage.status === status && stage.inactiveSince === undefined)
