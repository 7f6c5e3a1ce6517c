import { later, MINUTE_MS } from '@rapport/kernel/clock'
import { conflict } from '@rapport/kernel/errors'
import type { Import, ImportCounts, Job, Phase, Results, RowResult, UndoCounts, UndoResult } from './schema.ts'

/** A batch that is not over by then is begun again: its message was lost, or whoever worked on it died. */
export const STALLED_MS = 15 * MINUTE_MS

/** What happens to an import: the name of the event, and the fields it changes (null removes one). */
export interface Step {
  verb: 'started' | 'continued' | 'cancelling' | 'cancelled' | 'finished' | 'failed' | 'undoing' | 'undone'
  patch: { [Field in keyof Import]?: Import[Field] | null }
}

export const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0, refused: 0 }
export const NOTHING_UNDONE: UndoCounts = { removed: 0, restored: 0, kept: 0 }

/** Whether a machine is at work on it. */
export const isInMotion = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'running' || status === 'cancelling' || status === 'undoing'

export function start({ status, step }: Import, now: Date): Step {
  if (status !== 'awaiting_file') throw conflict('import.started', 'This import was already started.')
  const startedAt = now.toISOString()
  return { verb: 'started', patch: { status: 'running', step: step + 1, startedAt, dueAt: stalledAt(now) } }
}

/** The batch at work is brought to its end, so that each of its rows is told; none follows. */
export function cancel({ status }: Import, now: Date): Step {
  if (status === 'awaiting_file') {
    return { verb: 'cancelled', patch: { status: 'cancelled', finishedAt: now.toISOString() } }
  }
  if (status !== 'running') throw conflict('import.not_running', 'Only an import that is running can be cancelled.')
  return { verb: 'cancelling', patch: { status: 'cancelling' } }
}

/** Throws conflict unless there is something that can be undone. */
export function undo({ status, step, dryRun, startedAt, finishedAt }: Import, now: Date, daysMs: number): Step {
  if (status === 'undoing' || status === 'undone') throw conflict('import.undone', 'This import was already undone.')
  const isOver = startedAt !== undefined && finishedAt !== undefined && !dryRun
  if (!isOver)
    throw conflict('import.not_finished', 'Only an import that has changed something and is over can be undone.')
  if (Date.parse(finishedAt) + daysMs <= now.getTime()) {
    throw conflict('import.too_old', 'What this import changed can be undone no more.')
  }
  return {
    verb: 'undoing',
    patch: { status: 'undoing', step: step + 1, undoCounts: NOTHING_UNDONE, dueAt: stalledAt(now) },
  }
}

/** What a batch did, and what comes after it unless the import ends here. */
export interface Progress {
  phase: Phase | 'over'
  job?: Partial<Job>
  counts?: ImportCounts
  undoCounts?: UndoCounts
  problem?: Import['problem']
  results?: Results
}

/** The step after a batch. An import that is being cancelled reads no more rows. */
export function goOn(one: Import, job: Job, progress: Progress, now: Date): { step: Step; phase: Phase } {
  const step = one.step + 1
  const told = {
    step,
    ...(progress.counts && { counts: added(one.counts, progress.counts) }),
    ...(progress.undoCounts && { undoCounts: added(one.undoCounts ?? NOTHING_UNDONE, progress.undoCounts) }),
    ...(progress.problem && { problem: progress.problem }),
    ...(progress.job?.offset !== undefined && { bytesRead: progress.job.offset }),
  }
  if (progress.phase === 'over') {
    return { step: { verb: endOf(one, job), patch: { ...told, ...ended(one, job, now) } }, phase: 'close' }
  }
  const isCut = progress.phase === 'rows' && one.status === 'cancelling'
  const waiting = progress.job?.waiting ?? job.waiting
  const phase = isCut ? afterRows(waiting) : progress.phase
  return { step: { verb: 'continued', patch: { ...told, dueAt: stalledAt(now) } }, phase }
}

/** Relations that waited for the end of the file come before the report. */
export const afterRows = (waiting: number | undefined): Phase => (waiting === undefined ? 'report' : 'relations')

function endOf({ status, problem }: Import, { about }: Job): 'undone' | 'failed' | 'cancelled' | 'finished' {
  if (about === 'undo') return 'undone'
  if (problem) return 'failed'
  return status === 'cancelling' ? 'cancelled' : 'finished'
}

function ended(one: Import, job: Job, now: Date): Step['patch'] {
  const end = { status: endOf(one, job), dueAt: null }
  return job.about === 'undo' ? end : { ...end, finishedAt: now.toISOString() }
}

/** What an import does by itself at `now`: begins a batch again that should be over. */
export function whenDue(one: Import, now: Date): Step | undefined {
  if (!isInMotion(one) || one.dueAt === undefined || Date.parse(one.dueAt) > now.getTime()) return undefined
  return { verb: 'continued', patch: { step: one.step + 1, dueAt: stalledAt(now) } }
}

export const countsOf = (results: readonly RowResult[]): ImportCounts => tally(NOTHING, results)
export const undoCountsOf = (results: readonly UndoResult[]): UndoCounts => tally(NOTHING_UNDONE, results)

/** Rows that turned out otherwise than they were counted. */
export const recounted = (before: readonly RowResult[], after: readonly RowResult[]): ImportCounts => {
  const [was, is] = [countsOf(before), countsOf(after)]
  return {
    created: is.created - was.created,
    updated: is.updated - was.updated,
    unchanged: is.unchanged - was.unchanged,
    refused: is.refused - was.refused,
  }
}

function tally<C extends Record<string, number>>(none: C, results: readonly { outcome: keyof C }[]): C {
  const counts: Record<keyof C, number> = { ...none }
  for (const { outcome } of results) counts[outcome]++
  return counts as C
}

const added = <C extends Record<string, number>>(a: C, b: C): C =>
  Object.fromEntries(Object.entries(a).map(([name, count]) => [name, count + (b[name] ?? 0)])) as C

const stalledAt = (now: Date): string => later(now, STALLED_MS).toISOString()
