import {
  answered,
  type Clocked,
  figuresOf,
  missedAfter,
  monthsIn,
  responseContributions,
  responseOf,
} from '@rapport/core/lead-response/rules'
import { dueAt, followed, whenDue } from '@rapport/core/leads/rules'
import { Lead } from '@rapport/core/leads/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const ID = '01kavm5g3t8z1r4y6w9x2c7b0d'
const OWNER = `usr_${ID}`
const CREATED = '2026-11-23T09:00:00.000Z'
const DUE = '2026-11-23T10:00:00.000Z'
const at = (minutes: number): string => new Date(Date.parse(CREATED) + minutes * 60_000).toISOString()
const clocked = (fields: Partial<Clocked> = {}): Clocked => ({
  createdAt: CREATED,
  ownerId: OWNER,
  firstResponseDueAt: DUE,
  ...fields,
})
const lead = (fields: Partial<Lead> = {}): Lead =>
  Lead.parse({
    id: `led_${ID}`,
    lastName: 'Lan',
    status: 'new',
    statusType: 'open',
    firstTouch: { at: CREATED },
    lastTouch: { at: CREATED },
    visibility: 'team',
    version: 1,
    createdBy: OWNER,
    updatedAt: CREATED,
    updatedBy: OWNER,
    ...clocked(),
    ...fields,
  })

describe('what became of the time to answer', () => {
  const vectors: [string, Partial<Clocked>, ReturnType<typeof responseOf>, string | undefined][] = [
    ['nothing was promised', { firstResponseDueAt: undefined }, undefined, undefined],
    ['nobody has answered', {}, 'waiting', DUE],
    ['answered in time', { firstRespondedAt: at(59) }, 'met', undefined],
    ['answered at the last instant', { firstRespondedAt: DUE }, 'met', undefined],
    ['answered late, and nobody was told yet', { firstRespondedAt: at(61) }, 'missed', DUE],
    ['told as missed', { responseMissedAt: at(61) }, 'missed', undefined],
    ['told as missed, then answered', { responseMissedAt: at(61), firstRespondedAt: at(62) }, 'missed', undefined],
    [
      'told as missed before an older answer was logged',
      { responseMissedAt: at(61), firstRespondedAt: at(5) },
      'missed',
      undefined,
    ],
  ]
  test.each(vectors)('%s', (_, fields, became, untoldUntil) => {
    expect(responseOf(clocked(fields))).toBe(became)
    expect(missedAfter(clocked(fields))).toBe(untoldUntil)
  })

  test('the first answer counts, and none is older than the lead', () => {
    expect(answered(clocked(), at(5)).firstRespondedAt).toBe(at(5))
    expect(answered(clocked(), at(-5)).firstRespondedAt).toBe(CREATED)
    const first = clocked({ firstRespondedAt: at(5) })
    expect(answered(first, at(1))).toBe(first)
    const unpromised = clocked({ firstResponseDueAt: undefined })
    expect(answered(unpromised, at(1))).toBe(unpromised)
  })

  test('leaving the status new answers a lead, and nothing else does', () => {
    expect(followed(lead(), lead({ status: 'working' }), new Date(at(7))).firstRespondedAt).toBe(at(7))
    expect(followed(lead(), lead({ lastName: 'Mai' }), new Date(at(7)))).not.toHaveProperty('firstRespondedAt')
    const begun = lead({ status: 'working' })
    expect(followed(begun, lead({ status: 'qualified' }), new Date(at(7)))).not.toHaveProperty('firstRespondedAt')
  })
})

describe('what is due of a lead', () => {
  test('is the miss, once the last instant has passed, and only once', () => {
    expect(dueAt(lead())).toBe(DUE)
    expect(whenDue(lead(), new Date(DUE))).toBeUndefined()
    const step = whenDue(lead(), new Date(at(61)))
    expect(step).toMatchObject({ verb: 'response_missed', data: { firstResponseDueAt: DUE, ownerId: OWNER } })
    expect(step?.next.responseMissedAt).toBe(at(61))
    expect(dueAt(step?.next as Lead)).toBeUndefined()
    expect(whenDue(step?.next as Lead, new Date(at(99)))).toBeUndefined()
  })

  test('is the next touch first when that is earlier', () => {
    const nurtured = lead({ status: 'nurturing', nurtureUntil: at(30), firstRespondedAt: at(61) })
    expect(dueAt(nurtured)).toBe(at(30))
    const step = whenDue(nurtured, new Date(at(90)))
    expect(step).toMatchObject({ verb: 'nurture_due', next: { status: 'working' } })
    expect(whenDue(step?.next as Lead, new Date(at(90)))?.verb).toBe('response_missed')
  })
})

describe('totals', () => {
  const any = fc.record(
    {
      firstResponseDueAt: fc.integer({ min: 1, max: 500 }).map(at),
      firstRespondedAt: fc.integer({ min: 0, max: 999 }).map(at),
      responseMissedAt: fc.integer({ min: 501, max: 999 }).map(at),
    },
    { requiredKeys: [] },
  )

  test('every promise is met, missed or waited for, and never two of them', () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (all) => {
        const leads = all.map((fields) => ({ createdAt: CREATED, ownerId: OWNER, ...fields }))
        const figures = figuresOf(leads.map((one) => responseContributions(one)[0]?.values ?? {}))
        const count = (became: string) => leads.filter((one) => responseOf(one) === became).length
        expect(figures).toMatchObject({
          promised: leads.filter(({ firstResponseDueAt }) => firstResponseDueAt !== undefined).length,
          met: count('met'),
          missed: count('missed'),
          waiting: count('waiting'),
        })
      }),
    )
  })

  test('are of the month and of the owner', () => {
    const [all, own, ...others] = responseContributions(clocked({ firstRespondedAt: at(12.5) }))

    expect(others).toEqual([])
    expect(all).toEqual({ rollup: 'lead#response#2026-11', values: { promised: 1, met: 1, answered: 1, minutes: 12 } })
    expect(own).toEqual({ ...all, rollup: `lead#response#2026-11#${OWNER}` })
    expect(responseContributions(clocked({ firstResponseDueAt: undefined }))).toEqual([])
  })

  test('say nothing without anything to say it from', () => {
    expect(figuresOf([{ promised: 2 }])).toMatchObject({ waiting: 2, attainment: null, averageMinutes: null })
    const both = figuresOf([
      { promised: 3, met: 1, missed: 2, answered: 2, minutes: 25 },
      { promised: 1, met: 1, answered: 1, minutes: 0 },
    ])
    expect(both).toMatchObject({ promised: 4, met: 2, missed: 2, waiting: 0, attainment: 0.5, averageMinutes: 8.3 })
  })

  test('months follow each other over the year, and no further than asked', () => {
    expect(monthsIn('2026-11', '2027-02', 24)).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(monthsIn('2026-11', '2026-10', 24)).toEqual([])
    expect(monthsIn('2026-01', '2099-01', 25)).toHaveLength(25)
  })
})
