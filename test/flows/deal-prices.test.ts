import { DAY_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'

type Body = Record<string, unknown>

let api: Api
let retail: Body
let wholesale: Body
let roast: Body
let roastEntry: Body
beforeAll(async () => {
  api = await startApi()
  retail = await made('price-books', { name: 'Retail', currency: 'USD', isStandard: true })
  wholesale = await made('price-books', { name: 'Wholesale', currency: 'USD' })
  roast = await made('products', { name: 'Dark roast', family: 'coffee' })
  roastEntry = await entry(retail, roast, { unitPrice: usd(1_000) })
  await entry(wholesale, roast, { minQuantity: '1', unitPrice: usd(800) })
  await entry(wholesale, roast, { minQuantity: '100', unitPrice: usd(700) })
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const usd = (amount: number) => ({ amount, currency: 'USD' })
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const call = (as: string, method: string, path: string, body?: unknown, more: CallOptions = {}) =>
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  api.call<any>(method, `/v1/${path}`, { as, ...(body === undefined ? {} : { body }), ...more })
const made = async (plural: string, body: Body, as = 'manager') => {
  const reply = await call(as, 'POST', plural, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}
const entry = (of: Body, what: Body, body: Body) =>
  made('price-book-entries', { priceBookId: of.id, productId: what.id, ...body })
const deal = (body: Body = {}) => made('opportunities', { name: 'Roasters', closeDate: '2026-12-31', ...body }, 'rep')
const get = async (id: unknown) => (await call('rep', 'GET', `opportunities/${id}`)).body
const put = (id: unknown, ...lines: Body[]) => call('rep', 'PUT', `opportunities/${id}/lines`, { lines })
const reprice = (id: unknown, body: Body = {}, more?: CallOptions) =>
  call('rep', 'POST', `opportunities/${id}/reprice`, body, more)
const patch = (id: unknown, body: Body) => call('rep', 'PATCH', `opportunities/${id}`, body)
const prices = (lines: { listPrice: { amount: number } }[]) => lines.map(({ listPrice }) => listPrice.amount)
const of = (product: Body, quantity: string, more: Body = {}) => ({ productId: product.id, quantity, ...more })
const told = ({ status, body }: { status: number; body: { code?: string; errors?: { pointer: string }[] } }) => [
  status,
  body.code,
  ...(body.errors ?? []).map(({ pointer }) => pointer),
]

describe('a line without a price', () => {
  test('costs what the book of the deal says for its quantity, and keeps how that was found', async () => {
    const { id } = await deal({ priceBookId: wholesale.id })

    const { status, body } = await put(id, of(roast, '99'), of(roast, '100'))

    expect([status, prices(body.lines), body.total]).toEqual([200, [800, 700], usd(99 * 800 + 100 * 700)])
    expect(body.lines[1].price).toMatchObject({
      priceBookId: wholesale.id,
      priceBookVersion: 1,
      minQuantity: '100',
      date: '2026-11-22',
      path: ['book.explicit', 'entry.found'],
    })
    expect(await get(id)).toMatchObject({ amount: usd(149_200), lineCount: 2 })
  })

  test('costs what the book of the company says, or the standard one', async () => {
    const account = await made('accounts', { name: 'Bulk Ltd', priceBookId: wholesale.id })

    const theirs = await put((await deal({ accountId: account.id })).id, of(roast, '1'))
    const anybodys = await put((await deal()).id, of(roast, '1'))

    expect([prices(theirs.body.lines), prices(anybodys.body.lines)]).toEqual([[800], [1_000]])
    expect(theirs.body.lines[0].price.path).toEqual(['book.account', 'entry.found'])
    expect(anybodys.body.lines[0].price.path).toEqual(['book.standard', 'entry.found'])
  })

  test('has none, and nothing is written, where no book has one: never 0, never converted', async () => {
    const fresh = await made('products', { name: 'Unpriced' })
    const { id } = await deal()
    expect(told(await put(id, of(roast, '1'), of(fresh, '1')))).toEqual([422, 'price.not_found', '/lines/1/productId'])
    const inEuro = await deal({ amount: eur(500) })
    expect(told(await put(inEuro.id, of(roast, '1')))).toEqual([422, 'price.not_found', '/lines/0/productId'])
    expect(told(await put(id, { name: 'Delivery', quantity: '1' }))).toEqual([
      422,
      'line.no_price',
      '/lines/0/listPrice',
    ])

    expect((await call('rep', 'GET', `opportunities/${id}/lines`)).body.lines).toEqual([])
    expect(await get(inEuro.id)).toMatchObject({ amount: eur(500), version: 1 })
  })

  test('of a book that is over costs the standard price if that book says so, and nothing else', async () => {
    const over = { currency: 'USD', validUntil: '2026-01-01' }
    const plain = await made('price-books', { name: 'Old', ...over })
    const falling = await made('price-books', { name: 'Old but kind', fallback: 'standard', ...over })

    expect((await put((await deal({ priceBookId: plain.id })).id, of(roast, '1'))).status).toBe(422)
    const { body } = await put((await deal({ priceBookId: falling.id })).id, of(roast, '1'))
    expect(prices(body.lines)).toEqual([1_000])
  })

  test('of a book that changes standard prices keeps by how much', async () => {
    const friends = { name: 'Friends', currency: 'USD', fallback: 'standard', adjustmentPercent: '-12.5' }
    const { id } = await deal({ priceBookId: (await made('price-books', friends)).id })

    const { body } = await put(id, of(roast, '1'))

    expect(prices(body.lines)).toEqual([875])
    expect(body.lines[0].price).toMatchObject({ priceBookEntryId: roastEntry.id, adjustmentPercent: '-12.5' })
  })

  test('in a quote costs what the book of the deal says, in the currency of that book', async () => {
    const inEuro = await made('price-books', { name: 'Euro wholesale', currency: 'EUR' })
    await entry(inEuro, roast, { unitPrice: eur(640) })
    const quoteOf = async (body: Body) => made('quotes', { opportunityId: (await deal(body)).id }, 'rep')
    const lineOf = async ({ id }: Body) => {
      const reply = await call('rep', 'PUT', `quotes/${id}/lines`, { lines: [of(roast, '100')] })
      return reply.body.lines[0].listPrice
    }

    const [theirs, abroad] = [await quoteOf({ priceBookId: wholesale.id }), await quoteOf({ priceBookId: inEuro.id })]

    expect([await lineOf(theirs), await lineOf(abroad), abroad.currency]).toEqual([usd(700), eur(640), 'EUR'])
    const { id } = await deal({ priceBookId: inEuro.id })
    const inDollars = await made('quotes', { opportunityId: id, currency: 'USD' }, 'rep')
    const refused = await call('rep', 'PUT', `quotes/${inDollars.id}/lines`, { lines: [of(roast, '1')] })
    expect(told(refused)).toEqual([422, 'price.not_found', '/lines/0/productId'])
  })

  test('keeps where its price came from through a quote that the deal is synced with, and after', async () => {
    const { id } = await deal({ priceBookId: wholesale.id })
    const off = { discount: { salesPrice: usd(600) } }
    const said = { listPrice: usd(5) }
    const [line] = (await put(id, of(roast, '100', off), of(roast, '1', said))).body.lines
    expect([line.price.path, line.discountPercent]).toEqual([['book.explicit', 'entry.found'], '14.285714'])
    const origins = async (path: string) =>
      (await call('rep', 'GET', `${path}/lines`)).body.lines.map(({ price }: Body) => price)
    const quote = await made('quotes', { opportunityId: id }, 'rep')
    expect(await origins(`quotes/${quote.id}`)).toEqual([line.price, undefined])

    await call('rep', 'POST', `quotes/${quote.id}/sync`)
    expect(await origins(`opportunities/${id}`)).toEqual([line.price, undefined])
    const { listPrice } = line
    await put(id, of(roast, '100', { listPrice }), of(roast, '7'))
    const [kept, found] = await origins(`quotes/${quote.id}`)
    expect([kept, found.minQuantity]).toEqual([line.price, '1'])
    await call('rep', 'POST', `quotes/${quote.id}/unsync`)

    expect(await origins(`opportunities/${id}`)).toEqual([line.price, found])
    expect((await reprice(id)).body).toMatchObject({ manual: 0, unchanged: 2 })
  })

  test('keeps where its price came from when it is sent back as it was read', async () => {
    const { id } = await deal()
    const { body } = await put(id, of(roast, '2'))
    const { name, quantity, listPrice, productId, price } = body.lines[0]

    const again = await put(id, { name, quantity, listPrice, productId }, { ...of(roast, '2'), listPrice: usd(999) })

    expect(again.body.lines.map((line: Body) => line.price)).toEqual([price, undefined])
  })
})

describe('the price book of a deal', () => {
  test('is one in use, and in the currency of the deal', async () => {
    const inEuro = await made('price-books', { name: 'Europe', currency: 'EUR' })
    const closed = await made('price-books', { name: 'Closed', currency: 'USD', isActive: false })
    const { id } = await deal({ amount: usd(5) })

    expect(told(await patch(id, { priceBookId: inEuro.id }))).toEqual([422, 'money.other_currency', '/priceBookId'])
    expect(told(await patch(id, { priceBookId: closed.id }))).toEqual([422, 'priceBook.inactive', '/priceBookId'])
    expect((await patch(id, { priceBookId: wholesale.id })).status).toBe(200)
    expect(told(await patch(id, { amount: eur(5) }))).toEqual([422, 'money.other_currency', '/priceBookId'])
    expect(told(await put(id, { name: 'Extra', quantity: '1', listPrice: eur(5) }))).toEqual([
      422,
      'money.other_currency',
      '/lines/0/listPrice',
    ])
  })

  test('is exchanged under lines by repricing only, which takes all of them or none', async () => {
    const { id } = await deal()
    const bare = await made('products', { name: 'Retail only' })
    await entry(retail, bare, { unitPrice: usd(50) })
    await put(id, of(roast, '100'))

    expect(told(await patch(id, { priceBookId: wholesale.id }))).toEqual([409, 'opportunity.book_with_lines'])
    const done = await reprice(id, { priceBookId: wholesale.id })
    expect([done.status, done.body.totalBefore, done.body.totalAfter]).toEqual([200, usd(100_000), usd(70_000)])
    expect(await get(id)).toMatchObject({ priceBookId: wholesale.id, amount: usd(70_000), linesRevision: 2 })

    await reprice(id, { priceBookId: null })
    await put(id, of(roast, '100'), of(bare, '1'))
    expect(told(await reprice(id, { priceBookId: wholesale.id }))).toEqual([
      422,
      'price.not_found',
      '/lines/1/productId',
    ])
    const after = await get(id)
    expect([after.priceBookId, after.amount]).toEqual([undefined, usd(100_050)])
  })
})

describe('repricing', () => {
  test('finds what changed since, says so first, and leaves what somebody said', async () => {
    const mill = await made('products', { name: 'Mill' })
    const millEntry = await entry(retail, mill, { unitPrice: usd(200) })
    const { id } = await deal()
    const delivery = { name: 'Delivery', quantity: '1', listPrice: usd(500) }
    await put(id, of(mill, '2', { discount: { percent: '10' } }), of(mill, '3', { listPrice: usd(190) }), delivery)
    await call('manager', 'PATCH', `price-book-entries/${millEntry.id}`, { unitPrice: usd(250) })
    expect((await get(id)).amount).toEqual(usd(360 + 570 + 500))

    const dry = await reprice(id, { dryRun: true })

    expect(dry.body).toMatchObject({ isDryRun: true, unchanged: 2, manual: 2, version: 2 })
    expect(dry.body.differences).toMatchObject([
      { line: 0, before: { listPrice: usd(200), net: usd(360) }, after: { listPrice: usd(250), net: usd(450) } },
    ])
    expect(await get(id)).toMatchObject({ version: 2, amount: usd(1_430) })
    const done = await reprice(id)
    expect(done.body).toMatchObject({ isDryRun: false, version: 3, differences: dry.body.differences })
    expect((await get(id)).amount).toEqual(usd(450 + 570 + 500))
    expect((await reprice(id)).body).toMatchObject({ differences: [], version: 3 })

    const all = await reprice(id, { includesManual: true })
    expect(all.body).toMatchObject({ manual: 1, totalAfter: usd(450 + 750 + 500) })
    const { body: timeline } = await call('rep', 'GET', `opportunities/${id}/timeline`)
    expect(timeline.data.map(({ type }: Body) => type).slice(0, 2)).toEqual([
      'opportunity.repriced',
      'opportunity.repriced',
    ])
  })

  test('of a draft finds its prices by the same rule, keeps its discounts and taxes, and takes a synced deal along', async () => {
    const press = await made('products', { name: 'Press' })
    const pressEntry = await entry(retail, press, { unitPrice: usd(200) })
    const { id } = await deal()
    await put(id, of(press, '2', { discount: { percent: '10' } }), of(press, '3', { listPrice: usd(190) }))
    const quote = await made('quotes', { opportunityId: id }, 'rep')
    await call('rep', 'POST', `quotes/${quote.id}/sync`)
    await call('manager', 'PATCH', `price-book-entries/${pressEntry.id}`, { unitPrice: usd(250) })
    const again = (body: Body) => call('rep', 'POST', `quotes/${quote.id}/reprice`, body)

    const dry = await again({ dryRun: true })

    expect(dry.body).toMatchObject({ isDryRun: true, unchanged: 1, manual: 1, version: 2 })
    expect(dry.body.differences).toMatchObject([
      { line: 0, before: { listPrice: usd(200), net: usd(360) }, after: { listPrice: usd(250), net: usd(450) } },
    ])
    expect([dry.body.totalsBefore.net, dry.body.totalsAfter.net]).toEqual([930, 1_020])
    expect((await get(id)).amount).toEqual(usd(930))
    expect((await again({})).body).toMatchObject({ version: 3, differences: dry.body.differences })
    expect((await get(id)).amount).toEqual(usd(1_020))
    expect((await again({})).body).toMatchObject({ version: 3, differences: [] })
    expect((await again({ includesManual: true })).body.totalsAfter.net).toBe(1_200)

    await call('manager', 'PATCH', `price-book-entries/${pressEntry.id}`, { isActive: false })
    expect(told(await again({}))).toEqual([422, 'price.not_found', '/lines/0/productId', '/lines/1/productId'])
    await call('rep', 'POST', `quotes/${quote.id}/present`)
    expect(told(await again({}))).toEqual([409, 'quote.not_draft'])
  })

  test('of what is given back says what as much of it is sold for', async () => {
    const { id } = await deal({ priceBookId: wholesale.id })
    const quote = await made('quotes', { opportunityId: id, currency: 'USD' }, 'rep')

    const credit = { ...of(roast, '-100'), isCredit: true }
    const { body } = await call('rep', 'PUT', `quotes/${quote.id}/lines`, { lines: [of(roast, '99'), credit] })

    expect([prices(body.lines), body.totals.net]).toEqual([[800, 700], 99 * 800 - 100 * 700])
  })

  test('is for open deals whose lines are their own, and for the version that was seen', async () => {
    const { id } = await deal()
    await put(id, of(roast, '1'))
    expect((await reprice(id, {}, { headers: { 'if-match': '"1"' } })).status).toBe(412)
    await call('rep', 'POST', `opportunities/${id}/close`, { outcome: 'lost', lossReason: 'price' })

    expect(told(await reprice(id))).toEqual([409, 'opportunity.closed'])
  })

  test('by two at once, while the price changes, ends with lines that come to the amount', async () => {
    const { id } = await deal()
    await put(id, of(roast, '10'))
    await call('manager', 'PATCH', `price-book-entries/${roastEntry.id}`, { unitPrice: usd(1_100) })

    const replies = await Promise.all([reprice(id), reprice(id), put(id, of(roast, '20'))])

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    const { body } = await call('rep', 'GET', `opportunities/${id}/lines`)
    expect(body.total).toEqual((await get(id)).amount)
    expect(prices(body.lines)).toEqual([1_100])
    await call('manager', 'PATCH', `price-book-entries/${roastEntry.id}`, { unitPrice: usd(1_000) })
  })
})

describe('a deal in another currency', () => {
  const rate = (date: string, value: string, currency = 'EUR') =>
    made('exchange-rates', { currency, corporateCurrency: 'USD', date, rate: value })

  test('counts at the rate of today while open, at that of its closing for good, and anew when reopened', async () => {
    await rate('2026-01-01', '1.04')
    await rate('2026-12-01', '1.20')
    const { id, converted } = await deal({ amount: eur(10_000), closeDate: '2026-12-15' })
    expect(converted).toEqual({ corporate: usd(10_400), rate: '1.04', rateDate: '2026-01-01' })

    await call('rep', 'POST', `opportunities/${id}/close`, { outcome: 'lost', lossReason: 'price' })
    await rate('2026-11-10', '1.50')
    expect((await patch(id, { amount: eur(20_000), closeDate: '2026-12-20' })).body.converted).toEqual({
      corporate: usd(20_800),
      rate: '1.04',
      rateDate: '2026-01-01',
    })
    const again = await call('rep', 'POST', `opportunities/${id}/reopen`, {})
    expect(again.body.converted).toMatchObject({ corporate: usd(30_000), rate: '1.50' })
    const past = { stageId: 'closed-lost', lossReason: 'price', closeDate: '2026-11-01' }
    expect((await deal({ amount: eur(100), ...past })).converted).toMatchObject({ rate: '1.04' })
  })

  test('is counted, and in no sum, where no rate is known', async () => {
    const { id: pipelineId } = await made(
      'pipelines',
      {
        name: 'Abroad',
        stages: [
          { id: 'talks', name: 'Talks', probability: 50, forecastCategory: 'pipeline' },
          { id: 'won', name: 'Won', status: 'won', probability: 100, forecastCategory: 'closed' },
          { id: 'lost', name: 'Lost', status: 'lost', probability: 0, forecastCategory: 'omitted' },
        ],
      },
      'admin',
    )
    const yen = { amount: 9_000, currency: 'JPY' }
    await deal({ pipelineId, amount: usd(1_001) })
    await deal({ pipelineId, amount: eur(1_000), closeDate: '2026-11-30' })
    const unknown = await deal({ pipelineId, amount: yen })
    await deal({ pipelineId })
    expect(unknown.converted).toBeUndefined()
    await api.project()

    const board = await call('rep', 'GET', `pipelines/${pipelineId}/board`)

    expect(board.body.stages[0]).toMatchObject({
      count: 4,
      unpriced: 1,
      corporate: { currency: 'USD', sum: 2_501, weighted: 1_250, unconverted: 1 },
    })
    await rate('2026-02-01', '0.0065', 'JPY')
    const known = await patch(unknown.id, { nextStep: 'Call' })
    expect(known.body.converted).toMatchObject({ rate: '0.0065', corporate: usd(5_850) })
  })
})

test('a deal rests on the days of the default calendar', async () => {
  const { id } = await deal()
  api.now.advance(14 * DAY_MS)
  const resting = async () => (await call('rep', 'GET', `opportunities/${id}/stages`)).body.restingBusinessDays
  expect(await resting()).toBe(10)

  const hours = [{ start: '09:00', end: '17:00' }]
  await made(
    'calendars',
    {
      name: 'Four days',
      timeZone: 'Europe/Berlin',
      week: { monday: hours, tuesday: hours, wednesday: hours, thursday: hours },
      holidays: [{ date: '2026-11-30', name: 'Off' }],
      isDefault: true,
    },
    'admin',
  )

  expect(await resting()).toBe(7)
})
