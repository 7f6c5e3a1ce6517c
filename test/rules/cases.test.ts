import { casePriorities, caseStatuses } from '@rapport/core/case-terms/schema'
import {
  answer,
  autoCloseAt,
  canMove,
  canReopen,
  close,
  hasEnded,
  hear,
  isSolvedAtFirstContact,
  move,
  numberOf,
  priorityOf,
  resolve,
} from '@rapport/core/cases/rules'
import { type Case, severities } from '@rapport/core/cases/schema'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { describe, expect, test } from 'vitest'

const at = new Date('2026-11-23T09:00:00.000Z')

const fresh = (more: Partial<Case> = {}): Case =>
  ({
    id: 'cas_01kavm5g3t8z1r4y6w9x2c7b0d',
    status: 'new',
    impact: 'medium',
    urgency: 'medium',
    priority: 'normal',
    reopenedCount: 0,
    inboundCount: 1,
    ...more,
  }) as Case

describe('priority', () => {
  test('rises with impact and with urgency, each counting as much as the other', () => {
    const rank = (impact: (typeof severities)[number], urgency: (typeof severities)[number]): number =>
      casePriorities.indexOf(priorityOf({ impact, urgency }))

    const table = severities.map((impact) => severities.map((urgency) => rank(impact, urgency)))

    expect(table).toEqual([
      [0, 0, 1],
      [0, 1, 2],
      [1, 2, 3],
    ])
  })

  test('set by hand stays whatever impact and urgency say', () => {
    expect(priorityOf({ impact: 'low', urgency: 'low', priorityOverride: 'urgent' })).toBe('urgent')
  })
})

describe('status', () => {
  test('moves as the table says and in no other way', () => {
    const allowed = caseStatuses.flatMap((from) =>
      caseStatuses.filter((to) => canMove(from, to)).map((to) => `${from} > ${to}`),
    )
    const moved = caseStatuses.flatMap((from) =>
      caseStatuses.flatMap((to) => {
        if (from === to) return []
        try {
          return [`${from} > ${move(fresh({ status: from }), to, at).status}`]
        } catch {
          return []
        }
      }),
    )

    expect(moved.sort()).toEqual(allowed.sort())
    expect(allowed).not.toContain('closed > resolved')
    expect(allowed).not.toContain('in_progress > new')
  })

  test('forgets the solution when it goes on, and counts that', () => {
    const solved = resolve(fresh(), { code: 'solved' }, at)
    const again = move(solved, 'in_progress', later(at, DAY_MS))

    expect(solved).toMatchObject({ status: 'resolved', resolvedAt: at.toISOString() })
    expect(again).toMatchObject({ status: 'in_progress', reopenedCount: 1 })
    expect(again.resolution).toBeUndefined()
    expect(again.resolvedAt).toBeUndefined()
  })

  test('closed without a solution has the instant of its end as that of its solution', () => {
    expect(close(fresh(), undefined, at)).toMatchObject({ closedAt: at.toISOString(), resolvedAt: at.toISOString() })
  })
})

describe('what the customer says', () => {
  test('ends waiting for the customer, not for somebody else', () => {
    expect(hear(fresh({ status: 'waiting_on_customer' }), at).status).toBe('in_progress')
    expect(hear(fresh({ status: 'waiting_on_third_party' }), at).status).toBe('waiting_on_third_party')
    expect(hear(fresh(), at)).toMatchObject({ status: 'new', inboundCount: 2 })
  })

  test('opens what had ended', () => {
    const again = hear(resolve(fresh(), { code: 'solved' }, at), later(at, DAY_MS))

    expect(hasEnded(again)).toBe(false)
    expect(isSolvedAtFirstContact(resolve(again, { code: 'solved' }, later(at, 2 * DAY_MS)))).toBe(false)
  })
})

describe('an answer', () => {
  test('begins a new case and is the first response once', () => {
    const first = answer(fresh(), undefined, at)
    const second = answer(first, 'waiting_on_customer', later(at, DAY_MS))

    expect(first).toMatchObject({ status: 'in_progress', firstResponseAt: at.toISOString() })
    expect(second).toMatchObject({ status: 'waiting_on_customer', firstResponseAt: at.toISOString() })
  })
})

describe('the end', () => {
  test('comes by itself seven days after the solution', () => {
    expect(autoCloseAt(resolve(fresh(), { code: 'solved' }, at))).toBe('2026-11-30T09:00:00.000Z')
    expect(autoCloseAt(fresh())).toBeUndefined()
  })

  test('can be taken back for fourteen days, to the millisecond', () => {
    const closed = close(fresh(), undefined, at)

    expect(canReopen(closed, later(at, 14 * DAY_MS))).toBe(true)
    expect(canReopen(closed, later(at, 14 * DAY_MS + 1))).toBe(false)
    expect(canReopen({ ...closed, mergedIntoId: 'cas_01kavm5g3t8z1r4y6w9x2c7b0e' }, at)).toBe(false)
  })
})

test('numbers have six digits until they need more', () => {
  expect([numberOf(1), numberOf(999_999), numberOf(1_000_000)]).toEqual(['C-000001', 'C-999999', 'C-1000000'])
})
