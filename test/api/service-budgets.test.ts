import { contentKey } from '@rapport/core/case-files/model'
import type { FileMade } from '@rapport/core/case-files/service'
import { caseType } from '@rapport/core/cases/model'
import { enqueued } from '@rapport/core/cases/rules'
import type { Case } from '@rapport/core/cases/schema'
import { queuedOf } from '@rapport/core/cases/service'
import { recompute, takeDueStep } from '@rapport/core/escalations/service'
import { queuedModel } from '@rapport/core/queues/model'
import type { Queue } from '@rapport/core/queues/schema'
import { HOUR_MS, later } from '@rapport/kernel/clock'
import { createIds } from '@rapport/kernel/ids'
import { toItem } from '@rapport/kernel/record-type'
import type { Item } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import type { Capacity } from '@rapport/lambda/table-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { envelope, fill } from '../support/load.ts'

/** Cases that wait in the queue of the small and of the large table: what service does costs the same with either. */
const SIZES = [30, 2_000]

interface World {
  api: Api
  queueId: string
  caseId: string
  complaintId: string
  taskId: string
}

const worlds = new Map<number, World>()

beforeAll(async () => {
  for (const size of SIZES) {
    const api = await startApi({ rightsTtlMs: 60_000 })
    const post = async (path: string, body: object): Promise<Queue> => {
      const reply = await api.call<Queue>('POST', path, { as: 'admin', body })
      if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      return reply.body
    }
    const queue = await post('/v1/queues', { name: 'Repairs', teamId: api.teams.service })
    await fill(api.raw.client, api.raw.tableName, waiting(api, size, queue))
    const targets = { normal: { firstResponseMinutes: 60, resolutionMinutes: 480 } }
    await post('/v1/sla-policies', { name: 'Everybody', position: 1, hours: '24x7', targets })
    const when = { basis: 'created', afterMinutes: 60 }
    const steps = [{ when, actions: { setPriority: 'urgent', addTag: 'late' } }]
    await post('/v1/escalation-rules', { name: 'Complaints', position: 1, criteria: { types: ['complaint'] }, steps })
    const ours = { ownerId: api.people.agent?.id, teamId: api.teams.service }
    const { id: caseId } = await post('/v1/cases', { subject: 'Loud', requester: { email: 'a@b.test' }, ...ours })
    const { id: complaintId } = await post('/v1/cases', { subject: 'Late', type: 'complaint', ...ours })
    const { id: taskId } = await post('/v1/tasks', { subject: 'Call', ownerId: api.people.agent?.id })
    await api.project()
    for (const as of ['agent', 'admin']) await api.call('GET', '/v1/me', { as })
    await api.call('GET', '/v1/cases', { as: 'agent', query: { limit: '1' } })
    worlds.set(size, { api, queueId: queue.id, caseId, complaintId, taskId })
  }
}, 60_000)

afterAll(async () => {
  for (const { api } of worlds.values()) await api.stop()
  await stopEngine()
})

/** Older than whatever the tests make; nobody has them. */
function* waiting(api: Api, count: number, queue: Queue): Generator<Item> {
  const from = later(api.now.at, -HOUR_MS)
  const ids = createIds(
    () => from,
    (size) => api.runtime.db.random(size),
  )
  for (let n = 0; n < count; n++) {
    const whole = envelope('case', ids, String(api.people.agent?.id), String(api.teams.service), from)
    const said = { subject: `Case ${n}`, type: 'question', origin: 'email', impact: 'medium', urgency: 'medium' }
    const state = { status: 'new', priority: 'normal', reopenedCount: 0, inboundCount: 1, slaState: 'cancelled' }
    const number = `C-${String(900_000 + n)}`
    const record = caseType.derive?.(
      enqueued({ ...whole, ...said, ...state, number } as Case, queue, api.now.at),
    ) as Case
    yield toItem(caseType, record, api.runtime.db.shards)
    const queued = queuedOf(record)
    if (queued) yield queuedModel.item(queued)
  }
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
async function cost(
  call: (world: World) => Promise<{ status: number; body: unknown }>,
  status: number,
): Promise<Spent> {
  const costs: Spent[] = []
  for (const world of worlds.values()) {
    world.api.spent()
    const reply = await call(world)
    expect(reply.status, JSON.stringify(reply.body)).toBe(status)
    costs.push(sum(world.api.spent()))
  }
  expect(costs[1]).toEqual(costs[0])
  return costs[0] as Spent
}

const send = (api: Api, caseId: string) =>
  api.call<FileMade>('POST', `/v1/cases/${caseId}/files`, {
    as: 'agent',
    body: { name: 'a.jpg', contentType: 'image/jpeg', bytes: 4 },
  })

const work = (run: (world: World) => Promise<void>): Promise<Spent> =>
  cost(async (world) => {
    await run(world)
    return { status: 200, body: undefined }
  }, 200)

describe(`what service costs, with ${SIZES.join(' and with ')} cases that wait alike`, () => {
  test('claiming the next case: rights, the queue, its first entries, the case, one transaction', async () => {
    const spent = await cost(
      ({ api, queueId }) => api.call('POST', `/v1/queues/${queueId}/claim`, { as: 'agent' }),
      200,
    )

    expect(spent).toEqual({
      requests: ['GetItem', 'GetItem', 'GetItem', 'Query', 'TransactWriteItems'],
      rcu: 4,
      wcu: 11,
    })
  })

  test('writing a case down: rights, its queue, what is promised, a number, one transaction', async () => {
    const spent = await cost(
      ({ api, queueId }) => api.call('POST', '/v1/cases', { as: 'agent', body: { subject: 'New', queueId } }),
      201,
    )

    expect(spent).toEqual({
      requests: [
        'GetItem',
        'GetItem',
        'GetItem',
        'GetItem',
        'GetItem',
        'Query',
        'TransactWriteItems',
        'TransactWriteItems',
      ],
      rcu: 5.5,
      wcu: 20,
    })
  })

  test('an answer to the customer: rights, the case, one transaction of case and comment', async () => {
    const spent = await cost(
      ({ api, caseId }) => api.call('POST', `/v1/cases/${caseId}/reply`, { as: 'agent', body: { body: 'Hello' } }),
      201,
    )

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 25 })
  })

  test('an internal word: rights, the case, one transaction', async () => {
    const spent = await cost(
      ({ api, caseId }) => api.call('POST', `/v1/cases/${caseId}/comments`, { as: 'agent', body: { body: 'Hm' } }),
      201,
    )

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 6 })
  })

  test('beginning to send a file: rights, the case, one transaction', async () => {
    const spent = await cost(({ api, caseId }) => send(api, caseId), 201)

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 7 })
  })

  test('a word with two files: rights, the case, the files and what they belong to, one transaction', async () => {
    const files = new Map<Api, string[]>()
    for (const { api, caseId } of worlds.values()) {
      const made = [await send(api, caseId), await send(api, caseId)].map(({ body }) => body.record.id)
      for (const id of made) await api.deps.files.put(contentKey(id), 'four', 'application/octet-stream')
      files.set(api, made)
    }
    const spent = await cost(
      ({ api, caseId }) =>
        api.call('POST', `/v1/cases/${caseId}/comments`, {
          as: 'agent',
          body: { body: 'Hm', fileIds: files.get(api) },
        }),
      201,
    )

    expect(spent).toEqual({
      requests: ['BatchGetItem', 'GetItem', 'GetItem', 'GetItem', 'TransactWriteItems'],
      rcu: 5,
      wcu: 22,
    })
  })

  test('reading what was said: the case, one query, the comments', async () => {
    const spent = await cost(({ api, caseId }) => api.call('GET', `/v1/cases/${caseId}/comments`, { as: 'agent' }), 200)

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'Query'], rcu: 2.5, wcu: 0 })
  })

  test('waiting for the customer: rights, the case, one transaction', async () => {
    const spent = await cost(
      ({ api, caseId }) => api.call('POST', `/v1/cases/${caseId}/wait`, { as: 'agent', body: { on: 'customer' } }),
      200,
    )

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 16 })
  })

  test('the solution: rights, the case, one transaction', async () => {
    const spent = await cost(
      ({ api, caseId }) => api.call('POST', `/v1/cases/${caseId}/resolve`, { as: 'agent', body: { code: 'solved' } }),
      200,
    )

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 14 })
  })

  test('a page of cases: one query each for own, team and everyone', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/cases', { as: 'agent', query: { limit: '10' } }), 200)

    expect(spent).toEqual({ requests: ['Query', 'Query', 'Query'], rcu: 2.5, wcu: 0 })
  })

  test('a day’s agenda: the person, a query each for tasks and for what is owed, one read of them', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/me/agenda', { as: 'agent' }), 200)

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'Query', 'Query'], rcu: 3, wcu: 0 })
  })

  test('a task that is done: rights, the task, one transaction', async () => {
    const spent = await cost(
      ({ api, taskId }) => api.call('PATCH', `/v1/tasks/${taskId}`, { as: 'agent', body: { status: 'done' } }),
      200,
    )

    expect(spent).toEqual({ requests: ['GetItem', 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 7 })
  })

  test('looking whether a case escalates: the case, the rules, one write', async () => {
    const spent = await work(({ api, complaintId }) =>
      recompute(systemCtx(api.runtime, 'recompute-escalation', 'req-test'), complaintId),
    )

    expect(spent).toEqual({ requests: ['BatchGetItem', 'Query', 'TransactWriteItems'], rcu: 2.5, wcu: 7 })
  })

  test('a step of an escalation: the case, the rules, what is promised now, one transaction', async () => {
    for (const { api } of worlds.values()) api.now.advance(HOUR_MS + 1)
    const spent = await work(({ api, complaintId }) =>
      takeDueStep(systemCtx(api.runtime, 'sweep-due', 'req-test'), complaintId),
    )

    expect(spent).toEqual({
      requests: ['BatchGetItem', 'BatchGetItem', 'GetItem', 'Query', 'Query', 'TransactWriteItems'],
      rcu: 6,
      wcu: 18,
    })
  })
})
