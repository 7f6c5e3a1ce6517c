import { addBusinessMs, businessMsBetween } from '@rapport/core/calendars/rules'
import type { BusinessHours } from '@rapport/core/calendars/schema'
import { onStatus, startClocks } from '@rapport/core/sla-clocks/rules'
import { type Stop, type WallClock, walkedMs, walkedTo } from './calendar-oracle.ts'

/** Cases around the changes of a zone's clocks, and what the rules answer beside what is walked. */

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

const office = [{ start: '09:00', end: '17:00' }]

/** Open from Monday to Friday, from nine to five unless told. */
export const officeHours = (timeZone: string, day = office, more: Partial<BusinessHours> = {}): BusinessHours => ({
  timeZone,
  is24x7: false,
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  holidays: [],
  overrides: [],
  ...more,
})

/** Runs of a property: few while mutants are tried, each of which runs them all. */
export const RUNS = Number(process.env.FC_RUNS ?? 200)

/** Numbers that a seed decides: a linear congruential generator, of which the high bits are used. */
export function dice(seed: number) {
  let state = seed >>> 0
  const below = (bound: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
  return {
    below,
    between: (low: number, high: number): number => low + below(high - low + 1),
    oneOf: <T>(list: readonly T[]): T => list[below(list.length)] as T,
  }
}
type Dice = ReturnType<typeof dice>

const textOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Hours of a day: none, all, office hours with a break, or up to four intervals, many of them at night when clocks change. */
function dayHours({ below, oneOf }: Dice): { start: string; end: string }[] {
  const kind = below(6)
  if (kind === 0) return []
  if (kind === 1) return [{ start: '00:00', end: '24:00' }]
  if (kind === 2)
    return [
      { start: '09:00', end: '12:00' },
      { start: '13:00', end: '17:00' },
    ]
  const usual = [0, 30, 60, 90, 120, 150, 165, 180, 210, 240, 1380, 1410, 1440]
  const times = new Set(Array.from({ length: 2 * (1 + below(4)) }, () => (below(2) ? oneOf(usual) : below(1441))))
  const sorted = [...times].sort((a, b) => a - b)
  return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
    start: textOf(Number(sorted[2 * index])),
    end: textOf(Number(sorted[2 * index + 1])),
  }))
}

/** A calendar with holidays and overrides in the days around an instant. */
export function anyHours(roll: Dice, timeZone: string, around: number): BusinessHours {
  const dates = Array.from({ length: 9 }, (_, index) =>
    new Date(around + (index - 4) * DAY_MS).toISOString().slice(0, 10),
  )
  const special = dates.map((date) => ({ date, kind: roll.below(10) }))
  const week = {
    monday: dayHours(roll),
    tuesday: dayHours(roll),
    wednesday: dayHours(roll),
    thursday: dayHours(roll),
    friday: dayHours(roll),
    saturday: dayHours(roll),
    sunday: dayHours(roll),
  }
  return {
    timeZone,
    is24x7: false,
    week,
    holidays: special.flatMap(({ date, kind }) => {
      if (kind === 0) return [{ date, name: 'Holiday' }]
      const closed = dayHours(roll)
      return kind === 1 && closed.length > 0 ? [{ date, name: 'Half a holiday', closed }] : []
    }),
    overrides: special.flatMap(({ date, kind }) => (kind === 2 ? [{ date, hours: dayHours(roll) }] : [])),
  }
}

export interface Comparison {
  what: string
  said: unknown
  walked: unknown
}

/**
 * Compares the open time between two instants, the instant that some open time leads to, and the due instant of a clock with
 * pauses. One start in four is not at a full minute. `around` and the days looked at are ms and days.
 */
export function compareCase(roll: Dice, clock: WallClock, around: number, days: number): Comparison[] {
  const hours = anyHours(roll, clock.zone, around)
  const instant = (from: number, until: number): number => {
    const exact = roll.between(from, until)
    return roll.below(4) === 0 ? exact : exact - (exact % MINUTE_MS)
  }
  const from = instant(around - 2 * DAY_MS, around + 2 * DAY_MS)
  const until = instant(from + MINUTE_MS, around + days * DAY_MS)
  const open = walkedMs(hours, clock, from, until)
  const wanted = open === 0 ? 0 : roll.oneOf([roll.below(open), open, open - (open % MINUTE_MS)])
  return [
    { what: `between ${from} ${until}`, said: businessMsBetween(hours, new Date(from), new Date(until)), walked: open },
    {
      what: `${from} + ${wanted}`,
      said: addBusinessMs(hours, new Date(from), wanted).getTime(),
      walked: walkedTo(hours, clock, from, wanted, until),
    },
    ...comparePauses(roll, hours, clock, from, until),
  ]
}

function comparePauses(roll: Dice, hours: BusinessHours, clock: WallClock, from: number, until: number): Comparison[] {
  const marks = Array.from({ length: 2 * roll.between(1, 3) }, () => roll.between(from, until)).sort((a, b) => a - b)
  const pauses: Stop[] = Array.from({ length: marks.length / 2 }, (_, index) => ({
    from: Number(marks[2 * index]),
    to: Number(marks[2 * index + 1]),
  }))
  const targetMinutes = Math.floor(walkedMs(hours, clock, from, until, pauses) / MINUTE_MS)
  if (targetMinutes === 0) return []
  const terms = { targets: { resolutionMinutes: targetMinutes }, warnAtPercents: [] }
  let clocks = startClocks(terms, new Date(from), hours)
  for (const pause of pauses) {
    clocks = onStatus(clocks, 'waiting_on_customer', new Date(pause.from), hours).clocks
    clocks = onStatus(clocks, 'in_progress', new Date(pause.to), hours).clocks
  }
  const walked = walkedTo(hours, clock, from, targetMinutes * MINUTE_MS, until, pauses)
  const said = Date.parse(clocks.resolution.dueAt ?? '')
  return [{ what: `${from} due after ${targetMinutes} with pauses ${JSON.stringify(pauses)}`, said, walked }]
}

export const differing = (comparisons: readonly Comparison[]): Comparison[] =>
  comparisons.filter(({ said, walked }) => said !== walked)
