import { DAY_MS } from '@rapport/kernel/clock'
import { openDaysBetween } from '../calendars/rules.ts'
import type { BusinessHours } from '../calendars/schema.ts'
import type { StageChange } from './schema.ts'

/**
 * Business days behind the day of `from`, up to and with the day of `until`; 0 when it lies before. The days that the calendar opens
 * on, as its zone dates them; without one Mondays to Fridays, in UTC.
 */
export function businessDaysBetween(from: Date, until: Date, hours?: BusinessHours): number {
  if (hours) return openDaysBetween(hours, from, until)
  return Math.max(0, weekdaysUpTo(dayOf(until)) - weekdaysUpTo(dayOf(from)))
}

/** Whole days since 1 January 1970, a Thursday. */
const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS)

/** Days from that Thursday back to the Monday of its week. */
const FROM_MONDAY = 3

/** Mondays to Fridays from the Monday of that week up to and with a day. */
function weekdaysUpTo(day: number): number {
  const days = day + FROM_MONDAY + 1
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 5)
}

interface Resting {
  status: string
  stageEnteredAt: string
  lastActivityAt?: string | undefined
}

/** Business days since anything happened in a deal: it came into its stage, or somebody did something about it. */
export const restingDays = (
  { stageEnteredAt, lastActivityAt = '' }: Resting,
  now: Date,
  hours?: BusinessHours,
): number =>
  businessDaysBetween(new Date(lastActivityAt > stageEnteredAt ? lastActivityAt : stageEnteredAt), now, hours)

/** Whether an open deal has rested longer than its stage allows. Never counted from its creation: a stage is a new beginning. */
export const isRotten = (deal: Resting, limit: number | undefined, now: Date, hours?: BusinessHours): boolean =>
  deal.status === 'open' && limit !== undefined && restingDays(deal, now, hours) > limit

interface TimeInStage {
  pipelineId: string
  stageId: string
  days: number
}

/** How long a deal was in each stage, by its steps in any order; in one that is open it still is. Whole days of 24 hours. */
export function timeInStages(steps: readonly StageChange[], now: Date): TimeInStage[] {
  const inOrder = [...steps].sort((a, b) => a.order - b.order)
  const spent = new Map<string, { pipelineId: string; stageId: string; ms: number }>()
  for (const [index, { pipelineId, to: stageId, at, status }] of inOrder.entries()) {
    const until = inOrder[index + 1]?.at ?? (status === 'open' ? now.toISOString() : at)
    const name = `${pipelineId} ${stageId}`
    const ms = (spent.get(name)?.ms ?? 0) + Date.parse(until) - Date.parse(at)
    spent.set(name, { pipelineId, stageId, ms })
  }
  return [...spent.values()].map(({ ms, ...stage }) => ({ ...stage, days: Math.floor(ms / DAY_MS) }))
}
