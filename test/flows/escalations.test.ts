import { caseReviewModel } from '@rapport/core/escalation-rules/review'
import { takeDueStep as takeReviewStep } from '@rapport/core/escalations/review'
import type { Letter } from '@rapport/core/mail/schema'
import { ORGANISATION_ID } from '@rapport/core/organisation/model'
import type { Task } from '@rapport/core/tasks/schema'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { read as storedItem } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, handlerOf, startWorkers, sweepContext, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
let letters: Letter[] = []
const rules: string[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ shards: 2, wrap: tap.wrap })
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['recompute-escalation', 'notify-escalation'])
})
afterEach(async () => {
  for (const id of rules.splice(0)) await api.call('DELETE', `/v1/escalation-rules/${id}`, { as: 'admin' })
  letters = []
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

async function addRule(body: object): Promise<void> {
  const all = { name: 'Rule', position: rules.length + 1, ...body }
  const reply = await api.call('POST', '/v1/escalation-rules', { as: 'manager', body: all })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  rules.push(String(reply.body.id))
}
async function open(body: object = {}): Promise<string> {
  const all = { subject: 'Too loud', type: 'complaint', ...body }
  const reply = await api.call('POST', '/v1/cases', { as: 'rep', body: all })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  await workers.drain()
  return String(reply.body.id)
}
const read = async (id: string) => (await api.call('GET', `/v1/cases/${id}`, { as: 'admin' })).body
const escalation = async (id: string) => (await api.call('GET', `/v1/cases/${id}/escalation`, { as: 'admin' })).body
const told = (id: string): string[] =>
  api.events
    .filter((event) => (event.subject as { id: string }).id === id)
    .map(({ type }) => String(type))
    .filter((type) => type.includes('escalat'))
async function pass(minutes: number): Promise<void> {
  api.now.advance(minutes * MINUTE_MS)
  const sweep = await handlerOf('sweep-due', api.deps)
  await Promise.all([sweep({} as never, sweepContext()), sweep({} as never, sweepContext())])
  await workers.drain()
}
const after = (afterMinutes: number, actions: object) => ({ when: { basis: 'created', afterMinutes }, actions })
const notify = (...whom: string[]) => ({ notify: { whom } })

test('a late case goes up step by step: letter, priority, task, manager; and nobody hears of it twice', async () => {
  await addRule({
    steps: [
      after(30, { ...notify('owner'), setPriority: 'high' }),
      after(60, {
        ...notify('managerOfOwner'),
        createTask: { subject: 'Call the customer', for: 'managerOfOwner', dueInMinutes: 60 },
        assign: { toManager: true },
        publish: 'case.late',
      }),
    ],
  })
  const id = await open()
  expect(await escalation(id)).toMatchObject({ ruleId: rules[0], cycle: 1, takenSteps: [] })
  await pass(29)
  expect(told(id)).toEqual([])

  await pass(1)
  expect(await read(id)).toMatchObject({ isEscalated: true, escalationLevel: 1, priority: 'high' })
  expect(letters.map(({ to }) => to)).toEqual(['rep@rapport.test'])
  expect(letters[0]?.text).toMatch(/it is not solved, since 22 November 2026 at 09:30 \(UTC\)[\s\S]*What to do/)

  await pass(30)
  await pass(60)
  expect(await read(id)).toMatchObject({ escalationLevel: 2, ownerId: api.people.manager?.id })
  expect(told(id)).toEqual(['case.escalated', 'case.escalated'])
  expect(letters.map(({ to }) => to)).toEqual(['rep@rapport.test', 'manager@rapport.test'])
  const tasks = await api.call<{ data: Task[] }>('GET', '/v1/tasks', { as: 'admin', query: { aboutId: id } })
  expect(tasks.body.data).toMatchObject([{ subject: 'Call the customer', ownerId: api.people.manager?.id }])
  const event = api.events.filter(({ type }) => type === 'case.escalated').at(-1)
  expect(event?.data).toMatchObject({ level: 2, publish: ['case.late'], taskIds: [tasks.body.data[0]?.id] })
})

test('of a case that nobody has taken, whoever keeps the queue and works on it hears', async () => {
  const teamId = api.teams.sales
  const queue = await api.call('POST', '/v1/queues', { as: 'manager', body: { name: 'Repairs', teamId } })
  await api.project()
  const task = { subject: 'Call', for: 'owner', dueInMinutes: 5 }
  const all = notify('owner', 'managerOfOwner', 'queueMembers')
  await addRule({ steps: [after(10, { ...all, createTask: task }), after(20, { assign: { toManager: true } })] })
  const id = await open({ queueId: queue.body.id })

  await pass(10)
  const hear = api.events.findLast(({ type }) => type === 'case.escalated')?.data as Record<string, unknown>
  const team = [api.people.manager, api.people.rep, api.people.peer].map((person) => String(person?.id))
  expect(hear).toMatchObject({ skipped: [], notify: expect.arrayContaining(team) })
  await pass(10)
  expect(await read(id)).toMatchObject({ escalationLevel: 2, ownerId: api.people.manager?.id })
})

test('a notice that would reach nobody goes to whoever keeps the rule', async () => {
  await addRule({ steps: [after(10, notify('queueMembers'))] })
  await open()

  await pass(10)

  expect(letters.map(({ to }) => to)).toEqual(['manager@rapport.test'])
})

test('the first rule that matches counts; changing what it asks for makes another one count', async () => {
  await addRule({ criteria: { priorities: ['urgent'] }, steps: [after(10, notify('owner'))] })
  await addRule({ steps: [after(100, notify('owner'))] })
  const id = await open()
  expect((await escalation(id)).ruleId).toBe(rules[1])
  await api.call('PATCH', `/v1/cases/${id}`, { as: 'rep', body: { priorityOverride: 'urgent' } })
  await workers.drain()
  expect((await escalation(id)).ruleId).toBe(rules[0])
  await pass(10)
  expect(told(id)).toEqual(['case.escalated'])
})

test('a rule that is made, changed or taken away while cases wait counts for them, however many sweeps it takes', async () => {
  const ids = [await open(), await open(), await open()]
  await api.call('POST', `/v1/cases/${ids[2]}/wait`, { as: 'rep', body: { on: 'customer' } })
  await workers.drain()
  await api.project()
  await addRule({ steps: [after(600, notify('owner'))] })
  await addRule({ steps: [after(300, notify('owner'))] })
  const ctx = () => systemCtx(api.runtime, 'sweep-due', 'req-test')
  const isUnderWay = async () => (await storedItem(ctx(), caseReviewModel, { of: ORGANISATION_ID })) !== undefined
  for (let sweeps = 0; sweeps < 30 && (await isUnderWay()); sweeps++) {
    await Promise.all([takeReviewStep(ctx(), ORGANISATION_ID, 2), takeReviewStep(ctx(), ORGANISATION_ID, 2)])
    api.now.advance(1_000)
  }
  expect(await isUnderWay()).toBe(false)
  expect(await Promise.all(ids.map(async (id) => (await escalation(id)).ruleId))).toEqual([
    rules[0],
    rules[0],
    rules[0],
  ])

  const body = { steps: [after(10, notify('owner'))] }
  await api.call('PATCH', `/v1/escalation-rules/${rules[0]}`, { as: 'manager', body })
  await pass(1)
  await pass(9)
  expect(ids.map(told)).toEqual(ids.map(() => ['case.escalated']))

  await api.call('DELETE', `/v1/escalation-rules/${rules[0]}`, { as: 'manager' })
  await pass(1)
  expect(await Promise.all(ids.map(async (id) => (await escalation(id)).ruleId))).toEqual([
    rules[1],
    rules[1],
    rules[1],
  ])
})

test('a rule on trial tells what it would do and leaves the case alone', async () => {
  await addRule({ isShadow: true, steps: [after(10, { ...notify('owner'), setPriority: 'urgent' })] })
  const id = await open()
  const before = await read(id)
  await pass(10)
  await pass(10)
  expect(await read(id)).toEqual(before)
  expect(told(id)).toEqual(['escalation.shadowed'])
  expect(letters).toEqual([])
})

test('what has ended never escalates; reopened, it begins anew', async () => {
  await addRule({ steps: [after(10, notify('owner'))] })
  const id = await open()
  await pass(10)
  const solution = { code: 'solved' }
  await api.call('POST', `/v1/cases/${id}/resolve`, { as: 'rep', body: solution })
  await workers.drain()
  expect((await escalation(id)).nextAt).toBeUndefined()
  await pass(60)
  expect(told(id)).toEqual(['case.escalated'])

  const escalated = async () => {
    await api.project()
    const list = await api.call<{ data: { id: string }[] }>('GET', '/v1/cases', {
      as: 'rep',
      query: { isEscalated: 'true' },
    })
    return list.body.data.some((one) => one.id === id)
  }
  expect(await escalated()).toBe(true)
  const reopened = await api.call('POST', `/v1/cases/${id}/reopen`, { as: 'rep', body: {} })
  expect(reopened.status, JSON.stringify(reopened.body)).toBeLessThan(300)
  await workers.drain()
  expect(await escalation(id)).toMatchObject({ cycle: 2, takenSteps: [] })
  expect(reopened.body).not.toHaveProperty('isEscalated')
  expect(await escalated()).toBe(false)
  await pass(10)
  expect(told(id)).toEqual(['case.escalated', 'case.escalated'])
})

test('a case that went on in another one is not waited for', async () => {
  await addRule({ steps: [after(10, notify('owner'))] })
  const [gone, into] = [await open(), await open()]

  const merged = await api.call('POST', `/v1/cases/${gone}/merge`, { as: 'admin', body: { into } })
  expect(merged.status, JSON.stringify(merged.body)).toBe(200)
  await workers.drain()

  expect([(await escalation(gone)).nextAt, (await escalation(into)).nextAt]).toEqual([undefined, expect.any(String)])
})

test('silence counts from the customer’s last word until a person answers', async () => {
  await addRule({ steps: [{ when: { basis: 'lastCustomerReply', afterMinutes: 10 }, actions: notify('owner') }] })
  const [silent, answered] = [await open(), await open()]
  const said = await api.call('POST', `/v1/cases/${answered}/reply`, { as: 'rep', body: { body: 'We are on it.' } })
  expect(said.status, JSON.stringify(said.body)).toBeLessThan(300)
  await workers.drain()
  await pass(10)
  expect([told(silent), told(answered)]).toEqual([['case.escalated'], []])
})

test('a rule that leaves alone what somebody has touched does so', async () => {
  await addRule({ disableAfterFirstModification: true, steps: [after(10, notify('owner'))] })
  const [touched, left] = [await open(), await open()]
  await api.call('PATCH', `/v1/cases/${touched}`, { as: 'rep', body: { subject: 'Louder' } })
  await workers.drain()
  await pass(10)
  expect([told(touched), told(left)]).toEqual([[], ['case.escalated']])
})

test('a rule that was deleted before a step fell due takes no step', async () => {
  await addRule({ steps: [after(10, notify('owner'))] })
  const id = await open()
  await api.call('DELETE', `/v1/escalation-rules/${rules[0]}`, { as: 'manager' })
  rules.length = 0
  await pass(10)
  expect(told(id)).toEqual([])
})

test('a promise is warned of by its percentage and missed by minutes, and stands still while the customer is waited for', async () => {
  const targets = { normal: { resolutionMinutes: 100 } }
  const policy = { name: 'Promise', position: 1, hours: '24x7', targets }
  expect((await api.call('POST', '/v1/sla-policies', { as: 'manager', body: policy })).status).toBe(201)
  await addRule({
    steps: [
      { when: { basis: 'resolution', percent: 75 }, actions: notify('owner') },
      { when: { basis: 'resolution', afterMinutes: 10 }, actions: notify('managerOfOwner') },
    ],
  })
  const id = await open()
  await pass(60)
  await api.call('POST', `/v1/cases/${id}/wait`, { as: 'rep', body: { on: 'customer' } })
  await workers.drain()
  expect((await escalation(id)).nextAt).toBeUndefined()
  await pass(300)
  expect(told(id)).toEqual([])

  await api.call('POST', `/v1/cases/${id}/proceed`, { as: 'rep' })
  await workers.drain()
  await pass(15)
  expect(told(id)).toEqual(['case.escalated'])
  expect(letters[0]?.subject).toContain('is about to be late')
  expect(letters[0]?.text).toContain('it is not solved, and that is promised by 22 November')
  await pass(34)
  expect(letters).toHaveLength(1)
  await pass(1)
  expect(letters.map(({ to }) => to)).toEqual(['rep@rapport.test', 'manager@rapport.test'])
  expect(letters[1]?.text).toMatch(/it is not solved, since 22 November/)
  expect(await read(id)).toMatchObject({ slaState: 'breached', escalationLevel: 2 })
})
