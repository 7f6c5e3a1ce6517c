import type { IncomingMessage, ServerResponse } from 'node:http'
import { rightsOf, roleNames, roles } from '@rapport/core/access/roles'
import { isFrom, parseKey, writeKey } from '@rapport/core/api-keys/rules'
import { recordTypes } from '@rapport/core/index'
import { endSessions } from '@rapport/core/users/service'
import { actions, intersect, levels, mergeRoles, narrow, type Rights } from '@rapport/kernel/policy'
import { systemCtx } from '@rapport/lambda/context'
import { routeKey } from '@rapport/lambda/route'
import { corsHeaders, sendPreflight } from '@rapport/local/cors'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { type Sample, sampleFor } from '../support/fixtures.ts'
import { operations } from '../support/openapi.ts'
import { createMint, type Mint } from '../support/tokens.ts'

/** What everybody may ask, without saying who it is. Everything else says 401 first. */
const PUBLIC = [
  'capture',
  'showOptIn',
  'confirmOptIn',
  'showRating',
  'rateCase',
  'requestCallback',
  'listOwnCases',
  'showOwnCase',
  'replyToOwnCase',
  'sendOwnFile',
  'linkToOwnFile',
  'showOwnFile',
  'closeOwnCase',
  'showOffer',
  'decideOffer',
  'getHealth',
  'getOpenApi',
]

const DAY_MS = 86_400_000

let api: Api
let mint: Mint
const samples = new Map<string, Sample>()

beforeAll(async () => {
  api = await startApi({ rightsTtlMs: 0 })
  for (const route of routes) samples.set(route.id, await sampleFor(api, route))
  mint = await createMint(() => api.now.at)
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const send = (id: string, options: CallOptions): Promise<Reply> => {
  const route = routes.find((one) => one.id === id)
  const sample = samples.get(id)
  if (!route || !sample) throw new Error(`There is no route ${id}.`)
  return api.call(route.method, sample.path, { ...sample, ...options })
}

/** What an answer says, apart from the names of the request. */
const told = ({ status, headers, body }: Reply): string =>
  JSON.stringify([status, headers, body]).replaceAll(headers['x-request-id'] ?? '', 'REQUEST')

/** One route of each form: reading, listing, searching, creating, replacing, changing, removing, doing. */
const CLASSES = [
  'getMe',
  'getAccount',
  'listContacts',
  'search',
  'listEvents',
  'explainAccess',
  'timelineAccount',
  'createNote',
  'batchContacts',
  'updateTeam',
  'shareAccount',
  'putAccountByExternalId',
  'deleteContact',
  'restoreAccount',
  'rotateApiKey',
]

describe('tokens', () => {
  const stub = () => api.deps.verifyToken
  let before: ReturnType<typeof stub>
  beforeAll(() => {
    before = api.deps.verifyToken
    api.deps.verifyToken = mint.verify
    return () => {
      api.deps.verifyToken = before
    }
  })

  test('SEC-09 a token that is not exactly ours opens no route of any form, and nobody learns why', async () => {
    const good = `Bearer ${await mint.token('sub-admin')}`
    expect((await send('getMe', { as: good })).status).toBe(200)
    const untouched = await api.fingerprint()
    const forged = await mint.forgeries('sub-admin')
    expect(forged.length).toBeGreaterThanOrEqual(15)

    for (const id of CLASSES) {
      const answers = new Set<string>()
      for (const [what, token] of forged) {
        const reply = await send(id, { as: `Bearer ${token}` })
        expect(reply.status, `${id} ${what}`).toBe(401)
        answers.add(told(reply))
      }
      expect(answers.size, id).toBe(1)
    }
    expect(await api.fingerprint()).toBe(untouched)
  })

  test('SEC-09 a good token counts in the Authorization header only', async () => {
    const token = await mint.token('sub-admin')
    const places: CallOptions[] = [
      { headers: { cookie: `token=${token}; Authorization=Bearer ${token}` } },
      {
        headers: {
          'x-api-key': token,
          'x-amzn-authorization': `Bearer ${token}`,
          'x-forwarded-authorization': `Bearer ${token}`,
        },
      },
      { as: token },
      { as: `Basic ${token}` },
      { as: `Bearer  ${token}` },
      { as: `Bearer ${token}, Bearer ${token}` },
      { as: `Bearer\t${token}` },
      { as: 'Bearer' },
      { as: `Bearer ${'a'.repeat(5_000)}` },
    ]

    for (const place of places) expect((await send('getMe', place)).status, JSON.stringify(place)).toBe(401)
    expect((await send('getMe', { rawQuery: `access_token=${token}` })).status).toBe(401)
  })

  test('SEC-09 a good token of somebody the CRM does not know, no longer knows or has disabled is no credential, all alike', async () => {
    await api.call('DELETE', `/v1/users/${api.people.marketing?.id}`, { as: `Bearer ${await mint.token('sub-admin')}` })
    const answers = await Promise.all(
      ['sub-nobody', 'sub-disabled', 'sub-marketing', '', 'SUB-ADMIN', 'sub-admin '].map(async (subject) =>
        told(await send('getMe', { as: `Bearer ${await mint.token(subject)}` })),
      ),
    )

    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('credentials.invalid')
  })

  test('SEC-11 ending sessions refuses every token issued until then, and takes the next', async () => {
    const subject = 'sub-peer'
    const early = `Bearer ${await mint.token(subject)}`
    expect((await send('getMe', { as: early })).status).toBe(200)

    await endSessions(systemCtx(api.runtime, 'test', 'req-1'), api.people.peer?.id ?? '')
    const refused = await send('getMe', { as: early })
    const sameSecond = await send('getMe', { as: `Bearer ${await mint.token(subject)}` })
    api.now.advance(1_000)
    const fresh = await send('getMe', { as: `Bearer ${await mint.token(subject)}` })

    expect([refused.status, sameSecond.status, fresh.status]).toEqual([401, 401, 200])
  })

  test('SEC-11 whoever is disabled and enabled again has to sign in again', async () => {
    const admin = `Bearer ${await mint.token('sub-admin')}`
    const early = `Bearer ${await mint.token('sub-report')}`
    const path = `/v1/users/${api.people.report?.id}`

    await api.call('PATCH', path, { as: admin, body: { status: 'disabled' } })
    await api.call('PATCH', path, { as: admin, body: { status: 'active' } })
    api.now.advance(1_000)

    expect((await send('getMe', { as: early })).status).toBe(401)
    expect((await send('getMe', { as: `Bearer ${await mint.token('sub-report')}` })).status).toBe(200)
  })
})

describe('people whose rights change', () => {
  const TTL_MS = 30_000
  let slow: Api
  beforeEach(async () => {
    slow = await startApi({ rightsTtlMs: TTL_MS })
    return () => slow.stop()
  })

  const asRep = (method: string, path: string, body?: object) =>
    slow.call(method, path, { as: 'rep', ...(body && { body }) })
  const change = (body: object, name = 'rep') =>
    slow.call('PATCH', `/v1/users/${slow.people[name]?.id}`, { as: 'admin', body })

  test('SEC-10 a disabled person changes nothing from that instant and reads nothing after the declared time', async () => {
    await asRep('GET', '/v1/me')
    await change({ status: 'disabled' })

    const write = await asRep('POST', '/v1/accounts', { name: 'Late' })
    slow.now.advance(TTL_MS)
    const read = await asRep('GET', '/v1/me')

    expect([write.status, read.status]).toEqual([401, 401])
  })

  test('SEC-10 a deleted person is nobody', async () => {
    await asRep('GET', '/v1/me')
    await slow.call('DELETE', `/v1/users/${slow.people.rep?.id}`, { as: 'admin' })

    const write = await asRep('POST', '/v1/accounts', { name: 'Late' })
    slow.now.advance(TTL_MS)

    expect([write.status, (await asRep('GET', '/v1/me')).status]).toEqual([401, 401])
  })

  test('SEC-10 a role that is taken away counts at once for writing and within the declared time for reading', async () => {
    const { body } = await slow.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Own' } })
    await slow.call('POST', '/v1/api-keys', {
      as: 'rep',
      body: { name: 'x', scopes: ['*:*'], expiresAt: inDays(slow, 1) },
    })
    expect((await asRep('GET', '/v1/api-keys')).status).toBe(200)
    await change({ roles: ['readonly'] })

    const write = await asRep('PATCH', `/v1/accounts/${body.id}`, { name: 'Mine' })
    slow.now.advance(TTL_MS)
    const read = await asRep('GET', '/v1/api-keys')

    expect([write.status, read.status]).toEqual([403, 403])
  })

  test('SEC-10 who leaves a team sees its records no more', async () => {
    const { body } = await slow.call('POST', '/v1/accounts', { as: 'peer', body: { name: 'Of the team' } })
    const path = `/v1/accounts/${body.id}`
    expect((await asRep('GET', path)).status).toBe(200)
    await change({ teamIds: [slow.teams.service] })

    const write = await asRep('PATCH', path, { name: 'x' })
    slow.now.advance(TTL_MS)

    expect([write.status, (await asRep('GET', path)).status]).toEqual([404, 404])
  })

  test('SEC-10 a manager who loses a report sees the report’s records no more', async () => {
    const { body } = await slow.call('POST', '/v1/accounts', {
      as: 'report',
      body: { name: 'Below', visibility: 'owner' },
    })
    const read = () => slow.call('GET', `/v1/accounts/${body.id}`, { as: 'manager' })
    expect((await read()).status).toBe(200)

    await change({ managerId: null }, 'report')
    slow.now.advance(TTL_MS)

    expect((await read()).status).toBe(404)
  })

  test('SEC-10 no configuration makes rights last longer than a minute', async () => {
    slow.deps.env.RIGHTS_TTL_MS = '999999999'
    await asRep('GET', '/v1/me')
    await change({ status: 'disabled' })
    slow.now.advance(60_000)

    expect((await asRep('GET', '/v1/me')).status).toBe(401)
  })

  test('SEC-10 a key dies with its maker’s account and narrows with its maker’s role', async () => {
    const issued = await slow.call<{ key: string }>('POST', '/v1/api-keys', {
      as: 'rep',
      body: { name: 'x', scopes: ['*:*'], expiresAt: inDays(slow, 1) },
    })
    const as = `Bearer ${issued.body.key}`
    const write = () => slow.call('POST', '/v1/accounts', { as, body: { name: 'By a program' } })
    expect((await write()).status).toBe(201)

    await change({ roles: ['readonly'] })
    expect((await write()).status).toBe(403)
    await change({ status: 'disabled' })
    expect((await write()).status).toBe(401)
    slow.now.advance(TTL_MS)
    expect((await slow.call('GET', '/v1/accounts', { as })).status).toBe(401)
  })
})

describe('API keys', () => {
  const issue = async (body: object = {}, as = 'rep'): Promise<{ key: string; id: string }> => {
    const reply = await api.call<{ key: string; record: { id: string } }>('POST', '/v1/api-keys', {
      as,
      body: { name: 'Program', scopes: ['*:*'], expiresAt: inDays(api, 30), ...body },
    })
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    return { key: reply.body.key, id: reply.body.record.id }
  }
  const read = (key: string, options: CallOptions = {}) =>
    api.call('GET', '/v1/accounts', { as: `Bearer ${key}`, ...options })
  let keyStub: Api['deps']['verifyToken']
  beforeAll(() => {
    keyStub = api.deps.verifyToken
    return () => {
      api.deps.verifyToken = keyStub
    }
  })

  test('SEC-18 whatever is wrong with a key, the answer is the same', async () => {
    const { key, id } = await issue()
    const revoked = await issue()
    await api.call('DELETE', `/v1/api-keys/${revoked.id}`, { as: 'rep' })
    const short = await issue({ expiresAt: new Date(api.now.at.getTime() + 1_000).toISOString() })
    const elsewhere = await issue({ cidrs: ['203.0.113.0/24', '2001:db8::/32'] })
    api.now.advance(1_000)
    const parts = parseKey(key, 'test')
    if (!parts) throw new Error('The key has no parts.')
    const wrong = [
      writeKey({ ...parts, secret: 'A'.repeat(32) }, 'test'),
      writeKey({ ...parts, keyId: 'A'.repeat(12) }, 'test'),
      writeKey(parts, 'prod'),
      key.slice(0, -1) + (key.endsWith('0') ? '1' : '0'),
      key.toUpperCase(),
      `${key}0`,
      key.slice(0, -9),
      'crmk_',
      revoked.key,
      short.key,
      elsewhere.key,
      `${key.slice(0, 18)}#${key.slice(19)}`,
      id,
    ]

    const answers = new Set(await Promise.all(wrong.map(async (text) => told(await read(text)))))

    expect((await read(key)).status).toBe(200)
    expect(answers.size, [...answers].join('\n')).toBe(1)
  })

  test('an address outside its ranges makes a key worth nothing, inside them it works', async () => {
    const { key } = await issue({ cidrs: ['203.0.113.0/24', '2001:db8::/32'] })
    const from = async (sourceIp: string) =>
      (await read(key, { sourceIp, headers: { 'x-forwarded-for': '203.0.113.7', forwarded: 'for=203.0.113.7' } }))
        .status

    expect(await Promise.all(['203.0.113.7', '203.0.113.255', '2001:db8:1::1'].map(from))).toEqual([200, 200, 200])
    expect(await Promise.all(['203.0.112.255', '127.0.0.1', '2001:db9::1', '::1'].map(from))).toEqual([
      401, 401, 401, 401,
    ])
    expect(isFrom('::ffff:203.0.113.7', ['203.0.113.0/24'])).toBe(true)
    expect(isFrom('::ffff:198.51.100.1', ['203.0.113.0/24'])).toBe(false)
  })

  test('a rotated secret works for another day beside the new one, and a revoked key not at all', async () => {
    const { key, id } = await issue()
    const rotated = await api.call<{ key: string }>('POST', `/v1/api-keys/${id}/rotate`, { as: 'rep' })
    const again = await api.call<{ key: string }>('POST', `/v1/api-keys/${id}/rotate`, { as: 'rep' })
    const both = [await read(key), await read(rotated.body.key), await read(again.body.key)].map(({ status }) => status)

    api.now.advance(DAY_MS)
    const later = [await read(rotated.body.key), await read(again.body.key)].map(({ status }) => status)
    await api.call('DELETE', `/v1/api-keys/${id}`, { as: 'rep' })
    const revoked = [await read(rotated.body.key), await read(again.body.key)].map(({ status }) => status)

    expect(both).toEqual([401, 200, 200])
    expect(later).toEqual([401, 200])
    expect(revoked).toEqual([401, 401])
  })

  test('a scope leaves what it names and nothing else', async () => {
    const { key } = await issue({ scopes: ['contact:read', 'account:create'] })
    const as = `Bearer ${key}`
    const statuses = await Promise.all(
      [
        api.call('GET', '/v1/contacts', { as }),
        api.call('POST', '/v1/accounts', { as, body: { name: 'Scoped' } }),
        api.call('GET', '/v1/accounts', { as }),
        api.call('POST', '/v1/contacts', { as, body: { lastName: 'x' } }),
        api.call('GET', '/v1/users', { as }),
        api.call('GET', '/v1/events', { as }),
      ].map(async (reply) => (await reply).status),
    )

    expect(statuses).toEqual([200, 201, 403, 403, 403, 403])
  })

  test('a key is told whose it is and what it may do, whatever its scopes', async () => {
    const { key } = await issue({ scopes: ['contact:read'] })
    const as = `Bearer ${key}`

    const me = await api.call<{ user: { id: string }; rights: Record<string, Record<string, string>> }>(
      'GET',
      '/v1/me',
      { as },
    )
    const user = await api.call('GET', `/v1/users/${api.people.rep?.id}`, { as })

    expect([me.status, me.body.user.id]).toEqual([200, api.people.rep?.id])
    expect([me.body.rights.contact?.read, me.body.rights.user?.read]).toEqual(['team', 'none'])
    expect(Object.keys(me.body.rights)).toEqual(expect.arrayContaining(recordTypes.map(({ kind }) => kind)))
    expect(user.status).toBe(403)
  })

  test('SEC-21 a key makes no keys, users or teams, changes no profile and ends up in no list of them, whatever its scopes', async () => {
    const { key } = await issue({}, 'admin')
    const closed = operations.filter(
      ({ route }) =>
        ['user', 'team', 'apiKey'].includes(route.kind ?? '') && route.method !== 'GET' && route.id !== 'handOver',
    )

    for (const { operationId } of closed)
      expect((await send(operationId, { as: `Bearer ${key}` })).status, operationId).toBe(403)
    expect((await send('updateMe', { as: `Bearer ${key}` })).status).toBe(403)
  })

  test('SEC-21 a key never shows its secret again, to nobody', async () => {
    const { key, id } = await issue()
    const secret = parseKey(key, 'test')?.secret ?? ''
    const path = `/v1/api-keys/${id}`
    const replies = await Promise.all(
      ['rep', 'admin'].flatMap((as) => ['', '/timeline'].map((rest) => api.call('GET', `${path}${rest}`, { as }))),
    )
    api.now.advance(60_000)
    replies.push(
      await api.call('GET', '/v1/events', { as: 'admin', query: { limit: 100, since: '2026-11-22T00:00:00.000Z' } }),
    )

    const text = JSON.stringify([...replies, await api.dump()])

    expect(text).not.toContain(secret)
    expect(JSON.stringify(replies)).not.toMatch(/digest|[0-9a-f]{64}/)
  })

  test('SEC-21 what a key may do is never more than its maker, its roles and its scopes each allow', () => {
    const anyRoles = fc.uniqueArray(fc.constantFrom(...roleNames), { minLength: 1, maxLength: 3 })
    const kinds = [
      'account',
      'contact',
      'note',
      'interaction',
      'user',
      'team',
      'apiKey',
      'event',
      'access',
      'handover',
      'import',
      'export',
      'importPreset',
      'calendar',
      'slaPolicy',
      'escalationRule',
      'assignmentRule',
      'task',
      'anything',
    ]
    const reach = (rights: Rights, kind: string, action: (typeof actions)[number]) =>
      levels.indexOf(rights.level(kind, action))
    const freedom = ['none', 'read', 'write']
    const groups = Object.values(roles).flatMap((role) =>
      Object.entries('fields' in role ? role.fields : {}).flatMap(([kind, fields]) =>
        Object.keys(fields).map((group) => ({ kind, group })),
      ),
    )

    fc.assert(
      fc.property(anyRoles, anyRoles, fc.func(fc.boolean()), (makers, asked, allows) => {
        const maker = mergeRoles(rightsOf(makers))
        const key = narrow(intersect(maker, mergeRoles(rightsOf(asked))), (kind, action) => allows(kind, action))
        for (const kind of kinds)
          for (const action of actions) {
            expect(reach(key, kind, action)).toBeLessThanOrEqual(
              Math.min(reach(maker, kind, action), reach(mergeRoles(rightsOf(asked)), kind, action)),
            )
            if (!allows(kind, action)) expect(key.level(kind, action)).toBe('none')
          }
        for (const { kind, group } of groups)
          expect(freedom.indexOf(key.field(kind, group))).toBeLessThanOrEqual(freedom.indexOf(maker.field(kind, group)))
      }),
      { numRuns: 100, seed: 21 },
    )
  })

  test('SEC-21 over HTTP, no role can make a key with more than its own rights, for any pair of roles', async () => {
    const wider: string[] = []
    for (const maker of roleNames) {
      for (const asked of roleNames) {
        const reply = await api.call<{ key?: string }>('POST', '/v1/api-keys', {
          as: maker,
          body: { name: 'x', roles: [asked], scopes: ['*:*'], expiresAt: inDays(api, 1) },
        })
        if (reply.status !== 201) continue
        const rights = async (as: string) =>
          (await api.call<{ rights: Record<string, Record<string, string>> }>('GET', '/v1/me', { as })).body.rights
        const [mine, its] = [await rights(maker), await rights(`Bearer ${reply.body.key}`)]
        for (const [kind, allowed] of Object.entries(its))
          for (const [action, level] of Object.entries(allowed)) {
            if (levels.indexOf(level as 'all') > levels.indexOf(mine[kind]?.[action] as 'all'))
              wider.push(`${maker} ${asked} ${kind} ${action}`)
          }
      }
    }

    expect(wider).toEqual([])
  })

  test('a key of a manager reaches the reports its scopes leave it', async () => {
    const { body } = await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Below', visibility: 'owner' } })
    const { key } = await issue({ scopes: ['account:read'] }, 'manager')

    expect((await api.call('GET', `/v1/accounts/${body.id}`, { as: `Bearer ${key}` })).status).toBe(200)
  })
})

describe('shares', () => {
  test('SEC-21 a share gives away no more than its giver has, and no right to give it further', async () => {
    const { body } = await api.call<{ id: string }>('POST', '/v1/accounts', {
      as: 'stranger',
      body: { name: 'Shared' },
    })
    const path = `/v1/accounts/${body.id}`
    const share = (as: string, shares: object[]) => api.call('PUT', `${path}/shares`, { as, body: { shares } })
    const to = api.people.rep?.id
    const asRep = (method: string, rest = '', body?: object) =>
      api.call(method, `${path}${rest}`, { as: 'rep', ...(body && { body }) })
    const statuses = async (calls: Promise<Reply>[]) => (await Promise.all(calls)).map(({ status }) => status)

    await share('stranger', [{ to, access: 'read' }])
    const reading = await statuses([
      asRep('GET'),
      asRep('PATCH', '', { name: 'Taken' }),
      asRep('DELETE'),
      share('rep', []),
      share('rep', [{ to: api.people.peer?.id, access: 'read' }]),
    ])
    await share('stranger', [{ to, access: 'update' }])
    const changing = await statuses([
      asRep('PATCH', '', { description: 'Helped' }),
      asRep('PATCH', '', { ownerId: to }),
      asRep('PATCH', '', { teamId: api.teams.sales }),
      asRep('PATCH', '', { visibility: 'everyone' }),
      asRep('PATCH', '', { visibility: 'owner' }),
      asRep('DELETE'),
      asRep('POST', '/restore'),
      share('rep', [{ to: api.people.peer?.id, access: 'update' }]),
    ])

    expect(reading).toEqual([200, 403, 403, 403, 403])
    expect(changing).toEqual([200, 403, 403, 403, 403, 403, 404, 403])
  })

  test('SEC-21 an expired share and one of a team left are worth nothing', async () => {
    const { body } = await api.call<{ id: string }>('POST', '/v1/accounts', {
      as: 'stranger',
      body: { name: 'For a while' },
    })
    const path = `/v1/accounts/${body.id}`
    const until = new Date(api.now.at.getTime() + 60_000).toISOString()
    await api.call('PUT', `${path}/shares`, {
      as: 'stranger',
      body: { shares: [{ to: api.people.rep?.id, access: 'update', until }] },
    })
    const within = await api.call('GET', path, { as: 'rep' })

    api.now.advance(60_000)

    expect(within.status).toBe(200)
    expect((await api.call('GET', path, { as: 'rep' })).status).toBe(404)
    expect((await api.call('PATCH', path, { as: 'rep', body: { name: 'x' } })).status).toBe(404)
    expect(
      (await api.call<{ data: { id: string }[] }>('GET', '/v1/accounts', { as: 'rep' })).body.data.map(({ id }) => id),
    ).not.toContain(body.id)
  })
})

describe('without credentials', () => {
  test('SEC-17 every route but the declared ones answers 401 before it looks at anything', async () => {
    const before = await api.fingerprint()
    const answers = new Map<string, string>()
    for (const route of routes.filter(({ id }) => !PUBLIC.includes(id))) {
      for (const options of [
        {},
        { body: undefined, rawBody: '{', headers: { 'content-type': 'text/plain' } },
        { rawQuery: 'nothing=1' },
      ]) {
        const sample = samples.get(route.id) as Sample
        answers.set(told(await api.call(route.method, sample.path, { ...sample, ...options })), routeKey(route))
        answers.set(
          told(await api.call(route.method, route.path.replaceAll(/\{\w+\}/g, 'x'), { ...sample, ...options })),
          routeKey(route),
        )
      }
    }

    expect([...answers.keys()].length, JSON.stringify([...answers])).toBe(1)
    expect([...answers.keys()][0]).toContain('"credentials.missing"')
    expect(await api.fingerprint()).toBe(before)
  })

  test('SEC-17 the routes that need none are the declared ones, and the document says the same', () => {
    expect(routes.filter(({ access }) => access === 'public').map(({ id }) => id)).toEqual(PUBLIC)
  })

  test('SEC-24 what everybody may ask takes a form or a sealed token at most, and names nobody', async () => {
    const open = operations.filter(({ route }) => route.access === 'public')
    const inputs = open.flatMap(({ route, method, parameters, body }) => [
      ...parameters.map(({ name }) => `${route.id} ${name}`),
      ...(body ? [`${route.id} body`] : []),
      ...(method === 'GET' ? [] : [`${route.id} ${method}`]),
    ])
    // Links end, and this file moves the clock.
    const fresh = await Promise.all(open.map(({ route }) => sampleFor(api, route)))
    const replies = await Promise.all(
      open.map(({ method }, index) => api.call<unknown>(method, fresh[index]?.path ?? '', fresh[index])),
    )

    expect(inputs).toEqual([
      'capture formKey',
      'capture Idempotency-Key',
      'capture body',
      'capture POST',
      'showOptIn link',
      'confirmOptIn link',
      'confirmOptIn Idempotency-Key',
      'confirmOptIn POST',
      'showRating link',
      'rateCase link',
      'rateCase Idempotency-Key',
      'rateCase body',
      'rateCase POST',
      'requestCallback Idempotency-Key',
      'requestCallback body',
      'requestCallback POST',
      'listOwnCases link',
      'showOwnCase link',
      'showOwnCase caseId',
      'replyToOwnCase link',
      'replyToOwnCase caseId',
      'replyToOwnCase Idempotency-Key',
      'replyToOwnCase body',
      'replyToOwnCase POST',
      'sendOwnFile link',
      'sendOwnFile caseId',
      'sendOwnFile Idempotency-Key',
      'sendOwnFile body',
      'sendOwnFile POST',
      'linkToOwnFile link',
      'linkToOwnFile caseId',
      'linkToOwnFile fileId',
      'showOwnFile link',
      'showOwnFile caseId',
      'showOwnFile fileId',
      'closeOwnCase link',
      'closeOwnCase caseId',
      'closeOwnCase Idempotency-Key',
      'closeOwnCase POST',
      'showOffer link',
      'decideOffer link',
      'decideOffer Idempotency-Key',
      'decideOffer body',
      'decideOffer POST',
    ])
    expect(replies.map(({ status }) => status)).toEqual([
      202, 200, 200, 200, 200, 202, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 200,
    ])
    expect(JSON.stringify(replies)).not.toMatch(/usr_(?!01kavm5g3t8z1r4y6w9x2c7b0d)|@rapport\.test|sub-/)
  })

  test('an address that is no route is nothing, whoever asks', async () => {
    for (const path of [
      '/',
      '/v1',
      '/v1/nothing',
      '/v1/accounts/',
      '/V1/accounts',
      '/v1/accounts/../users',
      '/.env',
      '/v1/openapi.json/',
    ]) {
      expect((await api.call('GET', path, { as: 'admin' })).status, path).toBe(404)
    }
  })
})

describe('browsers', () => {
  const request = (origin?: string) =>
    ({ headers: { ...(origin && { origin }) }, method: 'OPTIONS' }) as IncomingMessage
  const allowed = ['https://crm.example.com']

  test('SEC-12 an origin gets its name back only when it is on the list, and never with credentials', () => {
    const matrix = [
      undefined,
      'null',
      'https://evil.example',
      'https://crm.example.com.evil.example',
      'http://crm.example.com',
      'https://crm.example.com:8443',
      'https://CRM.example.com',
      'https://crm.example.com/',
    ]

    for (const origin of matrix) expect(corsHeaders(request(origin), allowed), String(origin)).toEqual({})
    expect(corsHeaders(request('https://crm.example.com'), allowed)).toMatchObject({
      'access-control-allow-origin': 'https://crm.example.com',
      vary: 'origin',
    })
    expect(Object.keys(corsHeaders(request('https://crm.example.com'), allowed))).not.toContain(
      'access-control-allow-credentials',
    )
  })

  test('SEC-12 a preflight promises another origin nothing', () => {
    const sent: [number, Record<string, string>][] = []
    const response = {
      writeHead(status: number, headers: Record<string, string>) {
        sent.push([status, headers])
        return { end: () => {} }
      },
    }

    sendPreflight(request('https://evil.example'), response as unknown as ServerResponse, allowed)

    expect(sent).toEqual([[204, {}]])
  })

  test('SEC-12 a cookie is no credential and none is ever set', async () => {
    for (const id of CLASSES) {
      const reply = await send(id, { headers: { cookie: 'session=admin', origin: 'https://evil.example' } })
      expect(reply.status, id).toBe(401)
      expect(Object.keys(reply.headers), id).not.toContain('set-cookie')
      expect(
        Object.keys(reply.headers).filter((name) => name.startsWith('access-control')),
        id,
      ).toEqual([])
    }
  })
})

describe('limits', () => {
  const ask = (limited: Api, options: CallOptions) => limited.call('GET', '/v1/me', options)

  test('SEC-19 nothing a caller sends moves it to another bucket', async () => {
    const limited = await startApi({ ratePerS: 2 })
    const changing: CallOptions[] = [
      { headers: { 'x-forwarded-for': '1.1.1.1' } },
      {
        headers: {
          'x-forwarded-for': '2.2.2.2',
          forwarded: 'for=3.3.3.3',
          'x-real-ip': '4.4.4.4',
          'true-client-ip': '5.5.5.5',
        },
      },
      { headers: { 'user-agent': 'another', 'idempotency-key': 'k2', origin: 'https://x.example' } },
      { sourceIp: '203.0.113.9' },
      { as: 'Bearer sub-rep@1795338001' },
      { rawQuery: 'x=1' },
    ]
    for (let spent = 0; spent < 4; spent++) expect((await ask(limited, { as: 'rep' })).status).toBe(200)

    const before = await limited.fingerprint()
    for (const options of changing) {
      const reply = await ask(limited, { as: 'rep', ...options })
      expect(reply.status, JSON.stringify(options)).toBe(429)
      expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0)
    }
    const write = await limited.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Too many' } })

    expect(write.status).toBe(429)
    expect(await limited.fingerprint()).toBe(before)
    expect((await ask(limited, { as: 'peer' })).status, 'somebody else is not slowed down').toBe(200)
    limited.now.advance(1_000)
    expect((await ask(limited, { as: 'rep' })).status).toBe(200)
    await limited.stop()
  })

  test('SEC-19 an open route is limited by the address the gateway saw', async () => {
    const limited = await startApi({ ratePerS: 1 })
    const open = (sourceIp: string, headers = {}) => limited.call('GET', '/v1/openapi.json', { sourceIp, headers })
    const statuses: number[] = []
    for (let index = 0; index < 4; index++)
      statuses.push((await open('203.0.113.1', { 'x-forwarded-for': `10.0.0.${index}` })).status)

    expect(statuses).toEqual([200, 200, 429, 429])
    expect((await open('203.0.113.2')).status).toBe(200)
    await limited.stop()
  })
})

test('SEC-20 people and programs who ask at the same time never get each other’s answers, whatever is remembered of them', async () => {
  const shared = await startApi({ rightsTtlMs: 60_000 })
  const names = ['rep', 'stranger', 'admin', 'readonly']
  const own = new Map<string, string>()
  for (const name of names.slice(0, 3)) {
    const body = { name: `secret of ${name}`, visibility: 'owner' }
    own.set(name, String((await shared.call('POST', '/v1/accounts', { as: name, body })).body.id))
  }
  const issued = await shared.call<{ key: string }>('POST', '/v1/api-keys', {
    as: 'rep',
    body: { name: 'Program', scopes: ['contact:read'], expiresAt: inDays(shared, 1) },
  })
  const ask = async (name: string) => ({
    name,
    me: await shared.call<{ user: { id: string } }>('GET', '/v1/me', { as: name }),
    list: await shared.call('GET', '/v1/accounts', { as: name, query: { limit: 100 } }),
    program: await shared.call('GET', '/v1/accounts', { as: `Bearer ${issued.body.key}` }),
  })
  const replies: Awaited<ReturnType<typeof ask>>[] = []
  for (let wave = 0; wave < 60; wave++) replies.push(...(await Promise.all(names.map(ask))))

  for (const { name, me, list, program } of replies) {
    const sees = (other: string) => JSON.stringify(list.body).includes(own.get(other) ?? 'nothing')
    expect(me.body.user.id).toBe(shared.people[name]?.id)
    expect([me, list].map(({ headers }) => headers['cache-control'])).toEqual(['no-store', 'no-store'])
    expect([sees('rep'), sees('stranger'), sees('admin')], name).toEqual(
      name === 'rep' ? [true, false, false] : name === 'stranger' ? [false, true, false] : [true, true, true],
    )
    expect(program.status).toBe(403)
  }
  await shared.stop()
})

const inDays = (of: Api, days: number): string => new Date(of.now.at.getTime() + days * DAY_MS).toISOString()
