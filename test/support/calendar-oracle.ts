import type { BusinessHours } from '@rapport/core/calendars/schema'

/**
 * Business time by walking it minute by minute, and nothing else: an implementation that shares no idea with the one under test.
 * Each UTC minute is asked from Intl for its date and time on the wall, and that date's list of open minutes is looked at.
 */

const MINUTE_MS = 60_000
const MINUTES_PER_DAY = 1440

/** The wall clock of a zone; days that were looked at are kept. */
export class WallClock {
  readonly zone: string
  /** Minutes between two looks at Intl; between them the clock is taken to run. 1 looks at each minute. */
  readonly step: number
  readonly #format: Intl.DateTimeFormat
  readonly #days = new Map<number, Int32Array>()
  /** The day looked at last. */
  #day = Number.NaN
  #minutes: Int32Array = new Int32Array()

  constructor(zone: string, step = 1) {
    this.zone = zone
    this.step = step
    this.#format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  }

  /** Minutes since 1970-01-01 00:00 that the wall shows in a UTC minute since then. */
  wallMinute(minute: number): number {
    const day = Math.floor(minute / MINUTES_PER_DAY)
    if (day !== this.#day) {
      this.#minutes = this.#days.get(day) ?? this.#lookAtDay(day)
      this.#days.set(day, this.#minutes)
      this.#day = day
    }
    return this.#minutes[minute - day * MINUTES_PER_DAY] ?? Number.NaN
  }

  #lookAtDay(day: number): Int32Array {
    const minutes = new Int32Array(MINUTES_PER_DAY)
    for (let at = 0; at < MINUTES_PER_DAY; at++) {
      const looked = at - (at % this.step)
      minutes[at] = at === looked ? this.look(day * MINUTES_PER_DAY + at) : Number(minutes[looked]) + at - looked
    }
    return minutes
  }

  /** What Intl says, as `2026-03-29 05:30`. */
  look(minute: number): number {
    const text = this.#format.format(minute * MINUTE_MS)
    const [year, month, day, hours, minutes] = [0, 5, 8, 11, 14].map((at) => Number.parseInt(text.slice(at), 10))
    return Date.UTC(Number(year), Number(month) - 1, day, hours, minutes) / MINUTE_MS
  }

  forget(): void {
    this.#days.clear()
  }
}

/** The minutes at which the zone's clocks are changed between two instants (UTC minutes), found by looking every six hours. */
export function transitionsOf(clock: WallClock, from: number, until: number): number[] {
  const offsetAt = (minute: number): number => clock.look(minute) - minute
  const found: number[] = []
  for (let at = from; at < until; at += 360) {
    if (offsetAt(at) === offsetAt(at + 360)) continue
    let change = at
    while (offsetAt(change) === offsetAt(at)) change++
    found.push(change)
  }
  return found
}

export interface Stop {
  from: number
  to: number
}

/** Open milliseconds from `from` until `until` (ms since 1970), less those within a pause. */
export function walkedMs(
  hours: BusinessHours,
  clock: WallClock,
  from: number,
  until: number,
  pauses: readonly Stop[] = [],
): number {
  let open = 0
  walk(hours, clock, from, until, pauses, (start, end) => {
    open += end - start
    return true
  })
  return open
}

/** The earliest instant by which `ms` are walked; undefined when they are not walked by `until`. */
export function walkedTo(
  hours: BusinessHours,
  clock: WallClock,
  from: number,
  ms: number,
  until: number,
  pauses: readonly Stop[] = [],
): number | undefined {
  let rest = ms
  let reached = rest === 0 ? from : undefined
  walk(hours, clock, from, until, pauses, (start, end) => {
    if (reached === undefined && rest <= end - start) reached = start + rest
    rest -= end - start
    return reached === undefined
  })
  return reached
}

/** Visits the open minutes in order, cut by both ends and by pauses, until a visit answers false. */
function walk(
  hours: BusinessHours,
  clock: WallClock,
  from: number,
  until: number,
  pauses: readonly Stop[],
  visit: (start: number, end: number) => boolean,
): void {
  const isOpen = openDates(hours)
  for (let minute = Math.floor(from / MINUTE_MS); minute * MINUTE_MS < until; minute++) {
    if (!isOpen(clock.wallMinute(minute))) continue
    let start = Math.max(from, minute * MINUTE_MS)
    const end = Math.min(until, (minute + 1) * MINUTE_MS)
    for (const pause of pauses) {
      if (pause.from >= end || pause.to <= start) continue
      if (pause.from > start && !visit(start, pause.from)) return
      start = Math.min(end, pause.to)
    }
    if (start < end && !visit(start, end)) return
  }
}

const weekdayNames = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/** Whether a minute on the wall (since 1970) is open, by its date's list of minutes. */
function openDates({ is24x7, week, holidays, overrides }: BusinessHours): (wall: number) => boolean {
  const mark = (minutes: Uint8Array, list: readonly { start: string; end: string }[], value: number): void => {
    for (const { start, end } of list) minutes.fill(value, minuteOf(start), minuteOf(end))
  }
  const minutesOf = (day: number): Uint8Array => {
    const at = new Date(day * MINUTES_PER_DAY * MINUTE_MS)
    const date = at.toISOString().slice(0, 10)
    const minutes = new Uint8Array(MINUTES_PER_DAY)
    mark(minutes, week?.[weekdayNames[at.getUTCDay()] ?? 'sunday'] ?? [], 1)
    const holiday = holidays.find((one) => one.date === date)
    if (holiday) mark(minutes, holiday.closed ?? [{ start: '00:00', end: '24:00' }], 0)
    const own = overrides.find((one) => one.date === date)
    if (own) mark(minutes.fill(0), own.hours, 1)
    return is24x7 ? minutes.fill(1) : minutes
  }
  let day = Number.NaN
  let minutes: Uint8Array = new Uint8Array()
  return (wall) => {
    if (Math.floor(wall / MINUTES_PER_DAY) !== day) {
      day = Math.floor(wall / MINUTES_PER_DAY)
      minutes = minutesOf(day)
    }
    return minutes[wall - day * MINUTES_PER_DAY] === 1
  }
}

const minuteOf = (text: string): number => Number(text.split(':')[0]) * 60 + Number(text.split(':')[1])
