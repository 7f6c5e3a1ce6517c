import {
  type Action,
  actions,
  decide,
  type Guarded,
  intersect,
  type Level,
  levels,
  mergeRoles,
  narrow,
  type Principal,
  type RoleRights,
} from '@rapport/kernel/policy'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const now = new Date('2026-11-22T09:00:00.000Z')
const ME = 'usr_me'
const at = (level: Level): Principal => ({
  type: 'user',
  id: ME,
  userId: ME,
  teamIds: ['tea_mine'],
  reports: new Set(['usr_below']),
  roles: ['x'],
  rights: mergeRoles([{ kinds: { thing: Object.fromEntries(actions.map((action) => [action, level])) } }]),
  fingerprint: '',
})
const record = (over: Partial<Guarded> = {}): Guarded => ({
  ownerId: 'usr_other',
  teamId: 'tea_other',
  visibility: 'team',
  ...over,
})

describe('what a level reaches', () => {
  const mine = record({ ownerId: ME })
  const teams = record({ teamId: 'tea_mine' })
  const hidden = record({ teamId: 'tea_mine', visibility: 'owner' })
  const below = record({ ownerId: 'usr_below' })
  const foreign = record()

  test.each<[Level, boolean[]]>([
    ['none', [false, false, false, false, false]],
    ['own', [true, false, false, false, false]],
    ['team', [true, true, false, false, false]],
    ['subtree', [true, true, false, true, false]],
    ['all', [true, true, true, true, true]],
  ])('%s: mine, my team’s, private of my team, below me, foreign', (level, expected) => {
    expect(
      [mine, teams, hidden, below, foreign].map((one) => decide(at(level), 'update', 'thing', now, one).allowed),
    ).toEqual(expected)
  })

  test('everyone’s records are read by whoever reads anything, and changed by nobody for it', () => {
    const everyones = record({ visibility: 'everyone' })

    expect(decide(at('own'), 'read', 'thing', now, everyones)).toMatchObject({ allowed: true, grounds: 'everyone' })
    expect(decide(at('own'), 'update', 'thing', now, everyones).allowed).toBe(false)
    expect(decide(at('none'), 'read', 'thing', now, everyones).allowed).toBe(false)
  })

  test('a kind that is not in the table is allowed to nobody', () => {
    expect(decide(at('all'), 'read', 'other', now).allowed).toBe(false)
  })
})

describe('a share', () => {
  const shared = (access: 'read' | 'update', until?: string, to = ME) =>
    record({ shares: [{ to, access, ...(until ? { until } : {}) }] })

  test('gives what it says, to a user or through a team', () => {
    expect(decide(at('own'), 'read', 'thing', now, shared('read')).grounds).toBe('share')
    expect(decide(at('own'), 'update', 'thing', now, shared('read')).allowed).toBe(false)
    expect(decide(at('own'), 'update', 'thing', now, shared('update', undefined, 'tea_mine'))).toMatchObject({
      allowed: true,
      via: 'tea_mine',
    })
  })

  test('ends to the millisecond', () => {
    expect(decide(at('own'), 'read', 'thing', now, shared('read', '2026-11-22T09:00:00.001Z')).allowed).toBe(true)
    expect(decide(at('own'), 'read', 'thing', now, shared('read', '2026-11-22T09:00:00.000Z')).allowed).toBe(false)
  })

  test('never gives more than reading and changing, and nothing where the role gives nothing', () => {
    for (const action of actions.filter((one) => one !== 'read' && one !== 'update')) {
      expect(decide(at('own'), action, 'thing', now, shared('update')).allowed).toBe(false)
    }
    expect(decide(at('none'), 'read', 'thing', now, shared('update')).allowed).toBe(false)
  })
})

describe('rights put together', () => {
  const level = fc.constantFrom(...levels)
  const role = fc.record({
    kinds: fc.record({
      thing: fc.dictionary(fc.constantFrom(...actions), level),
      '*': fc.dictionary(fc.constantFrom(...actions), level),
    }),
  }) as fc.Arbitrary<RoleRights>
  const action = fc.constantFrom<Action>(...actions)
  const reach = (one: Level) => levels.indexOf(one)

  test('a further role takes nothing away', () => {
    fc.assert(
      fc.property(role, role, action, (a, b, what) => {
        expect(reach(mergeRoles([a, b]).level('thing', what))).toBe(
          Math.max(reach(mergeRoles([a]).level('thing', what)), reach(mergeRoles([b]).level('thing', what))),
        )
      }),
    )
  })

  test('what is cut down never exceeds either side', () => {
    fc.assert(
      fc.property(role, role, action, (a, b, what) => {
        const both = intersect(mergeRoles([a]), mergeRoles([b])).level('thing', what)

        expect(reach(both)).toBe(
          Math.min(reach(mergeRoles([a]).level('thing', what)), reach(mergeRoles([b]).level('thing', what))),
        )
      }),
    )
  })

  test('a scope leaves what it names', () => {
    const rights = narrow(
      mergeRoles([{ kinds: { '*': { read: 'all', update: 'all' } } }]),
      (kind, what) => kind === 'thing' && what === 'read',
    )

    expect([rights.level('thing', 'read'), rights.level('thing', 'update'), rights.level('other', 'read')]).toEqual([
      'all',
      'none',
      'none',
    ])
  })

  test('the freest field access wins among roles', () => {
    const closed = { kinds: {}, fields: { thing: { secret: 'none' } } } as const
    const seen = { kinds: {}, fields: { thing: { secret: 'read' } } } as const

    expect(mergeRoles([closed]).field('thing', 'secret')).toBe('none')
    expect(mergeRoles([closed, seen]).field('thing', 'secret')).toBe('read')
    expect(mergeRoles([closed]).field('thing', 'rest')).toBe('write')
  })
})

test('making a record more private never shows it to more', () => {
  const visibilities = ['everyone', 'team', 'owner'] as const
  for (const level of levels) {
    for (const one of [
      record(),
      record({ ownerId: ME }),
      record({ teamId: 'tea_mine' }),
      record({ ownerId: 'usr_below' }),
    ]) {
      const seen = visibilities.map(
        (visibility) => decide(at(level), 'read', 'thing', now, { ...one, visibility }).allowed,
      )
      expect([...seen].sort((a, b) => Number(b) - Number(a))).toEqual(seen)
    }
  }
})
