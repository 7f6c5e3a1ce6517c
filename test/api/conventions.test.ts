import { type Route, routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { parametersOf } from '../support/document.ts'
import { type Body, basePath, bodyOf, formOf, type Made, make, patchOf, sampleFor, send } from '../support/fixtures.ts'

interface Problem extends Body {
  code: string
  errors: { pointer: string }[]
}

const named = (wanted: (route: Route) => boolean): [string, Route][] =>
  routes.filter(wanted).map((route) => [routeKey(route), route])

let api: Api
let writes = 0
beforeAll(async () => {
  api = await startApi({
    wrap: (table) => ({
      ...table,
      transact: (...transaction) => {
        writes++
        return table.transact(...transaction)
      },
    }),
  })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe('what is created says where it is and which version', () => {
  test.each(named(({ method, success }) => method === 'POST' && success.status === 201))('%s', async (_, route) => {
    const made = await send(api, route, await sampleFor(api, route))

    expect(made.status).toBe(201)
    expect(made.headers.location).toMatch(/^\/v1\//)
    const found = await api.call<Body & { data?: Body[] }>('GET', String(made.headers.location), { as: 'admin' })
    expect(found.status).toBe(200)
    const record = (made.body.record ?? made.body) as Body
    expect(found.body.data ?? [found.body]).toContainEqual({ ...record, lastUsedAt: undefined })
    if (route.hasEtag) expect(made.headers.etag).toBe(`"${record.version}"`)
  })
})

describe('what is read carries its version and is not sent twice', () => {
  test.each(named(({ method, hasEtag }) => method === 'GET' && hasEtag === true))('%s', async (_, route) => {
    const sample = await sampleFor(api, route)

    const read = await send(api, route, sample)
    const again = await send(api, route, sample, { headers: { 'If-None-Match': String(read.headers.etag) } })
    const other = await send(api, route, sample, { headers: { 'If-None-Match': '"999"' } })
    const statuses = (tags: readonly string[]) =>
      Promise.all(
        tags.map(async (tag) => (await send(api, route, sample, { headers: { 'If-None-Match': tag } })).status),
      )
    const etag = String(read.headers.etag)
    const known = await statuses([`W/${etag}`, `"998", ${etag}`, `"a,b" ,W/"998",W/${etag}`, '*'])
    const unknown = await statuses(['W/"999"', '"998", "999"', etag.slice(1), `"${etag.slice(1, -1)}9"`, ''])

    const record = (read.body.user ?? read.body) as Body
    expect(read.headers.etag).toBe(`"${record.version}"`)
    expect([again.status, again.body, again.headers.etag]).toEqual([304, undefined, read.headers.etag])
    expect(again.headers).not.toHaveProperty('content-type')
    expect([other.status, other.body]).toEqual([200, read.body])
    expect({ known, unknown }).toEqual({ known: [304, 304, 304, 304], unknown: [200, 200, 200, 200, 200] })
  })
})

describe('a merge patch', () => {
  const patched = named(({ method }) => method === 'PATCH')

  test.each(patched)('takes fields away with null, and only those that may go: %s', async (_, route) => {
    const { path } = await sampleFor(api, route)
    const { first, optional, required } = patchOf(route)
    const patch = (body: Body) =>
      api.call<Body & { user?: Body; errors: { pointer: string }[] }>('PATCH', path, { as: 'admin', body })
    const before = await patch({ ...first, ...(route.id === 'updateMe' ? { [optional]: 'Chief' } : {}) })

    const gone = await patch({ [optional]: null })
    const same = await patch({ [optional]: null })
    const refused = required === undefined ? undefined : await patch({ [required]: null })

    const recordOf = (reply: Reply<Body & { user?: Body }>): Body => reply.body.user ?? reply.body
    expect(recordOf(before)).toHaveProperty(optional)
    expect(recordOf(gone)).not.toHaveProperty(optional)
    expect(recordOf(gone)).toMatchObject(first)
    expect(recordOf(gone).version).toBe(Number(recordOf(before).version) + 1)
    expect(same.body, 'a patch that changes nothing writes nothing').toEqual(gone.body)
    if (refused) expect([refused.status, refused.body.errors[0]?.pointer]).toEqual([400, `/${required}`])
  })

  test.each(patched)('loses nothing to another one at the same time: %s', async (_, route) => {
    const { path } = await sampleFor(api, route)
    const { first, second } = patchOf(route)

    const replies = await Promise.all(
      [first, second, first, second].map((body) => api.call('PATCH', path, { as: 'admin', body })),
    )

    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200, 200])
    const now = await api.call<Body & { user?: Body }>('PATCH', path, { as: 'admin', body: first })
    expect(now.body.user ?? now.body).toMatchObject({ ...first, ...second })
  })
})

describe('If-Match', () => {
  test.each(named(({ takesIfMatch }) => takesIfMatch === true))(
    'holds a write to the version that was read: %s',
    async (_, route) => {
      const sample = await sampleFor(api, route)
      const before = writes

      const stale = await send<Problem>(api, route, sample, { headers: { 'If-Match': '"999"' } })
      const malformed = await Promise.all(
        ['*', '1', 'W/"1"', '"x"', '"0"', '"1", "2"', '"-1"', ''].map((tag) =>
          send<Problem>(api, route, sample, { headers: { 'If-Match': tag } }),
        ),
      )

      expect([stale.status, stale.body.code]).toEqual([412, 'record.stale'])
      expect(malformed.map((reply) => reply.status)).toEqual(malformed.map(() => 400))
      expect(malformed.map((reply) => reply.body.errors[0]?.pointer)).toEqual(malformed.map(() => '/headers/if-match'))
      expect(writes).toBe(before)
      const current = await send(api, route, sample, { headers: { 'If-Match': `"${stale.body.currentVersion}"` } })
      expect(current.status).toBe(route.success.status)
    },
  )
})

describe('what is deleted', () => {
  // A pipeline must be given up and empty first, and what could not be captured is never posted: both have flows of their own.
  const deleted = named(({ method, kind }) => method === 'DELETE' && kind !== 'pipeline' && kind !== 'captureFailure')
  const restored = new Set(routes.filter((route) => formOf(route) === 'POST /{id}/restore').map((route) => route.kind))

  test.each(deleted)(
    'is gone, stands in the recycle bin, and comes back where that is possible: %s',
    async (_, { kind = '' }) => {
      const { id } = await make(api, kind)
      const path = `${basePath(kind)}/${id}`
      const listed = async (query: Record<string, string>) =>
        (
          await api.call<{ data: Made[] }>('GET', basePath(kind), { as: 'admin', query: { ...query, limit: '100' } })
        ).body.data.some((record) => record.id === id)

      const gone = await api.call('DELETE', path, { as: 'admin' })

      expect([gone.status, gone.body, gone.headers['content-type']]).toEqual([204, undefined, undefined])
      expect((await api.call('GET', path, { as: 'admin' })).status).toBe(404)
      expect((await api.call('PATCH', path, { as: 'admin', body: {} })).status).toBe(404)
      expect((await api.call('DELETE', path, { as: 'admin' })).status).toBe(404)
      expect([await listed({}), await listed({ deleted: 'true' })]).toEqual([false, true])
      if (!restored.has(kind)) return
      expect((await api.call('POST', `${path}/restore`, { as: 'admin' })).status).toBe(200)
      expect((await api.call('POST', `${path}/restore`, { as: 'admin' })).status, 'nothing to bring back').toBe(404)
      expect([await listed({}), await listed({ deleted: 'true' })]).toEqual([true, false])
    },
  )

  test.each(deleted)(
    'frees its unique values, and names what has them when it comes back: %s',
    async (_, { kind = '' }) => {
      const body = await bodyOf(api, kind)
      const old = await make(api, kind, { body })
      const twin = await api.call<Problem & { conflictingId: string }>('POST', basePath(kind), { as: 'admin', body })
      if (twin.status === 201) return
      expect([twin.status, twin.body.conflictingId]).toEqual([409, old.id])
      expect(twin.body.code).toMatch(/_taken$/)

      await api.call('DELETE', `${basePath(kind)}/${old.id}`, { as: 'admin' })
      const next = await make(api, kind, { body })

      if (!restored.has(kind)) return
      const restore = () =>
        api.call<Problem & { conflictingId: string }>('POST', `${basePath(kind)}/${old.id}/restore`, { as: 'admin' })
      const blocked = await restore()
      expect([blocked.status, blocked.body.conflictingId]).toEqual([409, next.id])
      await api.call('DELETE', `${basePath(kind)}/${next.id}`, { as: 'admin' })
      expect((await restore()).status).toBe(200)
    },
  )
})

describe('every answer', () => {
  const sealed = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': expect.stringContaining('max-age='),
    'x-request-id': expect.stringMatching(/^req-/),
  }

  test.each(named(() => true))('is nobody else’s to keep: %s', async (_, route) => {
    const sample = await sampleFor(api, route)

    const replies = [
      await send(api, route, sample, { rawQuery: 'nope=1' }),
      await send(api, route, sample, { as: undefined }),
      await send(api, route, sample),
    ]

    for (const reply of replies) {
      expect(reply.headers).toMatchObject(sealed)
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('set-'))).toEqual([])
    }
  })

  test('is a problem document where there is nothing', async () => {
    const reply = await api.call<Problem>('GET', '/v1/nothing', { as: 'admin' })

    expect([reply.status, reply.body.code, reply.headers['content-type']]).toEqual([
      404,
      'route.not_found',
      'application/problem+json',
    ])
    expect(reply.headers).toMatchObject(sealed)
  })

  test('about a fault of ours says nothing but the request id', async () => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const broken = await startApi({
      wrap: (table) => ({ ...table, query: () => Promise.reject(new Error('secret: table t at 10.0.0.1')) }),
    })

    const reply = await broken.call<Problem>('GET', '/v1/accounts', { as: 'admin' })

    expect([reply.status, reply.body.code, reply.body.requestId]).toEqual([
      500,
      'internal.error',
      reply.headers['x-request-id'],
    ])
    expect(JSON.stringify(reply)).not.toContain('secret')
    expect(reply.headers).toMatchObject(sealed)
    vi.restoreAllMocks()
    await broken.stop()
  })
})

describe('a body', () => {
  const written = named(({ body }) => body !== undefined)

  test.each(written)('that is not JSON, too large, too deep or full of tricks is refused: %s', async (_, route) => {
    const sample = await sampleFor(api, route)
    const before = writes
    const good = JSON.stringify(sample.body)
    const [name] = Object.keys(sample.body as Body)
    const with_ = (text: string) => good.replace(/\}$/, `,${text}}`)
    const cases: [string, number, Parameters<typeof send>[3]][] = [
      ['plain text', 415, { headers: { 'content-type': 'text/plain' } }],
      ['a form', route.takesForms ? 400 : 415, { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
      [
        'a merge patch where none is taken',
        route.method === 'PATCH' ? 0 : 415,
        { headers: { 'content-type': 'application/merge-patch+json' } },
      ],
      ['half of it', 400, { rawBody: good.slice(0, -1) }],
      ['nothing', 400, { rawBody: '' }],
      ['too large', 413, { rawBody: with_(`"x":"${'x'.repeat(256 * 1024)}"`) }],
      ['too deep', 400, { rawBody: with_(`"${name}":${'['.repeat(40)}${']'.repeat(40)}`) }],
      ['very deep', 400, { rawBody: with_(`"${name}":${'['.repeat(100_000)}${']'.repeat(100_000)}`) }],
      ['__proto__', 400, { rawBody: with_('"__proto__":{"isAdmin":true}') }],
      ['constructor', 400, { rawBody: with_('"constructor":{"prototype":{"isAdmin":true}}') }],
      ['a name twice', 400, { rawBody: with_(`"${name}":{"wrong":[]}`) }],
    ]

    for (const [what, status, change] of cases) {
      if (status === 0) continue
      const reply = await send<Problem>(api, route, sample, change)
      expect(`${what}: ${reply.status}`).toBe(`${what}: ${status}`)
    }
    expect(writes).toBe(before)
    expect('isAdmin' in {}).toBe(false)
  })

  test.each(named(({ method }) => method === 'PATCH'))(
    'may name itself a merge patch, with parameters: %s',
    async (_, route) => {
      const reply = await send(api, route, await sampleFor(api, route), {
        headers: { 'content-type': 'Application/Merge-Patch+JSON; charset=utf-8' },
      })

      expect(reply.status).toBe(200)
    },
  )

  test.each([
    ['account', '/annualRevenue/amount', { annualRevenue: { amount: 12.5, currency: 'USD' } }],
    ['account', '/annualRevenue/amount', { annualRevenue: { amount: 2 ** 53, currency: 'USD' } }],
    ['account', '/annualRevenue/currency', { annualRevenue: { amount: 1, currency: 'usd' } }],
    ['account', '/annualRevenue/currency', { annualRevenue: { amount: 1, currency: 'XQX' } }],
    ['account', '/addresses/1/country', { addresses: [{}, { country: 'Vietnam' }] }],
    ['account', '/externalIds/a~1b', { externalIds: { 'a/b': 'x' } }],
    ['contact', '/emails/0/value', { emails: [{ value: 'nobody' }] }],
    ['contact', '/emails', { emails: [{ value: 'a@b.test' }, { value: 'A@B.test' }] }],
    ['contact', '/birthday', { birthday: '1990-02-30' }],
    ['contact', '/timeZone', { timeZone: 'Mars/Olympus' }],
    ['interaction', '/at', { at: '2026-11-22T09:00:00+07:00' }],
    ['interaction', '/at', { at: '2026-11-22T09:00:00Z' }],
    ['interaction', '/durationS', { durationS: 0.5 }],
    ['product', '/cost', { cost: 6.4 }],
    ['priceBook', '/adjustmentPercent', { adjustmentPercent: '-100' }],
    ['priceBookEntry', '/minQuantity', { minQuantity: '-1' }],
    ['exchangeRate', '/rate', { rate: '0' }],
    ['exchangeRate', '/rate', { rate: 1.0834 }],
    ['user', '/roles/0', { roles: ['root'] }],
    ['apiKey', '/scopes/1', { scopes: ['contact:read', 'contact:everything'] }],
  ])('of a wrong %s points at %s', async (kind, pointer, body) => {
    const reply = await api.call<Problem>('POST', basePath(kind), {
      as: 'admin',
      body: { ...(await bodyOf(api, kind)), ...body },
    })

    expect(reply.status).toBe(400)
    expect(new Set(reply.body.errors.map((error) => error.pointer))).toEqual(new Set([pointer]))
  })
})

describe('references', () => {
  const referring: [string, string][] = [
    ['account', 'parentId'],
    ['account', 'ownerId'],
    ['account', 'teamId'],
    ['contact', 'accountId'],
    ['note', 'subjectId'],
    ['interaction', 'subjectId'],
    ['user', 'managerId'],
    ['slaPolicy', 'calendarId'],
    ['account', 'priceBookId'],
    ['priceBookEntry', 'priceBookId'],
    ['priceBookEntry', 'productId'],
  ]
  const named: Record<string, string> = {
    ownerId: 'user',
    managerId: 'user',
    teamId: 'team',
    calendarId: 'calendar',
    priceBookId: 'priceBook',
    productId: 'product',
  }
  test.each(referring)('to what is absent or deleted are refused alike: %s.%s', async (kind, field) => {
    const body = await bodyOf(api, kind)
    const of = named[field] ?? 'account'
    const gone = await make(api, of)
    await api.call('DELETE', `${basePath(of)}/${gone.id}`, { as: 'admin' })
    const before = writes

    const deleted = await api.call<Problem>('POST', basePath(kind), {
      as: 'admin',
      body: { ...body, [field]: gone.id },
    })
    const absent = await api.call<Problem>('POST', basePath(kind), {
      as: 'admin',
      body: { ...body, [field]: `${gone.id.slice(0, 4)}01kavm5g3t8z1r4y6w9x2c7b0d` },
    })

    expect([deleted.status, deleted.body.code, deleted.body.errors[0]?.pointer]).toEqual([
      422,
      'reference.not_found',
      `/${field}`,
    ])
    expect({ ...absent.body, requestId: '' }).toEqual({ ...deleted.body, requestId: '' })
    expect(writes).toBe(before)
  })
})

describe('who asks too often', () => {
  test('is told so, when to come back and how much is left; others are not touched', async () => {
    const small = await startApi({ ratePerS: 2 })
    const ask = (as: string | undefined, sourceIp: string, headers = {}) =>
      small.call<Problem>('GET', as ? '/v1/accounts' : '/v1/openapi.json', { as, sourceIp, headers })

    const first = [
      await ask('rep', '1.1.1.1'),
      await ask('rep', '2.2.2.2'),
      await ask('rep', '3.3.3.3', { 'X-Forwarded-For': '9.9.9.9' }),
      await ask('rep', '4.4.4.4'),
    ]
    const refused = await ask('rep', '5.5.5.5', { 'X-Forwarded-For': '8.8.8.8', 'X-Api-Key': 'other' })
    const other = await ask('peer', '1.1.1.1')

    expect(
      first.map((reply) => [reply.status, reply.headers['ratelimit-limit'], reply.headers['ratelimit-remaining']]),
    ).toEqual([
      [200, '4', '3'],
      [200, '4', '2'],
      [200, '4', '1'],
      [200, '4', '0'],
    ])
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'rate.exceeded', '1'])
    expect(refused.headers).toMatchObject({
      'ratelimit-limit': '4',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '2',
    })
    expect(other.status).toBe(200)
    small.now.advance(1_000)
    expect((await ask('rep', '5.5.5.5')).status).toBe(200)

    const strangers = await Promise.all(Array.from({ length: 5 }, () => ask(undefined, '7.7.7.7')))
    expect(strangers.map((reply) => reply.status).sort()).toEqual([200, 200, 200, 200, 429])
    expect((await ask(undefined, '7.7.7.8')).status).toBe(200)
    await small.stop()
  })
})

test('no field of a record has the name of an attribute that only places it', async () => {
  const placing = ['pk', 'sk', 'state', 'shard', 'parent', 'expiresAtS']
  const fields = routes.flatMap((route) => parametersOf(route, 'query').map(({ name }) => name))
  const made = await Promise.all(
    [
      'account',
      'product',
      'priceBook',
      'priceBookEntry',
      'exchangeRate',
      'contact',
      'note',
      'interaction',
      'user',
      'team',
      'apiKey',
      'handover',
      'import',
      'export',
      'importPreset',
      'calendar',
      'slaPolicy',
      'assignmentRule',
    ].map((kind) => make(api, kind)),
  )

  expect(made.flatMap((record) => Object.keys(record)).filter((field) => placing.includes(field))).toEqual([])
  expect(fields.filter((field) => placing.includes(field))).toEqual([])
})
