import { revaluationModel } from '@rapport/core/exchange-rates/model'
import { convertAll } from '@rapport/core/exchange-rates/service'
import { takeDueStep } from '@rapport/core/opportunities/revaluation'
import { DAY_MS } from '@rapport/kernel/clock'
import { type Ctx, read } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { handlerOf, sweepContext } from '../support/workers.ts'

const MINUTE_MS = 60_000

let api: Api
let pipelineId: string
beforeAll(async () => {
  api = await startApi()
  pipelineId = (await deal('USD', 100)).pipelineId
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const ctx = (): Ctx => systemCtx(api.runtime, 'test', 'req-test')
async function ok(as: string, method: string, path: string, body?: object) {
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  const reply = await api.call<any>(method, `/v1/${path}`, { as, ...(body ? { body } : {}) })
  expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}
const deal = (currency: string, amount: number) =>
  ok('rep', 'POST', 'opportunities', { name: 'Abroad', closeDate: '2026-12-31', amount: { amount, currency } })
const get = (id: string) => ok('rep', 'GET', `opportunities/${id}`)
const worth = async (id: string) => (await get(id)).converted?.corporate.amount
const rate = (currency: string, date: string, value: string) =>
  ok('manager', 'POST', 'exchange-rates', { currency, corporateCurrency: 'USD', date, rate: value })
const close = (id: string) => ok('rep', 'POST', `opportunities/${id}/close`, { outcome: 'lost', lossReason: 'price' })
const sweep = async () => (await handlerOf('sweep-due', api.deps))({} as never, sweepContext())
async function settled() {
  api.now.advance(4 * MINUTE_MS)
  await sweep()
}
async function firstStage() {
  await api.project()
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  const board = await api.call<any>('GET', `/v1/pipelines/${pipelineId}/board`, {
    as: 'admin',
    query: { scope: 'all' },
  })
  return board.body.stages[0]
}

test('a late rate reaches the deals that are open, and the sums over them, without anybody touching them', async () => {
  const [open, closed, yen] = [await deal('EUR', 10_000), await deal('EUR', 500), await deal('JPY', 900)]
  await close(closed.id)
  const before = (await firstStage()).corporate

  await rate('EUR', '2026-11-01', '1.10')
  await sweep()
  expect(await worth(open.id)).toBeUndefined()
  await settled()

  expect([await worth(open.id), await worth(closed.id), await worth(yen.id)]).toEqual([11_000, undefined, undefined])
  expect((await firstStage()).corporate).toEqual({
    ...before,
    sum: before.sum + 11_000,
    weighted: before.weighted + 1_100,
    unconverted: before.unconverted - 1,
  })
  const { version } = await get(open.id)
  await settled()
  expect((await get(open.id)).version).toBe(version)
})

test('a rate of a day to come counts from the beginning of that day, where the organisation is', async () => {
  await ok('admin', 'PATCH', 'organisation', { timeZone: 'Asia/Bangkok' })
  const { id } = await deal('EUR', 10_000)
  const begins = new Date(Date.parse('2026-11-24T17:00:00.000Z'))
  await rate('EUR', '2026-11-25', '1.30')
  await settled()
  expect(await worth(id)).toBe(11_000)

  api.now.advance(begins.getTime() - api.now.at.getTime() - MINUTE_MS)
  await sweep()
  expect(await worth(id)).toBe(11_000)
  api.now.advance(MINUTE_MS)
  await sweep()

  expect((await get(id)).converted).toMatchObject({ rate: '1.30', rateDate: '2026-11-25' })
})

test('a rate that is changed, moved to another day, or deleted takes its value with it', async () => {
  const { id } = await deal('CHF', 1_000)
  const { id: rateId } = await rate('CHF', '2026-11-02', '1.10')
  await rate('CHF', '2026-11-01', '1.00')
  const change = async (body: object) => {
    await ok('manager', 'PATCH', `exchange-rates/${rateId}`, body)
    await settled()
    return worth(id)
  }

  expect(await change({ rate: '1.20' })).toBe(1_200)
  expect(await change({ date: '2026-12-24' })).toBe(1_000)
  api.now.advance(Date.parse('2026-12-24T12:00:00.000Z') - api.now.at.getTime())
  await sweep()
  expect(await worth(id)).toBe(1_200)
  await ok('manager', 'DELETE', `exchange-rates/${rateId}`)
  await settled()
  expect(await worth(id)).toBe(1_000)
})

test('another currency of the organisation values all open deals anew, and leaves what is closed', async () => {
  const [open, closed, unknown] = [await deal('USD', 1_000), await deal('USD', 1_000), await deal('JPY', 1_000)]
  await close(closed.id)
  const body = { currency: 'USD', corporateCurrency: 'EUR', date: '2026-01-01', rate: '0.5' }
  await ok('manager', 'POST', 'exchange-rates', body)

  await ok('admin', 'PATCH', 'organisation', { corporateCurrency: 'EUR' })
  await settled()

  expect((await get(open.id)).converted.corporate).toEqual({ amount: 500, currency: 'EUR' })
  expect((await get(closed.id)).converted.corporate).toEqual({ amount: 1_000, currency: 'USD' })
  expect((await get(unknown.id)).converted).toBeUndefined()
  const { corporate, count, unpriced } = await firstStage()
  expect(corporate).toMatchObject({ currency: 'EUR' })
  expect(corporate.unconverted).toBeLessThan(count - unpriced)
  await ok('admin', 'PATCH', 'organisation', { corporateCurrency: 'USD' })
  await settled()
  expect(await worth(open.id)).toBe(1_000)
})

test('the work is done in parts, goes on where it was, and may be done twice at once', async () => {
  const deals = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((n) => deal('SEK', n * 100)))
  const { id } = await rate('SEK', '2026-11-01', '0.1')
  api.now.advance(4 * MINUTE_MS)
  const valued = async () => (await Promise.all(deals.map((one) => worth(one.id)))).filter((one) => one !== undefined)

  await takeDueStep(ctx(), id, 3)
  const afterOne = (await valued()).length
  expect((await read(ctx(), revaluationModel, { of: id }))?.place).toBeGreaterThan(0)
  for (let step = 0; step < 5; step++) {
    api.now.advance(MINUTE_MS)
    await Promise.all([takeDueStep(ctx(), id, 4), takeDueStep(ctx(), id, 4)])
  }

  expect(afterOne).toBeLessThan(7)
  expect(await valued()).toEqual([10, 20, 30, 40, 50, 60, 70])
  expect(await read(ctx(), revaluationModel, { of: id })).toBeUndefined()
  for (const one of deals) expect((await get(one.id)).version).toBe(2)
})

test('costs what is open in the currency: a page of deals that are right is read and not written', async () => {
  await Promise.all([1, 2, 3].map((n) => deal('NOK', n)))
  const { id } = await rate('NOK', '2026-11-01', '0.1')
  await settled()
  await ok('manager', 'PATCH', `exchange-rates/${id}`, { source: 'ECB' })
  api.now.advance(4 * MINUTE_MS)
  api.spent()

  await takeDueStep(ctx(), id)

  const spent = api.spent().map(({ operation }) => operation)
  expect(spent.filter((one) => one === 'Query').length).toBeLessThanOrEqual(8 + 3)
  expect(spent.filter((one) => one === 'BatchGetItem').length).toBeLessThanOrEqual(3)
  expect(spent.filter((one) => one === 'TransactWriteItems')).toHaveLength(1)
})

test('whatever happens to rates and deals, in the end each open deal is worth what its amount is today', async () => {
  const made: string[] = []
  const rates: string[] = []
  const n = fc.integer({ min: 1, max: 9 })
  const step = fc.oneof(
    fc.record({ do: fc.constant('deal'), n }),
    fc.record({ do: fc.constant('amount'), n }),
    fc.record({ do: fc.constant('close'), n }),
    fc.record({ do: fc.constant('rate'), n }),
    fc.record({ do: fc.constant('drop'), n }),
    fc.record({ do: fc.constant('sweep'), n }),
  )
  const pick = (from: string[], n: number): string | undefined => from[n % Math.max(from.length, 1)]
  const call = (as: string, method: string, path: string, body?: object) =>
    api.call(method, `/v1/${path}`, { as, ...(body ? { body } : {}) })
  const dayOf = (n: number) => new Date(api.now.at.getTime() + (n - 6) * DAY_MS).toISOString().slice(0, 10)
  const take: Record<string, (n: number) => Promise<unknown>> = {
    deal: async (n) => made.push((await deal(n % 2 ? 'DKK' : 'PLN', n * 100)).id),
    amount: (n) =>
      call('rep', 'PATCH', `opportunities/${pick(made, n)}`, {
        amount: { amount: n, currency: n % 2 ? 'PLN' : 'DKK' },
      }),
    close: (n) => call('rep', 'POST', `opportunities/${pick(made, n)}/close`, { outcome: 'lost', lossReason: 'price' }),
    rate: async (n) => {
      const body = { currency: n % 2 ? 'DKK' : 'PLN', corporateCurrency: 'USD', date: dayOf(n), rate: `0.${n}` }
      const reply = await call('manager', 'POST', 'exchange-rates', body)
      if (reply.status === 201) rates.push(String((reply.body as { id: string }).id))
    },
    drop: (n) => call('manager', 'DELETE', `exchange-rates/${pick(rates, n)}`),
    sweep: async (n) => {
      api.now.advance(n * 6 * 60 * MINUTE_MS)
      await sweep()
    },
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      for (const one of steps) await take[one.do]?.(one.n)
      api.now.advance(MINUTE_MS)
      await sweep()
      const deals = await Promise.all(made.map(get))
      const open = deals.filter(({ status }) => status === 'open')
      const wanted = await convertAll(
        ctx(),
        open.map(({ amount }) => ({ money: amount })),
      )
      expect(open.map(({ converted }) => converted?.corporate)).toEqual(wanted.map((one) => one?.corporate))
    }),
    { numRuns: 6 },
  )
}, 30_000)
