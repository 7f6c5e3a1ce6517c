import { execFile, execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { promisify } from 'node:util'
import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { createIds } from '@rapport/kernel/ids'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { envelope, load } from '../support/load.ts'
import { type Exported, exportForms, measureExport } from './export.ts'
import { type Imported, measureImport } from './import.ts'
import { measurePeers, type PeerRow, tellPeers } from './peers.ts'
import type { Operation, Sample } from './sample.ts'
import { type SweepRow, slopeOf, sweepCost, tellSweeps } from './sweep.ts'

/**
 * Speed as ratios within one run, never as absolute times: ours against a bare handler that makes the same DynamoDB calls, one
 * process per sample, the two interleaved. Writes a table and `reports/bench.json` with machine, Node, date and commit.
 */

const RECORDS = Number(process.env.BENCH_RECORDS ?? 100_000)
/** A million takes some minutes to fill in. */
const CASES = Number(process.env.BENCH_CASES ?? 100_000)
/** Contacts imported; each size is a tenth of the next one. */
const IMPORT_ROWS = Number(process.env.BENCH_IMPORT_ROWS ?? 100_000)
/** Contacts exported; a million takes some minutes. */
const EXPORT_RECORDS = Number(process.env.BENCH_EXPORT_RECORDS ?? 100_000)
/** Contacts when we are compared with other CRMs: what a request costs does not follow from them, to fill a file with more takes minutes. */
const PEER_RECORDS = Math.min(RECORDS, 10_000)
/** Deals on the board that is compared with other CRMs. They are made through the API, some 100 a second. */
const DEALS = Number(process.env.BENCH_DEALS ?? 1_000)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)
const GROWTH = [1_000, 10_000, 100_000].filter((size) => size <= RECORDS)
const TIMES: Record<Operation, number> = { get: 4_000, list: 1_500, create: 1_500, patch: 1_500, search: 1_500 }
const operations = Object.keys(TIMES) as Operation[]
const run = promisify(execFile)
const say = (line: string) => process.stdout.write(`${line}\n`)

interface Row {
  operation: Operation
  mode: Sample['mode']
  cpuUs: { ours: number; bare: number }
  perS: { ours: number; bare: number }
  ratioMin: number
  ratioMedian: number
}

/** The table of the last size, kept for the comparison: filling it takes a minute. */
let largest: { api: Api; ids: string[] } | undefined

const report = {
  date: new Date().toISOString(),
  commit: git('rev-parse', '--short', 'HEAD'),
  isDirty: git('status', '--porcelain') !== '',
  node: process.version,
  machine: `${cpus().length} × ${cpus()[0]?.model}`,
  records: RECORDS,
  growth: await growth(),
  rows: await compare(),
  peers: await peers(),
  sweep: await sweeps(),
  imports: await imports(),
  exports: await exportsOf(),
  bundles: await bundles(),
}
await mkdir('reports', { recursive: true })
await writeFile('reports/bench.json', `${JSON.stringify(report, null, 2)}\n`)
say(
  `\nreports/bench.json · ${report.date} · ${report.commit}${report.isDirty ? ' with changes' : ''} · Node ${report.node} · ${report.machine}`,
)

function git(...words: string[]): string {
  try {
    return execFileSync('git', words).toString().trim()
  } catch {
    return 'unknown'
  }
}

async function filled(size: number): Promise<{ api: Api; ids: string[] }> {
  const api = await startApi({ rightsTtlMs: 60_000 })
  const { rep } = api.people
  if (!rep) throw new Error('The cast is incomplete.')
  const ids: string[] = []
  await load(api.raw.client, api.raw.tableName, contactType, contacts(size, rep.id, api.teams.sales as string, ids))
  return { api, ids }
}

function* contacts(count: number, ownerId: string, teamId: string, made: string[]): Generator<Contact> {
  const from = new Date('2026-11-01T00:00:00.000Z')
  let ms = 0
  const ids = createIds(
    () => new Date(from.getTime() + ms++),
    (size) => randomBytes(size),
  )
  for (let index = 0; index < count; index++) {
    const record = {
      ...envelope('contact', ids, ownerId, teamId, from),
      firstName: `First${index % 997}`,
      lastName: `Person${index}`,
      title: 'Procurement officer',
      emails: [
        {
          value: `person${index}@example.com`,
          folded: `person${index}@example.com`,
          type: 'work' as const,
          primary: true,
          optOut: false,
          invalid: false,
        },
      ],
      description: 'Met at the trade fair; interested in the larger roaster and in a service contract for three sites.',
    }
    made.push(record.id)
    yield record
  }
}

/** What a request costs the machine, beside other CRMs. */
async function peers(): Promise<PeerRow[]> {
  const rows = await measurePeers(PEER_RECORDS, DEALS)
  tellPeers(rows)
  return rows
}

/** What a sweep costs with more and more open cases of which as many are due: BENCH_CASES of them at the most. */
async function sweeps(): Promise<{ rows: SweepRow[]; slope: number }> {
  const rows: SweepRow[] = []
  for (const open of [1_000, 100_000, 1_000_000].filter((size) => size <= CASES)) rows.push(await sweepCost(open))
  await stopEngine()
  tellSweeps(rows)
  return { rows, slope: slopeOf(rows) }
}

/** Requests and capacity per operation at growing sizes: the promise is a straight line. */
async function growth() {
  const rows = []
  for (const size of GROWTH) {
    const { api, ids } = await filled(size)
    const calls: Record<string, () => Promise<{ status: number }>> = {
      get: () => api.call('GET', `/v1/contacts/${ids[ids.length >> 1]}`, { as: 'admin' }),
      list: () => api.call('GET', '/v1/contacts', { as: 'admin' }),
      'list by owner': () =>
        api.call('GET', '/v1/contacts', { as: 'admin', query: { ownerId: api.people.rep?.id ?? '' } }),
      // Of one record, whatever the size: what it costs to find more of them grows with the page.
      search: () => api.call('GET', '/v1/search', { as: 'admin', query: { q: 'person500@' } }),
      create: () =>
        api.call('POST', '/v1/contacts', {
          as: 'rep',
          body: { lastName: 'Grown', emails: [{ value: `g${size}@example.com` }] },
        }),
      patch: () => api.call('PATCH', `/v1/contacts/${ids[ids.length >> 1]}`, { as: 'rep', body: { title: 'Buyer' } }),
    }
    for (const [operation, call] of Object.entries(calls)) {
      await api.call('GET', '/v1/me', { as: 'admin' })
      api.spent()
      const { status } = await call()
      const spent = api.spent()
      const sum = (unit: 'rcu' | 'wcu') => spent.reduce((total, one) => total + one[unit], 0)
      rows.push({ size, operation, status, requests: spent.length, rcu: sum('rcu'), wcu: sum('wcu') })
    }
    if (size === RECORDS) largest = { api, ids }
    else await api.stop()
  }
  say('\nRequests and capacity by number of contacts (must not grow)')
  for (const row of rows)
    say(
      `  ${String(row.size).padStart(7)} ${row.operation.padEnd(14)} ${row.requests} requests  ${row.rcu} RCU  ${row.wcu} WCU`,
    )
  return rows
}

async function compare(): Promise<Row[]> {
  const { api, ids } = largest ?? (await filled(RECORDS))
  const { rep, admin } = api.people
  if (!rep || !admin) throw new Error('The cast is incomplete.')
  const { endpoint } = api.raw
  const contactIds = Array.from({ length: 500 }, (_, index) => ids[Math.floor((index * ids.length) / 500)] as string)
  const base = {
    endpoint,
    tableName: api.raw.tableName,
    contactIds,
    ownerId: admin.id,
    teamId: api.teams.sales as string,
    subject: 'sub-admin',
  }
  const rows: Row[] = []
  for (const mode of ['stub', 'engine'] as const) {
    for (const operation of operations) {
      const taken = { ours: [] as Taken[], bare: [] as Taken[] }
      for (let round = 0; round < ROUNDS; round++) {
        for (const variant of ['ours', 'bare'] as const)
          taken[variant].push(await take({ ...base, variant, operation, mode, times: TIMES[operation] }))
      }
      const ratios = taken.ours.map((one, round) => one.cpuUs / (taken.bare[round]?.cpuUs ?? 1)).sort((a, b) => a - b)
      const best = (all: Taken[], pick: (one: Taken) => number) =>
        pick(all.reduce((a, b) => (a.cpuUs < b.cpuUs ? a : b)))
      rows.push({
        operation,
        mode,
        cpuUs: {
          ours: Math.round(best(taken.ours, (one) => one.cpuUs)),
          bare: Math.round(best(taken.bare, (one) => one.cpuUs)),
        },
        perS: {
          ours: Math.round(best(taken.ours, (one) => one.perS)),
          bare: Math.round(best(taken.bare, (one) => one.perS)),
        },
        ratioMin: round2(ratios[0] ?? 0),
        ratioMedian: round2(ratios[ratios.length >> 1] ?? 0),
      })
    }
  }
  await api.stop()
  await stopEngine()
  say(`\nCPU per request, ours ÷ bare handler with the same DynamoDB calls (${RECORDS} contacts, ${ROUNDS} rounds)`)
  for (const row of rows) {
    say(
      `  ${row.mode.padEnd(6)} ${row.operation.padEnd(7)} ${String(row.cpuUs.ours).padStart(6)} µs ÷ ${String(row.cpuUs.bare).padStart(6)} µs  min ${row.ratioMin}  median ${row.ratioMedian}   ${row.perS.ours}/s against ${row.perS.bare}/s`,
    )
  }
  return rows
}

interface Taken {
  cpuUs: number
  perS: number
}

async function take(sample: Sample): Promise<Taken> {
  const { stdout } = await run(process.execPath, ['test/bench/sample.ts', JSON.stringify(sample)], {
    maxBuffer: 1 << 24,
  }).catch((error) => {
    throw new Error(`${sample.variant} ${sample.operation} ${sample.mode}: ${error.stderr}`)
  })
  return JSON.parse(stdout)
}

/** Rows a second, requests and capacity per row, and memory, which must not grow with the file. */
async function imports(): Promise<readonly Imported[]> {
  const results = await measureImport([IMPORT_ROWS / 10, IMPORT_ROWS])
  say('\nImport of contacts, and the same file again')
  for (const { rows, rowsPerS, requestsPerRow, wcuPerRow, startRssMb, peakRssMb, again } of results) {
    say(
      `  ${String(rows).padStart(7)} rows  ${rowsPerS}/s  ${requestsPerRow} requests  ${wcuPerRow} WCU a row  ${startRssMb} → ${peakRssMb} MB   again ${again.rowsPerS}/s  ${again.requestsPerRow} requests  ${again.wcuPerRow} WCU`,
    )
  }
  return results
}

/** Memory in use, which must not grow with the number of records. An archive reads each record's partition, so it is measured smaller. */
async function exportsOf(): Promise<readonly Exported[]> {
  const results: Exported[] = []
  say('\nExport of contacts')
  for (const form of exportForms) {
    const most = form === 'archive' ? EXPORT_RECORDS / 20 : EXPORT_RECORDS
    for (const records of [most / 100, most / 10, most]) {
      const one = await measureExport(form, records)
      say(
        `  ${form.padEnd(7)} ${String(records).padStart(9)} records  ${one.recordsPerS}/s  ${Math.round(one.bytes / 2 ** 20)} MB written  ${one.peakLiveMb} MB in use  ${one.peakRssMb} MB RSS`,
      )
      results.push(one)
    }
  }
  return results
}

async function bundles(): Promise<unknown> {
  const file = new URL('./bundles.ts', import.meta.url)
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (!isThere) return undefined
  const { measureBundles } = (await import(file.href)) as { measureBundles: () => Promise<unknown> }
  return measureBundles()
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}
