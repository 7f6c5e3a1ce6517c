import type { ResponseReport } from '@rapport/core/lead-response/schema'
import type { Lead } from '@rapport/core/leads/schema'
import type { Letter } from '@rapport/core/mail/schema'
import { HOUR_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, handlerOf, type Message, startWorkers, sweepContext, type Workers } from '../support/workers.ts'

/** Whether somebody answers a new lead in time, and who hears of it when nobody does. */

let api: Api
let workers: Workers
const letters: Letter[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ shards: 2, wrap: tap.wrap })
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['notify-missed-lead'])
})
beforeEach(() => {
  letters.length = 0
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

async function configure(leadResponse: object | null): Promise<void> {
  const reply = await api.call('PATCH', '/v1/organisation', { as: 'admin', body: { leadResponse } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(200)
}
async function post<T = Lead>(path: string, body: object, as = 'rep'): Promise<T> {
  const reply = await api.call<T>('POST', path, { as, body })
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  return reply.body
}
const create = (more: object = {}): Promise<Lead> => post('/v1/leads', { firstName: 'Lan', lastName: 'Phan', ...more })
const read = async (id: string): Promise<Lead> => (await api.call<Lead>('GET', `/v1/leads/${id}`, { as: 'admin' })).body
const log = (subjectId: string, more: object = {}) =>
  post('/v1/interactions', {
    subjectId,
    channel: 'phone',
    direction: 'outbound',
    at: api.now.at.toISOString(),
    summary: 'Called.',
    ...more,
  })
const eventsOf = (id: string, type: string): Record<string, unknown>[] =>
  api.events.filter((event) => event.type === type && (event.subject as { id: string }).id === id)
const missesOf = (id: string): number => eventsOf(id, 'lead.response_missed').length
async function sweep(): Promise<void> {
  const handler = await handlerOf('sweep-due', api.deps)
  await Promise.all([handler({} as never, sweepContext()), handler({} as never, sweepContext())])
}
const inMinutes = (minutes: number): string => later(api.now.at, minutes * MINUTE_MS).toISOString()

const office = { start: '09:00', end: '17:00' }
const week = { monday: [office], tuesday: [office], wednesday: [office], thursday: [office], friday: [office] }

describe('the time to answer', () => {
  test('is promised to nobody until the organisation says so', async () => {
    expect(await create()).not.toHaveProperty('firstResponseDueAt')
  })

  test('runs in business time, of the calendar that is named or of the default one', async () => {
    expect(
      (await api.call('PATCH', '/v1/organisation', { as: 'admin', body: { leadResponse: { minutes: 60 } } })).body.code,
    ).toBe('leadResponse.no_calendar')
    const { id } = await post<{ id: string }>('/v1/calendars', { name: 'Office', timeZone: 'UTC', week }, 'manager')
    await configure({ minutes: 60, calendarId: id })

    // It is a Sunday.
    expect((await create()).firstResponseDueAt).toBe('2026-11-23T10:00:00.000Z')
    await api.call('PATCH', `/v1/calendars/${id}`, { as: 'manager', body: { isDefault: true } })
    await configure({ minutes: 500, calendarId: null })
    expect((await create()).firstResponseDueAt).toBe('2026-11-24T09:20:00.000Z')
    await configure({ minutes: 60, hours: '24x7' })
    expect((await create()).firstResponseDueAt).toBe(inMinutes(60))
    expect(await create({ status: 'working' })).not.toHaveProperty('firstResponseDueAt')
  })

  test('is refused when it cannot be kept', async () => {
    const refusal = async (leadResponse: object) =>
      (await api.call('PATCH', '/v1/organisation', { as: 'admin', body: { leadResponse } })).body.code

    const { id } = await post<{ id: string }>('/v1/calendars', { name: 'Other', timeZone: 'UTC', week }, 'manager')
    expect(await refusal({ minutes: 60, hours: '24x7', calendarId: id })).toBe('leadResponse.contradiction')
    expect(await refusal({ hours: 'business', calendarId: `cal_${'1'.repeat(26)}` })).toBe('reference.not_found')
  })
})

describe('a lead is answered', () => {
  test.each([
    ['by a call that goes out', {}],
    ['by a letter that goes out', { channel: 'email' }],
    ['by a conversation that the customer began', { channel: 'in_person', direction: 'inbound' }],
  ])('%s', async (_, more) => {
    const { id } = await create()
    api.now.advance(10 * MINUTE_MS)

    await log(id, more)

    expect(await read(id)).toMatchObject({ firstRespondedAt: api.now.at.toISOString(), version: 2 })
    expect(eventsOf(id, 'lead.responded')).toHaveLength(1)
  })

  test('by a status of its own and by its conversion', async () => {
    const [worked, converted] = [await create(), await create({ company: 'Orchid' })]

    await api.call('PATCH', `/v1/leads/${worked.id}`, { as: 'rep', body: { status: 'working' } })
    await post(`/v1/leads/${converted.id}/convert`, { opportunity: false })

    const at = api.now.at.toISOString()
    expect([await read(worked.id), await read(converted.id)]).toMatchObject([
      { firstRespondedAt: at },
      { firstRespondedAt: at },
    ])
  })

  test('by no letter that comes in, and by no other change', async () => {
    const { id } = await create()

    await log(id, { channel: 'email', direction: 'inbound' })
    await api.call('PATCH', `/v1/leads/${id}`, { as: 'rep', body: { rating: 'hot' } })

    expect(await read(id)).not.toHaveProperty('firstRespondedAt')
  })
})

describe('a lead that nobody answers', () => {
  test('is told of once, and the owner and the manager get one letter each, whatever comes twice', async () => {
    const { id } = await create({ company: 'Orchid' })
    api.now.advance(HOUR_MS)
    await sweep()
    expect(missesOf(id)).toBe(0)

    api.now.advance(MINUTE_MS)
    await sweep()
    const messages: Message[] = await workers.pending()
    for (const message of [...messages, ...messages]) await workers.deliver(message)
    await sweep()
    await workers.drain()

    expect(missesOf(id)).toBe(1)
    expect((await read(id)).responseMissedAt).toBe(api.now.at.toISOString())
    const told = letters.filter(({ text }) => text.includes(`/leads/${id}`))
    expect(told.map(({ to }) => to)).toEqual(['rep@rapport.test', 'manager@rapport.test'])
    expect(told.map(({ subject }) => subject).join()).not.toContain('Lan')
    expect(told[1]?.text).toContain('A lead of ')
  })

  test('is told of once when the answer comes late but before the sweep, and nobody gets a letter', async () => {
    const { id } = await create()
    api.now.advance(HOUR_MS + MINUTE_MS)

    await log(id)
    await sweep()
    await sweep()
    await workers.drain()

    expect(missesOf(id)).toBe(1)
    expect(letters.filter(({ text }) => text.includes(`/leads/${id}`))).toEqual([])
  })

  test('is not told of when what was done in time is written down before the sweep', async () => {
    const { id } = await create()
    api.now.advance(2 * HOUR_MS)

    await log(id, { at: inMinutes(-90) })
    await sweep()

    expect([missesOf(id), (await read(id)).responseMissedAt]).toEqual([0, undefined])
  })

  test('is one thing or the other when an answer meets the sweep', async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, async () => (await create()).id))
    api.now.advance(HOUR_MS + MINUTE_MS)
    const inTime = ids.slice(0, 3)

    await Promise.all([
      sweep(),
      ...ids.map((id) => log(id, inTime.includes(id) ? { at: inMinutes(-10) } : {})),
      sweep(),
    ])
    await sweep()

    for (const id of ids) {
      const lead = await read(id)
      expect(lead.firstRespondedAt).toBeDefined()
      expect(missesOf(id)).toBe(lead.responseMissedAt === undefined ? 0 : 1)
      if (!inTime.includes(id)) expect(missesOf(id)).toBe(1)
    }
  })

  test('counts, in all and for whose it is', async () => {
    const report = async (query: object = {}) =>
      (
        await api.call<ResponseReport>('GET', '/v1/analytics/lead-response', {
          as: 'admin',
          query: { from: '2026-10', to: '2026-11', ...query },
        })
      ).body
    await api.project()
    const before = (await report()).total
    const peer = String(api.people.peer?.id)
    const [met, missed, waiting] = await Promise.all(
      [1, 2, 3].map(() => post('/v1/leads', { lastName: 'Counted', ownerId: peer }, 'manager')),
    )
    api.now.advance(30 * MINUTE_MS)
    await log(String(met?.id), { at: api.now.at.toISOString() })
    api.now.advance(HOUR_MS)
    await api.call('PATCH', `/v1/leads/${missed?.id}`, { as: 'manager', body: { status: 'working' } })
    expect(waiting?.status).toBe('new')
    await api.project()

    const { total, months } = await report({ ownerId: peer })

    expect(total).toEqual({ promised: 3, met: 1, missed: 1, waiting: 1, attainment: 0.5, averageMinutes: 60 })
    expect(months).toMatchObject([
      { month: '2026-10', promised: 0 },
      { month: '2026-11', promised: 3 },
    ])
    const after = (await report()).total
    expect([after.promised - before.promised, after.met - before.met, after.missed - before.missed]).toEqual([3, 1, 1])
    expect((await report({ from: '2020-01' })) as object).toMatchObject({ code: 'query.invalid' })
  })
})
