import type { BusinessHours } from '@rapport/core/calendars/schema'
import { hoursOf } from '@rapport/core/calendars/service'
import { type CasePriority, casePriorities } from '@rapport/core/case-terms/schema'
import { caseType } from '@rapport/core/cases/model'
import type { Case } from '@rapport/core/cases/schema'
import { elapsedMs, isOpen } from '@rapport/core/clocks/rules'
import type { Clock } from '@rapport/core/clocks/schema'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { listRecords } from '@rapport/kernel/record-list'
import type { Ctx } from '@rapport/kernel/store'

/** How cases of one priority kept one promise. */
export interface Kept {
  kept: number
  broken: number
  /** Still open within its time, or over before that mattered. */
  undecided: number
  /** Business minutes until it was done, of those that are done. */
  minutes: number[]
}

export interface Attainment {
  cases: number
  firstResponse: Kept
  resolution: Kept
}

const none = (): Kept => ({ kept: 0, broken: 0, undecided: 0, minutes: [] })

/** How the promises to all cases were kept, by priority. One page of cases in memory at a time, and a number for each clock. */
export async function attainments(ctx: Ctx): Promise<Map<CasePriority, Attainment>> {
  const found = new Map<CasePriority, Attainment>()
  const hours = new Map<string | undefined, BusinessHours>()
  let cursor: string | undefined
  do {
    const page = await listRecords(ctx, caseType, { limit: 100, cursor })
    for (const record of page.data) {
      const calendarId = record.sla?.calendarId
      if (!hours.has(calendarId)) hours.set(calendarId, await hoursOf(ctx, calendarId))
      count(found, record, hours.get(calendarId) as BusinessHours)
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return new Map(casePriorities.flatMap((priority) => entryOf(found, priority)))
}

const entryOf = (found: Map<CasePriority, Attainment>, priority: CasePriority): [CasePriority, Attainment][] => {
  const attainment = found.get(priority)
  return attainment ? [[priority, attainment]] : []
}

function count(found: Map<CasePriority, Attainment>, { priority, sla }: Case, hours: BusinessHours): void {
  const attainment = found.get(priority) ?? { cases: 0, firstResponse: none(), resolution: none() }
  attainment.cases++
  if (sla) {
    add(attainment.firstResponse, sla.firstResponse, hours)
    add(attainment.resolution, sla.resolution, hours)
  }
  found.set(priority, attainment)
}

function add(kept: Kept, clock: Clock, hours: BusinessHours): void {
  if (clock.state === 'met') kept.kept++
  else if (clock.state === 'breached') kept.broken++
  else kept.undecided++
  const isDone = !isOpen(clock) && clock.state !== 'cancelled' && clock.stoppedAt !== undefined
  if (isDone) kept.minutes.push(Math.round(elapsedMs(clock, clock.stoppedAt as string, hours) / MINUTE_MS))
}

/** The share that was kept, of those that are decided; undefined when none is. */
export const shareOf = ({ kept, broken }: Kept): number | undefined =>
  kept + broken === 0 ? undefined : kept / (kept + broken)

/** The value that a share of all values does not exceed (nearest rank); undefined of nothing. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]
}

/** The report as a table for people. */
export function reportTable(found: ReadonlyMap<CasePriority, Attainment>): string {
  const head = ['priority', 'cases', 'promise', 'kept', 'broken', 'open', 'kept %', 'P50 min', 'P90 min']
  const rows = [...found].flatMap(([priority, { cases, ...promises }]) =>
    Object.entries(promises).map(([name, kept]) => [
      priority,
      cases,
      name === 'firstResponse' ? 'first response' : name,
      kept.kept,
      kept.broken,
      kept.undecided,
      percentOf(shareOf(kept)),
      percentile(kept.minutes, 0.5) ?? '–',
      percentile(kept.minutes, 0.9) ?? '–',
    ]),
  )
  const cells = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

const percentOf = (share: number | undefined): string => (share === undefined ? '–' : (share * 100).toFixed(1))
