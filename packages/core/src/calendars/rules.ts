import { DAY_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { conflict, type Issue, unprocessable } from '@rapport/kernel/errors'
import { dateAt } from '@rapport/kernel/wall-time'
import { offsetSpansFrom, ZONE_YEARS } from '@rapport/kernel/zone'
import { type Interval, type OpenLine, openLine } from '../opening-hours/rules.ts'
import type { WeekHours } from '../opening-hours/schema.ts'
import type { BusinessHours, Calendar } from './schema.ts'

/**
 * Business time. An instant is open when the wall clock of the zone then shows an open hour of its date. So an hour that the
 * clocks repeat is open twice, and one that they skip never is: time is summed on the line of instants, within stretches of one offset.
 */

export const ALWAYS_OPEN: BusinessHours = { timeZone: 'UTC', is24x7: true, holidays: [], overrides: [] }

/** Minutes that can be added: ten years without a break. */
export const MINUTES_MAX = 5_256_000

/** How far ahead the open minutes are looked for. */
const YEARS_AHEAD_MAX = 20

/** A calendar must open within so many days. */
const OPENS_WITHIN_DAYS = 731

/**
 * The earliest instant by which the calendar has been open for `minutes` since `from`, to the millisecond; `from` itself for 0.
 * Throws RangeError for minutes below 0 or above MINUTES_MAX and for instants out of range, and unprocessable
 * ('calendar.out_of_reach') when the calendar is not open for so long in twenty years.
 */
export const addBusiness = (hours: BusinessHours, from: Date, minutes: number): Date =>
  addBusinessMs(hours, from, Math.round(minutes * MINUTE_MS))

/**
 * Minutes for which the calendar is open from `from` until just before `until`; a fraction when these are not whole minutes apart.
 * Throws RangeError when `until` lies before `from` or one of them is out of range.
 */
export const businessBetween = (hours: BusinessHours, from: Date, until: Date): number =>
  businessMsBetween(hours, from, until) / MINUTE_MS

/** `addBusiness` in milliseconds, for sums that must not round. */
export function addBusinessMs(hours: BusinessHours, from: Date, ms: number): Date {
  if (!(ms >= 0 && ms <= MINUTES_MAX * MINUTE_MS))
    throw new RangeError(`${ms / MINUTE_MS} is not a number of minutes from 0 to ${MINUTES_MAX}.`)
  const start = timeOf(from)
  if (hours.is24x7 || ms === 0) return later(from, ms)
  const line = lineOf(hours)
  let rest = ms
  for (const { at, until, wall } of stretches(hours, start, start + YEARS_AHEAD_MAX * 366 * DAY_MS)) {
    const [first, last] = [line.openUntil(at + wall), line.openUntil(until + wall)]
    if (rest <= last - first) return new Date(line.pointOf(first + rest, at + wall, until + wall) - wall)
    rest -= last - first
  }
  throw unprocessable(
    'calendar.out_of_reach',
    `This calendar is not open for ${ms / MINUTE_MS} minutes in the ${YEARS_AHEAD_MAX} years from ${from.toISOString()}.`,
  )
}

/** `businessBetween` in milliseconds. */
export function businessMsBetween(hours: BusinessHours, from: Date, until: Date): number {
  const [start, end] = [timeOf(from), timeOf(until)]
  if (end < start) throw new RangeError(`${until.toISOString()} lies before ${from.toISOString()}.`)
  if (hours.is24x7) return end - start
  const line = lineOf(hours)
  let open = 0
  for (const { at, until, wall } of stretches(hours, start, end))
    open += line.openUntil(until + wall) - line.openUntil(at + wall)
  return open
}

/**
 * Days on which the calendar opens at all, behind the day of `from` up to and with the day of `until`, as its zone dates them. 0 when
 * `until` lies before.
 */
export function openDaysBetween(hours: BusinessHours, from: Date, until: Date): number {
  const [first, last] = [dayIn(hours, from), dayIn(hours, until)]
  if (last <= first) return 0
  if (hours.is24x7) return last - first
  const line = lineOf(hours)
  return line.openDaysUntil(last + 1) - line.openDaysUntil(first + 1)
}

/** Days from 1970-01-01 to the date that an instant has in the zone of the calendar. */
const dayIn = ({ timeZone }: BusinessHours, at: Date): number => Date.parse(dateAt(timeZone, at)) / DAY_MS

export interface OpenInterval {
  from: Date
  until: Date
}

/** The open intervals from `from` until `until`, at most `limit`, in order; those that touch are one. */
export function openIntervals(hours: BusinessHours, from: Date, until: Date, limit: number): OpenInterval[] {
  const found: [number, number][] = []
  for (const [start, end] of instantIntervals(hours, timeOf(from), timeOf(until))) {
    const last = found.at(-1)
    if (last?.[1] === start) last[1] = end
    else if (found.length === limit) break
    else found.push([start, end])
  }
  return found.map(([start, end]) => ({ from: new Date(start), until: new Date(end) }))
}

/** Throws unprocessable when hours are said twice or not at all, or when the calendar stays closed for two years from `now`. */
export function refuseUnusable(calendar: BusinessHours, now: Date): void {
  const issues = calendar.is24x7 ? hoursBesideAlways(calendar) : datesSaidTwice(calendar)
  if (issues.length > 0)
    throw unprocessable('calendar.contradiction', 'The hours of this calendar contradict each other.', issues)
  if (businessBetween(calendar, now, later(now, OPENS_WITHIN_DAYS * DAY_MS)) > 0) return
  const code = 'calendar.never_open'
  throw unprocessable(code, 'This calendar is closed for the next two years.', [
    { pointer: '/week', code, message: 'must hold hours that are not all closed' },
  ])
}

/** Throws conflict when the default calendar would be none any more, without another one taking over. */
export function refuseLoss(before: Calendar, next: Calendar): void {
  if (before.isDefault && (next.deletedAt || !next.isDefault))
    throw conflict('calendar.is_default', 'This is the default calendar. Make another one the default first.')
}

/** A stretch of instants on which the wall clock is `wall` ms ahead of UTC. */
interface Stretch {
  at: number
  until: number
  wall: number
}

function* stretches({ timeZone }: BusinessHours, from: number, until: number): Generator<Stretch> {
  for (const span of offsetSpansFrom(timeZone, from)) {
    if (span.from >= until) return
    yield { at: Math.max(from, span.from), until: Math.min(until, span.until), wall: span.offsetMs }
  }
}

function* instantIntervals(hours: BusinessHours, from: number, until: number): Generator<Interval> {
  if (hours.is24x7) {
    if (from < until) yield [from, until]
    return
  }
  for (const { at, until: end, wall } of stretches(hours, from, until))
    for (const [start, stop] of lineOf(hours).intervalsBetween(at + wall, end + wall)) yield [start - wall, stop - wall]
}

/** Made once per calendar as read. */
const lines = new WeakMap<BusinessHours, OpenLine>()

function lineOf(hours: BusinessHours): OpenLine {
  const line = lines.get(hours) ?? openLine({ ...hours, week: hours.week ?? NO_HOURS })
  lines.set(hours, line)
  return line
}

const NO_HOURS: WeekHours = {
  monday: [],
  tuesday: [],
  wednesday: [],
  thursday: [],
  friday: [],
  saturday: [],
  sunday: [],
}

const FIRST_MS = Date.UTC(ZONE_YEARS.first, 0, 1)
const LAST_MS = Date.UTC(ZONE_YEARS.last + 1, 0, 1)

function timeOf(instant: Date): number {
  const ms = instant.getTime()
  if (ms >= FIRST_MS && ms < LAST_MS) return ms
  throw new RangeError(`Business time is known from ${ZONE_YEARS.first} to ${ZONE_YEARS.last} only.`)
}

function hoursBesideAlways({ week, holidays, overrides }: BusinessHours): Issue[] {
  const said = [...(week ? ['week'] : []), ...(holidays.length > 0 ? ['holidays'] : [])]
  return [...said, ...(overrides.length > 0 ? ['overrides'] : [])].map((field) => ({
    pointer: `/${field}`,
    code: 'calendar.contradiction',
    message: 'says nothing when the calendar is always open',
  }))
}

function datesSaidTwice({ holidays, overrides }: BusinessHours): Issue[] {
  const daysOff = new Set(holidays.map(({ date }) => date))
  return overrides.flatMap(({ date }, index) =>
    daysOff.has(date)
      ? [
          {
            pointer: `/overrides/${index}/date`,
            code: 'calendar.contradiction',
            message: 'is a holiday too: take one of them away',
          },
        ]
      : [],
  )
}
