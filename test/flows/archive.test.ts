import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { loadArchive } from '@rapport/core/archives/load'
import { archivedTypes } from '@rapport/core/exports/archive'
import { fsck } from '@rapport/core/fsck/service'
import { addressModel } from '@rapport/core/mail/model'
import { digestOf } from '@rapport/core/mail/rules'
import { recordFeedback } from '@rapport/core/mail/service'
import { kindOf } from '@rapport/kernel/ids'
import { counterModel } from '@rapport/kernel/numbers'
import { fromItem } from '@rapport/kernel/record-type'
import { read } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { runtime, systemCtx } from '@rapport/lambda/context'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { linesIn } from '../../functions/commands/lines-in.ts'
import { create as createPublisher } from '../../functions/workers/publish-events.ts'
import { type Api, stopEngine, streamRecord } from '../support/api.ts'
import { exportsOf } from '../support/exports.ts'
import { make } from '../support/fixtures.ts'
import { furnish } from '../support/furnished.ts'
import { type Imports, startImports } from '../support/imports.ts'
import { each, itemsOf, projectAll, quiet } from '../support/sound.ts'

let on: Imports
let archive: string
beforeAll(async () => {
  on = await startImports()
  quiet(on.api)
  await furnish(on.api)
  for (const { kind } of archivedTypes) if (kind !== 'organisation') await make(on.api, kind)
  await furnishMore(on.api)
  await projectAll(on.api)
  const exporting = exportsOf(on.api, on.workers)
  const { id } = await exporting.run({ archive: true }, 'admin')
  archive = (await exporting.download(id, 'admin')).body
}, 120_000)
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

/** What samples do not have: what stands below others, a bin, a letter nobody may answer any more, an offer that was accepted. */
async function furnishMore(api: Api): Promise<void> {
  const post = async (path: string, body: object): Promise<string> => {
    const reply = await api.call<{ id: string }>('POST', path, { as: 'rep', body })
    if (reply.status >= 300) throw new Error(`${path} ${JSON.stringify(reply.body)}`)
    return reply.body.id
  }
  const shared = await post('/v1/accounts', { name: 'Shared', externalIds: { erp: 'S' } })
  const bounced = { messageId: 'letter', type: 'bounce', isFinal: true, at: '2026-11-21T09:00:00.000Z' } as const
  await recordFeedback(systemCtx(api.runtime, 'test', 'req-test'), { ...bounced, address: 'lead@archive.example' })
  const shares = [{ to: api.people.stranger?.id, access: 'read' }]
  await api.call('PUT', `/v1/accounts/${shared}/shares`, { as: 'rep', body: { shares } })
  const deleted = await post('/v1/contacts', { lastName: 'Deleted', emails: [{ value: 'gone@archive.example' }] })
  await api.call('DELETE', `/v1/contacts/${deleted}`, { as: 'rep' })
  await post('/v1/leads', { lastName: 'Lead', company: 'Ltd', emails: [{ value: 'lead@archive.example' }] })
  await post('/v1/opportunities', { name: 'Deal', closeDate: '2026-12-31', accountId: shared })
  await post('/v1/cases', { subject: 'Broken', accountId: shared })
  await post('/v1/tasks', { subject: 'Call' })
  const opportunityId = await post('/v1/opportunities', { name: 'Sold', closeDate: '2026-12-31', accountId: shared })
  const offer = await post('/v1/quotes', { opportunityId })
  const lines = [{ name: 'Roaster', quantity: '3', listPrice: { amount: 999, currency: 'USD' } }]
  await api.call('PUT', `/v1/quotes/${offer}/lines`, { as: 'rep', body: { lines } })
  await post(`/v1/quotes/${offer}/present`, {})
  await post(`/v1/quotes/${offer}/accept`, {})
}

const lines = () => each(archive.trimEnd().split('\n'))

async function emptyTable() {
  const { endpoint } = on.api.raw
  const tableName = `archive${process.pid}${++tables}`
  await createTable(endpoint, tableName)
  const options = { region: 'eu-west-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
  const table = dynamoTable({ tableName, endpoint, ...options })
  const rt = runtime({ ...on.api.deps, table })
  const items = async (): Promise<Item[]> => {
    const found: Item[] = []
    let from: Record<string, never> | undefined
    do {
      const page = await on.api.raw.client.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: from }))
      found.push(...(page.Items ?? []).map((item) => unmarshall(item)))
      from = page.LastEvaluatedKey as typeof from
    } while (from)
    return found
  }
  return { ctx: () => systemCtx(rt, 'load-archive', 'req-load'), items, stop: table.destroy }
}
let tables = 0

/** Records as they are read, by id, without what a new sign-in changes. */
function recordsIn(items: readonly Item[]): Map<string, object> {
  const found = items.flatMap((item): [string, object][] => {
    const type = archivedTypes.find(({ kind }) => item.sk === kind && kindOf(String(item.pk)) === kind)
    return type ? [[String(item.pk), fromItem(type, item)]] : []
  })
  return new Map(found)
}

const withoutSignIn = (records: Map<string, object>): unknown[] =>
  [...records]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, record]) => {
      const { subject: _s, tokensValidFromS: _t, ...rest } = record as Record<string, unknown>
      if (!id.startsWith('usr_')) return rest
      const { version: _v, updatedAt: _a, updatedBy: _b, ...kept } = rest
      return kept
    })

test('an archive fills an empty CRM with the same records, their history, and nothing that contradicts itself', async () => {
  const other = await emptyTable()
  const before = recordsIn(await itemsOf(on.api))

  const file = join(await mkdtemp(join(tmpdir(), 'archive-')), 'archive.jsonl')
  await writeFile(file, archive)
  // As the command does: it looks into the table before it reads the first line.
  const loaded = await loadArchive(other.ctx(), linesIn(file), false)
  await rm(dirname(file), { recursive: true })

  const items = await other.items()
  expect(loaded.records).toBe(before.size)
  expect(loaded.people).toBeGreaterThan(5)
  expect(withoutSignIn(recordsIn(items))).toEqual(withoutSignIn(before))
  const { findings } = await fsck(each(items), { shards: 1, now: on.api.now.at, lagMs: Number.MAX_SAFE_INTEGER })
  expect(findings).toEqual([])
  other.stop()
})

test('numbers go on where they were, and whoever must not be written to is still not written to', async () => {
  const other = await emptyTable()
  await loadArchive(other.ctx(), lines(), false)
  const ctx = other.ctx()

  const before = systemCtx(on.api.runtime, 'test', 'req-test')
  for (const name of ['case', 'quote', 'order']) {
    const wanted = (await read(before, counterModel, { name }))?.version
    expect(wanted, name).toBeGreaterThan(0)
    expect((await read(ctx, counterModel, { name }))?.version, name).toBe(wanted)
  }
  for (const address of ['lan@home.example', 'lead@archive.example']) {
    const state = await read(ctx, addressModel, { digest: digestOf(address) })
    expect(state?.suppression, address).toBeDefined()
    expect(state).toEqual(await read(before, addressModel, { digest: digestOf(address) }))
  }
  other.stop()
})

test('a load that was broken off goes on, and one that was not is refused', async () => {
  const other = await emptyTable()
  const all = archive.trimEnd().split('\n')
  await loadArchive(other.ctx(), each(all.slice(0, Math.floor(all.length * 0.6))), false)

  await expect(loadArchive(other.ctx(), lines(), false)).rejects.toThrow(/not empty/)
  const [head = ''] = all
  await expect(loadArchive(other.ctx(), each([head]), false)).rejects.toThrow(/not empty/)
  await loadArchive(other.ctx(), lines(), true)

  expect(withoutSignIn(recordsIn(await other.items()))).toEqual(withoutSignIn(recordsIn(await itemsOf(on.api))))
  other.stop()
})

test('a CRM with nothing but its settings is not empty', async () => {
  const other = await emptyTable()
  const settings = archive.split('\n').filter((text) => /^\{"archive"|"kind":"organisation"/.test(text))
  expect((await loadArchive(other.ctx(), each(settings), false)).records).toBe(1)

  await expect(loadArchive(other.ctx(), each(settings), false)).rejects.toThrow(/not empty/)
  other.stop()
})

test('nobody is told again what happened in the past', async () => {
  const told: unknown[] = []
  const bus = { publish: async (entries: readonly unknown[]) => told.push(...entries) && [] }
  const publish = createPublisher({ ...on.api.deps, bus } as never) as (event: never) => Promise<unknown>
  const event = on.api.events[0] as Item

  await publish({ Records: [streamRecord({ ...event, loaded: true }), streamRecord(event)] } as never)

  expect(told).toHaveLength(1)
})

test('what is no archive, or of a newer form, is refused', async () => {
  const other = await emptyTable()
  const [head = '', first = ''] = archive.split('\n')

  await expect(loadArchive(other.ctx(), each(['{"hello":1}']), false)).rejects.toThrow()
  await expect(loadArchive(other.ctx(), each([head.replace('"version":1', '"version":2')]), false)).rejects.toThrow()
  await expect(loadArchive(other.ctx(), each([head, first.replace('"name"', '"nme"')]), false)).rejects.toThrow(
    /does not understand/,
  )
  expect(await other.items()).toEqual([])
  other.stop()
})
