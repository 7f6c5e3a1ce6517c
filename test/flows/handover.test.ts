import { Accounts } from '@rapport/core/accounts/service'
import { Cases, createCase, resolveCase } from '@rapport/core/cases/service'
import { Contacts } from '@rapport/core/contacts/service'
import { Interactions } from '@rapport/core/interactions/service'
import { Opportunities } from '@rapport/core/opportunities/service'
import { Orders } from '@rapport/core/orders/service'
import { cardsIn } from '@rapport/core/pipelines/service'
import { createQuote, Quotes } from '@rapport/core/quotes/service'
import { Users } from '@rapport/core/users/service'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { type Handovers, startHandovers, times } from '../support/handovers.ts'
import { findingsIn, UNPROJECTED } from '../support/sound.ts'
import type { Message } from '../support/workers.ts'

let on: Handovers
beforeAll(async () => {
  on = await startHandovers()
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

const HOUR_MS = 3_600_000
const inAnHour = (): string => new Date(on.api.now.at.getTime() + HOUR_MS).toISOString()
const ownerOf = async (account: string | undefined): Promise<string> =>
  (await Accounts.get(on.ctx, account ?? '')).ownerId

describe('a handover for good', () => {
  test('gives everything a person owns to somebody else, counts it by kind and writes to whoever got it', async () => {
    const work = await on.work({ accounts: 3, contacts: 2 })
    const id = await on.handOver(work)
    expect(await on.read(id)).toMatchObject({ status: 'running', step: 0 })

    await on.workers.drain()

    expect(await on.ownersOf(work)).toEqual(times(5, work.to))
    expect(await on.read(id)).toMatchObject({
      status: 'finished',
      counts: { account: { moved: 3, returned: 0, kept: 0 }, contact: { moved: 2, returned: 0, kept: 0 } },
    })
    const receiver = await Users.get(on.ctx, work.to)
    expect(on.letters.filter(({ to }) => to === receiver.email)).toHaveLength(1)
    expect(on.letters.at(-1)?.text).toContain('3 accounts and 2 contacts')
  })

  test('is written of once, although the message comes again', async () => {
    const work = await on.work()
    const receiver = await Users.get(on.ctx, work.to)
    const delivered: Message[] = []
    await on.handOver(work)
    await on.workers.drain((message) => {
      delivered.push(message)
      return on.workers.deliver(message)
    })

    for (const message of delivered) await on.workers.deliver(message)

    expect(on.letters.filter(({ to }) => to === receiver.email)).toHaveLength(1)
  })

  test('leaves teams, kinds it was not asked for and the work of others as they are', async () => {
    const work = await on.work({ accounts: 1, contacts: 1 })
    const { peer } = on.api.people
    await Accounts.patch(on.ctx, work.accounts[0] ?? '', { teamId: on.api.teams.sales })
    const other = await Accounts.create(on.ctx, { name: 'Not theirs', ownerId: peer?.id })
    await Accounts.share(on.ctx, other.id, [{ to: work.from, access: 'update' }])

    await on.handOver(work, { kinds: ['account'] })
    await on.workers.drain()

    expect(await Accounts.get(on.ctx, work.accounts[0] ?? '')).toMatchObject({
      ownerId: work.to,
      teamId: on.api.teams.sales,
    })
    expect((await Contacts.get(on.ctx, work.contacts[0] ?? '')).ownerId).toBe(work.from)
    expect(await ownerOf(other.id)).toBe(peer?.id)
  })

  test('takes open deals along, with their cards, and leaves closed ones with who closed them', async () => {
    const work = await on.work({ accounts: 0, contacts: 0 })
    const mine = { closeDate: '2026-12-31', ownerId: work.from }
    const open = await Opportunities.create(on.ctx, { name: 'Open', ...mine })
    const lost = await Opportunities.create(on.ctx, {
      name: 'Lost',
      ...mine,
      stageId: 'closed-lost',
      lossReason: 'price',
    })

    const quote = await createQuote(on.ctx, { opportunityId: open.id, ownerId: work.from })
    const ordered = {
      ownerId: work.from,
      orderedOn: '2026-11-01',
      currency: 'USD',
      lines: [{ name: 'Bag', quantity: '1', net: { amount: 5, currency: 'USD' } }],
    }
    const order = await Orders.create(on.ctx, ordered)
    const shipped = await Orders.create(on.ctx, { ...ordered, status: 'fulfilled' })

    const id = await on.handOver(work)
    await on.workers.drain()

    expect((await Quotes.get(on.ctx, quote.id)).ownerId).toBe(work.to)
    const owners = await Promise.all([order, shipped].map((one) => Orders.get(on.ctx, one.id)))
    expect(owners.map(({ ownerId }) => ownerId)).toEqual([work.to, work.from])
    expect((await Opportunities.get(on.ctx, open.id)).ownerId).toBe(work.to)
    expect((await Opportunities.get(on.ctx, lost.id)).ownerId).toBe(work.from)
    expect((await on.read(id)).counts.opportunity).toEqual({ moved: 1, returned: 0, kept: 0 })
    expect(on.letters.at(-1)?.text).toContain('1 deal')
    const { cards } = await cardsIn(on.ctx, open.pipelineId, open.stageId, 10)
    expect(cards.map(({ of, ownerId }) => [of, ownerId])).toContainEqual([open.id, work.to])
  })

  test('takes open cases along, with what is promised to them, and leaves solved ones with who solved them', async () => {
    const work = await on.work({ accounts: 0, contacts: 0 })
    const open = await createCase(on.ctx, { subject: 'Open', ownerId: work.from })
    const solved = await createCase(on.ctx, { subject: 'Solved', ownerId: work.from })
    await resolveCase(on.ctx, solved.id, { code: 'solved' })

    const id = await on.handOver(work)
    await on.workers.drain()

    const moved = await Cases.get(on.ctx, open.id)
    expect(moved).toMatchObject({ ownerId: work.to, status: 'new', sla: open.sla })
    expect((await Cases.get(on.ctx, solved.id)).ownerId).toBe(work.from)
    expect((await on.read(id)).counts.case).toEqual({ moved: 1, returned: 0, kept: 0 })
    expect(on.letters.at(-1)?.text).toContain('1 case')
  })

  test('takes as many batches as the work needs, there and back', async () => {
    const work = await on.work({ accounts: 230, contacts: 0 })
    const id = await on.handOver(work)

    await on.workers.drain()

    expect(await on.ownersOf(work)).toEqual(times(230, work.to))
    expect((await on.read(id)).counts.account?.moved).toBe(230)
    const there = ['created', 'continued', 'continued', 'finished', 'notified'].map((verb) => `handover.${verb}`)
    expect(await on.typesTold(id)).toEqual(there)

    await on.takeBack(id)
    await on.workers.drain()

    expect(await on.ownersOf(work)).toEqual(times(230, work.from))
    expect((await on.read(id)).counts.account).toEqual({ moved: 230, returned: 230, kept: 0 })
    const back = ['reverting', 'continued', 'reverted'].map((verb) => `handover.${verb}`)
    expect(await on.typesTold(id)).toEqual([...there, ...back])
  })

  test('stops when the receiver is disabled meanwhile, and what has been moved can go back', async () => {
    const work = await on.work()
    const id = await on.handOver(work)
    await Users.patch(on.ctx, work.to, { status: 'disabled' })

    await on.workers.drain()

    expect((await on.read(id)).status).toBe('stopped')
    expect(await on.ownersOf(work)).toEqual(times(3, work.from))
    await on.takeBack(id)
    await on.workers.drain()
    expect((await on.read(id)).status).toBe('reverted')
  })

  test('does not move again what somebody gave back while it was running', async () => {
    const work = await on.work({ accounts: 2, contacts: 0 })
    const id = await on.handOver(work)
    for (const message of await on.workers.pending()) await on.workers.deliver(message)
    await Accounts.patch(on.ctx, work.accounts[0] ?? '', { ownerId: work.from })

    await on.workers.drain()

    expect(await on.ownersOf(work)).toEqual([work.from, work.to])
    expect(await on.read(id)).toMatchObject({ status: 'finished', counts: { account: { moved: 2 } } })
  })

  test('goes on without the message that was lost, once a sweep finds it late', async () => {
    const work = await on.work()
    const id = await on.handOver(work)
    await on.workers.pending()

    on.api.now.advance(14 * 60_000)
    await on.sweep()
    await on.workers.drain()
    expect((await on.read(id)).status).toBe('running')
    on.api.now.advance(60_000)
    await on.sweep()
    await on.workers.drain()

    expect((await on.read(id)).status).toBe('finished')
    expect(await on.ownersOf(work)).toEqual(times(3, work.to))
  })
})

describe('a delegation', () => {
  test('gives back at its end what the receiver still owns, and leaves what has another owner by then', async () => {
    const work = await on.work({ accounts: 3, contacts: 1 })
    const { stranger } = on.api.people
    const [first, given, deleted] = work.accounts
    const until = inAnHour()
    const id = await on.handOver(work, { until })
    await on.workers.drain()
    expect(await on.read(id)).toMatchObject({ status: 'delegated', dueAt: until })
    await Accounts.patch(on.ctx, given ?? '', { ownerId: stranger?.id })
    await Accounts.remove(on.ctx, deleted ?? '')

    await on.sweep()
    expect((await on.read(id)).status).toBe('delegated')
    on.api.now.advance(HOUR_MS)
    await on.sweep()
    await on.workers.drain()

    expect(await ownerOf(first)).toBe(work.from)
    expect(await ownerOf(given)).toBe(stranger?.id)
    expect((await Contacts.get(on.ctx, work.contacts[0] ?? '')).ownerId).toBe(work.from)
    const { status, counts, dueAt } = await on.read(id)
    expect(dueAt).toBeUndefined()
    expect({ status, counts }).toMatchObject({
      status: 'reverted',
      counts: { account: { moved: 3, returned: 1, kept: 2 }, contact: { moved: 1, returned: 1, kept: 0 } },
    })
  })

  test('ends once, however many sweeps see it', async () => {
    const works = await Promise.all(times(40, 0).map(() => on.work({ accounts: 1, contacts: 0 })))
    const ids = await Promise.all(works.map((work) => on.handOver(work, { until: inAnHour() })))
    await on.workers.drain()
    on.api.now.advance(HOUR_MS)

    await Promise.all([on.sweep(), on.sweep(), on.sweep()])
    await on.sweep()
    await on.workers.drain()

    for (const id of ids) {
      expect((await on.typesTold(id)).filter((type) => type === 'handover.reverting')).toHaveLength(1)
    }
    for (const work of works) expect(await on.ownersOf(work)).toEqual([work.from])
  })

  test('stays with the receiver when its owner has left by the end', async () => {
    const work = await on.work()
    const id = await on.handOver(work, { until: inAnHour() })
    await on.workers.drain()
    await Users.patch(on.ctx, work.from, { status: 'disabled' })
    on.api.now.advance(HOUR_MS)

    await on.sweep()
    await on.workers.drain()

    expect((await on.read(id)).status).toBe('stopped')
    expect(await on.ownersOf(work)).toEqual(times(3, work.to))
  })

  test('waits with its end while other work of the same person is on its way', async () => {
    const work = await on.work()
    const first = await on.handOver(work, { until: inAnHour() })
    await on.workers.drain()
    on.api.now.advance(HOUR_MS)
    await on.handOver(work)

    await on.sweep()
    expect((await on.read(first)).status).toBe('delegated')
    await on.workers.drain()
    await on.sweep()
    await on.workers.drain()

    expect((await on.read(first)).status).toBe('reverted')
  })
})

describe('over HTTP', () => {
  const begin = (as: string, from: string | undefined, body: Record<string, unknown>) =>
    on.api.call('POST', `/v1/users/${from}/handover`, { as, body })

  test('the brief shows each record with its last five interactions to whoever takes over', async () => {
    const { rep, peer } = on.api.people
    const account = await on.api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Acme' } })
    const subjectId = String(account.body.id)
    for (let n = 1; n <= 6; n++) {
      const said = { subjectId, channel: 'phone', direction: 'outbound', summary: `Call ${n}` }
      await Interactions.create(on.ctx, { ...said, at: on.api.now.at.toISOString() })
    }
    const { body } = await begin('rep', rep?.id, { to: peer?.id })
    await on.workers.drain()

    const brief = await on.api.call<{ data: { record: { name: string }; interactions: { summary: string }[] }[] }>(
      'GET',
      `/v1/handovers/${body.id}/items`,
      { as: 'peer' },
    )

    expect(brief.body.data.map(({ record }) => record.name)).toEqual(['Acme'])
    expect(brief.body.data[0]?.interactions.map(({ summary }) => summary)).toEqual(
      [6, 5, 4, 3, 2].map((n) => `Call ${n}`),
    )
    const listed = await on.api.call<{ data: { id: string }[] }>('GET', '/v1/handovers', { as: 'peer' })
    expect(listed.body.data.map(({ id }) => id)).toContain(body.id)
  })

  test('the brief pages through everything once', async () => {
    const work = await on.work({ accounts: 7, contacts: 4 })
    const id = await on.handOver(work)
    await on.workers.drain()

    const seen: string[] = []
    for (let cursor: string | undefined, more = true; more; ) {
      const query = { limit: 3, ...(cursor ? { cursor } : {}) }
      const page = await on.api.call<{ data: { of: string }[]; nextCursor: string | null }>(
        'GET',
        `/v1/handovers/${id}/items`,
        { as: 'admin', query },
      )
      seen.push(...page.body.data.map(({ of }) => of))
      cursor = page.body.nextCursor ?? undefined
      more = cursor !== undefined
    }

    expect(seen).toEqual([...work.accounts, ...work.contacts])
  })

  test.each([
    ['rep', 'rep', 'peer', 202],
    ['rep', 'rep', 'stranger', 403],
    ['rep', 'peer', 'rep', 403],
    ['manager', 'peer', 'rep', 202],
    ['manager', 'peer', 'stranger', 403],
    ['manager', 'stranger', 'rep', 403],
    ['admin', 'stranger', 'rep', 202],
    ['agent', 'agent', 'stranger', 403],
    ['marketing', 'marketing', 'peer', 403],
    ['readonly', 'readonly', 'peer', 403],
  ])('%s hands over the work of %s to %s: %d', async (as, from, to, status) => {
    const { [from]: owner, [to]: receiver } = on.api.people

    const reply = await begin(as, owner?.id, { to: receiver?.id })

    expect(reply.status).toBe(status)
    await on.workers.drain()
  })

  test('is of all kinds that may be given to the receiver, unless kinds are named', async () => {
    const { rep, peer } = on.api.people
    const sales = ['account', 'contact', 'lead', 'task', 'opportunity']

    const named = await begin('rep', rep?.id, { to: peer?.id, kinds: ['account', 'case'] })
    const unnamed = await begin('rep', rep?.id, { to: peer?.id })
    await on.workers.drain()

    expect([named.status, named.body.code]).toEqual([403, 'handover.receiver_denied'])
    expect([unnamed.status, unnamed.body.kinds]).toEqual([202, [...sales, 'quote']])
  })

  test('only who may hand over may take back; the receiver may look', async () => {
    const { rep, peer } = on.api.people
    const { body } = await begin('rep', rep?.id, { to: peer?.id })
    await on.workers.drain()
    const id = String(body.id)

    expect((await on.api.call('GET', `/v1/handovers/${id}`, { as: 'peer' })).status).toBe(200)
    expect((await on.takeBack(id, 'peer')).status).toBe(403)
    expect((await on.takeBack(id, 'stranger')).status).toBe(404)
    expect((await on.takeBack(id, 'manager')).status).toBe(202)
    expect(await on.takeBack(id, 'rep')).toMatchObject({ status: 409, body: { code: 'handover.reverted' } })
    await on.workers.drain()
  })

  test.each([
    ['to oneself', (): object => ({ to: on.api.people.rep?.id }), 'handover.to_self'],
    ['to a disabled user', () => ({ to: on.api.people.disabled?.id }), 'reference.not_found'],
    ['to nobody', () => ({ to: `usr_${'0'.repeat(26)}` }), 'reference.not_found'],
    [
      'with an end in the past',
      () => ({ to: on.api.people.peer?.id, until: on.api.now.at.toISOString() }),
      'handover.in_past',
    ],
  ])('work is not handed over %s', async (_, body, code) => {
    const reply = await begin('admin', on.api.people.rep?.id, { ...body() })

    expect(reply).toMatchObject({ status: 422, body: { code } })
  })

  test('a second handover of the same work waits for the first', async () => {
    const { peer, manager } = on.api.people
    const first = await begin('admin', on.api.people.stranger?.id, { to: peer?.id })

    const second = await begin('admin', on.api.people.stranger?.id, { to: manager?.id })

    expect(second).toMatchObject({ status: 409, body: { code: 'handover.in_motion', conflictingId: first.body.id } })
    await on.workers.drain()
    expect((await begin('admin', on.api.people.stranger?.id, { to: manager?.id })).status).toBe(202)
    await on.workers.drain()
  })

  test('a request sent twice with one key begins one handover', async () => {
    const work = await on.work()
    const send = () =>
      on.api.call('POST', `/v1/users/${work.from}/handover`, {
        as: 'admin',
        body: { to: work.to },
        headers: { 'idempotency-key': 'once' },
      })

    const [first, second] = [await send(), await send()]

    expect(second.body).toEqual(first.body)
    expect(second.headers['idempotent-replayed']).toBe('true')
    await on.workers.drain()
  })
})

test('everything that was handed over is sound', async () => {
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
})
