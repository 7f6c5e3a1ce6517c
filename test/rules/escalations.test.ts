import { ALWAYS_OPEN } from '@rapport/core/calendars/rules'
import type { BusinessHours } from '@rapport/core/calendars/schema'
import { newClock, pause, promise, stop } from '@rapport/core/clocks/rules'
import { EscalationRule, type EscalationStep } from '@rapport/core/escalation-rules/schema'
import { begin, follow, isSame, nextStep, noted, selectRule, taken } from '@rapport/core/escalations/rules'
import type { Escalation, EscalationFacts } from '@rapport/core/escalations/schema'
import { describe, expect, test } from 'vitest'

const ID = '01kavm5g3t8z1r4y6w9x2c7b0d'
const PERSON = `usr_${ID}`
const notice: EscalationStep['actions'] = { publish: 'late' }
const step = (when: EscalationStep['when']): EscalationStep => ({ when, actions: notice })

const rule = (fields: Partial<EscalationRule> = {}): EscalationRule =>
  EscalationRule.parse({
    id: `esc_${ID}`,
    name: 'Rule',
    position: 1,
    steps: [step({ basis: 'created', afterMinutes: 60 })],
    ownerId: PERSON,
    visibility: 'everyone',
    version: 1,
    createdAt: '2026-03-01T00:00:00.000Z',
    createdBy: PERSON,
    updatedAt: '2026-03-01T00:00:00.000Z',
    updatedBy: PERSON,
    ...fields,
  })

// A Friday, half past four in the afternoon.
const CREATED = '2026-03-06T16:30:00.000Z'
const facts = (fields: Partial<EscalationFacts> = {}): EscalationFacts => ({
  id: `cas_${ID}`,
  version: 1,
  status: 'new',
  priority: 'normal',
  type: 'question',
  origin: 'email',
  createdAt: CREATED,
  updatedAt: CREATED,
  updatedBy: PERSON,
  reopenedCount: 0,
  lastCustomerReplyAt: CREATED,
  ...fields,
})

const day = [{ start: '09:00', end: '17:00' }]
const office: BusinessHours = {
  timeZone: 'UTC',
  is24x7: false,
  week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
  holidays: [],
  overrides: [],
}
const activeBy = (one: EscalationRule, hours = ALWAYS_OPEN) => ({ rule: one, hours, clockHours: hours })
const dueOf = (
  one: EscalationRule,
  now: EscalationFacts,
  hours = ALWAYS_OPEN,
  before = begin(now),
): string | undefined => follow(before, now, activeBy(one, hours)).dueAt

describe('the rule that counts', () => {
  const of = (position: number, more: Partial<EscalationRule> = {}) =>
    rule({ id: `esc_${ID.slice(0, -1)}${position}`, position, ...more })

  test.each<[string, Partial<EscalationFacts>, EscalationRule[], number | undefined]>([
    ['is the first that matches', { priority: 'high' }, [of(3), of(2, { criteria: { priorities: ['high'] } })], 2],
    ['is no inactive one', {}, [of(1, { isActive: false }), of(2)], 2],
    [
      'needs every condition',
      { tags: ['vip'] },
      [of(1, { criteria: { tags: ['vip'], types: ['complaint'] } })],
      undefined,
    ],
    ['matches any of the values', { tags: ['a', 'vip'] }, [of(1, { criteria: { tags: ['vip', 'b'] } })], 1],
    ['knows channels and statuses', {}, [of(1, { criteria: { channels: ['email'], statuses: ['new'] } })], 1],
    ['needs an account where one is asked for', {}, [of(1, { criteria: { accountIds: [`acc_${ID}`] } })], undefined],
    ['is none for what is solved', { status: 'resolved' }, [of(1)], undefined],
    ['is none for what is closed', { status: 'closed' }, [of(1)], undefined],
    ['is none for what was merged', { mergedIntoId: `cas_${ID}` }, [of(1)], undefined],
    ['is none for what was deleted', { deletedAt: CREATED }, [of(1)], undefined],
  ])('%s', (_, fields, rules, position) => {
    expect(selectRule(rules, facts(fields))?.position).toBe(position)
  })
})

describe('a step falls due', () => {
  const promised = promise(newClock(CREATED), 120, [], ALWAYS_OPEN)
  test.each<[string, EscalationStep['when'], Partial<EscalationFacts>, BusinessHours, string | undefined]>([
    ['an hour after the case began', { basis: 'created', afterMinutes: 60 }, {}, ALWAYS_OPEN, '2026-03-06T17:30'],
    ['on Monday when the office is closed', { basis: 'created', afterMinutes: 60 }, {}, office, '2026-03-09T09:30'],
    [
      'after it was reopened',
      { basis: 'created', afterMinutes: 60 },
      { reopenedAt: '2026-03-08T10:00:00.000Z', reopenedCount: 1 },
      ALWAYS_OPEN,
      '2026-03-08T11:00',
    ],
    [
      'after the last change by a person',
      { basis: 'lastModified', afterMinutes: 60 },
      { version: 2, updatedAt: '2026-03-07T10:00:00.000Z' },
      ALWAYS_OPEN,
      '2026-03-07T11:00',
    ],
    [
      'not later for what a worker does',
      { basis: 'lastModified', afterMinutes: 60 },
      { version: 2, updatedAt: '2026-03-07T10:00:00.000Z', updatedBy: 'sweep-due' },
      ALWAYS_OPEN,
      '2026-03-06T17:30',
    ],
    ['after the customer wrote', { basis: 'lastCustomerReply', afterMinutes: 5 }, {}, ALWAYS_OPEN, '2026-03-06T16:35'],
    [
      'not once that was answered',
      { basis: 'lastCustomerReply', afterMinutes: 5 },
      { lastReplyAt: '2026-03-06T16:31:00.000Z' },
      ALWAYS_OPEN,
      undefined,
    ],
    [
      'again when the customer writes again',
      { basis: 'lastCustomerReply', afterMinutes: 5 },
      { lastReplyAt: '2026-03-06T16:31:00.000Z', lastCustomerReplyAt: '2026-03-06T18:00:00.000Z' },
      ALWAYS_OPEN,
      '2026-03-06T18:05',
    ],
    [
      'at a percentage of a promise',
      { basis: 'resolution', percent: 75 },
      { clocks: { resolution: promised } },
      ALWAYS_OPEN,
      '2026-03-06T18:00',
    ],
    [
      'at its end',
      { basis: 'resolution', percent: 100 },
      { clocks: { resolution: promised } },
      ALWAYS_OPEN,
      '2026-03-06T18:30',
    ],
    [
      'behind its end',
      { basis: 'resolution', afterMinutes: 30 },
      { clocks: { resolution: promised } },
      ALWAYS_OPEN,
      '2026-03-06T19:00',
    ],
    [
      'behind its end when that was noticed',
      { basis: 'resolution', afterMinutes: 30 },
      { clocks: { resolution: { ...promised, state: 'breached', breachedAt: '2026-03-06T18:30:00.000Z' } } },
      ALWAYS_OPEN,
      '2026-03-06T19:00',
    ],
    [
      'not while it is paused',
      { basis: 'resolution', percent: 75 },
      { clocks: { resolution: pause(promised, '2026-03-06T17:00:00.000Z', 'waiting_on_customer', ALWAYS_OPEN) } },
      ALWAYS_OPEN,
      undefined,
    ],
    [
      'not once it was kept',
      { basis: 'firstResponse', percent: 75 },
      { clocks: { firstResponse: stop(promised, '2026-03-06T17:00:00.000Z', 'met') } },
      ALWAYS_OPEN,
      undefined,
    ],
    ['not without a promise', { basis: 'nextResponse', percent: 75 }, {}, ALWAYS_OPEN, undefined],
  ])('%s', (_, when, fields, hours, expected) => {
    expect(dueOf(rule({ steps: [step(when)] }), facts(fields), hours)?.slice(0, 16)).toBe(expected)
  })
})

describe('each step is taken at most once in a cycle', () => {
  const two = rule({
    steps: [step({ basis: 'created', afterMinutes: 60 }), step({ basis: 'created', afterMinutes: 120 })],
  })
  const run = (state: Escalation, now: EscalationFacts, one = two): Escalation => {
    const next = nextStep(state, now, activeBy(one))
    if (!next) throw new Error('No step is left.')
    return follow(taken(state, one, next.index), now, activeBy(one))
  }

  test('one after the other, then none', () => {
    const first = follow(begin(facts()), facts(), activeBy(two))
    const second = run(first, facts())
    const third = run(second, facts())
    expect([first.dueAt, second.dueAt, third.dueAt].map((at) => at?.slice(11, 16))).toEqual([
      '17:30',
      '18:30',
      undefined,
    ])
  })

  test('whatever happens to the rule, or when another rule counts in between', () => {
    const once = run(follow(begin(facts()), facts(), activeBy(two)), facts())
    const edited = { ...two, version: 7, name: 'Other' }
    expect(nextStep(follow(once, facts(), activeBy(edited)), facts(), activeBy(edited))?.index).toBe(1)
    const between = follow(once, facts(), undefined)
    expect(between.dueAt).toBeUndefined()
    expect(nextStep(follow(between, facts(), activeBy(two)), facts(), activeBy(two))?.index).toBe(1)
  })

  test('and again once the case was reopened, which forgets who had changed it', () => {
    const once = run(follow(begin(facts()), facts(), activeBy(two)), facts())
    const reopened = facts({
      version: 5,
      reopenedCount: 1,
      reopenedAt: '2026-03-08T10:00:00.000Z',
      updatedAt: '2026-03-08T10:00:00.000Z',
    })
    const next = follow(once, reopened, activeBy(two))
    expect(next).toMatchObject({ cycle: 2, fired: [], isModified: false, dueAt: '2026-03-08T11:00:00.000Z' })
  })

  test('never once it is over', () => {
    const state = follow(begin(facts()), facts(), activeBy(two))
    expect(nextStep(state, facts({ status: 'closed' }), activeBy(two))).toBeUndefined()
  })
})

describe('a rule that leaves alone what somebody has touched', () => {
  const shy = rule({ disableAfterFirstModification: true })
  const touched = facts({ version: 2, updatedAt: '2026-03-06T16:40:00.000Z' })

  test('does so for a change by a person, not for one by a worker', () => {
    expect(dueOf(shy, facts())).toBeDefined()
    expect(dueOf(shy, facts({ version: 2, updatedBy: 'sweep-due' }))).toBeDefined()
    expect(dueOf(shy, touched)).toBeUndefined()
  })

  test('also when a worker came right behind and the change is told late', () => {
    const seen = follow(begin(facts()), facts({ version: 3, updatedBy: 'sweep-due' }), activeBy(shy))
    const told = noted(seen, facts(), '2026-03-06T16:40:00.000Z')
    expect(follow(told, facts({ version: 3, updatedBy: 'sweep-due' }), activeBy(shy)).dueAt).toBeUndefined()
    expect(noted(seen, facts(), '2026-03-06T16:00:00.000Z')).toBe(seen)
  })

  test('and follows the same facts to the same state', () => {
    const once = follow(begin(touched), touched, activeBy(shy))
    expect(isSame(once, follow(once, touched, activeBy(shy)))).toBe(true)
  })
})
