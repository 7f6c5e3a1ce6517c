import { DAY_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { conflict } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { type CasePriority, type CaseStatus, casePriorities } from '../case-terms/schema.ts'
import type { Queue } from '../queues/schema.ts'
import { nextDueAt, worstState } from '../sla-clocks/rules.ts'
import type { Case, Resolution, Severity } from './schema.ts'

/**
 * Days from the solution to the end: long enough for a customer to come back from a week away, short enough that the list of
 * what is solved stays readable.
 */
export const AUTO_CLOSE_DAYS = 7

/** A case that ended no longer ago goes on when the customer comes back; later, a new one follows it. */
export const REOPEN_DAYS = 14

/** Where each status may lead. Out of an ended one there is only the way back. */
const MOVES: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: ['in_progress', 'waiting_on_customer', 'waiting_on_third_party', 'resolved', 'closed'],
  in_progress: ['waiting_on_customer', 'waiting_on_third_party', 'resolved', 'closed'],
  waiting_on_customer: ['in_progress', 'waiting_on_third_party', 'resolved', 'closed'],
  waiting_on_third_party: ['in_progress', 'waiting_on_customer', 'resolved', 'closed'],
  resolved: ['in_progress', 'closed'],
  closed: ['in_progress'],
}

export const canMove = (from: CaseStatus, to: CaseStatus): boolean => MOVES[from].includes(to)

export const hasEnded = ({ status }: Pick<Case, 'status'>): boolean => status === 'resolved' || status === 'closed'

const PRIORITIES: Readonly<Record<Severity, Readonly<Record<Severity, CasePriority>>>> = {
  high: { high: 'urgent', medium: 'high', low: 'normal' },
  medium: { high: 'high', medium: 'normal', low: 'low' },
  low: { high: 'normal', medium: 'low', low: 'low' },
}

/** How many are hit, by how long it can wait; what was set by hand stays. */
export const priorityOf = ({
  impact,
  urgency,
  priorityOverride,
}: Pick<Case, 'impact' | 'urgency' | 'priorityOverride'>): CasePriority =>
  priorityOverride ?? PRIORITIES[impact][urgency]

/** Owner of what belongs to nobody: the lowest user id there can be. */
export const [NOBODY_ID] = idBounds('user')

/** Whether a case waits in its queue for somebody to take it. */
export const isUnclaimed = (record: Pick<Case, 'queueId' | 'ownerId' | 'status' | 'deletedAt'>): boolean =>
  record.queueId !== undefined && record.ownerId === NOBODY_ID && !hasEnded(record) && record.deletedAt === undefined

/** The place of a priority in a queue: 0 is the most urgent. */
export const rankOf = ({ priority }: Pick<Case, 'priority'>): string =>
  String(casePriorities.length - 1 - casePriorities.indexOf(priority))

/** Until somebody is looked for again when nobody could take a case: people come back, and get done with other cases. */
export const ROUTE_AGAIN_MS = 15 * MINUTE_MS

/** The case as it waits in a queue. */
export function enqueued(before: Case, queue: Pick<Queue, 'id' | 'teamId' | 'mode'>, at: Date): Case {
  const { routeAt: _, ...rest } = before
  const waiting = { ...rest, queueId: queue.id, ownerId: NOBODY_ID, teamId: queue.teamId, visibility: 'team' as const }
  return queue.mode === 'push' ? { ...waiting, routeAt: at.toISOString() } : waiting
}

/** What people call a case by: `C-000123`. */
export const numberOf = (count: number): string => `C-${String(count).padStart(6, '0')}`

/** The case in another status. Throws conflict('case.move_denied') when the table of moves has none. */
export function move(before: Case, to: CaseStatus, at: Date): Case {
  if (before.status === to) return before
  if (!canMove(before.status, to))
    throw conflict('case.move_denied', `A case that is ${said(before.status)} cannot become ${said(to)}.`, {
      status: before.status,
    })
  const instant = at.toISOString()
  if (to === 'resolved') return { ...before, status: to, resolvedAt: instant }
  if (to === 'closed') return { ...before, status: to, resolvedAt: before.resolvedAt ?? instant, closedAt: instant }
  if (!hasEnded(before)) return { ...before, status: to }
  return { ...begunAgain(before), status: to, reopenedAt: instant, reopenedCount: before.reopenedCount + 1 }
}

/** Without how it ended before, and without having escalated then: that was about another time. */
function begunAgain(before: Case): Case {
  const { resolvedAt: _resolved, closedAt: _closed, resolution: _resolution, ...open } = before
  const { isEscalated: _escalated, escalationLevel: _level, escalatedAt: _at, ...begun } = open
  return begun
}

export const resolve = (before: Case, resolution: Resolution, at: Date): Case => ({
  ...move(before, 'resolved', at),
  resolution,
})

/** The end for good. What was never solved ends without a solution. */
export const close = (before: Case, resolution: Resolution | undefined, at: Date): Case => {
  const closed = move(before, 'closed', at)
  return resolution ? { ...closed, resolution } : closed
}

/** A person answered the customer. The first time that counts as the first response. */
export function answer(before: Case, to: CaseStatus | undefined, at: Date): Case {
  const { firstResponseAt = at.toISOString() } = before
  const answered = { ...before, firstResponseAt, lastReplyAt: at.toISOString() }
  const wanted = to ?? (before.status === 'new' ? 'in_progress' : before.status)
  return move(answered, wanted, at)
}

/** The customer wrote or called: that ends waiting for it, and opens what had ended. */
export function hear(before: Case, at: Date): Case {
  const heard = { ...before, inboundCount: before.inboundCount + 1, lastCustomerReplyAt: at.toISOString() }
  return before.status === 'waiting_on_customer' || hasEnded(before) ? move(heard, 'in_progress', at) : heard
}

/** Whether a case can still go on: one that ended too long ago, or went on elsewhere, cannot. */
export function canReopen(before: Case, at: Date): boolean {
  if (before.mergedIntoId !== undefined) return false
  const ended = before.closedAt ?? before.resolvedAt
  return ended === undefined || at.getTime() - Date.parse(ended) <= REOPEN_DAYS * DAY_MS
}

/** Throws conflict('case.ended') when a case ended too long ago to go on: reopening it opens the one that follows it. */
export function refuseEndedForGood(before: Case, at: Date): void {
  if (!canReopen(before, at))
    throw conflict('case.ended', 'This case ended too long ago. Reopen it: a new one will follow it.', {
      status: before.status,
    })
}

/** When something happens to a case by itself: the earliest of its reasons. */
export const dueAtOf = (record: Case): string | undefined => candidates(record).sort().at(0)

const candidates = (record: Case): string[] =>
  [
    record.slaUntold?.[0]?.at,
    record.slaDueAt,
    autoCloseAt(record),
    isUnclaimed(record) ? record.routeAt : undefined,
  ].filter((at) => at !== undefined)

/** How a case stands by its clocks. */
export function standingOf({ sla }: Pick<Case, 'sla'>): Pick<Case, 'slaState' | 'slaDueAt'> {
  const slaDueAt = sla && nextDueAt(sla)
  return { slaState: sla ? worstState(sla) : 'cancelled', slaDueAt }
}

/** When a case that was solved ends for good. */
export const autoCloseAt = ({ status, resolvedAt }: Pick<Case, 'status' | 'resolvedAt'>): string | undefined =>
  status === 'resolved' && resolvedAt !== undefined
    ? later(new Date(resolvedAt), AUTO_CLOSE_DAYS * DAY_MS).toISOString()
    : undefined

/** Solved by the first contact: the customer came once, and the case stayed solved. */
export const isSolvedAtFirstContact = ({ inboundCount, reopenedCount, resolvedAt }: Case): boolean =>
  resolvedAt !== undefined && inboundCount <= 1 && reopenedCount === 0

const said = (status: CaseStatus): string => status.replaceAll('_', ' ')
