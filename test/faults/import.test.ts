import type { Account } from '@rapport/core/accounts/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { exportsOf } from '../support/exports.ts'
import { createChaos, figures, STORM, seedOf, shuffledWithin } from '../support/faulty.ts'
import { csvOf, type Imports, startImports } from '../support/imports.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('IMPORT_SEED'))
let on: Imports
beforeAll(async () => {
  on = await startImports({ configure: chaos.configure, shards: 2 })
  quiet(on.api)
  dieTogether(on)
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

/** A process that has died reaches no files either. */
function dieTogether({ api }: Imports): void {
  const files = api.deps.files as unknown as Record<string, (...given: unknown[]) => unknown>
  for (const name of ['put', 'get', 'head', 'delete', 'beginUpload', 'uploadPart', 'completeUpload']) {
    const real = files[name] as (...given: unknown[]) => unknown
    files[name] = async (...given) => {
      if (chaos.isDead) throw new Error('Killed')
      return real(...given)
    }
  }
}

/** Rows of the file whose worker dies; 10,000 take some minutes. */
const ROWS = Number(process.env.IMPORT_ROWS ?? 180)

/** A worker dies at one of so many requests: within its first batch, however large that is. */
const REQUESTS = ROWS < 500 ? 70 : 1_500

/** Times a worker dies at each message, at any of its requests, before it gets through. */
const DEATHS = 5

async function drainDying(): Promise<number> {
  const before = chaos.counts.kills
  await on.workers.drain(async (message) => {
    for (let death = 0; death < DEATHS; death++) {
      // Every other one early: what a batch begins with is where most can go wrong.
      const isDeep = death % 2 === 1
      chaos.killAt(Math.floor(chaos.random() * (isDeep ? REQUESTS : 30)), chaos.random() < 0.5 ? 'before' : 'after')
      const isDone = await on.workers.deliver(message)
      chaos.revive()
      if (isDone) return true
    }
    return on.workers.deliver(message)
  })
  return chaos.counts.kills - before
}

const mapping = {
  columns: [
    { to: 'name', from: 'Name' },
    { to: 'externalIds.file', from: 'Id' },
    { to: 'employees', from: 'Staff' },
    { to: 'parentId', from: 'Parent', reference: { kind: 'account', by: 'externalIds.file' } },
  ],
}
const request = { kind: 'account', mode: 'upsert', match: 'externalIds.file', mapping }

/** New ones, changed ones, ones that are as they were, ones that cannot be, and ones whose parent comes later. */
const rowsOf = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({
    Name: i % 17 === 5 ? '' : `${prefix} ${i}`,
    Id: `${prefix}-${i}`,
    Staff: i % 3 === 0 ? 7 : 5,
    Parent: i % 10 === 4 ? `${prefix}-${i + 4}` : '',
  }))

const earlier = (prefix: string, count: number) =>
  rowsOf(prefix, count)
    .filter((row, i) => row.Name !== '' && i % 2 === 0)
    .map((row) => ({ ...row, Staff: 5, Parent: '' }))

async function accountsOf(prefix: string): Promise<Account[]> {
  const all = await on.list<Account>('/v1/accounts')
  return all.filter(({ externalIds }) => externalIds?.file?.startsWith(`${prefix}-`))
}

const bare = ({ version: _v, updatedAt: _a, updatedBy: _b, ...rest }: Account) => rest

async function expectWhole(id: string, prefix: string, count: number): Promise<void> {
  const [one, report, accounts] = [await on.read(id), await on.report(id), await accountsOf(prefix)]
  const told = (outcome: string) => report.filter((row) => row.outcome === outcome).length
  expect(one.status).toBe('finished')
  expect(report.map(({ row }) => Number(row))).toEqual(Array.from({ length: count }, (_, i) => i + 1))
  expect(one.counts).toEqual({
    created: told('created'),
    updated: told('updated'),
    unchanged: told('unchanged'),
    refused: told('refused'),
  })
  const wanted = rowsOf(prefix, count).filter(({ Name }) => Name !== '')
  const ids = accounts.map(({ externalIds }) => externalIds?.file)
  expect(ids.sort()).toEqual(wanted.map(({ Id }) => Id).sort())
  const byId = new Map(accounts.map((account) => [account.externalIds?.file, account]))
  for (const { Id, Staff, Parent } of wanted) {
    expect(byId.get(Id)?.employees).toBe(Staff)
    expect(byId.get(Id)?.parentId).toBe(byId.get(Parent)?.id)
  }
}

test('P23 an import whose worker dies again and again doubles no row and leaves none untold, there and back', async () => {
  const COUNT = ROWS
  const refused = rowsOf('kill', COUNT).filter(({ Name }) => Name === '').length
  await on.run(request, csvOf(earlier('kill', COUNT)))
  const before = await accountsOf('kill')
  const id = await on.begin(request, csvOf(rowsOf('kill', COUNT)))

  const kills = await drainDying()

  await expectWhole(id, 'kill', COUNT)
  const { counts } = await on.read(id)
  expect(counts.created).toBeGreaterThan(50)
  expect(counts.updated).toBeGreaterThan(20)
  expect(counts.unchanged).toBeGreaterThan(20)
  expect(counts.refused).toBe(refused)

  await on.post(id, 'undo')
  const undoKills = await drainDying()

  figures('import', { rows: COUNT, kills, undoKills })
  expect(kills + undoKills).toBeGreaterThanOrEqual(20)
  expect(await on.read(id)).toMatchObject({
    status: 'undone',
    undoCounts: { removed: counts.created, kept: 0 },
  })
  expect((await accountsOf('kill')).map(bare)).toEqual(before.map(bare))
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])

  const again = await on.run(request, csvOf(rowsOf('kill', COUNT)))
  const twice = await on.run(request, csvOf(rowsOf('kill', COUNT)))
  expect(again.counts).toEqual(counts)
  expect(twice.counts).toEqual({ created: 0, updated: 0, unchanged: COUNT - refused, refused })
}, 1_800_000)

test('P23 messages that come twice, late and beside each other in a storm have one effect', async () => {
  const COUNT = 60
  await on.run(request, csvOf(earlier('storm', COUNT)))
  const id = await on.begin(request, csvOf(rowsOf('storm', COUNT)))
  const old = []

  for (let messages = await on.workers.pending(); messages.length > 0; messages = await on.workers.pending()) {
    old.push(...messages)
    const arranged = shuffledWithin(chaos.random, [...messages, ...messages, ...old], 20)
    chaos.rates = STORM
    const dones = await Promise.all(arranged.map((message) => on.workers.deliver(message)))
    chaos.rates = {}
    for (const [at, message] of arranged.entries()) if (!dones[at]) expect(await on.workers.deliver(message)).toBe(true)
  }

  await expectWhole(id, 'storm', COUNT)
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
})

test('an import that is cancelled in the middle tells exactly what it wrote, whoever is still writing', async () => {
  const id = await on.begin(request, csvOf(rowsOf('stop', 200)))
  const deliverAll = async () => Promise.all((await on.workers.pending()).map((message) => on.workers.deliver(message)))
  await deliverAll()

  const writing = deliverAll()
  await on.post(id, 'cancel')
  await Promise.all([writing, deliverAll()])
  await drainDying()

  const [{ status, counts }, report, accounts] = [await on.read(id), await on.report(id), await accountsOf('stop')]
  expect(status).toBe('cancelled')
  expect(report.filter(({ outcome }) => outcome === 'created')).toHaveLength(accounts.length)
  expect(counts.created).toBe(accounts.length)
  expect(accounts.length).toBeLessThan(180)
})

test('an export whose worker dies again and again holds every record once', async () => {
  const exporting = exportsOf(on.api, on.workers)
  const id = await exporting.begin({ kind: 'account', format: 'jsonl' }, 'admin')

  await drainDying()

  const { status, count } = await exporting.read(id, 'admin')
  const lines = (await exporting.download(id, 'admin')).body.trimEnd().split('\n')
  const ids = lines.map((line) => JSON.parse(line).id)
  expect(status).toBe('finished')
  expect(ids).toHaveLength(count)
  expect(new Set(ids)).toEqual(new Set((await on.list<Account>('/v1/accounts', 'admin')).map((account) => account.id)))
})
