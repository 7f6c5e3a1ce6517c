import { type CrmError, unprocessable } from '@rapport/kernel/errors'
import type { Lead } from '../leads/schema.ts'
import { isAvailable, isAway, type Member } from '../queues/rules.ts'
import type { AssignmentCriteria, AssignmentRule, AssignmentStrategy } from './schema.ts'

/** What of a lead decides who gets it. */
export type LeadFacts = Pick<Lead, 'source' | 'rating' | 'industry' | 'employees' | 'tags' | 'addresses' | 'utm'>

/** The active rules that match, the one that counts first; of equal positions, the older. */
export const rulesFor = (rules: readonly AssignmentRule[], lead: LeadFacts): AssignmentRule[] =>
  rules
    .filter(({ isActive, criteria }) => isActive && matches(criteria, lead))
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1))

function matches(criteria: AssignmentCriteria, { source, rating, industry, employees, ...lead }: LeadFacts): boolean {
  const { employeesMin, employeesMax } = criteria
  const countries = (lead.addresses ?? []).map(({ country }) => country)
  return (
    isOneOf(criteria.sources, [source]) &&
    isOneOf(criteria.campaigns, [lead.utm?.campaign]) &&
    isOneOf(criteria.ratings, [rating]) &&
    isOneOf(criteria.countries, countries) &&
    isOneOf(criteria.industries, [industry]) &&
    isOneOf(criteria.tags, lead.tags ?? []) &&
    (employeesMin === undefined || (employees !== undefined && employees >= employeesMin)) &&
    (employeesMax === undefined || (employees !== undefined && employees <= employeesMax))
  )
}

const isOneOf = (wanted: readonly string[] | undefined, values: readonly (string | undefined)[]): boolean =>
  wanted === undefined || values.some((value) => value !== undefined && wanted.includes(value))

/** Those who can take one more lead now, in a fixed order; the stand-in when nobody can. */
export function takersOf<M extends Member>(members: readonly M[], standIn: M | undefined, now: Date): M[] {
  const takers = members.filter((member) => isAvailable(member, now)).sort((a, b) => (a.user.id < b.user.id ? -1 : 1))
  return takers.length > 0 || !standIn || !isAvailable(standIn, now) ? takers : [standIn]
}

/** Who stands in for somebody who is named alone and away. */
export function standInFor(members: readonly Member[], now: Date): string | undefined {
  const [only, ...others] = members
  const isAlone = only !== undefined && others.length === 0
  return isAlone && only.user.status === 'active' && isAway(only.user, now)
    ? only.user.outOfOffice?.delegateId
    : undefined
}

/**
 * Who gets a lead of those who can take one, and why. `turn` counts up with every lead of the rule: whose turn it is, and who is
 * first among equals. Throws RangeError when there is nobody.
 */
export function pickTaker<M extends Member>(
  takers: readonly M[],
  strategy: AssignmentStrategy,
  turn: number,
): { taker: M; why: string } {
  const inTurn = takers.map((_, index) => takers[(index + turn) % takers.length] as M)
  const [taker] = strategy === 'least_busy' ? [...inTurn].sort((a, b) => a.open - b.open) : inTurn
  if (!taker) throw new RangeError('There is nobody to pick.')
  return { taker, why: whyOf(taker, strategy, takers.length) }
}

function whyOf({ open }: Member, strategy: AssignmentStrategy, takers: number): string {
  if (takers === 1) return 'the only one who can take it'
  return strategy === 'least_busy' ? `has the fewest open leads: ${open}` : `in turn among ${takers}`
}

/** Throws unprocessable when a rule gives leads to nobody, or wants more employees than it allows. */
export function refuseContradiction({ assignTo, criteria }: Pick<AssignmentRule, 'assignTo' | 'criteria'>): void {
  if (assignTo.userIds === undefined && assignTo.teamId === undefined)
    throw refusal('/assignTo', 'nobody', 'A rule gives leads to somebody: to people or to a team.')
  const { employeesMin = 0, employeesMax = Number.POSITIVE_INFINITY } = criteria
  if (employeesMin > employeesMax)
    throw refusal('/criteria/employeesMax', 'contradiction', 'No lead has more employees than fewer.')
}

const refusal = (pointer: string, state: string, message: string): CrmError =>
  unprocessable(`assignmentRule.${state}`, message, [{ pointer, code: `assignmentRule.${state}`, message }])
