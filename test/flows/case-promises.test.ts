import type { SlaSimulation } from '@rapport/core/sla-simulation/schema'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createSweep } from '../../functions/workers/sweep-due.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'

/** What is promised to a case, and what happens when it is not kept. */

let api: Api
beforeAll(async () => {
  api = await startApi()
  const promise = (first: number, solved: number) => ({ firstResponseMinutes: first, resolutionMinutes: solved })
  await post('/v1/sla-policies', {
    name: 'Everybody',
    position: 1,
    hours: '24x7',
    targets: { normal: promise(60, 480), urgent: { ...promise(15, 60), nextResponseMinutes: 30 } },
  })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

interface Found {
  id: string
  status: string
  priority: string
  slaState: string
  slaDueAt?: string
  sla: Record<'firstResponse' | 'nextResponse' | 'resolution', { state: string; dueAt?: string; breachedAt?: string }>
}

async function post<T = Found>(path: string, body: object = {}): Promise<T> {
  const reply = await api.call<T & { code?: string }>('POST', path, { as: 'admin', body })
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}

const open = (more: object = {}): Promise<Found> => post('/v1/cases', { subject: 'Too loud', ...more })
const read = async (id: string): Promise<Found> =>
  (await api.call<Found>('GET', `/v1/cases/${id}`, { as: 'admin' })).body
const sweep = async (): Promise<void> =>
  createSweep(api.deps)({}, { getRemainingTimeInMillis: () => 50_000, awsRequestId: 'req-sweep' } as never)

/** What was told of a case, in the order of its versions. */
const told = (id: string): string[] =>
  api.events
    .filter((event) => (event.subject as { id: string }).id === id)
    .sort((a, b) => Number(a.version) - Number(b.version))
    .map(({ type }) => String(type).replace('case.', ''))

describe('a promise', () => {
  test('is made when the case is opened, and kept by an answer and a solution in time', async () => {
    const { id, sla } = await open()
    expect(sla.firstResponse.dueAt).toBe(new Date(api.now.at.getTime() + HOUR_MS).toISOString())
    api.now.advance(20 * MINUTE_MS)

    await post(`/v1/cases/${id}/reply`, { body: 'A new one is on its way.', status: 'resolved' })

    expect(await read(id)).toMatchObject({
      slaState: 'met',
      sla: { firstResponse: { state: 'met' }, resolution: { state: 'met' } },
    })
    await sweep()
    expect(told(id)).toEqual(['created', 'answered'])
  })

  test('that is broken is told once, with a warning before, however many sweeps come by', async () => {
    const { id } = await open()
    api.now.advance(46 * MINUTE_MS)
    await Promise.all([sweep(), sweep()])
    expect(told(id)).toEqual(['created', 'sla_warning'])

    api.now.advance(30 * MINUTE_MS)
    await Promise.all([sweep(), sweep()])
    await sweep()

    expect(told(id)).toEqual(['created', 'sla_warning', 'sla_breached'])
    expect(await read(id)).toMatchObject({ slaState: 'breached' })
  })

  test('is broken at its instant, also when no sweep came by before the answer', async () => {
    const { id, sla } = await open()
    api.now.advance(2 * HOUR_MS)

    await post(`/v1/cases/${id}/reply`, { body: 'Sorry.' })

    expect((await read(id)).sla.firstResponse).toMatchObject({ state: 'breached', breachedAt: sla.firstResponse.dueAt })
    expect(told(id)).toEqual(['created', 'sla_breached', 'answered'])
    await sweep()
    expect(told(id)).toHaveLength(3)
  })

  test('is not kept by a note among colleagues', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/comments`, { body: 'Looks like the burr.' })

    expect((await read(id)).sla.firstResponse.state).toBe('running')
  })

  test('gets longer by the time the customer lets us wait, and the customer ends that by writing', async () => {
    const { id, sla } = await open()
    await post(`/v1/cases/${id}/reply`, { body: 'Which model?', status: 'waiting_on_customer' })
    expect(await read(id)).toMatchObject({ sla: { resolution: { state: 'paused' } } })
    api.now.advance(DAY_MS)
    await sweep()

    await post(`/v1/cases/${id}/comments`, { body: 'The K6.', direction: 'inbound' })

    const now = await read(id)
    expect(now).toMatchObject({ status: 'in_progress', sla: { resolution: { state: 'running' } } })
    expect(Date.parse(String(now.sla.resolution.dueAt)) - Date.parse(String(sla.resolution.dueAt))).toBe(DAY_MS)
  })

  test('is another one when the priority is raised: counted from the beginning, it may be broken at once', async () => {
    const { id } = await open()
    api.now.advance(20 * MINUTE_MS)

    const raised = await api.call<Found>('PATCH', `/v1/cases/${id}`, {
      as: 'admin',
      body: { impact: 'high', urgency: 'high' },
    })
    expect(raised.body).toMatchObject({ priority: 'urgent', slaState: 'breached' })
    await sweep()
    await sweep()

    expect(told(id)).toEqual(['created', 'updated', 'sla_breached'])
  })

  test('outlives a change of its policy, until a change of the case lets one be chosen again', async () => {
    const { id, sla } = await open()
    const better = { normal: { firstResponseMinutes: 30 } }
    const policy = await post('/v1/sla-policies', { name: 'Better', position: 0, hours: '24x7', targets: better })
    await sweep()
    await post(`/v1/cases/${id}/comments`, { body: 'Whose is this?' })
    expect((await read(id)).sla).toEqual(sla)

    await api.call('PATCH', `/v1/cases/${id}`, { as: 'admin', body: { tags: ['loud'] } })

    const due = new Date(Date.parse(String(sla.firstResponse.dueAt)) - 30 * MINUTE_MS).toISOString()
    expect((await read(id)).sla.firstResponse.dueAt).toBe(due)
    await api.call('DELETE', `/v1/sla-policies/${policy.id}`, { as: 'admin' })
  })

  test('is over when the case is closed, which it is by itself a week after the solution', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/resolve`, { code: 'solved' })
    api.now.advance(7 * DAY_MS)
    await sweep()

    expect(await read(id)).toMatchObject({ status: 'closed' })
    expect(told(id)).toEqual(['created', 'resolved', 'closed'])
  })
})

describe('reopening', () => {
  test('within fourteen days goes on with the same case, later with one that follows it', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/close`)
    api.now.advance(3 * DAY_MS)
    expect(await post(`/v1/cases/${id}/reopen`)).toMatchObject({ id, status: 'in_progress' })
    await post(`/v1/cases/${id}/close`)
    api.now.advance(15 * DAY_MS)

    const said = {
      comments: { body: 'She called', direction: 'inbound' },
      reply: { body: 'Hi', status: 'in_progress' },
    }
    for (const [path, body] of Object.entries(said)) {
      const late = await api.call('POST', `/v1/cases/${id}/${path}`, { as: 'admin', body })
      expect([late.status, late.body.code]).toEqual([409, 'case.ended'])
    }
    await post(`/v1/cases/${id}/reply`, { body: 'All the best' })
    expect(await read(id)).toMatchObject({ status: 'closed' })
    const follower = await post(`/v1/cases/${id}/reopen`)

    expect(follower).toMatchObject({ followsId: id, status: 'new' })
    expect(follower.id).not.toBe(id)
  })
})

describe('closing while a sweep comes by', () => {
  test('never breaks a promise after the end, whichever is first', async () => {
    const cases = await Promise.all(Array.from({ length: 25 }, () => open()))
    api.now.advance(61 * MINUTE_MS)

    await Promise.all([sweep(), ...cases.map(({ id }) => post(`/v1/cases/${id}/close`)), sweep()])
    await sweep()

    const wrong = cases
      .map(({ id }) => told(id))
      .filter((events) => events.indexOf('sla_breached') > events.indexOf('closed'))
    expect(wrong).toEqual([])
    for (const { id } of cases) expect(told(id).filter((type) => type === 'sla_breached')).toHaveLength(1)
  })
})

describe('another policy', () => {
  test('is tried on what happened, and changes nothing', async () => {
    api.now.advance(HOUR_MS)
    const from = api.now.at.toISOString()
    const [late, early, waiting] = [await open(), await open(), await open({ impact: 'high', urgency: 'high' })]
    api.now.advance(10 * MINUTE_MS)
    await post(`/v1/cases/${early?.id}/reply`, { body: 'Here.', status: 'resolved' })
    api.now.advance(80 * MINUTE_MS)
    await post(`/v1/cases/${late?.id}/reply`, { body: 'Here.', status: 'resolved' })
    const until = api.now.at.toISOString()
    const wish = { firstResponseMinutes: 5, resolutionMinutes: 120 }
    const draft = await post<{ id: string }>('/v1/sla-policies', {
      name: 'Draft',
      position: 0,
      isActive: false,
      hours: '24x7',
      criteria: { priorities: ['normal'] },
      targets: { normal: wish, urgent: wish },
    })
    const before = await api.fingerprint()
    const path = `/v1/sla-policies/${draft.id}/simulate`

    const answer = await post<SlaSimulation>(path, { from, until })

    expect(waiting?.priority).toBe('urgent')
    expect(answer).toMatchObject({ casesRead: 3, nextCursor: null })
    expect(answer.priorities).toEqual([
      {
        priority: 'normal',
        cases: 2,
        firstResponse: { was: { kept: 1, broken: 1, open: 0 }, wouldBe: { kept: 0, broken: 2, open: 0 } },
        nextResponse: { was: { kept: 0, broken: 0, open: 0 }, wouldBe: { kept: 0, broken: 0, open: 0 } },
        resolution: { was: { kept: 2, broken: 0, open: 0 }, wouldBe: { kept: 2, broken: 0, open: 0 } },
      },
    ])
    expect(await api.fingerprint()).toBe(before)
    expect((await post<SlaSimulation>(path, { from: until, until: '2027-01-01T00:00:00.000Z' })).casesRead).toBe(0)
    const wrong = { as: 'admin', body: { from: until, until: from } }
    expect((await api.call('POST', path, wrong)).body.errors).toMatchObject([{ pointer: '/until' }])
  })

  test('goes on where an answer ended, each case once', async () => {
    api.now.advance(HOUR_MS)
    const from = api.now.at.toISOString()
    const { id } = await post<{ id: string }>('/v1/sla-policies', {
      name: 'Another draft',
      position: 0,
      isActive: false,
      hours: '24x7',
      targets: { normal: { resolutionMinutes: 60 } },
    })
    await Promise.all(Array.from({ length: 7 }, () => open()))
    const until = new Date(api.now.at.getTime() + 1).toISOString()

    const first = await post<SlaSimulation>(`/v1/sla-policies/${id}/simulate`, { from, until, limit: 4 })
    const cursor = String(first.nextCursor)
    const second = await post<SlaSimulation>(`/v1/sla-policies/${id}/simulate`, { from, until, cursor })

    expect([first.casesRead, second.casesRead, second.nextCursor]).toEqual([4, 3, null])
    const other = { as: 'admin', body: { from, until: '2027-01-01T00:00:00.000Z', cursor } }
    expect((await api.call('POST', `/v1/sla-policies/${id}/simulate`, other)).body.code).toBe('cursor.invalid')
    const never = { as: 'admin', body: { from: '1900-01-01T00:00:00.000Z', until } }
    expect((await api.call('POST', `/v1/sla-policies/${id}/simulate`, never)).status).toBe(400)
  })
})

test('everything that was written belongs together', async () => {
  await api.project()

  expect(await findingsIn(api)).toEqual([])
})
