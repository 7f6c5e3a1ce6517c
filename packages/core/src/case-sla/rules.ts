import type { BusinessHours } from '../calendars/schema.ts'
import type { Case } from '../cases/schema.ts'
import { advance, onCustomerMessage, onPolicyChange, onPublicReply, onStatus, timesOf } from '../sla-clocks/rules.ts'
import type { Clocks, Happening, Terms, Turn } from '../sla-clocks/schema.ts'
import type { CaseFacts } from '../sla-policies/rules.ts'

/** How the promises of a case follow what happens to it. */

/** What somebody said in public: a person to the customer, or the customer. */
export type Voice = 'person' | 'customer'

/**
 * The case with its clocks after a change of its status and after what was said. The customer's word comes after what it did to
 * the status, a person's answer before.
 */
export function runClocks(before: Case, next: Case, voice: Voice | undefined, hours: BusinessHours, at: Date): Case {
  const isMoved = next.status !== before.status
  const turns: ((clocks: Clocks) => Turn)[] = [
    ...(voice === 'person' ? [(clocks: Clocks) => onPublicReply(clocks, at)] : []),
    ...(isMoved ? [(clocks: Clocks) => onStatus(clocks, next.status, at, hours)] : []),
    ...(voice === 'customer' ? [(clocks: Clocks) => onCustomerMessage(clocks, at, hours)] : []),
  ]
  return measured(turns.reduce(turned, next), at, hours)
}

/** The case with how long its clocks took that have stopped. One that goes on again has taken no time yet. */
function measured(record: Case, at: Date, hours: BusinessHours): Case {
  const { firstResponseMinutes: _first, resolutionMinutes: _resolution, ...rest } = record
  if (!record.sla) return record
  const { repliedAt, firstResponse, resolution } = record.sla
  const isAnswered = repliedAt !== undefined && firstResponse.stoppedAt !== undefined
  const isSolved = resolution.stoppedAt !== undefined
  return {
    ...rest,
    ...(isAnswered ? { firstResponseMinutes: timesOf(firstResponse, at, hours).elapsedMinutes } : {}),
    ...(isSolved ? { resolutionMinutes: timesOf(resolution, at, hours).elapsedMinutes } : {}),
  }
}

/** What decides about the policy of a case. */
export const factsOf = ({ priority, type, origin, tags, accountId }: Case): CaseFacts => ({
  priority,
  type,
  channel: origin,
  tags,
  accountId,
})

/** The case under other terms: counted from its beginning, so it may be late at once. */
export const underTerms = (record: Case, terms: Terms, hours: BusinessHours, at: Date): Case =>
  turned(record, (clocks) => onPolicyChange(clocks, terms, at, hours))

/** What became due by now, and the case that has told it; undefined when there is nothing to tell. */
export function told(record: Case, now: Date): { next: Case; happened: Happening[] } | undefined {
  const { slaUntold = [], ...rest } = record
  const turn = record.sla ? advance(record.sla, now) : undefined
  const happened = [...slaUntold, ...(turn?.happened ?? [])]
  if (happened.length === 0) return undefined
  return { next: turn ? { ...rest, sla: turn.clocks } : rest, happened }
}

/** What a change made due is told next, as an event of its own. */
function turned(record: Case, turn: (clocks: Clocks) => Turn): Case {
  if (!record.sla) return record
  const { clocks, happened } = turn(record.sla)
  if (clocks === record.sla && happened.length === 0) return record
  const { slaUntold = [], ...rest } = record
  const untold = [...slaUntold, ...happened]
  return { ...rest, sla: clocks, ...(untold.length > 0 ? { slaUntold: untold } : {}) }
}
