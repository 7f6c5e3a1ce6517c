import { forbidden, invalid } from '@rapport/kernel/errors'
import { readTotals } from '@rapport/kernel/rollup'
import type { Ctx } from '@rapport/kernel/store'
import { backlogOf, backlogTotals, daysIn, groupOf, periodsIn, totalOf } from './rules.ts'
import type { Backlog, ServiceGroup } from './schema.ts'

const DAYS_MAX = 366

export interface ServiceQuery {
  /** Dates of UTC; both count. */
  from: string
  to: string
  /** Policies and queues to tell apart, besides all cases together. */
  of: readonly string[]
}

export interface ServiceReport {
  from: string
  to: string
  zone: 'UTC'
  groups: ServiceGroup[]
  backlog: Backlog
}

/**
 * How service did, from totals alone: what it costs depends on the range and the groups, never on the cases. They are of the whole
 * organisation, so only who is told about all of it may ask.
 */
export async function serviceReport(ctx: Ctx, { from, to, of }: ServiceQuery): Promise<ServiceReport> {
  if (ctx.principal.rights.level('analytics', 'read') !== 'all')
    throw forbidden('analytics.read_denied', 'These figures are about the whole organisation.')
  const days = daysIn(from, to)
  if (days < 1 || days > DAYS_MAX)
    throw invalid('query.invalid', `Ask for 1 to ${DAYS_MAX} days.`, [
      { pointer: '/query/to', code: 'analytics.range', message: `must be 0 to ${DAYS_MAX - 1} days after from` },
    ])
  const periods = periodsIn(from, to)
  const groups = [undefined, ...of]
  const names = groups.flatMap((group) => periods.map((period) => totalOf(period, group)))
  const totals = await readTotals(ctx, [...names, ...backlogTotals(ctx.now)])
  return {
    from,
    to,
    zone: 'UTC',
    groups: groups.map((group) =>
      groupOf(
        periods.map((period) => totals.get(totalOf(period, group)) ?? {}),
        group,
      ),
    ),
    backlog: backlogOf(totals, ctx.now),
  }
}
