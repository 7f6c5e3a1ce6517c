import { type Role, roleNames } from '@rapport/core/access/roles'
import { accountType } from '@rapport/core/accounts/model'
import { contactType } from '@rapport/core/contacts/model'
import { noteType } from '@rapport/core/notes/model'
import { Users } from '@rapport/core/users/service'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { type Body, basePath, type Made } from '../support/fixtures.ts'
import { buildWorld, place, type World } from '../support/matrix.ts'

/** What must hold between answers, whatever the table of rights says. */

const lists: { kind: string; query: () => Record<string, string>[] }[] = [
  { kind: 'account', query: () => [{}] },
  { kind: 'contact', query: () => [{}] },
  { kind: 'note', query: () => [{ subjectId: world.seenId }, { subjectId: world.hiddenId }] },
  { kind: 'interaction', query: () => [{ subjectId: world.seenId }, { subjectId: world.hiddenId }] },
]
const ownedRelations = [
  'own',
  'ownPrivate',
  'mate',
  'matePrivate',
  'report',
  'reportPrivate',
  'other',
  'otherPrivate',
  'everyone',
  'sharedRead',
  'sharedUpdate',
  'sharedTeam',
  'expired',
]
const remarkRelations = [
  'own',
  'ownPrivate',
  'ownHidden',
  'mate',
  'matePrivate',
  'mateTeam',
  'report',
  'reportPrivate',
  'other',
  'otherPrivate',
  'otherTeam',
  'otherHidden',
]

let api: Api
let world: World
let ctx: Ctx
/** Ids of every record there is, by kind. */
const all: Record<string, string[]> = {}
let people: string[]

beforeAll(async () => {
  api = await startApi({ shards: 3 })
  world = await buildWorld(api)
  ctx = systemCtx(api.runtime, 'test', 'req-setup')
  people = Object.keys(world.callers).filter((name) => name !== 'disabled')
  for (const { kind } of lists) {
    const relations = kind === 'note' || kind === 'interaction' ? remarkRelations : ownedRelations
    const wanted = relations.flatMap((relation) =>
      ['manager', 'rep', 'agent'].map((caller) => ({ kind, relation, caller, action: 'read', expected: '' })),
    )
    all[kind] = (await Promise.all(wanted.map((cell) => place(world, cell)))).map(({ id }) => id)
  }
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe.each(lists)('list and get agree for every person and $kind', ({ kind, query }) => {
  test.each([
    'admin',
    'manager',
    'rep',
    'marketing',
    'agent',
    'readonly',
    'keyOfRep',
    'keyReading',
    'keyContact',
    'keyAsReadonly',
  ])('as %s', async (name) => {
    const as = String(world.callers[name]?.as)

    const listed = (await Promise.all(query().map((one) => walk(kind, as, one, 23)))).flat()
    const got = await visible(kind, as)

    expect(new Set(listed).size, 'a record stands in a list once').toBe(listed.length)
    expect(listed.filter((id) => all[kind]?.includes(id)).sort()).toEqual(got.sort())
  })
})

describe.each(lists)('adding a role hides nothing: $kind', ({ kind, query }) => {
  test.each(roleNames)('to a %s', async (role) => {
    const as = `Bearer sub-matrix-agent@1795338000`
    const id = String(world.callers.agent?.userId)
    const seenAs = async (roles: Role[]): Promise<string[]> => {
      await Users.patch(ctx, id, { roles })
      return (await Promise.all(query().map((one) => walk(kind, as, one)))).flat()
    }

    const alone = await seenAs([role])
    for (const second of roleNames.filter((other) => other !== role)) {
      const both = await seenAs([role, second])
      expect(
        alone.filter((seen) => !both.includes(seen)),
        `${role} and ${second}`,
      ).toEqual([])
    }
    await seenAs(['agent'])
  })
})

describe('making a record more private shows it to nobody new', () => {
  const owners = ['own', 'mate', 'report', 'other']
  test.each(owners.flatMap((owner) => ['account', 'contact', 'note'].map((kind) => [kind, owner])))(
    'a %s of %s',
    async (kind = '', relation = '') => {
      const { id } = await place(world, { kind, relation, caller: 'rep', action: 'read', expected: '' })
      const of = { account: records(accountType), contact: records(contactType), note: records(noteType) }[kind]

      const seers: Record<string, string[]> = {}
      for (const visibility of ['everyone', 'team', 'owner']) {
        await of?.patch(ctx, id, { visibility })
        const replies = await Promise.all(
          people.map(async (name) => ({
            name,
            status: (await api.call('GET', `${basePath(kind)}/${id}`, { as: world.callers[name]?.as })).status,
          })),
        )
        seers[visibility] = replies.filter(({ status }) => status === 200).map(({ name }) => name)
      }

      expect(seers.everyone).toEqual(expect.arrayContaining(seers.team ?? []))
      expect(seers.team).toEqual(expect.arrayContaining(seers.owner ?? []))
      expect(seers.owner).not.toEqual(seers.everyone)
    },
  )

  test('ending a share ends the sight', async () => {
    const { id } = await place(world, {
      kind: 'account',
      relation: 'sharedRead',
      caller: 'rep',
      action: 'read',
      expected: '',
    })
    const seenBy = async (name: string) => [
      (await api.call('GET', `/v1/accounts/${id}`, { as: world.callers[name]?.as })).status,
      (await walk('account', String(world.callers[name]?.as), {})).includes(id),
    ]
    const before = await seenBy('rep')

    await api.call('PUT', `/v1/accounts/${id}/shares`, { as: world.callers.admin?.as, body: { shares: [] } })

    expect([before, await seenBy('rep')]).toEqual([
      [200, true],
      [404, false],
    ])
  })
})

test.each(['own', 'ownPrivate', 'report', 'mateTeam'])(
  'a correction belongs to whom the interaction belonged: %s',
  async (relation) => {
    const before = await place(world, {
      kind: 'interaction',
      relation,
      caller: 'manager',
      action: 'read',
      expected: '',
    })

    const revision = await api.call<Made>('POST', `/v1/interactions/${before.id}/correct`, {
      as: world.callers.manager?.as,
      body: { summary: 'Corrected.' },
    })

    const { ownerId, teamId, visibility } = before
    expect(revision.status).toBe(201)
    expect(revision.body).toMatchObject({
      ownerId,
      teamId,
      visibility,
      correctsId: before.id,
      createdBy: world.callers.manager?.userId,
    })
  },
)

test('what cannot be seen cannot be found, expanded, listed below something or explained either', async () => {
  const other = await place(world, { kind: 'account', relation: 'other', caller: 'rep', action: 'read', expected: '' })
  const contact = {
    lastName: 'Zebrawood',
    emails: [{ value: 'zebrawood@example.com' }],
    ownerId: world.otherId,
    teamId: world.teamB,
    visibility: 'team',
  }
  const hidden = await records(contactType).create(ctx, { ...contact, accountId: world.seenId })
  const note = {
    subjectId: hidden.id,
    title: 'Zebrawood',
    body: 'Any',
    accountId: world.seenId,
    visibility: 'everyone',
    ownerId: world.otherId,
  }
  await records(noteType).create(ctx, note)
  const mine = await records(contactType).create(ctx, {
    lastName: 'Mine',
    ownerId: world.callers.rep?.userId,
    teamId: world.teamA,
    visibility: 'team',
    accountId: other.id,
  })
  await api.project()
  const { as } = world.callers.rep ?? { as: '' }
  const { as: manager } = world.callers.manager ?? { as: '' }

  const replies: Reply<Body>[] = [
    await api.call('GET', '/v1/search', { as, query: { q: 'zebrawood' } }),
    await api.call('GET', '/v1/search', { as, query: { q: 'zebrawood@example.com' } }),
    await api.call('GET', '/v1/search', { as, query: { q: hidden.id } }),
    await api.call('GET', `/v1/accounts/${world.seenId}/contacts`, { as }),
    await api.call('GET', `/v1/accounts/${world.seenId}/timeline/people`, { as }),
    await api.call('GET', '/v1/contacts', { as, query: { accountId: world.seenId } }),
    await api.call('GET', '/v1/notes', { as, query: { subjectId: hidden.id } }),
  ]
  const expanded = await api.call<{ expanded: Body }>('GET', '/v1/contacts', {
    as,
    query: { expand: 'accountId', ownerId: String(world.callers.rep?.userId) },
  })
  const explained = await api.call('GET', '/v1/access/explain', {
    as: manager,
    query: { user: world.mateId, record: hidden.id },
  })

  expect(replies.map((reply) => reply.status)).toEqual(replies.map(() => 200))
  expect(JSON.stringify(replies.map((reply) => reply.body))).not.toMatch(/zebrawood/i)
  expect(expanded.body.expanded).not.toHaveProperty(other.id)
  expect((await api.call<Made>('GET', `/v1/contacts/${mine.id}`, { as })).status).toBe(200)
  expect(explained.status).toBe(404)
})

async function visible(kind: string, as: string): Promise<string[]> {
  const replies = await Promise.all(
    (all[kind] ?? []).map(async (id) => ({
      id,
      status: (await api.call('GET', `${basePath(kind)}/${id}`, { as })).status,
    })),
  )
  return replies.filter(({ status }) => status === 200).map(({ id }) => id)
}

/** Ids of all pages; what a list shows must not depend on where they end. */
async function walk(kind: string, as: string, query: Record<string, string>, limit = 100): Promise<string[]> {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Reply<{ data: Made[]; nextCursor: string | null }> = await api.call('GET', basePath(kind), {
      as,
      query: { ...query, limit, ...(cursor ? { cursor } : {}) },
    })
    if (page.status !== 200) return []
    ids.push(...page.body.data.map(({ id }) => id))
    cursor = page.body.nextCursor
  }
  return ids
}
