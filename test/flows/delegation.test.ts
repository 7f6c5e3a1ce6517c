import { Accounts } from '@rapport/core/accounts/service'
import { Handovers, handOver } from '@rapport/core/handover/service'
import { isSuppressed } from '@rapport/core/mail/service'
import type { User } from '@rapport/core/users/schema'
import { Users } from '@rapport/core/users/service'
import type { Ctx } from '@rapport/kernel/store'
import { runtime, systemCtx } from '@rapport/lambda/context'
import { type Cloud, startCloud } from '@rapport/local/cloud'
import { createFaults, type Faults, noFaults } from '@rapport/local/faults'
import { afterEach, describe, expect, test } from 'vitest'

let cloud: Cloud | undefined

afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const rates = { throttle: 0.02, replyLost: 0.03, timeoutBefore: 0.02, conflict: 0.02, duplicate: 0.5, reorder: 0.3 }
const weather: [string, () => Faults][] = [
  ['with nothing going wrong', () => noFaults],
  ['with throttles, lost replies, duplicates and reordering', () => createFaults({ seed: 11, rates })],
]

describe.each(weather)('the whole cloud, %s', (_, makeFaults) => {
  async function start() {
    const faults = makeFaults()
    const running = await startCloud({ at: new Date('2026-11-22T09:00:00.000Z'), quiet: true, faults })
    cloud = running
    const rt = runtime(running.deps)
    const ctx = (): Ctx => systemCtx(rt, 'test', 'req-test')
    const person = (name: string, email: string): Promise<User> =>
      Users.create(ctx(), { name, email, roles: ['rep'], timeZone: 'UTC', status: 'active', subject: `sub-${name}` })
    const lettersTo = async ({ email }: User) => (await running.mail()).filter(({ to }) => to === email).length
    return { running, faults, ctx, person, lettersTo }
  }

  test('work that was delegated comes back by itself, and its receiver was told', async () => {
    const { running, faults, ctx, person, lettersTo } = await start()
    const [ill, kind] = [await person('Ill', 'ill@example.com'), await person('Kind', 'kind@example.com')]
    const account = await Accounts.create(ctx(), { name: 'Acme', ownerId: ill.id })
    const until = '2026-11-22T12:00:00.000Z'
    const { id } = await handOver(ctx(), ill.id, { to: kind.id, until, kinds: ['account', 'contact'] })

    await running.clock.advance('PT30M')
    await running.idle()
    expect((await Accounts.get(ctx(), account.id)).ownerId).toBe(kind.id)
    await running.clock.advance('PT4H')
    await running.idle()
    faults.stop()

    expect(await Handovers.get(ctx(), id)).toMatchObject({ status: 'reverted', counts: { account: { returned: 1 } } })
    expect((await Accounts.get(ctx(), account.id)).ownerId).toBe(ill.id)
    expect(await lettersTo(kind)).toBeGreaterThan(0)
    expect(running.deadLetters()).toEqual([])
  })

  test('an address that bounced gets no second letter', async () => {
    const { running, faults, ctx, person, lettersTo } = await start()
    const leaving = await person('Leaving', 'leaving@example.com')
    const unreachable = await person('Unreachable', 'bounce@simulator.amazonses.com')
    const request = { to: unreachable.id, kinds: ['account' as const] }

    await handOver(ctx(), leaving.id, request)
    await running.idle()
    faults.stop()
    const sent = await lettersTo(unreachable)
    expect(sent).toBeGreaterThan(0)
    expect(await isSuppressed(ctx(), unreachable.email)).toBe(true)
    await handOver(ctx(), leaving.id, request)
    await running.idle()

    expect(await lettersTo(unreachable)).toBe(sent)
    expect(running.deadLetters()).toEqual([])
  })
})
