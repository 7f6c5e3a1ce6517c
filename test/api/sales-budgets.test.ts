import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { leadType } from '@rapport/core/leads/model'
import type { Lead } from '@rapport/core/leads/schema'
import { HOUR_MS, later } from '@rapport/kernel/clock'
import { createIds } from '@rapport/kernel/ids'
import type { Capacity } from '@rapport/lambda/table-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { envelope, load } from '../support/load.ts'

/** Leads and contacts in the small and in the large table: what a seller does costs the same with either. */
const SIZES = [20, 1_000]

interface World {
  api: Api
  leadId: string
  dealId: string
  quoteId: string
  productId: string
}

const worlds = new Map<number, World>()

beforeAll(async () => {
  for (const size of SIZES) {
    const api = await startApi({ rightsTtlMs: 60_000 })
    const post = async (path: string, body: object, as = 'rep'): Promise<string> => {
      const reply = await api.call('POST', path, { as, body })
      if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      return String(reply.body.id)
    }
    await fillIn(api, size)
    const emails = [{ value: 'lan@pho.example' }]
    const leadId = await post('/v1/leads', { lastName: 'Lan', company: 'Pho', domain: 'pho.example', emails })
    const book = await post('/v1/price-books', { name: 'Retail', currency: 'USD', isStandard: true }, 'admin')
    const productId = await post('/v1/products', { name: 'Roaster' }, 'admin')
    const unitPrice = { amount: 500, currency: 'USD' }
    await post('/v1/price-book-entries', { priceBookId: book, productId, unitPrice }, 'admin')
    const dealId = await post('/v1/opportunities', { name: 'Roasters', closeDate: '2026-12-31' })
    await api.call('PUT', `/v1/opportunities/${dealId}/lines`, {
      as: 'rep',
      body: { lines: [{ productId, quantity: '2' }] },
    })
    const quoteId = await post('/v1/quotes', { opportunityId: dealId })
    await api.project()
    // Who asks, and the key that signs cursors, are read once.
    await api.call('GET', '/v1/quotes', { as: 'rep', query: { limit: 1 } })
    worlds.set(size, { api, leadId, dealId, quoteId, productId })
  }
}, 120_000)

afterAll(async () => {
  for (const { api } of worlds.values()) await api.stop()
  await stopEngine()
})

/** People nobody takes for the one whose lead is converted. */
async function fillIn(api: Api, count: number): Promise<void> {
  const at = later(api.now.at, -HOUR_MS)
  const ids = createIds(
    () => at,
    (size) => api.runtime.db.random(size),
  )
  const people = <T>(kind: 'lead' | 'contact', more: object): T[] =>
    Array.from({ length: count }, (_, n) => {
      const whole = envelope(kind, ids, String(api.people.rep?.id), String(api.teams.sales), at)
      return { ...whole, lastName: `Person ${n}`, ...more } as T
    })
  const leads = people<Lead>('lead', { status: 'new', company: 'Company' })
  await load(api.raw.client, api.raw.tableName, leadType, leads)
  await load(api.raw.client, api.raw.tableName, contactType, people<Contact>('contact', {}))
}

interface Spent {
  reads: number
  transactions: number
  rcu: number
  wcu: number
}

const sum = (all: readonly Capacity[]): Spent => ({
  reads: all.filter(({ operation }) => operation !== 'TransactWriteItems').length,
  transactions: all.filter(({ operation }) => operation === 'TransactWriteItems').length,
  rcu: all.reduce((total, { rcu }) => total + rcu, 0),
  wcu: all.reduce((total, { wcu }) => total + wcu, 0),
})

type Call = (world: World) => [method: string, path: string, body?: object]

/** What a call costs, which must be the same in both tables. */
async function cost(call: Call, as = 'rep'): Promise<Spent> {
  const costs: Spent[] = []
  for (const size of SIZES) {
    const world = worlds.get(size) as World
    const [method, path, body] = call(world)
    world.api.spent()
    const reply = await world.api.call(method, path, { as, ...(body && { body }) })
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
    costs.push(sum(world.api.spent()))
  }
  expect(costs[1]).toEqual(costs[0])
  return costs[0] as Spent
}

describe(`what sales costs, with ${SIZES.join(' and with ')} leads and contacts alike`, () => {
  // In the order of a sale: each step finds what the one before it left.
  test.each<[string, Call, Spent]>([
    [
      'a conversion tried: nothing is written',
      ({ leadId }) => ['POST', `/v1/leads/${leadId}/convert`, { dryRun: true }],
      { reads: 10, transactions: 0, rcu: 16, wcu: 0 },
    ],
    [
      'a conversion: account, contact, relation, deal and lead in one transaction',
      ({ leadId }) => ['POST', `/v1/leads/${leadId}/convert`, {}],
      { reads: 9, transactions: 1, rcu: 8, wcu: 68 },
    ],
    [
      'a conversion taken back',
      ({ leadId }) => ['POST', `/v1/leads/${leadId}/convert/undo`],
      { reads: 20, transactions: 1, rcu: 14, wcu: 68 },
    ],
    [
      'a quote of a deal',
      ({ dealId }) => ['POST', '/v1/quotes', { opportunityId: dealId }],
      { reads: 19, transactions: 2, rcu: 19, wcu: 23 },
    ],
    ['a quote read', ({ quoteId }) => ['GET', `/v1/quotes/${quoteId}`], { reads: 1, transactions: 0, rcu: 1, wcu: 0 }],
    ['a page of quotes', () => ['GET', '/v1/quotes'], { reads: 3, transactions: 0, rcu: 1.5, wcu: 0 }],
    [
      'the lines of a quote',
      ({ quoteId, productId }) => ['PUT', `/v1/quotes/${quoteId}/lines`, { lines: [{ productId, quantity: '3' }] }],
      { reads: 10, transactions: 1, rcu: 10, wcu: 17 },
    ],
    [
      'a quote synced with its deal',
      ({ quoteId }) => ['POST', `/v1/quotes/${quoteId}/sync`],
      { reads: 5, transactions: 1, rcu: 5, wcu: 30 },
    ],
    [
      'a quote presented',
      ({ quoteId }) => ['POST', `/v1/quotes/${quoteId}/present`],
      { reads: 6, transactions: 1, rcu: 6, wcu: 18 },
    ],
    ['its link', ({ quoteId }) => ['GET', `/v1/quotes/${quoteId}/link`], { reads: 2, transactions: 0, rcu: 2, wcu: 0 }],
    [
      'a quote accepted: its sibling, the deal and the order with it',
      ({ quoteId }) => ['POST', `/v1/quotes/${quoteId}/accept`, { name: 'Lan' }],
      { reads: 11, transactions: 2, rcu: 11, wcu: 71 },
    ],
    ['a page of orders', () => ['GET', '/v1/orders'], { reads: 3, transactions: 0, rcu: 1.5, wcu: 0 }],
  ])('%s', async (_, call, expected) => {
    expect(await cost(call)).toEqual(expected)
  })
})
