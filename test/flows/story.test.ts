import type { Cloud } from '@rapport/local/cloud'
import { seedDemo } from '@rapport/local/seed'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, itemsOf } from '../support/sound.ts'

/** What the demonstration shows of sales and service; the rest of the story is read by test/flows/archive.test.ts. */

let api: Api
beforeAll(async () => {
  api = await startApi()
  await tell()
  await api.project()
}, 60_000)
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

let signIns = 0
const tell = (): Promise<void> =>
  seedDemo({
    deps: api.deps,
    createSignIn: async () => ({ subject: `sub-story-${++signIns}` }),
  } as unknown as Cloud)

type Told = Record<string, unknown> & { id: string; subject: string }

async function cases(): Promise<Map<string, Told>> {
  const { body } = await api.call<{ data: Told[] }>('GET', '/v1/cases', { as: 'admin', query: { limit: '100' } })
  return new Map(body.data.map((one) => [one.subject, one]))
}

test('one case kept its promises, one escalated and came too late, one waits for its customer, one for us', async () => {
  const told = await cases()

  expect(told.get('Grinder G3 stops after ten minutes')).toMatchObject({
    status: 'resolved',
    priority: 'high',
    sla: { firstResponse: { state: 'met' }, resolution: { state: 'met' } },
    rating: { score: 5 },
    inboundCount: 2,
  })
  expect(told.get('Machine came with a dented drum')).toMatchObject({
    status: 'resolved',
    isEscalated: true,
    escalationLevel: 1,
    tags: ['escalated'],
    slaState: 'breached',
    sla: { firstResponse: { state: 'breached' } },
    rating: { score: 2, followUpId: expect.stringMatching(/^tsk_/) },
  })
  expect(told.get('Certificate of the last calibration')).toMatchObject({ status: 'waiting_on_customer' })
  expect(told.get('Second set of spare parts')).toMatchObject({
    status: 'new',
    queueId: expect.stringMatching(/^que_/),
  })
})

test('leads stand in each way they can, one became a deal that was won with its order, and one offer waits', async () => {
  const all = async (path: string): Promise<Record<string, unknown>[]> =>
    (await api.call<{ data: Record<string, unknown>[] }>('GET', `/v1/${path}`, { as: 'admin' })).body.data

  const [leads, deals, quotes, orders] = await Promise.all(['leads', 'opportunities', 'quotes', 'orders'].map(all))

  expect(leads?.map(({ status }) => status).sort()).toEqual(['converted', 'new', 'nurturing', 'unqualified'])
  expect(quotes?.map(({ status }) => status).sort()).toEqual(['accepted', 'presented'])
  expect(orders).toHaveLength(1)
  const won = { amount: 2 * 540_000 * 0.95 + 9_000, currency: 'USD' }
  expect(deals?.find(({ id }) => id === orders?.[0]?.opportunityId)).toMatchObject({ status: 'won', amount: won })
})

test('told again it is the same, and nothing in it contradicts itself', async () => {
  const before = (await itemsOf(api)).length

  await tell()

  expect(await itemsOf(api)).toHaveLength(before)
  expect(await findingsIn(api)).toEqual([])
})
