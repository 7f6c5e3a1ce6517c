import { DAY_MS, HOUR_MS, MINUTE_MS } from '@rapport/kernel/clock'
import type { Deps } from '@rapport/lambda/deps'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createSweep } from '../../functions/workers/sweep-due.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

/** Queues as people meet them: who gets which case, and that nobody gets one twice. */

let api: Api
let workers: Workers
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ wrap: tap.wrap })
  workers = await startWorkers(api.deps, tap, ['route-case'])
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

type Found = { id: string; ownerId: string; status: string; priority: string; routeAt?: string }

async function post<T = Found>(path: string, body: object, as = 'admin'): Promise<T> {
  const reply = await api.call<T & { code?: string }>('POST', path, { as, body })
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

const read = async (id: string): Promise<Found> =>
  (await api.call<Found>('GET', `/v1/cases/${id}`, { as: 'admin' })).body

async function member(name: string, more: object = {}): Promise<string> {
  const person = { name, email: `${name}@queues.test`, roles: ['agent'], teamIds: [api.teams.service], timeZone: 'UTC' }
  return (await post('/v1/users', { ...person, ...more })).id
}

let count = 0
const queue = (more: object): Promise<Found> =>
  post('/v1/queues', { name: `Queue ${++count}`, teamId: api.teams.service, ...more })

const sweep = async (): Promise<void> =>
  createSweep(api.deps as Deps)({}, { getRemainingTimeInMillis: () => 50_000, awsRequestId: 'req-sweep' } as never)

describe('a queue that people pull from', () => {
  test('gives the oldest of the most urgent cases first', async () => {
    const { id } = await queue({ memberIds: [api.people.agent?.id] })
    const made: Record<string, string> = {}
    for (const [subject, priorityOverride] of [
      ['old', 'normal'],
      ['young', 'normal'],
      ['hot', 'urgent'],
      ['cold', 'low'],
    ] as const)
      made[subject] = (await post('/v1/cases', { subject, priorityOverride, queueId: id })).id

    const got: string[] = []
    for (let n = 0; n < 4; n++) got.push((await post(`/v1/queues/${id}/claim`, {}, 'agent')).id)

    expect(got).toEqual([made.hot, made.old, made.young, made.cold])
    expect(await read(made.hot as string)).toMatchObject({ ownerId: api.people.agent?.id, status: 'in_progress' })
    expect((await api.call('POST', `/v1/queues/${id}/claim`, { as: 'agent', body: {} })).status).toBe(409)
  })

  test('gives no case to two people, although all claim at once', async () => {
    const { id } = await queue({ memberIds: [api.people.agent?.id, api.people.admin?.id] })
    for (let n = 0; n < 8; n++) await post('/v1/cases', { subject: `Case ${n}`, queueId: id })
    const agents = ['agent', 'admin']

    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, n) => api.call<Found>('POST', `/v1/queues/${id}/claim`, { as: agents[n % 2] })),
    )

    const got = replies.filter(({ status }) => status === 200).map(({ body }) => body.id)
    expect(got).toHaveLength(8)
    expect(new Set(got).size).toBe(8)
    expect(replies.map(({ status }) => status).filter((status) => status !== 200)).toEqual([409, 409, 409, 409])
  })

  test('costs the same whatever its length', async () => {
    const { id } = await queue({ memberIds: [api.people.agent?.id] })
    const costOfClaim = async (): Promise<string> => {
      api.spent()
      await post(`/v1/queues/${id}/claim`, {}, 'agent')
      const spent = api.spent()
      return JSON.stringify({ requests: spent.length })
    }
    for (let n = 0; n < 2; n++) await post('/v1/cases', { subject: 'One', queueId: id })
    const short = await costOfClaim()
    for (let n = 0; n < 30; n++) await post('/v1/cases', { subject: 'Many', queueId: id })

    expect(await costOfClaim()).toBe(short)
  })

  test('is for those who work on it', async () => {
    const { id } = await queue({ memberIds: [await member('only')] })
    await post('/v1/cases', { subject: 'Not yours', queueId: id })

    const reply = await api.call('POST', `/v1/queues/${id}/claim`, { as: 'agent' })

    expect(reply).toMatchObject({ status: 403, body: { code: 'queue.not_member' } })
  })
})

describe('a queue that assigns by itself', () => {
  test('takes turns, leaving out who is away or full', async () => {
    const away = {
      outOfOffice: {
        from: new Date(api.now.at.getTime() - DAY_MS).toISOString(),
        until: new Date(api.now.at.getTime() + DAY_MS).toISOString(),
      },
    }
    const [a, , b] = [await member('turn-a'), await member('turn-away', away), await member('turn-b')]
    const full = await member('turn-full', { capacity: 0 })
    const users = (
      await api.call<{ data: { id: string; name: string }[] }>('GET', '/v1/users', {
        as: 'admin',
        query: { limit: 100 },
      })
    ).body.data
    const gone = users.find(({ name }) => name === 'turn-away')?.id
    const { id } = await queue({ mode: 'push', memberIds: [a, gone, b, full] })

    const owners: string[] = []
    for (let n = 0; n < 6; n++) {
      const made = await post('/v1/cases', { subject: `Turn ${n}`, queueId: id })
      await workers.drain()
      owners.push((await read(made.id)).ownerId)
    }

    expect(new Set(owners)).toEqual(new Set([a, b]))
    expect(owners).not.toContain(gone)
    expect(owners).not.toContain(full)
  })

  test('gives a case to who has the fewest, and says why', async () => {
    const [busy, idle] = [await member('busy'), await member('idle')]
    for (let n = 0; n < 2; n++) await post('/v1/cases', { subject: 'Load', ownerId: busy, teamId: api.teams.service })
    await api.project()
    const { id } = await queue({ mode: 'push', strategy: 'least_busy', memberIds: [busy, idle] })

    const made = await post('/v1/cases', { subject: 'Next', queueId: id })
    await workers.drain()

    expect((await read(made.id)).ownerId).toBe(idle)
    const timeline = await api.call<{ data: { type: string; data?: object }[] }>(
      'GET',
      `/v1/cases/${made.id}/timeline`,
      { as: 'admin' },
    )
    // All in one millisecond of this clock, so their order says nothing.
    expect(timeline.body.data.find(({ type }) => type === 'case.assigned')).toMatchObject({
      type: 'case.assigned',
      data: { reason: 'has the fewest open cases: 0' },
    })
  })

  test('asks who knows most of the tags', async () => {
    const [novice, expert] = [await member('novice'), await member('expert', { skills: ['grinder', 'warranty'] })]
    const { id } = await queue({ mode: 'push', strategy: 'skills', memberIds: [novice, expert] })

    const owners: string[] = []
    for (let n = 0; n < 2; n++) {
      const made = await post('/v1/cases', { subject: 'Burr', tags: ['grinder'], queueId: id })
      await workers.drain()
      owners.push((await read(made.id)).ownerId)
    }

    expect(owners).toEqual([expert, expert])
  })

  test('looks again a quarter of an hour later when nobody could take a case', async () => {
    const person = await member('late', { capacity: 0 })
    const { id } = await queue({ mode: 'push', memberIds: [person] })
    const made = await post('/v1/cases', { subject: 'Waits', queueId: id })
    await workers.drain()
    const { routeAt } = await read(made.id)
    expect(routeAt).toBe(new Date(api.now.at.getTime() + 15 * MINUTE_MS).toISOString())

    await api.call('PATCH', `/v1/users/${person}`, { as: 'admin', body: { capacity: 5 } })
    api.now.advance(HOUR_MS)
    await sweep()

    expect((await read(made.id)).ownerId).toBe(person)
  })
})

test('everything that was written belongs together', async () => {
  await api.project()

  expect(await findingsIn(api)).toEqual([])
})
