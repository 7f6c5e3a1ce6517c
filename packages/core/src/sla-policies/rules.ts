import { type Issue, unprocessable } from '@rapport/kernel/errors'
import type { CasePriority, CaseType } from '../case-terms/schema.ts'
import type { Terms } from '../sla-clocks/schema.ts'
import type { SlaCriteria, SlaPolicy } from './schema.ts'

/** Policies of an organisation: all are read to choose one. */
export const POLICIES_MAX = 200

/** What of a case decides which policy it gets. */
export interface CaseFacts {
  priority: CasePriority
  type?: CaseType | undefined
  channel?: string | undefined
  tags?: readonly string[] | undefined
  accountId?: string | undefined
  /** Of the account. */
  tier?: string | undefined
}

/** The first active policy that matches, by position; of equal ones, the older. */
export const selectPolicy = (policies: readonly SlaPolicy[], facts: CaseFacts): SlaPolicy | undefined =>
  policies
    .filter(({ isActive, criteria }) => isActive && matches(criteria, facts))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .at(0)

/** What a policy promises to a case of this priority. The calendar is the one its hours come from, if they are not all hours. */
export const termsOf = (
  { id, version, targets, warnAtPercents }: SlaPolicy,
  priority: CasePriority,
  calendarId: string | undefined,
): Terms => ({
  policyId: id,
  policyVersion: version,
  ...(calendarId === undefined ? {} : { calendarId }),
  targets: targets[priority] ?? {},
  warnAtPercents,
})

/** The longest time a policy promises anything in, in minutes; 0 when it promises nothing. */
export const longestTarget = ({ targets }: Pick<SlaPolicy, 'targets'>): number =>
  Math.max(
    0,
    ...Object.values(targets).flatMap((ofPriority) => Object.values(ofPriority ?? {}).map((minutes) => minutes ?? 0)),
  )

/** Throws unprocessable when a policy promises nothing, or runs by a calendar and always. */
export function refuseContradiction(policy: Pick<SlaPolicy, 'targets' | 'hours' | 'calendarId'>): void {
  if (longestTarget(policy) === 0) throw refusal('targets', 'no_target', 'A policy promises something.')
  if (policy.hours === '24x7' && policy.calendarId !== undefined)
    throw refusal('calendarId', 'contradiction', 'A policy that always runs has no calendar.')
}

/** Throws unprocessable when there are no hours to run in. */
export function refuseNoHours(policy: Pick<SlaPolicy, 'hours'>, calendarId: string | undefined): void {
  if (policy.hours === 'business' && calendarId === undefined)
    throw refusal('calendarId', 'no_calendar', 'There is no default calendar: name one, or promise 24x7.')
}

/** Whether a policy is for such a case. */
export function matches(
  { priorities, types, channels, tags, tiers, accountIds }: SlaCriteria,
  facts: CaseFacts,
): boolean {
  const isOneOf = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || (value !== undefined && wanted.includes(value))
  return (
    isOneOf(priorities, facts.priority) &&
    isOneOf(types, facts.type) &&
    isOneOf(channels, facts.channel) &&
    isOneOf(accountIds, facts.accountId) &&
    isOneOf(tiers, facts.tier) &&
    (tags === undefined || tags.some((tag) => facts.tags?.includes(tag)))
  )
}

function refusal(field: string, state: string, message: string) {
  const issue: Issue = { pointer: `/${field}`, code: `slaPolicy.${state}`, message }
  return unprocessable(issue.code, message, [issue])
}
