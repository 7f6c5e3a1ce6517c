import { DAY_MS } from '@rapport/kernel/clock'
import type { Contribution } from '@rapport/kernel/rollup'
import { isContent } from '../case-ratings/rules.ts'
import { type CasePriority, casePriorities } from '../case-terms/schema.ts'
import { hasEnded, isSolvedAtFirstContact } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import type { Clock } from '../clocks/schema.ts'
import type { Backlog, ServiceFigures, ServiceGroup } from './schema.ts'

/**
 * What a case adds to the figures of service. Days and months are those of UTC. What is said about a solution counts on the day of
 * the solution, as long as the case stays solved: a case that is reopened leaves that day and comes back on another. A case that went
 * on in another one adds nothing.
 */

type Numbers = Readonly<Record<string, number>>

/** The totals that a case adds to: all cases, those of its policy, those of its queue; each by day and by month. */
export function serviceContributions(record: Case): Contribution[] {
  if (record.mergedIntoId !== undefined) return []
  const { createdAt, reopenedAt, resolvedAt, priority, sla, queueId } = record
  const days = new Map<string, Record<string, number>>()
  const add = (at: string, figures: readonly string[]): void => {
    for (const period of [dayOf(at), monthOf(at)]) {
      const values = days.get(period) ?? {}
      for (const figure of figures) values[`${figure}_${priority}`] = (values[`${figure}_${priority}`] ?? 0) + 1
      days.set(period, values)
    }
  }
  add(createdAt, ['opened'])
  if (reopenedAt !== undefined) add(reopenedAt, ['reopened'])
  if (hasEnded(record) && resolvedAt !== undefined) add(resolvedAt, solvedFigures(record))
  const groups = [undefined, sla?.policyId, queueId].filter((of, index) => index === 0 || of !== undefined)
  return groups.flatMap((of) => [...days].map(([period, values]) => ({ rollup: totalOf(period, of), values })))
}

/** What a case adds to the backlog while it is open. */
export const backlogContributions = (record: Case): Contribution[] =>
  hasEnded(record)
    ? []
    : [BACKLOG, backlogOn(dayOf(record.createdAt))].map((rollup) => ({ rollup, values: { count: 1 } }))

function solvedFigures(record: Case): string[] {
  const { reopenedCount, ratingAskedFor, rating, sla, firstResponseMinutes, resolutionMinutes } = record
  return [
    'resolved',
    ...(reopenedCount > 0 ? ['again'] : []),
    ...(isSolvedAtFirstContact(record) ? ['first'] : []),
    ...(ratingAskedFor === undefined ? [] : ['asked']),
    ...(rating ? ['rated'] : []),
    ...(rating && isContent(rating) ? ['content'] : []),
    ...promiseFigures('r', sla?.firstResponse, firstResponseMinutes),
    ...promiseFigures('s', sla?.resolution, resolutionMinutes),
  ]
}

const promiseFigures = (name: 'r' | 's', clock: Clock | undefined, minutes: number | undefined): string[] => [
  ...(clock?.state === 'met' ? [`${name}kept`] : []),
  ...(clock?.state === 'breached' ? [`${name}broken`] : []),
  ...(minutes === undefined ? [] : [`${name}${bucketOf(minutes)}`]),
]

/** The last bucket also holds what is longer. */
const BUCKET_MAX = 39

/** Each bucket is √2 times as wide as the one before: 0, then [1, √2), [√2, 2), … up to a year. */
export const bucketOf = (minutes: number): number =>
  minutes < 1 ? 0 : Math.min(BUCKET_MAX, Math.floor(2 * Math.log2(minutes)) + 1)

/** What stands for the minutes in a bucket: its geometric middle, at most 2^¼ (19 %) away from each of them. */
const middleOf = (bucket: number): number => (bucket === 0 ? 0 : Math.round(2 ** ((bucket - 0.5) / 2)))

/** The minutes that this share of the values do not exceed (nearest rank); null without values. */
export function percentileOf(counts: readonly number[], portion: number): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all <= 0) return null
  const rank = Math.max(1, Math.ceil(portion * all))
  let seen = 0
  const bucket = counts.findIndex((count) => {
    seen += count
    return seen >= rank
  })
  return middleOf(bucket)
}

/** The figures that totals come to, as a whole and by priority. */
export function groupOf(totals: readonly Numbers[], of?: string): ServiceGroup {
  const by = (priority: CasePriority): Numbers => {
    const sum: Record<string, number> = {}
    for (const values of totals)
      for (const [name, value] of Object.entries(values)) {
        const [figure = '', own] = name.split('_')
        if (own === priority) sum[figure] = (sum[figure] ?? 0) + value
      }
    return sum
  }
  const parts = casePriorities.map((priority) => [priority, by(priority)] as const)
  const whole: Record<string, number> = {}
  for (const [, values] of parts)
    for (const [name, value] of Object.entries(values)) whole[name] = (whole[name] ?? 0) + value
  return {
    ...(of === undefined ? {} : { of }),
    total: figuresOf(whole),
    byPriority: Object.fromEntries(
      parts.map(([priority, values]) => [priority, figuresOf(values)]),
    ) as ServiceGroup['byPriority'],
  }
}

function figuresOf(values: Numbers): ServiceFigures {
  const number = (name: string): number => values[name] ?? 0
  const resolved = number('resolved')
  return {
    opened: number('opened'),
    resolved,
    reopened: number('reopened'),
    reopenRate: shareOf(number('again'), resolved),
    firstContactResolution: shareOf(number('first'), resolved),
    firstResponse: promiseOf('r', number),
    resolution: promiseOf('s', number),
    satisfaction: {
      asked: number('asked'),
      answered: number('rated'),
      responseRate: shareOf(Math.min(number('rated'), number('asked')), number('asked')),
      content: shareOf(number('content'), number('rated')),
    },
  }
}

function promiseOf(name: 'r' | 's', number: (name: string) => number): ServiceFigures['firstResponse'] {
  const [kept, broken] = [number(`${name}kept`), number(`${name}broken`)]
  const counts = Array.from({ length: BUCKET_MAX + 1 }, (_, bucket) => number(`${name}${bucket}`))
  return {
    kept,
    broken,
    attainment: shareOf(kept, kept + broken),
    p50Minutes: percentileOf(counts, 0.5),
    p90Minutes: percentileOf(counts, 0.9),
  }
}

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Whole months where the range holds them, and days at its ends: at most 11 months and 60 days for a year. Both ends count. */
export function periodsIn(from: string, to: string): string[] {
  const periods: string[] = []
  for (let day = from; day <= to; ) {
    const month = monthOf(day)
    const last = lastDayOf(month)
    const isWhole = day.endsWith('-01') && last <= to
    periods.push(isWhole ? month : day)
    day = dayAfter(isWhole ? last : day)
  }
  return periods
}

/** Days from one date to another, both counted. */
export const daysIn = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1

const dayOf = (at: string): string => at.slice(0, 10)
const monthOf = (at: string): string => at.slice(0, 7)
const dayAfter = (day: string, days = 1): string => dayOf(new Date(Date.parse(day) + days * DAY_MS).toISOString())
const lastDayOf = (month: string): string =>
  dayOf(new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString())

export const totalOf = (period: string, of?: string): string =>
  of === undefined ? `service#${period}` : `service#${period}#${of}`

/** All open cases. */
export const BACKLOG = 'service.open'

const backlogOn = (day: string): string => `${BACKLOG}#${day}`

/** Days that are told apart; what is older is what is left of all. */
const BANDS = [
  ['upTo1', 1],
  ['upTo3', 3],
  ['upTo7', 7],
  ['upTo30', 30],
  ['upTo90', 90],
] as const

const today = (now: Date, ago: number): string => backlogOn(dayAfter(dayOf(now.toISOString()), -ago))

/** The totals of which the backlog is made. */
export const backlogTotals = (now: Date): string[] => [
  BACKLOG,
  ...Array.from({ length: 91 }, (_, ago) => today(now, ago)),
]

/** Open cases by age, from the totals of the days they were opened on. */
export function backlogOf(totals: ReadonlyMap<string, Numbers>, now: Date): Backlog {
  const open = totals.get(BACKLOG)?.count ?? 0
  let from = 0
  const bands = BANDS.map(([name, days]) => {
    const ages = Array.from({ length: days - from + 1 }, (_, index) => from + index)
    from = days + 1
    return [name, ages.reduce((sum, ago) => sum + (totals.get(today(now, ago))?.count ?? 0), 0)] as const
  })
  const over90 = Math.max(0, open - bands.reduce((sum, [, count]) => sum + count, 0))
  return { open, over90, ...Object.fromEntries(bands) } as Backlog
}
