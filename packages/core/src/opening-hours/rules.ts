import { DAY_MS, MINUTE_MS } from '@rapport/kernel/clock'
import { type Holiday, type HoursOverride, type WallInterval, type WeekHours, weekdays } from './schema.ts'

/**
 * Opening hours on the wall clock, as if there were no zones: a line of "wall milliseconds" since 1970-01-01T00:00 on which every
 * day has 24 hours. What a zone does to that line is for `calendars/rules` to say.
 */

/** From the first until just before the second, in wall milliseconds: of a day here, of the whole line in `intervalsBetween`. */
export type Interval = readonly [from: number, until: number]

export interface WallHours {
  week: WeekHours
  holidays: readonly Holiday[]
  overrides: readonly HoursOverride[]
}

export interface OpenLine {
  /** Open milliseconds from the start of the line until `wall`. */
  openUntil(wall: number): number
  /** The earliest point at which `openUntil` is `open`; it must lie between the two. */
  pointOf(open: number, from: number, until: number): number
  /** How many days before the start of a day, counted from 1970-01-01, open at all. */
  openDaysUntil(day: number): number
  /** Open intervals of the days that touch [from, until), cut to it, in order. */
  intervalsBetween(from: number, until: number): Generator<Interval>
}

/** Sums of whole weeks and of the days that differ from their week, so that any distance costs the same. */
export function openLine({ week, holidays, overrides }: WallHours): OpenLine {
  const usual = weekdays.map((weekday) => intervalsOf(week[weekday]))
  const exceptions = exceptionsOf(usual, holidays, overrides)
  const untilWeekday = sumsOf(usual.map(lengthOf))
  const untilException = sumsOf(exceptions.map(({ gained }) => gained))
  const opens = (intervals: readonly Interval[] = CLOSED): number => (intervals.length > 0 ? 1 : 0)
  const daysUntilWeekday = sumsOf(usual.map(opens))
  const daysUntilException = sumsOf(
    exceptions.map(({ day, intervals }) => opens(intervals) - opens(usual[weekdayOf(day)])),
  )

  /** How many exceptions lie before a day. */
  const exceptionsBefore = (day: number): number =>
    firstIndex(exceptions.length, (index) => (exceptions[index]?.day ?? day) >= day)

  const intervalsOn = (day: number): readonly Interval[] => {
    const exception = exceptions[exceptionsBefore(day)]
    return exception?.day === day ? exception.intervals : (usual[weekdayOf(day)] ?? CLOSED)
  }
  const openUntilDay = (day: number): number =>
    Math.floor(day / weekdays.length) * sumUntil(untilWeekday, weekdays.length) +
    sumUntil(untilWeekday, weekdayOf(day)) +
    sumUntil(untilException, exceptionsBefore(day))

  return {
    openUntil: (wall) => {
      const day = dayOf(wall)
      const time = wall - day * DAY_MS
      const passed = intervalsOn(day).map(([from, until]): Interval => [Math.min(from, time), Math.min(until, time)])
      return openUntilDay(day) + lengthOf(passed)
    },
    pointOf: (open, from, until) => {
      const first = dayOf(from)
      const day = first + firstIndex(dayOf(until) - first, (index) => openUntilDay(first + index + 1) >= open)
      let rest = open - openUntilDay(day)
      for (const [start, end] of intervalsOn(day)) {
        if (rest <= end - start) return day * DAY_MS + start + rest
        rest -= end - start
      }
      throw new RangeError('The hours are not open for so long.')
    },
    openDaysUntil: (day) =>
      Math.floor(day / weekdays.length) * sumUntil(daysUntilWeekday, weekdays.length) +
      sumUntil(daysUntilWeekday, weekdayOf(day)) +
      sumUntil(daysUntilException, exceptionsBefore(day)),
    *intervalsBetween(from, until) {
      for (let day = dayOf(from); day * DAY_MS < until; day++) {
        for (const [start, end] of intervalsOn(day)) {
          const cut: Interval = [Math.max(from, day * DAY_MS + start), Math.min(until, day * DAY_MS + end)]
          if (cut[0] < cut[1]) yield cut
        }
      }
    },
  }
}

const CLOSED: readonly Interval[] = []

/** A day with other hours than its weekday: what they are, and the open time gained by it (often negative). */
interface Exception {
  day: number
  intervals: readonly Interval[]
  gained: number
}

function exceptionsOf(
  week: readonly (readonly Interval[])[],
  holidays: readonly Holiday[],
  overrides: readonly HoursOverride[],
): Exception[] {
  const usual = (day: number) => week[weekdayOf(day)] ?? CLOSED
  const exception = (date: string, hours: (day: number) => readonly Interval[]): Exception => {
    const day = dayOf(Date.parse(date))
    const intervals = hours(day)
    return { day, intervals, gained: lengthOf(intervals) - lengthOf(usual(day)) }
  }
  return [
    ...holidays.map(({ date, closed }) =>
      exception(date, (day) => (closed ? without(usual(day), intervalsOf(closed)) : [])),
    ),
    ...overrides.map(({ date, hours }) => exception(date, () => intervalsOf(hours))),
  ].sort((a, b) => a.day - b.day)
}

/** What is left of the intervals when others are taken out. */
function without(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return taken.reduce<Interval[]>(
    (left, [from, until]) =>
      left.flatMap(([start, end]): Interval[] =>
        [[start, Math.min(end, from)] as const, [Math.max(start, until), end] as const].filter(([a, b]) => a < b),
      ),
    [...intervals],
  )
}

const intervalsOf = (hours: readonly WallInterval[]): Interval[] =>
  hours.map(({ start, end }) => [timeOf(start), timeOf(end)])

/** `09:30` as milliseconds past midnight. */
const timeOf = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE_MS

const lengthOf = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, [from, until]) => sum + until - from, 0)

/** The sum of all values before each, and of all at the end. */
function sumsOf(values: readonly number[]): number[] {
  let sum = 0
  return [0, ...values.map((value) => (sum += value))]
}

const sumUntil = (sums: readonly number[], index: number): number => sums[index] ?? 0

const dayOf = (wall: number): number => Math.floor(wall / DAY_MS)
const weekdayOf = (day: number): number => day % weekdays.length

/** The first of `count` places for which it holds; `count` when it holds for none. It must hold for all behind the first. */
function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
