import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { callerAgain } from '../access/service.ts'
import type { Batch } from './batch.ts'
import { findImport, jobOf, planStep } from './plan.ts'
import { resultsWrite } from './results.ts'
import { goOn, isInMotion, type Progress } from './rules.ts'
import { closeReport, runReport } from './run-report.ts'
import { runRelations, runRows } from './run-rows.ts'
import { undoCreates, undoUpdates } from './run-undo.ts'
import type { Import, Job, Phase } from './schema.ts'

/** The import has gone on without this batch: another one does the rest. */
class Superseded extends Error {
  override readonly name = 'Superseded'
}

const phases: Readonly<Record<Phase, Work>> = {
  rows: asCaller(runRows),
  relations: asCaller(runRelations),
  undoUpdates: asCaller(undoUpdates),
  undoCreates: asCaller(undoCreates),
  report: runReport,
  close: closeReport,
}

type Work = (ctx: Ctx, one: Import, job: Job, tell: Batch['tell']) => Promise<Progress>

/**
 * Records are written as whoever asked for it, with the rights of this moment. When that is nobody any more, nothing further is
 * read or undone, and what was done is told.
 */
function asCaller(work: Work): Work {
  return async (ctx, one, job, tell) => {
    const caller = await callerAgain(ctx.db, job.actor, ctx.now)
    if (caller) return work({ ...ctx, ...caller }, one, job, tell)
    return {
      phase: 'report',
      problem: { code: 'import.caller_gone', detail: 'Who asked for it may not sign in any more.' },
    }
  }
}

/**
 * Does the next batch of an import and asks for the one after it. May be repeated, come late, run beside itself and die anywhere:
 * what a batch does follows from the job, each row is written once, and how far the import is, is written once for each batch.
 * `tell` hears of mistakes of ours that cost a row.
 */
export async function runImport(ctx: Ctx, id: string, step: number, tell: Batch['tell']): Promise<void> {
  try {
    const { one, job } = await current(ctx, id, step)
    const progress = await phases[job.phase](ctx, one, job, tell)
    await settle(ctx, async () => {
      const fresh = await current(ctx, id, step)
      const next = goOn(fresh.one, fresh.job, progress, ctx.now)
      const change = await planStep(ctx, fresh.one, next.step, { ...fresh.job, ...progress.job, phase: next.phase })
      const results = progress.results ? [resultsWrite(ctx, id, progress.results)] : []
      return { ...change, writes: [...change.writes, ...results] }
    })
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
  }
}

async function current(ctx: Ctx, id: string, step: number): Promise<{ one: Import; job: Job }> {
  const one = await findImport(ctx, id)
  if (one?.step !== step || !isInMotion(one)) throw new Superseded()
  const job = await jobOf(ctx, id)
  if (job.step !== step) throw new Superseded()
  return { one, job }
}
