import { Users } from '@rapport/core/users/service'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { systemCtx } from '@rapport/lambda/context'
import { type Route, routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { parametersOf } from '../support/document.ts'
import { type Body, formOf, listFor, make, type Sample, sampleFor, send } from '../support/fixtures.ts'

interface Page extends Body {
  data: Body[]
  nextCursor: string | null
  errors: { pointer: string }[]
}

const takes = (route: Route, name: string): boolean =>
  parametersOf(route, 'query').some((parameter) => parameter.name === name)
const named = (wanted: (route: Route) => boolean): [string, Route][] =>
  routes.filter(wanted).map((route) => [routeKey(route), route])
/** A file that is read or written has had one event so far: one page. */
const LIVED_ONCE = ['/v1/imports/{id}/timeline', '/v1/exports/{id}/timeline']
/** The change feed never ends, so its walks end with an empty page. */
const isFeed = (route: Route): boolean => route.id === 'listEvents'
// The feed grows with each of these tests, and is walked one by one: it comes first.
const paged = named((route) => takes(route, 'cursor') && !LIVED_ONCE.includes(route.path)).sort(
  ([, a], [, b]) => Number(isFeed(b)) - Number(isFeed(a)),
)

/** More than any list here has: the feed of changes is walked one by one. */
const PAGES_MAX = 2_000

const SECOND_ADMIN = 'Bearer sub-second-admin@1795338000'

let api: Api
beforeAll(async () => {
  api = await startApi()
  await Users.create(systemCtx(api.runtime, 'test', 'req-setup'), {
    name: 'Second admin',
    email: 'second@rapport.test',
    roles: ['admin'],
    status: 'active',
    timeZone: 'UTC',
    subject: 'sub-second-admin',
  })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe('the pages of a list', () => {
  test.each(paged)('hold every entry once, in order: %s', async (_, route) => {
    const sample = await listFor(api, route)

    const whole = await entriesOf(route, sample, { limit: limitMax(route) })
    const byOne = await entriesOf(route, sample, { limit: 1 })
    const byTwo = await entriesOf(route, sample, { limit: 2 })

    expect(whole.length).toBeGreaterThan(1)
    expect(byOne).toEqual(whole)
    expect(byTwo).toEqual(whole)
    expect(new Set(whole.map(keyOf)).size).toBe(whole.length)
  })

  test.each(named((route) => takes(route, 'sort')))('come newest or oldest first: %s', async (_, route) => {
    const sample = await listFor(api, route)

    const newest = await entriesOf(route, sample, { limit: 3 })
    const said = await entriesOf(route, sample, { limit: 3, sort: '-createdAt' })
    const oldest = await entriesOf(route, sample, { limit: 3, sort: 'createdAt' })

    expect(said).toEqual(newest)
    expect(oldest).toEqual([...newest].reverse())
    expect(newest.map(keyOf)).toEqual(newest.map(keyOf).sort().reverse())
  })

  test.each(named((route) => takes(route, 'cursor') && formOf(route) === 'GET ' && route.kind !== undefined))(
    'stay whole while others write: %s',
    async (_, route) => {
      const sample = await listFor(api, route)
      const before = await entriesOf(route, sample, { limit: 100 })

      const seen: Body[] = []
      for (let cursor: string | null = '', pages = 0; cursor !== null && pages < PAGES_MAX; pages++) {
        const page: Reply<Page> = await ask(route, sample, { limit: 2, ...(cursor ? { cursor } : {}) })
        seen.push(...page.body.data)
        cursor = page.body.nextCursor
        if (pages < 3) await make(api, route.kind ?? '')
      }

      expect(seen).toEqual(before)
    },
  )

  test('hold 25 records unless told, and 100 at most', async () => {
    const operations = Array.from({ length: 30 }, (_, index) => ({ op: 'create', body: { name: `Account ${index}` } }))
    for (let batch = 0; batch < 4; batch++)
      await api.call('POST', '/v1/accounts/batch', { as: 'admin', body: { operations } })

    const unsaid = await api.call<Page>('GET', '/v1/accounts', { as: 'admin' })
    const most = await api.call<Page>('GET', '/v1/accounts', { as: 'admin', query: { limit: 100 } })
    const more = await api.call<Page>('GET', '/v1/accounts', { as: 'admin', query: { limit: 101 } })

    expect([unsaid.body.data.length, most.body.data.length, more.status]).toEqual([25, 100, 400])
  })

  test.each(named((route) => takes(route, 'limit')))('%s: a limit is written in digits', async (_, route) => {
    const sample = await sampleFor(api, route)

    for (const limit of ['1e1', '0x5', '5.0', '+5', ' 5', '']) {
      expect((await ask(route, sample, { limit })).status, JSON.stringify(limit)).toBe(400)
    }
    expect((await ask(route, sample, { limit: '5' })).status).toBe(200)
  })
})

describe('a cursor', () => {
  test.each(paged)('works for who got it, where it was got, unchanged: %s', async (_, route) => {
    const sample = await listFor(api, route)
    const cursor = String((await ask(route, sample, { limit: 1 })).body.nextCursor)
    const elsewhere = routes.find(
      (other) => takes(other, 'cursor') && other.path !== route.path && other.tag !== route.tag,
    )
    if (!elsewhere) throw new Error('There is only one list.')

    const good = await ask(route, sample, { limit: 2, cursor })
    const refused: Record<string, Reply<Page>> = {
      'another caller': await send(api, route, sample, { as: SECOND_ADMIN, query: { ...sample.query, cursor } }),
      'another list': await ask(elsewhere, await sampleFor(api, elsewhere), { cursor }),
      'one character more': await ask(route, sample, { cursor: `${cursor}A` }),
      'one character less': await ask(route, sample, { cursor: cursor.slice(0, -1) }),
      'no cursor at all': await ask(route, sample, { cursor: Buffer.from('x'.repeat(46)).toString('base64url') }),
    }
    for (const at of [0, 10, 25, cursor.length - 1])
      refused[`character ${at} changed`] = await ask(route, sample, { cursor: flipped(cursor, at) })
    if (takes(route, 'sort')) refused['another order'] = await ask(route, sample, { cursor, sort: 'createdAt' })
    if (takes(route, 'deleted')) refused['the recycle bin'] = await ask(route, sample, { cursor, deleted: 'true' })
    if (takes(route, 'type')) refused['another type'] = await ask(route, sample, { cursor, type: 'note.' })
    if (takes(route, 'ownerId'))
      refused['another owner'] = await ask(route, sample, { cursor, ownerId: String(api.people.rep?.id) })
    if (takes(route, 'tag')) refused['another tag'] = await ask(route, sample, { cursor, tag: 'vip' })

    expect(good.status).toBe(200)
    for (const [what, reply] of Object.entries(refused)) {
      expect([what, reply.status, reply.body.errors?.[0]?.pointer]).toEqual([what, 400, '/query/cursor'])
    }
  })

  test('ends with the rights it was got with', async () => {
    const body = { name: 'Passing', email: 'passing@rapport.test', roles: ['admin'] }
    const passing = await make(api, 'user', { body: { ...body, teamIds: undefined } })
    const ctx = systemCtx(api.runtime, 'test', 'req-setup')
    await Users.patch(ctx, passing.id, { subject: 'sub-passing' })
    const as = 'Bearer sub-passing@1795338000'
    for (let made = 0; made < 2; made++) await make(api, 'contact')
    const { body: page } = await api.call<Page>('GET', '/v1/contacts', { as, query: { limit: 1 } })

    await Users.patch(ctx, passing.id, { roles: ['marketing'] })
    api.now.advance(MINUTE_MS)

    const next = await api.call<Page>('GET', '/v1/contacts', {
      as,
      query: { limit: 1, cursor: String(page.nextCursor) },
    })
    expect([next.status, next.body.errors[0]?.pointer]).toEqual([400, '/query/cursor'])
  })
})

describe('what a list answers', () => {
  test.each(named((route) => takes(route, 'fields')))(
    'is cut to the fields that were asked for: %s',
    async (_, route) => {
      const sample = await listFor(api, route)

      const cut = await ask(route, sample, { fields: 'createdAt,ownerId' })
      const unknown = await ask(route, sample, { fields: 'createdAt,nope' })

      for (const entry of cut.body.data)
        expect(Object.keys(entry).sort()).toEqual(['createdAt', 'id', 'ownerId', 'version'])
      expect([unknown.status, unknown.body.errors[0]?.pointer]).toEqual([400, '/query/fields'])
    },
  )

  test.each(named((route) => takes(route, 'expand')))('brings along what it refers to: %s', async (_, route) => {
    const sample = await listFor(api, route)

    const page = await ask(route, sample, { expand: 'ownerId', limit: 5 })
    const unknown = await ask(route, sample, { expand: 'name' })

    const expanded = Object.keys((page.body.expanded ?? {}) as Body)
    const owners = page.body.data.map(({ ownerId }) => String(ownerId)).filter((id) => !/_0{26}$/.test(id))
    expect(expanded.sort()).toEqual([...new Set(owners)].sort())
    expect([unknown.status, unknown.body.errors[0]?.pointer]).toEqual([400, '/query/expand'])
  })

  test.each([
    ['account', 'industry', 'shipping', 'industry'],
    ['account', 'tag', 'golden', 'tags'],
    ['contact', 'source', 'cold-call', 'source'],
    ['contact', 'tag', 'golden', 'tags'],
    ['product', 'family', 'tea', 'family'],
    ['product', 'tag', 'golden', 'tags'],
  ])('is what a filter names, and follows changes: %s by %s', async (kind, filter, value, field) => {
    const body = { [field]: field === 'tags' ? ['first', value] : value }
    const [kept, left] = [await make(api, kind, { body }), await make(api, kind, { body })]
    await make(api, kind)
    const path = `/v1/${kind}s`
    const found = async () => {
      await api.project()
      return (await api.call<Page>('GET', path, { as: 'admin', query: { [filter]: value } })).body.data.map(
        ({ id }) => id,
      )
    }

    const before = await found()
    await api.call('PATCH', `${path}/${left.id}`, { as: 'admin', body: { [field]: null } })
    const after = await found()

    expect(before).toEqual([left.id, kept.id])
    expect(after).toEqual([kept.id])
  })
})

const ask = (route: Route, sample: Sample, query: Record<string, string | number>): Promise<Reply<Page>> =>
  send<Page>(api, route, sample, { query: { ...sample.query, ...query } })

async function entriesOf(route: Route, sample: Sample, query: Record<string, string | number>): Promise<Body[]> {
  const entries: Body[] = []
  for (let cursor: string | null = '', pages = 0; cursor !== null; pages++) {
    const page: Reply<Page> = await ask(route, sample, { ...query, ...(cursor ? { cursor } : {}) })
    expect(page.status, JSON.stringify(page.body)).toBe(200)
    expect(page.body.data.length).toBeLessThanOrEqual(Number(query.limit))
    expect(pages, 'a list must end').toBeLessThan(PAGES_MAX)
    entries.push(...page.body.data)
    cursor = isFeed(route) && page.body.data.length === 0 ? null : page.body.nextCursor
  }
  return entries
}

const limitMax = (route: Route): number => (takes(route, 'limit') && route.id === 'listHandoverItems' ? 25 : 100)

/** What tells an entry from others: its id, that of its relation or of its record, or its version. */
const keyOf = (entry: Body): string =>
  String(
    entry.id ??
      (entry.relation as Body | undefined)?.id ??
      (entry.opportunity as Body | undefined)?.id ??
      entry.of ??
      entry.priceBookId ??
      entry.version,
  )

const flipped = (text: string, at: number): string =>
  `${text.slice(0, at)}${text[at] === 'A' ? 'B' : 'A'}${text.slice(at + 1)}`
