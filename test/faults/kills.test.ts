import type { Finding } from '@rapport/core/fsck/finding'
import { canonical } from '@rapport/core/fsck/same'
import type { Item } from '@rapport/kernel/table'
import { afterAll, describe, expect, test } from 'vitest'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { type Api, startApi, stopEngine, streamRecord } from '../support/api.ts'
import { type Chaos, createChaos, figures, type Moment, seedOf } from '../support/faulty.ts'
import { eventsIn, findingsIn, itemsOf, projectAll, quiet, UNPROJECTED } from '../support/sound.ts'

afterAll(stopEngine)

interface Command {
  method: string
  path: string
  body?: unknown
}

/** Makes, while nothing fails, what a command needs, and says the command. `n` keeps unique values apart. */
type Prepare = (api: Api, n: number) => Promise<Command>

const made = async (api: Api, path: string, body: unknown): Promise<string> => {
  const reply = await api.call('POST', path, { as: 'rep', body })
  if (reply.status !== 201) throw new Error(`${path}: ${JSON.stringify(reply.body)}`)
  return String(reply.body.id)
}
const account = (api: Api, n: number, more = {}) => made(api, '/v1/accounts', { name: `Account ${n}`, ...more })
const person = (n: number, more = {}) => ({
  lastName: `Person ${n}`,
  emails: [{ value: `p${n}@kill.example` }],
  externalIds: { erp: `${n}` },
  ...more,
})
const contact = async (api: Api, n: number) =>
  made(api, '/v1/contacts', person(n, { accountId: await account(api, n) }))
const lead = (api: Api, n: number) =>
  made(api, '/v1/leads', person(n, { company: `Company ${n}`, domain: `d${n}.kill.example` }))
/** What the first command of a test found or made serves the others. */
const catalogues = new WeakMap<Api, Promise<{ priceBookId: string; productId: string }>>()
function catalogue(api: Api) {
  const create = async (plural: string, body: object) =>
    String((await api.call('POST', `/v1/${plural}`, { as: 'manager', body })).body.id)
  const furnish = async () => {
    const priceBookId = await create('price-books', { name: 'Book', currency: 'USD' })
    const productId = await create('products', { name: 'Product' })
    await create('price-book-entries', { priceBookId, productId, unitPrice: { amount: 700, currency: 'USD' } })
    return { priceBookId, productId }
  }
  const made = catalogues.get(api) ?? furnish()
  catalogues.set(api, made)
  return made
}
const call = { channel: 'phone', direction: 'inbound', at: '2026-11-21T09:00:00.000Z', summary: 'Called' }

const commands: Record<string, Prepare> = {
  'reprice a deal by another book': async (api, n) => {
    const { priceBookId, productId } = await catalogue(api)
    const id = await made(api, '/v1/opportunities', { name: `Deal ${n}`, closeDate: '2026-12-31' })
    const lines = [{ productId, quantity: '2', listPrice: { amount: 900, currency: 'USD' } }]
    await api.call('PUT', `/v1/opportunities/${id}/lines`, { as: 'rep', body: { lines } })
    return { method: 'POST', path: `/v1/opportunities/${id}/reprice`, body: { priceBookId, includesManual: true } }
  },
  'create a contact with account, relation and guards': async (api, n) => ({
    method: 'POST',
    path: '/v1/contacts',
    body: person(n, { accountId: await account(api, n) }),
  }),
  'move a contact to another account and address': async (api, n) => {
    const body = {
      accountId: await account(api, n),
      emails: [{ value: `moved${n}@kill.example` }],
      externalIds: { shop: `${n}` },
    }
    return { method: 'PATCH', path: `/v1/contacts/${await contact(api, n)}`, body }
  },
  'delete a contact': async (api, n) => ({ method: 'DELETE', path: `/v1/contacts/${await contact(api, n)}` }),
  'restore a contact': async (api, n) => {
    const id = await contact(api, n)
    await api.call('DELETE', `/v1/contacts/${id}`, { as: 'rep' })
    return { method: 'POST', path: `/v1/contacts/${id}/restore` }
  },
  'share a contact with a user and a team': async (api, n) => {
    const shares = [
      { to: api.people.stranger?.id, access: 'read' },
      { to: api.teams.service, access: 'update' },
    ]
    return { method: 'PUT', path: `/v1/contacts/${await contact(api, n)}/shares`, body: { shares } }
  },
  'relate a contact to a new primary account': async (api, n) => {
    const body = { accountId: await account(api, n, { domain: `d${n}.example` }), isPrimary: true, roles: ['buyer'] }
    return { method: 'POST', path: `/v1/contacts/${await contact(api, n)}/relations`, body }
  },
  'end the primary relation of a contact': async (api, n) => {
    const id = await contact(api, n)
    await made(api, `/v1/contacts/${id}/relations`, { accountId: await account(api, n) })
    const { body } = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${id}/relations`, { as: 'rep' })
    return {
      method: 'PATCH',
      path: `/v1/contacts/${id}/relations/${body.data[0]?.id}`,
      body: { endDate: '2026-11-01' },
    }
  },
  'put an account below another': async (api, n) => ({
    method: 'PATCH',
    path: `/v1/accounts/${await account(api, n)}`,
    body: { parentId: await account(api, n) },
  }),
  'change what a note says': async (api, n) => ({
    method: 'PATCH',
    path: `/v1/notes/${await made(api, '/v1/notes', { subjectId: await contact(api, n), body: 'First' })}`,
    body: { body: 'Second' },
  }),
  'correct an interaction': async (api, n) => ({
    method: 'POST',
    path: `/v1/interactions/${await made(api, '/v1/interactions', { subjectId: await contact(api, n), ...call })}/correct`,
    body: { summary: 'Called back' },
  }),
  'give a field back its value': async (api, n) => {
    const id = await contact(api, n)
    await api.call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { title: 'Buyer' } })
    const { body } = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${id}/timeline`, { as: 'rep' })
    return { method: 'POST', path: `/v1/contacts/${id}/revert`, body: { eventId: body.data[0]?.id } }
  },
  'change five records at once': async (api, n) => {
    const body = {
      atomic: true,
      operations: [
        ...[1, 2, 3].map((i) => ({ op: 'create', body: person(n * 10 + i) })),
        { op: 'update', id: await contact(api, n * 10), body: { title: 'x' } },
        { op: 'delete', id: await contact(api, n * 10 + 5) },
      ],
    }
    return { method: 'POST', path: '/v1/contacts/batch', body }
  },
  'create the account of another system': async (_api, n) => ({
    method: 'PUT',
    path: `/v1/accounts/external/erp/${n}`,
    body: { name: `Account ${n}`, domain: `d${n}.example` },
  }),
  'merge into the account of another system': async (api, n) => {
    await account(api, n, { externalIds: { erp: `${n}` } })
    return {
      method: 'PUT',
      path: `/v1/accounts/external/erp/${n}`,
      body: { name: 'Merged', externalIds: { shop: `${n}` } },
    }
  },
  'convert a lead': async (api, n) => {
    // The default pipeline is there from now on: making it is a command of its own.
    await api.call('GET', '/v1/pipelines', { as: 'rep' })
    return { method: 'POST', path: `/v1/leads/${await lead(api, n)}/convert`, body: {} }
  },
  'accept an offer: its deal, its sibling, its order': async (api, n) => {
    const opportunityId = await made(api, '/v1/opportunities', { name: `Deal ${n}`, closeDate: '2026-12-31' })
    const lines = [{ name: 'Roaster', quantity: '2', listPrice: { amount: 999, currency: 'USD' } }]
    const [id, sibling] = [
      await made(api, '/v1/quotes', { opportunityId }),
      await made(api, '/v1/quotes', { opportunityId }),
    ]
    for (const quote of [id, sibling])
      await api.call('PUT', `/v1/quotes/${quote}/lines`, { as: 'rep', body: { lines } })
    await api.call('POST', `/v1/quotes/${sibling}/sync`, { as: 'rep' })
    await api.call('POST', `/v1/quotes/${id}/present`, { as: 'rep' })
    return { method: 'POST', path: `/v1/quotes/${id}/accept`, body: { name: 'Lan' } }
  },
  'issue a key for a program': async (_api, n) => ({
    method: 'POST',
    path: '/v1/api-keys',
    body: { name: `Key ${n}`, scopes: ['contact:read'], expiresAt: '2027-01-01T00:00:00.000Z' },
  }),
}

/** Requests one command may take at most; more is a loop. */
const REQUESTS_MAX = 60

/** Each kill reads the whole table three times, so the table must stay small. */
const KILLS_PER_TABLE = 6

describe('P7: a command is carried out whole or not at all, wherever the process dies', () => {
  test.each(Object.entries(commands))('%s', async (name, prepare) => {
    const chaos = createChaos(seedOf('KILL_SEED'))
    const findings: Finding[] = []
    const onNewTable = async <T>(run: (api: Api) => Promise<T>): Promise<T> => {
      const api = quiet(await startApi({ configure: chaos.configure, shards: 2 }))
      // Who somebody is, is looked up once: it must not shift the requests of the first command.
      await api.call('GET', '/v1/me', { as: 'rep' })
      const result = await run(api)
      findings.push(...(await findingsIn(api, UNPROJECTED)))
      await api.stop()
      return result
    }
    const wholeSize = await onNewTable((api) => sizeUnharmed(api, prepare))
    const sizes: number[] = []

    for (const moment of ['before', 'after'] as const) {
      for (let first = 0, isReached = true; isReached; first += KILLS_PER_TABLE) {
        expect(first).toBeLessThan(REQUESTS_MAX)
        isReached = await onNewTable(async (api) => {
          for (let request = first; request < first + KILLS_PER_TABLE; request++)
            if (!(await isKilled(api, chaos, prepare, request, moment, wholeSize, sizes))) return false
          return true
        })
      }
    }

    figures(name, {
      kills: chaos.counts.kills,
      nothing: sizes.filter((size) => size === 0).length,
      whole: sizes.filter((size) => size === wholeSize).length,
      findings: findings.length,
    })
    expect(findings).toEqual([])
    expect(sizes.filter((size) => size !== 0 && size !== wholeSize)).toEqual([])
    expect(sizes.filter((size) => size === wholeSize).length).toBeGreaterThan(0)
  })
})

/** How many items the command writes when nothing goes wrong. */
async function sizeUnharmed(api: Api, prepare: Prepare): Promise<number> {
  const command = await prepare(api, 0)
  const before = await itemsOf(api)
  const reply = await send(api, command, 'unharmed')
  expect(reply.status).toBeLessThan(300)
  return written(before, await itemsOf(api))
}

/** Kills the process at one request of the command; then the caller asks again, and it must have been done once. */
async function isKilled(
  api: Api,
  chaos: Chaos,
  prepare: Prepare,
  request: number,
  moment: Moment,
  wholeSize: number,
  sizes: number[],
): Promise<boolean> {
  const n = (moment === 'before' ? 1_000 : 2_000) + request
  const command = await prepare(api, n)
  const before = await itemsOf(api)
  const kills = chaos.counts.kills
  chaos.killAt(request, moment)
  await send(api, command, `key-${n}`)
  chaos.revive()
  const killed = await itemsOf(api)
  if (chaos.counts.kills === kills) return false

  sizes.push(written(before, killed))
  const again = await send(api, command, `key-${n}`)
  const isDone = again.status < 300 || (command.method === 'DELETE' && again.status === 404)
  expect(isDone, `${again.status} ${JSON.stringify(again.body)}`).toBe(true)
  expect(written(before, await itemsOf(api))).toBe(wholeSize)
  return true
}

const send = (api: Api, { method, path, body }: Command, key: string) =>
  api.call(method, path, { as: 'rep', body, ...(method === 'POST' ? { headers: { 'idempotency-key': key } } : {}) })

/** How many items differ. A number that was taken and not used is gone, so how many were given out is left aside. */
function written(all: readonly Item[], now: readonly Item[]): number {
  const [before, after] = [all, now].map((items) => items.filter(({ sk }) => sk !== 'counter')) as [Item[], Item[]]
  const nameOf = ({ pk, sk }: Item): string => `${pk} ${sk}`
  const left = new Map(before.map((item) => [nameOf(item), canonical(item)]))
  const differing = after.filter((item) => left.get(nameOf(item)) !== canonical(item)).length
  const present = new Set(after.map(nameOf))
  return differing + before.filter((item) => !present.has(nameOf(item))).length
}

test('P7: a batch of single operations does each whole or not at all, and the rest when it is asked again', async () => {
  const chaos = createChaos(seedOf('KILL_SEED'))
  const api = quiet(await startApi({ configure: chaos.configure }))
  for (let request = 0, isOver = false; !isOver; request++) {
    const bodies = [1, 2, 3].map((i) => person(request * 10 + i))
    const command = {
      method: 'POST',
      path: '/v1/contacts/batch',
      body: { operations: bodies.map((body) => ({ op: 'create', body })) },
    }
    chaos.killAt(request, request % 2 ? 'after' : 'before')
    isOver = (await send(api, command, `batch-${request}`)).status === 200
    chaos.revive()

    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
    const { body } = await send(api, command, `batch-${request}`)
    expect((body.results as { status: number }[]).map(({ status }) => status)).toEqual([201, 201, 201])
  }
  figures('batch', { kills: chaos.counts.kills })
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  await api.stop()
})

test('P7: search is brought up to a record whole or not at all', async () => {
  const chaos = createChaos(seedOf('KILL_SEED'))
  const api = quiet(await startApi({ configure: chaos.configure }))
  const id = await contact(api, 1)
  await projectAll(api)
  const projector = createProjector(api.deps) as (event: never) => Promise<{ batchItemFailures: unknown[] }>

  for (const moment of ['before', 'after'] as const) {
    for (let request = 0, kills = -1; chaos.counts.kills !== kills; request++) {
      await api.call('PATCH', `/v1/contacts/${id}`, {
        as: 'rep',
        body: { lastName: `Name ${request}`, tags: [`${moment}-${request}`] },
      })
      const Records = eventsIn(await itemsOf(api))
        .filter(({ pk }) => pk === id)
        .map(streamRecord)
      kills = chaos.counts.kills
      chaos.killAt(request, moment)
      await projector({ Records } as never)
      chaos.revive()

      expect(await findingsIn(api, UNPROJECTED)).toEqual([])
      await projector({ Records } as never)
      expect(await findingsIn(api)).toEqual([])
    }
  }
  figures('projector', { kills: chaos.counts.kills })
  await api.stop()
})
