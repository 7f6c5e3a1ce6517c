import type { User } from '@rapport/core/users/schema'
import type { Table } from '@rapport/kernel/table'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'

/** While it is set, transactions wait until as many of them have come. */
let gate: { waiting: number; open: PromiseWithResolvers<void> } | undefined
let api: Api
beforeAll(async () => {
  const gated = (table: Table): Table => ({
    ...table,
    async transact(writes, token) {
      if (gate && --gate.waiting === 0) gate.open.resolve()
      await gate?.open.promise
      return table.transact(writes, token)
    },
  })
  api = await startApi({ wrap: gated })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const person = async (body: object = {}): Promise<User> => {
  const email = `p${++people}@people.test`
  const reply = await api.call<User>('POST', '/v1/users', {
    as: 'admin',
    body: { name: 'P', email, roles: ['rep'], ...body },
  })
  expect(reply.status).toBe(201)
  return reply.body
}
let people = 0

describe('an administrator', () => {
  const ends = [{ roles: ['rep'] }, { status: 'disabled' }]

  test.each(ends)('cannot end the own administration: %j', async (body) => {
    const path = `/v1/users/${api.people.admin?.id}`

    const [patched, removed] = [
      await api.call('PATCH', path, { as: 'admin', body }),
      await api.call('DELETE', path, { as: 'admin' }),
    ]

    expect([patched, removed].map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'user.own_administration'],
      [409, 'user.own_administration'],
    ])
  })

  test('can end that of another, and have more roles', async () => {
    const second = await person({ roles: ['admin'] })
    const path = `/v1/users/${second.id}`

    const wider = await api.call('PATCH', path, { as: 'admin', body: { roles: ['admin', 'rep'] } })
    const ended = await api.call('PATCH', path, { as: 'admin', body: { roles: ['rep'] } })

    expect([wider.status, ended.status]).toEqual([200, 200])
  })

  test('is left when two end the administration of each other at once', async () => {
    const [one, other] = [api.people.admin?.id, api.people.manager?.id]
    await api.call('PATCH', `/v1/users/${other}`, { as: 'admin', body: { roles: ['manager', 'admin'] } })
    gate = { waiting: 2, open: Promise.withResolvers() }

    const replies = await Promise.all([
      api.call('PATCH', `/v1/users/${other}`, { as: 'admin', body: { roles: ['manager'] } }),
      api.call('PATCH', `/v1/users/${one}`, { as: 'manager', body: { roles: ['rep'] } }),
    ])
    gate = undefined

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 403])
    const survivor = replies[0]?.status === 200 ? 'admin' : 'manager'
    for (const [as, roles] of [
      ['admin', ['admin']],
      ['manager', ['manager']],
    ] as const)
      await api.call('PATCH', `/v1/users/${api.people[as]?.id}`, { as: survivor, body: { roles } })
  })
})

test.each([
  ['2026-11-22', 201],
  ['2026-11-23', 422],
])('a contact who was born on %s is answered %i', async (birthday, status) => {
  const reply = await api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Young', birthday } })

  expect([reply.status, reply.body.code]).toEqual([status, status === 422 ? 'contact.unborn' : undefined])
})

test('nobody is the own delegate', async () => {
  const [from, until] = ['2026-11-24T00:00:00.000Z', '2026-11-30T00:00:00.000Z']
  const outOfOffice = { from, until, delegateId: api.people.rep?.id }

  const refused = await api.call('PATCH', '/v1/me', { as: 'rep', body: { outOfOffice } })

  expect([refused.status, refused.body.errors]).toEqual([
    422,
    [{ pointer: '/outOfOffice/delegateId', code: 'user.own_delegate', message: 'must be somebody else' }],
  ])
})

test('a team is deleted when nobody is in it, so a deleted one gives no rights', async () => {
  const team = (await api.call('POST', '/v1/teams', { as: 'admin', body: { name: 'Short-lived' } })).body
  const member = await person({ teamIds: [team.id] })
  await api.project()

  const refused = await api.call('DELETE', `/v1/teams/${team.id}`, { as: 'admin' })
  await api.call('PATCH', `/v1/users/${member.id}`, { as: 'admin', body: { teamIds: [] } })
  await api.project()
  const done = await api.call('DELETE', `/v1/teams/${team.id}`, { as: 'admin' })

  expect([refused.status, refused.body.code, done.status]).toEqual([409, 'team.has_members', 204])
})

test('a person is listed by each of their teams and roles', async () => {
  const teams = await Promise.all(
    Array.from({ length: 15 }, async (_, n) => {
      const made = await api.call('POST', '/v1/teams', { as: 'admin', body: { name: `Team ${n}` } })
      return String(made.body.id)
    }),
  )
  const roles = ['agent', 'manager', 'marketing', 'readonly', 'rep']
  const { id } = await person({ teamIds: teams, roles })
  await api.project()

  const lists = [...teams.map((memberOf) => ({ memberOf })), ...roles.map((role) => ({ role }))]
  const found = await Promise.all(
    lists.map(
      async (query) => (await api.call('GET', '/v1/users', { as: 'rep', query: { ...query, limit: 100 } })).body,
    ),
  )

  expect(found.filter(({ data }) => !(data as User[]).some((user) => user.id === id))).toEqual([])
})

test('everybody is told their rights on everything that a route asks rights for', async () => {
  const { body } = await api.call<{ rights: object }>('GET', '/v1/me', { as: 'rep' })

  const asked = new Set(routes.flatMap(({ access }) => (typeof access === 'object' ? [access.kind] : [])))
  expect(Object.keys(body.rights).sort()).toEqual([...asked].sort())
})

test('a key is refused a scope of a kind that does not exist', async () => {
  const body = { name: 'Shop', scopes: ['contacts:read'], expiresAt: '2026-12-01T00:00:00.000Z' }

  const { status, body: problem } = await api.call('POST', '/v1/api-keys', { as: 'rep', body })

  expect([status, (problem.errors as { pointer: string }[]).map(({ pointer }) => pointer)]).toEqual([
    400,
    ['/scopes/0'],
  ])
})

test.each([
  ['rep', 'admin', 403],
  ['agent', 'readonly', 403],
  ['manager', 'rep', 201],
  ['rep', 'rep', 201],
])('SEC-21 who is %s and asks for a key with the role %s is answered %i', async (as, role, status) => {
  const body = { name: 'Shop', roles: [role], scopes: ['*:read'], expiresAt: '2026-12-01T00:00:00.000Z' }

  const reply = await api.call('POST', '/v1/api-keys', { as, body })

  expect([reply.status, reply.body.code]).toEqual([status, status === 403 ? 'apiKey.role_too_wide' : undefined])
})

test('rights are explained for records of every kind', async () => {
  const { id } = (await api.call('POST', '/v1/leads', { as: 'rep', body: { lastName: 'Asked about' } })).body

  const { status, body } = await api.call('GET', '/v1/access/explain', {
    as: 'admin',
    query: { user: api.people.rep?.id ?? '', record: id as string },
  })

  expect(status).toBe(200)
  expect(body.decisions).toContainEqual({ action: 'update', allowed: true, level: 'own', grounds: 'owner' })
})
