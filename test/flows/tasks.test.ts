import type { Letter } from '@rapport/core/mail/schema'
import type { Task } from '@rapport/core/tasks/schema'
import { DAY_MS, HOUR_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, handlerOf, startWorkers, sweepContext, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
const letters: Letter[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ shards: 2, wrap: tap.wrap })
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['remind-owner', 'run-handover'])
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const inHours = (hours: number): string => new Date(api.now.at.getTime() + hours * HOUR_MS).toISOString()
const sweep = async () => (await handlerOf('sweep-due', api.deps))({} as never, sweepContext())

async function make(body: object, as = 'rep'): Promise<Task> {
  const reply = await api.call('POST', '/v1/tasks', { as, body: { subject: 'Call back', ...body } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body as unknown as Task
}
const read = async (id: string): Promise<Task> =>
  (await api.call('GET', `/v1/tasks/${id}`, { as: 'admin' })).body as unknown as Task
const complete = (id: string, body = {}, as = 'rep') => api.call('POST', `/v1/tasks/${id}/complete`, { as, body })
const told = (id: string): unknown[] =>
  api.events.filter((event) => (event.subject as { id: string }).id === id).map(({ type }) => type)

describe('a task that is due', () => {
  test('reminds its owner by one letter, then becomes overdue once, whoever sweeps how often', async () => {
    const { id } = await make({ dueAt: inHours(3), reminders: [60] })
    const before = letters.length
    await sweep()
    expect(told(id)).toEqual(['task.created'])

    api.now.advance(2 * HOUR_MS)
    await Promise.all([sweep(), sweep()])
    const messages = await workers.pending()
    for (const message of [...messages, ...messages]) await workers.deliver(message)
    api.now.advance(HOUR_MS)
    await Promise.all([sweep(), sweep()])
    await sweep()

    expect(told(id)).toEqual(['task.created', 'task.reminded', 'task.notified', 'task.overdue'])
    expect(letters.length).toBe(before + 1)
    expect(letters.at(-1)).toMatchObject({ to: 'rep@rapport.test', subject: 'A task of yours is due soon' })
    expect(letters.at(-1)?.text).toContain('Call back')
  })

  test('says nothing once it is done', async () => {
    const { id } = await make({ dueAt: inHours(1), reminders: [30] })
    await complete(id)
    api.now.advance(2 * HOUR_MS)
    await sweep()
    expect(told(id)).toEqual(['task.created', 'task.completed'])
  })
})

describe('a series', () => {
  test('goes on in the same hands at the same local time, once, however often it is done', async () => {
    const zone = 'Europe/Berlin'
    const first = await make({ dueAt: '2026-11-23T08:00:00.000Z', zone, recurrence: 'FREQ=WEEKLY', reminders: [60] })
    const done = await Promise.all([complete(first.id), complete(first.id)])
    expect(done.map(({ status }) => status)).toEqual([200, 200])
    const { nextId } = await read(first.id)
    const next = await read(String(nextId))
    expect(next).toMatchObject({
      status: 'open',
      dueAt: '2026-11-30T08:00:00.000Z',
      previousId: first.id,
      ownerId: first.ownerId,
      reminders: [60],
      seriesStart: '2026-11-23T09:00:00.000',
    })

    await api.call('PATCH', `/v1/tasks/${first.id}`, { as: 'rep', body: { status: 'open' } })
    await complete(first.id)
    expect((await read(first.id)).nextId).toBe(nextId)
  })

  test('ends with its rule, and is refused when the rule has no day at all', async () => {
    const only = await make({ dueDate: '2026-11-23', recurrence: 'FREQ=DAILY;COUNT=1' })
    expect((await complete(only.id)).body.nextId).toBeUndefined()
    const never = { subject: 'Never', dueDate: '2026-11-23', recurrence: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }
    const reply = await api.call('POST', '/v1/tasks', { as: 'rep', body: never })
    expect([reply.status, reply.body.code]).toEqual([422, 'task.never_recurs'])
    for (const recurrence of ['FREQ=DAILY;INTERVAL=2;INTERVAL=3', 'FREQ=DAILY;COUNT=2;UNTIL=20270101'])
      expect((await api.call('POST', '/v1/tasks', { as: 'rep', body: { ...never, recurrence } })).status).toBe(400)
  })
})

describe('a task that waits for others', () => {
  test('is not done before them, unless by force', async () => {
    const before = await make({})
    const after = await make({ blockedBy: [before.id] })
    const refused = await complete(after.id)
    expect([refused.status, refused.body.code, refused.body.blockedBy]).toEqual([409, 'task.blocked', [before.id]])
    const patched = await api.call('PATCH', `/v1/tasks/${after.id}`, { as: 'rep', body: { status: 'done' } })
    expect(patched.status).toBe(409)
    expect((await complete(after.id, { force: true })).status).toBe(200)
    const third = await make({ blockedBy: [before.id] })
    await complete(before.id)
    expect((await complete(third.id)).body).toMatchObject({ status: 'done' })
  })

  test('never waits for itself', async () => {
    const a = await make({})
    const b = await make({ blockedBy: [a.id] })
    const reply = await api.call('PATCH', `/v1/tasks/${a.id}`, { as: 'rep', body: { blockedBy: [b.id] } })
    expect([reply.status, reply.body.code]).toEqual([422, 'task.circular'])
  })
})

test('a task about a contact stands in the timelines of the contact and of its account', async () => {
  const account = await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Kaffee' } })
  const body = { lastName: 'Lan', accountId: account.body.id }
  const contact = await api.call('POST', '/v1/contacts', { as: 'rep', body })
  const { id } = await make({ aboutId: contact.body.id })
  for (const path of [`/v1/contacts/${contact.body.id}/timeline`, `/v1/accounts/${account.body.id}/timeline/people`]) {
    const page = await api.call<{ data: { subject: { id: string } }[] }>('GET', path, { as: 'rep' })
    expect(page.body.data.map(({ subject }) => subject.id)).toContain(id)
  }
  const list = await api.call<{ data: Task[] }>('GET', '/v1/tasks', {
    as: 'rep',
    query: { aboutId: contact.body.id as string },
  })
  expect(list.body.data.map((task) => task.id)).toEqual([id])
})

test('a task is about whatever is sold, and stands in its timeline', async () => {
  const account = await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Kaffee' } })
  const deal = await api.call('POST', '/v1/opportunities', {
    as: 'rep',
    body: { name: 'Roasters', accountId: account.body.id, closeDate: '2027-01-31' },
  })
  expect(deal.status, JSON.stringify(deal.body)).toBe(201)

  const task = await make({ aboutId: deal.body.id })

  expect(task).toMatchObject({ aboutId: deal.body.id, accountId: account.body.id })
  for (const path of [`opportunities/${deal.body.id}/timeline`, `accounts/${account.body.id}/timeline/people`]) {
    const page = await api.call<{ data: { subject: { id: string } }[] }>('GET', `/v1/${path}`, { as: 'rep' })
    expect(page.body.data.map(({ subject }) => subject.id)).toContain(task.id)
  }
})

interface Entry {
  what: string
  at: string
  isLate: boolean
  task?: Task
  case?: { id: string }
}

test('the agenda holds what is due by the end of the day, late promises first, in two queries and one read', async () => {
  const targets = { normal: { firstResponseMinutes: 60 } }
  await api.call('POST', '/v1/sla-policies', {
    as: 'admin',
    body: { name: 'All', position: 1, hours: '24x7', targets },
  })
  const open = async (body: object = {}): Promise<string> => {
    const reply = await api.call('POST', '/v1/cases', { as: 'agent', body: { subject: 'Too loud', ...body } })
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    return reply.body.id as string
  }
  const read = async (): Promise<{ entries: Entry[]; isCut: boolean }> => {
    const query = { zone: 'UTC', date: api.now.at.toISOString().slice(0, 10) }
    const reply = await api.call<{ entries: Entry[]; isCut: boolean }>('GET', '/v1/me/agenda', { as: 'agent', query })
    expect(reply.status).toBe(200)
    return reply.body
  }
  const broken = await open()
  const gone = await open()
  await api.call('POST', `/v1/cases/${gone}/close`, { as: 'agent', body: {} })
  api.now.advance(2 * HOUR_MS)
  const late = await make({ dueAt: inHours(-3) }, 'agent')
  const today = await make({ dueAt: inHours(1), priority: 'urgent' }, 'agent')
  await make({ dueAt: inHours(72) }, 'agent')
  const over = await make({ dueAt: inHours(1) }, 'agent')
  await complete(over.id, {}, 'agent')
  const called = await open({ callback: { from: inHours(0), until: inHours(0.5) } })
  api.spent()

  const agenda = await read()

  expect(api.spent().map(({ operation, rcu }) => [operation, rcu])).toEqual([
    ['Query', 0.5],
    ['Query', 0.5],
    ['BatchGetItem', 2],
  ])
  expect(agenda.entries.map((entry) => [entry.what, entry.isLate, entry.task?.id ?? entry.case?.id])).toEqual([
    ['promise', true, broken],
    ['task', true, late.id],
    ['callback', false, called],
    ['task', false, today.id],
    ['promise', false, called],
  ])
  expect(agenda.isCut).toBe(false)

  await sweep()
  expect((await read()).entries.map(({ at }) => at)).toEqual(agenda.entries.map(({ at }) => at))
  await api.call('PATCH', `/v1/cases/${called}`, { as: 'agent', body: { callback: null } })
  await api.call('POST', `/v1/cases/${broken}/assign`, {
    as: 'admin',
    body: { ownerId: api.people.stranger?.id, reason: 'On leave' },
  })
  expect((await read()).entries.map((entry) => [entry.what, entry.task?.id ?? entry.case?.id])).toEqual([
    ['task', late.id],
    ['task', today.id],
    ['promise', called],
  ])
})

test('a handover takes the open tasks along and leaves the others', async () => {
  const open = await make({ dueDate: '2026-12-24' }, 'peer')
  const done = await make({}, 'peer')
  await complete(done.id, {}, 'peer')
  const body = { to: api.people.rep?.id, kinds: ['task'] }
  const reply = await api.call('POST', `/v1/users/${api.people.peer?.id}/handover`, { as: 'admin', body })
  expect(reply.status).toBe(202)
  await workers.drain()
  expect((await read(open.id)).ownerId).toBe(api.people.rep?.id)
  expect((await read(done.id)).ownerId).toBe(api.people.peer?.id)
  api.now.advance(DAY_MS)
})
