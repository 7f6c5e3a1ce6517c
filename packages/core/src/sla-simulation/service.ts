import { idBounds, lowestIdAt } from '@rapport/kernel/ids'
import { boundsBehind, openCursor, sealCursor } from '@rapport/kernel/page'
import { onlyVisible } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Ctx, commit, hash } from '@rapport/kernel/store'
import { hoursOf } from '../calendars/service.ts'
import { factsOf } from '../case-sla/rules.ts'
import { caseType } from '../cases/model.ts'
import type { Case } from '../cases/schema.ts'
import { type CaseFacts, matches } from '../sla-policies/rules.ts'
import { calendarIdOf, SlaPolicies, withTiers } from '../sla-policies/service.ts'
import { compare } from './rules.ts'
import type { SlaSimulation, SlaSimulationRequest } from './schema.ts'

/**
 * What would have become of the promises to the cases of a period under a policy, active or not, beside what did. Of the cases that
 * the caller may see and the policy is for. Changes nothing.
 */
export async function simulate(
  ctx: Ctx,
  policyId: string,
  { from, until, limit, cursor }: SlaSimulationRequest,
): Promise<SlaSimulation> {
  const policy = await SlaPolicies.get(ctx, policyId)
  const scope = hash('sla-simulation', policyId, from, until, ctx.principal.id, ctx.principal.fingerprint)
  const key = await ctx.db.signingKey()
  const position = cursor === undefined ? undefined : openCursor(key, scope, cursor)
  const [hours, page] = await Promise.all([
    calendarIdOf(ctx, policy).then((calendarId) => hoursOf(ctx, calendarId)),
    openedIn(ctx, { from, until, limit }, position),
  ])
  const seen = await onlyVisible(ctx, caseType, page.cases)
  const facts = await withTiers(ctx, [{ ...policy, isActive: true }], seen.map(factsOf))
  const concerned = seen.filter((_, index) => matches(policy.criteria, facts[index] as CaseFacts))
  const answer: SlaSimulation = {
    policyId,
    from,
    until,
    casesRead: seen.length,
    nextCursor: page.last === undefined ? null : sealCursor(key, scope, page.last),
    priorities: compare(concerned, policy, hours, ctx.now),
  }
  // Nothing but the answer is kept, for whoever asks again with the same key.
  return commit(ctx, { writes: [], events: [], answer })
}

/** The next cases of a period, oldest first, and the last of them when there are more. One query per shard. */
async function openedIn(
  ctx: Ctx,
  { from, until, limit }: Pick<SlaSimulationRequest, 'from' | 'until' | 'limit'>,
  position: string | undefined,
): Promise<{ cases: Case[]; last?: string }> {
  const bounds = [lowestIdAt('case', new Date(from)), lowestIdAt('case', new Date(until))] as const
  const [first, end] = boundsBehind(bounds, position, false)
  const shards = Array.from({ length: ctx.db.shards }, (_, shard) => String(shard))
  const range = { newestFirst: false, limit: limit + 1 }
  const pages = await Promise.all(
    shards.map((shard) =>
      ctx.db.table.query(caseType.model.range('all', { state: 'live', shard }, { id: first }, { id: end }, range)),
    ),
  )
  // A page that was cut short says nothing about what other shards hold behind its last case.
  const known = pages.map(({ items, more }) => (more ? String(items.at(-1)?.id ?? first) : BEHIND_ALL)).sort()[0] ?? end
  const all = pages.flatMap(({ items }) => items.map((item) => fromItem(caseType, item)))
  const cases = all.filter(({ id }) => id <= known).sort((a, b) => (a.id < b.id ? -1 : 1))
  const taken = cases.slice(0, limit)
  const last = taken.at(-1)?.id
  const hasMore = taken.length < all.length || pages.some(({ more }) => more)
  return hasMore && last !== undefined ? { cases: taken, last } : { cases: taken }
}

/** The highest id of a case. */
const [, BEHIND_ALL] = idBounds('case')
