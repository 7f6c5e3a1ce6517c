import { Users } from '@rapport/core/users/service'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { quiet } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

const invited: string[] = []
const signedOut: string[] = []
let isDown = false
let api: Api
let ctx: Ctx
let workers: Workers
beforeAll(async () => {
  const tap = eventTap()
  api = quiet(await startApi({ wrap: tap.wrap }))
  api.deps.identity = {
    async invite(email) {
      if (isDown) throw new Error('The user pool does not answer.')
      invited.push(email)
      return { subject: `pool-${email}` }
    },
    async signOut(email) {
      signedOut.push(email)
    },
  }
  ctx = systemCtx(api.runtime, 'test', 'req-test')
  workers = await startWorkers(api.deps, tap, ['invite-user', 'sign-out-user'])
  await workers.drain()
  signedOut.length = 0
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

let count = 0
const create = async (values: object = {}) => {
  const email = `new-${++count}@rapport.test`
  return Users.create(ctx, { name: 'New', email, roles: ['rep'], timeZone: 'UTC', status: 'active', ...values })
}

test('a new colleague is invited and known by the sign-in', async () => {
  const user = await create()

  await workers.drain()

  expect(invited).toContain(user.email)
  expect((await Users.get(ctx, user.id)).subject).toBe(`pool-${user.email}`)
})

test('a message that comes twice, also while it is worked on, invites to the same sign-in', async () => {
  const user = await create()
  const messages = await workers.pending()

  await Promise.all([...messages, ...messages].map((message) => workers.deliver(message)))
  const before = invited.length
  await workers.drain()
  for (const message of messages) await workers.deliver(message)

  expect(invited.length).toBe(before)
  expect(await Users.get(ctx, user.id)).toMatchObject({ subject: `pool-${user.email}`, version: 2 })
})

test('an invitation that failed comes again', async () => {
  isDown = true
  const user = await create()
  const [message] = await workers.pending()
  if (!message) throw new Error('Nothing to do')
  expect(await workers.deliver(message)).toBe(false)
  isDown = false

  expect(await workers.deliver(message)).toBe(true)

  expect((await Users.get(ctx, user.id)).subject).toBe(`pool-${user.email}`)
})

test('nobody who is disabled, deleted or known already is invited', async () => {
  const before = invited.length
  const disabled = await create({ status: 'disabled' })
  const deleted = await create()
  await Users.remove(ctx, deleted.id)
  await create({ subject: 'sub-of-their-own' })

  await workers.drain()
  expect(invited.length).toBe(before)
  await Users.patch(ctx, disabled.id, { status: 'active' })
  await workers.drain()

  expect(invited.slice(before)).toEqual([disabled.email])
})

test('whoever is disabled, deleted or signed out everywhere is signed out; other changes sign nobody out', async () => {
  const disabled = await create({ subject: 'sub-out-1' })
  const deleted = await create({ subject: 'sub-out-2' })
  const renamed = await create({ subject: 'sub-out-3' })
  const ended = await create({ subject: 'sub-out-4' })
  await workers.drain()
  signedOut.length = 0

  await api.call('PATCH', `/v1/users/${disabled.id}`, { as: 'admin', body: { status: 'disabled' } })
  await api.call('PATCH', `/v1/users/${renamed.id}`, { as: 'admin', body: { name: 'Renamed' } })
  await Users.remove(ctx, deleted.id)
  await Users.patch(ctx, ended.id, { tokensValidFromS: 1 })
  await workers.drain()

  expect(signedOut.sort()).toEqual([deleted.email, disabled.email, ended.email].sort())
})
