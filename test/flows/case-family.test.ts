import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, type Message, startWorkers, type Workers } from '../support/workers.ts'

/** Cases that belong together: duplicates, and the parts of an incident. */

let api: Api
let workers: Workers
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ wrap: tap.wrap })
  workers = await startWorkers(api.deps, tap, ['follow-case'])
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

type Body = Record<string, unknown> & { id: string }

async function post(path: string, body: object = {}): Promise<Body> {
  const reply = await api.call<Body>('POST', path, { as: 'admin', body })
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const read = async (id: string): Promise<Body> => (await api.call<Body>('GET', `/v1/cases/${id}`, { as: 'admin' })).body
const said = async (id: string): Promise<unknown[]> =>
  (await api.call<{ data: Body[] }>('GET', `/v1/cases/${id}/comments`, { as: 'admin' })).body.data.map(
    ({ body }) => body,
  )
const open = (more: object = {}): Promise<Body> => post('/v1/cases', { subject: 'Too loud', ...more })

/** Delivers everything twice. */
async function drainTwice(): Promise<void> {
  await api.project()
  const delivered: Message[] = []
  await workers.drain((message) => {
    delivered.push(message)
    return workers.deliver(message)
  })
  for (const message of delivered) await workers.deliver(message)
}

describe('merging', () => {
  test('closes the duplicate, says where it went on, and takes along what was said and what was below', async () => {
    const [loser, winner] = [await open(), await open()]
    const child = await open({ parentCaseId: loser.id })
    for (const body of ['one', 'two']) await post(`/v1/cases/${loser.id}/comments`, { body })
    await post(`/v1/cases/${winner.id}/comments`, { body: 'three' })
    await api.project()

    await post(`/v1/cases/${loser.id}/merge`, { into: winner.id })
    await drainTwice()

    expect(await read(loser.id)).toMatchObject({
      status: 'closed',
      mergedIntoId: winner.id,
      resolution: { code: 'duplicate' },
    })
    expect((await said(winner.id)).sort()).toEqual(['one', 'three', 'two'])
    expect(await said(loser.id)).toEqual([])
    expect(await read(winner.id)).toMatchObject({ inboundCount: 2, status: 'new' })
    expect(await read(child.id)).toMatchObject({ parentCaseId: winner.id, status: 'new' })
  })

  test('is refused into itself, into what has ended and of what was merged; a merged case does nothing more', async () => {
    const [a, b, ended] = [await open(), await open(), await open()]
    await post(`/v1/cases/${ended.id}/close`)
    const attempt = async (id: string, path: string, body: object) =>
      (await api.call<{ code: string }>('POST', `/v1/cases/${id}/${path}`, { as: 'admin', body })).body.code

    expect(await attempt(a.id, 'merge', { into: a.id })).toBe('case.same')
    expect(await attempt(a.id, 'merge', { into: ended.id })).toBe('case.ended')
    await post(`/v1/cases/${a.id}/merge`, { into: b.id })
    expect(await attempt(a.id, 'merge', { into: b.id })).toBe('case.merged')
    expect(await attempt(a.id, 'reply', { body: 'Hello' })).toBe('case.merged')
    expect(await attempt(a.id, 'reopen', {})).toBe('case.merged')
  })
})

test('cases of different customers are not joined: one would read the other; those of one company are', async () => {
  const accountId = (await post('/v1/accounts', { name: 'Mekong' })).id
  const contact = async (more: object = {}) => (await post('/v1/contacts', { lastName: 'Lan', ...more })).id
  const of = async (contactId: string) => (await open({ contactId })).id
  const [lan, bob] = [await of(await contact({ accountId })), await of(await contact({ accountId }))]
  const [eve, mallory] = [await of(await contact()), await of(await contact())]
  const merge = async (id: string, into: string) =>
    (await api.call<{ code?: string }>('POST', `/v1/cases/${id}/merge`, { as: 'admin', body: { into } })).body.code

  expect([await merge(eve, lan), await merge(eve, mallory)]).toEqual(['case.other_customer', 'case.other_customer'])
  expect([await merge(bob, lan), await merge((await open()).id, lan)]).toEqual([undefined, undefined])
})

describe('an incident', () => {
  test('that is solved solves its parts, each with one answer to its customer, and leaves those that had ended', async () => {
    const parent = await open({ subject: 'Power cut' })
    const parts: Body[] = []
    for (let n = 0; n < 3; n++)
      parts.push(await open({ parentCaseId: parent.id, requester: { email: `part-${n}@customer.test` } }))
    const [first, , last] = parts
    await post(`/v1/cases/${last?.id}/resolve`, { code: 'withdrawn' })
    await api.project()

    await post(`/v1/cases/${parent.id}/reply`, { body: 'Solved', status: 'resolved' })
    await drainTwice()

    expect(await read(String(first?.id))).toMatchObject({
      status: 'resolved',
      resolution: { code: 'solved_with_parent' },
    })
    expect(await said(String(first?.id))).toHaveLength(1)
    expect((await said(String(first?.id)))[0]).toContain(String(parent.number))
    expect(await read(String(last?.id))).toMatchObject({ resolution: { code: 'withdrawn' } })
    expect(await said(String(last?.id))).toEqual([])
  })
})

test('everything that was written belongs together', async () => {
  await api.project()

  expect(await findingsIn(api)).toEqual([])
})
