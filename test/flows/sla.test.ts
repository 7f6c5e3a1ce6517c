import { hoursOf } from '@rapport/core/calendars/service'
import { onStatus, startClocks } from '@rapport/core/sla-clocks/rules'
import { promiseFor } from '@rapport/core/sla-policies/service'
import { DAY_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { make } from '../support/fixtures.ts'
import { findingsIn, UNPROJECTED } from '../support/sound.ts'

let api: Api
const start = async () => {
  api = await startApi({ shards: 3 })
  return () => api.stop()
}
afterAll(stopEngine)

const as = 'manager'
const calendar = (body: object = {}) => make(api, 'calendar', { as, body: { ...body } })
const policy = (body: object = {}) =>
  make(api, 'slaPolicy', { as, body: { criteria: {}, calendarId: undefined, hours: '24x7', ...body } })
const patch = (path: string, body: object): Promise<Reply> => api.call('PATCH', path, { as, body })
const codeOf = ({ status, body }: Reply): string => `${status} ${body.code}`
const isDefault = async (id: string): Promise<unknown> =>
  (await api.call('GET', `/v1/calendars/${id}`, { as: 'agent' })).body.isDefault
const isSound = async (): Promise<void> => expect(await findingsIn(api, UNPROJECTED)).toEqual([])

describe('the default calendar', () => {
  beforeAll(start)

  test('is taken over by another one in one change, and events tell both', async () => {
    const [first, second] = [await calendar({ isDefault: true }), await calendar()]

    const reply = await patch(`/v1/calendars/${second.id}`, { isDefault: true })

    expect(reply.body).toMatchObject({ isDefault: true, version: 2 })
    expect([await isDefault(first.id), await isDefault(second.id)]).toEqual([false, true])
    const [gained, lost] = api.events.slice(-2)
    expect(gained).toMatchObject({ type: 'calendar.updated', after: { isDefault: true } })
    expect(lost).toMatchObject({ type: 'calendar.updated', subject: { id: first.id }, after: { isDefault: false } })
    expect(gained?.txId).toBe(lost?.txId)
    await isSound()
  })

  test('is taken over by a new one, and by each of many at once so that one is left', async () => {
    const all = [await calendar({ isDefault: true }), await calendar({ isDefault: true })]
    for (let made = 0; made < 4; made++) all.push(await calendar())

    const replies = await Promise.all(all.slice(2).map(({ id }) => patch(`/v1/calendars/${id}`, { isDefault: true })))

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const flags = await Promise.all(all.map(({ id }) => isDefault(id)))
    expect(flags.filter((flag) => flag === true)).toHaveLength(1)
    await isSound()
  })

  test('is not given up without another one, nor deleted', async () => {
    const { id } = await calendar({ isDefault: true })

    expect(codeOf(await patch(`/v1/calendars/${id}`, { isDefault: false }))).toBe('409 calendar.is_default')
    expect(codeOf(await api.call('DELETE', `/v1/calendars/${id}`, { as }))).toBe('409 calendar.is_default')
    expect((await patch(`/v1/calendars/${id}`, { isDefault: true })).body.version).toBe(1)
    expect((await patch(`/v1/calendars/${id}`, { name: 'Head office' })).body).toMatchObject({ isDefault: true })
  })
})

describe('a calendar', () => {
  beforeAll(start)

  test('that never opens or contradicts itself is refused', async () => {
    const { id } = await calendar()
    const closed = { week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [] }, overrides: [] }

    expect(codeOf(await patch(`/v1/calendars/${id}`, closed))).toBe('422 calendar.never_open')
    expect(codeOf(await patch(`/v1/calendars/${id}`, { is24x7: true }))).toBe('422 calendar.contradiction')
    expect((await patch(`/v1/calendars/${id}`, { is24x7: true, week: null, holidays: [], overrides: [] })).status).toBe(
      200,
    )
  })

  test('shows what is due, and the hours on the way', async () => {
    const { id } = await calendar()
    const preview = (query: Record<string, string | number>) =>
      api.call('GET', `/v1/calendars/${id}/preview`, { as: 'agent', query })

    // Friday half past four in Berlin, then stocktaking on Saturday from ten to two.
    expect((await preview({ from: '2026-11-27T15:30:00.000Z', minutes: 300 })).body).toEqual({
      from: '2026-11-27T15:30:00.000Z',
      minutes: 300,
      dueAt: '2026-11-30T08:30:00.000Z',
      intervals: [
        { from: '2026-11-27T15:30:00.000Z', until: '2026-11-27T16:00:00.000Z' },
        { from: '2026-11-28T09:00:00.000Z', until: '2026-11-28T13:00:00.000Z' },
        { from: '2026-11-30T08:00:00.000Z', until: '2026-11-30T08:30:00.000Z' },
      ],
      isComplete: true,
    })
    const long = (await preview({ minutes: 525_600 })).body
    expect(long).toMatchObject({ from: api.now.at.toISOString(), isComplete: false })
    expect(long.intervals).toHaveLength(50)
    expect((await preview({ from: '1990-01-01T00:00:00.000Z', minutes: 1 })).status).toBe(400)
  })

  test('is not cut so short that no case could be opened, nor a rule made that never comes', async () => {
    const { id } = await calendar()
    const targets = { normal: { resolutionMinutes: 525_600 } }
    await policy({ hours: 'business', calendarId: id, targets })
    const shut = Object.fromEntries(['tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, []]))
    const short = { week: { ...shut, monday: [{ start: '09:00', end: '09:01' }] } }

    expect(codeOf(await patch(`/v1/calendars/${id}`, short))).toBe('422 calendar.out_of_reach')
    const other = await calendar(short)
    const when = { basis: 'created', afterMinutes: 525_600 }
    const steps = [{ when, actions: { addTag: 'late' } }]
    const rule = { name: 'Never', position: 1, hours: 'business', calendarId: other.id, steps }
    expect(codeOf(await api.call('POST', '/v1/escalation-rules', { as, body: rule }))).toBe('422 calendar.out_of_reach')
  })

  test('stays while policies run by it', async () => {
    const { id } = await calendar()
    const using = await policy({ hours: 'business', calendarId: id })

    expect(codeOf(await api.call('DELETE', `/v1/calendars/${id}`, { as }))).toBe('409 calendar.in_use')
    expect((await api.call('DELETE', `/v1/sla-policies/${using.id}`, { as })).status).toBe(204)
    expect((await api.call('DELETE', `/v1/calendars/${id}`, { as })).status).toBe(204)
    const restored = await api.call('POST', `/v1/sla-policies/${using.id}/restore`, { as })
    expect(codeOf(restored)).toBe('422 slaPolicy.no_calendar')
    expect((await api.call('POST', `/v1/calendars/${id}/restore`, { as })).status).toBe(200)
    expect((await api.call('POST', `/v1/sla-policies/${using.id}/restore`, { as })).status).toBe(200)
    await isSound()
  })
})

describe('a policy', () => {
  beforeAll(start)

  test('without a calendar needs a default one, and hours it can keep', async () => {
    const of = { name: 'Gold', position: 1, targets: { low: { resolutionMinutes: 525_600 } } }
    const post = (body: object) => api.call('POST', '/v1/sla-policies', { as, body: { ...of, ...body } })

    expect(codeOf(await post({}))).toBe('422 slaPolicy.no_calendar')
    expect(codeOf(await post({ targets: {} }))).toBe('422 slaPolicy.no_target')
    const sparse = await calendar({ week: { monday: [{ start: '09:00', end: '09:01' }] }, isDefault: true })
    expect(codeOf(await post({ calendarId: sparse.id }))).toBe('422 calendar.out_of_reach')
    expect(codeOf(await post({}))).toBe('422 calendar.out_of_reach')
    expect((await post({ hours: '24x7', isActive: false })).status).toBe(201)
  })

  test('promises by its criteria, its order and its calendar, whoever asks', async () => {
    const gold = await make(api, 'account', { as })
    const own = await calendar({ timeZone: 'Asia/Bangkok' })
    const byDefault = await calendar({ isDefault: true })
    const targets = { high: { resolutionMinutes: 60 } }
    const last = await policy({ position: 9, targets, hours: 'business' })
    const first = await policy({
      position: 1,
      targets,
      hours: 'business',
      calendarId: own.id,
      criteria: { accountIds: [gold.id] },
    })
    const always = await policy({ position: 2, targets, criteria: { tags: ['always'] } })
    const promised = async (facts: object) => {
      const { terms, hours } = await promiseFor(api.runtime, { priority: 'high', ...facts })
      return [terms.policyId, terms.calendarId, hours.timeZone, hours.is24x7, terms.targets.resolutionMinutes]
    }

    expect(await promised({ accountId: gold.id })).toEqual([first.id, own.id, 'Asia/Bangkok', false, 60])
    const tiered = await policy({ position: 0, targets, criteria: { tiers: ['gold'] } })
    expect((await promised({ accountId: gold.id }))[0]).toBe(first.id)
    expect((await patch(`/v1/accounts/${gold.id}`, { tier: 'gold' })).status).toBe(200)
    expect((await promised({ accountId: gold.id }))[0]).toBe(tiered.id)
    await patch(`/v1/sla-policies/${tiered.id}`, { isActive: false })
    expect(await promised({ tags: ['always'] })).toEqual([always.id, undefined, 'UTC', true, 60])
    expect(await promised({})).toEqual([last.id, byDefault.id, 'Europe/Berlin', false, 60])
    await patch(`/v1/sla-policies/${last.id}`, { isActive: false })
    expect(await promised({})).toEqual([undefined, undefined, 'UTC', true, undefined])
  })

  test('of a case that runs goes on with its calendar when that is deleted', async () => {
    const { id } = await calendar()
    const using = await policy({ hours: 'business', calendarId: id, targets: { low: { resolutionMinutes: 60 } } })
    const { terms, hours } = await promiseFor(api.runtime, { priority: 'low' })
    const clocks = startClocks(terms, new Date('2026-11-27T15:30:00.000Z'), hours)
    await api.call('DELETE', `/v1/sla-policies/${using.id}`, { as })
    await api.call('DELETE', `/v1/calendars/${id}`, { as })

    const same = await hoursOf(api.runtime, clocks.calendarId)
    const waiting = onStatus(clocks, 'waiting_on_customer', new Date('2026-11-27T15:45:00.000Z'), same).clocks
    const going = onStatus(waiting, 'in_progress', new Date(api.now.at.getTime() + 8 * DAY_MS), same).clocks

    expect(clocks.resolution.dueAt).toBe('2026-11-28T09:30:00.000Z')
    expect(going.resolution.dueAt).toBe('2026-11-30T09:45:00.000Z')
    expect((await hoursOf(api.runtime, `cal_${'0'.repeat(26)}`)).is24x7).toBe(true)
  })

  test('names accounts that are there', async () => {
    const account = await make(api, 'account', { as })
    const made = await policy({ criteria: { accountIds: [account.id] } })
    await api.call('DELETE', `/v1/accounts/${account.id}`, { as: 'admin' })

    expect((await patch(`/v1/sla-policies/${made.id}`, { name: 'Renamed' })).status).toBe(200)
    const again = await patch(`/v1/sla-policies/${made.id}`, {
      criteria: { accountIds: [account.id, `acc_${'0'.repeat(26)}`] },
    })
    expect(again).toMatchObject({ status: 422, body: { errors: [{ pointer: '/criteria/accountIds/1' }] } })
  })
})
