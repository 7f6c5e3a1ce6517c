import { later, MINUTE_MS } from '@rapport/kernel/clock'
import { conflict, unprocessable } from '@rapport/kernel/errors'
import type { Counts, Handover, HandoverKind, Job, Move } from './schema.ts'

/** A batch that is not over by then is begun again: its message was lost, or whoever worked on it died. */
export const STALLED_MS = 15 * MINUTE_MS

export type HandoverVerb = 'continued' | 'finished' | 'reverting' | 'reverted' | 'stopped'

/** What happens to a handover: the name of the event, and the fields it changes (null removes one). */
export interface Step {
  verb: HandoverVerb
  patch: { [Field in keyof Handover]?: Handover[Field] | null }
}

/** What a handover begins with. Throws unprocessable when it leads nowhere. */
export function begin(ownerId: string, { to, until, kinds }: Pick<Handover, 'to' | 'until' | 'kinds'>, now: Date) {
  if (to === ownerId) throw refusal('to', 'handover.to_self', 'Work is handed over to somebody else.')
  if (until !== undefined && Date.parse(until) <= now.getTime()) {
    throw refusal('until', 'handover.in_past', 'A delegation ends in the future.')
  }
  return {
    to,
    ...(until === undefined ? {} : { until }),
    kinds,
    status: 'running',
    counts: Object.fromEntries(kinds.map((kind) => [kind, NOTHING])),
    step: 0,
    dueAt: stalledAt(now),
  } as const
}

/** Whether records are being moved, in one direction or the other. */
export const isInMotion = ({ status }: Pick<Handover, 'status'>): boolean =>
  status === 'running' || status === 'reverting'

/** Whether everything has been moved to the receiver and is meant to stay for now. */
export const isWithReceiver = ({ status }: Pick<Handover, 'status'>): boolean =>
  status === 'delegated' || status === 'finished'

/** Who gets the records, depending on the direction. */
export const receiverOf = ({ status, to, ownerId }: Handover): string => (status === 'reverting' ? ownerId : to)

/** There is more to do: the next batch. */
export const goOn = ({ step }: Handover, now: Date): Step => ({
  verb: 'continued',
  patch: { step: step + 1, dueAt: stalledAt(now) },
})

/** Nothing is left to move. A delegation then waits for its end. */
export function conclude({ status, step, until }: Handover, now: Date): Step {
  const at = now.toISOString()
  if (status === 'reverting') {
    return { verb: 'reverted', patch: { status: 'reverted', step: step + 1, revertedAt: at, dueAt: null } }
  }
  return {
    verb: 'finished',
    patch: { status: until ? 'delegated' : 'finished', step: step + 1, finishedAt: at, dueAt: until ?? null },
  }
}

/** Whoever should get the records was disabled: the rest stays where it is. What a delegation has moved still goes back. */
export const stop = ({ status, step, until }: Handover): Step => ({
  verb: 'stopped',
  patch: { status: 'stopped', step: step + 1, dueAt: (status === 'running' && until) || null },
})

/** Sends the records back. Throws conflict when that was done or is being done. */
export function turnBack({ status, step }: Handover, now: Date): Step {
  if (status === 'reverting' || status === 'reverted') {
    throw conflict('handover.reverted', 'This handover was already reverted.')
  }
  return { verb: 'reverting', patch: { status: 'reverting', step: step + 1, dueAt: stalledAt(now) } }
}

/** What a handover does by itself at `now`; undefined while it is not due. */
export function whenDue(handover: Handover, now: Date): Step | undefined {
  if (handover.dueAt === undefined || Date.parse(handover.dueAt) > now.getTime()) return undefined
  return isInMotion(handover) ? goOn(handover, now) : turnBack(handover, now)
}

/** The job with one record more of a kind that has this outcome. */
export function counted(job: Job, kind: HandoverKind, outcome: Move['outcome']): Job {
  const before = job.counts[kind] ?? NOTHING
  const counts = { ...job.counts, [kind]: { ...before, [outcome]: before[outcome] + 1 } }
  return { ...job, counts, version: job.version + 1 }
}

/** Records moved in all. */
export const movedIn = (counts: Handover['counts']): number =>
  Object.values(counts).reduce((sum, { moved }) => sum + moved, 0)

const NOTHING: Counts = { moved: 0, returned: 0, kept: 0 }

const stalledAt = (now: Date): string => later(now, STALLED_MS).toISOString()

const refusal = (field: string, code: string, message: string) =>
  unprocessable(code, message, [{ pointer: `/${field}`, code, message }])
