import { Users } from '@rapport/core/users/service'
import { HOUR_MS } from '@rapport/kernel/clock'
import { systemCtx } from '@rapport/lambda/context'
import { type Route, routeKey } from '@rapport/lambda/route'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { type Body, make, type Sample, sampleFor, send } from '../support/fixtures.ts'

interface Answer extends Body {
  code: string
  key?: string
}

const SECOND_ADMIN = 'Bearer sub-second-admin@1795338000'
/** Nobody in particular asks these: their effect is harmless to repeat, and so is their answer. */
const isOpen = ({ access }: Route): boolean => access === 'public'
const posts = routes
  .filter((route) => route.method === 'POST' && !isOpen(route))
  .map((route): [string, Route] => [routeKey(route), route])

let api: Api
let writes = 0
beforeAll(async () => {
  api = await startApi({
    wrap: (table) => ({
      ...table,
      transact: async (...transaction) => {
        await table.transact(...transaction)
        writes++
      },
    }),
  })
  await Users.create(systemCtx(api.runtime, 'test', 'req-setup'), {
    name: 'Second admin',
    email: 'second@rapport.test',
    roles: ['admin'],
    status: 'active',
    timeZone: 'UTC',
    subject: 'sub-second-admin',
  })
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

describe.each(posts)('%s with an Idempotency-Key', (_, route) => {
  test('has one effect and one answer', async () => {
    const sample = await sampleFor(api, route)

    const first = await ask(route, sample, 'one')
    const before = writes
    const second = await ask(route, sample, 'one')

    expect(first.status, JSON.stringify(first.body)).toBe(route.success.status)
    expect(first.headers).not.toHaveProperty('idempotent-replayed')
    expect(second.headers['idempotent-replayed']).toBe('true')
    expect(answerOf(second)).toEqual(answerOf(first))
    expect(second.body.key, 'a secret is shown once').toBeUndefined()
    expect(writes).toBe(before)
  })

  test('refuses another body under the same key', async () => {
    const sample = await sampleFor(api, route)
    await ask(route, sample, 'two')
    const before = writes

    const other = await send<Answer>(api, route, sample, {
      headers: { 'Idempotency-Key': 'two' },
      rawBody: `${JSON.stringify(sample.body ?? {})} `,
    })

    expect([other.status, other.body.code]).toEqual([422, 'idempotency.key_reused'])
    expect(writes).toBe(before)
  })

  test('does not answer anybody else', async () => {
    const sample = await sampleFor(api, route)
    await ask(route, sample, 'three')

    const other = await send<Answer>(api, route, sample, { as: SECOND_ADMIN, headers: { 'Idempotency-Key': 'three' } })

    expect(other.headers).not.toHaveProperty('idempotent-replayed')
    expect(other.body.code).not.toBe('idempotency.key_reused')
  })

  test('has one effect when it comes five times at once', async () => {
    const alone = await sampleFor(api, route)
    const together = await sampleFor(api, route)
    const start = api.events.length
    await ask(route, alone, 'four')
    const effect = api.events.slice(start).map(({ type }) => type)

    const again = api.events.length
    const replies = await Promise.all(Array.from({ length: 5 }, () => ask(route, together, 'five')))

    expect(api.events.slice(again).map(({ type }) => type)).toEqual(effect)
    if (!isReading(route) && !EVENTLESS.has(route.id)) expect(effect.length).toBeGreaterThan(0)
    for (const reply of replies) expect(answerOf(reply)).toEqual(answerOf(replies[0] as Reply<Answer>))
    expect(replies.filter((reply) => reply.headers['idempotent-replayed'] === undefined)).toHaveLength(1)
  })

  test('refuses a key of no form', async () => {
    const sample = await sampleFor(api, route)
    const before = writes

    for (const key of ['', 'two words', 'x'.repeat(256), 'ключ', 'a\tb']) {
      expect((await ask(route, sample, key)).status, JSON.stringify(key)).toBe(400)
    }
    expect(writes).toBe(before)
  })
})

test('what was refused is not kept: the same key works once the cause is gone', async () => {
  const body = { name: 'Late', domain: 'late.example' }
  const holder = await make(api, 'account', { body })
  const create = () =>
    api.call<Answer>('POST', '/v1/accounts', { as: 'admin', body, headers: { 'Idempotency-Key': 'late' } })

  const refused = await create()
  await api.call('DELETE', `/v1/accounts/${holder.id}`, { as: 'admin' })
  const made = await create()
  const replayed = await create()

  expect([refused.status, made.status, replayed.status]).toEqual([409, 201, 201])
  expect(replayed.body).toEqual(made.body)
})

test('an answer without an effect is kept too', async () => {
  const team = await make(api, 'team')
  const path = `/v1/teams/${team.id}`
  await api.call('PATCH', path, { as: 'admin', body: { description: 'New.' } })
  const eventId = api.events.at(-1)?.id
  await api.call('PATCH', path, { as: 'admin', body: { description: team.description } })
  const revert = () =>
    api.call('POST', `${path}/revert`, { as: 'admin', body: { eventId }, headers: { 'Idempotency-Key': 'still' } })

  const first = await revert()
  await api.call('PATCH', path, { as: 'admin', body: { description: 'Newer.' } })
  const second = await revert()

  expect([first.status, second.headers['idempotent-replayed']]).toEqual([200, 'true'])
  expect(second.body).toEqual(first.body)
  expect((await api.call('GET', path, { as: 'admin' })).body.description).toBe('Newer.')
})

test('a batch that is not atomic is answered as it was, refusals included', async () => {
  const taken = await make(api, 'account', { body: { domain: 'taken.example' } })
  const operations = [
    { op: 'create', body: { name: 'One' } },
    { op: 'create', body: { name: 'Two', domain: 'taken.example' } },
    { op: 'create', body: { name: 'Three' } },
  ]
  const send = (changed: object[]) =>
    api.call<Answer & { results: { status: number }[] }>('POST', '/v1/accounts/batch', {
      as: 'admin',
      body: { operations: changed },
      headers: { 'Idempotency-Key': 'batch' },
    })

  const first = await send(operations)
  await api.call('DELETE', `/v1/accounts/${taken.id}`, { as: 'admin' })
  const before = writes
  const other = await send([{ op: 'create', body: { name: 'Four' } }])
  const reordered = await send([...operations].reverse())
  const second = await send(operations)

  expect(first.body.results.map((result) => result.status)).toEqual([201, 409, 201])
  expect([other.status, reordered.status]).toEqual([422, 422])
  expect(second.body).toEqual(first.body)
  expect(second.headers['idempotent-replayed']).toBe('true')
  expect(writes).toBe(before)
})

test('a key is kept for a day and forgotten some day', async () => {
  const create = () =>
    api.call('POST', '/v1/teams', { as: 'admin', body: { name: 'Kept' }, headers: { 'Idempotency-Key': 'kept' } })
  const made = await create()

  api.now.advance(24 * HOUR_MS)
  const nextDay = await create()
  api.now.advance(72 * HOUR_MS)
  const later = await create()

  expect([made.status, nextDay.status, nextDay.body.id]).toEqual([201, 201, made.body.id])
  expect(later.status, 'the name is taken: this was carried out anew').toBe(409)
})

/** Nothing happens to a record: what is kept of another link for a file is the answer. */
const EVENTLESS = new Set(['renewImportUpload'])

/** A question too long for an address has no effect but the answer that is kept. */
const isReading = ({ access }: Route): boolean => typeof access !== 'string' && access.action === 'read'

const ask = (route: Route, sample: Sample, key: string): Promise<Reply<Answer>> =>
  send<Answer>(api, route, sample, { headers: { 'Idempotency-Key': key } })

/** All of an answer but what belongs to its request, and the secret of a key, which is shown once. */
function answerOf({ status, headers, body }: Reply<Answer>) {
  const { key: _, ...rest } = body
  return { status, body: rest, etag: headers.etag, location: headers.location }
}
