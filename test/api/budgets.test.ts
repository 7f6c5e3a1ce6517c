import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { createIds } from '@rapport/kernel/ids'
import type { Capacity } from '@rapport/lambda/table-dynamodb'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type Reply, startApi, stopEngine } from '../support/api.ts'
import { envelope, load } from '../support/load.ts'

/** Contacts in the large table; the promise is that no number below depends on it. */
const MANY = Number(process.env.BUDGET_RECORDS ?? 5_000)
const FEW = 100

interface Spent {
  requests: string[]
  rcu: number
  wcu: number
}

const sum = (all: readonly Capacity[]): Spent => ({
  requests: all.map(({ operation }) => operation),
  rcu: all.reduce((total, { rcu }) => total + rcu, 0),
  wcu: all.reduce((total, { wcu }) => total + wcu, 0),
})

/** Whose rights are read first: one get of the user, on writes and when they were not read lately. */
const RIGHTS = 'GetItem'

const tables = new Map<number, { api: Api; accountId: string; contactId: string; version: number }>()

beforeAll(async () => {
  for (const size of [FEW, MANY]) {
    const api = await startApi({ rightsTtlMs: 60_000 })
    const { rep, admin } = api.people
    if (!rep || !admin) throw new Error('The cast is incomplete.')
    const account = await api.call('POST', '/v1/accounts', {
      as: 'rep',
      body: { name: 'Budget Coffee', domain: 'budget.example' },
    })
    await load(
      api.raw.client,
      api.raw.tableName,
      contactType,
      contacts(size, rep.id, api.teams.sales as string, api.now.at),
    )
    const contact = await api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { ...contactBody(0), firstName: 'First', middleName: 'Zebra' },
    })
    tables.set(size, { api, accountId: account.body.id as string, contactId: contact.body.id as string, version: 1 })
    for (const as of ['rep', 'admin', 'manager']) await api.call('GET', '/v1/me', { as })
    await api.call('GET', '/v1/contacts', { as: 'rep', query: { limit: 1 } })
    await api.project()
    api.spent()
  }
}, 240_000)

afterAll(async () => {
  for (const { api } of tables.values()) await api.stop()
  await stopEngine()
})

const contactBody = (index: number) => ({
  lastName: `Budget${index}`,
  emails: [{ value: `budget${index}@example.com` }],
})

function* contacts(count: number, ownerId: string, teamId: string, from: Date): Generator<Contact> {
  const ids = createIds(
    () => new Date(from.getTime() - 86_400_000),
    (size) => new Uint8Array(size).fill(1),
  )
  for (let index = 0; index < count; index++) {
    yield {
      ...envelope('contact', ids, ownerId, teamId, from),
      firstName: `First${index % 97}`,
      lastName: `Person${index}`,
      emails: [
        {
          value: `person${index}@example.com`,
          folded: `person${index}@example.com`,
          type: 'work',
          primary: true,
          optOut: false,
          invalid: false,
        },
      ],
    }
  }
}

/** Runs a call on both tables and answers what it cost; both must cost the same. */
async function cost(
  call: (at: { api: Api; accountId: string; contactId: string }) => Promise<{ status: number }>,
  status: number,
): Promise<Spent> {
  const costs: Spent[] = []
  for (const size of [FEW, MANY]) {
    const at = tables.get(size)
    if (!at) throw new Error('The table is not there.')
    at.api.spent()
    const reply = await call(at)
    expect(reply.status).toBe(status)
    costs.push(sum(at.api.spent()))
  }
  expect(costs[1]).toEqual(costs[0])
  return costs[0] as Spent
}

describe(`what a request costs, with ${FEW} and with ${MANY} contacts alike`, () => {
  test('reading one record: one request', async () => {
    const spent = await cost(({ api, contactId }) => api.call('GET', `/v1/contacts/${contactId}`, { as: 'rep' }), 200)

    expect(spent).toEqual({ requests: ['GetItem'], rcu: 1, wcu: 0 })
  })

  test('asking how it is: one read, of nothing', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/health'), 200)

    expect(spent).toEqual({ requests: ['GetItem'], rcu: 1, wcu: 0 })
  })

  test('creating an account: rights and one transaction', async () => {
    const spent = await cost(({ api }) => api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Costs' } }), 201)

    expect(spent).toEqual({ requests: [RIGHTS, 'TransactWriteItems'], rcu: 1, wcu: 8 })
  })

  test('creating a contact with an address: rights and one transaction with its guard', async () => {
    const spent = await cost(({ api }) => api.call('POST', '/v1/contacts', { as: 'rep', body: contactBody(1) }), 201)

    expect(spent).toEqual({ requests: [RIGHTS, 'TransactWriteItems'], rcu: 1, wcu: 10 })
  })

  test('creating a lead: rights, the rules, the settings and one transaction', async () => {
    const spent = await cost(
      ({ api }) => api.call('POST', '/v1/leads', { as: 'rep', body: { lastName: 'Costs' } }),
      201,
    )

    expect(spent).toEqual({ requests: [RIGHTS, 'Query', 'GetItem', 'TransactWriteItems'], rcu: 2.5, wcu: 8 })
  })

  test('creating a lead that goes around two people: who they are and the turn more', async () => {
    const spent = await cost(async ({ api }) => {
      const rule = await api.call('POST', '/v1/assignment-rules', {
        as: 'admin',
        body: { name: 'Costs', position: 1, assignTo: { userIds: [api.people.rep?.id, api.people.peer?.id] } },
      })
      api.spent()
      const lead = await api.call('POST', '/v1/leads', { as: 'rep', body: { lastName: 'Costs' } })
      const spent = api.spent()
      await api.call('DELETE', `/v1/assignment-rules/${rule.body.id}`, { as: 'admin' })
      api.spent()
      expect(sum(spent)).toEqual({
        requests: [RIGHTS, 'Query', 'BatchGetItem', 'GetItem', 'TransactWriteItems', 'GetItem', 'TransactWriteItems'],
        rcu: 5.5,
        wcu: 12,
      })
      return lead
    }, 201)

    expect(spent.requests).toEqual([])
  })

  test('creating with an Idempotency-Key: one look and one write more', async () => {
    const spent = await cost(
      ({ api }) =>
        api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Costs' }, headers: { 'idempotency-key': 'k1' } }),
      201,
    )

    expect(spent).toEqual({ requests: [RIGHTS, 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 10 })
  })

  test('changing a field: rights, one read and one transaction', async () => {
    const spent = await cost(
      ({ api, contactId }) => api.call('PATCH', `/v1/contacts/${contactId}`, { as: 'rep', body: { title: 'Buyer' } }),
      200,
    )

    expect(spent).toEqual({ requests: [RIGHTS, 'GetItem', 'TransactWriteItems'], rcu: 2, wcu: 8 })
  })

  test('a change that changes nothing writes nothing', async () => {
    const spent = await cost(
      ({ api, contactId }) =>
        api.call('PATCH', `/v1/contacts/${contactId}`, { as: 'rep', body: { lastName: 'Budget0' } }),
      200,
    )

    expect(spent).toEqual({ requests: [RIGHTS, 'GetItem'], rcu: 2, wcu: 0 })
  })

  test('a page of everybody’s list: one query', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/contacts', { as: 'admin', query: { limit: 25 } }), 200)

    expect(spent.requests).toEqual(['Query'])
    expect(spent.rcu).toBeLessThanOrEqual(3)
  })

  test('a page of a seller’s list: one query each for own, team and everyone', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/contacts', { as: 'rep', query: { limit: 25 } }), 200)

    expect(spent.requests).toEqual(['Query', 'Query', 'Query'])
  })

  test('a page deep in a list costs what the first one costs', async () => {
    for (const size of [FEW, MANY]) {
      const { api } = tables.get(size) as { api: Api }
      let cursor: string | null = null
      const costs: Spent[] = []
      for (let page = 0; page < 4; page++) {
        api.spent()
        const reply: Reply<{ nextCursor: string | null }> = await api.call('GET', '/v1/contacts', {
          as: 'admin',
          query: { limit: 20, ...(cursor ? { cursor } : {}) },
        })
        cursor = reply.body.nextCursor
        costs.push(sum(api.spent()))
      }
      for (const deep of costs.slice(1)) expect(deep.requests).toEqual(costs[0]?.requests)
    }
  })

  test('searching a word: one query of tokens, one read of the records', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/search', { as: 'admin', query: { q: 'budget0' } }), 200)

    expect(spent).toEqual({ requests: ['Query', 'GetItem'], rcu: 1.5, wcu: 0 })
  })

  test('searching a word that everybody has: what fits a page and one more', async () => {
    const spent = await cost(({ api }) => api.call('GET', '/v1/search', { as: 'admin', query: { q: 'first' } }), 200)

    expect(spent).toEqual({ requests: ['Query', 'BatchGetItem'], rcu: 26.5, wcu: 0 })
  })

  test('searching two words of which one is rare: a query for each, one read of the records', async () => {
    const spent = await cost(
      ({ api }) => api.call('GET', '/v1/search', { as: 'admin', query: { q: 'first zebra' } }),
      200,
    )

    expect(spent).toEqual({ requests: ['Query', 'Query', 'GetItem'], rcu: 3.5, wcu: 0 })
  })

  test('finding an e-mail address: two looks at guards, one at leads, one read', async () => {
    const spent = await cost(
      ({ api }) => api.call('GET', '/v1/search', { as: 'admin', query: { q: 'budget0@example.com' } }),
      200,
    )

    expect(spent.requests).toEqual(['GetItem', 'GetItem', 'Query', 'GetItem'])
  })

  test('a timeline: the record and one query', async () => {
    const spent = await cost(
      ({ api, accountId }) => api.call('GET', `/v1/accounts/${accountId}/timeline`, { as: 'rep' }),
      200,
    )

    expect(spent.requests).toEqual(['GetItem', 'Query'])
  })

  test('the people of an account: the account, one query, one read of the contacts', async () => {
    const spent = await cost(
      ({ api, accountId }) => api.call('GET', `/v1/accounts/${accountId}/contacts`, { as: 'rep' }),
      200,
    )

    expect(spent.requests).toEqual(['GetItem', 'Query'])
  })

  test('deleting: rights, one read and one transaction that frees the address', async () => {
    const spent = await cost(async ({ api }) => {
      const made = await api.call('POST', '/v1/contacts', { as: 'rep', body: contactBody(2) })
      api.spent()
      return api.call('DELETE', `/v1/contacts/${made.body.id}`, { as: 'rep' })
    }, 204)

    expect(spent.requests).toEqual([RIGHTS, 'GetItem', 'TransactWriteItems'])
  })
})
