import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { userCaller } from '@rapport/core/access/service'
import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { findImport } from '@rapport/core/imports/plan'
import { reportKey } from '@rapport/core/imports/results'
import { runImport } from '@rapport/core/imports/run'
import type { Import } from '@rapport/core/imports/schema'
import { Users } from '@rapport/core/users/service'
import { listRecords } from '@rapport/kernel/record-list'
import type { Ctx } from '@rapport/kernel/store'
import { runtime, systemCtx } from '@rapport/lambda/context'
import { createTable } from '@rapport/local/create-table'
import { startEngine } from '@rapport/local/engine'
import { parse } from 'csv-parse'
import { diskFiles } from '../support/disk-files.ts'
import { beginImport, benchDeps, benchTable, PERSON } from './import.ts'

/**
 * An import whose worker is a process that `kill -9` ends, again and again, in the middle of its rows:
 *
 *   node test/bench/import-kills.ts 100000 20
 *
 * Afterwards every row must be told once, every record be there once, and none be written twice. Says what it found, and fails
 * when it found anything wrong.
 */

/** Heap a worker gets, and the part of it for what is new, as a function of 160 MB would: one that held what it has read would die. */
const HEAP = ['--max-old-space-size=128', '--max-semi-space-size=8']

const contextOf = (endpoint: string, home: string): Ctx =>
  systemCtx(runtime(benchDeps(benchTable(endpoint), diskFiles(home))), 'bench', 'bench')

/** The process that is killed: it says before each batch how far the import is, and the most memory it has had. */
async function work(endpoint: string, home: string, id: string): Promise<void> {
  const ctx = contextOf(endpoint, home)
  for (let one = await findImport(ctx, id); one?.status === 'running'; one = await findImport(ctx, id)) {
    process.stdout.write(`${rowsIn(one)} ${process.resourceUsage().maxRSS}\n`)
    await runImport({ ...ctx, now: new Date() }, id, one.step, (error) => {
      throw error
    })
  }
  // The connections of the table would keep it alive.
  process.exit(0)
}

const rowsIn = ({ counts }: Import): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

async function main(rows: number, kills: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'rapport-import-kills-'))
  const engine = await startEngine()
  try {
    await createTable(engine.endpoint, 'bench')
    const ctx = contextOf(engine.endpoint, home)
    const user = await Users.create(ctx, { ...PERSON, subject: 'sub-bench' })
    const as: Ctx = { ...ctx, ...(await userCaller(ctx.db, user)) }
    const begin = async (name: string, lines: Iterable<string>): Promise<string> => {
      const file = join(home, name)
      await pipeline(Readable.from(lines), createWriteStream(file))
      return beginImport({ ...as, now: new Date() }, { file, bytes: (await stat(file)).size })
    }
    const before = await begin('before.csv', linesOf(rows, isEarlier, false))
    await worked(engine.endpoint, home, before)

    const id = await begin(
      'all.csv',
      linesOf(rows, () => true, true),
    )
    const from = performance.now()
    const { deaths, failures, peakRssMb } = await killed(engine.endpoint, home, id, { rows, kills })
    const s = (performance.now() - from) / 1_000

    const one = await findImport(ctx, id)
    const wrong = [...(await wrongInReport(ctx, id, rows, one)), ...(await wrongInRecords(as, rows))]
    const told = {
      rows,
      kills: deaths.length,
      failures,
      s: Math.round(s),
      rowsPerS: Math.round(rows / s),
      peakRssMb,
      counts: one?.counts,
    }
    process.stdout.write(`${JSON.stringify({ ...told, killedAtRows: deaths, wrong })}\n`)
    process.exitCode = wrong.length > 0 || deaths.length < kills ? 1 : 0
  } finally {
    await engine.stop()
    await rm(home, { recursive: true, force: true })
  }
  // The connections of the table would keep it alive.
  process.exit()
}

const isRefused = (row: number): boolean => row % 17 === 5
const isEarlier = (row: number): boolean => row % 10 === 3 && !isRefused(row)
const isChanged = (row: number): boolean => row % 20 === 3
const mailOf = (row: number): string => `person${row}@example.com`

/** New ones, ones that are there as they are or in another form, and ones without a name, which are refused. */
function* linesOf(rows: number, isIn: (row: number) => boolean, isLater: boolean): Generator<string> {
  yield 'First,Last,Mail,Title,Note\n'
  for (let row = 1; row <= rows; row++) {
    const title = isLater && isEarlier(row) && isChanged(row) ? 'Head of procurement' : 'Procurement officer'
    if (isIn(row))
      yield `First${row % 997},${isRefused(row) ? '' : `Person${row}`},${mailOf(row)},${title},"Met, at a fair"\n`
  }
}

function outcomeOf(row: number): string {
  if (isRefused(row)) return 'refused'
  if (!isEarlier(row)) return 'created'
  return isChanged(row) ? 'updated' : 'unchanged'
}

const start = (endpoint: string, home: string, id: string): ChildProcess =>
  spawn(process.execPath, [...HEAP, import.meta.filename, 'work', endpoint, home, id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })

async function worked(endpoint: string, home: string, id: string, attempts = 5): Promise<void> {
  const child = start(endpoint, home, id)
  child.stdout?.resume()
  const [code] = await once(child, 'exit')
  // A table that is too busy for it ends a worker, as it does a function: the message comes again.
  if (code !== 0 && attempts > 1) return worked(endpoint, home, id, attempts - 1)
  if (code !== 0) throw new Error(`The worker ended with ${code}.`)
}

/** Ends the worker some time into a batch, that many times, evenly over the file; then lets it finish. Answers how far it was. */
async function killed(endpoint: string, home: string, id: string, { rows, kills }: { rows: number; kills: number }) {
  const deaths: number[] = []
  let peakKb = 0
  let failures = 0
  for (;;) {
    const child = start(endpoint, home, id)
    const next = deaths.length < kills ? Math.floor((rows * deaths.length) / kills) : Number.POSITIVE_INFINITY
    const ended = once(child, 'exit')
    let isAimed = false
    let at = 0
    for await (const line of createInterface({ input: child.stdout as Readable })) {
      const [done, rssKb] = line.split(' ').map(Number)
      at = done ?? 0
      peakKb = Math.max(peakKb, rssKb ?? 0)
      if (isAimed || at < next) continue
      isAimed = true
      // Sooner or later within the seconds that a batch takes: between rows, between writes, before the count.
      setTimeout(() => child.kill('SIGKILL'), 50 + Math.random() * 1_500)
    }
    const [code, signal] = await ended
    if (signal === 'SIGKILL' && isAimed) {
      deaths.push(at)
      process.stderr.write(`killed in the batch behind row ${at} (${deaths.length} of ${kills})\n`)
    } else if (code === 0) return { deaths, failures, peakRssMb: Math.round(peakKb / 1_024) }
    // A table that is too busy for it ends a worker too, as it does a function: the message comes again.
    else if (++failures > kills) throw new Error(`The worker ended with ${code ?? signal}.`)
  }
}

/** Each row is told once, with what must have become of it, and the counts say the same. */
async function wrongInReport(ctx: Ctx, id: string, rows: number, one: Import | undefined): Promise<string[]> {
  const wrong: string[] = []
  const counted: Record<string, number> = { created: 0, updated: 0, unchanged: 0, refused: 0 }
  let row = 0
  const lines = Readable.from(await ctx.db.files.get(reportKey(id, 'rows'))).pipe(parse({ bom: true, columns: true }))
  for await (const told of lines as AsyncIterable<{ row: string; outcome: string }>) {
    row++
    counted[told.outcome] = (counted[told.outcome] ?? 0) + 1
    if (Number(told.row) !== row) wrong.push(`row ${told.row} is told where row ${row} should be`)
    if (told.outcome !== outcomeOf(row)) wrong.push(`row ${row} is ${told.outcome}, not ${outcomeOf(row)}`)
  }
  if (row !== rows) wrong.push(`${row} rows are told, not ${rows}`)
  if (one?.status !== 'finished') wrong.push(`the import is ${one?.status}`)
  if (!isDeepStrictEqual(one?.counts, counted)) wrong.push('counts and report differ')
  return wrong.slice(0, SHOWN_MAX)
}

const SHOWN_MAX = 20

/** Each address is that of one person, made once and changed once at most. */
async function wrongInRecords(ctx: Ctx, rows: number): Promise<string[]> {
  const wrong: string[] = []
  const found = new Uint8Array(rows + 1)
  let cursor: string | undefined
  do {
    const page = await listRecords<Contact>(ctx, contactType, {
      sort: 'createdAt',
      limit: 100,
      filter: {},
      ...(cursor && { cursor }),
    })
    for (const { version, emails = [] } of page.data) {
      const row = Number(/^person(\d+)@/.exec(emails[0]?.value ?? '')?.[1])
      found[row] = (found[row] ?? 0) + 1
      const wanted = isEarlier(row) && isChanged(row) ? 2 : 1
      if (version !== wanted) wrong.push(`the record of row ${row} has version ${version}, not ${wanted}`)
    }
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  for (let row = 1; row <= rows; row++) {
    const wanted = isRefused(row) ? 0 : 1
    if (found[row] !== wanted) wrong.push(`row ${row} has ${found[row]} records, not ${wanted}`)
  }
  return wrong.slice(0, SHOWN_MAX)
}

const [, , ...given] = process.argv
if (given[0] === 'work') await work(given[1] ?? '', given[2] ?? '', given[3] ?? '')
else await main(Number(given[0] ?? '100000'), Number(given[1] ?? '20'))
