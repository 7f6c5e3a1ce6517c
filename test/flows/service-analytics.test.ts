import type { Case } from '@rapport/core/cases/schema'
import { HOUR_MS, MINUTE_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, seedOf } from '../support/faulty.ts'
import { deliver, findingsIn } from '../support/sound.ts'

const chaos = createChaos(seedOf('SERVICE_SEED'))
let api: Api
let policyId: string
let queueId: string
beforeAll(async () => {
  api = await startApi({ shards: 3 })
  const policy = await api.call('POST', '/v1/sla-policies', {
    as: 'admin',
    body: {
      name: 'All hours',
      position: 1,
      hours: '24x7',
      targets: { normal: { firstResponseMinutes: 60, resolutionMinutes: 240 } },
    },
  })
  policyId = String(policy.body.id)
  const body = { name: 'Desk', teamId: api.teams.service, mode: 'pull' }
  queueId = String((await api.call('POST', '/v1/queues', { as: 'admin', body })).body.id)
})
afterAll(async () => {
  figures('service', { seed: chaos.seed })
  await api.stop()
  await stopEngine()
})

interface Figures {
  opened: number
  resolved: number
  reopened: number
  reopenRate: number | null
  firstResponse: object
  resolution: object
}
interface Report {
  groups: { of?: string; total: Figures; byPriority: Record<string, Figures> }[]
  backlog: { open: number; upTo1: number }
}
const report = async (query: Record<string, string> = {}): Promise<Report> => {
  const range = { from: '2026-11-01', to: '2026-12-31', ...query }
  const reply = await api.call<Report>('GET', '/v1/analytics/service', { as: 'manager', query: range })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
  return reply.body
}
const open = async (body = {}): Promise<string> =>
  String((await api.call('POST', '/v1/cases', { as: 'agent', body: { subject: 'Broken', ...body } })).body.id)
const act = (id: string, path: string, body: object | undefined = undefined) =>
  api.call('POST', `/v1/cases/${id}/${path}`, { as: 'admin', ...(body ? { body } : {}) })

describe('the figures of service', () => {
  test('follow a case that is answered in time, solved too late, and comes back', async () => {
    const id = await open({ queueId })
    api.now.advance(30 * MINUTE_MS)
    await act(id, 'reply', { body: 'We look at it.' })
    api.now.advance(5 * HOUR_MS)
    await act(id, 'resolve', { code: 'solved' })
    await api.project()

    const solved = await report({ policyId, queueId })
    expect(solved.groups.map(({ of }) => of)).toEqual([undefined, policyId, queueId])
    for (const { total } of solved.groups)
      expect(total).toMatchObject({
        opened: 1,
        resolved: 1,
        reopened: 0,
        reopenRate: 0,
        firstContactResolution: 1,
        firstResponse: { kept: 1, broken: 0, attainment: 1, p50Minutes: 27, p90Minutes: 27 },
        resolution: { kept: 0, broken: 1, attainment: 0, p50Minutes: 304 },
      })
    expect((await api.call('GET', `/v1/cases/${id}`, { as: 'admin' })).body).toMatchObject({
      firstResponseMinutes: 30,
      resolutionMinutes: 330,
    })

    await act(id, 'reopen')
    await api.project()
    const again = (await report()).groups[0]?.total
    expect(again).toMatchObject({ opened: 1, resolved: 0, reopened: 1, reopenRate: null })
    expect(again?.resolution).toMatchObject({ kept: 0, broken: 0, attainment: null, p50Minutes: null })
    expect((await report()).backlog).toMatchObject({ open: 1, upTo1: 1 })
  })

  test('are a recount of the records after random lives, told twice and out of order', async () => {
    const [from, ids] = [api.events.length, [] as string[]]
    const pick = (bound: number): number => Math.floor(chaos.random() * bound)
    const steps: ((id: string) => Promise<unknown>)[] = [
      (id) => act(id, 'resolve', { code: 'solved' }),
      (id) => act(id, 'reopen'),
      (id) => act(id, 'close', {}),
      (id) => act(id, 'comments', { body: 'Still broken.', direction: 'inbound' }),
      (id) => act(id, 'reply', { body: 'On it.' }),
      (id) => act(id, 'wait', { on: 'customer' }),
      (id) => api.call('PATCH', `/v1/cases/${id}`, { as: 'admin', body: { priorityOverride: 'urgent' } }),
      (id) => api.call('DELETE', `/v1/cases/${id}`, { as: 'admin' }),
      (id) => api.call('POST', `/v1/cases/${id}/restore`, { as: 'admin' }),
    ]
    for (let change = 0; change < 60; change++) {
      api.now.advance(pick(40) * HOUR_MS)
      if (ids.length < 8) ids.push(await open(pick(2) ? { queueId } : {}))
      await steps[pick(steps.length)]?.(ids[pick(ids.length)] as string)
    }
    await deliver(chaos, createProjector(api.deps) as never, api.events.slice(from))
    await api.project()

    expect(await findingsIn(api)).toEqual([])
    const replies = await Promise.all(ids.map((id) => api.call('GET', `/v1/cases/${id}`, { as: 'admin' })))
    const live = replies.filter(({ status }) => status === 200).map(({ body }) => body as unknown as Case)
    const to = new Date(api.now.at).toISOString().slice(0, 10)
    const all = await report({ from: '2026-11-20', to })
    const first = (await api.call('GET', '/v1/cases', { as: 'admin', query: { limit: 100 } })).body.data as Case[]
    expect(first.length).toBe(live.length + 1)
    expect(all.groups[0]?.total.opened).toBe(first.length)
    expect(all.groups[0]?.total.resolved).toBe(first.filter(({ status }) => /resolved|closed/.test(status)).length)
    expect(all.groups[0]?.total.reopened).toBe(first.filter(({ reopenedAt }) => reopenedAt).length)
    expect(all.backlog.open).toBe(first.filter(({ status }) => !/resolved|closed/.test(status)).length)
    expect(JSON.stringify(all)).not.toContain('NaN')
  })

  test('cost the same however many cases there are', async () => {
    const cost = async (): Promise<[requests: number, rcu: number]> => {
      await report()
      api.spent()
      await report()
      const spent = api.spent().filter(({ operation }) => operation === 'BatchGetItem')
      return [spent.length, spent.reduce((sum, { rcu }) => sum + rcu, 0)]
    }
    const [requests] = await cost()
    const few = await cost()
    for (let made = 0; made < 12; made++) await act(await open(), 'resolve', { code: 'solved' })
    await api.project()

    // Two months and 92 days of backlog in three parts each.
    expect(requests).toBe(3)
    expect(await cost()).toEqual(few)
  })

  test.each([
    ['agent', {}, 403],
    ['rep', {}, 403],
    ['readonly', {}, 200],
    ['admin', {}, 200],
    ['admin', { from: '2026-11-02', to: '2026-11-01' }, 400],
    ['admin', { from: '2026-01-01', to: '2027-01-01' }, 200],
    ['admin', { from: '2026-01-01', to: '2027-01-02' }, 400],
    ['admin', { from: '2026-02-30' }, 400],
    ['admin', { queueId: 'cas_01kavm5g3t8z1r4y6w9x2c7b0d' }, 400],
  ])('as %s with %o answer %i', async (as, query, status) => {
    const range = { from: '2026-11-01', to: '2026-11-30', ...query }
    expect((await api.call('GET', '/v1/analytics/service', { as, query: range })).status).toBe(status)
  })
})
