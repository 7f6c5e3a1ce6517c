import { getOrganisation, patchOrganisation, today } from '@rapport/core/organisation/service'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, itemsOf, UNPROJECTED } from '../support/sound.ts'

let api: Api
let reads = 0
beforeEach(async () => {
  reads = 0
  api = await startApi({
    wrap: (table) => ({
      ...table,
      get: (key) => {
        if (key.pk.startsWith('org_')) reads++
        return table.get(key)
      },
    }),
  })
})
afterEach(async () => {
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  await api.stop()
})
afterAll(stopEngine)

const ctx = (): Ctx => systemCtx(api.runtime, 'test', 'req-test')
const get = (as = 'rep') => api.call('GET', '/v1/organisation', { as })
const patch = (body: object, headers: Record<string, string> = {}): Promise<Reply> =>
  api.call('PATCH', '/v1/organisation', { as: 'admin', body, headers })

test('an organisation that nobody has said anything about has its defaults, and nothing is written for them', async () => {
  const before = await api.fingerprint()

  const reply = await get()

  expect(reply.body).toMatchObject({
    timeZone: 'UTC',
    corporateCurrency: 'USD',
    fiscalYearStartMonth: 1,
    taxRounding: 'line',
    pricesIncludeTax: false,
    taxCodes: [],
    asksForRatings: true,
    quoteLimits: [],
    version: 1,
  })
  expect(reply.headers.etag).toBe('"1"')
  expect(await api.fingerprint()).toBe(before)
})

test('what administrators say, everybody reads; there is one record of it, with its history', async () => {
  const first = await patch({ company: { name: 'Rang Coffee' }, corporateCurrency: 'VND' }, { 'If-Match': '"1"' })
  const second = await patch({ company: { phone: '+84 28 1' } })

  expect([first.status, first.body.version, second.body.version]).toEqual([200, 2, 3])
  expect((await get('readonly')).body).toEqual(second.body)
  expect(second.body).toMatchObject({
    company: { name: 'Rang Coffee', phone: '+84 28 1' },
    corporateCurrency: 'VND',
    timeZone: 'UTC',
  })
  expect(api.events.map(({ type, version }) => [type, version]).slice(-3)).toEqual([
    ['organisation.created', 1],
    ['organisation.updated', 2],
    ['organisation.updated', 3],
  ])
  const items = (await itemsOf(api)).filter(({ pk, sk }) => String(pk).startsWith('org_') && sk === 'organisation')
  expect(items).toHaveLength(1)
})

test('nobody overwrites what somebody else said meanwhile, not even the very first time', async () => {
  const replies = await Promise.all([
    patch({ fiscalYearStartMonth: 4 }, { 'If-Match': '"1"' }),
    patch({ fiscalYearStartMonth: 7 }, { 'If-Match': '"1"' }),
  ])

  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412])
  const winner = replies.find(({ status }) => status === 200)
  expect((await get()).body.fiscalYearStartMonth).toBe(winner?.body.fiscalYearStartMonth)

  await Promise.all([patch({ quoteValidDays: 14 }), patch({ language: 'vi' }), patch({ taxRounding: 'document' })])
  expect((await get()).body).toMatchObject({ quoteValidDays: 14, language: 'vi', taxRounding: 'document' })
})

test('saying what is so already changes nothing', async () => {
  const before = await api.fingerprint()

  const reply = await patch({ timeZone: 'UTC' })

  expect([reply.status, reply.body.version]).toEqual([200, 1])
  expect(await api.fingerprint()).toBe(before)
})

describe('a program that asks often', () => {
  test('reads once, and sees the same throughout its request', async () => {
    const one = ctx()

    const [first, second] = await Promise.all([getOrganisation(one), getOrganisation(one)])
    await patchOrganisation(ctx(), { quoteValidDays: 5 })
    const third = await getOrganisation(one)

    expect(first).toBe(second)
    expect(third.quoteValidDays).toBe(30)
    expect(reads).toBe(2)
    expect((await getOrganisation(ctx())).quoteValidDays).toBe(5)
  })

  test('finds a setting that is newer than the record at its default', async () => {
    await patchOrganisation(ctx(), { quoteValidDays: 5 })
    const item = (await api.runtime.db.table.get({ pk: (await getOrganisation(ctx())).id, sk: 'organisation' })) ?? {}
    const { taxRounding: _, ...older } = item
    await api.runtime.db.table.transact([{ put: older }], 'older')

    expect((await getOrganisation(ctx())).taxRounding).toBe('line')
    await api.runtime.db.table.transact([{ put: item }], 'newer')
  })
})

test('a day begins where the organisation is', async () => {
  api.now.advance(9 * 3_600_000)
  expect(await today(ctx())).toBe('2026-11-22')

  await patch({ timeZone: 'Asia/Bangkok' })

  expect(await today(ctx())).toBe('2026-11-23')
})

test('what makes no sense is refused, and told where', async () => {
  const twice = ['a', 'a'].map((code) => ({ code, name: 'VAT', components: [{ name: 'VAT', percent: '7' }] }))
  const wrong: [string, object][] = [
    ['/timeZone', { timeZone: 'Mars/Olympus' }],
    ['/corporateCurrency', { corporateCurrency: 'Dong' }],
    ['/fiscalYearStartMonth', { fiscalYearStartMonth: 13 }],
    ['/taxCodes/0/components', { taxCodes: [{ code: 'vat', name: 'VAT', components: [] }] }],
    ['/taxCodes', { taxCodes: twice }],
    ['/quoteLimits/0/discountPercentMax', { quoteLimits: [{ role: 'rep', discountPercentMax: '101' }] }],
    ['/company/name', { company: { phone: '1' } }],
  ]

  for (const [pointer, body] of wrong) {
    const reply = await api.call<{ errors: { pointer: string }[] }>('PATCH', '/v1/organisation', { as: 'admin', body })
    expect([reply.status, reply.body.errors[0]?.pointer]).toEqual([400, pointer])
  }
})
