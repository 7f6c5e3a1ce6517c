import { canonical } from '@rapport/core/fsck/same'
import type { Item, Table, TableWrite } from '@rapport/kernel/table'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, oneOf, STORM, scale, seedOf } from '../support/faulty.ts'
import { furnish } from '../support/furnished.ts'
import { eventsIn, findingsIn, itemsOf, quiet, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('AUDIT_SEED'))
let api: Api
const tampering: TableWrite[] = []

/** Notes every write to an event row that is anything but a new one. */
const watched = (table: Table): Table => ({
  ...table,
  async transact(writes, token) {
    tampering.push(...writes.filter(tampers))
    return table.transact(writes, token)
  },
})

const isEventKey = ({ sk }: { sk?: unknown }): boolean => String(sk).startsWith('evt_')

function tampers(write: TableWrite): boolean {
  if ('put' in write) return isEventKey(write.put) && canonical(write.condition) !== canonical({ absent: true })
  return 'delete' in write && isEventKey(write.delete)
}

beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, wrap: watched }))
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const events = async (): Promise<Item[]> => eventsIn(await itemsOf(api))

/** What a request told: the events that are there after it and were not before. */
async function toldBy(send: () => Promise<Reply>): Promise<{ reply: Reply; told: Item[] }> {
  const before = new Set((await events()).map(({ id }) => id))
  const reply = await send()
  return { reply, told: (await events()).filter(({ id }) => !before.has(id)) }
}

const call = (method: string, path: string, options: CallOptions) => () => api.call(method, path, options)

describe('P26: the audit trail', () => {
  test('every change has exactly one entry, with who, what and which request', async () => {
    const rep = String(api.people.rep?.id)
    const created = await toldBy(call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Audited' } }))
    const path = `/v1/contacts/${created.reply.body.id}`
    const patched = await toldBy(call('PATCH', path, { as: 'manager', body: { lastName: 'Changed', title: 'Buyer' } }))
    const deleted = await toldBy(call('DELETE', path, { as: 'rep' }))
    const restored = await toldBy(call('POST', `${path}/restore`, { as: 'rep' }))

    const types = [created, patched, deleted, restored].map(({ told }) =>
      told.map(({ type, version }) => [type, version]),
    )
    expect(types).toEqual([
      [['contact.created', 1]],
      [['contact.updated', 2]],
      [['contact.deleted', 3]],
      [['contact.restored', 4]],
    ])
    expect(created.told[0]).toMatchObject({
      actor: { type: 'user', id: rep },
      requestId: created.reply.headers['x-request-id'],
    })
    expect(patched.told[0]).toMatchObject({
      actor: { type: 'user', id: api.people.manager?.id },
      changed: expect.arrayContaining(['lastName', 'title']),
      before: { lastName: 'Audited' },
      after: { lastName: 'Changed', title: 'Buyer' },
    })
  })

  test('a program is named with the person who let it in', async () => {
    const issued = await api.call('POST', '/v1/api-keys', {
      as: 'rep',
      body: { name: 'Shop', scopes: ['contact:*'], expiresAt: '2027-01-01T00:00:00.000Z' },
    })
    const { id } = issued.body.record as { id: string }

    const { told } = await toldBy(
      call('POST', '/v1/contacts', { as: `Bearer ${issued.body.key}`, body: { lastName: 'By program' } }),
    )

    expect(told.map(({ actor }) => actor)).toEqual([{ type: 'apiKey', id, onBehalfOf: api.people.rep?.id }])
  })

  const nothing: [what: string, send: (id: string) => () => Promise<Reply>, status: number][] = [
    [
      'a change to what is already so',
      (id) => call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { lastName: 'Quiet' } }),
      200,
    ],
    [
      'a request that is refused',
      (id) => call('PATCH', `/v1/contacts/${id}`, { as: 'readonly', body: { lastName: 'Loud' } }),
      403,
    ],
    [
      'a request by somebody who does not see it',
      (id) => call('DELETE', `/v1/contacts/${id}`, { as: 'stranger' }),
      404,
    ],
    [
      'a stale version',
      (id) =>
        call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { lastName: 'Late' }, headers: { 'if-match': '"9"' } }),
      412,
    ],
    [
      'a value that is taken',
      (id) => call('PATCH', `/v1/contacts/${id}`, { as: 'rep', body: { emails: [{ value: 'taken@audit.example' }] } }),
      409,
    ],
    [
      'a batch of which one operation fails',
      (id) =>
        call('POST', '/v1/contacts/batch', {
          as: 'rep',
          body: {
            atomic: true,
            operations: [
              { op: 'create', body: { lastName: 'New' } },
              { op: 'update', id, body: { emails: [{ value: 'taken@audit.example' }] } },
            ],
          },
        }),
      409,
    ],
  ]
  test.each(nothing)('%s leaves no entry', async (_, send, status) => {
    await api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { lastName: 'Holder', emails: [{ value: 'taken@audit.example' }] },
    })
    const { body } = await api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { lastName: 'Quiet', visibility: 'team' },
    })
    if (status === 403)
      await api.call('PATCH', `/v1/contacts/${body.id}`, { as: 'rep', body: { visibility: 'everyone' } })

    const { reply, told } = await toldBy(send(String(body.id)))

    expect(reply.status).toBe(status)
    expect(told).toEqual([])
  })

  test('entries are only added, never changed or taken away, and there are as many as changes', async () => {
    await furnish(api)
    const before = await events()
    chaos.rates = STORM
    const sum = { requests: 0, versions: 0, entries: 0 }
    const ids: string[] = []
    for (let step = 0; step < 60 * scale; step++) {
      const path = `/v1/contacts/${ids.length > 0 ? oneOf(chaos.random, ids) : 'none'}`
      const choice = ids.length === 0 ? 0 : chaos.random()
      const body = {
        title: oneOf(chaos.random, ['Buyer', 'Seller']),
        visibility: oneOf(chaos.random, ['team', 'everyone']),
      }
      sum.requests++
      if (choice < 0.3) {
        const { status, body: made } = await api.call('POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Busy' } })
        if (status === 201) ids.push(String(made.id))
      } else if (choice < 0.7) await api.call('PATCH', path, { as: 'rep', body })
      else if (choice < 0.85) await api.call('DELETE', path, { as: 'rep' })
      else await api.call('POST', `${path}/restore`, { as: 'rep' })
    }
    chaos.rates = {}

    const items = await itemsOf(api)
    const after = eventsIn(items)
    const busy = items.filter((item) => item.lastName === 'Busy')
    const told = after.filter(({ timelineOf }) => busy.some(({ id }) => id === timelineOf))
    sum.versions = busy.reduce((total, { version }) => total + Number(version), 0)
    sum.entries = told.length
    figures('audit trail', { seed: chaos.seed, ...sum })
    expect(sum.entries).toBe(sum.versions)
    expect(after.filter(({ id }) => before.some((event) => event.id === id)).map(canonical)).toEqual(
      before.map(canonical),
    )
    expect(tampering).toEqual([])
    expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  })
})
