import { ITEMS_MAX, pricesFor, refuseUnpriced } from '@rapport/core/prices/service'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { type Body, type Made, make } from '../support/fixtures.ts'
import { findingsIn } from '../support/sound.ts'

interface Answer extends Body {
  code: string
  listPrice: { amount: number; currency: string }
  resolution: { step: string }[]
  errors: { pointer: string; code: string }[]
  conflictingId: string
}

let api: Api
let standard: Made
let wholesale: Made
let product: Made
beforeAll(async () => {
  api = await startApi()
  standard = (await create('price-books', { name: 'Retail', currency: 'USD', isStandard: true })).body
  wholesale = (await create('price-books', { name: 'Wholesale', currency: 'USD' })).body
  product = (await create('products', { name: 'Dark roast', family: 'coffee' })).body
  await entry(standard, product, { unitPrice: usd(1000) })
  await entry(wholesale, product, { minQuantity: '1', unitPrice: usd(800) })
  await entry(wholesale, product, { minQuantity: '100', unitPrice: usd(700) })
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

const usd = (amount: number) => ({ amount, currency: 'USD' })
const ctx = (): Ctx => systemCtx(api.runtime, 'test', 'req-test')
const create = (plural: string, body: object): Promise<Reply<Made>> =>
  api.call<Made>('POST', `/v1/${plural}`, { as: 'manager', body })
const entry = (of: Made, what: Made, body: object) =>
  create('price-book-entries', { priceBookId: of.id, productId: what.id, ...body })
const resolve = (body: object, as = 'rep') =>
  api.call<Answer>('POST', '/v1/price-books/resolve', { as, body: { productId: product.id, currency: 'USD', ...body } })
const told = ({ status, body }: Reply<Answer>) => [status, body.code, body.errors[0]?.pointer]

describe('a seller asks what something costs', () => {
  test.each([
    ['1', 1000, 'book.standard'],
    ['100', 1000, 'book.standard'],
  ])('%s of it without a book', async (quantity, amount, first) => {
    const { status, body } = await resolve({ quantity })

    expect([status, body.listPrice, body.resolution[0]?.step]).toEqual([200, usd(amount), first])
    expect(body).toMatchObject({ priceBookId: standard.id, priceBookVersion: 1, date: '2026-11-22', quantity })
  })

  test.each([
    ['99', 800],
    ['100', 700],
  ])('%s of it in the book that is named', async (quantity, amount) => {
    expect((await resolve({ quantity, priceBookId: wholesale.id })).body.listPrice).toEqual(usd(amount))
  })

  test("for an account: in the account's book", async () => {
    const account = await make(api, 'account', { as: 'rep', body: { priceBookId: wholesale.id } })

    const { body } = await resolve({ quantity: '100', accountId: account.id })

    expect([body.listPrice, body.resolution.map(({ step }) => step)]).toEqual([
      usd(700),
      ['book.account', 'entry.found'],
    ])
  })

  test('for an account of a tier: in the book for it, which gives way to its own, until it is switched off', async () => {
    const gold = (await create('price-books', { name: 'Gold', currency: 'USD', tiers: ['gold'] })).body
    const north = (await create('price-books', { name: 'North', currency: 'USD', territories: ['north'] })).body
    const own = (await create('price-books', { name: 'Own', currency: 'USD' })).body
    const beans = (await create('products', { name: 'Beans' })).body
    for (const [book, amount] of [
      [standard, 1000],
      [own, 800],
      [gold, 600],
      [north, 650],
    ] as const)
      await entry(book, beans, { unitPrice: usd(amount) })
    const account = await make(api, 'account', { as: 'rep', body: { tier: 'gold', territory: 'north' } })
    const asked = async (body = {}) => {
      const { body: answer } = await resolve({ productId: beans.id, accountId: account.id, ...body })
      return [answer.listPrice?.amount, ...answer.resolution.map(({ step }) => step)]
    }
    const set = async (kind: string, id: string, body: object) =>
      expect((await api.call('PATCH', `/v1/${kind}/${id}`, { as: 'manager', body })).status).toBe(200)

    expect(await asked()).toEqual([600, 'book.tier', 'entry.found'])
    expect(await asked({ tier: 'tin' })).toEqual([650, 'tier.no_book', 'book.territory', 'entry.found'])
    await set('accounts', account.id, { priceBookId: own.id })
    expect(await asked({ quantity: '5' })).toEqual([800, 'book.account', 'entry.found'])
    await set('accounts', account.id, { priceBookId: null })
    await set('price-books', gold.id, { validUntil: '2026-11-01' })
    expect(await asked()).toEqual([undefined, 'book.tier', 'book.out_of_date', 'fallback.none'])
    await set('price-books', gold.id, { fallback: 'standard' })
    expect(await asked()).toEqual([1000, 'book.tier', 'book.out_of_date', 'fallback.standard', 'entry.found'])
    await set('price-books', gold.id, { isActive: false })
    await set('price-books', north.id, { territories: ['south'] })
    expect(await asked()).toEqual([1000, 'tier.no_book', 'territory.no_book', 'book.standard', 'entry.found'])
    const south = { productId: beans.id, territory: 'south' }
    expect((await resolve(south)).body.listPrice).toEqual(usd(650))
    await api.call('DELETE', `/v1/price-books/${north.id}`, { as: 'manager' })
    expect((await resolve(south)).body.listPrice).toEqual(usd(1000))
  })

  test('for an account whose book was deleted: in the standard book, and is told so', async () => {
    const gone = (await create('price-books', { name: 'Gone', currency: 'USD' })).body
    const account = await make(api, 'account', { as: 'rep', body: { priceBookId: gone.id } })
    await api.call('DELETE', `/v1/price-books/${gone.id}`, { as: 'manager' })

    const { body } = await resolve({ accountId: account.id })

    expect(body.resolution.map(({ step }) => step)).toEqual(['book.gone', 'book.standard', 'entry.found'])
  })

  test('in a currency that has no prices: there is none, and the way there is told', async () => {
    const reply = await resolve({ currency: 'EUR' })

    expect(told(reply)).toEqual([422, 'price.not_found', '/productId'])
    expect(reply.body.resolution).toEqual([{ step: 'book.none' }])
  })

  test('that is not sold any more: there is no price', async () => {
    const old = (await create('products', { name: 'Old', isActive: false })).body
    await entry(standard, old, { unitPrice: usd(1) })

    const reply = await resolve({ productId: old.id })

    expect([reply.status, reply.body.resolution]).toEqual([422, [{ step: 'product.not_active' }]])
  })

  test('on another day: what holds then', async () => {
    const tea = (await create('products', { name: 'Tea' })).body
    await entry(standard, tea, { unitPrice: usd(100), validUntil: '2026-12-31' })
    await entry(standard, tea, { unitPrice: usd(110), validFrom: '2027-01-01' })
    const on = async (date: string) => (await resolve({ productId: tea.id, date })).body.listPrice.amount

    expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual([100, 110])
  })

  test('about an account of others: it is as if there were none', async () => {
    const hidden = await make(api, 'account', { as: 'stranger', body: { visibility: 'owner' } })

    expect(told(await resolve({ accountId: hidden.id }))).toEqual([422, 'reference.not_found', '/accountId'])
  })
})

describe('a price book', () => {
  test('is the standard one of its currency alone', async () => {
    const second = await create('price-books', { name: 'Second', currency: 'USD', isStandard: true })
    const other = await create('price-books', { name: 'Yen', currency: 'JPY', isStandard: true })
    const off = await create('price-books', { name: 'Off', currency: 'USD', isStandard: true, isActive: false })
    const on = await api.call<Made>('PATCH', `/v1/price-books/${off.body.id}`, {
      as: 'manager',
      body: { isActive: true },
    })

    expect([second.status, second.body.code, second.body.conflictingId]).toEqual([
      409,
      'priceBook.standard_taken',
      standard.id,
    ])
    expect([other.status, off.status, on.status]).toEqual([201, 201, 409])
  })

  test('stays in its currency', async () => {
    const reply = await api.call<Answer>('PATCH', `/v1/price-books/${wholesale.id}`, {
      as: 'admin',
      body: { currency: 'EUR' },
    })

    expect(told(reply)).toEqual([422, 'priceBook.currency_fixed', '/currency'])
  })

  test('does not end before it begins', async () => {
    const dates = { validFrom: '2026-02-01', validUntil: '2026-01-31' }
    const reply = await api.call<Answer>('POST', '/v1/price-books', {
      as: 'admin',
      body: { name: 'Never', currency: 'USD', ...dates },
    })

    expect(told(reply)).toEqual([422, 'priceBook.dates', '/validUntil'])
  })

  test('lists its entries, and a product the books it is in', async () => {
    const inBook = await api.call<{ data: Made[] }>('GET', '/v1/price-book-entries', {
      as: 'rep',
      query: { priceBookId: wholesale.id },
    })
    const ofProduct = await api.call<{ data: { priceBookId: string; tiers: { minQuantity: string }[] }[] }>(
      'GET',
      `/v1/products/${product.id}/prices`,
      { as: 'rep' },
    )

    expect(inBook.body.data.map(({ minQuantity }) => minQuantity)).toEqual(['100', '1'])
    expect(
      ofProduct.body.data.map(({ priceBookId, tiers }) => [priceBookId, tiers.map((one) => one.minQuantity)]),
    ).toEqual([
      [standard.id, ['0']],
      [wholesale.id, ['1', '100']],
    ])
  })
})

describe('an entry', () => {
  test.each<[string, object, string, string]>([
    ['no price', {}, 'priceBookEntry.price', '/unitPrice'],
    ['two', { unitPrice: usd(1), useStandardPrice: true }, 'priceBookEntry.price', '/unitPrice'],
    [
      'a price in another currency than its book',
      { unitPrice: { amount: 1, currency: 'EUR' } },
      'money.other_currency',
      '/unitPrice',
    ],
    ['a price below 0', { unitPrice: usd(-1) }, 'money.negative', '/unitPrice'],
    [
      'an end before its beginning',
      { unitPrice: usd(1), validFrom: '2026-02-01', validUntil: '2026-01-01' },
      'priceBookEntry.dates',
      '/validUntil',
    ],
  ])('with %s is refused', async (_, body, code, pointer) => {
    const reply = (await entry(wholesale, product, { minQuantity: '7', ...body })) as unknown as Reply<Answer>

    expect(told(reply)).toEqual([422, code, pointer])
  })

  test('in the standard book names its price', async () => {
    const reply = await entry(standard, product, { minQuantity: '7', useStandardPrice: true })

    expect([reply.status, reply.body.code]).toEqual([422, 'priceBookEntry.price'])
  })

  test('is the only one for its quantity and time, however the quantity is written', async () => {
    const milk = (await create('products', { name: 'Milk' })).body
    const first = await entry(wholesale, milk, { minQuantity: '2.50', unitPrice: usd(1) })
    const same = await entry(wholesale, milk, { minQuantity: '2.5', unitPrice: usd(2) })
    const later = await entry(wholesale, milk, { minQuantity: '2.5', unitPrice: usd(2), validFrom: '2027-01-01' })
    const moved = await api.call<Answer>('PATCH', `/v1/price-book-entries/${later.body.id}`, {
      as: 'manager',
      body: { validFrom: null },
    })

    expect([first.status, first.body.minQuantity, later.status]).toEqual([201, '2.5', 201])
    expect([same.status, same.body.code, same.body.conflictingId]).toEqual([
      409,
      'priceBookEntry.tier_taken',
      first.body.id,
    ])
    expect([moved.status, moved.body.conflictingId]).toEqual([409, first.body.id])
  })

  test('is the only one, whoever is faster, and none of the others is lost', async () => {
    const sugar = (await create('products', { name: 'Sugar' })).body
    const replies = await Promise.all(
      ['1', '1', '1', '2', '3', '4'].map((minQuantity) => entry(wholesale, sugar, { minQuantity, unitPrice: usd(5) })),
    )
    const { body } = await api.call<{ data: { tiers: { minQuantity: string }[] }[] }>(
      'GET',
      `/v1/products/${sugar.id}/prices`,
      { as: 'rep' },
    )

    expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 201, 201, 409, 409])
    expect(body.data[0]?.tiers.map(({ minQuantity }) => minQuantity)).toEqual(['1', '2', '3', '4'])
  })

  test('stays with its product and its book', async () => {
    const { body } = await entry(wholesale, product, { minQuantity: '5000', unitPrice: usd(600) })
    const other = await make(api, 'product')

    const reply = await api.call<Answer>('PATCH', `/v1/price-book-entries/${body.id}`, {
      as: 'manager',
      body: { productId: other.id },
    })

    expect(told(reply)).toEqual([422, 'priceBookEntry.fixed', '/productId'])
  })

  test('counts from the moment it was changed, deleted or brought back', async () => {
    const cup = (await create('products', { name: 'Cup' })).body
    const { body } = await entry(wholesale, cup, { unitPrice: usd(300) })
    const path = `/v1/price-book-entries/${body.id}`
    const costs = async () => {
      const reply = await resolve({ productId: cup.id, priceBookId: wholesale.id })
      return reply.body.listPrice?.amount ?? reply.status
    }
    const seen = [await costs()]
    const step = async (method: string, rest = '', change?: object) => {
      await api.call(method, `${path}${rest}`, { as: 'manager', ...(change ? { body: change } : {}) })
      seen.push(await costs())
    }

    await step('PATCH', '', { unitPrice: usd(320) })
    await step('PATCH', '', { isActive: false })
    await step('PATCH', '', { isActive: true })
    await step('DELETE')
    await step('POST', '/restore')

    expect(seen).toEqual([300, 320, 422, 320, 422, 320])
  })

  test('number fifty-one of a product in a book is too many', async () => {
    const many = (await create('products', { name: 'Many' })).body
    const operations = Array.from({ length: 51 }, (_, index) => ({
      op: 'create',
      body: { priceBookId: wholesale.id, productId: many.id, minQuantity: String(index), unitPrice: usd(index) },
    }))

    const { body } = await api.call<{ results: { status: number; code?: string }[] }>(
      'POST',
      '/v1/price-book-entries/batch',
      { as: 'manager', body: { operations } },
    )

    expect(body.results.filter(({ status }) => status === 201)).toHaveLength(50)
    expect(body.results.at(-1)).toMatchObject({ status: 409, code: 'priceBookEntry.too_many' })
  })
})

describe('many lines', () => {
  const amounts = async (items: { productId: string; quantity: string }[]) =>
    pricesFor(ctx(), { currency: 'USD', priceBookId: String(wholesale.id), items })

  test(`up to ${ITEMS_MAX} are priced in six requests, each for itself`, async () => {
    const cheap = (await create('products', { name: 'Cheap' })).body
    await entry(wholesale, cheap, { unitPrice: usd(1) })
    const items = Array.from({ length: ITEMS_MAX }, (_, index) => ({
      productId: String(index % 2 ? cheap.id : product.id),
      quantity: String(index + 20),
    }))
    api.spent()

    const outcomes = await amounts(items)

    expect(api.spent().length).toBeLessThanOrEqual(6)
    expect(outcomes.map(({ price }) => price?.listPrice.amount)).toEqual(
      items.map(({ quantity }, index) => (index % 2 ? 1 : Number(quantity) >= 100 ? 700 : 800)),
    )
    expect(outcomes[1]?.product).toMatchObject({ id: cheap.id, name: 'Cheap' })
    await expect(amounts([...items, ...items])).rejects.toThrow(RangeError)
  })

  test('or one line alone: five requests, none of which grows with the books', async () => {
    api.spent()

    await amounts([{ productId: product.id, quantity: '1' }])

    const spent = api.spent()
    expect(spent.map(({ operation }) => operation).sort()).toEqual([
      'BatchGetItem',
      'BatchGetItem',
      'GetItem',
      'GetItem',
      'GetItem',
    ])
    expect(spent.reduce((sum, { rcu }) => sum + rcu, 0)).toBeLessThanOrEqual(8)
  })

  test('of which some have no price are told apart, and refused by name', async () => {
    const none = (await create('products', { name: 'Unpriced' })).body
    const items = [none, product, none].map(({ id }) => ({ productId: String(id), quantity: '1' }))

    const outcomes = await amounts(items)

    expect(outcomes.map(({ price }) => price?.listPrice.amount)).toEqual([undefined, 800, undefined])
    expect(() => refuseUnpriced(outcomes, (index) => `/lines/${index}`)).toThrow(
      expect.objectContaining({
        code: 'price.not_found',
        issues: [expect.objectContaining({ pointer: '/lines/0' }), expect.objectContaining({ pointer: '/lines/2' })],
      }),
    )
  })

  test('with a product that is not there are refused, and the line is named', async () => {
    const gone = await make(api, 'product')
    await api.call('DELETE', `/v1/products/${gone.id}`, { as: 'admin' })

    await expect(
      amounts([
        { productId: product.id, quantity: '1' },
        { productId: gone.id, quantity: '1' },
      ]),
    ).rejects.toMatchObject({ code: 'reference.not_found', issues: [{ pointer: '/items/1/productId' }] })
  })
})
