import { routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { type Body, type Made, make, type Sample, sampleFor, send } from '../support/fixtures.ts'

/** Values that stand in no other field, and who must never be told them. Written from what is wanted, like the matrix. */
const secrets = [
  {
    kind: 'account',
    field: 'annualRevenue',
    value: { amount: 987_654_321, currency: 'USD' },
    trace: '987654321',
    hiddenFrom: ['marketing', 'agent'],
  },
  {
    kind: 'product',
    field: 'cost',
    value: { amount: 876_543_219, currency: 'USD' },
    trace: '876543219',
    hiddenFrom: ['marketing', 'agent'],
  },
  { kind: 'contact', field: 'birthday', value: '1911-11-11', trace: '1911-11-11', hiddenFrom: ['marketing'] },
  { kind: 'contact', field: 'gender', value: 'undisclosed', trace: 'undisclosed', hiddenFrom: ['marketing'] },
]
const kept = {
  account: { annualRevenue: { amount: 987_654_321, currency: 'USD' } },
  contact: { birthday: '1911-11-11', gender: 'undisclosed' },
  product: { cost: { amount: 876_543_219, currency: 'USD' } },
}
/** Everybody who may read products reads all of them. */
const forEveryone = (kind: string): Body => (kind === 'product' ? {} : { visibility: 'everyone' })

let api: Api
let account: Made
let contact: Made
let product: Made
const keys: Record<string, string> = {}
beforeAll(async () => {
  api = await startApi()
  account = await make(api, 'account', { body: { ...kept.account, visibility: 'everyone' } })
  contact = await make(api, 'contact', { body: { ...kept.contact, accountId: account.id, visibility: 'everyone' } })
  product = await make(api, 'product', { body: kept.product })
  for (const body of [{ cost: { amount: 1, currency: 'USD' } }, kept.product]) {
    await api.call('PATCH', `/v1/products/${product.id}`, { as: 'admin', body })
  }
  for (const body of [{ annualRevenue: { amount: 1, currency: 'USD' } }, kept.account]) {
    await api.call('PATCH', `/v1/accounts/${account.id}`, { as: 'admin', body })
  }
  await api.project()
  const expiresAt = '2027-01-01T00:00:00.000Z'
  for (const role of ['marketing', 'agent']) {
    const { body } = await api.call<{ key: string }>('POST', '/v1/api-keys', {
      as: 'admin',
      body: { name: role, roles: [role], scopes: ['*:*'], expiresAt },
    })
    keys[role] = `Bearer ${body.key}`
  }
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe('no route tells a field to a role that may not see it', () => {
  const reading = routes.filter(({ method, access }) => method === 'GET' && access !== 'public')

  test.each(reading.map((route): [string, (typeof routes)[number]] => [routeKey(route), route]))(
    '%s',
    async (_, route) => {
      const sample = await sampleFor(api, route)

      for (const { hiddenFrom, trace } of secrets) {
        for (const role of hiddenFrom) {
          for (const as of [role, keys[role]]) {
            for (const asked of variants(route, sample)) {
              const reply = await send<Body>(api, route, asked, { as })
              expect(
                JSON.stringify([reply.headers, reply.body ?? '']),
                `${role} is told ${trace} by ${asked.path}`,
              ).not.toContain(trace)
            }
          }
        }
      }
    },
  )
})

test('who may see the fields is told them in the same places', async () => {
  const told = await Promise.all(
    [
      `/v1/accounts/${account.id}`,
      `/v1/accounts/${account.id}/timeline`,
      `/v1/accounts/${account.id}/timeline/people`,
      `/v1/accounts/${account.id}/contacts`,
      `/v1/contacts/${contact.id}`,
      `/v1/products/${product.id}`,
      `/v1/products/${product.id}/timeline`,
    ].map(async (path) => JSON.stringify((await api.call('GET', path, { as: 'manager' })).body)),
  )

  expect(told.map((text) => /987654321|1911-11-11|876543219/.test(text))).toEqual(told.map(() => true))
})

describe.each(secrets)('$kind.$field', ({ kind, field, value, trace, hiddenFrom }) => {
  test.each(hiddenFrom)('finds, filters and sorts nothing for %s', async (as) => {
    const record = await make(api, kind, { body: { [field]: value, ...forEveryone(kind) } })
    await api.project()
    const list = (query: Record<string, string>) => api.call('GET', `/v1/${kind}s`, { as, query })

    expect((await list({ [field]: trace })).status).toBe(400)
    expect((await list({ sort: field })).status).toBe(400)
    expect((await list({ sort: `-${field}` })).status).toBe(400)
    const found = await api.call<{ data: Made[] }>('GET', '/v1/search', { as, query: { q: trace } })
    expect(found.body.data.map(({ id }) => id)).not.toContain(record.id)
  })

  test.each(hiddenFrom)('cannot be set by %s', async (as) => {
    const ownerId = kind === 'product' ? {} : { ownerId: api.people[as]?.id }
    const record = await make(api, kind, { body: { ...forEveryone(kind), ...ownerId, [field]: undefined } })
    const before = await api.fingerprint()

    const reply = await api.call('PATCH', `/v1/${kind}s/${record.id}`, { as, body: { [field]: value } })
    const made = await api.call('POST', `/v1/${kind}s`, { as, body: { name: 'Any', [field]: value } })

    expect(reply.status).toBe(403)
    expect([400, 403]).toContain(made.status)
    expect(await api.fingerprint()).toBe(before)
  })
})

describe('who somebody is, people do not say about themselves', () => {
  const said: Body[] = [
    { roles: ['admin'] },
    { managerId: null },
    { teamIds: [] },
    { status: 'disabled' },
    { email: 'other@rapport.test' },
    { capacity: 1 },
  ]

  test.each(said)('%j', async (body) => {
    const before = await api.fingerprint()

    const reply = await api.call<{ code: string; errors: { pointer: string }[] }>(
      'PATCH',
      `/v1/users/${api.people.rep?.id}`,
      { as: 'rep', body: { title: 'Chief', ...body } },
    )
    const me = await api.call<{ errors: { pointer: string }[] }>('PATCH', '/v1/me', {
      as: 'rep',
      body: { title: 'Chief', ...body },
    })

    expect([reply.status, reply.body.code, reply.body.errors[0]?.pointer]).toEqual([
      403,
      'field.not_writable',
      `/${Object.keys(body)[0]}`,
    ])
    expect([me.status, me.body.errors[0]?.pointer]).toEqual([400, `/${Object.keys(body)[0]}`])
    expect(await api.fingerprint()).toBe(before)
  })

  test('nor do others read how they sign in, or the secrets of keys', async () => {
    const key = await make(api, 'apiKey')
    const seen = await Promise.all(
      ['admin', 'manager', 'rep', 'readonly'].flatMap((as) =>
        [
          `/v1/users/${api.people.rep?.id}`,
          '/v1/users',
          `/v1/users/${api.people.rep?.id}/timeline`,
          `/v1/api-keys/${key.id}`,
          `/v1/api-keys/${key.id}/timeline`,
        ].map(async (path) => ({
          as,
          text: JSON.stringify((await api.call('GET', path, { as })).body),
        })),
      ),
    )

    expect(seen.filter(({ text }) => /"secrets":|digest/.test(text))).toEqual([])
    expect(seen.filter(({ as, text }) => as !== 'admin' && text.includes('sub-rep'))).toEqual([])
  })
})

/** The sample itself, and the same about the records with the secrets, with every way to ask for more. */
function variants(route: (typeof routes)[number], sample: Sample): Sample[] {
  const of = route.path.startsWith('/v1/accounts/{id}')
    ? account
    : route.path.startsWith('/v1/contacts/{id}')
      ? contact
      : route.path.startsWith('/v1/products/{id}')
        ? product
        : undefined
  const path = of ? route.path.replace('{id}', of.id) : sample.path
  const names = Object.keys(route.query?.shape ?? {})
  return [
    { ...sample, path },
    ...(names.includes('fields') && route.kind && route.kind in kept
      ? [{ path, query: { fields: Object.keys(kept[route.kind as keyof typeof kept]).join(), limit: 100 } }]
      : []),
    ...(names.includes('expand')
      ? [
          {
            path,
            query: {
              expand:
                route.kind === 'contact'
                  ? 'accountId'
                  : route.kind === 'note' || route.kind === 'interaction'
                    ? 'subjectId'
                    : 'ownerId',
              limit: 100,
            },
          },
        ]
      : []),
    ...(route.id === 'search'
      ? [
          { path, query: { q: account.id } },
          { path, query: { q: contact.id } },
          { path, query: { q: product.id } },
          { path, query: { q: String(account.name) } },
          { path, query: { q: String(product.sku) } },
        ]
      : []),
    ...(route.id === 'getProductByExternalId'
      ? [{ path: `/v1/products/external/erp/${Object.values(product.externalIds ?? {})[0]}` }]
      : []),
    ...(route.id === 'getAccountByExternalId'
      ? [{ path: `/v1/accounts/external/erp/${Object.values(account.externalIds ?? {})[0]}` }]
      : []),
  ]
}
