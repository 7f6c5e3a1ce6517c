import { addBusinessMs, businessMsBetween } from '@rapport/core/calendars/rules'
import { anyHours, type Comparison, compareCase, dice, differing } from '../support/calendar-cases.ts'
import { transitionsOf, WallClock, walkedMs, walkedTo } from '../support/calendar-oracle.ts'

/**
 * Compares business time with a walk minute by minute: in every zone Intl knows (or those named as arguments), within 48 hours of
 * every change of its clocks from 2020 to 2035, with split shifts, holidays, overrides and pauses; and over 400 days in every zone.
 * Ends with 1 when anything differs. Takes some minutes of one core.
 */

const CASES_PER_CHANGE = 40
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** Days behind a change up to which time is counted. */
const DAYS_AHEAD = 6

const [first, last] = [Date.UTC(2020, 0, 1), Date.UTC(2036, 0, 1)]
/** Looked at where clocks are never changed. */
const QUIET = [Date.UTC(2020, 1, 29), Date.UTC(2028, 0, 1), Date.UTC(2035, 11, 31)]

const startedAt = performance.now()
const zones = process.argv.length > 2 ? process.argv.slice(2) : Intl.supportedValuesOf('timeZone')
const totals = { changes: 0, comparisons: 0, mismatches: 0 }

function note(zone: string, around: number, comparisons: readonly Comparison[]): void {
  totals.comparisons += comparisons.length
  for (const { what, said, walked } of differing(comparisons)) {
    totals.mismatches++
    process.stdout.write(`${zone} near ${new Date(around).toISOString()}: ${what}: ${said}, walked ${walked}\n`)
  }
}

function compareLong(zone: string, seed: number): Comparison[] {
  const roll = dice(seed)
  const clock = new WallClock(zone, 15)
  const from = Date.UTC(2026, roll.below(12), 1 + roll.below(28), roll.below(24), roll.below(60))
  const hours = anyHours(roll, zone, from + 200 * DAY_MS)
  const until = from + 400 * DAY_MS
  const open = walkedMs(hours, clock, from, until)
  return [
    { what: `400 days from ${from}`, said: businessMsBetween(hours, new Date(from), new Date(until)), walked: open },
    {
      what: `${from} + ${open}`,
      said: addBusinessMs(hours, new Date(from), open).getTime(),
      walked: walkedTo(hours, clock, from, open, until),
    },
  ]
}

for (const [index, zone] of zones.entries()) {
  const clock = new WallClock(zone)
  const changes = transitionsOf(clock, first / MINUTE_MS, last / MINUTE_MS).map((minute) => minute * MINUTE_MS)
  totals.changes += changes.length
  for (const around of changes.length > 0 ? changes : QUIET) {
    const roll = dice(index * 1_000_003 + around / MINUTE_MS)
    for (let count = 0; count < CASES_PER_CHANGE; count++)
      note(zone, around, compareCase(roll, clock, around, DAYS_AHEAD))
    clock.forget()
  }
  note(zone, first, compareLong(zone, index))
}

const seconds = Math.round((performance.now() - startedAt) / 1000)
process.stdout.write(
  `${zones.length} zones, ${totals.changes} changes of clocks, ${totals.comparisons} comparisons, ${totals.mismatches} mismatches, ${seconds} s (tz ${process.versions.tz})\n`,
)
process.exitCode = totals.mismatches > 0 ? 1 : 0
