import { later, MINUTE_MS } from '@rapport/kernel/clock'
import { conflict } from '@rapport/kernel/errors'
import type { Export } from './schema.ts'

/** A batch that is not over by then is begun again: its message was lost, or whoever worked on it died. */
export const STALLED_MS = 15 * MINUTE_MS

/** What happens to an export: the name of the event, and the fields it changes (null removes one). */
export interface Step {
  verb: 'continued' | 'finished' | 'failed' | 'cancelled'
  patch: { [Field in keyof Export]?: Export[Field] | null }
}

/** What a batch has written, and whether the file is there now. */
export interface Progress {
  count: number
  bytes: number
  isOver: boolean
  problem?: Export['problem']
}

export function goOn(one: Export, { count, bytes, isOver, problem }: Progress, now: Date): Step {
  const told = { step: one.step + 1, count: one.count + count, bytes: one.bytes + bytes }
  if (problem) return { verb: 'failed', patch: { ...told, problem, ...ended('failed', now) } }
  if (isOver) return { verb: 'finished', patch: { ...told, ...ended('finished', now) } }
  return { verb: 'continued', patch: { ...told, dueAt: stalledAt(now) } }
}

export function cancel({ status, step }: Export, now: Date): Step {
  if (status !== 'running') throw conflict('export.not_running', 'This export is over.')
  return { verb: 'cancelled', patch: { step: step + 1, ...ended('cancelled', now) } }
}

/** What an export does by itself at `now`: begins a batch again that should be over. */
export function whenDue(one: Export, now: Date): Step | undefined {
  const isDue = one.status === 'running' && one.dueAt !== undefined && Date.parse(one.dueAt) <= now.getTime()
  return isDue ? { verb: 'continued', patch: { step: one.step + 1, dueAt: stalledAt(now) } } : undefined
}

export const stalledAt = (now: Date): string => later(now, STALLED_MS).toISOString()

const ended = (status: Export['status'], now: Date) => ({ status, finishedAt: now.toISOString(), dueAt: null })
