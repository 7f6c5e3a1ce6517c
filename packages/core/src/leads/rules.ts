import { type CrmError, conflict, unprocessable } from '@rapport/kernel/errors'
import { answered, missedAfter } from '../lead-response/rules.ts'
import type { Touch } from '../shared/schema.ts'
import type { Lead, LeadStatus, LeadStatusType } from './schema.ts'

/** What each status means to a report. */
export const statusTypes: Record<LeadStatus, LeadStatusType> = {
  new: 'open',
  working: 'open',
  nurturing: 'waiting',
  qualified: 'qualified',
  unqualified: 'lost',
  converted: 'won',
}

/** Whether somebody still has to do with it. */
export const isOpen = ({ status }: Pick<Lead, 'status'>): boolean => status !== 'unqualified' && status !== 'converted'

export const isConverted = ({ convertedAt }: Pick<Lead, 'convertedAt'>): boolean => convertedAt !== undefined

/** A lead with what follows from its own fields: what its status means, how it came, and nothing left over from another status. */
export function completed(lead: Lead): Lead {
  const { nurtureUntil, unqualifiedReason, ...rest } = lead
  const firstTouch = lead.firstTouch ?? touchOf(lead, lead.createdAt)
  return {
    ...rest,
    ...(lead.status === 'nurturing' && nurtureUntil ? { nurtureUntil } : {}),
    ...(lead.status === 'unqualified' && unqualifiedReason ? { unqualifiedReason } : {}),
    statusType: statusTypes[lead.status],
    firstTouch,
    lastTouch: lead.lastTouch ?? firstTouch,
  }
}

const touchOf = ({ source, utm, clickIds, referrer }: Omit<Touch, 'at'>, at: string): Touch => ({
  at,
  ...(source ? { source } : {}),
  ...(utm ? { utm } : {}),
  ...(clickIds ? { clickIds } : {}),
  ...(referrer ? { referrer } : {}),
})

/**
 * Throws unprocessable when a lead names nobody, or lacks what its status asks for: the next touch of one that is nurtured, the
 * reason of one that is unqualified.
 */
export function refuseIncomplete(lead: Lead): void {
  const isNamed = lead.lastName ?? lead.company ?? lead.emails?.[0] ?? lead.phones?.[0]
  if (isNamed === undefined) {
    throw refusal('lastName', 'lead.nameless', 'A lead names a person or a company, or has an address or a number.')
  }
  if (lead.status === 'nurturing' && lead.nurtureUntil === undefined) {
    throw refusal('nurtureUntil', 'lead.no_next_touch', 'A lead that is nurtured has a next touch.')
  }
  if (lead.status === 'unqualified' && lead.unqualifiedReason === undefined) {
    throw refusal('unqualifiedReason', 'lead.no_reason', 'A lead is unqualified for a reason.')
  }
}

const refusal = (field: string, code: string, message: string): CrmError =>
  unprocessable(code, message, [{ pointer: `/${field}`, code, message }])

/** What is answered to whoever wants to change or convert a lead again. */
export const alreadyConverted = ({ accountId, contactId, opportunityId }: Lead): CrmError =>
  conflict('lead.converted', 'This lead was converted and does not change any more.', {
    accountId,
    contactId,
    ...(opportunityId === undefined ? {} : { opportunityId }),
  })

/** When something happens to a lead by itself: its next touch, or the end of the time to answer. */
export function dueAt(lead: Lead): string | undefined {
  const instants = [nextTouchAt(lead), missedAfter(lead)].filter((at) => at !== undefined)
  return instants.sort()[0]
}

const nextTouchAt = ({ status, nurtureUntil }: Lead): string | undefined =>
  status === 'nurturing' ? nurtureUntil : undefined

/** What becomes of a lead by itself, and what that is called. */
export interface LeadStep {
  verb: 'nurture_due' | 'response_missed'
  next: Lead
  data?: Record<string, unknown>
}

/** The step that is due at `now`; undefined when there is none. Whoever answers at the last instant is in time. */
export function whenDue(lead: Lead, now: Date): LeadStep | undefined {
  const at = now.toISOString()
  const touchAt = nextTouchAt(lead)
  if (touchAt !== undefined && touchAt <= at) {
    const { nurtureUntil: _, ...rest } = lead
    return { verb: 'nurture_due', next: completed({ ...rest, status: 'working' }) }
  }
  const endsAt = missedAfter(lead)
  if (endsAt === undefined || endsAt >= at) return undefined
  const data = { firstResponseDueAt: endsAt, ownerId: lead.ownerId }
  return { verb: 'response_missed', next: { ...lead, responseMissedAt: at }, data }
}

/** A lead that somebody has begun with was answered: nobody leaves `new` without having looked at it. */
export const followed = (before: Lead, wished: Lead, now: Date): Lead =>
  before.status === 'new' && wished.status !== 'new' ? answered(wished, now.toISOString()) : wished

/** The name of the person, if one is known. */
export const personName = ({ firstName, lastName }: Pick<Lead, 'firstName' | 'lastName'>): string | undefined =>
  [firstName, lastName].filter(Boolean).join(' ') || undefined
