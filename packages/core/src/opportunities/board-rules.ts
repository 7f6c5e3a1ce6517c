import type { Money } from '@rapport/kernel/money'
import type { Contribution } from '@rapport/kernel/rollup'
import type { Card } from '../pipelines/schema.ts'
import type { Opportunity } from './schema.ts'
import { expected } from './value-rules.ts'

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

/**
 * A deal without an amount is counted, and so is that it has none. Different currencies are never added up; in the currency of the
 * organisation they are, as far as rates are known, with how many deals are in that sum.
 */
function valuesOf({ amount, expectedRevenue, converted, probability }: Opportunity): Record<string, number> {
  if (!amount) return { count: 1, unpriced: 1 }
  return {
    count: 1,
    [`sum_${amount.currency}`]: amount.amount,
    [`weighted_${amount.currency}`]: expectedRevenue?.amount ?? 0,
    ...(converted ? convertedValues(converted.corporate, probability) : {}),
  }
}

const convertedValues = (corporate: Money, probability: number): Record<string, number> => ({
  [`converted_${corporate.currency}`]: 1,
  [`corporate_${corporate.currency}`]: corporate.amount,
  [`corporateWeighted_${corporate.currency}`]: expected(corporate, probability).amount,
})

/** The totals of a stage: by currency, and in that of the organisation where rates are known. */
export function stageTotals(values: Readonly<Record<string, number>> = {}, corporateCurrency: string) {
  const currencies = Object.keys(values).flatMap((name) => (name.startsWith('sum_') ? [name.slice('sum_'.length)] : []))
  const amounts = currencies.sort().map((currency) => ({
    currency,
    sum: values[`sum_${currency}`] ?? 0,
    weighted: values[`weighted_${currency}`] ?? 0,
  }))
  const { count = 0, unpriced = 0 } = values
  return {
    count,
    unpriced,
    amounts: amounts.filter(({ sum, weighted }) => sum !== 0 || weighted !== 0),
    corporate: {
      currency: corporateCurrency,
      sum: values[`corporate_${corporateCurrency}`] ?? 0,
      weighted: values[`corporateWeighted_${corporateCurrency}`] ?? 0,
      unconverted: count - unpriced - (values[`converted_${corporateCurrency}`] ?? 0),
    },
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
