import type { User } from '@rapport/core/users/schema'
import { Users } from '@rapport/core/users/service'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'
import { type UserPool, userPool } from '../support/user-pool.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

let api: Api
let ctx: Ctx
let workers: Workers
let pool: UserPool
beforeAll(async () => {
  const tap = eventTap()
  api = quiet(await startApi({ wrap: tap.wrap }))
  pool = userPool()
  api.deps.identity = pool
  for (const [name, { email, subject = '' }] of Object.entries(api.people)) {
    pool.signIns.set(subject, { subject, email, isEnabled: name !== 'disabled', isPending: false })
  }
  ctx = systemCtx(api.runtime, 'test', 'req-test')
  workers = await startWorkers(api.deps, tap, ['sync-sign-in', 'sign-out-user'])
  await workers.drain()
  pool.signedOut.length = 0
})
afterEach(() => {
  pool.before = () => {}
})
afterAll(async () => {
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  await api.stop()
  await stopEngine()
})

let count = 0
const create = async (values: object = {}): Promise<User> => {
  const email = `new-${++count}@rapport.test`
  return Users.create(ctx, { name: 'New', email, roles: ['rep'], timeZone: 'UTC', status: 'active', ...values })
}

/** A colleague who was invited and has a password of their own. */
async function colleague(values: object = {}): Promise<User & { subject: string }> {
  const user = await create(values)
  await workers.drain()
  const { subject } = await Users.get(ctx, user.id)
  if (subject === undefined) throw new Error('Nobody invited them.')
  const signIn = pool.signIns.get(subject)
  if (signIn) pool.signIns.set(subject, { ...signIn, isPending: false })
  return { ...user, subject }
}

const patch = (user: User, body: object) => api.call('PATCH', `/v1/users/${user.id}`, { as: 'admin', body })

const signInOf = async (user: User) => pool.signIns.get((await Users.get(ctx, user.id)).subject ?? '')

describe('an invitation', () => {
  test('gives a new colleague a sign-in that is known to be theirs', async () => {
    const user = await create()

    await workers.drain()

    expect(pool.mailed.filter((email) => email === user.email)).toHaveLength(1)
    expect(await signInOf(user)).toMatchObject({ email: user.email, isEnabled: true })
  })

  test('that comes twice, also while it is worked on, is to the same sign-in', async () => {
    const user = await create()
    const messages = await workers.pending()

    await Promise.all([...messages, ...messages].map((message) => workers.deliver(message)))
    await workers.drain()
    for (const message of messages) await workers.deliver(message)

    expect(pool.mailed.filter((email) => email === user.email)).toHaveLength(1)
    expect(await Users.get(ctx, user.id)).toMatchObject({ version: 2 })
  })

  test('that failed comes again', async () => {
    pool.before = (call) => {
      if (call === 'invite') throw new Error('The user pool does not answer.')
    }
    const user = await create()
    const [message] = await workers.pending()
    if (!message) throw new Error('Nothing to do')
    expect(await workers.deliver(message)).toBe(false)
    pool.before = () => {}

    expect(await workers.deliver(message)).toBe(true)

    expect(await signInOf(user)).toMatchObject({ email: user.email })
  })

  test('is for nobody who is disabled, deleted or known already', async () => {
    const before = pool.mailed.length
    const disabled = await create({ status: 'disabled' })
    const deleted = await create()
    await Users.remove(ctx, deleted.id)
    pool.signIns.set('sub-own', { subject: 'sub-own', email: 'own@rapport.test', isEnabled: true, isPending: false })
    await create({ subject: 'sub-own', email: 'own@rapport.test' })

    await workers.drain()
    expect(pool.mailed.length).toBe(before)
    await Users.patch(ctx, disabled.id, { status: 'active' })
    await workers.drain()

    expect(pool.mailed.slice(before)).toEqual([disabled.email])
  })
})

test('whoever is disabled, deleted or signed out everywhere is signed out; other changes sign nobody out', async () => {
  const [disabled, deleted, renamed, ended] = [
    await colleague(),
    await colleague(),
    await colleague(),
    await colleague(),
  ] as const
  pool.signedOut.length = 0

  await patch(disabled, { status: 'disabled', email: 'moved-and-disabled@rapport.test' })
  await patch(renamed, { name: 'Renamed' })
  await Users.remove(ctx, deleted.id)
  await Users.patch(ctx, ended.id, { tokensValidFromS: 1 })
  await workers.drain()

  expect(pool.signedOut.sort()).toEqual([deleted.subject, disabled.subject, ended.subject].sort())
})

describe('the sign-in follows the person', () => {
  test('is disabled with them, and works again when they do', async () => {
    const user = await colleague()

    await patch(user, { status: 'disabled' })
    await workers.drain()
    expect(pool.signIns.get(user.subject)).toMatchObject({ isEnabled: false })
    await patch(user, { status: 'active' })
    await workers.drain()

    expect(pool.signIns.get(user.subject)).toMatchObject({ isEnabled: true })
  })

  test('is gone with them, and a new one is mailed to who comes back', async () => {
    const user = await colleague()
    await Users.remove(ctx, user.id)
    await workers.drain()
    expect(pool.signIns.has(user.subject)).toBe(false)

    await Users.restore(ctx, user.id)
    await workers.drain()

    expect(await signInOf(user)).toMatchObject({ email: user.email, isEnabled: true, isPending: true })
    expect(pool.mailed.filter((email) => email === user.email)).toHaveLength(2)
  })

  test('has their new address, by the subject and whatever the old one was', async () => {
    const user = await colleague()

    await patch(user, { email: 'Married.Name@rapport.test' })
    await workers.drain()

    expect(pool.signIns.get(user.subject)).toMatchObject({ email: 'Married.Name@rapport.test', isEnabled: true })
    expect(pool.mailed).not.toContain('Married.Name@rapport.test')
    await expect(pool.find(user.email)).resolves.toBeUndefined()
  })

  test('that nobody has used yet is mailed to the corrected address', async () => {
    const user = await create({ email: 'typo@rapport.test' })
    await workers.drain()

    await patch(user, { email: 'correct@rapport.test' })
    await workers.drain()

    expect(await signInOf(user)).toMatchObject({ email: 'correct@rapport.test' })
    expect(pool.mailed).toContain('correct@rapport.test')
  })

  test('stays untouched by other changes', async () => {
    const user = await colleague()
    const calls: string[] = []
    pool.before = (call) => {
      calls.push(call)
    }

    await patch(user, { name: 'Other', title: 'Director' })
    await workers.drain()

    expect(calls).toEqual([])
  })

  test('ends as the person is, however late and often the messages come', async () => {
    const user = await colleague()
    await patch(user, { status: 'disabled' })
    await patch(user, { email: 'late@rapport.test' })
    await patch(user, { status: 'active' })
    const messages = await workers.pending()

    for (const message of [...messages, ...messages].reverse()) expect(await workers.deliver(message)).toBe(true)

    expect(pool.signIns.get(user.subject)).toMatchObject({ email: 'late@rapport.test', isEnabled: true })
  })

  test('is enabled though the message that disables is slower than the one that enables', async () => {
    const user = await colleague()
    await patch(user, { status: 'disabled' })
    const [disable] = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
    let isBackAgain = false
    pool.before = async (call) => {
      if (call !== 'disable' || isBackAgain) return
      isBackAgain = true
      await patch(user, { status: 'active' })
      await workers.drain()
    }
    if (!disable) throw new Error('Nothing to do')

    await workers.deliver(disable)

    expect(isBackAgain).toBe(true)
    expect(pool.signIns.get(user.subject)).toMatchObject({ isEnabled: true })
  })

  test('is there though its owner comes back while it is being removed', async () => {
    const user = await colleague()
    await Users.remove(ctx, user.id)
    const [remove] = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
    let isBack = false
    pool.before = async (call) => {
      if (call !== 'remove' || isBack) return
      isBack = true
      await Users.restore(ctx, user.id)
      await workers.drain()
    }
    if (!remove) throw new Error('Nothing to do')

    await workers.deliver(remove)
    await workers.drain()

    expect(isBack).toBe(true)
    expect(await signInOf(user)).toMatchObject({ email: user.email })
  })

  test('is not given to a new colleague of the same address while it is being removed', async () => {
    const old = await colleague()
    await Users.remove(ctx, old.id)
    const [remove] = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
    let isRehired = false
    pool.before = async (call) => {
      if (call !== 'remove' || isRehired) return
      isRehired = true
      const next = await create({ email: old.email })
      const [invite] = (await workers.pending()).filter(({ event }) => event.subject.id === next.id)
      if (!invite) throw new Error('Nothing to do')
      expect(await workers.deliver(invite)).toBe(false)
      pool.before = () => {}
      again = async () => {
        expect(await workers.deliver(invite)).toBe(true)
        await workers.drain()
        return next
      }
    }
    let again = async (): Promise<User> => old
    if (!remove) throw new Error('Nothing to do')

    expect(await workers.deliver(remove)).toBe(true)

    const rehired = await again()
    expect(rehired.id).not.toBe(old.id)
    expect(await signInOf(rehired)).toMatchObject({ email: old.email, isEnabled: true })
    expect(pool.signIns.has(old.subject)).toBe(false)
  })

  test('that a new colleague of the same address has got stays theirs', async () => {
    const old = await colleague()
    await patch(old, { status: 'disabled' })
    await workers.drain()
    await Users.remove(ctx, old.id)
    const [remove] = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
    const next = await create({ email: old.email })
    for (const message of await workers.pending()) await workers.deliver(message)
    if (!remove) throw new Error('Nothing to do')

    expect(await workers.deliver(remove)).toBe(true)
    await workers.drain()

    expect(await signInOf(next)).toMatchObject({ subject: old.subject, email: old.email, isEnabled: true })
  })

  test('that was invited but never noted is removed all the same', async () => {
    const user = await create()
    await pool.invite(user.email)
    await Users.remove(ctx, user.id)

    await workers.drain()

    expect(await pool.find(user.email)).toBeUndefined()
  })

  test.each(['find', 'move', 'disable'] as const)('comes again where %s failed', async (failing) => {
    const user = await colleague()
    const email = `again-${failing}@rapport.test`
    await patch(user, { email, status: 'disabled' })
    const messages = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
    pool.before = (call) => {
      if (call === failing) throw new Error('The user pool does not answer.')
    }

    for (const message of messages) expect(await workers.deliver(message)).toBe(false)
    pool.before = () => {}
    for (const message of messages) expect(await workers.deliver(message)).toBe(true)

    expect(pool.signIns.get(user.subject)).toMatchObject({ email, isEnabled: false })
  })

  test('dies with the function at any call and ends right', async () => {
    for (const dying of ['hold', 'remove', 'drop'] as const) {
      const user = await colleague()
      await Users.remove(ctx, user.id)
      const [message] = (await workers.pending()).filter(({ worker }) => worker === 'sync-sign-in')
      if (!message) throw new Error('Nothing to do')
      const { transact } = api.deps.table
      let writes = 0
      api.deps.table.transact = async (...args) => {
        writes++
        if ((dying === 'hold' && writes === 1) || (dying === 'drop' && writes === 2)) throw new Error('Killed.')
        return transact(...args)
      }
      pool.before = (call) => {
        if (call === 'remove' && dying === 'remove') throw new Error('Killed.')
      }

      expect(await workers.deliver(message), dying).toBe(false)
      api.deps.table.transact = transact
      pool.before = () => {}
      expect(await workers.deliver(message), dying).toBe(true)

      expect(pool.signIns.has(user.subject), dying).toBe(false)
    }
  })
})
