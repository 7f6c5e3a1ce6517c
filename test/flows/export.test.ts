import { readFile } from 'node:fs/promises'
import type { Account } from '@rapport/core/accounts/schema'
import type { Contact } from '@rapport/core/contacts/schema'
import { archivedTypes } from '@rapport/core/exports/archive'
import { ExportKind } from '@rapport/core/exports/schema'
import { importKinds } from '@rapport/core/imports/schema'
import { recordTypes } from '@rapport/core/index'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { exportsOf } from '../support/exports.ts'
import { make } from '../support/fixtures.ts'
import { type Imports, startImports } from '../support/imports.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'

let on: Imports
let exporting: ReturnType<typeof exportsOf>
beforeAll(async () => {
  on = await startImports()
  quiet(on.api)
  exporting = exportsOf(on.api, on.workers)
  for (const [index, as] of ['rep', 'rep', 'peer', 'stranger'].entries()) await contact(as, `shared ${index}`)
})
afterAll(async () => {
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
  await on.api.stop()
  await stopEngine()
})

const contact = async (as: string, lastName: string, more = {}) => {
  const reply = await on.api.call<Contact>('POST', '/v1/contacts', { as, body: { lastName, ...more } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}

const rowsOf = async (id: string, as: string): Promise<Record<string, string>[]> =>
  parse((await exporting.download(id, as)).body, { bom: true, columns: true })

test('holds what the caller sees in lists and may export, oldest first', async () => {
  const ofManager = await exporting.run({ kind: 'contact' }, 'manager')
  const ofAdmin = await exporting.run({ kind: 'contact', format: 'jsonl' }, 'admin')

  expect(ofManager).toMatchObject({ status: 'finished', count: 3 })
  expect((await rowsOf(ofManager.id, 'manager')).map(({ lastName }) => lastName)).toEqual([
    'shared 0',
    'shared 1',
    'shared 2',
  ])
  expect(ofAdmin.count).toBe(4)
  const { fileName, body } = await exporting.download(ofAdmin.id, 'admin')
  expect(fileName).toBe('contact 2026-11-22.jsonl')
  expect(Buffer.byteLength(body)).toBe(ofAdmin.bytes)
})

test('is refused to who may not take records out, and to others than the caller', async () => {
  const mine = await exporting.run({ kind: 'contact' }, 'manager')

  const refusals = await Promise.all([
    on.api.call('POST', '/v1/exports', { as: 'rep', body: { kind: 'contact' } }),
    on.api.call('POST', '/v1/exports', { as: 'marketing', body: { kind: 'account' } }),
    on.api.call('POST', '/v1/exports', { as: 'manager', body: { archive: true } }),
    on.api.call('GET', `/v1/exports/${mine.id}/download`, { as: 'marketing' }),
  ])

  expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403, 404])
})

test('leaves out fields that are hidden from the caller, their columns too', async () => {
  await contact('rep', 'private', { birthday: '1990-02-28', gender: 'female' })
  const csv = await exporting.run({ kind: 'contact' }, 'marketing')
  const jsonl = await exporting.run({ kind: 'contact', format: 'jsonl' }, 'marketing')

  const [row] = await rowsOf(csv.id, 'marketing')
  expect(Object.keys(row ?? {})).not.toContain('birthday')
  expect((await exporting.download(jsonl.id, 'marketing')).body).not.toMatch(/birthday|1990-02-28|gender/)
})

test('of deals holds their lines, as an import takes them', async () => {
  const call = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const reply = await on.api.call<{ id: string }>(method, `/v1/${path}`, { as: 'rep', body })
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
    return reply.body
  }
  const deal = (name: string) => call('POST', 'opportunities', { name, closeDate: '2026-12-31' })
  const [withLines] = [await deal('With lines'), await deal('Without')]
  const lines = [
    { name: 'Roaster', quantity: '2', listPrice: { amount: 500, currency: 'USD' }, discount: { percent: '10' } },
    { name: 'Delivery', quantity: '1', listPrice: { amount: 50, currency: 'USD' } },
  ]
  await call('PUT', `opportunities/${withLines.id}/lines`, { lines })

  const csv = await exporting.run({ kind: 'opportunity' }, 'manager')
  const jsonl = await exporting.run({ kind: 'opportunity', format: 'jsonl' }, 'manager')

  const [first, second] = await rowsOf(csv.id, 'manager')
  expect([JSON.parse(first?.lines ?? ''), second?.lines]).toEqual([lines, ''])
  const told = (await exporting.download(jsonl.id, 'manager')).body.trim().split('\n')
  expect(told.map((one) => JSON.parse(one).lines)).toEqual([lines, undefined])
})

test('keeps to a filter of the list, and to no other', async () => {
  await contact('rep', 'filtered', { tags: ['fair'] })
  await on.api.project()

  const one = await exporting.run({ kind: 'contact', filter: [{ name: 'tag', value: 'fair' }] }, 'admin')
  const bad = await on.api.call<{ errors: { pointer: string }[] }>('POST', '/v1/exports', {
    as: 'admin',
    body: {
      kind: 'contact',
      filter: [
        { name: 'lastName', value: 'x' },
        { name: 'ownerId', value: 'x' },
      ],
    },
  })

  expect((await rowsOf(one.id, 'admin')).map(({ lastName }) => lastName)).toEqual(['filtered'])
  expect(bad.status).toBe(422)
  expect(bad.body.errors.map(({ pointer }) => pointer)).toEqual(['/filter/0/name', '/filter/1/value'])
})

test.each(['csv', 'jsonl'] as const)('comes back by an import as it was: %s', async (format) => {
  const accounts: Account[] = []
  for (const body of [
    {
      name: '=HYPERLINK("https://evil.example")',
      description: ' spaces, "quotes"\nand lines ',
      annualRevenue: { amount: -12_345, currency: 'USD' },
      employees: 0,
      tags: ['a', 'b-c'],
      externalIds: { [format]: '-1', [`${format}2`]: "'@x" },
      addresses: [{ type: 'billing', city: 'Huế', country: 'VN' }],
      phones: [{ value: '+84 28 3823 4567', type: 'work' }],
    },
    { name: "'=quoted", annualRevenue: { amount: 5, currency: 'JPY' }, externalIds: { [format]: '2' } },
    { name: '＝full width', annualRevenue: { amount: 1_234, currency: 'KWD' }, externalIds: { [format]: '3' } },
  ]) {
    const reply = await on.api.call<Account>('POST', '/v1/accounts', { as: 'admin', body })
    expect(reply.status, JSON.stringify(reply.body)).toBe(201)
    accounts.push(reply.body)
  }
  const one = await exporting.run({ kind: 'account', format }, 'admin')
  const { body: file } = await exporting.download(one.id, 'admin')
  const bare = ({ id: _, createdAt: _c, updatedAt: _u, version: _v, ...rest }: Account) => rest

  const same = await on.run({ kind: 'account', format, mode: 'update', match: 'id' }, file, 'admin')
  for (const { id } of accounts) await on.api.call('DELETE', `/v1/accounts/${id}`, { as: 'admin' })
  const anew = await on.run({ kind: 'account', format, mode: 'upsert', match: `externalIds.${format}` }, file, 'admin')

  expect(same.counts).toMatchObject({ unchanged: same.counts.unchanged, updated: 0, refused: 0 })
  expect(anew.counts.created).toBe(3)
  const made = (await on.report(anew.id, 'admin')).filter(({ outcome }) => outcome === 'created')
  const back = await Promise.all(
    made.map(({ id }) => on.api.call<Account>('GET', `/v1/accounts/${id}`, { as: 'admin' })),
  )
  expect(back.map(({ body }) => bare(body))).toEqual(accounts.map(bare))
})

test.each(['csv', 'jsonl'])(
  'a %s file of each kind leaves its records as they are, and deals and orders their lines',
  async (format) => {
    const deal = await make(on.api, 'opportunity')
    const lines = [
      { name: '=Mill', quantity: '2', listPrice: { amount: 1_250, currency: 'USD' }, discount: { percent: '10' } },
    ]
    const put = await on.api.call('PUT', `/v1/opportunities/${deal.id}/lines`, { as: 'admin', body: { lines } })
    expect(put.status, JSON.stringify(put.body)).toBe(200)
    const quote = await make(on.api, 'quote')
    const quoted = await exporting.run({ kind: 'quote', format }, 'admin')
    const wanted: Record<string, object[]> = {
      opportunity: lines,
      order: [{ name: 'Dark roast' }, { name: 'Delivery' }],
    }

    expect(linesIn((await exporting.download(quoted.id, 'admin')).body, format, quote.id)).toBeInstanceOf(Array)
    for (const kind of importKinds) {
      const { id } = kind === 'opportunity' ? deal : await make(on.api, kind)
      const one = await exporting.run({ kind, format }, 'admin')
      const { body: file } = await exporting.download(one.id, 'admin')
      if (wanted[kind]) expect(linesIn(file, format, id), kind).toMatchObject(wanted[kind])

      const same = await on.run({ kind, format, mode: 'update', match: 'id' }, file, 'admin')

      const why = (await on.report(same.id, 'admin')).filter(({ outcome }) => outcome !== 'unchanged')
      expect(why, `${kind} ${JSON.stringify(same.problem)}`).toEqual([])
      expect(same.counts.unchanged, kind).toBe(one.count)
    }
  },
)

function linesIn(file: string, format: string, id: string): unknown {
  const rows: Record<string, unknown>[] =
    format === 'csv'
      ? parse(file, { bom: true, columns: true })
      : file
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line))
  const told = rows.find((row) => row.id === id)?.lines
  return typeof told === 'string' ? JSON.parse(told) : told
}

test('SEC-15 no cell of any column of any kind begins a formula, and every kind can be taken out', async () => {
  await contact('rep', '=cmd()', {
    title: '+1',
    department: '-1',
    description: '\t@x',
    externalIds: { erp: '@SUM(A1)' },
  })
  expect([...ExportKind.options].sort()).toEqual(
    archivedTypes.flatMap(({ kind }) => (kind === 'organisation' ? [] : [kind])).sort(),
  )
  for (const kind of ExportKind.options) {
    const made = await make(on.api, kind)
    const above = { caseComment: 'caseId', caseFile: 'subjectId' }[kind as string]
    const filter = above ? [{ name: above, value: made[above] }] : []
    const csv = await exporting.run({ kind, filter }, 'admin')
    const jsonl = await exporting.run({ kind, filter, format: 'jsonl' }, 'admin')

    const [head = [], ...rows] = parse((await exporting.download(csv.id, 'admin')).body, { bom: true }) as string[][]
    const texts = (await exporting.download(jsonl.id, 'admin')).body.trimEnd().split('\n')
    expect([csv.status, jsonl.status], kind).toEqual(['finished', 'finished'])
    expect(
      rows.map(([id]) => id),
      kind,
    ).toContain(made.id)
    expect(
      texts.map((text) => JSON.parse(text).id),
      kind,
    ).toEqual(rows.map(([id]) => id))
    expect(
      [head, ...rows].flat().filter((cell) => /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell)),
      kind,
    ).toEqual([])
  }
})

test('the README tells of each kind whether it goes in and out', async () => {
  const readme = await readFile(new URL('../../packages/core/README.md', import.meta.url), 'utf8')
  const told = [...readme.matchAll(/^\| `(\w+)` \| (yes|no) \| (yes|no) \| (yes|no) \|/gm)]

  const said = (kinds: readonly string[], kind: string) => (kinds.includes(kind) ? 'yes' : 'no')
  const archived = archivedTypes.map(({ kind }) => kind)
  expect(told.map(([, ...cells]) => cells)).toEqual(
    recordTypes.map(({ kind }) => [
      kind,
      said(importKinds, kind),
      said(ExportKind.options, kind),
      said(archived, kind),
    ]),
  )
})

test('what is only listed below others is taken out below one of them', async () => {
  const reply = await on.api.call('POST', '/v1/exports', { as: 'admin', body: { kind: 'caseComment' } })

  expect([reply.status, reply.body.code]).toEqual([422, 'export.parent_needed'])
})

test('a page of a hundred records costs one query, however many there are', async () => {
  const queriesFor = async (kind: string): Promise<number[]> => {
    on.api.spent()
    const { count } = await exporting.run({ kind }, 'admin')
    return [Math.ceil(count / 100), on.api.spent().filter(({ operation }) => operation === 'Query').length]
  }
  const rows = Array.from({ length: 101 }, (_, i) => ({ op: 'create', body: { name: `Company ${i}` } }))
  for (const operations of [rows.slice(0, 50), rows.slice(50)]) {
    const reply = await on.api.call('POST', '/v1/accounts/batch', { as: 'admin', body: { operations } })
    expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
  }

  const [[pages, queries], [fewPages, fewQueries]] = [await queriesFor('account'), await queriesFor('user')]

  expect([pages, queries]).toEqual([2, 2])
  expect([fewPages, fewQueries]).toEqual([1, 1])
})

test('an export whose caller has other rights meanwhile ends, and one of nobody too', async () => {
  const id = await exporting.begin({ kind: 'contact' }, 'marketing')
  await on.api.call('PATCH', `/v1/users/${on.api.people.marketing?.id}`, { as: 'admin', body: { status: 'disabled' } })
  await on.workers.drain()
  await on.api.call('PATCH', `/v1/users/${on.api.people.marketing?.id}`, { as: 'admin', body: { status: 'active' } })

  expect(await exporting.read(id, 'admin')).toMatchObject({ status: 'failed', problem: { code: 'export.caller_gone' } })
})

test('an export that is cancelled goes no further and gives no file', async () => {
  const id = await exporting.begin({ kind: 'contact' }, 'manager')
  await on.api.call('POST', `/v1/exports/${id}/cancel`, { as: 'manager' })
  await on.workers.drain()

  expect((await exporting.read(id, 'manager')).status).toBe('cancelled')
  expect((await on.api.call('GET', `/v1/exports/${id}/download`, { as: 'manager' })).status).toBe(409)
})
