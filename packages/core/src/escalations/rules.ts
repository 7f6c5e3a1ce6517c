import { isDeepStrictEqual } from 'node:util'
import { addBusiness } from '../calendars/rules.ts'
import type { BusinessHours } from '../calendars/schema.ts'
import { promise } from '../clocks/rules.ts'
import type { Clock } from '../clocks/schema.ts'
import type { EscalationCriteria, EscalationRule, EscalationWhen } from '../escalation-rules/schema.ts'
import type { Escalation, EscalationFacts } from './schema.ts'

/** A rule with the hours in which its ages grow, and those in which the promises to the case run. */
export interface ActiveRule {
  rule: EscalationRule
  hours: BusinessHours
  clockHours: BusinessHours
}

/** The first active rule that matches, by position; of equal ones, the older. A case that is over matches none. */
export function selectRule(rules: readonly EscalationRule[], facts: EscalationFacts): EscalationRule | undefined {
  if (isOver(facts)) return undefined
  return rules
    .filter(({ isActive, criteria }) => isActive && matches(criteria, facts))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))
    .at(0)
}

/** Whether nothing will ever be late any more, unless the case is reopened or restored. */
export const isOver = ({ status, deletedAt, mergedIntoId }: EscalationFacts): boolean =>
  status === 'resolved' || status === 'closed' || deletedAt !== undefined || mergedIntoId !== undefined

function matches(criteria: EscalationCriteria, facts: EscalationFacts): boolean {
  const { priorities, statuses, types, channels, tags, accountIds } = criteria
  const isOneOf = (wanted: readonly string[] | undefined, value: string | undefined): boolean =>
    wanted === undefined || (value !== undefined && wanted.includes(value))
  return (
    isOneOf(priorities, facts.priority) &&
    isOneOf(statuses, facts.status) &&
    isOneOf(types, facts.type) &&
    isOneOf(channels, facts.origin) &&
    isOneOf(accountIds, facts.accountId) &&
    (tags === undefined || tags.some((tag) => facts.tags?.includes(tag)))
  )
}

/** What a case without any known escalation begins with. */
export const begin = ({ id, createdAt }: EscalationFacts): Escalation => ({
  caseId: id,
  version: 0,
  cycle: 1,
  fired: [],
  modifiedAt: createdAt,
  isModified: false,
  caseVersion: 1,
})

/**
 * What is known of the case now: a cycle begins with each reopening and forgets the steps of the one before; whoever is no worker of
 * the CRM modifies the case by changing it.
 */
export function follow(before: Escalation, facts: EscalationFacts, active: ActiveRule | undefined): Escalation {
  const { ruleId: _rule, ruleVersion: _version, dueAt: _due, dueSlot: _slot, ...kept } = before
  const cycle = facts.reopenedCount + 1
  const isNewCycle = cycle !== before.cycle
  const isChanged = facts.version > before.caseVersion && isByPerson(facts)
  const begun = isNewCycle ? { cycle, fired: [], isModified: false, modifiedAt: facts.updatedAt } : {}
  const modified = isChanged && !isNewCycle ? { isModified: true, modifiedAt: facts.updatedAt } : {}
  const next = { ...kept, ...begun, ...modified, caseVersion: facts.version }
  if (!active) return next
  const { id: ruleId, version: ruleVersion } = active.rule
  const dueAt = nextStep(next, facts, active)?.at.toISOString()
  return { ...next, ruleId, ruleVersion, ...(dueAt === undefined ? {} : { dueAt }) }
}

/** Takes note of a change by a person, however late it is told. What lies before the cycle is of another one. */
export function noted(state: Escalation, facts: EscalationFacts, changedAt: string | undefined): Escalation {
  if (changedAt === undefined || changedAt <= begunAt(facts)) return state
  const modifiedAt = changedAt > state.modifiedAt ? changedAt : state.modifiedAt
  return { ...state, isModified: true, modifiedAt }
}

/** Workers are named by words, people and their keys by ids. */
const isByPerson = ({ updatedBy }: EscalationFacts): boolean => /^[a-z]{3}_/.test(updatedBy)

export interface DueStep {
  /** Place in the rule: 0 is the first. */
  index: number
  /** When it fell, or falls, due. */
  at: Date
}

/** The step that is due next, or has been due longest: never one that was taken in this cycle. */
export function nextStep(state: Escalation, facts: EscalationFacts, active: ActiveRule): DueStep | undefined {
  const { rule } = active
  if (isOver(facts) || (rule.disableAfterFirstModification && state.isModified)) return undefined
  return rule.steps
    .flatMap(({ when }, index): DueStep[] => {
      if (state.fired.includes(stepName(rule, index))) return []
      const at = instantOf(when, state, facts, active)
      return at === undefined ? [] : [{ index, at }]
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index)
    .at(0)
}

export const stepName = ({ id }: Pick<EscalationRule, 'id'>, index: number): string => `${id}#${index}`

/** Steps that were taken are kept as long as a cycle lasts; rules come and go, so there is a bound. */
const FIRED_MAX = 250

/** The state once a step was taken. */
export const taken = (state: Escalation, rule: EscalationRule, index: number): Escalation => ({
  ...state,
  fired: [...state.fired, stepName(rule, index)].slice(-FIRED_MAX),
})

/** Whether anything but the number of the case's version differs. */
export function isSame(a: Escalation, b: Escalation): boolean {
  const { caseVersion: _a, dueSlot: _c, ...one } = a
  const { caseVersion: _b, dueSlot: _d, ...other } = b
  return isDeepStrictEqual(one, other)
}

/** When a step falls due; undefined when what it waits for is not under way. */
export function instantOf(
  when: EscalationWhen,
  state: Pick<Escalation, 'modifiedAt'>,
  facts: EscalationFacts,
  { hours, clockHours }: Pick<ActiveRule, 'hours' | 'clockHours'>,
): Date | undefined {
  if (when.basis === 'firstResponse' || when.basis === 'nextResponse' || when.basis === 'resolution') {
    const clock = facts.clocks?.[when.basis]
    return clock && clockInstant(clock, when, clockHours)
  }
  const from = { created: begunAt, lastModified: () => state.modifiedAt, lastCustomerReply: unansweredSince }[
    when.basis
  ](facts)
  return from === undefined ? undefined : addBusiness(hours, new Date(from), when.afterMinutes ?? 0)
}

const begunAt = ({ reopenedAt, createdAt }: EscalationFacts): string => reopenedAt ?? createdAt

/** Since when the customer waits for an answer. */
const unansweredSince = ({ lastCustomerReplyAt, lastReplyAt }: EscalationFacts): string | undefined =>
  lastCustomerReplyAt !== undefined && (lastReplyAt ?? '') < lastCustomerReplyAt ? lastCustomerReplyAt : undefined

/** A clock that stands still is never due; one that is late stays late until what it waits for was done. */
function clockInstant(
  clock: Clock,
  { percent, afterMinutes = 0 }: { percent?: number | undefined; afterMinutes?: number | undefined },
  hours: BusinessHours,
): Date | undefined {
  const isUnderWay = clock.stoppedAt === undefined && (clock.state === 'running' || clock.state === 'breached')
  const { dueAt = clock.breachedAt, targetMinutes } = clock
  if (!isUnderWay || dueAt === undefined || targetMinutes === undefined) return undefined
  if (percent === undefined || percent === 100) return addBusiness(hours, new Date(dueAt), afterMinutes)
  const { breachedAt: _, ...running } = clock
  const [warning] = promise({ ...running, warnedPercents: [] }, targetMinutes, [percent], hours).warnings
  return warning && new Date(warning.at)
}
