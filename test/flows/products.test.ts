import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { type Made, make } from '../support/fixtures.ts'
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

const create = (body: object) => api.call<Made>('POST', '/v1/products', { as: 'manager', body })
const upsert = (externalId: string, body: object) =>
  api.call<Made>('PUT', `/v1/products/external/erp/${externalId}`, { as: 'manager', body })

describe('a SKU', () => {
  test.each([
    ['AB-12', 'ab-12'],
    ['X 100', 'x100'],
    ['ＳＫＵ7', 'sku7'],
  ])('belongs to one product, however it is written: %s, %s', async (first, second) => {
    const made = await create({ name: 'First', sku: first })
    const taken = await create({ name: 'Second', sku: second })

    expect(made.status).toBe(201)
    expect([taken.status, taken.body.code, taken.body.conflictingId]).toEqual([409, 'product.sku_taken', made.body.id])
  })

  test('with another dash is another one', async () => {
    expect((await create({ name: 'First', sku: 'A1-2' })).status).toBe(201)
    expect((await create({ name: 'Second', sku: 'A12' })).status).toBe(201)
  })

  test('finds its product as soon as the projector has been there', async () => {
    const { body } = await create({ name: 'Oolong', sku: 'TEA-OOLONG-9' })
    await api.project()

    const found = await api.call<{ data: Made[] }>('GET', '/v1/search', { as: 'rep', query: { q: 'tea-oolong' } })

    expect(found.body.data.map(({ id }) => id)).toEqual([body.id])
  })
})

describe('an ERP that knows products by its own ids', () => {
  test('creates once and merges from then on', async () => {
    const first = await upsert('4711', { name: 'Espresso', unit: 'kg' })
    const second = await upsert('4711', { name: 'Espresso forte' })

    expect([first.status, second.status, second.body.id]).toEqual([201, 200, first.body.id])
    expect(second.body).toMatchObject({ name: 'Espresso forte', unit: 'kg', externalIds: { erp: '4711' } })
    expect(first.headers.location).toBe(`/v1/products/${first.body.id}`)
  })

  test('does not bring back into offers what was taken out of them', async () => {
    const { body } = await upsert('4712', { name: 'Ristretto', type: 'service' })
    await api.call('PATCH', `/v1/products/${body.id}`, { as: 'manager', body: { isActive: false } })

    const merged = await upsert('4712', { name: 'Ristretto' })

    expect(merged.body).toMatchObject({ isActive: false, type: 'service' })
  })

  test('makes one product of five requests at once', async () => {
    const replies = await Promise.all(Array.from({ length: 5 }, (_, n) => upsert('4713', { name: `Lungo ${n}` })))

    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201])
  })

  test('and accounts are kept in step by the same way', async () => {
    const account = await make(api, 'account')
    const erp = String((account.externalIds as Record<string, string>).erp)

    const merged = await api.call<Made>('PUT', `/v1/accounts/external/erp/${erp}`, {
      as: 'admin',
      body: { name: 'Renamed', externalIds: { shop: `S-${erp}` } },
    })

    expect(merged.body).toMatchObject({ id: account.id, externalIds: { erp, shop: `S-${erp}` } })
  })

  test('and so are leads, which begin as new and keep what became of them', async () => {
    const put = (body: object) => api.call<Made>('PUT', '/v1/leads/external/erp/L-1', { as: 'rep', body })

    const made = await put({ lastName: 'Phan' })
    await api.call('PATCH', `/v1/leads/${made.body.id}`, { as: 'rep', body: { status: 'working' } })
    const merged = await put({ lastName: 'Phan Thị' })

    expect([made.status, made.body.status]).toEqual([201, 'new'])
    expect(merged.body).toMatchObject({ id: made.body.id, lastName: 'Phan Thị', status: 'working' })
  })
})
