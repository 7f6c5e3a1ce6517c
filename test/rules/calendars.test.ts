import {
  ALWAYS_OPEN,
  addBusiness,
  addBusinessMs,
  businessBetween,
  MINUTES_MAX,
  openIntervals,
  refuseLoss,
  refuseUnusable,
} from '@rapport/core/calendars/rules'
import { type BusinessHours, Calendar, calendarFields, previewFrom } from '@rapport/core/calendars/schema'
import { CrmError } from '@rapport/kernel/errors'
import { offsetSpans, offsetSpansFrom } from '@rapport/kernel/zone'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareCase, dice, differing, officeHours, RUNS } from '../support/calendar-cases.ts'
import { transitionsOf, WallClock, walkedMs, walkedTo } from '../support/calendar-oracle.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const at = (text: string): Date => new Date(`${text}Z`)
const told = (instant: Date): string => instant.toISOString().slice(0, 16)
const due = (hours: BusinessHours, from: string, minutes: number): string => told(addBusiness(hours, at(from), minutes))

const UTC = officeHours('UTC')
const LUNCH = officeHours('UTC', [
  { start: '09:00', end: '12:00' },
  { start: '13:00', end: '17:00' },
])
const allDay = [{ start: '00:00', end: '24:00' }]
const everyDay = (timeZone: string, day = allDay, more: Partial<BusinessHours> = {}): BusinessHours => ({
  ...officeHours(timeZone, day),
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: day, sunday: day },
  ...more,
})

describe('an amount of business time', () => {
  test.each([
    [
      'that begins on Friday half an hour before closing ends on Monday',
      UTC,
      '2026-11-27T16:30',
      60,
      '2026-11-30T09:30',
    ],
    ['that begins on a Saturday counts from Monday', UTC, '2026-11-28T10:00', 120, '2026-11-30T11:00'],
    ['leaves out lunch', LUNCH, '2026-11-23T11:30', 60, '2026-11-23T13:30'],
    ['that fills the day ends when the day does', UTC, '2026-11-23T09:00', 480, '2026-11-23T17:00'],
    ['of a minute more ends the next morning', UTC, '2026-11-23T09:00', 481, '2026-11-24T09:01'],
    ['that fills the morning ends when lunch begins', LUNCH, '2026-11-23T09:00', 180, '2026-11-23T12:00'],
    ['of nothing ends where it begins, open or not', UTC, '2026-11-28T10:00', 0, '2026-11-28T10:00'],
    ['that begins before the day counts from nine', UTC, '2026-11-23T03:00', 1, '2026-11-23T09:01'],
    ['that begins when the day ends counts from the next', UTC, '2026-11-23T17:00', 1, '2026-11-24T09:01'],
    ['of 40 hours is a week', UTC, '2026-11-23T09:00', 2400, '2026-11-27T17:00'],
    ['of a year of weeks skips them', UTC, '2026-11-23T09:00', 52 * 2400 + 60, '2027-11-22T10:00'],
    ['in hours that are all day is time', everyDay('UTC'), '2026-11-28T10:00', 10_000, '2026-12-05T08:40'],
  ])('%s', (_, hours, from, minutes, end) => {
    expect(due(hours, from, minutes)).toBe(end)
    expect(businessBetween(hours, at(from), at(end))).toBe(minutes)
  })

  test('keeps seconds and milliseconds', () => {
    const end = addBusiness(UTC, new Date('2026-11-27T16:59:30.250Z'), 1)

    expect(end.toISOString()).toBe('2026-11-30T09:00:30.250Z')
    expect(businessBetween(UTC, new Date('2026-11-27T16:59:30.250Z'), end)).toBe(1)
    expect(businessBetween(UTC, new Date('2026-11-27T16:59:30.000Z'), at('2026-11-28T00:00'))).toBe(0.5)
  })

  test('takes parts of a minute', () => {
    expect(addBusiness(UTC, at('2026-11-27T16:59'), 1.5).toISOString()).toBe('2026-11-30T09:00:30.000Z')
  })

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, MINUTES_MAX + 1])('is not %d minutes', (minutes) => {
    expect(() => addBusiness(UTC, at('2026-11-23T09:00'), minutes)).toThrow(RangeError)
    expect(() => addBusiness(ALWAYS_OPEN, at('2026-11-23T09:00'), minutes)).toThrow(
      `${minutes} is not a number of minutes from 0 to 5256000.`,
    )
  })

  test('can be as much as ten years', () => {
    expect(told(addBusiness(ALWAYS_OPEN, at('2026-11-23T09:00'), MINUTES_MAX))).toBe('2036-11-20T09:00')
  })

  test('is not counted backwards', () => {
    const [early, late] = [at('2026-11-23T09:00'), at('2026-11-23T09:01')]

    expect(() => businessBetween(UTC, late, early)).toThrow(/2026-11-23T09:00:00.000Z lies before/)
    expect(() => businessBetween(ALWAYS_OPEN, late, early)).toThrow(RangeError)
    expect(businessBetween(UTC, early, early)).toBe(0)
  })

  test.each(['1999-12-31T23:59', '2100-01-01T00:00'])('is not known at %s', (instant) => {
    expect(() => addBusiness(UTC, at(instant), 1)).toThrow(/from 2000 to 2099/)
    expect(() => businessBetween(ALWAYS_OPEN, at(instant), at(instant))).toThrow(RangeError)
  })

  test('is not known at no instant', () => {
    expect(() => addBusiness(UTC, new Date(Number.NaN), 1)).toThrow(RangeError)
  })

  test('begins with the first year and ends with the last', () => {
    expect(due(everyDay('UTC'), '2000-01-01T00:00', 1)).toBe('2000-01-01T00:01')
    expect(businessBetween(everyDay('UTC'), at('2099-12-31T00:00'), at('2099-12-31T23:59'))).toBe(1439)
  })

  test('out of reach of a calendar is refused, not looked for without end', () => {
    const once = officeHours('UTC', [], {
      overrides: [{ date: '2026-12-01', hours: [{ start: '09:00', end: '10:00' }] }],
    })

    expect(due(once, '2026-11-23T09:00', 60)).toBe('2026-12-01T10:00')
    expect(() => addBusiness(once, at('2026-11-23T09:00'), 61)).toThrow(
      expect.objectContaining({
        kind: 'unprocessable',
        code: 'calendar.out_of_reach',
        message: 'This calendar is not open for 61 minutes in the 20 years from 2026-11-23T09:00:00.000Z.',
      }),
    )
  })

  test('is looked for twenty years ahead, and no further', () => {
    const on = (date: string) => officeHours('UTC', [], { overrides: [{ date, hours: allDay }] })

    expect(due(on('2046-11-20'), '2026-11-23T09:00', 1)).toBe('2046-11-20T00:01')
    expect(() => due(on('2047-01-20'), '2026-11-23T09:00', 1)).toThrow(CrmError)
  })
})

describe('a day with hours of its own', () => {
  const hours = officeHours('UTC', undefined, {
    holidays: [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2026-12-24', name: 'Christmas Eve', closed: [{ start: '12:00', end: '24:00' }] },
      {
        date: '2026-12-31',
        name: 'Stocktaking',
        closed: [
          { start: '10:00', end: '11:00' },
          { start: '16:00', end: '16:30' },
        ],
      },
      { date: '2026-12-26', name: 'Boxing Day' },
    ],
    overrides: [
      { date: '2026-12-19', hours: [{ start: '10:00', end: '14:00' }] },
      { date: '2026-12-22', hours: [] },
      { date: '2026-12-21', hours: [{ start: '18:00', end: '24:00' }] },
    ],
  })

  test.each([
    ['on a holiday is closed', '2026-12-25T00:00', '2026-12-26T00:00', 0],
    ['on half a holiday closes at noon', '2026-12-24T00:00', '2026-12-25T00:00', 180],
    ['on a holiday of some hours is open in the others', '2026-12-31T00:00', '2027-01-01T00:00', 390],
    ['is open on a Saturday that says so', '2026-12-19T00:00', '2026-12-20T00:00', 240],
    ['is closed on a Tuesday that says so', '2026-12-22T00:00', '2026-12-23T00:00', 0],
    ['is open in the evening instead', '2026-12-21T00:00', '2026-12-22T00:00', 360],
    ['on a holiday at the weekend changes nothing', '2026-12-26T00:00', '2026-12-28T00:00', 0],
    ['counts in weeks around it', '2026-12-14T00:00', '2027-01-04T00:00', 3 * 2400 - 480 - 300 - 90 + 240 - 480 - 120],
    ['counts not before it', '2026-12-01T00:00', '2026-12-08T00:00', 2400],
    ['counts not behind it', '2027-01-04T00:00', '2027-01-11T00:00', 2400],
  ])('%s', (_, from, until, minutes) => {
    expect(businessBetween(hours, at(from), at(until))).toBe(minutes)
  })

  test('is passed over on the way to what is due', () => {
    expect(due(hours, '2026-12-24T11:30', 60)).toBe('2026-12-28T09:30')
    expect(due(hours, '2026-12-31T09:30', 60)).toBe('2026-12-31T11:30')
    expect(due(hours, '2026-12-21T17:00', 420)).toBe('2026-12-23T10:00')
  })
})

describe('when clocks are changed', () => {
  const nights = (timeZone: string, start: string, end: string) => everyDay(timeZone, [{ start, end }])

  test('four hours are four hours: from 00:30 in Berlin it is 05:30 when the clocks jump', () => {
    // 2026-03-29 00:30 in Berlin is 23:30 UTC of the day before; 05:30 is 03:30 UTC.
    expect(due(everyDay('Europe/Berlin'), '2026-03-28T23:30', 240)).toBe('2026-03-29T03:30')
    expect(due(ALWAYS_OPEN, '2026-03-28T23:30', 240)).toBe('2026-03-29T03:30')
  })

  test.each([
    [
      'an hour that is skipped is not open',
      nights('Europe/Berlin', '02:00', '03:00'),
      '2026-03-28T12:00',
      '2026-03-29T12:00',
      0,
    ],
    [
      'hours begin when the skipped ones are over',
      nights('Europe/Berlin', '02:30', '04:00'),
      '2026-03-28T12:00',
      '2026-03-29T12:00',
      60,
    ],
    [
      'an hour that comes twice is open twice',
      nights('Europe/Berlin', '02:00', '03:00'),
      '2026-10-24T12:00',
      '2026-10-25T12:00',
      120,
    ],
    [
      'hours that end within it are open twice until then',
      nights('Europe/Berlin', '01:00', '02:30'),
      '2026-10-24T12:00',
      '2026-10-25T12:00',
      120,
    ],
    [
      'half an hour is skipped on Lord Howe',
      nights('Australia/Lord_Howe', '01:00', '04:00'),
      '2026-10-03T03:00',
      '2026-10-04T03:00',
      150,
    ],
    [
      'half an hour comes twice on Lord Howe',
      nights('Australia/Lord_Howe', '01:00', '04:00'),
      '2026-04-04T03:00',
      '2026-04-05T03:00',
      210,
    ],
    [
      'Ramadan in Casablanca begins with an hour twice',
      nights('Africa/Casablanca', '01:00', '04:00'),
      '2026-02-14T12:00',
      '2026-02-15T12:00',
      240,
    ],
    [
      'midnight comes twice in Havana',
      nights('America/Havana', '00:00', '01:00'),
      '2026-10-31T16:00',
      '2026-11-01T16:00',
      120,
    ],
    ['a day is skipped in Apia', everyDay('Pacific/Apia'), '2011-12-29T10:00', '2011-12-31T10:00', 2880],
    [
      'the next year begins in another zone',
      nights('Asia/Tokyo', '08:00', '10:00'),
      '2026-12-31T00:00',
      '2027-01-01T02:00',
      180,
    ],
  ])('%s', (_, hours, from, until, minutes) => {
    expect(businessBetween(hours, at(from), at(until))).toBe(minutes)
  })

  test('a holiday that is skipped takes nothing, one beside it takes its day', () => {
    const holidayOn = (date: string) => everyDay('Pacific/Apia', allDay, { holidays: [{ date, name: 'Off' }] })
    const open = (date: string) => businessBetween(holidayOn(date), at('2011-12-28T10:00'), at('2012-01-01T10:00'))

    expect(open('2011-12-30')).toBe(4 * 1440)
    expect(open('2011-12-29')).toBe(3 * 1440)
    expect(open('2011-12-31')).toBe(3 * 1440)
  })
})

describe('offsets of a zone', () => {
  const shown = (zone: string, year: number) =>
    offsetSpans(zone, year).map(({ from, until, offsetMs }) => [
      told(new Date(from)),
      told(new Date(until)),
      offsetMs / MINUTE_MS,
    ])

  test.each<[string, number, [string, string, number][]]>([
    ['UTC', 2026, [['2026-01-01T00:00', '2027-01-01T00:00', 0]]],
    ['Asia/Kathmandu', 2026, [['2026-01-01T00:00', '2027-01-01T00:00', 345]]],
    [
      'Europe/Berlin',
      2026,
      [
        ['2026-01-01T00:00', '2026-03-29T01:00', 60],
        ['2026-03-29T01:00', '2026-10-25T01:00', 120],
        ['2026-10-25T01:00', '2027-01-01T00:00', 60],
      ],
    ],
    [
      'America/St_Johns',
      2026,
      [
        ['2026-01-01T00:00', '2026-03-08T05:30', -210],
        ['2026-03-08T05:30', '2026-11-01T04:30', -150],
        ['2026-11-01T04:30', '2027-01-01T00:00', -210],
      ],
    ],
    [
      'Pacific/Apia',
      2011,
      [
        ['2011-01-01T00:00', '2011-04-02T14:00', -600],
        ['2011-04-02T14:00', '2011-09-24T14:00', -660],
        ['2011-09-24T14:00', '2011-12-30T10:00', -600],
        ['2011-12-30T10:00', '2012-01-01T00:00', 840],
      ],
    ],
  ])('%s in %d', (zone, year, spans) => {
    expect(shown(zone, year)).toEqual(spans)
  })

  test('are kept: the second time nothing is read', () => {
    expect(offsetSpans('Europe/Paris', 2026)).toBe(offsetSpans('Europe/Paris', 2026))
  })

  test('go on from an instant to the last known year', () => {
    const spans = [...offsetSpansFrom('Europe/Berlin', Date.UTC(2098, 11, 31))]

    expect(spans.map(({ until }) => told(new Date(until)).slice(0, 10))).toEqual([
      '2099-01-01',
      '2099-03-29',
      '2099-10-25',
      '2100-01-01',
    ])
    expect([...offsetSpansFrom('UTC', Date.UTC(2099, 0, 1))][0]?.from).toBe(Date.UTC(2099, 0, 1))
  })

  test.each([1999, 2100, Number.NaN])('of %d are not known', (year) => {
    expect(() => offsetSpans('UTC', year)).toThrow(`The year ${year} is not between 2000 and 2099.`)
  })
})

describe('open intervals', () => {
  const shown = (hours: BusinessHours, from: string, until: string, limit = 10) =>
    openIntervals(hours, at(from), at(until), limit).map((one) => `${told(one.from)} ${told(one.until)}`)

  test('are cut to what is asked for', () => {
    expect(shown(LUNCH, '2026-11-27T11:00', '2026-11-30T10:00')).toEqual([
      '2026-11-27T11:00 2026-11-27T12:00',
      '2026-11-27T13:00 2026-11-27T17:00',
      '2026-11-30T09:00 2026-11-30T10:00',
    ])
  })

  test('that touch are one, also where the clocks are changed', () => {
    expect(shown(everyDay('Europe/Berlin'), '2026-03-28T12:00', '2026-03-31T12:00')).toEqual([
      '2026-03-28T12:00 2026-03-31T12:00',
    ])
  })

  test('are at most as many as wanted', () => {
    expect(shown(LUNCH, '2026-11-23T00:00', '2026-11-28T00:00', 3)).toHaveLength(3)
    expect(shown(everyDay('UTC'), '2026-11-23T00:00', '2026-11-28T00:00', 1)).toEqual([
      '2026-11-23T00:00 2026-11-28T00:00',
    ])
  })

  test('of what is always open are one, of no time none', () => {
    expect(shown(ALWAYS_OPEN, '2026-11-23T00:00', '2026-11-28T00:00')).toEqual(['2026-11-23T00:00 2026-11-28T00:00'])
    expect(shown(ALWAYS_OPEN, '2026-11-23T00:00', '2026-11-23T00:00')).toEqual([])
    expect(shown(LUNCH, '2026-11-23T10:00', '2026-11-23T10:00')).toEqual([])
  })
})

describe('a calendar', () => {
  const now = at('2026-11-23T09:00')
  const refusalOf = (hours: BusinessHours): unknown => {
    try {
      refuseUnusable(hours, now)
    } catch (error) {
      if (error instanceof CrmError)
        return { kind: error.kind, code: error.code, pointers: error.issues.map(({ pointer }) => pointer) }
      throw error
    }
    return undefined
  }

  test('that is always open has no hours beside', () => {
    expect(refusalOf(ALWAYS_OPEN)).toBeUndefined()
    expect(
      refusalOf({
        ...everyDay('UTC'),
        is24x7: true,
        holidays: [{ date: '2026-12-25', name: 'Off' }],
        overrides: [{ date: '2026-12-26', hours: [] }],
      }),
    ).toEqual({ kind: 'unprocessable', code: 'calendar.contradiction', pointers: ['/week', '/holidays', '/overrides'] })
  })

  test('that is refused says why, and where', () => {
    const { week: _, ...noWeek } = officeHours('UTC')
    const date = '2026-12-25'
    const said = (hours: BusinessHours) => {
      try {
        refuseUnusable(hours, now)
      } catch (error) {
        if (error instanceof CrmError) return [error.message, ...error.issues]
      }
      return []
    }
    const code = 'calendar.contradiction'
    const both = { holidays: [{ date, name: 'Off' }], overrides: [{ date, hours: [] }] }

    expect(said(noWeek)).toEqual([
      'This calendar is closed for the next two years.',
      { pointer: '/week', code: 'calendar.never_open', message: 'must hold hours that are not all closed' },
    ])
    expect(said(officeHours('UTC', undefined, both))).toEqual([
      'The hours of this calendar contradict each other.',
      { pointer: '/overrides/0/date', code, message: 'is a holiday too: take one of them away' },
    ])
    expect(said({ ...noWeek, is24x7: true, holidays: both.holidays })[1]).toEqual({
      pointer: '/holidays',
      code,
      message: 'says nothing when the calendar is always open',
    })
  })

  test('says a date once', () => {
    expect(
      refusalOf(
        officeHours('UTC', undefined, {
          holidays: [{ date: '2026-12-25', name: 'Off' }],
          overrides: [
            { date: '2026-12-24', hours: [] },
            { date: '2026-12-25', hours: [] },
          ],
        }),
      ),
    ).toEqual({ kind: 'unprocessable', code: 'calendar.contradiction', pointers: ['/overrides/1/date'] })
  })

  test('opens within two years', () => {
    const opensOn = (date: string) =>
      officeHours('UTC', [], { overrides: [{ date, hours: [{ start: '00:00', end: '00:01' }] }] })
    const { week: _, ...noWeek } = officeHours('UTC')

    expect(refusalOf(opensOn('2028-11-22'))).toBeUndefined()
    expect(refusalOf(opensOn('2028-11-24'))).toEqual({
      kind: 'unprocessable',
      code: 'calendar.never_open',
      pointers: ['/week'],
    })
    expect(refusalOf(opensOn('2026-11-22'))).toMatchObject({ code: 'calendar.never_open' })
    expect(refusalOf(noWeek)).toMatchObject({ code: 'calendar.never_open' })
    expect(refusalOf(officeHours('UTC'))).toBeUndefined()
  })

  test('that is the default stays it until another one is', () => {
    const calendar = { isDefault: true } as Calendar
    const other = { isDefault: false } as Calendar

    expect(() => refuseLoss(calendar, other)).toThrow(
      expect.objectContaining({
        code: 'calendar.is_default',
        message: 'This is the default calendar. Make another one the default first.',
      }),
    )
    expect(() => refuseLoss(calendar, { ...calendar, deletedAt: '2026-11-23T09:00:00.000Z' })).toThrow(CrmError)
    expect(() => refuseLoss(calendar, calendar)).not.toThrow()
    expect(() => refuseLoss(other, { ...other, deletedAt: '2026-11-23T09:00:00.000Z' })).not.toThrow()
    expect(() => refuseLoss(other, calendar)).not.toThrow()
  })

  test.each([
    ['week', { monday: [{ start: '09:00', end: '09:00' }] }],
    ['week', { monday: [{ start: '10:00', end: '09:00' }] }],
    ['week', { monday: [{ start: '9:00', end: '10:00' }] }],
    ['week', { monday: [{ start: '09:00', end: '24:01' }] }],
    ['week', { monday: [{ start: '09:00', end: '12:60' }] }],
    ['week', { monday: [{ start: '24:00', end: '24:00' }] }],
    [
      'week',
      {
        monday: [
          { start: '13:00', end: '17:00' },
          { start: '09:00', end: '12:00' },
        ],
      },
    ],
    [
      'week',
      {
        monday: [
          { start: '09:00', end: '12:01' },
          { start: '12:00', end: '17:00' },
        ],
      },
    ],
    ['week', { someday: [] }],
    [
      'holidays',
      [
        { date: '2026-12-25', name: 'A' },
        { date: '2026-12-25', name: 'B' },
      ],
    ],
    ['holidays', [{ date: '2026-12-25', name: 'A', closed: [] }]],
    ['holidays', [{ date: '2026-02-29', name: 'A' }]],
    [
      'holidays',
      Array.from({ length: 401 }, (_, day) => ({ date: new Date(day * DAY_MS).toISOString().slice(0, 10), name: 'A' })),
    ],
    ['overrides', [{ date: '2026-12-25' }]],
    ['timeZone', '+02:00'],
    ['timeZone', 'Mars/Olympus'],
  ] as const)('has no %s like %j', (field, value) => {
    expect(calendarFields[field].safeParse(value).success).toBe(false)
  })

  test('may have hours that touch, the whole day, and days that are not named', () => {
    const parsed = calendarFields.week.safeParse({
      monday: [
        { start: '00:00', end: '12:00' },
        { start: '12:00', end: '24:00' },
      ],
    })

    expect(parsed.data).toMatchObject({ tuesday: [], sunday: [] })
    expect(Object.keys(Calendar.shape)).toContain('isDefault')
  })

  test.each([
    ['2000-01-02T00:00:00.000Z', true],
    ['2000-01-01T00:00:00.000Z', false],
    ['2089-12-31T00:00:00.000Z', true],
    ['2090-01-01T00:00:00.000Z', false],
  ])('is previewed from %s: %s', (from, isFine) => {
    expect(previewFrom.safeParse(from).success).toBe(isFine)
  })
})

describe('the walk minute by minute agrees', () => {
  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'America/St_Johns',
    'America/Havana',
    'America/Santiago',
    'America/Nuuk',
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'Africa/Casablanca',
    'Africa/Cairo',
    'Asia/Gaza',
    'Asia/Beirut',
    'Atlantic/Azores',
    'Antarctica/Troll',
    'Europe/Chisinau',
    'Asia/Kathmandu',
  ]

  test.each(zones)('within two days of changed clocks in %s', (zone) => {
    const clock = new WallClock(zone)
    const year = Date.UTC(2026, 0, 1) / MINUTE_MS
    const changes = transitionsOf(clock, year, year + 366 * 1440)
    const around = changes.length > 0 ? changes.slice(0, 2) : [year]
    fc.assert(
      fc.property(fc.constantFrom(...around), fc.nat(), (change, seed) => {
        expect(differing(compareCase(dice(seed), clock, change * MINUTE_MS, 5))).toEqual([])
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    )
  })

  test('around the day that Apia skipped', () => {
    const clock = new WallClock('Pacific/Apia')
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        expect(differing(compareCase(dice(seed), clock, Date.UTC(2011, 11, 30, 10), 5))).toEqual([])
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    )
  })

  test('over more than a year', () => {
    const clock = new WallClock('Europe/Berlin', 15)
    const hours = officeHours('Europe/Berlin', LUNCH.week?.monday, {
      holidays: ['2026-12-25', '2027-03-29', '2027-05-01'].map((date) => ({ date, name: 'Off' })),
    })
    const from = Date.UTC(2026, 10, 27, 15, 30)
    const until = from + 400 * DAY_MS
    const open = walkedMs(hours, clock, from, until)

    expect(businessBetween(hours, new Date(from), new Date(until)) * MINUTE_MS).toBe(open)
    expect(addBusinessMs(hours, new Date(from), open).getTime()).toBe(walkedTo(hours, clock, from, open, until))
  })
})

describe('adding and counting', () => {
  const anyStart = fc.date({ min: at('2020-01-01T00:00'), max: at('2035-01-01T00:00'), noInvalidDate: true })

  test('undo each other, and both go forward only', () => {
    fc.assert(
      fc.property(anyStart, fc.nat(200_000), fc.nat(200_000), (start, a, b) => {
        const hours = officeHours('America/Sao_Paulo', LUNCH.week?.monday)
        const first = addBusiness(hours, start, a)
        const second = addBusiness(hours, first, b)

        expect(businessBetween(hours, start, first)).toBe(a)
        expect(second.getTime()).toBe(addBusiness(hours, start, a + b).getTime())
        expect(second >= first && first >= start).toBe(true)
      }),
      { numRuns: RUNS },
    )
  })
})
