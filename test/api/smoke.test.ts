import { routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { findRoute } from '../../functions/api/slices.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

test('an account is created, read, changed, found, deleted and restored', async () => {
  const made = await api.call('POST', '/v1/accounts', {
    as: 'rep',
    body: { name: 'Cà phê Đà Lạt', domain: 'Example.COM', phones: [{ value: '+84 28 3823 4567' }], tags: ['vip'] },
  })
  expect(made.status).toBe(201)
  const id = made.body.id as string
  const read = await api.call('GET', `/v1/accounts/${id}`, { as: 'peer' })
  expect(read.status).toBe(200)
  const patched = await api.call('PATCH', `/v1/accounts/${id}`, {
    as: 'rep',
    body: { name: 'Ca phe Dalat', tags: null },
  })
  expect(patched.status).toBe(200)
  await api.project()
  const found = await api.call<{ data: { id: string }[] }>('GET', '/v1/search', { as: 'rep', query: { q: 'da' } })
  expect(found.body.data.map((hit) => hit.id)).toEqual([id])
  const list = await api.call<{ data: unknown[] }>('GET', '/v1/accounts', { as: 'manager' })
  expect(list.body.data.length).toBe(1)
  const timeline = await api.call<{ data: { type: string }[] }>('GET', `/v1/accounts/${id}/timeline`, { as: 'rep' })
  expect(timeline.body.data.map((event) => event.type)).toEqual(['account.updated', 'account.created'])
  expect((await api.call('DELETE', `/v1/accounts/${id}`, { as: 'rep' })).status).toBe(204)
  expect((await api.call('GET', `/v1/accounts/${id}`, { as: 'rep' })).status).toBe(404)
  expect((await api.call('POST', `/v1/accounts/${id}/restore`, { as: 'rep' })).status).toBe(200)
})

test('every route is found where its address says that it stands', async () => {
  const lost: string[] = []
  for (const route of routes) if ((await findRoute(routeKey(route)))?.id !== route.id) lost.push(routeKey(route))

  expect(lost).toEqual([])
})
