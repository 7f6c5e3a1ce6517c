import { CrmError, forbidden, invalid } from '@rapport/kernel/errors'
import { readTotals } from '@rapport/kernel/rollup'
import type { Ctx } from '@rapport/kernel/store'
import { getOrganisation } from '../organisation/service.ts'
import { figuresOf, monthsIn, totalOf } from './rules.ts'
import type { ResponseReport } from './schema.ts'
import { endOf } from './terms.ts'

/** Until when a lead that comes now is to be answered; undefined when nothing is promised. */
export async function responseDueAt(ctx: Ctx): Promise<string | undefined> {
  const { leadResponse } = await getOrganisation(ctx)
  if (!leadResponse) return undefined
  try {
    return await endOf(ctx, leadResponse)
  } catch (error) {
    // The calendar has been closed since the time was set. No lead is turned away for that.
    if (error instanceof CrmError && error.code === 'calendar.out_of_reach') return undefined
    throw error
  }
}

const MONTHS_MAX = 24

export interface ResponseQuery {
  /** Months of UTC (`2026-11`); both count. */
  from: string
  to: string
  ownerId?: string | undefined
}

/** How fast leads were answered, from totals alone. They are of everybody, so only who is told about everybody may ask. */
export async function responseReport(ctx: Ctx, { from, to, ownerId }: ResponseQuery): Promise<ResponseReport> {
  if (ctx.principal.rights.level('analytics', 'read') !== 'all')
    throw forbidden('analytics.read_denied', 'These figures are about the whole organisation.')
  const months = monthsIn(from, to, MONTHS_MAX + 1)
  if (months.length < 1 || months.length > MONTHS_MAX)
    throw invalid('query.invalid', `Ask for 1 to ${MONTHS_MAX} months.`, [
      { pointer: '/query/to', code: 'analytics.range', message: `must be 0 to ${MONTHS_MAX - 1} months after from` },
    ])
  const totals = await readTotals(
    ctx,
    months.map((month) => totalOf(month, ownerId)),
  )
  const numbers = months.map((month) => totals.get(totalOf(month, ownerId)) ?? {})
  return {
    from,
    to,
    zone: 'UTC',
    total: figuresOf(numbers),
    months: months.map((month, index) => ({ month, ...figuresOf([numbers[index] ?? {}]) })),
  }
}
