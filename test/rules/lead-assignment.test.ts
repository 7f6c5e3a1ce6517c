import { pickTaker, refuseContradiction, rulesFor, standInFor, takersOf } from '@rapport/core/assignment-rules/rules'
import { type AssignmentCriteria, AssignmentRule } from '@rapport/core/assignment-rules/schema'
import type { Member } from '@rapport/core/queues/rules'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const ID = '01kavm5g3t8z1r4y6w9x2c7b0d'
const NOW = new Date('2026-11-23T09:00:00.000Z')
const userId = (n: number): string => `usr_${ID.slice(0, 24)}${String(n).padStart(2, '0')}`

const rule = (fields: Partial<AssignmentRule> = {}): AssignmentRule =>
  AssignmentRule.parse({
    id: `asr_${ID}`,
    name: 'Rule',
    position: 1,
    assignTo: { userIds: [userId(1)] },
    ownerId: userId(0),
    visibility: 'everyone',
    version: 1,
    createdAt: '2026-03-01T00:00:00.000Z',
    createdBy: userId(0),
    updatedAt: '2026-03-01T00:00:00.000Z',
    updatedBy: userId(0),
    ...fields,
  })

const lead = {
  source: 'fair',
  rating: 'hot' as const,
  industry: 'retail',
  employees: 50,
  tags: ['coffee', 'tea'],
  addresses: [{ type: 'office' as const, country: 'VN' }, { type: 'home' as const }],
  utm: { campaign: 'autumn' },
}

describe('a rule matches', () => {
  const cases: [string, AssignmentCriteria, boolean][] = [
    ['every lead, without conditions', {}, true],
    ['a source it names', { sources: ['web', 'fair'] }, true],
    ['no other source', { sources: ['web'] }, false],
    ['a campaign', { campaigns: ['autumn'] }, true],
    ['a rating', { ratings: ['hot'] }, true],
    ['no other rating', { ratings: ['cold', 'warm'] }, false],
    ['the country of any address', { countries: ['TH', 'VN'] }, true],
    ['no other country', { countries: ['TH'] }, false],
    ['an industry', { industries: ['retail'] }, true],
    ['any of its tags', { tags: ['tea', 'milk'] }, true],
    ['none of other tags', { tags: ['milk'] }, false],
    ['the bounds of employees themselves', { employeesMin: 50, employeesMax: 50 }, true],
    ['no fewer employees', { employeesMin: 51 }, false],
    ['no more employees', { employeesMax: 49 }, false],
    ['only what meets all conditions', { sources: ['fair'], countries: ['TH'] }, false],
  ]
  test.each(cases)('%s', (_, criteria, expected) => {
    expect(rulesFor([rule({ criteria })], lead)).toHaveLength(expected ? 1 : 0)
  })

  test.each([
    { sources: ['fair'] },
    { campaigns: ['autumn'] },
    { ratings: ['hot'] },
    { countries: ['VN'] },
    { industries: ['retail'] },
    { tags: ['tea'] },
    { employeesMin: 0 },
    { employeesMax: 9 },
  ] as AssignmentCriteria[])('no lead that does not say it: %j', (criteria) => {
    expect(rulesFor([rule({ criteria })], {})).toEqual([])
  })

  test('in the order of positions, the older first, while it is active', () => {
    const ids = ['d', 'c', 'b', 'a'].map((end) => `asr_${ID.slice(0, 25)}${end}`) as [string, string, string, string]
    const rules = [
      rule({ id: ids[0], position: 2 }),
      rule({ id: ids[1], position: 2 }),
      rule({ id: ids[2], position: 3 }),
      rule({ id: ids[3], position: 1, isActive: false }),
    ]

    expect(rulesFor(rules, lead).map(({ id }) => id)).toEqual([ids[1], ids[0], ids[2]])
  })
})

describe('a rule is refused', () => {
  test('when it gives leads to nobody', () => {
    expect(() => refuseContradiction(rule({ assignTo: {} }))).toThrow('to somebody')
  })

  test('when no number of employees can be meant', () => {
    expect(() => refuseContradiction(rule({ criteria: { employeesMin: 2, employeesMax: 1 } }))).toThrow('employees')
    expect(() => refuseContradiction(rule({ criteria: { employeesMin: 2, employeesMax: 2 } }))).not.toThrow()
  })
})

const away = { from: '2026-11-23T00:00:00.000Z', until: '2026-11-24T00:00:00.000Z', delegateId: userId(9) }
const member = (n: number, { open = 0, ...user }: Partial<Member['user']> & { open?: number } = {}): Member => ({
  user: { id: userId(n), status: 'active', ...user },
  open,
})
const idsOf = (members: readonly Member[]): string[] => members.map(({ user }) => user.id)

describe('who can take a lead', () => {
  test('is active, not away and not full, in a fixed order', () => {
    const members = [
      member(5, { capacity: 2, open: 1 }),
      member(4, { capacity: 2, open: 2 }),
      member(3, { outOfOffice: away }),
      member(2, { status: 'disabled' }),
      member(1, { outOfOffice: { ...away, until: NOW.toISOString() } }),
    ]

    expect(idsOf(takersOf(members, undefined, NOW))).toEqual([userId(1), userId(5)])
  })

  test('stands in for somebody who is named alone and away', () => {
    const [gone, standIn] = [member(1, { outOfOffice: away }), member(9)]

    expect(standInFor([gone], NOW)).toBe(userId(9))
    expect(idsOf(takersOf([gone], standIn, NOW))).toEqual([userId(9)])
    expect(takersOf([gone], member(9, { status: 'disabled' }), NOW)).toEqual([])
  })

  test('does not stand in for who is there, is full, has left, or is one of several', () => {
    const past = { ...away, until: NOW.toISOString() }
    const others = [
      [member(1)],
      [member(1, { outOfOffice: past })],
      [member(1, { outOfOffice: past, capacity: 0 })],
      [member(1, { outOfOffice: away, status: 'disabled' })],
      [member(1, { outOfOffice: away }), member(2, { outOfOffice: away })],
      [],
    ]

    expect(others.map((members) => standInFor(members, NOW))).toEqual(others.map(() => undefined))
  })
})

describe('of those who can', () => {
  const members = fc
    .integer({ min: 1, max: 12 })
    .chain((count) =>
      fc
        .array(fc.nat(5), { minLength: count, maxLength: count })
        .map((opens) => opens.map((open, n) => member(n, { open }))),
    )

  test('everybody gets the same number in turn, whatever the first turn', () => {
    fc.assert(
      fc.property(members, fc.nat(1_000_000), fc.integer({ min: 1, max: 4 }), (takers, first, rounds) => {
        const got = new Map<string, number>()
        for (let turn = first; turn < first + rounds * takers.length; turn++) {
          const { taker } = pickTaker(takers, 'round_robin', turn)
          got.set(taker.user.id, (got.get(taker.user.id) ?? 0) + 1)
        }
        expect([...got.values()]).toEqual(takers.map(() => rounds))
      }),
    )
  })

  test('the least busy gets it, and of equals each in turn', () => {
    fc.assert(
      fc.property(members, fc.nat(1_000_000), (takers, first) => {
        const least = Math.min(...takers.map(({ open }) => open))
        const turns = takers.map((_, n) => pickTaker(takers, 'least_busy', first + n))
        expect(turns.every(({ taker }) => taker.open === least)).toBe(true)
        const equals = takers.filter(({ open }) => open === least)
        expect(new Set(turns.map(({ taker }) => taker.user.id)).size).toBe(equals.length)
      }),
    )
  })

  test('each is told why', () => {
    const [a, b] = [member(1, { open: 3 }), member(2, { open: 4 })]

    expect(pickTaker([a, b], 'round_robin', 1)).toEqual({ taker: b, why: 'in turn among 2' })
    expect(pickTaker([a, b], 'least_busy', 1)).toEqual({ taker: a, why: 'has the fewest open leads: 3' })
    expect(pickTaker([b], 'least_busy', 7)).toEqual({ taker: b, why: 'the only one who can take it' })
    expect(() => pickTaker([], 'round_robin', 0)).toThrow(RangeError)
  })
})
