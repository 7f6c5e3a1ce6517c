import { ALWAYS_OPEN, businessBetween } from '@rapport/core/calendars/rules'
import { age, elapsedMs, newClock, pause, promise, reopen, resume, stop } from '@rapport/core/clocks/rules'
import { Clock, PAUSES_MAX, WarnAtPercents } from '@rapport/core/clocks/schema'
import {
  advance,
  NOTHING_PROMISED,
  nextDueAt,
  onCustomerMessage,
  onPolicyChange,
  onPublicReply,
  onReopen,
  onStatus,
  startClocks,
  timesOf,
  worstState,
} from '@rapport/core/sla-clocks/rules'
import { Clocks, type Happening, type Terms, type Turn } from '@rapport/core/sla-clocks/schema'
import {
  longestTarget,
  refuseContradiction,
  refuseNoHours,
  selectPolicy,
  termsOf,
} from '@rapport/core/sla-policies/rules'
import type { SlaPolicy } from '@rapport/core/sla-policies/schema'
import { CrmError } from '@rapport/kernel/errors'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { officeHours, RUNS } from '../support/calendar-cases.ts'

const HOUR_MS = 3_600_000
const at = (text: string): Date => new Date(`${text}Z`)
const short = (instant: string | undefined): string | undefined => instant?.slice(0, 16)
/** 2026-11-23 is a Monday. */
const MON9 = '2026-11-23T09:00'
const OFFICE = officeHours('UTC')

const terms = (targets: Terms['targets'], warnAtPercents: number[] = []): Terms => ({ targets, warnAtPercents })
const RESOLVE_IN_4H = terms({ resolutionMinutes: 240 })
const ALL = terms({ firstResponseMinutes: 60, nextResponseMinutes: 120, resolutionMinutes: 480 })
const tell = ({ happened }: Turn): string[] => happened.map(said)
const said = ({ type, clock, percent, at: instant }: Happening): string =>
  `${clock} ${type}${percent === undefined ? '' : ` ${percent}`} ${short(instant)}`

/** Clocks that go through turns one after the other, with all that happened. */
function course(start: string, promised: Terms, hours = OFFICE) {
  let clocks = startClocks(promised, at(start), hours)
  const happened: string[] = []
  const go = (turn: Turn) => {
    clocks = turn.clocks
    happened.push(...tell(turn))
  }
  return {
    get clocks() {
      return clocks
    },
    happened,
    status: (status: Parameters<typeof onStatus>[1], when: string) => go(onStatus(clocks, status, at(when), hours)),
    reply: (when: string) => go(onPublicReply(clocks, at(when))),
    message: (when: string) => go(onCustomerMessage(clocks, at(when), hours)),
    reopen: (when: string) => go(onReopen(clocks, at(when), hours)),
    change: (promise: Terms, when: string, other = hours) => go(onPolicyChange(clocks, promise, at(when), other)),
    sweep: (when: string) => go(advance(clocks, at(when))),
    times: (name: 'firstResponse' | 'nextResponse' | 'resolution', when: string) =>
      timesOf(clocks[name] as Clock, at(when), hours),
  }
}

describe('a resolution', () => {
  test('of four hours from Monday nine, waiting from ten to three, is due on Tuesday at ten', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T13:00')

    run.status('waiting_on_customer', '2026-11-23T10:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'paused' })
    expect(run.clocks.resolution).not.toHaveProperty('dueAt')
    expect(nextDueAt(run.clocks)).toBeUndefined()
    run.sweep('2026-11-30T09:00')
    expect(run.happened).toEqual([])

    run.status('in_progress', '2026-11-23T15:00')
    expect(run.clocks.resolution.state).toBe('running')
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-24T10:00')
    expect(run.clocks.resolution.pauses).toEqual([
      { from: '2026-11-23T10:00:00.000Z', to: '2026-11-23T15:00:00.000Z', state: 'waiting_on_customer' },
    ])
  })

  test('reopened after three days goes on with the minutes it has used', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('resolved', '2026-11-23T12:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'met', stoppedAt: '2026-11-23T12:00:00.000Z' })
    expect(run.times('resolution', '2026-11-26T10:00')).toEqual({ elapsedMinutes: 180, remainingMinutes: 60 })

    run.reopen('2026-11-26T12:00')

    expect(run.clocks.cycle).toBe(1)
    expect(run.clocks.resolution).toMatchObject({
      state: 'running',
      startedAt: '2026-11-23T09:00:00.000Z',
      pauses: [{ from: '2026-11-23T12:00:00.000Z', to: '2026-11-26T12:00:00.000Z', state: 'ended' }],
    })
    expect(run.clocks.resolution).not.toHaveProperty('stoppedAt')
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-26T13:00')
    expect(run.times('resolution', '2026-11-26T12:30')).toEqual({ elapsedMinutes: 210, remainingMinutes: 30 })
  })

  test('reopened within fourteen days to the millisecond goes on, later it begins anew', () => {
    const resolved = onStatus(
      startClocks(RESOLVE_IN_4H, at(MON9), OFFICE),
      'resolved',
      at('2026-11-23T10:00'),
      OFFICE,
    ).clocks
    const inTime = onReopen(resolved, at('2026-12-07T10:00'), OFFICE).clocks
    const late = onReopen(resolved, new Date('2026-12-07T10:00:00.001Z'), OFFICE).clocks

    expect([inTime.cycle, short(inTime.resolution.dueAt)]).toEqual([1, '2026-12-07T13:00'])
    expect([late.cycle, late.resolution.dueAt]).toEqual([2, '2026-12-07T14:00:00.001Z'])
    expect(late.resolution).toMatchObject({ startedAt: '2026-12-07T10:00:00.001Z', pauses: [], warnedPercents: [] })
  })

  test('in a new cycle may be breached again', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('resolved', '2026-11-23T14:00')
    run.reopen('2026-12-14T09:00')
    run.sweep('2026-12-14T13:00')

    expect(run.happened).toEqual(['resolution breach 2026-11-23T13:00', 'resolution breach 2026-12-14T13:00'])
  })

  test('is paused by both ways of waiting, and by one after the other', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('waiting_on_third_party', '2026-11-23T10:00')
    run.status('waiting_on_third_party', '2026-11-23T10:30')
    run.status('waiting_on_customer', '2026-11-23T11:00')
    run.status('new', '2026-11-23T12:00')

    expect(run.clocks.resolution.pauses.map(({ from, to, state }) => [short(from), short(to), state])).toEqual([
      ['2026-11-23T10:00', '2026-11-23T11:00', 'waiting_on_third_party'],
      ['2026-11-23T11:00', '2026-11-23T12:00', 'waiting_on_customer'],
    ])
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T15:00')
  })

  test('that waits when it is resolved is met, and its pause ends', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('waiting_on_customer', '2026-11-23T10:00')
    run.status('resolved', '2026-11-25T10:00')

    expect(run.clocks.resolution).toMatchObject({ state: 'met', stoppedAt: '2026-11-25T10:00:00.000Z' })
    expect(run.clocks.resolution.pauses[0]?.to).toBe('2026-11-25T10:00:00.000Z')
    expect(run.times('resolution', '2026-11-26T10:00')).toEqual({ elapsedMinutes: 60, remainingMinutes: 180 })
  })

  test('is cancelled when the case is closed without being resolved, and goes on when that is taken back', () => {
    const run = course(MON9, ALL)
    run.message('2026-11-23T09:10')
    run.status('closed', '2026-11-23T09:30')
    expect([run.clocks.firstResponse.state, run.clocks.nextResponse?.state, run.clocks.resolution.state]).toEqual([
      'cancelled',
      'cancelled',
      'cancelled',
    ])
    expect(nextDueAt(run.clocks)).toBeUndefined()

    run.status('in_progress', '2026-11-24T09:00')

    expect(short(run.clocks.firstResponse.dueAt)).toBe('2026-11-24T09:30')
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-24T16:30')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'cancelled', stoppedAt: '2026-11-23T09:30:00.000Z' })
  })

  test('that was met stays met when the case is closed later', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('resolved', '2026-11-23T10:00')
    const { clocks } = run
    run.status('closed', '2026-11-30T10:00')

    expect(run.clocks).toBe(clocks)
  })

  test('is reopened by going from resolved to waiting, and waits', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('resolved', '2026-11-23T10:00')
    run.status('waiting_on_customer', '2026-11-23T12:00')
    expect(run.clocks.resolution.state).toBe('paused')
    run.status('in_progress', '2026-11-23T14:00')

    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T17:00')
  })
})

describe('a breach', () => {
  test('is recorded once, as of the due instant, however late it is noticed', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.sweep('2026-11-23T12:59')
    expect(run.happened).toEqual([])
    run.sweep('2026-11-25T09:00')
    run.sweep('2026-11-25T09:00')
    run.sweep('2026-11-26T09:00')

    expect(run.happened).toEqual(['resolution breach 2026-11-23T13:00'])
    expect(run.clocks.resolution).toMatchObject({ state: 'breached', breachedAt: '2026-11-23T13:00:00.000Z' })
    expect(nextDueAt(run.clocks)).toBeUndefined()
  })

  test('of two sweeps that overlap is told by both or by one, and never a second time', () => {
    const clocks = startClocks(RESOLVE_IN_4H, at(MON9), OFFICE)
    const [first, second] = ['2026-11-23T13:00', '2026-11-23T13:01'].map((when) => advance(clocks, at(when)))

    // Both read the same version, so only one of them is written; whoever comes after reads what it wrote.
    expect(first?.happened).toEqual(second?.happened)
    expect(first?.clocks).toEqual(second?.clocks)
    expect(advance(first?.clocks as Clocks, at('2026-11-23T13:01'))).toEqual({ clocks: first?.clocks, happened: [] })
  })

  test('is there at the due instant, not a millisecond before', () => {
    const clocks = startClocks(RESOLVE_IN_4H, at(MON9), OFFICE)

    expect(advance(clocks, new Date('2026-11-23T12:59:59.999Z'))).toEqual({ clocks, happened: [] })
    expect(advance(clocks, new Date('2026-11-23T12:59:59.999Z')).clocks).toBe(clocks)
    expect(tell(advance(clocks, at('2026-11-23T13:00')))).toEqual(['resolution breach 2026-11-23T13:00'])
  })

  test('follows from a late stop, also when no sweep has run', () => {
    const run = course(MON9, ALL)
    run.reply('2026-11-23T10:30')
    run.status('resolved', '2026-11-24T10:00')

    expect(run.happened).toEqual(['firstResponse breach 2026-11-23T10:00', 'resolution breach 2026-11-23T17:00'])
    expect(run.clocks.firstResponse).toMatchObject({ state: 'breached', stoppedAt: '2026-11-23T10:30:00.000Z' })
    expect(run.clocks.resolution).toMatchObject({ state: 'breached', stoppedAt: '2026-11-24T10:00:00.000Z' })
    expect(run.times('resolution', '2026-11-24T12:00')).toEqual({ elapsedMinutes: 540, remainingMinutes: -60 })
  })

  test('is not undone by a pause, but the time of the pause does not count', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('waiting_on_customer', '2026-11-23T14:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'breached', dueAt: '2026-11-23T13:00:00.000Z' })
    run.status('in_progress', '2026-11-23T16:00')

    expect(run.clocks.resolution).toMatchObject({ state: 'breached', dueAt: '2026-11-23T13:00:00.000Z' })
    expect(run.happened).toEqual(['resolution breach 2026-11-23T13:00'])
    expect(run.times('resolution', '2026-11-23T17:00')).toEqual({ elapsedMinutes: 360, remainingMinutes: -120 })
  })

  test('is not undone by reopening, closing or another policy', () => {
    const run = course(MON9, RESOLVE_IN_4H)
    run.status('resolved', '2026-11-23T14:00')
    run.reopen('2026-11-24T09:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'breached', breachedAt: '2026-11-23T13:00:00.000Z' })
    run.change(terms({ resolutionMinutes: 9_600 }), '2026-11-24T10:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'breached', targetMinutes: 240 })
    run.status('closed', '2026-11-24T11:00')

    expect(run.clocks.resolution).toMatchObject({ state: 'breached', stoppedAt: '2026-11-24T11:00:00.000Z' })
    expect(run.happened).toHaveLength(1)
  })
})

describe('a first response', () => {
  test('is met by the first public reply, once', () => {
    const run = course('2026-11-27T16:30', terms({ firstResponseMinutes: 60 }))
    expect(short(run.clocks.firstResponse.dueAt)).toBe('2026-11-30T09:30')
    run.reply('2026-11-30T09:10')
    expect(run.clocks).toMatchObject({ repliedAt: '2026-11-30T09:10:00.000Z', firstResponse: { state: 'met' } })
    const { clocks } = run
    run.reply('2026-11-30T09:50')

    expect(run.clocks).toBe(clocks)
    expect(run.times('firstResponse', '2026-11-30T12:00')).toEqual({ elapsedMinutes: 40, remainingMinutes: 20 })
  })

  test('is not paused by waiting', () => {
    const run = course(MON9, ALL)
    run.status('waiting_on_customer', '2026-11-23T09:10')

    expect(run.clocks.firstResponse).toMatchObject({ state: 'running', pauses: [] })
    expect(short(nextDueAt(run.clocks))).toBe('2026-11-23T10:00')
  })

  test('is cancelled when the case is resolved without one, and owed again when it is reopened', () => {
    const run = course(MON9, ALL)
    run.status('resolved', '2026-11-23T09:40')
    expect(run.clocks.firstResponse.state).toBe('cancelled')
    run.status('in_progress', '2026-11-23T10:00')
    expect(short(run.clocks.firstResponse.dueAt)).toBe('2026-11-23T10:20')
    run.reply('2026-11-23T10:10')

    expect(run.clocks.firstResponse.state).toBe('met')
    expect(run.times('firstResponse', '2026-11-23T12:00').elapsedMinutes).toBe(50)
  })

  test('that was given is not owed in a new cycle, one that was not is', () => {
    const given = course(MON9, ALL)
    given.reply('2026-11-23T09:10')
    given.status('resolved', '2026-11-23T09:20')
    given.reopen('2026-12-14T09:00')
    const owed = course(MON9, ALL)
    owed.status('resolved', '2026-11-23T09:20')
    owed.reopen('2026-12-14T09:00')

    expect(given.clocks.firstResponse).toMatchObject({ state: 'met', startedAt: '2026-11-23T09:00:00.000Z' })
    expect(short(owed.clocks.firstResponse.dueAt)).toBe('2026-12-14T10:00')
  })

  test('that is given after the case was resolved is noted, and changes no clock', () => {
    const run = course(MON9, ALL)
    run.status('resolved', '2026-11-23T09:20')
    const before = run.clocks
    run.reply('2026-11-23T09:30')

    expect(run.clocks).toEqual({ ...before, repliedAt: '2026-11-23T09:30:00.000Z' })
  })
})

describe('a next response', () => {
  const answered = () => {
    const run = course(MON9, ALL)
    run.reply('2026-11-23T09:10')
    return run
  }

  test('is due from the first message that is not answered; later ones do not begin it again', () => {
    const run = answered()
    expect(run.clocks.nextResponse).toBeUndefined()
    run.message('2026-11-23T10:00')
    run.message('2026-11-23T11:00')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'running', startedAt: '2026-11-23T10:00:00.000Z' })
    expect(short(run.clocks.nextResponse?.dueAt)).toBe('2026-11-23T12:00')

    run.reply('2026-11-23T11:30')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'met', stoppedAt: '2026-11-23T11:30:00.000Z' })
    run.message('2026-11-23T16:00')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'running', pauses: [] })
    expect(short(run.clocks.nextResponse?.dueAt)).toBe('2026-11-24T10:00')
  })

  test('is breached once per message it began with', () => {
    const run = answered()
    run.message('2026-11-23T10:00')
    run.sweep('2026-11-23T12:30')
    run.message('2026-11-23T12:40')
    run.reply('2026-11-23T12:50')
    run.message('2026-11-23T13:00')
    run.sweep('2026-11-23T15:00')

    expect(run.happened).toEqual(['nextResponse breach 2026-11-23T12:00', 'nextResponse breach 2026-11-23T15:00'])
  })

  test('is over when the case is resolved', () => {
    const run = answered()
    run.message('2026-11-23T10:00')
    run.status('resolved', '2026-11-23T11:00')
    run.sweep('2026-11-30T11:00')

    expect(run.clocks.nextResponse?.state).toBe('met')
    expect(run.happened).toEqual([])
  })

  test('runs while a third party is waited for', () => {
    const run = answered()
    run.status('waiting_on_third_party', '2026-11-23T09:30')
    run.message('2026-11-23T10:00')

    expect(run.clocks.nextResponse?.state).toBe('running')
    expect(run.clocks.resolution.state).toBe('paused')
  })

  test('is not owed while the first response is, which answers these messages too', () => {
    const run = course(MON9, ALL)
    run.message('2026-11-23T09:05')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'cancelled' })
    expect(short(nextDueAt(run.clocks))).toBe('2026-11-23T10:00')
    run.reply('2026-11-23T09:30')
    expect(run.clocks.nextResponse).toMatchObject({ state: 'cancelled', stoppedAt: '2026-11-23T09:30:00.000Z' })
    run.message('2026-11-23T09:40')

    expect(run.clocks.nextResponse?.state).toBe('running')
  })

  test('is owed from the first message when no first response is promised, also when that is taken back', () => {
    const { firstResponseMinutes: _, ...others } = ALL.targets
    const run = course(MON9, terms(others))
    run.message('2026-11-23T09:05')
    expect(short(run.clocks.nextResponse?.dueAt)).toBe('2026-11-23T11:05')

    const changed = course(MON9, ALL)
    changed.message('2026-11-23T09:05')
    changed.change(terms(others), '2026-11-23T09:30')
    expect(short(changed.clocks.nextResponse?.dueAt)).toBe('2026-11-23T11:05')
    expect(changed.clocks.firstResponse).toMatchObject({ state: 'cancelled' })
  })
})

describe('a customer message', () => {
  test('ends waiting for the customer, not for a third party', () => {
    const customer = course(MON9, RESOLVE_IN_4H)
    customer.status('waiting_on_customer', '2026-11-23T10:00')
    customer.message('2026-11-23T15:00')
    const third = course(MON9, RESOLVE_IN_4H)
    third.status('waiting_on_third_party', '2026-11-23T10:00')
    third.message('2026-11-23T15:00')

    expect(short(customer.clocks.resolution.dueAt)).toBe('2026-11-24T10:00')
    expect(third.clocks.resolution.state).toBe('paused')
  })

  test('after the end changes nothing until the case is reopened', () => {
    const run = course(MON9, ALL)
    run.reply('2026-11-23T09:10')
    run.status('resolved', '2026-11-23T10:00')
    const { clocks } = run
    run.message('2026-11-23T11:00')
    expect(run.clocks).toBe(clocks)
    run.reopen('2026-11-23T11:00')
    run.message('2026-11-23T11:00')

    expect(short(run.clocks.nextResponse?.dueAt)).toBe('2026-11-23T13:00')
  })
})

describe('warnings', () => {
  const WARNED = terms({ resolutionMinutes: 240 }, [75, 90])

  test('are given each once, in order, before the breach', () => {
    const run = course(MON9, WARNED)
    expect(run.clocks.resolution.warnings).toEqual([
      { percent: 75, at: '2026-11-23T12:00:00.000Z' },
      { percent: 90, at: '2026-11-23T12:36:00.000Z' },
    ])
    expect(short(nextDueAt(run.clocks))).toBe('2026-11-23T12:00')
    run.sweep('2026-11-23T12:00')
    expect(short(nextDueAt(run.clocks))).toBe('2026-11-23T12:36')
    run.sweep('2026-11-23T12:35')
    run.sweep('2026-11-23T12:40')
    expect(short(nextDueAt(run.clocks))).toBe('2026-11-23T13:00')
    run.sweep('2026-11-23T13:00')

    expect(run.happened).toEqual([
      'resolution warning 75 2026-11-23T12:00',
      'resolution warning 90 2026-11-23T12:36',
      'resolution breach 2026-11-23T13:00',
    ])
    expect(run.clocks.resolution).toMatchObject({ warnings: [], warnedPercents: [75, 90] })
  })

  test('that nobody looked for are told late, in the order of their instants over all clocks', () => {
    const run = course(MON9, terms({ firstResponseMinutes: 180, resolutionMinutes: 240 }, [50, 75]))
    run.sweep('2026-11-24T09:00')

    expect(run.happened).toEqual([
      'firstResponse warning 50 2026-11-23T10:30',
      'resolution warning 50 2026-11-23T11:00',
      'firstResponse warning 75 2026-11-23T11:15',
      'firstResponse breach 2026-11-23T12:00',
      'resolution warning 75 2026-11-23T12:00',
      'resolution breach 2026-11-23T13:00',
    ])
  })

  test('say which clock and which start they belong to', () => {
    const { happened } = advance(startClocks(WARNED, at(MON9), OFFICE), at('2026-11-23T12:00'))

    expect(happened).toEqual([
      {
        type: 'warning',
        clock: 'resolution',
        startedAt: '2026-11-23T09:00:00.000Z',
        percent: 75,
        at: '2026-11-23T12:00:00.000Z',
      },
    ])
  })

  test('move with pauses, and are not given again after one', () => {
    const run = course(MON9, WARNED)
    run.sweep('2026-11-23T12:10')
    run.status('waiting_on_customer', '2026-11-23T12:20')
    expect(run.clocks.resolution.warnings).toEqual([])
    run.status('in_progress', '2026-11-23T14:20')

    expect(run.clocks.resolution.warnings.map(({ percent, at: instant }) => [percent, short(instant)])).toEqual([
      [90, '2026-11-23T14:36'],
    ])
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T15:00')
  })

  test('end with the clock', () => {
    const run = course(MON9, WARNED)
    run.status('resolved', '2026-11-23T10:00')

    expect(run.clocks.resolution.warnings).toEqual([])
  })

  test.each([
    [[75, 90], true],
    [[], true],
    [[90, 75], false],
    [[50, 50], false],
    [[0], false],
    [[100], false],
    [[10, 20, 30, 40, 50, 60], false],
  ])('may be at %j: %s', (percents, isFine) => {
    expect(WarnAtPercents.safeParse(percents).success).toBe(isFine)
  })
})

describe('another policy', () => {
  test('counts from the original start, so that a case can be due at once', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.change(terms({ resolutionMinutes: 60 }), '2026-11-23T11:00')

    expect(run.happened).toEqual(['resolution breach 2026-11-23T10:00'])
    expect(run.clocks.resolution).toMatchObject({
      state: 'breached',
      targetMinutes: 60,
      breachedAt: '2026-11-23T10:00:00.000Z',
    })
  })

  test('keeps the time that was used and leaves out the pauses', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.status('waiting_on_customer', '2026-11-23T10:00')
    run.status('in_progress', '2026-11-23T12:00')
    run.change(terms({ resolutionMinutes: 120 }), '2026-11-23T12:30')
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T13:00')
    expect(run.times('resolution', '2026-11-23T12:30')).toEqual({ elapsedMinutes: 90, remainingMinutes: 30 })
  })

  test('that has just been used up when a pause begins was breached then', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.status('waiting_on_customer', '2026-11-23T10:00')
    run.status('in_progress', '2026-11-23T12:00')
    run.change(terms({ resolutionMinutes: 60 }), '2026-11-23T12:30')

    expect(run.happened).toEqual(['resolution breach 2026-11-23T10:00'])
  })

  test('that was overdue before a pause was breached before it', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.status('waiting_on_customer', '2026-11-23T11:00')
    run.status('in_progress', '2026-11-23T13:00')
    run.change(terms({ resolutionMinutes: 60 }), '2026-11-23T13:30')

    expect(run.happened).toEqual(['resolution breach 2026-11-23T10:00'])
  })

  test('while waiting changes the target, and says nothing until work goes on', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.status('waiting_on_customer', '2026-11-23T10:00')
    run.change(terms({ resolutionMinutes: 120 }), '2026-11-23T12:30')
    expect(run.clocks.resolution).toMatchObject({ state: 'paused', targetMinutes: 120 })
    run.status('in_progress', '2026-11-23T13:00')

    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T14:00')
  })

  test('that promises nothing cancels, and one that does promises from the start again', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }, [50]))
    run.change(NOTHING_PROMISED, '2026-11-23T10:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'cancelled', warnings: [] })
    expect(run.clocks.resolution).not.toHaveProperty('dueAt')
    expect(run.clocks.resolution).not.toHaveProperty('targetMinutes')
    expect(run.times('resolution', '2026-11-23T11:00')).toEqual({ elapsedMinutes: 120 })
    run.status('waiting_on_customer', '2026-11-23T11:00')
    expect(run.clocks.resolution.state).toBe('cancelled')
    run.status('in_progress', '2026-11-23T12:00')
    run.change(terms({ resolutionMinutes: 240 }), '2026-11-23T12:30')

    expect(run.clocks.resolution).toMatchObject({ state: 'running', targetMinutes: 240 })
    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T14:00')
  })

  test('leaves what is over, names itself, and forgets the one before', () => {
    const run = course(MON9, { ...ALL, policyId: 'sla_1', policyVersion: 3, calendarId: 'cal_1' })
    run.reply('2026-11-23T09:10')
    const met = run.clocks.firstResponse
    run.change(
      { ...terms({ firstResponseMinutes: 5, resolutionMinutes: 60 }), policyId: 'sla_2', policyVersion: 1 },
      '2026-11-23T09:20',
    )

    expect(run.clocks.firstResponse).toBe(met)
    expect(run.clocks).toMatchObject({
      policyId: 'sla_2',
      policyVersion: 1,
      cycle: 1,
      repliedAt: '2026-11-23T09:10:00.000Z',
    })
    expect(run.clocks).not.toHaveProperty('calendarId')
    expect(run.clocks).not.toHaveProperty('nextResponse')
  })

  test('may have other hours', () => {
    const run = course('2026-11-27T16:30', terms({ resolutionMinutes: 60 }))
    run.change(terms({ resolutionMinutes: 60 }), '2026-11-27T16:40', ALWAYS_OPEN)

    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-27T17:30')
  })

  test('gives no warning again that was given', () => {
    const run = course(MON9, terms({ resolutionMinutes: 120 }, [50, 90]))
    run.sweep('2026-11-23T10:00')
    run.change(terms({ resolutionMinutes: 240 }, [50, 90]), '2026-11-23T10:10')

    expect(run.clocks.resolution.warnings.map(({ percent }) => percent)).toEqual([90])
  })

  test('counts for a case that is reopened', () => {
    const run = course(MON9, terms({ resolutionMinutes: 480 }))
    run.status('resolved', '2026-11-23T10:00')
    run.change(terms({ resolutionMinutes: 120 }), '2026-11-23T11:00')
    expect(run.clocks.resolution).toMatchObject({ state: 'met', targetMinutes: 480 })
    run.reopen('2026-11-23T12:00')

    expect(short(run.clocks.resolution.dueAt)).toBe('2026-11-23T13:00')
  })
})

describe('what changes nothing', () => {
  test('leaves the clocks the same object', () => {
    const { clocks } = course(MON9, ALL)
    const when = at('2026-11-23T09:10')

    expect(onReopen(clocks, when, OFFICE).clocks).toBe(clocks)
    expect(onStatus(clocks, 'in_progress', when, OFFICE).clocks).toBe(clocks)
    expect(advance(clocks, when).clocks).toBe(clocks)
  })
})

describe('what is due next', () => {
  test('is the earliest of all clocks, whichever it is', () => {
    const of = (targets: Terms['targets'], percents?: number[]) =>
      short(nextDueAt(course(MON9, terms(targets, percents)).clocks))

    expect(of({ firstResponseMinutes: 60, resolutionMinutes: 120 })).toBe('2026-11-23T10:00')
    expect(of({ firstResponseMinutes: 240, resolutionMinutes: 120 })).toBe('2026-11-23T11:00')
    expect(of({ firstResponseMinutes: 60, resolutionMinutes: 120 }, [25])).toBe('2026-11-23T09:15')
  })
})

describe('a case that nothing is promised', () => {
  test('has clocks that are never due, and facts all the same', () => {
    const run = course(MON9, NOTHING_PROMISED)
    run.message('2026-11-23T09:10')
    run.reply('2026-11-23T09:30')
    run.status('resolved', '2026-11-23T11:00')
    run.sweep('2027-11-23T09:00')

    expect(NOTHING_PROMISED).toEqual({ targets: {}, warnAtPercents: [] })
    expect(run.happened).toEqual([])
    expect(worstState(run.clocks)).toBe('cancelled')
    expect(run.clocks).toMatchObject({ repliedAt: '2026-11-23T09:30:00.000Z', resolution: { state: 'cancelled' } })
    expect(run.times('resolution', '2026-11-24T09:00')).toEqual({ elapsedMinutes: 120 })
  })
})

describe('the worst state', () => {
  test.each([
    ['breached', 'met', 'running'],
    ['running', 'met', 'running'],
    ['paused', 'cancelled', 'paused'],
    ['met', 'met', 'cancelled'],
    ['cancelled', 'cancelled', 'cancelled'],
  ] as const)('is %s', (worst, first, resolution) => {
    const clock = newClock('2026-11-23T09:00:00.000Z')
    const clocks: Clocks = {
      ...NOTHING_PROMISED,
      cycle: 1,
      firstResponse: { ...clock, state: first },
      resolution: { ...clock, state: resolution },
    }
    const next: Clock = { ...clock, state: worst }

    expect(worstState(worst === 'breached' ? { ...clocks, nextResponse: next } : clocks)).toBe(worst)
  })
})

describe('a clock', () => {
  const start = '2026-11-23T09:00:00.000Z'
  const iso = (ms: number): string => new Date(Date.parse(start) + ms).toISOString()
  const running = (): Clock => promise(newClock(start), 600, [], ALWAYS_OPEN)

  test('does not go back when something comes late', () => {
    const paused = pause(running(), iso(HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN)

    expect(resume(paused, iso(0)).pauses).toEqual([])
    expect(stop(paused, iso(0), 'met')).toMatchObject({ state: 'met', stoppedAt: iso(HOUR_MS), pauses: [] })
    expect(stop(running(), iso(-HOUR_MS), 'met').stoppedAt).toBe(start)
    expect(pause(running(), iso(-HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN).pauses).toEqual([
      { from: start, state: 'waiting_on_customer' },
    ])
    const stopped = stop(running(), iso(HOUR_MS), 'met')
    for (const hours of [0, 1]) expect(reopen(stopped, iso(hours * HOUR_MS), ALWAYS_OPEN)).toMatchObject({ pauses: [] })
    expect(timesOf(running(), new Date(iso(-HOUR_MS)), ALWAYS_OPEN)).toEqual({
      elapsedMinutes: 0,
      remainingMinutes: 600,
    })
    const twice = pause(resume(paused, iso(2 * HOUR_MS)), iso(HOUR_MS), 'waiting_on_third_party', ALWAYS_OPEN)
    expect(twice.pauses.at(-1)?.from).toBe(iso(2 * HOUR_MS))
  })

  test('that is new promises nothing', () => {
    expect(newClock(start)).toEqual({
      state: 'cancelled',
      startedAt: start,
      pauses: [],
      warnings: [],
      warnedPercents: [],
    })
  })

  test('is left as it is by what has no meaning for it', () => {
    const clock = running()
    const stopped = stop(clock, iso(HOUR_MS), 'met')

    expect(resume(clock, iso(1))).toBe(clock)
    expect(reopen(clock, iso(1), ALWAYS_OPEN)).toBe(clock)
    expect(age(clock, iso(1))).toBe(clock)
    expect(stop(stopped, iso(2 * HOUR_MS), 'cancelled')).toBe(stopped)
    expect(pause(stopped, iso(2 * HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN)).toBe(stopped)
    expect(promise(stopped, 5, [], ALWAYS_OPEN)).toBe(stopped)
  })

  test('keeps its last fifty pauses one by one, and of all others how long they were', () => {
    let clock = running()
    for (let hour = 1; hour <= PAUSES_MAX + 3; hour++) {
      clock = pause(clock, iso(hour * HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN)
      clock = resume(clock, iso(hour * HOUR_MS + 600_000))
    }
    const kept = promise(clock, 6_000, [], ALWAYS_OPEN)

    expect(Clock.safeParse(kept).success).toBe(true)
    expect(kept.pauses).toHaveLength(PAUSES_MAX)
    expect(kept.pauses[0]?.from).toBe(iso(4 * HOUR_MS))
    expect(kept.earlierPausesMs).toBe(3 * 600_000)
    expect(kept.dueAt).toBe(iso(6_000 * 60_000 + (PAUSES_MAX + 3) * 600_000))
    expect(elapsedMs(kept, iso(100 * HOUR_MS), ALWAYS_OPEN)).toBe(100 * HOUR_MS - (PAUSES_MAX + 3) * 600_000)
    expect(running()).not.toHaveProperty('earlierPausesMs')
    expect(pause(running(), iso(HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN)).not.toHaveProperty('earlierPausesMs')

    const forgotten = resume(pause(clock, iso(60 * HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN), iso(60 * HOUR_MS))
    expect(forgotten.pauses).toHaveLength(PAUSES_MAX - 1)
    expect(pause(forgotten, iso(61 * HOUR_MS), 'waiting_on_customer', ALWAYS_OPEN)).toMatchObject({
      earlierPausesMs: 4 * 600_000,
    })
  })
})

describe('in whatever order things happen', () => {
  const step = fc.record({
    after: fc.integer({ min: 0, max: 20 * 60 }),
    what: fc.constantFrom(
      'reply',
      'message',
      'reopen',
      'waiting_on_customer',
      'waiting_on_third_party',
      'in_progress',
      'resolved',
      'closed',
      'change',
      'sweep',
    ),
    target: fc.integer({ min: 1, max: 2_000 }),
  })
  const apply = (clocks: Clocks, what: string, target: number, now: Date): Turn => {
    if (what === 'reply') return onPublicReply(clocks, now)
    if (what === 'message') return onCustomerMessage(clocks, now, OFFICE)
    if (what === 'reopen') return onReopen(clocks, now, OFFICE)
    if (what === 'sweep') return advance(clocks, now)
    if (what === 'change')
      return onPolicyChange(
        clocks,
        terms({ firstResponseMinutes: target, nextResponseMinutes: target, resolutionMinutes: 2 * target }, [75, 90]),
        now,
        OFFICE,
      )
    return onStatus(clocks, what as 'closed', now, OFFICE)
  }
  const run = (steps: readonly { after: number; what: string; target: number }[], sweeps: boolean) => {
    let now = Date.parse(`${MON9}Z`)
    let clocks = startClocks(
      terms({ firstResponseMinutes: 60, nextResponseMinutes: 90, resolutionMinutes: 480 }, [50, 75]),
      new Date(now),
      OFFICE,
    )
    const happened: Happening[] = []
    for (const { after, what, target } of steps) {
      const until = now + after * 60_000
      for (
        let due = nextDueAt(clocks);
        sweeps && due !== undefined && Date.parse(due) <= until;
        due = nextDueAt(clocks)
      ) {
        const swept = advance(clocks, new Date(due))
        expect(swept.happened.length, 'what is due next does happen').toBeGreaterThan(0)
        happened.push(...swept.happened)
        clocks = swept.clocks
      }
      now = until
      const turn = apply(clocks, what, target, new Date(now))
      happened.push(...turn.happened)
      clocks = turn.clocks
    }
    return { clocks, happened, now }
  }
  const steps = fc.array(step, { maxLength: 15 })

  test('the outcome does not depend on sweeps', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const [swept, unswept] = [run(list, true), run(list, false)]

        expect(swept.clocks).toEqual(unswept.clocks)
        expect(swept.happened.map(said).sort()).toEqual(unswept.happened.map(said).sort())
      }),
      { numRuns: RUNS },
    )
  })

  test('everything is told once, and the clocks stay what their schema says', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { clocks, happened } = run(list, true)
        const names = happened.map(({ clock, startedAt, percent }) => `${clock} ${startedAt} ${percent}`)
        const { resolution, firstResponse } = clocks

        expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
        expect(Clocks.safeParse(JSON.parse(JSON.stringify(clocks))).error).toBeUndefined()
        expect(
          resolution.stoppedAt === undefined || clocks.nextResponse?.stoppedAt !== undefined || !clocks.nextResponse,
        ).toBe(true)
        expect(clocks.repliedAt === undefined || firstResponse.stoppedAt !== undefined).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })

  test('a resolution that runs is due when its target has been used, pauses left out', () => {
    fc.assert(
      fc.property(steps, (list) => {
        const { resolution } = run(list, false).clocks
        if (resolution.state !== 'running' || resolution.dueAt === undefined) return
        const until = new Date(resolution.dueAt)
        const paused = resolution.pauses.reduce(
          (sum, { from, to = from }) => sum + businessBetween(OFFICE, new Date(from), new Date(to)),
          0,
        )

        expect(businessBetween(OFFICE, new Date(resolution.startedAt), until) - paused).toBe(resolution.targetMinutes)
        expect(timesOf(resolution, until, OFFICE).remainingMinutes).toBe(0)
      }),
      { numRuns: RUNS },
    )
  })
})

describe('the policy of a case', () => {
  const policy = (
    id: string,
    position: number,
    criteria: SlaPolicy['criteria'] = {},
    more: Partial<SlaPolicy> = {},
  ): SlaPolicy => ({
    id,
    version: 2,
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    updatedBy: '',
    ownerId: '',
    visibility: 'everyone',
    name: id,
    position,
    isActive: true,
    criteria,
    targets: { high: { resolutionMinutes: 60 }, low: { firstResponseMinutes: 480, resolutionMinutes: 960 } },
    hours: 'business',
    warnAtPercents: [75],
    ...more,
  })
  const facts = {
    priority: 'high',
    type: 'incident',
    channel: 'email',
    tags: ['gold', 'vip'],
    accountId: 'acc_1',
  } as const
  const chosen = (policies: SlaPolicy[], about: Parameters<typeof selectPolicy>[1] = facts) =>
    selectPolicy(policies, about)?.id

  test('is the first by position that matches, of equal ones the older', () => {
    expect(chosen([policy('c', 2), policy('b', 1), policy('a', 1)])).toBe('a')
    expect(chosen([policy('a', 1), policy('b', 1)])).toBe('a')
    expect(chosen([policy('a', 1, { priorities: ['low'] }), policy('b', 2)])).toBe('b')
    expect(chosen([policy('a', 1, {}, { isActive: false }), policy('b', 2)])).toBe('b')
    expect(chosen([policy('a', 1, { priorities: ['low'] })])).toBeUndefined()
    expect(chosen([])).toBeUndefined()
  })

  test.each<[string, SlaPolicy['criteria'], boolean]>([
    ['any case', {}, true],
    ['its priority', { priorities: ['urgent', 'high'] }, true],
    ['another priority', { priorities: ['urgent'] }, false],
    ['its type', { types: ['incident'] }, true],
    ['another type', { types: ['question'] }, false],
    ['its channel', { channels: ['phone', 'email'] }, true],
    ['another channel', { channels: ['phone'] }, false],
    ['one of its tags', { tags: ['silver', 'vip'] }, true],
    ['another tag', { tags: ['silver'] }, false],
    ['its account', { accountIds: ['acc_1'] }, true],
    ['another account', { accountIds: ['acc_2'] }, false],
    [
      'all of these',
      { priorities: ['high'], types: ['incident'], channels: ['email'], tags: ['gold'], accountIds: ['acc_1'] },
      true,
    ],
    [
      'all but one of these',
      { priorities: ['high'], types: ['incident'], channels: ['email'], tags: ['gold'], accountIds: ['acc_2'] },
      false,
    ],
  ])('matches %s', (_, criteria, matches) => {
    expect(chosen([policy('a', 1, criteria)]) === 'a').toBe(matches)
  })

  test('does not match by what the case has not', () => {
    const bare = { priority: 'high' } as const

    for (const criteria of [
      { types: ['incident' as const] },
      { channels: ['email' as const] },
      { tags: ['gold'] },
      { accountIds: ['acc_1'] },
    ])
      expect(chosen([policy('a', 1, criteria)], bare)).toBeUndefined()
    expect(chosen([policy('a', 1)], bare)).toBe('a')
  })

  test('promises by priority', () => {
    expect(termsOf(policy('a', 1), 'low', 'cal_1')).toEqual({
      policyId: 'a',
      policyVersion: 2,
      calendarId: 'cal_1',
      targets: { firstResponseMinutes: 480, resolutionMinutes: 960 },
      warnAtPercents: [75],
    })
    expect(termsOf(policy('a', 1), 'urgent', undefined)).toStrictEqual({
      policyId: 'a',
      policyVersion: 2,
      targets: {},
      warnAtPercents: [75],
    })
    expect(longestTarget(policy('a', 1))).toBe(960)
    expect(longestTarget({ targets: { low: undefined } })).toBe(0)
  })

  test('promises something, in hours that there are', () => {
    const codeOf = (check: () => void): unknown => {
      try {
        check()
      } catch (error) {
        return error instanceof CrmError ? [error.kind, error.code, error.message, error.issues] : error
      }
      return undefined
    }
    const told = (code: string, message: string, pointer: string) => [
      'unprocessable',
      code,
      message,
      [{ pointer, code, message }],
    ]

    expect(codeOf(() => refuseContradiction(policy('a', 1)))).toBeUndefined()
    expect(codeOf(() => refuseContradiction({ targets: { low: {} }, hours: 'business' }))).toEqual(
      told('slaPolicy.no_target', 'A policy promises something.', '/targets'),
    )
    expect(codeOf(() => refuseContradiction(policy('a', 1, {}, { hours: '24x7' })))).toBeUndefined()
    expect(codeOf(() => refuseContradiction(policy('a', 1, {}, { calendarId: 'cal_1' })))).toBeUndefined()
    expect(codeOf(() => refuseContradiction(policy('a', 1, {}, { hours: '24x7', calendarId: 'cal_1' })))).toEqual(
      told('slaPolicy.contradiction', 'A policy that always runs has no calendar.', '/calendarId'),
    )
    expect(codeOf(() => refuseNoHours({ hours: 'business' }, undefined))).toEqual(
      told('slaPolicy.no_calendar', 'There is no default calendar: name one, or promise 24x7.', '/calendarId'),
    )
    expect(codeOf(() => refuseNoHours({ hours: 'business' }, 'cal_1'))).toBeUndefined()
    expect(codeOf(() => refuseNoHours({ hours: '24x7' }, undefined))).toBeUndefined()
  })
})
