import { DAY_MS } from './clock.ts'

/** A stretch of time in which a zone's clocks differ from UTC by the same `offsetMs`: from `from` until just before `until`. */
export interface OffsetSpan {
  from: number
  until: number
  offsetMs: number
}

/** Years (UTC) that are known: rules of zones further ahead are guesses, and older ones need seconds. */
export const ZONE_YEARS = { first: 2000, last: 2099 } as const

/**
 * The spans of one zone and year, in order and without gaps; they end with the year. Read from Intl once (some 0.5 ms), then kept:
 * a zone's rules do not change while a process runs. Throws RangeError for years that are not known.
 */
export function offsetSpans(zone: string, year: number): readonly OffsetSpan[] {
  const years = known.get(zone) ?? new Map<number, readonly OffsetSpan[]>()
  known.set(zone, years)
  const spans = years.get(year) ?? readYear(zone, year)
  years.set(year, spans)
  return spans
}

/** The spans from the one that holds `at` on, until the last known year. */
export function* offsetSpansFrom(zone: string, at: number): Generator<OffsetSpan> {
  for (let year = new Date(at).getUTCFullYear(); year <= ZONE_YEARS.last; year++)
    for (const span of offsetSpans(zone, year)) if (span.until > at) yield span
}

const known = new Map<string, Map<number, readonly OffsetSpan[]>>()

const SECOND_MS = 1000

function readYear(zone: string, year: number): OffsetSpan[] {
  if (!(year >= ZONE_YEARS.first && year <= ZONE_YEARS.last))
    throw new RangeError(`The year ${year} is not between ${ZONE_YEARS.first} and ${ZONE_YEARS.last}.`)
  const offsetAt = offsetReader(zone)
  const end = Date.UTC(year + 1, 0, 1)
  const spans: OffsetSpan[] = []
  for (let from = Date.UTC(year, 0, 1); from < end; from = spans.at(-1)?.until ?? end)
    spans.push({ from, until: endOfSpan(offsetAt, from, end), offsetMs: offsetAt(from) })
  return spans
}

/** Looks day by day: no zone goes back to the offset it had within less than a day. */
function endOfSpan(offsetAt: (at: number) => number, from: number, end: number): number {
  const offset = offsetAt(from)
  const last = end - SECOND_MS
  for (let same = from; same < last; ) {
    const probe = Math.min(same + DAY_MS, last)
    if (offsetAt(probe) !== offset) return changeBetween(offsetAt, same, probe)
    same = probe
  }
  return end
}

/** The first second with another offset than `same` has. */
function changeBetween(offsetAt: (at: number) => number, same: number, other: number): number {
  const offset = offsetAt(same)
  while (other - same > SECOND_MS) {
    const middle = same + Math.floor((other - same) / 2 / SECOND_MS) * SECOND_MS
    if (offsetAt(middle) === offset) same = middle
    else other = middle
  }
  return other
}

/** `GMT`, `GMT+05:45`: how Intl writes the difference from UTC. */
const OFFSET = /GMT(?:([+-])(\d\d):(\d\d))?$/

function offsetReader(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  return (at) => {
    const [found, sign, hours, minutes] = OFFSET.exec(format.format(at)) ?? []
    if (found === undefined)
      throw new RangeError(`The offset of ${zone} at ${new Date(at).toISOString()} is not known.`)
    const offsetMs = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000
    return sign === '-' ? -offsetMs : offsetMs
  }
}
