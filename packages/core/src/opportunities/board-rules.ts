import type { Contribution } from '@rapport/kernel/rollup'
import type { Card } from '../pipelines/schema.ts'
import type { Opportunity } from './schema.ts'

/** Whose deals a board shows: one person's, those a team sees, those everyone sees, or all there are. */
export type Scope =
  | { kind: 'owner'; id: string }
  | { kind: 'team'; id: string }
  | { kind: 'everyone' }
  | { kind: 'all' }

/** Name of the total of a stage for those who see this scope. */
export const totalName = (pipelineId: string, stageId: string, scope: Scope): string =>
  ['board', pipelineId, stageId, scope.kind, ...('id' in scope ? [scope.id] : [])].join('#')

/**
 * What a deal adds to the boards it stands on. A deal kept to its owner adds to the owner's board and to that of those who see all,
 * never to a team's. A closed deal adds to the total of its stage like any other, so no board ever counts them.
 */
export function contributionsOf(deal: Opportunity): Contribution[] {
  const values = valuesOf(deal)
  return scopesOf(deal).map((scope) => ({ rollup: totalName(deal.pipelineId, deal.stageId, scope), values }))
}

function scopesOf({ ownerId, teamId, visibility }: Opportunity): Scope[] {
  return [
    { kind: 'all' },
    { kind: 'owner', id: ownerId },
    ...(teamId !== undefined && visibility !== 'owner' ? [{ kind: 'team', id: teamId } as const] : []),
    ...(visibility === 'everyone' ? [{ kind: 'everyone' } as const] : []),
  ]
}

/** A deal without an amount is counted, and so is that it has none. Different currencies are never added up. */
function valuesOf({ amount, expectedRevenue }: Opportunity): Record<string, number> {
  if (!amount) return { count: 1, unpriced: 1 }
  return {
    count: 1,
    [`sum_${amount.currency}`]: amount.amount,
    [`weighted_${amount.currency}`]: expectedRevenue?.amount ?? 0,
  }
}

/** The totals of a stage, by currency. */
export function stageTotals(values: Readonly<Record<string, number>> = {}) {
  const currencies = Object.keys(values).flatMap((name) => (name.startsWith('sum_') ? [name.slice('sum_'.length)] : []))
  const amounts = currencies.sort().map((currency) => ({
    currency,
    sum: values[`sum_${currency}`] ?? 0,
    weighted: values[`weighted_${currency}`] ?? 0,
  }))
  return {
    count: values.count ?? 0,
    unpriced: values.unpriced ?? 0,
    amounts: amounts.filter(({ sum, weighted }) => sum !== 0 || weighted !== 0),
  }
}

/** The card of an open deal; none when it is closed or deleted. */
export function cardOf(deal: Opportunity | undefined): Card | undefined {
  if (deal?.status !== 'open' || deal.deletedAt) return undefined
  const { id: of, pipelineId, stageId, ownerId, teamId, visibility, rank } = deal
  const seenByTeam = teamId !== undefined && visibility !== 'owner'
  return {
    of,
    pipelineId,
    stageId,
    ownerId,
    ...(seenByTeam ? { teamId } : {}),
    isForEveryone: visibility === 'everyone',
    rank,
  }
}
