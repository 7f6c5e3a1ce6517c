import { Accounts } from '@rapport/core/accounts/service'
import { Contacts } from '@rapport/core/contacts/service'
import { Users } from '@rapport/core/users/service'
import { type Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import type { Letter } from '@rapport/lambda/deps'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { createChaos, type Moment, seedOf, shuffledWithin } from '../support/faulty.ts'
import { eventsIn, findingsIn, itemsOf, quiet, UNPROJECTED } from '../support/sound.ts'
import { handlerOf, startWorkers, sweepContext, type Workers } from '../support/workers.ts'

const chaos = createChaos(seedOf('HANDOVER_SEED'))
const letters: Letter[] = []
let api: Api
let ctx: Ctx
let workers: Workers
beforeAll(async () => {
  api = quiet(await startApi({ shards: 2, configure: chaos.configure }))
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  ctx = systemCtx(api.runtime, 'test', 'req-test')
  workers = await startWorkers(api, ['run-handover', 'notify-handover'])
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

interface Handover {
  id: string
  ownerId: string
  to: string
  status: string
  version: number
  counts: Record<string, { moved: number; returned: number; kept: number }>
}

let people = 0

const person = async (values: Record<string, unknown> = {}): Promise<string> => {
  const n = ++people
  const name = `Person ${n}`
  const made = await Users.create(ctx, { name, email: `handover-${n}@rapport.test`, roles: ['rep'], subject: `sub-handover-${n}`, ...values })
  return made.id
}

interface Work {
  from: string
  to: string
  accounts: string[]
  contacts: string[]
}

/** Somebody with work, and somebody to take it. */
async function work({ accounts = 2, contacts = 1 } = {}): Promise<Work> {
  const [from, to] = [await person(), await person()]
  const made: Work = { from, to, accounts: [], contacts: [] }
  for (let n = 0; n < accounts; n++) made.accounts.push((await Accounts.create(ctx, { name: `Account ${n}`, ownerId: from })).id)
  for (let n = 0; n < contacts; n++) made.contacts.push((await Contacts.create(ctx, { lastName: `Contact ${n}`, ownerId: from })).id)
  return made
}

const hand = async ({ from, to }: Work, body: Record<string, unknown> = {}): Promise<string> => {
  const reply = await api.call<Handover>('POST', `/v1/users/${from}/handover`, { as: 'admin', body: { to, ...body } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(202)
  return reply.body.id
}

const takeBack = (id: string, as = 'admin') => api.call<Handover & { code: string }>('POST', `/v1/handovers/${id}/revert`, { as })
const read = async (id: string): Promise<Handover> => (await api.call<Handover>('GET', `/v1/handovers/${id}`, { as: 'admin' })).body

const ownersOf = async ({ accounts, contacts }: Work): Promise<string[]> => [
  ...(await Promise.all(accounts.map(async (id) => (await Accounts.get(ctx, id)).ownerId))),
  ...(await Promise.all(contacts.map(async (id) => (await Contacts.get(ctx, id)).ownerId))),
]

const all = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

/** How often each record was told to have changed hands. */
async function movesTold({ accounts, contacts }: Work): Promise<number[]> {
  const events = eventsIn(await itemsOf(api))
  const isMove = (event: (typeof events)[number], id: string) => event.pk === id && (event.changed as string[]).includes('ownerId') && !String(event.type).endsWith('.created')
  return [...accounts, ...contacts].map((id) => events.filter((event) => isMove(event, id)).length)
}

const typesTold = async (id: string): Promise<string[]> => eventsIn(await itemsOf(api)).filter((event) => event.pk === id).map((event) => String(event.type))

const sweep = async (): Promise<void> => void (await (await handlerOf('sweep-due', api.deps))({} as never, sweepContext()))

describe('a handover for good', () => {
  test('gives everything a person owns to somebody else, counts it by kind and writes to whoever got it', async () => {
    const done = await work({ accounts: 3, contacts: 2 })
    const id = await hand(done)
    const before = letters.length

    await workers.drain()

    expect(await ownersOf(done)).toEqual(all(5, done.to))
    expect(await read(id)).toMatchObject({ status: 'finished', counts: { account: { moved: 3, returned: 0, kept: 0 }, contact: { moved: 2, returned: 0, kept: 0 } } })
    expect(letters.length).toBe(before + 1)
    expect(letters.at(-1)?.text).toContain('3 accounts and 2 contacts')
  })

  test('leaves teams, other kinds and the work of others alone', async () => {
    const done = await work({ accounts: 1, contacts: 1 })
    const team = api.teams.sales
    await Accounts.patch(ctx, done.accounts[0] as string, { teamId: team })
    const other = await Accounts.create(ctx, { name: 'Not theirs', ownerId: api.people.peer?.id })
    await Accounts.share(ctx, other.id, [{ to: done.from, access: 'update' }])

    await hand(done, { kinds: ['account'] })
    await workers.drain()

    expect((await Accounts.get(ctx, done.accounts[0] as string)).teamId).toBe(team)
    expect((await Contacts.get(ctx, done.contacts[0] as string)).ownerId).toBe(done.from)
    expect((await Accounts.get(ctx, other.id)).ownerId).toBe(api.people.peer?.id)
  })

  test('takes as many batches as there is work for', async () => {
    const done = await work({ accounts: 230, contacts: 0 })
    const id = await hand(done)

    await workers.drain()

    expect(new Set(await ownersOf(done))).toEqual(new Set([done.to]))
    expect((await read(id)).counts.account?.moved).toBe(230)
    expect(await typesTold(id)).toEqual(['handover.created', 'handover.continued', 'handover.continued', 'handover.finished', 'handover.notified'])

    await takeBack(id)
    await workers.drain()

    expect(new Set(await ownersOf(done))).toEqual(new Set([done.from]))
    expect((await read(id)).counts.account).toEqual({ moved: 230, returned: 230, kept: 0 })
  })

  test('stops when the receiver was disabled meanwhile, and what has been moved can go back', async () => {
    const done = await work()
    const id = await hand(done)
    await Users.patch(ctx, done.to, { status: 'disabled' })

    await workers.drain()

    expect((await read(id)).status).toBe('stopped')
    expect(await ownersOf(done)).toEqual(all(3, done.from))
    expect((await takeBack(id)).status).toBe(202)
    await workers.drain()
    expect((await read(id)).status).toBe('reverted')
  })

  test('does not move what somebody gave back while it was running', async () => {
    const done = await work({ accounts: 2, contacts: 0 })
    const id = await hand(done)
    const [created] = await workers.pending()
    if (created) await workers.deliver(created)
    await Accounts.patch(ctx, done.accounts[0] as string, { ownerId: done.from })

    await workers.drain()

    expect(await ownersOf(done)).toEqual([done.from, done.to])
    expect(await read(id)).toMatchObject({ status: 'finished', counts: { account: { moved: 2 } } })
  })
})

describe('a delegation', () => {
  test('gives back at its end what the receiver still owns, and leaves what has another owner by then', async () => {
    const done = await work({ accounts: 3, contacts: 1 })
    const until = new Date(api.now.at.getTime() + 3_600_000).toISOString()
    const id = await hand(done, { until })
    await workers.drain()
    expect(await read(id)).toMatchObject({ status: 'delegated', dueAt: until })
    await Accounts.patch(ctx, done.accounts[1] as string, { ownerId: api.people.stranger?.id })
    await Accounts.remove(ctx, done.accounts[2] as string)

    await sweep()
    expect((await read(id)).status).toBe('delegated')
    api.now.advance(3_600_000)
    await sweep()
    await workers.drain()

    const [account, contact] = [done.accounts[0] as string, done.contacts[0] as string]
    expect((await Accounts.get(ctx, account)).ownerId).toBe(done.from)
    expect((await Contacts.get(ctx, contact)).ownerId).toBe(done.from)
    expect((await Accounts.get(ctx, done.accounts[1] as string)).ownerId).toBe(api.people.stranger?.id)
    expect(await read(id)).toMatchObject({ status: 'reverted', counts: { account: { moved: 3, returned: 1, kept: 2 }, contact: { moved: 1, returned: 1, kept: 0 } } })
  })

  test('ends once, however many sweeps see it', async () => {
    const works = await Promise.all(all(12, 0).map(() => work({ accounts: 1, contacts: 0 })))
    const until = new Date(api.now.at.getTime() + 60_000).toISOString()
    const ids = await Promise.all(works.map((one) => hand(one, { until })))
    await workers.drain()
    api.now.advance(60_000)

    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    await workers.drain()

    for (const id of ids) expect((await typesTold(id)).filter((type) => type === 'handover.reverting')).toHaveLength(1)
    for (const one of works) expect(await ownersOf(one)).toEqual([one.from])
  })

  test('stays with the receiver when its owner has left by the end', async () => {
    const done = await work()
    const id = await hand(done, { until: new Date(api.now.at.getTime() + 60_000).toISOString() })
    await workers.drain()
    await Users.patch(ctx, done.from, { status: 'disabled' })
    api.now.advance(60_000)

    await sweep()
    await workers.drain()

    expect((await read(id)).status).toBe('stopped')
    expect(await ownersOf(done)).toEqual(all(3, done.to))
  })
})

describe('whatever happens on the way', () => {
  for (const moment of ['before', 'after'] as const) {
    test(`a worker killed ${moment} any request, there and back, loses no record and moves none twice`, async () => {
      let kills = 0
      for (let request = 0; ; request++) {
        const done = await work({ accounts: 1, contacts: 1 })
        const id = await hand(done)
        const there = await killedAt(request, moment)
        expect(await ownersOf(done)).toEqual(all(2, done.to))
        expect(await movesTold(done)).toEqual([1, 1])
        expect(await read(id)).toMatchObject({ status: 'finished', counts: { account: { moved: 1 }, contact: { moved: 1 } } })

        await takeBack(id)
        const back = await killedAt(request, moment)
        expect(await ownersOf(done)).toEqual(all(2, done.from))
        expect(await movesTold(done)).toEqual([2, 2])
        expect(await read(id)).toMatchObject({ status: 'reverted', counts: { account: { moved: 1, returned: 1, kept: 0 } } })
        kills += there + back
        if (there + back === 0) break
      }
      expect(kills).toBeGreaterThan(30)
      expect(await findingsIn(api, UNPROJECTED)).toEqual([])
    })
  }

  test('messages that come twice, late and beside each other have one effect', async () => {
    const works = await Promise.all(all(5, 0).map(() => work({ accounts: 4, contacts: 3 })))
    await Promise.all(works.map((one) => hand(one)))
    const seen = []

    for (let messages = await workers.pending(); messages.length > 0; messages = await workers.pending()) {
      seen.push(...messages)
      const arranged = shuffledWithin(chaos.random, [...messages, ...messages, ...seen], 20)
      const delivered = await Promise.all(arranged.map((message) => workers.deliver(message)))
      for (const [at, isDelivered] of delivered.entries()) {
        const message = arranged[at]
        for (let isDone = isDelivered; message && !isDone; ) isDone = await workers.deliver(message)
      }
    }

    for (const one of works) {
      expect(await ownersOf(one)).toEqual(all(7, one.to))
      expect(await movesTold(one)).toEqual(all(7, 1))
    }
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })

  test('a revert in the middle leaves everything with its owner', async () => {
    const done = await work({ accounts: 6, contacts: 0 })
    const id = await hand(done)
    const [created] = await workers.pending()
    if (!created) throw new Error('Nothing to do')

    await Promise.all([workers.deliver(created), takeBack(id)])
    await workers.deliver(created)
    await workers.drain()

    expect(await ownersOf(done)).toEqual(all(6, done.from))
    const { status, counts } = await read(id)
    expect(status).toBe('reverted')
    expect(counts.account?.returned).toBe(counts.account?.moved)
  })

  test('work whose message was lost goes on with the next sweep that finds it late', async () => {
    const done = await work()
    const id = await hand(done)
    await workers.pending()

    api.now.advance(14 * 60_000)
    await sweep()
    await workers.drain()
    expect((await read(id)).status).toBe('running')
    api.now.advance(60_000)
    await sweep()
    await workers.drain()

    expect((await read(id)).status).toBe('finished')
    expect(await ownersOf(done)).toEqual(all(3, done.to))
  })

  async function killedAt(request: number, moment: Moment): Promise<number> {
    const messages = await workers.pending()
    const before = chaos.counts.kills
    for (const message of messages) {
      chaos.killAt(request, moment)
      const isDone = await workers.deliver(message).catch(() => false)
      chaos.revive()
      if (!isDone) await workers.deliver(message)
    }
    for (let rest = await workers.pending(); rest.length > 0; rest = await workers.pending()) {
      for (const message of rest) {
        chaos.killAt(request, moment)
        const isDone = await workers.deliver(message).catch(() => false)
        chaos.revive()
        if (!isDone) await workers.deliver(message)
      }
    }
    return chaos.counts.kills - before
  }
})
