import type { Table } from '@rapport/kernel/table'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, oneOf, type Rates, STORM, scale, seedOf } from '../support/faulty.ts'
import { eventsIn, findingsIn, insist, itemsOf, projectAll, quiet, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('RETRY_SEED'))
let api: Api
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, shards: 2, wrap: gated }))
})
afterAll(async () => {
  figures('faults', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

/** Where a request waits behind one of its looks for a kept answer, which found none. */
let gate: { behind: number; reached: () => void; opened: Promise<void> } | undefined

const gated = (table: Table): Table => ({
  ...table,
  async get(key) {
    const item = await table.get(key)
    const isAtGate = gate !== undefined && key.pk.startsWith('answer#') && gate.behind-- === 0
    if (!isAtGate) return item
    const { reached, opened } = gate as NonNullable<typeof gate>
    reached()
    await opened
    return item
  },
})

/** Replies are lost more often than anything else. */
const LOSSES: Rates = { replyLost: 0.3, conflict: 0.1, throttle: 0.05, timeoutBefore: 0.05 }

const during = async <A>(rates: Rates, run: () => Promise<A>): Promise<A> => {
  chaos.rates = rates
  try {
    return await run()
  } finally {
    chaos.rates = {}
  }
}

let names = 0
const contact = async (more = {}): Promise<string> =>
  String(
    (await api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: `Person ${++names}`, ...more } })).body.id,
  )
const account = async (): Promise<string> =>
  String((await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: `Account ${++names}` } })).body.id)

interface Post {
  path: string
  body?: unknown
  /** Events that the request makes when it is carried out once. */
  events: number
}

const call = { channel: 'phone', direction: 'inbound', at: '2026-11-21T09:00:00.000Z', summary: 'Called' }

/** Every kind of POST that changes something, with unique values where there can be some. */
const posts: Record<string, () => Promise<Post>> = {
  'create with a unique address': async () => ({
    path: '/v1/contacts',
    body: { lastName: 'Once', emails: [{ value: `once${++names}@retry.example` }] },
    events: 1,
  }),
  'create with an account': async () => ({
    path: '/v1/contacts',
    body: { lastName: 'Once', accountId: await account() },
    events: 2,
  }),
  'create with an external id': async () => ({
    path: '/v1/accounts',
    body: { name: 'Once', domain: `once${++names}.example`, externalIds: { erp: `${names}` } },
    events: 1,
  }),
  relate: async () => ({
    path: `/v1/contacts/${await contact()}/relations`,
    body: { accountId: await account() },
    events: 2,
  }),
  restore: async () => {
    const id = await contact({ emails: [{ value: `back${++names}@retry.example` }] })
    await api.call('DELETE', `/v1/contacts/${id}`, { as: 'rep' })
    return { path: `/v1/contacts/${id}/restore`, events: 1 }
  },
  note: async () => ({ path: '/v1/notes', body: { subjectId: await contact(), body: 'Once' }, events: 1 }),
  correct: async () => {
    const { body } = await api.call('POST', '/v1/interactions', {
      as: 'rep',
      body: { subjectId: await contact(), ...call },
    })
    return { path: `/v1/interactions/${body.id}/correct`, body: { summary: 'Called back' }, events: 2 }
  },
  revert: async () => {
    const id = await contact()
    await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'Buyer' } })
    const { body } = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${id}/timeline`, { as: 'rep' })
    return { path: `/v1/contacts/${id}/revert`, body: { eventId: body.data[0]?.id }, events: 1 }
  },
  'convert a lead': async () => {
    const emails = [{ value: `lead${++names}@retry.example` }]
    const body = { lastName: 'Once', company: `Once ${names}`, domain: `lead${names}.example`, emails }
    const lead = await api.call('POST', '/v1/leads', { as: 'rep', body })
    // The default pipeline is there from now on.
    await api.call('GET', '/v1/pipelines', { as: 'rep' })
    // Account, contact with its relation, deal, lead.
    return { path: `/v1/leads/${lead.body.id}/convert`, body: {}, events: 5 }
  },
  'batch, all or nothing': async () => ({
    path: '/v1/contacts/batch',
    body: { atomic: true, operations: await operations() },
    events: 3,
  }),
  'batch, one by one': async () => ({
    path: '/v1/contacts/batch',
    body: { operations: await operations() },
    events: 3,
  }),
  'issue a key': async () => ({
    path: '/v1/api-keys',
    body: { name: `Key ${++names}`, scopes: ['contact:read'], expiresAt: '2027-01-01T00:00:00.000Z' },
    events: 1,
  }),
}

const operations = async () => [
  { op: 'create', body: { lastName: 'Once', emails: [{ value: `batch${++names}@retry.example` }] } },
  { op: 'update', id: await contact(), body: { title: 'Once' } },
  { op: 'delete', id: await contact() },
]

const RETRIES = 4 * scale

describe('P9: a repeated request has one effect and one answer', () => {
  test.each(Object.entries(posts))('%s', async (_, prepare) => {
    for (let round = 0; round < 3; round++) {
      const { path, body, events } = await prepare()
      const headers = { 'idempotency-key': `once-${++names}` }
      const before = eventsIn(await itemsOf(api)).length

      // Two at once to begin with, then one after the other, as a client does that lost the first answers.
      const send = () => insist(api, 'POST', path, { as: 'rep', body, headers })
      const replies = await during(LOSSES, async () => {
        const first = await Promise.all([send(), send()])
        const later: Reply[] = []
        for (let retry = 0; retry < RETRIES; retry++) later.push(await send())
        return [...first, ...later]
      })

      const told = replies.map(({ status, body }) => JSON.stringify([status, withoutSecret(body)]))
      expect([...new Set(told)], told.join('\n')).toHaveLength(1)
      expect(replies[0]?.status).toBeLessThan(300)
      expect(eventsIn(await itemsOf(api)).length - before).toBe(events)
    }
  })

  test.each(Object.entries(posts))(
    '%s, also when the first is carried out between two steps of the second',
    async (_, prepare) => {
      // A batch looks once for itself and once for each of its operations.
      for (let behind = 0, isReached = true; isReached; behind++) {
        const { path, body, events } = await prepare()
        const headers = { 'idempotency-key': `between-${++names}` }
        const before = eventsIn(await itemsOf(api)).length
        const arrival = Promise.withResolvers<boolean>()
        const door = Promise.withResolvers<void>()
        gate = { behind, reached: () => arrival.resolve(true), opened: door.promise }

        const second = api.call('POST', path, { as: 'rep', body, headers })
        isReached = await Promise.race([arrival.promise, second.then(() => false)])
        gate = undefined
        const first = await api.call('POST', path, { as: 'rep', body, headers })
        door.resolve()

        expect(first.status).toBeLessThan(300)
        expect([(await second).status, withoutSecret((await second).body)]).toEqual([
          first.status,
          withoutSecret(first.body),
        ])
        expect(eventsIn(await itemsOf(api)).length - before).toBe(events)
      }
    },
  )

  test('the answer to the first of them says nothing of a repetition, all others do', async () => {
    const headers = { 'idempotency-key': 'told' }
    const replies = [1, 2, 3].map(
      () => () => api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Told' }, headers }),
    )
    const told: (string | undefined)[] = []
    for (const send of replies) told.push((await send()).headers['idempotent-replayed'])

    expect(told).toEqual([undefined, 'true', 'true'])
  })

  test('a key that comes with another body is refused, also while the first request is under way', async () => {
    for (let round = 0; round < 10 * scale; round++) {
      const headers = { 'idempotency-key': `two-bodies-${round}` }
      const send = (lastName: string) => insist(api, 'POST', '/v1/contacts', { as: 'rep', body: { lastName }, headers })

      const replies = await during(LOSSES, () => Promise.all([send('One'), send('Two'), send('One'), send('Two')]))

      expect(replies.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422])
      expect(
        replies.filter(({ status }) => status === 422).every(({ body }) => body.code === 'idempotency.key_reused'),
      ).toBe(true)
    }
  })

  test('a key belongs to a caller and an address', async () => {
    const headers = { 'idempotency-key': 'mine' }
    const id = await contact()
    const replies = await Promise.all([
      api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Mine' }, headers }),
      api.call('POST', '/v1/contacts', { as: 'peer', body: { lastName: 'Mine' }, headers }),
      api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Mine' }, headers }),
      api.call('POST', `/v1/contacts/${id}/relations`, { as: 'rep', body: { accountId: await account() }, headers }),
    ])

    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(4)
  })

  test('a request that changed nothing is not carried out later either', async () => {
    const id = await contact({ title: 'Buyer' })
    await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'Head' } })
    const { body: page } = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${id}/timeline`, {
      as: 'rep',
    })
    await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'Buyer' } })
    const revert = () =>
      api.call('POST', `/v1/contacts/${id}/revert`, {
        as: 'rep',
        body: { eventId: page.data[0]?.id },
        headers: { 'idempotency-key': 'nothing' },
      })

    const first = await revert()
    await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'Chief' } })
    const second = await revert()

    expect(first.body).toMatchObject({ title: 'Buyer', version: 3 })
    expect(second.body).toEqual(first.body)
    expect((await api.call('GET', `/v1/contacts/${id}`, { as: 'rep' })).body).toMatchObject({
      title: 'Chief',
      version: 4,
    })
  })

  test('a lost reply to a change of a named version is no conflict with oneself', async () => {
    const id = await contact()
    let version = 1
    let unanswered = 0
    for (let round = 0; round < 40 * scale; round++) {
      const headers = { 'if-match': `"${version}"` }
      const reply = await during(LOSSES, () =>
        api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: `Title ${round}` }, headers }),
      )
      const { body: now } = await api.call<{ version: number; title?: string }>('GET', `/v1/contacts/${id}`, {
        as: 'rep',
      })

      // Only a reply that never came leaves open whether it was done.
      if (reply.status === 200) expect(now).toMatchObject({ version: version + 1, title: `Title ${round}` })
      else unanswered++
      expect([200, 500, 503]).toContain(reply.status)
      expect(now.version - version).toBeLessThanOrEqual(1)
      version = now.version
    }
    figures('named versions', { rounds: 40 * scale, unanswered, conflicts: 0 })
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })

  test('a unique address is not taken by oneself', async () => {
    let unanswered = 0
    for (let round = 0; round < 40 * scale; round++) {
      const body = { lastName: 'Alone', emails: [{ value: `alone${round}@retry.example` }] }
      const reply = await during(LOSSES, () => api.call('POST', '/v1/contacts', { as: 'rep', body }))

      if (reply.status >= 500) unanswered++
      else expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    }
    const made = (await itemsOf(api)).filter((item) => item.sk === 'contact' && item.lastName === 'Alone')
    figures('unique addresses', { rounds: 40 * scale, unanswered, made: made.length, conflicts: 0 })
    expect(new Set(made.map((item) => JSON.stringify(item.emails))).size).toBe(made.length)
  })
})

/** A secret is shown once, by design. */
function withoutSecret(body: Record<string, unknown>): unknown {
  const { key: _, ...rest } = body
  return rest
}

test('P6: what was acknowledged is in the table, whatever failed and died meanwhile', async () => {
  const WORKERS = 4
  const COMMANDS = 40 * scale
  interface Known {
    id: string
    /** Numbers of the titles that were acknowledged last and attempted last. */
    acknowledged: number
    attempted: number
    isDeleted: boolean
    mayBeDeleted: boolean
  }
  const known: Known[] = []
  const counts = { commands: 0, acknowledged: 0 }

  const worker = async (): Promise<void> => {
    const mine: Known[] = []
    for (let command = 1; command <= COMMANDS; command++) {
      counts.commands++
      if (chaos.isDead || command === 1)
        chaos.killAt(Math.floor(5 + chaos.random() * 25), oneOf(chaos.random, ['before', 'after']))
      const alive = mine.filter(({ mayBeDeleted }) => !mayBeDeleted)
      const choice = alive.length === 0 ? 0 : chaos.random()
      if (choice < 0.3) {
        const reply = await api.call('POST', '/v1/contacts', {
          as: 'rep',
          body: { lastName: 'Kept', title: '0' },
          headers: { 'idempotency-key': `p6-${++names}` },
        })
        if (reply.status !== 201) continue
        mine.push({ id: String(reply.body.id), acknowledged: 0, attempted: 0, isDeleted: false, mayBeDeleted: false })
      } else if (choice < 0.9) {
        const one = oneOf(chaos.random, alive)
        one.attempted++
        const reply = await api.call('PATCH', `/v1/contacts/${one.id}`, {
          as: 'rep',
          body: { title: `${one.attempted}` },
        })
        if (reply.status !== 200) continue
        one.acknowledged = one.attempted
      } else {
        const one = oneOf(chaos.random, alive)
        one.mayBeDeleted = true
        const reply = await api.call('DELETE', `/v1/contacts/${one.id}`, { as: 'rep' })
        if (reply.status !== 204) continue
        one.isDeleted = true
      }
      counts.acknowledged++
    }
    known.push(...mine)
  }
  await during(STORM, () => Promise.all(Array.from({ length: WORKERS }, worker)))
  chaos.revive()

  const items = new Map((await itemsOf(api)).map((item) => [`${item.pk} ${item.sk}`, item]))
  const lost = known.filter(({ id, acknowledged, attempted, isDeleted, mayBeDeleted }) => {
    const item = items.get(`${id} contact`)
    const title = Number(item?.title)
    const isGone = item?.deletedAt !== undefined
    return !item || title < acknowledged || title > attempted || (isDeleted && !isGone) || (isGone && !mayBeDeleted)
  })
  figures('acknowledged writes', { ...counts, kills: chaos.counts.kills, lost: lost.length })
  expect(lost).toEqual([])
  await projectAll(api)
  expect(await findingsIn(api)).toEqual([])
})
