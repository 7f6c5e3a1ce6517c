import type { CaptureForm } from '@rapport/core/capture-forms/schema'
import type { Lead } from '@rapport/core/leads/schema'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { type TableWrite, TransactionRefused } from '@rapport/kernel/table'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type CallOptions, startApi, stopEngine } from '../support/api.ts'
import { csvOf, type Imports, startImports } from '../support/imports.ts'
import { findingsIn } from '../support/sound.ts'

/** Whose new leads are: by hand, by a web form, by a file, and many at once. */

let on: Imports
const rules: string[] = []
beforeAll(async () => {
  on = await startImports({ shards: 2 })
})
afterEach(async () => {
  for (const id of rules.splice(0)) await on.api.call('DELETE', `/v1/assignment-rules/${id}`, { as: 'admin' })
})
afterAll(async () => {
  await on.api.project()
  expect(await findingsIn(on.api)).toEqual([])
  await on.api.stop()
  await stopEngine()
})

async function post<T = Lead>(path: string, body: object, options: CallOptions = {}): Promise<T> {
  const reply = await on.api.call<T>('POST', path, { as: 'rep', body, ...options })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}

let names = 0
const person = async (more: object = {}): Promise<string> => {
  const name = `taker${++names}`
  const body = { name, email: `${name}@leads.test`, roles: ['rep'], teamIds: [on.api.teams.service], ...more }
  return (await post<{ id: string }>('/v1/users', body, { as: 'admin' })).id
}
const awayFrom = (now: Date, more: object = {}) => ({
  outOfOffice: { from: later(now, -DAY_MS).toISOString(), until: later(now, DAY_MS).toISOString(), ...more },
})
async function addRule(body: object): Promise<string> {
  const { id } = await post<{ id: string }>(
    '/v1/assignment-rules',
    { name: 'Rule', position: rules.length + 1, ...body },
    { as: 'manager' },
  )
  rules.push(id)
  return id
}
const rep = (): string => String(on.api.people.rep?.id)
const create = (more: object = {}): Promise<Lead> => post('/v1/leads', { lastName: 'Lan', source: 'fair', ...more })

interface Why {
  ruleId?: string
  turn?: number
  why: string
  passedOver?: string[]
}
async function whyOf(id: string): Promise<Why | undefined> {
  const { body } = await on.api.call<{ data: { type: string; data?: { assignment?: Why } }[] }>(
    'GET',
    `/v1/leads/${id}/timeline`,
    { as: 'admin' },
  )
  return body.data.find(({ type }) => type === 'lead.created')?.data?.assignment
}

describe('a new lead', () => {
  test('goes to whom the first rule that matches names, with the team, and says why', async () => {
    const taker = await person()
    await addRule({ criteria: { sources: ['web'] }, assignTo: { userIds: [rep()] } })
    const ruleId = await addRule({ criteria: { sources: ['fair'] }, assignTo: { userIds: [taker] } })

    const lead = await create()

    expect(lead).toMatchObject({ ownerId: taker, teamId: on.api.teams.service, createdBy: rep() })
    expect(await whyOf(lead.id)).toEqual({
      ruleId,
      ruleVersion: 1,
      strategy: 'round_robin',
      why: 'the only one who can take it',
    })
    expect((await on.api.call('GET', `/v1/leads/${lead.id}`, { as: 'stranger' })).status).toBe(200)
    expect((await on.api.call('GET', `/v1/leads/${lead.id}`, { as: 'rep' })).status).toBe(404)
  })

  test('stays with whoever wrote it down when no rule matches, or when an owner is named', async () => {
    await addRule({ criteria: { sources: ['web'] }, assignTo: { userIds: [await person()] } })

    const [unmatched, named] = [await create(), await create({ source: 'web', ownerId: rep() })]

    expect([unmatched.ownerId, named.ownerId]).toEqual([rep(), rep()])
    expect([await whyOf(unmatched.id), await whyOf(named.id)]).toEqual([undefined, undefined])
  })

  test('keeps the team that is named', async () => {
    await addRule({ assignTo: { userIds: [await person()] } })

    expect((await create({ teamId: on.api.teams.sales })).teamId).toBe(on.api.teams.sales)
  })

  test('is refused for what is wrong with it, whoever would get it', async () => {
    await addRule({ assignTo: { userIds: [await person()] } })
    const before = on.api.events.length

    const nameless = await on.api.call('POST', '/v1/leads', { as: 'rep', body: { source: 'fair' } })
    const denied = await on.api.call('POST', '/v1/leads', { as: 'agent', body: { lastName: 'Lan' } })
    const elsewhere = await on.api.call('POST', '/v1/leads', {
      as: 'rep',
      body: { lastName: 'Lan', teamId: on.api.teams.service },
    })

    expect([nameless.body.code, denied.status, elsewhere.body.code]).toEqual([
      'lead.nameless',
      403,
      'lead.assign_denied',
    ])
    expect(on.api.events.length).toBe(before)
  })

  test('passes over rules of which nobody can take it, and says so', async () => {
    const gone = await person(awayFrom(on.api.now.at))
    const first = await addRule({ assignTo: { userIds: [gone, await person({ capacity: 0 })] } })
    const taken = await create()
    const second = await addRule({ assignTo: { userIds: [await person()] } })

    const passed = await create()

    expect(taken.ownerId).toBe(rep())
    expect(await whyOf(taken.id)).toEqual({ why: 'nobody whom a rule names can take it', passedOver: [first] })
    expect(await whyOf(passed.id)).toMatchObject({ ruleId: second, passedOver: [first] })
  })

  test('goes to the delegate of somebody who is named alone and away', async () => {
    const standIn = await person()
    const gone = await person(awayFrom(on.api.now.at, { delegateId: standIn }))
    await addRule({ assignTo: { userIds: [gone] } })

    expect((await create()).ownerId).toBe(standIn)
  })

  test('goes around a team, leaving out who has left', async () => {
    const team = await post<{ id: string }>('/v1/teams', { name: 'Hunters' }, { as: 'admin' })
    const [a, b, gone] = await Promise.all([1, 2, 3].map(() => person({ teamIds: [on.api.teams.sales, team.id] })))
    await on.api.call('PATCH', `/v1/users/${gone}`, { as: 'admin', body: { status: 'disabled' } })
    await on.api.project()
    await addRule({ assignTo: { teamId: team.id } })

    const leads = [await create(), await create(), await create(), await create()]

    expect(leads.map(({ ownerId }) => ownerId).sort()).toEqual([a, a, b, b].sort())
    expect(leads.map(({ teamId }) => teamId)).toEqual(leads.map(() => team.id))
  })

  test('goes to who has the fewest open ones', async () => {
    const [busy, idle] = [await person(), await person()]
    for (let n = 0; n < 2; n++) await post('/v1/leads', { lastName: 'Load', ownerId: busy }, { as: 'admin' })
    await on.api.project()
    await addRule({ assignTo: { userIds: [busy, idle] }, strategy: 'least_busy' })

    const lead = await create()

    expect(lead.ownerId).toBe(idle)
    expect((await whyOf(lead.id))?.why).toBe('has the fewest open leads: 0')
  })
})

describe('leads at once', () => {
  test('never take the same turn, so everybody gets as many', async () => {
    const takers = await Promise.all([1, 2, 3].map(() => person()))
    await addRule({ assignTo: { userIds: takers } })

    const leads = await Promise.all(Array.from({ length: 12 }, () => create()))

    const turns = await Promise.all(leads.map(async ({ id }) => (await whyOf(id))?.turn))
    expect(turns.sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 12 }, (_, n) => n + 1))
    const got = takers.map((taker) => leads.filter(({ ownerId }) => ownerId === taker).length)
    expect(got).toEqual([4, 4, 4])
  })

  test('of a batch take a turn each, and a request that comes again takes none', async () => {
    const takers = [await person(), await person()]
    await addRule({ assignTo: { userIds: takers } })
    const operations = ['A', 'B', 'C', 'D'].map((lastName) => ({ op: 'create', body: { lastName } }))
    const send = () =>
      on.api.call<{ results: { id: string }[] }>('POST', '/v1/leads/batch', {
        as: 'rep',
        body: { atomic: true, operations },
        headers: { 'idempotency-key': 'assigned-batch' },
      })

    const [first, again] = [await send(), await send()]

    expect(again.body).toEqual(first.body)
    const turns = await Promise.all(first.body.results.map(async ({ id }) => (await whyOf(id))?.turn))
    expect(turns).toEqual([1, 2, 3, 4])
    expect((await whyOf((await create()).id))?.turn).toBe(5)
  })
})

test('a counter that is busy for too long turns no lead away', async () => {
  const isCounter = (write: TableWrite) => 'put' in write && String(write.put.pk).startsWith('counter#')
  const api = await startApi({
    wrap: (table) => ({
      ...table,
      async transact(writes, token) {
        if (writes.some(isCounter)) throw new TransactionRefused(['condition'])
        return table.transact(writes, token)
      },
    }),
  })
  const userIds = [api.people.rep?.id, api.people.peer?.id]
  const rule = { name: 'Busy', position: 1, assignTo: { userIds } }
  await api.call('POST', '/v1/assignment-rules', { as: 'manager', body: rule })

  const { status, body } = await api.call('POST', '/v1/leads', { as: 'manager', body: { lastName: 'Lan' } })

  expect([status, userIds.includes(String(body.ownerId))]).toEqual([201, true])
  const told = api.events.find(({ type }) => type === 'lead.created')?.data
  expect(told).toMatchObject({ assignment: { why: expect.stringContaining('by chance') } })
  expect(told).not.toHaveProperty('assignment.turn')
  await api.stop()
})

describe('leads that nobody writes down', () => {
  test('of a web form go by the rules unless the form says whose they are', async () => {
    const [taker, named] = [await person(), await person()]
    await addRule({ criteria: { countries: ['VN'] }, assignTo: { userIds: [taker] } })
    const fields = ['lastName', 'email', 'country']
    const form = (more: object) =>
      post<CaptureForm>('/v1/capture-forms', { name: 'Form', fields, ...more }, { as: 'marketing' })
    const [open, own] = [await form({}), await form({ assignToId: named })]
    const send = async ({ formKey }: CaptureForm, country: string) => {
      const email = `visitor${++names}@leads.test`
      await on.api.call('POST', `/v1/capture/${formKey}`, { body: { fields: { lastName: 'Lan', email, country } } })
      const { body } = await on.api.call<{ data: { record: Lead }[] }>('GET', '/v1/search', {
        as: 'admin',
        query: { q: email },
      })
      return body.data[0]?.record as Lead
    }

    const ruled = await send(open, 'vn')

    expect(ruled).toMatchObject({ ownerId: taker, teamId: on.api.teams.service })
    expect(await whyOf(ruled.id)).toMatchObject({ ruleId: rules[0] })
    expect((await send(own, 'vn')).ownerId).toBe(named)
    expect((await send(open, 'th')).ownerId).toBe(`usr_${'0'.repeat(26)}`)
  })

  test('of a file go by the rules, and are promised no answer; a trial of the file takes no turn', async () => {
    const takers = [await person(), await person()]
    await addRule({ criteria: { sources: ['list'] }, assignTo: { userIds: takers } })
    const file = csvOf(Array.from({ length: 6 }, (_, n) => ({ Name: `Filed ${n}`, Owner: n < 4 ? '' : rep() })))
    const columns = [
      { to: 'lastName', from: 'Name' },
      { to: 'ownerId', from: 'Owner' },
      { to: 'source', constant: 'list' },
    ]
    const request = { kind: 'lead', mapping: { columns } }
    const settings = { leadResponse: { minutes: 60, hours: '24x7' } }
    await on.api.call('PATCH', '/v1/organisation', { as: 'admin', body: settings })

    await on.run({ ...request, dryRun: true }, file, 'manager')
    const one = await on.run(request, file, 'admin')

    expect(one.counts).toMatchObject({ created: 6, refused: 0 })
    const ids = (await on.report(one.id, 'admin')).map(({ id }) => id)
    const leads = await on.list<Lead>('/v1/leads', 'admin')
    expect(leads.filter(({ id, firstResponseDueAt }) => ids.includes(id) && firstResponseDueAt)).toEqual([])
    expect((await create()).firstResponseDueAt).toBeDefined()
    const turns = await Promise.all(ids.map(async (id) => (await whyOf(id))?.turn))
    // Rows are written a few at a time, so they take their turns in no order.
    expect([turns.slice(0, 4).sort(), turns.slice(4)]).toEqual([
      [1, 2, 3, 4],
      [undefined, undefined],
    ])
  })
})

describe('a rule', () => {
  test('names people and teams that are there', async () => {
    const send = (body: object) =>
      on.api.call('POST', '/v1/assignment-rules', { as: 'manager', body: { name: 'Rule', position: 1, ...body } })

    expect((await send({ assignTo: {} })).body.code).toBe('assignmentRule.nobody')
    expect((await send({ assignTo: { teamId: `tea_${'1'.repeat(26)}` } })).body.code).toBe('reference.not_found')
  })
})
