import { conflict, unprocessable } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { keyOf } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import type { Ctx, Write } from '@rapport/kernel/store'
import { addBusiness } from '../calendars/rules.ts'
import type { BusinessHours } from '../calendars/schema.ts'
import { defaultCalendarId, hoursOf } from '../calendars/service.ts'
import { allOf } from '../shared/all-of.ts'
import { NOTHING_PROMISED } from '../sla-clocks/rules.ts'
import type { Terms } from '../sla-clocks/schema.ts'
import { slaPolicyType } from './model.ts'
import {
  type CaseFacts,
  longestTarget,
  POLICIES_MAX,
  refuseContradiction,
  refuseNoHours,
  selectPolicy,
  termsOf,
} from './rules.ts'
import type { SlaPolicy } from './schema.ts'

export const SlaPolicies = records<SlaPolicy>(slaPolicyType, async (ctx, { before, next }) => {
  if (next.deletedAt) return {}
  refuseContradiction(next)
  if (!before || before.deletedAt) await refuseTooMany(ctx)
  await refuseUnknownAccounts(ctx, before, next)
  const calendarId = await calendarIdOf(ctx, next)
  refuseNoHours(next, calendarId)
  // Says now, and not to the first case, that a promise is out of the calendar's reach.
  addBusiness(await hoursOf(ctx, calendarId), ctx.now, longestTarget(next))
  return { writes: calendarChecks(next) }
})

export interface Promised {
  terms: Terms
  hours: BusinessHours
}

/** What a case with these facts is promised. Read past the caller's rights: a promise does not depend on who writes it down. */
export async function promiseFor(ctx: Pick<Ctx, 'db'>, facts: CaseFacts): Promise<Promised> {
  const policies = await allPolicies(ctx)
  const [known = facts] = await withTiers(ctx, policies, [facts])
  const policy = selectPolicy(policies, known)
  if (!policy) return { terms: NOTHING_PROMISED, hours: await hoursOf(ctx, undefined) }
  const calendarId = await calendarIdOf(ctx, policy)
  return { terms: termsOf(policy, facts.priority, calendarId), hours: await hoursOf(ctx, calendarId) }
}

/** What is known of cases, and the tiers of their accounts where one of the policies asks for tiers. */
export async function withTiers(
  ctx: Pick<Ctx, 'db'>,
  policies: readonly SlaPolicy[],
  cases: readonly CaseFacts[],
): Promise<readonly CaseFacts[]> {
  const isAsked = policies.some(({ isActive, criteria }) => isActive && criteria.tiers !== undefined)
  const ids = cases.flatMap(({ accountId }) => accountId ?? [])
  if (!isAsked || ids.length === 0) return cases
  const tiers = new Map((await itemsOf(ctx, [...new Set(ids)])).map(({ id, tier }) => [id, tier]))
  return cases.map((facts) => {
    const tier = facts.accountId === undefined ? undefined : tiers.get(facts.accountId)
    return typeof tier === 'string' ? { ...facts, tier } : facts
  })
}

/** The calendar whose hours a policy runs by; undefined when it always runs, or there is none. */
export async function calendarIdOf(
  ctx: Pick<Ctx, 'db'>,
  { hours, calendarId }: SlaPolicy,
): Promise<string | undefined> {
  if (hours === '24x7') return undefined
  return calendarId ?? (await defaultCalendarId(ctx))
}

const allPolicies = (ctx: Pick<Ctx, 'db'>): Promise<SlaPolicy[]> => allOf(ctx, slaPolicyType, POLICIES_MAX)

async function refuseTooMany(ctx: Ctx): Promise<void> {
  if ((await allPolicies(ctx)).length >= POLICIES_MAX)
    throw conflict('slaPolicy.too_many', `There are ${POLICIES_MAX} policies already. Delete one first.`)
}

async function refuseUnknownAccounts(ctx: Ctx, before: SlaPolicy | undefined, next: SlaPolicy): Promise<void> {
  const had = before?.criteria.accountIds ?? []
  const added = (next.criteria.accountIds ?? [])
    .map((id, index) => ({ pointer: `/criteria/accountIds/${index}`, id }))
    .filter(({ id }) => !had.includes(id))
  await refuseUnknown(ctx, added)
}

/** The calendar must still be there when the policy is written. */
const calendarChecks = ({ calendarId }: SlaPolicy): Write[] =>
  calendarId === undefined
    ? []
    : [
        {
          check: keyOf('calendar', calendarId),
          condition: { equals: { state: 'live' } },
          otherwise: () => unprocessable('slaPolicy.no_calendar', 'The calendar of this policy was deleted.'),
        },
      ]
