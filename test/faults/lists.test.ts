import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { type Api, startApi, stopEngine, streamRecord } from '../support/api.ts'
import { createChaos, figures, oneOf, type Rates, STORM, scale, seedOf } from '../support/faulty.ts'
import { eventsIn, insist, itemsOf, projectAll, quiet } from '../support/sound.ts'

const chaos = createChaos(seedOf('LIST_SEED'))
let api: Api
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, shards: 3 }))
})
afterAll(async () => {
  figures('faults', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

interface Page {
  data: Record<string, unknown>[]
  nextCursor: string | null
}

/** Every page of a list, with `limit` entries or another number each; calls `between` pages. */
async function pagesOf(
  as: string,
  path: string,
  query: Record<string, string | number>,
  between: () => Promise<void>,
): Promise<Record<string, unknown>[]> {
  const all: Record<string, unknown>[] = []
  for (let cursor: string | undefined, pages = 0; ; pages++) {
    const limit = 1 + Math.floor(chaos.random() * 9)
    const { status, body } = await insist<Page>(api, 'GET', path, {
      as,
      query: { limit, ...query, ...(cursor ? { cursor } : {}) },
    })
    if (status !== 200 || pages > 500)
      throw new Error(`${path}: ${status} ${JSON.stringify(body)} after ${pages} pages`)
    if (body.data.length > limit) throw new Error(`${body.data.length} entries for a limit of ${limit}`)
    all.push(...body.data)
    if (body.nextCursor === null) return all
    cursor = body.nextCursor
    await between()
  }
}

const authors = ['rep', 'peer', 'manager', 'stranger', 'report'] as const
const visibilities = ['owner', 'team', 'everyone'] as const

/** Creates a contact of somebody, seen by somebody, perhaps shared with somebody. */
async function create(lastName: string): Promise<{ id: string; author: string }> {
  const author = oneOf(chaos.random, authors)
  const { body } = await insist(api, 'POST', '/v1/contacts', {
    as: author,
    body: { lastName, tags: ['listed'], visibility: oneOf(chaos.random, visibilities) },
  })
  const id = String(body.id)
  if (chaos.random() < 0.3) await share(id, author)
  return { id, author }
}

const share = (id: string, author: string) => {
  const to = oneOf(chaos.random, [api.people.rep?.id, api.people.stranger?.id, api.teams.sales, api.teams.service])
  return insist(api, 'PUT', `/v1/contacts/${id}/shares`, {
    as: author,
    body: { shares: chaos.random() < 0.7 ? [{ to, access: 'read' }] : [] },
  })
}

/** Something happens to records that are not watched: new ones, other owners and teams, shares, the bin and back. */
async function stir(restless: { id: string; author: string }[]): Promise<void> {
  const { id, author } = oneOf(chaos.random, restless)
  const path = `/v1/contacts/${id}`
  const choice = chaos.random()
  if (choice < 0.25) restless.push(await create('Restless'))
  else if (choice < 0.5)
    await insist(api, 'PATCH', path, {
      as: author,
      body: { visibility: oneOf(chaos.random, visibilities), title: `${chaos.random()}` },
    })
  else if (choice < 0.65)
    await insist(api, 'PATCH', path, { as: 'admin', body: { ownerId: api.people[oneOf(chaos.random, authors)]?.id } })
  else if (choice < 0.8) await share(id, author)
  else if (choice < 0.9) await insist(api, 'DELETE', path, { as: 'admin' })
  else await insist(api, 'POST', `${path}/restore`, { as: 'admin' })
}

/** On a machine that does other things too. */
const SLOW_MS = 240_000

const weathers: [name: string, rates: Rates][] = [
  ['in calm', {}],
  ['in a storm', { ...STORM, shortPage: 0.3 }],
]

describe('P18: a list neither repeats nor skips a record that did not change', () => {
  test.each(weathers)(
    '%s, while other records are written, shared, moved and deleted',
    async (_, rates) => {
      const still = await Promise.all(Array.from({ length: 24 }, (_, n) => create(`Still ${n}`)))
      const restless = await Promise.all(Array.from({ length: 8 }, () => create('Restless')))
      await projectAll(api)
      const projector = createProjector(api.deps) as (event: never) => Promise<unknown>
      const ids = new Set(still.map(({ id }) => id))
      const readers = ['rep', 'manager', 'stranger', 'admin', 'agent', 'readonly', 'peer']
      const queries = [
        {},
        { sort: 'createdAt' },
        { tag: 'listed' },
        { ownerId: String(api.people.rep?.id) },
        { teamId: String(api.teams.sales) },
      ] as Record<string, string>[]
      const sum = { lists: 0, entries: 0, repeated: 0, skipped: 0 }
      chaos.rates = rates

      for (let round = 0; round < 2 * scale; round++) {
        for (const as of readers) {
          const query = oneOf(chaos.random, queries)
          const expected = await expectedOf(as, query, ids)
          const listed = (await pagesOf(as, '/v1/contacts', query, () => stir(restless))).map(({ id }) => String(id))
          sum.lists++
          sum.entries += listed.length
          sum.repeated += listed.length - new Set(listed).size
          sum.skipped += expected.filter((id) => !listed.includes(id)).length
          expect(listed.filter((id) => ids.has(id)).sort(), `${as} ${JSON.stringify(query)}`).toEqual(expected.sort())
          expect(listed, 'in order').toEqual(query.sort ? listed.toSorted() : listed.toSorted().toReversed())
        }
        await projector({
          Records: eventsIn(await itemsOf(api))
            .slice(-50)
            .map(streamRecord),
        } as never)
      }
      chaos.rates = {}
      figures('lists', sum)
      expect(sum).toMatchObject({ repeated: 0, skipped: 0 })
    },
    SLOW_MS,
  )

  /** Which of the still ones somebody may read, asked one by one. */
  async function expectedOf(as: string, query: Record<string, string>, ids: ReadonlySet<string>): Promise<string[]> {
    const replies = await Promise.all(
      [...ids].map((id) => insist<Record<string, string>>(api, 'GET', `/v1/contacts/${id}`, { as })),
    )
    const { ownerId, teamId } = query
    return replies
      .filter(
        ({ status, body }) =>
          status === 200 && (!ownerId || body.ownerId === ownerId) && (!teamId || body.teamId === teamId),
      )
      .map(({ body }) => String(body.id))
  }

  test('nor do the people of an account, a timeline and the recycle bin', async () => {
    const account = String((await insist(api, 'POST', '/v1/accounts', { as: 'rep', body: { name: 'Busy' } })).body.id)
    const person = async (lastName: string) =>
      String((await insist(api, 'POST', '/v1/contacts', { as: 'rep', body: { lastName, accountId: account } })).body.id)
    const still: string[] = []
    for (let n = 0; n < 25; n++) still.push(await person(`Person ${n}`))
    const binned: string[] = []
    for (let n = 0; n < 12; n++) binned.push(await person('Binned'))
    for (const id of binned) await insist(api, 'DELETE', `/v1/contacts/${id}`, { as: 'rep' })
    const before = eventsIn(await itemsOf(api)).filter((event) => event.above === account)
    chaos.rates = STORM
    const busy = async () => void (await person('Newer'))

    const people = (await pagesOf('rep', `/v1/accounts/${account}/contacts`, {}, busy)).map(
      ({ contact }) => (contact as { id: string }).id,
    )
    const told = (await pagesOf('rep', `/v1/accounts/${account}/timeline/people`, {}, busy)).map(({ id }) => String(id))
    const inBin = (await pagesOf('rep', '/v1/contacts', { deleted: 'true' }, busy)).map(({ id }) => String(id))
    chaos.rates = {}

    expect(people.filter((id) => still.includes(id))).toEqual(still.toReversed())
    expect(new Set(told).size).toBe(told.length)
    expect(
      before.filter((event) => !binned.includes(String(event.timelineOf)) && !told.includes(String(event.id))),
    ).toEqual([])
    expect(inBin.filter((id) => binned.includes(id)).sort()).toEqual(binned.sort())
  })

  test('nor does the change feed, while it is read as fast as it is written', async () => {
    const from = eventsIn(await itemsOf(api)).length
    api.now.advance(60_000)
    const since = api.now.at.toISOString()
    const feed: string[] = []
    let cursor: string | undefined
    const read = async (): Promise<number> => {
      const { body } = await insist<Page>(api, 'GET', '/v1/events', {
        as: 'admin',
        query: { limit: 1 + Math.floor(chaos.random() * 20), ...(cursor ? { cursor } : { since }) },
      })
      feed.push(...body.data.map(({ id }) => String(id)))
      cursor = String(body.nextCursor)
      return body.data.length
    }
    chaos.rates = STORM
    for (let round = 0; round < 30 * scale; round++) {
      await Promise.all([create('Told'), create('Told'), create('Told'), read()])
      // Past the hour too, so that the feed crosses from one partition to the next.
      api.now.advance(Math.floor(chaos.random() * 8_000 + (round % 10 === 0 ? 1_800_000 : 0)))
    }
    chaos.rates = {}
    api.now.advance(60_000)
    while ((await read()) > 0);

    const written = eventsIn(await itemsOf(api))
      .map(({ id }) => String(id))
      .slice(from)
    figures('feed', {
      events: written.length,
      told: feed.length,
      skipped: written.filter((id) => !feed.includes(id)).length,
    })
    expect(feed).toEqual(written)
  })
})
