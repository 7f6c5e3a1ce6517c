import { completed, deadlineOf, nextDue, nextWall, reminderInstants, whenDue } from '@rapport/core/tasks/rules'
import { Task } from '@rapport/core/tasks/schema'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@rapport/kernel/clock'
import { instantAt, wallAt } from '@rapport/kernel/wall-time'
import { offsetSpans } from '@rapport/kernel/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const CREATED = '2026-03-01T00:00:00.000Z'

const task = (fields: Partial<Task>): Task =>
  completed({
    id: 'tsk_01kavm5g3t8z1r4y6w9x2c7b0d',
    subject: 'Call',
    priority: 'normal',
    status: 'open',
    ownerId: 'usr_01kavm5g3t8z1r4y6w9x2c7b0d',
    visibility: 'team',
    version: 1,
    createdAt: CREATED,
    createdBy: 'usr_01kavm5g3t8z1r4y6w9x2c7b0d',
    updatedAt: CREATED,
    updatedBy: 'usr_01kavm5g3t8z1r4y6w9x2c7b0d',
    ...fields,
  })

/** Zones whose clocks change: by an hour in both hemispheres, by half an hour, around midnight, and not at all. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Bangkok',
]
const transitions = ZONES.flatMap((zone) =>
  Array.from({ length: 16 }, (_, n) => 2020 + n).flatMap((year) =>
    offsetSpans(zone, year)
      .slice(1)
      .map(({ from }) => ({ zone, from })),
  ),
)

const clockOf = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(at)

describe('local time', () => {
  test('an instant is where the clocks say it is, near every change of the clocks', () => {
    for (const { zone, from } of transitions) {
      for (let minutes = -180; minutes <= 180; minutes += 15) {
        const at = from + minutes * MINUTE_MS
        const wall = wallAt(zone, at)
        expect(new Date(wall).toISOString().slice(0, 19).replace('T', ' ')).toBe(clockOf(zone, at))
        const back = instantAt(zone, wall)
        expect(back, `${zone} ${new Date(at).toISOString()}`).toBeLessThanOrEqual(at)
        expect(wallAt(zone, back)).toBe(wall)
      }
    }
    expect(transitions.length).toBeGreaterThan(100)
  })

  test.each([
    [
      'a time that is skipped goes on with the old offset',
      'Europe/Berlin',
      '2026-03-29T02:30Z',
      '2026-03-29T01:30:00.000Z',
    ],
    ['of a time that comes twice it is the first', 'Europe/Berlin', '2026-10-25T02:30Z', '2026-10-25T00:30:00.000Z'],
    ['midnight that is skipped is one o’clock', 'America/Santiago', '2026-09-06T00:00Z', '2026-09-06T04:00:00.000Z'],
  ])('%s', (_, zone, wall, instant) => {
    expect(new Date(instantAt(zone, Date.parse(wall))).toISOString()).toBe(instant)
  })
})

describe('what follows from when a task is due', () => {
  test('a day is over at its midnight in its zone; reminders count from nine o’clock', () => {
    const due = { dueDate: '2026-03-29', zone: 'Europe/Berlin', reminders: [60, 1440] }
    expect(deadlineOf(due)).toBe('2026-03-29T22:00:00.000Z')
    expect(reminderInstants(due)).toEqual(['2026-03-28T07:00:00.000Z', '2026-03-29T06:00:00.000Z'])
  })

  test('each reminder is told once, then that it is late, then nothing', () => {
    let now = task({ dueAt: '2026-03-10T10:00:00.000Z', reminders: [60, 1440] })
    const told: [string, string][] = []
    for (
      let step = whenDue(now, new Date(now.nextAt ?? 0));
      now.nextAt;
      step = whenDue(now, new Date(now.nextAt ?? 0))
    ) {
      if (!step) throw new Error('It is due and does nothing.')
      told.push([now.nextAt, step.verb])
      now = completed({ ...now, ...step.patch })
    }

    expect(told).toEqual([
      ['2026-03-09T10:00:00.000Z', 'reminded'],
      ['2026-03-10T09:00:00.000Z', 'reminded'],
      ['2026-03-10T10:00:00.000Z', 'overdue'],
    ])
  })

  test('reminders that a late sweep missed are one; a late task reminds no more', () => {
    const made = task({ dueAt: '2026-03-10T10:00:00.000Z', reminders: [60, 1440] })
    expect(whenDue(made, new Date('2026-03-10T09:30:00.000Z'))).toEqual({
      verb: 'reminded',
      patch: { remindedUntil: '2026-03-10T09:00:00.000Z' },
    })
    expect(whenDue(made, new Date('2026-03-11T00:00:00.000Z'))?.verb).toBe('overdue')
  })

  test('a deadline that is put off passes again; a task that is over never does', () => {
    const late = task({ dueAt: '2026-03-10T10:00:00.000Z', overdueFor: '2026-03-10T10:00:00.000Z' })
    expect(late.nextAt).toBeUndefined()
    expect(completed({ ...late, dueAt: '2026-03-12T10:00:00.000Z' }).nextAt).toBe('2026-03-12T10:00:00.000Z')
    expect(task({ dueAt: '2026-03-10T10:00:00.000Z', status: 'done' }).nextAt).toBeUndefined()
    expect(
      whenDue(task({ dueAt: '2026-03-10T10:00:00.000Z', status: 'cancelled' }), new Date('2027-01-01')),
    ).toBeUndefined()
  })
})

describe('recurrence', () => {
  const at = (text: string): number => Date.parse(`${text}Z`)
  test.each([
    ['FREQ=MONTHLY;BYMONTHDAY=31', '2026-01-31T09:00', '2026-02-01T00:00', '2026-03-31T09:00'],
    ['FREQ=YEARLY', '2024-02-29T09:00', '2024-03-01T00:00', '2028-02-29T09:00'],
    ['FREQ=MONTHLY;BYDAY=-1FR', '2026-01-30T09:00', '2026-01-30T09:00', '2026-02-27T09:00'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', '2026-01-30T09:00', '2026-04-30T09:00', '2026-05-29T09:00'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', '2026-11-23T08:30', '2026-11-25T08:30', '2026-12-07T08:30'],
    ['FREQ=DAILY;COUNT=3', '2026-01-01T09:00', '2026-01-02T09:00', '2026-01-03T09:00'],
    ['FREQ=DAILY;COUNT=3', '2026-01-01T09:00', '2026-01-03T09:00', undefined],
    ['FREQ=DAILY;UNTIL=20260103T235959Z', '2026-01-01T09:00', '2026-01-03T09:00', undefined],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01T09:00', '2026-01-01T00:00', undefined],
    ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '2026-01-01T09:00', '2026-01-01T00:00', undefined],
  ])('%s from %s, behind %s', async (rule, start, behind, expected) => {
    const found = await nextWall(rule, at(start), at(behind))
    expect(found && new Date(found).toISOString().slice(0, 16)).toBe(expected)
  })

  test('near every change of the clocks a daily task stays at its local time, once a day', async () => {
    const near = fc.record({
      transition: fc.constantFrom(...transitions),
      time: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15 * MINUTE_MS),
      daysBefore: fc.integer({ min: 1, max: 4 }),
    })
    const check = async ({
      transition: { zone, from },
      time,
      daysBefore,
    }: {
      transition: { zone: string; from: number }
      time: number
      daysBefore: number
    }) => {
      const day = Math.floor(wallAt(zone, from) / DAY_MS) - daysBefore
      let current = task({
        zone,
        dueAt: new Date(instantAt(zone, day * DAY_MS + time)).toISOString(),
        recurrence: 'FREQ=DAILY',
      })
      for (let n = 1; n <= 8; n++) {
        const next = await nextDue(current, new Date(Date.parse(String(current.dueAt)) - HOUR_MS))
        const wall = wallAt(zone, Date.parse(String(next?.dueAt)))
        const isSkipped = wallAt(zone, instantAt(zone, (day + n) * DAY_MS + time)) !== (day + n) * DAY_MS + time
        if (!isSkipped) expect(wall).toBe((day + n) * DAY_MS + time)
        expect(wall - ((day + n) * DAY_MS + time)).toBeLessThanOrEqual(HOUR_MS)
        const seriesStart = current.seriesStart ?? new Date(day * DAY_MS + time).toISOString().slice(0, 23)
        current = task({ ...current, ...next, seriesStart })
      }
    }
    await fc.assert(fc.asyncProperty(near, check), { numRuns: 60 })
  })

  test('what is done late is next due in the future, on the days of the series', async () => {
    const weekly = task({ dueDate: '2026-03-02', zone: 'Europe/Berlin', recurrence: 'FREQ=WEEKLY' })
    expect(await nextDue(weekly, new Date('2026-02-25T12:00:00.000Z'))).toEqual({ dueDate: '2026-03-09' })
    expect(await nextDue(weekly, new Date('2026-03-20T12:00:00.000Z'))).toEqual({ dueDate: '2026-03-23' })
    expect(await nextDue(weekly, new Date('2098-12-31T12:00:00.000Z'))).toBeUndefined()
  })
})

test('only rules without times of day are understood', () => {
  const rules = Task.shape.recurrence
  for (const rule of [
    'FREQ=HOURLY',
    'FREQ=DAILY;BYHOUR=1,2',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=XX',
    'INTERVAL=2',
    'FREQ=DAILY;COUNT=1000',
  ])
    expect(rules.safeParse(rule).success, rule).toBe(false)
})
