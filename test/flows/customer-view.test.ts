import type { CallbackAnswer } from '@rapport/core/callbacks/schema'
import type { Case } from '@rapport/core/cases/schema'
import type { CustomerCase, CustomerCaseDetail } from '@rapport/core/customer-view/schema'
import type { Letter } from '@rapport/core/mail/schema'
import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { sealLink } from '@rapport/kernel/link'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

const CANARY = 'canary5e9d'

let api: Api
let workers: Workers
const letters: Letter[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ shards: 2, wrap: tap.wrap })
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['send-case-answer'])
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const admin = async <B = Case>(method: string, path: string, body?: object): Promise<B> => {
  const reply = await api.call<B>(method, path, { as: 'admin', ...(body ? { body } : {}) })
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}
const read = (id: string): Promise<Case> => admin('GET', `/v1/cases/${id}`)

let people = 0
/** A case of somebody, with an internal comment, and the link in the letter that answers it. */
async function answered(more: object = {}): Promise<{ id: string; path: string; to: string }> {
  const to = `lan-${++people}@example.com`
  const { id } = await admin('POST', '/v1/cases', { subject: 'Broken', requester: { email: to }, ...more })
  await admin('POST', `/v1/cases/${id}/comments`, { body: `${CANARY}: a difficult one` })
  await admin('POST', `/v1/cases/${id}/reply`, { body: 'Did you plug it in?', status: 'waiting_on_customer' })
  await workers.drain()
  const path = /http:\/\/localhost(\/v1\/customer\/\S+\/cases)/.exec(letters.at(-1)?.text ?? '')?.[1]
  return { id, path: String(path), to: String(letters.at(-1)?.to) }
}

describe('what a customer sees by the link in a letter', () => {
  test('is the case, what was said in public, and no internal word', async () => {
    const { id, path } = await answered()

    const list = await api.call<{ data: CustomerCase[] }>('GET', path)
    const one = await api.call<CustomerCaseDetail>('GET', `${path}/${id}`)

    expect(list.body.data.map((found) => [found.id, found.status])).toEqual([[id, 'waiting_on_customer']])
    expect(one.body.words).toMatchObject([{ from: 'company', body: 'Did you plug it in?' }])
    expect(JSON.stringify([list.body, one.body, letters])).not.toContain(CANARY)
    expect(JSON.stringify([list.body, one.body])).not.toMatch(/usr_/)
  })

  test('takes an answer once, which ends waiting, and the end, without keeping more than was told', async () => {
    const { id, path } = await answered()
    const headers = { 'idempotency-key': `reply-${id}` }
    const body = { body: 'Yes, I did.' }

    const replies = [
      await api.call('POST', `${path}/${id}/reply`, { body, headers }),
      await api.call('POST', `${path}/${id}/reply`, { body, headers }),
    ]

    expect(replies.map(({ status }) => status)).toEqual([200, 200])
    expect(replies[1]?.body).toEqual(replies[0]?.body)
    expect(await read(id)).toMatchObject({ status: 'in_progress', inboundCount: 2 })
    const { words } = (await api.call<CustomerCaseDetail>('GET', `${path}/${id}`)).body
    expect(words.map(({ from }) => from)).toEqual(['customer', 'company'])

    const close = { headers: { 'idempotency-key': `close-${id}` } }
    const first = await api.call('POST', `${path}/${id}/close`, close)
    const second = await api.call('POST', `${path}/${id}/close`, close)
    const { version } = await read(id)
    await api.call('POST', `${path}/${id}/close`)
    expect([first.status, second.body]).toEqual([200, first.body])
    expect(Object.keys(first.body)).not.toContain('ownerId')
    expect(await read(id)).toMatchObject({ status: 'closed', resolution: { code: 'withdrawn' }, version })

    api.now.advance(15 * DAY_MS)
    expect((await api.call('POST', `${path}/${id}/reply`, { body })).status).toBe(409)
  })

  test('goes on where colleagues joined the case to another one of the same customer, and is told nothing of that of others', async () => {
    const contact = await admin<{ id: string }>('POST', '/v1/contacts', {
      lastName: 'Lan',
      emails: [{ value: 'lan-merged@example.com', primary: true }],
    })
    const own = { contactId: contact.id, requester: { email: 'lan-merged@example.com' } }
    const [gone, into, foreign] = [await answered(own), await answered(own), await answered()]
    await admin('POST', `/v1/cases/${gone.id}/merge`, { into: into.id })

    const reply = await api.call('POST', `${gone.path}/${gone.id}/reply`, { body: { body: 'Still there?' } })
    const seen = await api.call<CustomerCaseDetail>('GET', `${gone.path}/${gone.id}`)
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    expect(await read(into.id)).toMatchObject({ status: 'in_progress', inboundCount: 3 })
    expect(seen.body).toMatchObject({ case: { id: gone.id }, words: [{ body: 'Still there?' }, { from: 'company' }] })

    await admin('POST', `/v1/cases/${foreign.id}/merge`, { into: into.id })
    await api.call('POST', `${foreign.path}/${foreign.id}/reply`, { body: { body: 'And mine?' } })
    const other = await api.call<CustomerCaseDetail>('GET', `${foreign.path}/${foreign.id}`)
    expect(await read(into.id)).toMatchObject({ inboundCount: 5 })
    expect(other.body.words).toEqual([])
  })

  test('are all cases of a contact only for the address that is the contact’s own', async () => {
    const email = `owner-${++people}@example.com`
    const contact = await admin<{ id: string }>('POST', '/v1/contacts', { lastName: 'Lan', emails: [{ value: email }] })
    const own = await answered({ contactId: contact.id, requester: { email } })
    const colleague = await answered({ contactId: contact.id })
    await api.project()
    const ids = async (path: string) =>
      (await api.call<{ data: CustomerCase[] }>('GET', path)).body.data.map(({ id }) => id)

    expect(await ids(own.path)).toEqual([colleague.id, own.id])
    expect(await ids(colleague.path)).toEqual([colleague.id])
    expect((await api.call('GET', `${colleague.path}/${own.id}`)).status).toBe(404)
  })
})

describe('SEC-24 a link that is none', () => {
  test('is answered alike, forged, foreign, for another purpose or too old, and changes nothing', async () => {
    const { id, path } = await answered()
    const other = await answered()
    const token = path.split('/')[3] ?? ''
    const ctx = systemCtx(api.runtime, 'test', 'req-test')
    const sealed = (purpose: string, at: Date) => sealLink(ctx, { purpose, subject: id, expiresAtS: epochS(at) })
    const flipped = [...token].map(
      (char, at) => `${token.slice(0, at)}${char === 'a' ? 'b' : 'a'}${token.slice(at + 1)}`,
    )
    const bad = [
      ...flipped.filter((one) => one !== token),
      await sealed('case.rate', later(ctx.now, DAY_MS)),
      await sealed('customer.cases', ctx.now),
    ].map((one) => `/v1/customer/${one}/cases/${id}`)
    const before = await api.fingerprint()

    const answers = new Set<string>()
    const ask = async (method: string, one: string, body?: object) => {
      const { status, body: problem } = await api.call(method, one, body ? { body } : {})
      const { code, title, detail } = problem
      answers.add(JSON.stringify([status, code, title, detail]))
    }
    for (const one of [...bad, `${path}/${other.id}`]) {
      await ask('POST', `${one}/reply`, { body: 'x' })
      await ask('POST', `${one}/close`)
      await ask('GET', one)
    }

    expect([...answers]).toHaveLength(1)
    expect([...answers][0]).toContain('[404,"case.not_found"')
    expect(await api.fingerprint()).toBe(before)
  })
})

describe('a callback', () => {
  const callback = { phone: '+43 1 5880144', name: 'Lan', topic: 'The lift stands still' }
  const ask = (body: object, headers = {}) => api.call<CallbackAnswer>('POST', '/v1/callback', { body, headers })
  const latest = async (): Promise<Case | undefined> => (await admin<{ data: Case[] }>('GET', '/v1/cases')).data[0]

  test('waits in the intake queue, with what was promised in business time; a program is told the same and forgotten', async () => {
    const week = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ start: '09:00', end: '17:00' }]]),
    )
    const calendar = await api.call('POST', '/v1/calendars', {
      as: 'admin',
      body: { name: 'Office', timeZone: 'UTC', week },
    })
    expect(calendar.status, JSON.stringify(calendar.body)).toBe(201)
    const policy = await api.call('POST', '/v1/sla-policies', {
      as: 'admin',
      body: {
        name: 'Calls',
        position: 1,
        hours: 'business',
        calendarId: calendar.body.id,
        targets: Object.fromEntries(
          ['low', 'normal', 'high', 'urgent'].map((priority) => [priority, { firstResponseMinutes: 60 }]),
        ),
      },
    })
    expect(policy.status, JSON.stringify(policy.body)).toBe(201)
    const intake = { name: 'Calls', isIntake: true, teamId: api.teams.service }
    const queue = await admin<{ id: string }>('POST', '/v1/queues', intake)
    const headers = { 'idempotency-key': 'call-me' }
    const first = await ask(callback, headers)
    const again = await ask(callback, headers)

    expect([first.status, first.body]).toEqual([202, again.body])
    const promised = new Date(String(first.body.promisedBy))
    expect(promised.getUTCDay() % 6).not.toBe(0)
    expect(promised.getUTCHours()).toBeGreaterThanOrEqual(9)
    expect(promised.getUTCHours()).toBeLessThanOrEqual(17)
    const opened = await latest()
    expect(opened).toMatchObject({
      subject: callback.topic,
      type: 'request',
      origin: 'phone',
      queueId: queue.id,
      requester: { name: 'Lan', phone: '+4315880144' },
      callback: { promisedBy: first.body.promisedBy },
    })

    const before = await api.fingerprint()
    const trapped = await ask({ ...callback, homepage: 'https://spam.example' })
    expect([trapped.status, Object.keys(trapped.body)]).toEqual([202, Object.keys(first.body)])
    expect(await api.fingerprint()).toBe(before)
  })

  test('is promised from when the customer wants it, and not for long ago or some day', async () => {
    const targets = { normal: { firstResponseMinutes: 60 } }
    await admin('POST', '/v1/sla-policies', { name: 'At once', position: 0, hours: '24x7', targets })
    const from = later(api.now.at, 30 * DAY_MS).toISOString()
    const reply = await ask({ ...callback, from })

    expect(reply.status, JSON.stringify(reply.body)).toBe(202)
    expect(String(reply.body.promisedBy) > from).toBe(true)
    const dueAt = reply.body.promisedBy
    expect(await latest()).toMatchObject({ callback: { from, until: dueAt }, sla: { firstResponse: { dueAt } } })

    const before = await api.fingerprint()
    const others = [{ until: '2020-01-01T00:00:00.000Z' }, { from: '2300-01-01T00:00:00.000Z' }]
    for (const other of others)
      expect((await ask({ ...callback, ...other })).body).toMatchObject({ status: 400, code: 'callback.other_time' })
    expect(await api.fingerprint()).toBe(before)
  })

  test('needs a number that can be called', async () => {
    const before = await api.fingerprint()
    expect((await ask({ ...callback, phone: '12' })).body).toMatchObject({ status: 400, code: 'callback.phone' })
    expect((await ask({ ...callback, phone: '01 5880144' })).status).toBe(400)
    expect(await api.fingerprint()).toBe(before)
    expect((await ask({ ...callback, phone: '01 5880144', country: 'AT' })).status).toBe(202)
  })
})
