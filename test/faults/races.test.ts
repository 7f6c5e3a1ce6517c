import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, oneOf, type Rates, STORM, scale, seedOf } from '../support/faulty.ts'
import { eventsIn, findingsIn, insist, itemsOf, quiet, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('RACE_SEED'))
let api: Api
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, rightsTtlMs: 60_000, shards: 2 }))
})
afterAll(async () => {
  figures('faults', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

/** Nothing fails but by the race itself, or everything does. */
const weathers: [name: string, rates: Rates][] = [
  ['in calm', {}],
  ['in a storm', STORM],
]

const during = async <A>(rates: Rates, run: () => Promise<A>): Promise<A> => {
  chaos.rates = rates
  try {
    return await run()
  } finally {
    chaos.rates = {}
  }
}

const made = async (path: string, body: object): Promise<string> =>
  String((await api.call('POST', path, { as: 'rep', body })).body.id)
/** Values that one run fights for. */
let pools = 0

const times = <A>(count: number, run: (index: number) => A): A[] =>
  Array.from({ length: count }, (_, index) => run(index))
const countOf = (replies: readonly Reply[], ...statuses: number[]): number =>
  replies.filter(({ status }) => statuses.includes(status)).length

describe('P8: of changes at once none is lost', () => {
  test.each(weathers)('%s, of those that name a version exactly one wins and the others are told', async (_, rates) => {
    const ROUNDS = 15 * scale
    const RACERS = 6
    const sum = { races: 0, won: 0, refused: 0, unanswered: 0, versions: 0, silent: 0 }
    const id = await made('/v1/accounts', { name: 'Raced' })
    let version = 1
    for (let round = 0; round < ROUNDS; round++) {
      const replies = await during(rates, () =>
        Promise.all(
          times(RACERS, (racer) =>
            api.call('PATCH', `/v1/accounts/${id}`, {
              as: racer % 2 ? 'rep' : 'manager',
              body: { name: `Round ${round} racer ${racer}` },
              headers: { 'if-match': `"${version}"` },
            }),
          ),
        ),
      )
      const { body: now } = await api.call<{ version: number; name: string }>('GET', `/v1/accounts/${id}`, {
        as: 'rep',
      })
      const winner = replies.findIndex(({ status }) => status === 200)
      const unanswered = countOf(replies, 500, 503)
      sum.races++
      sum.won += countOf(replies, 200)
      sum.refused += countOf(replies, 412)
      sum.unanswered += unanswered
      sum.versions += now.version - version
      if (winner >= 0 && now.name !== `Round ${round} racer ${winner}`) sum.silent++

      expect(countOf(replies, 200, 412) + unanswered).toBe(RACERS)
      expect(countOf(replies, 200)).toBeLessThanOrEqual(1)
      expect(now.version - version).toBe(unanswered > 0 && winner < 0 ? now.version - version : 1)
      // Who is refused is told the version there is.
      for (const { status, body } of replies)
        if (status === 412) expect(body).toMatchObject({ code: 'record.stale', currentVersion: now.version })
      version = now.version
    }
    figures('If-Match', sum)
    expect(sum.silent).toBe(0)
    expect(sum.versions - sum.won).toBeLessThanOrEqual(sum.unanswered)
  })

  test.each(weathers)('%s, changes of different fields that name no version all stay', async (_, rates) => {
    const fields = ['name', 'industry', 'employees', 'description', 'tags', 'domain'] as const
    const id = await made('/v1/accounts', { name: 'Shared' })
    const values = {
      name: (n: number) => `Name ${n}`,
      industry: (n: number) => `industry-${n}`,
      employees: (n: number) => n,
      description: (n: number) => `Text ${n}`,
      tags: (n: number) => [`tag-${n}`],
      domain: (n: number) => `d${n}.${id.slice(4)}.example`,
    }
    const sum = { edits: 0, acknowledged: 0, lost: 0 }
    for (let round = 1; round <= 8 * scale; round++) {
      const replies = await during(rates, () =>
        Promise.all(
          fields.map((field) =>
            api.call('PATCH', `/v1/accounts/${id}`, { as: 'rep', body: { [field]: values[field](round) } }),
          ),
        ),
      )
      const { body: now } = await api.call('GET', `/v1/accounts/${id}`, { as: 'rep' })
      sum.edits += fields.length
      sum.acknowledged += countOf(replies, 200)
      sum.lost += fields.filter(
        (field, index) =>
          replies[index]?.status === 200 && JSON.stringify(now[field]) !== JSON.stringify(values[field](round)),
      ).length

      expect(replies.filter(({ status }) => ![200, 500, 503].includes(status))).toEqual([])
    }
    figures('disjoint edits', sum)
    expect(sum.lost).toBe(0)
    expect(sum.acknowledged / sum.edits).toBeGreaterThan(0.9)
  })

  test('external ids that two systems add to one account at once both stay', async () => {
    for (let round = 0; round < 10 * scale; round++) {
      await made('/v1/accounts', { name: 'Known', externalIds: { erp: `${round}` } })
      const systems = ['shop', 'desk', 'mail', 'bank']
      const replies = await Promise.all(
        systems.map((system) =>
          api.call('PUT', `/v1/accounts/external/erp/${round}`, {
            as: 'rep',
            body: { name: 'Known', externalIds: { [system]: `${round}` } },
          }),
        ),
      )
      const { body } = await api.call('GET', `/v1/accounts/external/erp/${round}`, { as: 'rep' })

      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200])
      expect(Object.keys(body.externalIds as object).sort()).toEqual(['bank', 'desk', 'erp', 'mail', 'shop'])
    }
  })

  test.each(weathers)('%s, relations of one contact keep one primary', async (_, rates) => {
    const accounts = await Promise.all(times(4, (n) => made('/v1/accounts', { name: `Account ${n}` })))
    const contacts = await Promise.all(times(3 * scale, (n) => made('/v1/contacts', { lastName: `Person ${n}` })))
    await during(rates, async () => {
      for (const id of contacts) {
        const path = `/v1/contacts/${id}`
        await Promise.all([
          ...accounts.map((accountId) =>
            api.call('POST', `${path}/relations`, { as: 'rep', body: { accountId, isPrimary: true } }),
          ),
          ...accounts.map((accountId) => api.call('PATCH', path, { as: 'rep', body: { accountId } })),
          api.call('PATCH', path, { as: 'rep', body: { accountId: null } }),
        ])
      }
    })

    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })

  test('a contact that belongs to other accounts too is not left without a primary one', async () => {
    const [first, second] = await Promise.all(times(2, (n) => made('/v1/accounts', { name: `Account ${n}` })))
    const path = `/v1/contacts/${await made('/v1/contacts', { lastName: 'Of both', accountId: first })}`
    await api.call('POST', `${path}/relations`, { as: 'rep', body: { accountId: second } })

    const { status, body } = await api.call('PATCH', path, { as: 'rep', body: { accountId: null } })

    expect([status, body.code]).toEqual([409, 'contact.has_relations'])
    expect((await api.call('GET', path, { as: 'rep' })).body.accountId).toBe(first)
  })

  test('a relation can be ended although the account that follows is in the recycle bin', async () => {
    const [first, second] = await Promise.all(times(2, (n) => made('/v1/accounts', { name: `Account ${n}` })))
    const path = `/v1/contacts/${await made('/v1/contacts', { lastName: 'Of both', accountId: first })}`
    await api.call('POST', `${path}/relations`, { as: 'rep', body: { accountId: second } })
    const { body } = await api.call<{ data: { id: string }[] }>('GET', `${path}/relations`, { as: 'rep' })
    await api.call('DELETE', `/v1/accounts/${second}`, { as: 'rep' })

    const ended = await api.call('PATCH', `${path}/relations/${body.data[0]?.id}`, {
      as: 'rep',
      body: { endDate: '2026-11-01' },
    })

    expect(ended.status).toBe(200)
    expect((await api.call('GET', path, { as: 'rep' })).body.accountId).toBe(second)
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })

  test('a relation that has not begun can be taken away', async () => {
    const path = `/v1/contacts/${await made('/v1/contacts', { lastName: 'Not yet' })}`
    const accountId = await made('/v1/accounts', { name: 'Later' })
    await api.call('POST', `${path}/relations`, { as: 'rep', body: { accountId, startDate: '2027-01-01' } })

    expect((await api.call('PATCH', path, { as: 'rep', body: { accountId: null } })).status).toBe(200)
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })

  test('accounts that are put below each other at once make no circle', async () => {
    let refused = 0
    for (let round = 0; round < 8 * scale; round++) {
      const ids = await Promise.all(times(3, (n) => made('/v1/accounts', { name: `Account ${n}` })))
      const replies = await Promise.all(
        ids.map((id, n) =>
          api.call('PATCH', `/v1/accounts/${id}`, { as: 'rep', body: { parentId: ids[(n + 1) % ids.length] } }),
        ),
      )
      refused += countOf(replies, 422)

      expect(countOf(replies, 200, 422)).toBe(ids.length)
      expect(countOf(replies, 200)).toBeLessThan(ids.length)
    }
    figures('circles', { refused })
    expect((await findingsIn(api, UNPROJECTED)).filter(({ code }) => code === 'tree.cycle')).toEqual([])
  })
})

describe('P8: leads that come at once take a turn each', () => {
  test('in a storm, however often they are asked for again', async () => {
    const userIds = [api.people.rep?.id, api.people.peer?.id]
    const rule = { name: 'Raced', position: 1, criteria: { sources: ['race'] }, assignTo: { userIds } }
    expect((await api.call('POST', '/v1/assignment-rules', { as: 'admin', body: rule })).status).toBe(201)

    await during(STORM, () =>
      Promise.all(
        times(10 * scale, (n) =>
          insist(api, 'POST', '/v1/leads', { as: 'rep', body: { lastName: `Turn ${n}`, source: 'race' } }),
        ),
      ),
    )

    const leads = eventsIn(await itemsOf(api)).filter(({ type, after }) => {
      return type === 'lead.created' && (after as { source?: string }).source === 'race'
    })
    const turns = leads.map(({ data }) => (data as { assignment: { turn: number } }).assignment.turn)
    expect(leads).toHaveLength(10 * scale)
    expect(new Set(turns).size).toBe(leads.length)
    const ownerOf = ({ after }: (typeof leads)[number]) => (after as { ownerId: string }).ownerId
    const inTurn = [...userIds].sort()
    expect(leads.map(ownerOf)).toEqual(turns.map((turn) => inTurn[(turn - 1) % 2]))
  })
})

describe('P8: of conversions of one lead at once exactly one is carried out', () => {
  test.each(weathers)('%s, and the others are told what it became', async (_, rates) => {
    for (let round = 0; round < 3 * scale; round++) {
      const n = ++pools
      const emails = [{ value: `lead${n}@race.example` }]
      const id = await made('/v1/leads', {
        lastName: 'Raced',
        company: `Raced ${n}`,
        domain: `race${n}.example`,
        emails,
      })

      const replies = await during(rates, () =>
        Promise.all(times(5, () => api.call('POST', `/v1/leads/${id}/convert`, { as: 'rep', body: {} }))),
      )

      // Whoever had no answer may have been the one.
      const { status, body } = await api.call('POST', `/v1/leads/${id}/convert`, { as: 'rep', body: {} })
      const lead = (await api.call('GET', `/v1/leads/${id}`, { as: 'rep' })).body
      const became = { accountId: lead.accountId, contactId: lead.contactId, opportunityId: lead.opportunityId }
      expect(countOf(replies, 200)).toBeLessThanOrEqual(1)
      for (const reply of replies.filter(({ status }) => status === 409)) expect(reply.body).toMatchObject(became)
      if (countOf(replies, 200) === 1) expect([status, body.code]).toEqual([409, 'lead.converted'])
      const items = await itemsOf(api)
      for (const name of [`Raced ${n}`, `Raced ${n} –`])
        expect(items.filter((item) => item.name === name && item.id && !item.deletedAt)).toHaveLength(1)
    }
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })
})

describe('P8: an offer is answered once, whoever answers or revises it at the same time', () => {
  const lines = [{ name: 'Roaster', quantity: '1', listPrice: { amount: 500, currency: 'USD' } }]

  test.each(weathers)('%s, and makes one order when it is accepted, none otherwise', async (_, rates) => {
    for (let round = 0; round < 2 * scale; round++) {
      const opportunityId = await made('/v1/opportunities', { name: 'Raced offer', closeDate: '2026-12-31' })
      const id = await made('/v1/quotes', { opportunityId })
      await api.call('PUT', `/v1/quotes/${id}/lines`, { as: 'rep', body: { lines } })
      expect((await api.call('POST', `/v1/quotes/${id}/present`, { as: 'rep' })).status).toBe(200)
      const act = (verb: string, body: object = {}) =>
        api.call('POST', `/v1/quotes/${id}/${verb}`, { as: 'rep', body: verb === 'revise' ? undefined : body })

      const replies = await during(rates, () =>
        Promise.all([act('accept', { name: 'Lan' }), act('accept', { name: 'Lan' }), act('deny'), act('revise')]),
      )

      const quote = (await api.call('GET', `/v1/quotes/${id}`, { as: 'rep' })).body
      const deal = (await api.call('GET', `/v1/opportunities/${opportunityId}`, { as: 'rep' })).body
      const orders = (await itemsOf(api)).filter((item) => item.quoteId === id && item.number && item.orderedOn)
      const isAccepted = quote.status === 'accepted'
      expect(orders.map((order) => order.id)).toEqual(isAccepted ? [quote.orderId] : [])
      expect(deal.status).toBe(isAccepted ? 'won' : 'open')
      const [first, second, denied] = replies.map(({ status }) => status)
      if ([first, second].includes(200)) expect(quote.status).toBe('accepted')
      if (denied === 200) expect(quote.status).toBe('denied')
      // An answer that was lost is given once more, and changes nothing.
      const again = await act(isAccepted ? 'accept' : 'deny', isAccepted ? { name: 'Lan' } : {})
      expect([again.status, again.body.orderId]).toEqual([200, quote.orderId])
      if (isAccepted) expect(again.body.version).toBe(quote.version)
    }
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })
})

describe('P17: a unique value never has two live owners', () => {
  test.each(weathers)('%s, when it is created, given, taken away, deleted and restored at once', async (_, rates) => {
    const ACTORS = 4
    const STEPS = 25 * scale
    const domain = `race${++pools}.example`
    const addresses = [
      `a@${domain}`,
      `A@${domain.toUpperCase()}`,
      `b@${domain}`,
      `b@bücher.${domain}`,
      `b@xn--bcher-kva.${domain}`,
    ]
    const sum = { operations: 0, done: 0, taken: 0, unanswered: 0 }
    const ids: string[] = []
    const emails = () => addresses.filter(() => chaos.random() < 0.3).map((value) => ({ value }))
    const operation = (): Promise<Reply> => {
      const id = ids.length > 0 ? oneOf(chaos.random, ids) : undefined
      const choice = id === undefined ? 0 : chaos.random()
      const external = { [`erp${pools}`]: oneOf(chaos.random, ['1', '2', '3']) }
      if (choice < 0.25)
        return api.call('POST', '/v1/contacts', {
          as: 'rep',
          body: { lastName: 'Racer', emails: emails().slice(0, 1), externalIds: external },
        })
      if (choice < 0.5)
        return api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { emails: emails().slice(0, 2) } })
      if (choice < 0.6) return api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { externalIds: external } })
      if (choice < 0.75) return api.call('DELETE', `/v1/contacts/${id}`, { as: 'rep' })
      if (choice < 0.9) return api.call('POST', `/v1/contacts/${id}/restore`, { as: 'rep' })
      return api.call('POST', '/v1/contacts/batch', {
        as: 'rep',
        body: {
          atomic: chaos.random() < 0.5,
          operations: [
            { op: 'create', body: { lastName: 'Racer', emails: emails().slice(0, 1) } },
            { op: 'update', id, body: { emails: [] } },
          ],
        },
      })
    }
    const actor = async (): Promise<void> => {
      for (let step = 0; step < STEPS; step++) {
        const { status, body } = await operation()
        sum.operations++
        if (status < 300) sum.done++
        if (status === 409) sum.taken++
        if (status >= 500) sum.unanswered++
        if (status === 201) ids.push(String(body.id))
        expect([200, 201, 204, 400, 404, 409, 422, 500, 503]).toContain(status)
      }
    }
    await during(rates, () => Promise.all(times(ACTORS, actor)))

    const findings = await findingsIn(api, UNPROJECTED)
    figures('unique values', { ...sum, findings: findings.length })
    expect(findings).toEqual([])
    expect(sum.done).toBeGreaterThan(0)
    expect(sum.taken).toBeGreaterThan(0)
  })

  test('of many that want a value at once one gets it, and the next when it is free', async () => {
    for (let round = 0; round < 8 * scale; round++) {
      const claim = () =>
        api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Claims', domain: `claim${round}.example` } })
      const replies = await Promise.all(times(6, claim))
      const winner = replies.find(({ status }) => status === 201)?.body

      expect([countOf(replies, 201), countOf(replies, 409)]).toEqual([1, 5])
      expect(
        replies.filter(({ status }) => status === 409).every(({ body }) => body.conflictingId === winner?.id),
      ).toBe(true)
      await api.call('DELETE', `/v1/accounts/${winner?.id}`, { as: 'rep' })
      const next = await claim()
      const restored = await api.call('POST', `/v1/accounts/${winner?.id}/restore`, { as: 'rep' })
      expect([next.status, restored.status, restored.body.code, restored.body.conflictingId]).toEqual([
        201,
        409,
        'account.domain_taken',
        next.body.id,
      ])
    }
  })

  test('two programs that know one account by one id end with one account', async () => {
    for (let round = 0; round < 8 * scale; round++) {
      const replies = await Promise.all(
        times(4, (n) =>
          api.call('PUT', `/v1/accounts/external/shop/race-${round}`, { as: 'rep', body: { name: `From ${n}` } }),
        ),
      )

      expect(countOf(replies, 201)).toBe(1)
      expect(countOf(replies, 200)).toBe(3)
      expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1)
    }
  })
})

describe('a batch that contradicts itself is refused as a whole', () => {
  const batch = (path: string, operations: unknown[]) =>
    api.call('POST', path, { as: 'rep', body: { atomic: true, operations } })

  test('two operations on one record', async () => {
    const id = await made('/v1/accounts', { name: 'Once' })

    const { status, body } = await batch('/v1/accounts/batch', [
      { op: 'update', id, body: { name: 'Twice' } },
      { op: 'delete', id },
    ])

    expect([status, body.code]).toEqual([422, 'change.overlapping'])
    expect((await api.call('GET', `/v1/accounts/${id}`, { as: 'rep' })).body).toMatchObject({
      name: 'Once',
      version: 1,
    })
  })

  test('one address for two contacts', async () => {
    const person = { op: 'create', body: { lastName: 'Twin', emails: [{ value: 'twin@race.example' }] } }

    expect(await batch('/v1/contacts/batch', [person, person])).toMatchObject({
      status: 422,
      body: { code: 'change.overlapping' },
    })
  })

  test('but children of one parent are no contradiction', async () => {
    const parentId = await made('/v1/accounts', { name: 'Parent' })
    const child = { op: 'create', body: { name: 'Child', parentId } }

    expect((await batch('/v1/accounts/batch', [child, child])).status).toBe(200)
  })

  test('a share names each user once', async () => {
    const id = await made('/v1/accounts', { name: 'Shared' })
    const to = api.people.stranger?.id

    const { status, body } = await api.call('PUT', `/v1/accounts/${id}/shares`, {
      as: 'rep',
      body: {
        shares: [
          { to, access: 'read' },
          { to, access: 'update' },
        ],
      },
    })

    expect([status, body.code]).toEqual([400, 'body.invalid'])
  })
})

describe('P20: a change of rights counts for the next write, whatever is remembered for reading', () => {
  const change = (who: string, patch: object) =>
    api.call('PATCH', `/v1/users/${api.people[who]?.id}`, { as: 'admin', body: patch })
  const write = (who: string, id: string) =>
    api.call('PATCH', `/v1/accounts/${id}`, { as: who, body: { name: `Written by ${who}` } })

  test('a role that is taken away', async () => {
    const id = String((await api.call('POST', '/v1/accounts', { as: 'peer', body: { name: 'Mine' } })).body.id)
    expect((await write('peer', id)).status).toBe(200)

    await change('peer', { roles: ['readonly'] })
    expect((await write('peer', id)).status).toBe(403)

    await change('peer', { roles: ['rep'] })
    expect((await write('peer', id)).status).toBe(200)
  })

  test('a team that is left', async () => {
    const id = String(
      (await api.call('POST', '/v1/accounts', { as: 'stranger', body: { name: 'Of service' } })).body.id,
    )
    await api.call('PUT', `/v1/accounts/${id}/shares`, {
      as: 'stranger',
      body: { shares: [{ to: api.teams.sales, access: 'update' }] },
    })
    expect((await write('peer', id)).status).toBe(200)

    await change('peer', { teamIds: [] })
    const refused = await write('peer', id)
    expect(refused.status).toBe(404)

    await change('peer', { teamIds: [api.teams.sales] })
  })

  test('a share that ends between read and write', async () => {
    const id = String((await api.call('POST', '/v1/accounts', { as: 'stranger', body: { name: 'Lent' } })).body.id)
    const until = new Date(api.now.at.getTime() + 1_000).toISOString()
    await api.call('PUT', `/v1/accounts/${id}/shares`, {
      as: 'stranger',
      body: { shares: [{ to: api.people.rep?.id, access: 'update', until }] },
    })
    expect((await write('rep', id)).status).toBe(200)

    api.now.advance(1_000)
    expect((await write('rep', id)).status).toBe(404)
  })

  test('a record that changes hands while somebody writes to it', async () => {
    const [giver, writer] = ['manager', 'report']
    for (let round = 0; round < 8 * scale; round++) {
      const id = await made('/v1/accounts', { name: 'Given', visibility: 'owner', ownerId: api.people.rep?.id })
      await api.call('PUT', `/v1/accounts/${id}/shares`, {
        as: 'rep',
        body: { shares: [{ to: api.people[writer]?.id, access: 'update' }] },
      })
      const [taken, written] = await Promise.all([
        api.call('PUT', `/v1/accounts/${id}/shares`, { as: giver, body: { shares: [] } }),
        write(writer, id),
      ])
      const told = eventsIn(await itemsOf(api)).filter((event) => event.timelineOf === id)
      const byVersion = told.sort((a, b) => Number(a.version) - Number(b.version))
      const takenAt = byVersion.findIndex(
        (event) => (event.changed as string[]).includes('shares') && event.version !== 2,
      )
      const writtenAt = byVersion.findIndex(
        (event) => (event.changed as string[]).includes('name') && event.version !== 1,
      )

      expect(taken.status).toBe(200)
      expect([200, 404]).toContain(written.status)
      expect(writtenAt < takenAt).toBe(true)
    }
  })

  test('somebody who is disabled', async () => {
    const id = await made('/v1/accounts', { name: 'Mine' })
    expect((await api.call('GET', `/v1/accounts/${id}`, { as: 'rep' })).status).toBe(200)

    await change('rep', { status: 'disabled' })

    expect((await write('rep', id)).status).toBe(401)
  })
})
