import { opportunityType } from '@rapport/core/opportunities/model'
import type { Opportunity } from '@rapport/core/opportunities/schema'
import { begin } from '@rapport/core/opportunities/stage-rules'
import { findPipeline } from '@rapport/core/pipelines/service'
import { projectRollups } from '@rapport/core/rollups/service'
import { createIds } from '@rapport/kernel/ids'
import { systemCtx } from '@rapport/lambda/context'
import type { Capacity } from '@rapport/lambda/table-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { envelope, load } from '../support/load.ts'

/** Closed deals in the small and in the large table: a board costs the same with either. */
const SIZES = [100, 2_000]

/** Open deals in the first stage, more than one page of it. */
const OPEN = 12

/** No board asks for words or filters: without them the table fills in seconds. */
const { search: _search, facets: _facets, ...unsearched } = opportunityType

interface World {
  api: Api
  pipelineId: string
  dealId: string
}

const worlds = new Map<number, World>()

beforeAll(async () => {
  for (const size of SIZES) {
    const api = await startApi({ rightsTtlMs: 60_000 })
    const create = (name: string) =>
      api.call('POST', '/v1/opportunities', {
        as: 'rep',
        body: { name, closeDate: '2026-12-31', amount: { amount: 100, currency: 'USD' } },
      })
    const { body } = await create('First')
    const pipelineId = String(body.pipelineId)
    for (let made = 1; made < OPEN; made++) await create(`Deal ${made}`)
    const closed = await closedDeals(api, size, pipelineId)
    await load(api.raw.client, api.raw.tableName, unsearched, closed)
    const ctx = systemCtx(api.runtime, 'test', 'req-load')
    for (const { id } of closed.slice(0, 20)) await projectRollups(ctx, [opportunityType as never], id)
    await api.project()
    for (const as of ['rep', 'admin']) await api.call('GET', '/v1/me', { as })
    // The first page that goes on reads the key that signs cursors.
    await api.call('GET', `/v1/pipelines/${pipelineId}/board`, { as: 'rep', query: { limit: 1 } })
    api.spent()
    worlds.set(size, { api, pipelineId, dealId: String(body.id) })
  }
}, 120_000)

afterAll(async () => {
  for (const { api } of worlds.values()) await api.stop()
  await stopEngine()
})

async function closedDeals(api: Api, count: number, pipelineId: string): Promise<Opportunity[]> {
  const pipeline = await findPipeline(api.runtime, pipelineId)
  if (!pipeline) throw new Error('The pipeline is not there.')
  const at = new Date(api.now.at.getTime() - 86_400_000)
  const ids = createIds(
    () => at,
    (bytes) => new Uint8Array(bytes).fill(1),
  )
  return Array.from({ length: count }, (_, n) => {
    const common = envelope('opportunity', ids, String(api.people.rep?.id), String(api.teams.sales), at)
    const outcome = n % 2 ? { stageId: 'closed-won' } : { stageId: 'closed-lost', lossReason: 'price' }
    const amount = { amount: 1_000, currency: 'USD' }
    return begin({ ...common, name: `Old ${n}`, closeDate: '2026-10-31', amount, ...outcome } as never, pipeline, at)
  })
}

interface Spent {
  requests: string[]
  rcu: number
  wcu: number
}

const sum = (all: readonly Capacity[]): Spent => ({
  requests: all.map(({ operation }) => operation).sort(),
  rcu: all.reduce((total, { rcu }) => total + rcu, 0),
  wcu: all.reduce((total, { wcu }) => total + wcu, 0),
})

/** What a call costs, which must be the same in both tables. */
async function cost(call: (world: World) => Promise<{ status: number; body: unknown }>, status = 200): Promise<Spent> {
  const costs: Spent[] = []
  for (const size of SIZES) {
    const world = worlds.get(size) as World
    world.api.spent()
    const reply = await call(world)
    expect(reply.status, JSON.stringify(reply.body)).toBe(status)
    costs.push(sum(world.api.spent()))
  }
  expect(costs[1]).toEqual(costs[0])
  return costs[0] as Spent
}

const four = (name: string): string[] => Array.from({ length: 4 }, () => name)

describe(`what a board costs, with ${SIZES.join(' and with ')} closed deals alike`, () => {
  test('a seller’s own: pipeline, totals, settings, default calendar, a query for each open stage, the deals shown', async () => {
    const spent = await cost(({ api, pipelineId }) =>
      api.call('GET', `/v1/pipelines/${pipelineId}/board`, { as: 'rep' }),
    )

    expect(spent).toEqual({
      requests: ['BatchGetItem', 'BatchGetItem', 'GetItem', 'GetItem', 'GetItem', ...four('Query')],
      rcu: 21.5,
      wcu: 0,
    })
  })

  test('everybody’s: the same', async () => {
    const spent = await cost(({ api, pipelineId }) =>
      api.call('GET', `/v1/pipelines/${pipelineId}/board`, { as: 'admin' }),
    )

    expect(spent).toEqual({
      requests: ['BatchGetItem', 'BatchGetItem', 'GetItem', 'GetItem', 'GetItem', ...four('Query')],
      rcu: 21.5,
      wcu: 0,
    })
  })

  test('more of a stage: pipeline, default calendar, one query, the deals shown', async () => {
    const spent = await cost(({ api, pipelineId }) =>
      api.call('GET', `/v1/pipelines/${pipelineId}/stages/qualification/cards`, { as: 'rep', query: { limit: 5 } }),
    )

    expect(spent).toEqual({ requests: ['BatchGetItem', 'GetItem', 'GetItem', 'Query'], rcu: 7.5, wcu: 0 })
  })

  test('a new deal: rights, the default pipeline, one transaction with its step and its card', async () => {
    const spent = await cost(
      ({ api }) => api.call('POST', '/v1/opportunities', { as: 'rep', body: { name: 'New', closeDate: '2026-12-31' } }),
      201,
    )

    expect(spent).toEqual({
      requests: ['GetItem', 'GetItem', 'GetItem', 'TransactWriteItems'],
      rcu: 3,
      wcu: 17,
    })
  })

  test('a move: rights, the deal, its pipeline, one transaction', async () => {
    const spent = await cost(({ api, dealId }) =>
      api.call('POST', `/v1/opportunities/${dealId}/move`, { as: 'rep', body: { stageId: 'needs-analysis' } }),
    )

    expect(spent).toEqual({
      requests: ['GetItem', 'GetItem', 'GetItem', 'TransactWriteItems'],
      rcu: 3,
      wcu: 20,
    })
  })

  test('lines that the book prices, and prices found anew: the same however many deals and prices there are', async () => {
    const sold = new Map<string, { path: string; productId: string }>()
    for (const { api, dealId } of worlds.values()) {
      const create = async (plural: string, body: object) =>
        String((await api.call('POST', `/v1/${plural}`, { as: 'admin', body })).body.id)
      const book = await create('price-books', { name: 'Retail', currency: 'USD', isStandard: true })
      const productId = await create('products', { name: 'Roast' })
      const unitPrice = { amount: 500, currency: 'USD' }
      await create('price-book-entries', { priceBookId: book, productId, unitPrice })
      sold.set(dealId, { path: `/v1/opportunities/${dealId}`, productId })
    }
    const lines = await cost(({ api, dealId }) => {
      const { path, productId } = sold.get(dealId) as { path: string; productId: string }
      return api.call('PUT', `${path}/lines`, { as: 'rep', body: { lines: [{ productId, quantity: '2' }] } })
    })
    const again = await cost(({ api, dealId }) =>
      api.call('POST', `${sold.get(dealId)?.path}/reprice`, { as: 'rep', body: { dryRun: true } }),
    )

    const reads = (more: number) => [...Array.from({ length: more }, () => 'GetItem'), ...four('GetItem')]
    expect(lines).toEqual({ requests: [...reads(6), 'TransactWriteItems'], rcu: 10, wcu: 10 })
    expect(again).toEqual({ requests: reads(4), rcu: 8, wcu: 0 })
  })

  test('its totals afterwards: the deal, its part, one transaction', async () => {
    const spent = await cost(async ({ api, dealId }) => {
      await projectRollups(systemCtx(api.runtime, 'test', 'req-totals'), [opportunityType as never], dealId)
      return { status: 200, body: undefined }
    })

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 14 })
  })
})
