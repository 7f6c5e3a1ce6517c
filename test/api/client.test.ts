import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRapport, entries, type Rapport } from '../../packages/client/src/client.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'

let api: Api
let rapport: Rapport
const sent: Request[] = []

beforeAll(async () => {
  api = await startApi()
  const issuedAtS = Math.floor(api.now.at.getTime() / 1000)
  rapport = createRapport({
    baseUrl: 'https://crm.test',
    credential: async () => `sub-rep@${issuedAtS}`,
    fetch: async (request) => {
      sent.push(request)
      const { pathname, search } = new URL(request.url)
      const text = await request.clone().text()
      const reply = await api.call(request.method, pathname, {
        headers: Object.fromEntries(request.headers),
        rawQuery: search.slice(1),
        ...(text && { rawBody: text }),
      })
      return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), {
        status: reply.status,
        headers: reply.headers,
      })
    },
  })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

test('a record is created, changed and read', async () => {
  const made = await rapport.POST('/v1/contacts', { body: { lastName: 'Nguyễn', firstName: 'Lan' } })
  const id = made.data?.id ?? ''

  await rapport.PATCH('/v1/contacts/{id}', { params: { path: { id } }, body: { firstName: null, title: 'Buyer' } })
  const read = await rapport.GET('/v1/contacts/{id}', { params: { path: { id } } })

  expect(read.data).toMatchObject({ id, lastName: 'Nguyễn', title: 'Buyer', version: 2 })
  expect(read.data).not.toHaveProperty('firstName')
})

test('a refusal is the problem document', async () => {
  const { error, response } = await rapport.POST('/v1/contacts', { body: { lastName: '' } })

  expect(response.status).toBe(400)
  expect(error).toMatchObject({ code: 'body.invalid', errors: [{ pointer: '/lastName' }] })
})

test('a POST that is sent twice takes place once', async () => {
  await rapport.POST('/v1/contacts', { body: { lastName: 'Once' } })
  const again = sent.at(-1)?.clone()
  const body = await again?.text()

  const replay = await api.call('POST', '/v1/contacts', {
    headers: Object.fromEntries(again?.headers ?? []),
    rawBody: body ?? '',
  })

  expect(replay.headers['idempotent-replayed']).toBe('true')
})

test('entries go through every page, each once', async () => {
  for (let number = 0; number < 7; number++) await rapport.POST('/v1/accounts', { body: { name: `Company ${number}` } })

  const names: string[] = []
  const accounts = entries((page) => rapport.GET('/v1/accounts', { params: { query: { limit: 3, ...page } } }))
  for await (const account of accounts) names.push(account.name)

  expect(names).toEqual([6, 5, 4, 3, 2, 1, 0].map((number) => `Company ${number}`))
})

test('entries of a list that cannot be read throw its problem', async () => {
  const broken = entries(() => rapport.GET('/v1/accounts', { params: { query: { cursor: 'x' } } }))

  await expect(broken.next()).rejects.toMatchObject({ code: 'cursor.invalid' })
})
