import { convert, convertAll, ExchangeRates, sumUp } from '@rapport/core/exchange-rates/service'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import type { Made } from '../support/fixtures.ts'
import { findingsIn } from '../support/sound.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const ctx = (): Ctx => systemCtx(api.runtime, 'test', 'req-test')
const rate = (currency: string, date: string, rate: string, corporateCurrency = 'USD') =>
  api.call<Made>('POST', '/v1/exchange-rates', { as: 'manager', body: { currency, corporateCurrency, date, rate } })
const money = (amount: number, currency: string) => ({ amount, currency })

describe('an amount in another currency', () => {
  beforeAll(async () => {
    for (const [date, value] of [
      ['2026-01-01', '1.04'],
      ['2026-06-30', '1.12'],
      ['2026-12-31', '1.20'],
    ] as const)
      expect((await rate('EUR', date, value)).status).toBe(201)
  })

  test.each([
    ['2026-01-01', '1.04', '2026-01-01', 10_400],
    ['2026-06-29', '1.04', '2026-01-01', 10_400],
    ['2026-06-30', '1.12', '2026-06-30', 11_200],
    [undefined, '1.12', '2026-06-30', 11_200],
    ['2031-01-01', '1.20', '2026-12-31', 12_000],
  ])('on %s is worth it at %s of %s', async (date, at, rateDate, amount) => {
    expect(await convert(ctx(), money(10_000, 'EUR'), date)).toEqual({
      corporate: money(amount, 'USD'),
      rate: at,
      rateDate,
    })
  })

  test('before the first rate, or without one, is unpriced and not 0', async () => {
    expect(await convert(ctx(), money(10_000, 'EUR'), '2025-12-31')).toBeUndefined()
    expect(await convert(ctx(), money(10_000, 'JPY'))).toBeUndefined()
  })

  test('of our own currency is what it is, and asks nobody', async () => {
    await api.call('GET', '/v1/me', { as: 'rep' })
    api.spent()

    expect(await convert(ctx(), money(-5, 'USD'), '1999-12-31')).toEqual({
      corporate: money(-5, 'USD'),
      rate: '1',
      rateDate: '1999-12-31',
    })
    expect(api.spent().map(({ operation }) => operation)).toEqual(['GetItem'])
  })

  test('costs one query for each currency and date, however many there are', async () => {
    api.spent()
    const all = Array.from({ length: 60 }, (_, index) => ({
      money: money(index, index % 2 ? 'EUR' : 'GBP'),
      date: index % 3 ? '2026-11-01' : '2026-02-01',
    }))

    const converted = await convertAll(ctx(), all)

    expect(converted.map((one) => one !== undefined)).toEqual(all.map(({ money }) => money.currency === 'EUR'))
    const [settings, ...queries] = api.spent().map(({ operation }) => operation)
    expect(settings).toBe('GetItem')
    expect(queries).toEqual(['Query', 'Query', 'Query', 'Query'])
  })
})

describe('a sum of several currencies', () => {
  test('adds what has a rate, counts what has none, and says both', async () => {
    const amounts = [money(10_000, 'USD'), money(10_000, 'EUR'), money(99, 'CHF')]

    const reply = await api.call('POST', '/v1/exchange-rates/convert', {
      as: 'readonly',
      body: { amounts, date: '2026-07-01' },
    })

    expect([reply.status, reply.body]).toEqual([
      200,
      {
        total: money(21_200, 'USD'),
        unpriced: 1,
        amounts: [
          { corporate: money(10_000, 'USD'), rate: '1', rateDate: '2026-07-01' },
          { corporate: money(11_200, 'USD'), rate: '1.12', rateDate: '2026-06-30' },
          null,
        ],
      },
    ])
  })

  test('is the sum of the parts that are shown, each rounded once', async () => {
    await rate('NOK', '2026-01-01', '0.3')
    const { total, amounts } = await sumUp(
      ctx(),
      Array.from({ length: 10 }, () => money(5, 'NOK')),
    )

    expect(amounts.map((one) => one?.corporate.amount)).toEqual(Array.from({ length: 10 }, () => 2))
    expect(total).toEqual(money(20, 'USD'))
  })
})

describe('a currency and a date', () => {
  test('have one rate; the one in the way is named', async () => {
    const { body } = await rate('SEK', '2026-03-01', '0.1')
    const again = await rate('SEK', '2026-03-01', '0.2')
    const other = await rate('SEK', '2026-03-01', '0.09', 'EUR')

    expect([again.status, again.body.code, again.body.conflictingId]).toEqual([409, 'exchangeRate.date_taken', body.id])
    expect(other.status).toBe(201)
  })

  test('have one rate, whoever is faster', async () => {
    const replies = await Promise.all(['1', '2', '3', '4'].map((value) => rate('DKK', '2026-03-01', value)))

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409])
  })

  test('follow the record: corrected, moved, deleted and brought back', async () => {
    const { body } = await rate('PLN', '2026-03-01', '0.25')
    const path = `/v1/exchange-rates/${body.id}`
    const worth = async (date: string) => (await convert(ctx(), money(100, 'PLN'), date))?.corporate.amount
    const seen: (number | undefined)[][] = []
    const look = async () => seen.push([await worth('2026-03-01'), await worth('2026-04-01')])

    await api.call('PATCH', path, { as: 'manager', body: { rate: '0.26' } })
    await look()
    await api.call('PATCH', path, { as: 'manager', body: { date: '2026-04-01' } })
    await look()
    await api.call('DELETE', path, { as: 'manager' })
    await look()
    await rate('PLN', '2026-04-01', '0.3')
    const blocked = await api.call<Made>('POST', `${path}/restore`, { as: 'manager' })
    await look()

    expect(seen).toEqual([
      [26, 26],
      [undefined, 26],
      [undefined, undefined],
      [undefined, 30],
    ])
    expect([blocked.status, blocked.body.code]).toEqual([409, 'exchangeRate.date_taken'])
  })

  test('of our own currency need no rate', async () => {
    const reply = await api.call<{ code: string }>('POST', '/v1/exchange-rates', {
      as: 'admin',
      body: { currency: 'USD', corporateCurrency: 'USD', date: '2026-01-01', rate: '1' },
    })

    expect([reply.status, reply.body.code]).toEqual([422, 'exchangeRate.same_currency'])
  })
})

test('rates in the currency that the organisation had before are not read as rates in the new one', async () => {
  const other = await startApi()
  const at = (): Ctx => systemCtx(other.runtime, 'test', 'req-test')
  await ExchangeRates.create(at(), { currency: 'GBP', corporateCurrency: 'USD', date: '2026-01-01', rate: '1.3' })
  expect((await convert(at(), money(100, 'GBP')))?.corporate).toEqual(money(130, 'USD'))

  await other.call('PATCH', '/v1/organisation', { as: 'admin', body: { corporateCurrency: 'EUR' } })

  expect(await convert(at(), money(100, 'GBP'))).toBeUndefined()
  await other.stop()
})
