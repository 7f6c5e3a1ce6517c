import { DAY_MS } from './clock.ts'
import { offsetSpansFrom } from './zone.ts'

/**
 * What the clocks of a zone show, as milliseconds that would be an instant if the zone were UTC. Years 2000 to 2099.
 */

/** What the clocks show at an instant. */
export function wallAt(zone: string, at: number): number {
  for (const { offsetMs } of offsetSpansFrom(zone, at)) return at + offsetMs
  throw new RangeError(`The clocks of ${zone} are not known at ${at}.`)
}

/**
 * The first instant at which the clocks show it. A time that they skip is read with the offset before the gap, as RFC 5545 §3.3.5
 * says: 02:30 becomes 03:30.
 */
export function instantAt(zone: string, wall: number): number {
  let offsetBefore = 0
  // No zone is further than 14 hours from UTC, so the span a day before is behind us.
  for (const { from, until, offsetMs } of offsetSpansFrom(zone, wall - DAY_MS)) {
    const at = wall - offsetMs
    if (at < until) return at >= from ? at : wall - offsetBefore
    offsetBefore = offsetMs
  }
  throw new RangeError(`The clocks of ${zone} are not known at ${wall}.`)
}

/** The date that the clocks show at an instant: `2026-11-22`. */
export const dateAt = (zone: string, at: Date): string =>
  new Date(wallAt(zone, at.getTime())).toISOString().slice(0, 10)
