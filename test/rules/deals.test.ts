import { WeekHours } from '@rapport/core/opening-hours/schema'
import { cardOf, contributionsOf, stageTotals } from '@rapport/core/opportunities/board-rules'
import { conversionOf } from '@rapport/core/opportunities/corporate-rules'
import { rankAt, rankBetween } from '@rapport/core/opportunities/rank-rules'
import { businessDaysBetween, isRotten, timeInStages } from '@rapport/core/opportunities/rotting-rules'
import { Opportunity, type StageChange } from '@rapport/core/opportunities/schema'
import { begin, moved, reopened, type Wished, warningsOf } from '@rapport/core/opportunities/stage-rules'
import { completeSplits, expected, refuseSplits, valued } from '@rapport/core/opportunities/value-rules'
import { processOf, refuseLoss } from '@rapport/core/pipelines/rules'
import { Pipeline, stages } from '@rapport/core/pipelines/schema'
import { standardStages } from '@rapport/core/pipelines/standard'
import { DAY_MS } from '@rapport/kernel/clock'
import { CrmError } from '@rapport/kernel/errors'
import { dateAt } from '@rapport/kernel/wall-time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const NOW = new Date('2026-11-25T09:00:00.000Z')
const id = (prefix: string, n = 0) => `${prefix}_01kavm5g3t8z1r4y6w9x2c7b${String(n).padStart(2, '0')}`
const system = {
  version: 1,
  createdAt: NOW.toISOString(),
  createdBy: 'test',
  updatedAt: NOW.toISOString(),
  updatedBy: 'test',
  ownerId: id('usr'),
  visibility: 'team' as const,
}
const pipeline = Pipeline.parse({
  id: id('pip'),
  ...system,
  name: 'Sales',
  isActive: true,
  isDefault: true,
  processVersion: 3,
  stages: standardStages,
  winReasons: ['price', 'other'],
  lossReasons: ['price', 'other'],
})
const wish = (more: Partial<Wished> = {}) =>
  ({ id: id('opp'), ...system, name: 'Deal', closeDate: '2026-12-31', ...more }) as Wished
const usd = (amount: number) => ({ amount, currency: 'USD' })
const made = (more: Partial<Wished> = {}): Opportunity => valued(begin(wish(more), pipeline, NOW))
const to = (before: Opportunity, stageId: string, more: Partial<Opportunity> = {}, isForced = false): Opportunity => {
  const { probability, forecastCategory, rank, ...rest } = before
  return valued(moved(before, { ...rest, ...more, stageId }, pipeline, NOW, isForced))
}
const issuesOf = (run: () => unknown): string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof CrmError) return error.issues.length > 0 ? error.issues.map(({ code }) => code) : [error.code]
    throw error
  }
  return []
}
const decides = [{ contactId: id('con'), role: 'decisionMaker' as const, isPrimary: true }]

describe('a stage', () => {
  test.each([
    ['qualification', 10, 'pipeline', 'open'],
    ['needs-analysis', 25, 'pipeline', 'open'],
    ['proposal', 50, 'bestCase', 'open'],
    ['negotiation', 80, 'commit', 'open'],
    ['closed-won', 100, 'closed', 'won'],
    ['closed-lost', 0, 'omitted', 'lost'],
  ])('%s is at %i %%, %s and %s', (stageId, probability, forecastCategory, status) => {
    const deal = to(made({ amount: usd(1), contactRoles: decides }), stageId, {
      lossReason: status === 'lost' ? 'price' : undefined,
    })

    expect(deal).toMatchObject({ stageId, probability, forecastCategory, status, processVersion: 3, stageCount: 2 })
    expect(Opportunity.safeParse(JSON.parse(JSON.stringify(deal))).error).toBeUndefined()
  })

  test.each<[string, string, Partial<Wished>, string[]]>([
    ['needs-analysis', 'forward needs what the stage behind requires', {}, ['stage.amount_missing']],
    ['proposal', 'over two stages, what both require', {}, ['stage.amount_missing', 'stage.primaryContact_missing']],
    [
      'closed-won',
      'winning needs it all',
      { amount: usd(1) },
      ['stage.primaryContact_missing', 'stage.decisionMaker_missing'],
    ],
    ['closed-lost', 'losing needs a reason and nothing else', {}, ['reason.missing']],
  ])('%s: %s', (stageId, _, more, codes) => {
    expect(issuesOf(() => to(made(more), stageId))).toEqual(codes)
  })

  test('asks for nothing on the way back, and for nothing when it is forced', () => {
    const deal = to(made(), 'negotiation', {}, true)

    expect(deal.stageId).toBe('negotiation')
    expect(to(deal, 'qualification').probability).toBe(10)
  })

  test('takes no deals once it or its pipeline is out of use', () => {
    const inactive = { ...pipeline, isActive: false }
    const stages = pipeline.stages.map((stage) => ({ ...stage, inactiveSince: NOW.toISOString() }))

    expect(issuesOf(() => begin(wish({ stageId: 'proposal' }), inactive, NOW))).toEqual(['pipeline.inactive'])
    expect(issuesOf(() => begin(wish({ stageId: 'proposal' }), { ...pipeline, stages }, NOW))).toEqual([
      'stage.inactive',
    ])
  })

  test('is edited without rewriting deals, but never loses its meaning or, with deals on the way, itself', () => {
    const next = processOf(pipeline, { ...pipeline, stages: pipeline.stages.map((s) => ({ ...s, name: 'X' })) }, NOW)
    const reversed = pipeline.stages.map((stage) =>
      stage.id === 'proposal' ? { ...stage, status: 'won' as const } : stage,
    )

    expect(next.processVersion).toBe(4)
    expect(issuesOf(() => refuseLoss(pipeline, { ...pipeline, stages: reversed }, NOW))).toEqual(['stage.status_fixed'])
    expect(issuesOf(() => refuseLoss(pipeline, { ...pipeline, stages: pipeline.stages.slice(1) }, NOW))).toEqual([
      'stage.active',
    ])
    const since = (ms: number) =>
      pipeline.stages.map((s) => ({ ...s, inactiveSince: new Date(NOW.getTime() - ms).toISOString() }))
    const withoutFirst = { ...pipeline, stages: pipeline.stages.slice(1) }
    expect(issuesOf(() => refuseLoss({ ...pipeline, stages: since(14_999) }, withoutFirst, NOW))).toEqual([
      'stage.active',
    ])
    expect(issuesOf(() => refuseLoss({ ...pipeline, stages: since(15_000) }, withoutFirst, NOW))).toEqual([])
  })

  test.each([
    ['won at 90 %', { status: 'won', probability: 90, forecastCategory: 'closed' }],
    ['lost in the pipeline', { status: 'lost', probability: 0, forecastCategory: 'pipeline' }],
    ['open and closed', { status: 'open', probability: 50, forecastCategory: 'closed' }],
  ])('cannot be %s', (_, more) => {
    expect(stages.safeParse([...standardStages, { id: 'x', name: 'X', ...more }]).success).toBe(false)
  })
})

describe('a closed deal', () => {
  const lost = to(made(), 'closed-lost', { lossReason: 'other', reasonNote: 'No need.' })

  test('moves no more until it is reopened, and then as if it had never ended', () => {
    expect(issuesOf(() => to(lost, 'proposal'))).toEqual(['opportunity.closed'])
    const open = reopened(lost, pipeline, 'proposal', NOW)
    expect(open).toMatchObject({ status: 'open', probability: 50, forecastCategory: 'bestCase', stageCount: 3 })
    expect(open).not.toHaveProperty('lossReason')
    expect(open).not.toHaveProperty('closedAt')
    expect(issuesOf(() => reopened(open, pipeline, 'proposal', NOW))).toEqual(['opportunity.open'])
    expect(issuesOf(() => reopened(lost, pipeline, 'closed-won', NOW))).toEqual(['stage.not_open'])
  })

  test.each<[Partial<Opportunity>, string[]]>([
    [{ lossReason: 'weather' }, ['reason.unknown']],
    [{ lossReason: 'other' }, ['reason.note_missing']],
    [{ lossReason: 'price', winReason: 'price' }, ['reason.not_applicable']],
    [{ lossReason: 'price', probability: 5 }, ['opportunity.forecast']],
  ])('is refused with %j', (more, codes) => {
    expect(issuesOf(() => to(made(), 'closed-lost', more))).toEqual(codes)
  })
})

describe('expected revenue', () => {
  test.each([
    [100_001, 10, 10_000],
    [5, 10, 0],
    [15, 10, 2],
    [25, 10, 2],
    [-15, 10, -2],
    [9_007_199_254_740_991, 100, 9_007_199_254_740_991],
  ])('%i at %i %% is %i: a half goes to the even one', (amount, probability, weighted) => {
    expect(expected(usd(amount), probability)).toEqual(usd(weighted))
  })
})

describe('the amount in the currency of the organisation', () => {
  const at = { corporate: { amount: 120, currency: 'EUR' }, rate: '1.2', rateDate: '2026-01-01' }
  const open = { status: 'open', closeDate: '2026-12-31', amount: usd(100), converted: at }
  const lost = { ...open, status: 'lost' }
  const found = { do: 'find', money: usd(100) }
  test.each<[string, Parameters<typeof conversionOf>[0], Parameters<typeof conversionOf>[1], unknown]>([
    ['of a new deal', undefined, { ...open, converted: undefined }, found],
    ['of one that says only half of it', undefined, { ...open, amount: { amount: 1 } }, { do: 'drop' }],
    ['stays with everything else', open, open, { do: 'keep' }],
    [
      'stays with another close date: an open deal counts at the rate of today',
      open,
      { ...open, closeDate: '2027-01-01' },
      { do: 'keep' },
    ],
    ['follows the amount', open, { ...open, amount: usd(7) }, { do: 'find', money: usd(7) }],
    ['is looked for again while there was none', { ...open, converted: undefined }, open, found],
    ['is found once more at the end', open, lost, found],
    ['of a closed deal stays, whatever its date', lost, { ...lost, closeDate: '2030-01-01' }, { do: 'keep' }],
    [
      'of a closed deal follows its amount at the same rate',
      lost,
      { ...lost, amount: usd(50) },
      { do: 'set', converted: { ...at, corporate: { amount: 60, currency: 'EUR' } } },
    ],
    [
      'of a closed deal in another currency is found',
      lost,
      { ...lost, amount: { amount: 1, currency: 'JPY' } },
      { do: 'find', money: { amount: 1, currency: 'JPY' } },
    ],
    [
      'of a closed deal that had none is found',
      { ...lost, converted: undefined },
      { ...lost, converted: undefined },
      found,
    ],
    ['is found anew when the deal is reopened', lost, open, found],
    ['goes with the amount', open, { ...open, amount: undefined }, { do: 'drop' }],
  ])('%s', (_what, before, wished, conversion) => {
    expect(conversionOf(before, wished)).toEqual(conversion)
  })
})

describe('splits', () => {
  const splitsOf = (parts: readonly number[]) =>
    parts.map((basisPoints, n) => ({ userId: id('usr', n), type: 'revenue' as const, basisPoints }))

  test('add up to the deal, whatever its amount and however it is divided', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(weights, fc.maxSafeInteger(), (parts, amount) => {
        const total = parts.reduce((a, b) => a + b, 0)
        const splits = completeSplits(splitsOf(parts.map((part) => Math.floor((part * 10_000) / total))), usd(amount))

        expect(issuesOf(() => refuseSplits(splits))).toEqual([])
        expect(splits.reduce((sum, { basisPoints }) => sum + basisPoints, 0)).toBe(10_000)
        expect(splits.reduce((sum, split) => sum + BigInt(split.amount?.amount ?? 0), 0n)).toBe(BigInt(amount))
      }),
      { numRuns: 300 },
    )
  })

  test('are refused when more is missing than rounding can be, and overlays are free', () => {
    expect(issuesOf(() => refuseSplits(splitsOf([5_000, 4_998])))).toEqual(['splits.not_whole'])
    expect(issuesOf(() => refuseSplits(splitsOf([10_001])))).toEqual(['splits.not_whole'])
    const overlay = [{ userId: id('usr'), type: 'overlay' as const, basisPoints: 1 }]
    expect(completeSplits(overlay, usd(20_000))[0]?.amount).toEqual(usd(2))
  })
})

describe('rotting', () => {
  const dayByDay = (from: Date, until: Date): number => {
    let days = 0
    for (let day = Math.floor(from.getTime() / DAY_MS) + 1; day <= Math.floor(until.getTime() / DAY_MS); day++)
      if (![0, 6].includes(new Date(day * DAY_MS).getUTCDay())) days++
    return days
  }

  test('counts Mondays to Fridays as a calendar does', () => {
    const at = fc.integer({ min: 0, max: 800 * DAY_MS }).map((ms) => new Date(Date.UTC(2026, 0, 1) + ms))
    fc.assert(
      fc.property(at, at, (from, until) => {
        expect(businessDaysBetween(from, until)).toBe(dayByDay(from, until))
      }),
      { numRuns: 300 },
    )
  })

  test('counts the days a calendar opens on, as its zone dates them', () => {
    const hours = [{ start: '10:00', end: '18:00' }]
    const week = WeekHours.parse({ sunday: hours, monday: hours, wednesday: hours })
    const calendar = {
      timeZone: 'America/New_York',
      is24x7: false,
      week,
      holidays: [
        { date: '2026-03-08', name: 'Off' },
        { date: '2026-03-09', name: 'Morning off', closed: [{ start: '10:00', end: '12:00' }] },
        { date: '2026-03-10', name: 'Off anyway' },
      ],
      overrides: [
        { date: '2026-07-03', hours },
        { date: '2026-07-06', hours: [] },
      ],
    }
    const opens = (date: string): boolean =>
      date === '2026-07-03' ||
      (!['2026-03-08', '2026-07-06'].includes(date) && [0, 1, 3].includes(new Date(date).getUTCDay()))
    const at = fc.integer({ min: 0, max: 250 * DAY_MS }).map((ms) => new Date(Date.UTC(2026, 1, 1) + ms))
    fc.assert(
      fc.property(at, at, (from, until) => {
        const [first, last] = [from, until].map((instant) => Date.parse(dateAt(calendar.timeZone, instant)))
        let days = 0
        for (let day = Number(first) + DAY_MS; day <= Number(last); day += DAY_MS)
          if (opens(new Date(day).toISOString().slice(0, 10))) days++
        expect(businessDaysBetween(from, until, calendar)).toBe(days)
        const wholeDays = Math.max(0, (Number(last) - Number(first)) / DAY_MS)
        expect(businessDaysBetween(from, until, { ...calendar, is24x7: true })).toBe(wholeDays)
      }),
      { numRuns: 300 },
    )
  })

  test('begins anew with a stage and with what is done, never with the creation', () => {
    const deal = { ...made(), createdAt: '2026-01-01T00:00:00.000Z', stageEnteredAt: '2026-11-20T09:00:00.000Z' }

    expect(isRotten(deal, 2, NOW)).toBe(true)
    expect(isRotten(deal, 3, NOW)).toBe(false)
    expect(isRotten({ ...deal, lastActivityAt: '2026-11-24T09:00:00.000Z' }, 1, NOW)).toBe(false)
    expect(isRotten({ ...deal, status: 'won' }, 1, NOW)).toBe(false)
    expect(isRotten(deal, undefined, NOW)).toBe(false)
  })

  test('time in a stage adds up over visits, and stops when the deal is closed', () => {
    const step = (
      order: number,
      stageId: string,
      day: number,
      status: StageChange['status'] = 'open',
    ): StageChange => ({
      order,
      pipelineId: id('pip'),
      to: stageId,
      status,
      at: new Date(Date.UTC(2026, 10, day)).toISOString(),
      by: 'test',
      version: order,
      closeDate: '2026-12-31',
    })
    const steps = [step(1, 'a', 1), step(2, 'b', 3), step(3, 'a', 10), step(4, 'won', 14, 'won')]
    const daysOf = (all: StageChange[]) => timeInStages(all, NOW).map(({ stageId, days }) => [stageId, days])

    expect(daysOf(steps.toReversed())).toEqual([
      ['a', 6],
      ['b', 7],
      ['won', 0],
    ])
    expect(daysOf(steps.slice(0, 3))).toEqual([
      ['a', 17],
      ['b', 7],
    ])
  })
})

describe('a rank', () => {
  const rank = fc.stringMatching(/^[0-9a-z]{0,8}[1-9a-z]$/)

  test('always lies between', () => {
    fc.assert(
      fc.property(rank, rank, (a, b) => {
        fc.pre(a !== b)
        const [low, high] = a < b ? [a, b] : [b, a]
        const middle = rankBetween(low, high)
        expect(low < middle && middle < high).toBe(true)
        expect(rankBetween(undefined, low) < low).toBe(true)
        expect(rankBetween(high, undefined) > high).toBe(true)
        expect(middle).toMatch(/^[0-9a-z]*[1-9a-z]$/)
      }),
      { numRuns: 500 },
    )
  })

  test('grows with time, and ends in a refusal where there is no room left', () => {
    expect(rankAt(NOW) < rankAt(new Date(NOW.getTime() + 1))).toBe(true)
    let high = 'b'
    let count = 0
    expect(() => {
      for (; count < 10_000; count++) high = rankBetween('a', high)
    }).toThrow('no room')
    expect(count).toBeGreaterThan(300)
    expect(issuesOf(() => rankBetween('b', 'a'))).toEqual(['rank.order'])
  })
})

describe('a board', () => {
  test('knows a private deal only as its owner’s, and as one of all', () => {
    const names = (deal: Opportunity) => contributionsOf(deal).map(({ rollup }) => rollup.split('#')[3])
    const deal = { ...made({ amount: usd(100) }), teamId: id('tea') }

    expect(names(deal)).toEqual(['all', 'owner', 'team'])
    expect(names({ ...deal, visibility: 'everyone' })).toEqual(['all', 'owner', 'team', 'everyone'])
    expect(names({ ...deal, visibility: 'owner' })).toEqual(['all', 'owner'])
    expect(cardOf({ ...deal, visibility: 'owner' })).not.toHaveProperty('teamId')
    expect(cardOf({ ...deal, status: 'won' })).toBeUndefined()
  })

  test('adds up no two currencies, and counts what has no price', () => {
    const [priced, bare] = [contributionsOf(made({ amount: usd(101) }))[0], contributionsOf(made())[0]]

    expect(priced?.values).toEqual({ count: 1, sum_USD: 101, weighted_USD: 10 })
    expect(bare?.values).toEqual({ count: 1, unpriced: 1 })
    const values = { count: 3, unpriced: 1, sum_USD: 101, weighted_USD: 10, sum_EUR: 5 }
    const converted = { converted_EUR: 1, corporate_EUR: 98, corporateWeighted_EUR: 9 }
    expect(stageTotals({ ...values, ...converted }, 'EUR')).toEqual({
      count: 3,
      unpriced: 1,
      amounts: [
        { currency: 'EUR', sum: 5, weighted: 0 },
        { currency: 'USD', sum: 101, weighted: 10 },
      ],
      corporate: { currency: 'EUR', sum: 98, weighted: 9, unconverted: 1 },
    })
  })

  test('warns from best case on while nobody is there to decide, and when the close date has passed', () => {
    const deal = to(made({ amount: usd(1) }), 'proposal', {}, true)

    expect(warningsOf(deal, undefined, NOW)).toEqual(['no_decision_maker'])
    expect(warningsOf({ ...deal, contactRoles: decides }, undefined, NOW)).toEqual([])
    expect(warningsOf({ ...made(), closeDate: '2026-11-24' }, undefined, NOW)).toEqual(['close_date_passed'])
  })
})
