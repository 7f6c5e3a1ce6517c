import { newClock, pause, resume, stop } from '@rapport/core/clocks/rules'
import type { Clock } from '@rapport/core/clocks/schema'
import { advance, onCustomerMessage, onPublicReply, onStatus, startClocks } from '@rapport/core/sla-clocks/rules'
import type { Clocks } from '@rapport/core/sla-clocks/schema'
import { isAnswered, outcomeOf, outcomeUnder, targetUnder } from '@rapport/core/sla-simulation/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeHours } from '../support/calendar-cases.ts'

/** 2026-11-23 is a Monday. */
const at = (text: string): Date => new Date(`2026-11-${text}:00Z`)
const instant = (text: string): string => at(text).toISOString()
const OFFICE = officeHours('UTC')
const NOW = at('27T12:00')

const MON9 = newClock(instant('23T09:00'))
const done = (clock: Clock, when: string): Clock => stop(clock, instant(when), 'met')
const waits = (clock: Clock, when: string): Clock => pause(clock, instant(when), 'waiting_on_customer', OFFICE)

describe('under another target', () => {
  test.each<[string, Clock, number | undefined, string | undefined]>([
    ['stopped before it was due', done(MON9, '23T10:59'), 120, 'kept'],
    ['stopped when it was due', done(MON9, '23T11:00'), 120, 'broken'],
    ['stopped on the next day, in business hours', done(MON9, '24T09:30'), 9 * 60, 'kept'],
    ['that still runs, and is not due', newClock(instant('27T11:00')), 120, 'open'],
    ['that still runs, and was due', MON9, 120, 'broken'],
    ['that waited meanwhile', done(resume(waits(MON9, '23T10:00'), instant('23T15:00')), '23T15:30'), 120, 'kept'],
    ['that waits since before it was due', waits(MON9, '23T10:00'), 120, 'open'],
    ['that waits since after it was due', waits(MON9, '23T12:00'), 120, 'broken'],
    ['that nothing is promised for', done(MON9, '23T10:00'), undefined, undefined],
  ])('a clock %s', (_what, clock, targetMinutes, outcome) => {
    expect(outcomeUnder(clock, { targetMinutes, isDone: true }, OFFICE, NOW)).toBe(outcome)
  })

  test('a clock that was stopped for another reason in time does not count, and one that was stopped late was broken', () => {
    const under = (clock: Clock) => outcomeUnder(clock, { targetMinutes: 120, isDone: false }, OFFICE, NOW)

    expect([under(done(MON9, '23T10:00')), under(done(MON9, '23T12:00'))]).toEqual([undefined, 'broken'])
  })

  test('a breach that was is none when more time is promised', () => {
    const { firstResponse } = advance(
      startClocks({ targets: { firstResponseMinutes: 60 }, warnAtPercents: [] }, at('23T09:00'), OFFICE),
      at('23T11:00'),
    ).clocks
    const clock = done(firstResponse, '23T12:00')

    expect(outcomeOf(clock)).toBe('broken')
    expect(outcomeUnder(clock, { targetMinutes: 240, isDone: true }, OFFICE, NOW)).toBe('kept')
  })
})

const Step = fc.record({
  afterMinutes: fc.integer({ min: 1, max: 2_000 }),
  what: fc.constantFrom('reply', 'message', 'in_progress', 'waiting_on_customer', 'waiting_on_third_party', 'resolved'),
})

test('under its own promises, whatever happens to a case comes out as it did', () => {
  const targets = { firstResponseMinutes: 240, nextResponseMinutes: 120, resolutionMinutes: 960 }
  fc.assert(
    fc.property(fc.array(Step, { maxLength: 8 }), fc.integer({ min: 0, max: 3_000 }), (steps, restMinutes) => {
      let now = at('23T09:00')
      let clocks: Clocks = startClocks({ targets, warnAtPercents: [] }, now, OFFICE)
      const pass = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000))
      for (const { afterMinutes, what } of steps) {
        pass(afterMinutes)
        if (what === 'reply') clocks = onPublicReply(clocks, now).clocks
        else if (what === 'message') clocks = onCustomerMessage(clocks, now, OFFICE).clocks
        else clocks = onStatus(clocks, what, now, OFFICE).clocks
      }
      pass(restMinutes)
      clocks = advance(clocks, now).clocks

      const { firstResponse, nextResponse, resolution } = clocks
      const first = { targetMinutes: targets.firstResponseMinutes, isDone: isAnswered(clocks) }
      const solved = { targetMinutes: targets.resolutionMinutes, isDone: true }
      expect(outcomeUnder(firstResponse, first, OFFICE, now)).toBe(outcomeOf(firstResponse))
      const next = { targetMinutes: targetUnder(targets, clocks, 'nextResponse'), isDone: true }
      if (nextResponse) expect(outcomeUnder(nextResponse, next, OFFICE, now)).toBe(outcomeOf(nextResponse))
      expect(outcomeUnder(resolution, solved, OFFICE, now)).toBe(outcomeOf(resolution))
    }),
    { numRuns: 300 },
  )
})
