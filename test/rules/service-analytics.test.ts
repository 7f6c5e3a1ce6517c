import type { Case } from '@rapport/core/cases/schema'
import {
  backlogContributions,
  backlogOf,
  backlogTotals,
  bucketOf,
  daysIn,
  groupOf,
  percentileOf,
  periodsIn,
  serviceContributions,
} from '@rapport/core/service-analytics/rules'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { CONTRIBUTIONS_MAX } from '@rapport/kernel/rollup'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const record = (more: Partial<Case>): Case =>
  ({
    status: 'in_progress',
    priority: 'high',
    createdAt: '2026-11-02T08:00:00.000Z',
    reopenedCount: 0,
    inboundCount: 1,
    ...more,
  }) as Case
const summed = (records: readonly Case[]): Map<string, Record<string, number>> => {
  const totals = new Map<string, Record<string, number>>()
  for (const one of records)
    for (const { rollup, values } of [...serviceContributions(one), ...backlogContributions(one)]) {
      const total = totals.get(rollup) ?? {}
      for (const [name, value] of Object.entries(values)) total[name] = (total[name] ?? 0) + value
      totals.set(rollup, total)
    }
  return totals
}
const figures = (records: readonly Case[]) => groupOf([summed(records).get('service#2026-11') ?? {}]).total

describe('percentiles', () => {
  test('are at most 19 % away from the value of the nearest rank, and null without values', () => {
    expect(percentileOf([], 0.5)).toBeNull()
    expect(percentileOf([0, 0], 0.9)).toBeNull()
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(100), fc.nat(525_600)), { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0.5, 0.9),
        (values, portion) => {
          const counts = Array.from({ length: 40 }, () => 0)
          for (const value of values) counts[bucketOf(value)] = (counts[bucketOf(value)] ?? 0) + 1
          const exact = [...values].sort((a, b) => a - b)[Math.ceil(portion * values.length) - 1] ?? 0
          const told = percentileOf(counts, portion) ?? Number.NaN
          // Whole minutes are told: half a minute more for that.
          expect(Math.abs(told - exact)).toBeLessThanOrEqual(exact * (2 ** 0.25 - 1) + 0.5)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('periods', () => {
  test('cover each day of a range once, with few totals', () => {
    const start = Date.parse('2023-12-01')
    fc.assert(
      fc.property(fc.nat(800), fc.nat(365), (offset, length) => {
        const from = new Date(start + offset * DAY_MS).toISOString().slice(0, 10)
        const to = later(new Date(from), length * DAY_MS)
          .toISOString()
          .slice(0, 10)
        const periods = periodsIn(from, to)
        const days = Array.from({ length: length + 1 }, (_, at) =>
          later(new Date(from), at * DAY_MS)
            .toISOString()
            .slice(0, 10),
        )
        expect(days.every((day) => periods.filter((period) => day.startsWith(period)).length === 1)).toBe(true)
        expect(periods.every((period) => days.some((day) => day.startsWith(period)))).toBe(true)
        expect(periods.length).toBeLessThanOrEqual(72)
        expect(daysIn(from, to)).toBe(length + 1)
      }),
      { numRuns: 300 },
    )
    expect(periodsIn('2024-01-31', '2024-03-01')).toEqual(['2024-01-31', '2024-02', '2024-03-01'])
    expect(periodsIn('2024-02-02', '2024-02-01')).toEqual([])
  })
})

describe('what a case adds', () => {
  test('moves with its state, and never exceeds what fits one transaction', () => {
    const full = record({
      status: 'resolved',
      resolvedAt: '2026-11-30T23:59:59.999Z',
      reopenedAt: '2026-12-01T00:00:00.000Z',
      reopenedCount: 1,
      queueId: 'que_1',
      sla: { policyId: 'sla_1', firstResponse: { state: 'met' }, resolution: { state: 'breached' } } as Case['sla'],
      firstResponseMinutes: 30,
      resolutionMinutes: 600,
    })
    const names = serviceContributions(full).map(({ rollup }) => rollup)

    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBe(15)
    expect(names.length + 4).toBeLessThanOrEqual(CONTRIBUTIONS_MAX)
    expect(summed([full]).get('service#2026-11-30#sla_1')).toEqual({
      resolved_high: 1,
      again_high: 1,
      rkept_high: 1,
      r10_high: 1,
      sbroken_high: 1,
      s19_high: 1,
    })
    expect(summed([{ ...full, status: 'in_progress' }]).get('service#2026-11-30')).toBeUndefined()
    expect(serviceContributions({ ...full, mergedIntoId: 'cas_2' })).toEqual([])
  })

  test('comes to shares of what was resolved, by priority, and to nothing but null without data', () => {
    const solved = { status: 'resolved', resolvedAt: '2026-11-10T08:00:00.000Z' } as const
    const rated = (score: number) => ({ rating: { score, at: solved.resolvedAt, firstAt: solved.resolvedAt } })
    const all = [
      record({ ...solved, ratingAskedFor: solved.resolvedAt, ...rated(4) }),
      record({ ...solved, inboundCount: 2, ratingAskedFor: solved.resolvedAt, ...rated(3) }),
      record({ ...solved, reopenedCount: 1, ratingAskedFor: solved.resolvedAt }),
      record({ ...solved, priority: 'low', status: 'closed' }),
      record({ priority: 'low' }),
    ]

    expect(figures(all)).toMatchObject({
      opened: 5,
      resolved: 4,
      reopenRate: 0.25,
      firstContactResolution: 0.5,
      satisfaction: { asked: 3, answered: 2, responseRate: 2 / 3, content: 0.5 },
      firstResponse: { kept: 0, broken: 0, attainment: null, p50Minutes: null, p90Minutes: null },
    })
    const { byPriority } = groupOf([summed(all).get('service#2026-11') ?? {}])
    expect([byPriority.low.opened, byPriority.high.opened, byPriority.urgent.opened]).toEqual([2, 3, 0])
    expect(JSON.stringify(groupOf([{}]))).not.toContain('NaN')
    expect(figures([]).reopenRate).toBeNull()
  })

  test('is told by age while it is open', () => {
    const now = new Date('2026-11-22T09:00:00.000Z')
    const ages = [0, 1, 2, 3, 4, 7, 8, 30, 31, 90, 91, 400]
    const records = ages.map((days) => record({ createdAt: later(now, -days * DAY_MS).toISOString() }))
    const totals = summed([...records, record({ status: 'closed', resolvedAt: now.toISOString() })])

    expect(backlogOf(totals, now)).toEqual({
      open: 12,
      upTo1: 2,
      upTo3: 2,
      upTo7: 2,
      upTo30: 2,
      upTo90: 2,
      over90: 2,
    })
    expect(backlogTotals(now).length).toBe(92)
    expect(backlogOf(new Map(), now).over90).toBe(0)
  })
})
