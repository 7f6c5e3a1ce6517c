import { ALWAYS_OPEN } from '@rapport/core/calendars/rules'
import { caseType } from '@rapport/core/cases/model'
import type { Case } from '@rapport/core/cases/schema'
import { startClocks } from '@rapport/core/sla-clocks/rules'
import { HOUR_MS, later } from '@rapport/kernel/clock'
import { createIds } from '@rapport/kernel/ids'
import { toItem } from '@rapport/kernel/record-type'
import type { Item } from '@rapport/kernel/table'
import type { Api } from './api.ts'
import { envelope, fill } from './load.ts'
import { handlerOf, sweepContext } from './workers.ts'

/** An hour to solve them: two hours old, they are late; the others have half a year. */
const LATE_MINUTES = 60
const FAR_MINUTES = 260_000

/**
 * Open cases with a promise each, `due` of them broken and not told, spread among the others. Only the records: what a sweep looks at.
 */
export async function loadOpenCases(api: Api, open: number, due: number): Promise<void> {
  const from = later(api.now.at, -2 * HOUR_MS)
  const ids = createIds(
    () => from,
    (size) => api.runtime.db.random(size),
  )
  function* items(): Generator<Item> {
    for (let n = 0; n < open; n++) {
      const isDue = Math.floor(((n + 1) * due) / open) > Math.floor((n * due) / open)
      const record = caseOf(
        n,
        envelope('case', ids, String(api.people.agent?.id), String(api.teams.service), from),
        isDue,
      )
      yield toItem(caseType, record, api.runtime.db.shards)
    }
  }
  await fill(api.raw.client, api.raw.tableName, items())
}

function caseOf(n: number, whole: ReturnType<typeof envelope>, isDue: boolean): Case {
  const terms = { targets: { resolutionMinutes: isDue ? LATE_MINUTES : FAR_MINUTES }, warnAtPercents: [] }
  const said = { subject: `Case ${n}`, type: 'question', origin: 'email', impact: 'medium', urgency: 'medium' } as const
  const state = { status: 'new', priority: 'normal', reopenedCount: 0, inboundCount: 1, slaState: 'running' } as const
  const number = `C-${String(n + 1).padStart(6, '0')}`
  const sla = startClocks(terms, new Date(whole.createdAt), ALWAYS_OPEN)
  return caseType.derive?.({ ...whole, ...said, ...state, number, sla }) as Case
}

export interface SweepCost {
  requests: number
  rcu: number
  wcu: number
}

/** One run of the sweep, and what its requests consumed. */
export async function costOfSweep(api: Api): Promise<SweepCost> {
  const sweep = await handlerOf('sweep-due', api.deps)
  api.spent()
  await sweep({} as never, sweepContext(600_000))
  const spent = api.spent()
  const sum = (unit: 'rcu' | 'wcu'): number => spent.reduce((total, one) => total + one[unit], 0)
  return { requests: spent.length, rcu: sum('rcu'), wcu: sum('wcu') }
}
