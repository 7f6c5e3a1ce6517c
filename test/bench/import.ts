import { execFile } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { userCaller } from '@rapport/core/access/service'
import { findImport } from '@rapport/core/imports/plan'
import { sourceKey } from '@rapport/core/imports/results'
import { runImport } from '@rapport/core/imports/run'
import { createImport, startImport } from '@rapport/core/imports/service'
import { Users } from '@rapport/core/users/service'
import type { Ctx } from '@rapport/kernel/store'
import { runtime, systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { startEngine } from '@rapport/local/engine'
import { diskFiles } from '../support/disk-files.ts'

/** What importing contacts costs, by number of rows: each size in a process of its own, so that its peak of memory is its own. */

export interface Imported {
  rows: number
  created: number
  rowsPerS: number
  cpuMsPerRow: number
  requestsPerRow: number
  rcuPerRow: number
  wcuPerRow: number
  /** Of the process that runs the worker; the engine is another one. */
  peakRssMb: number
  /** The same before the first row was read. */
  startRssMb: number
  /** What lives on the heap once the garbage is away: before the first row, and the most of it after any batch looked at. */
  heapMb: { start: number; most: number }
  /** The same file once more: every row is looked at and nothing is written. */
  again: { unchanged: number; rowsPerS: number; requestsPerRow: number; wcuPerRow: number }
}

const run = promisify(execFile)

export async function measureImport(sizes: readonly number[]): Promise<Imported[]> {
  const results: Imported[] = []
  for (const rows of sizes) {
    const { stdout } = await run(process.execPath, ['--expose-gc', import.meta.filename, String(rows)], {
      maxBuffer: 1 << 20,
    })
    results.push(JSON.parse(stdout) as Imported)
  }
  return results
}

/** The measured process. */
async function measure(rows: number): Promise<Imported> {
  const home = await mkdtemp(join(tmpdir(), 'rapport-bench-import-'))
  const engine = await startEngine()
  try {
    const file = join(home, 'contacts.csv')
    await pipeline(contacts(rows), createWriteStream(file))
    await createTable(engine.endpoint, 'bench')
    return await importTwice(home, file, rows, engine.endpoint)
  } finally {
    await engine.stop()
    await rm(home, { recursive: true, force: true })
  }
}

async function* contacts(rows: number): AsyncGenerator<string> {
  yield 'First,Last,Mail,Title,Note\n'
  for (let row = 0; row < rows; row++) {
    yield `First${row % 997},Person${row},person${row}@example.com,Procurement officer,"Met at the fair, wants an offer"\n`
  }
}

async function importTwice(home: string, file: string, rows: number, endpoint: string): Promise<Imported> {
  const spent = { requests: 0, rcu: 0, wcu: 0 }
  const table = benchTable(endpoint, ({ rcu, wcu }) => {
    spent.requests++
    spent.rcu += rcu
    spent.wcu += wcu
  })
  const rt = runtime(benchDeps(table, diskFiles(home)))
  const system = systemCtx(rt, 'bench', 'bench')
  const user = await Users.create(system, { ...PERSON, subject: 'sub-bench' })
  const as = async (): Promise<Ctx> => ({ ...systemCtx(rt, 'bench', 'bench'), ...(await userCaller(rt.db, user)) })

  const { size: bytes } = await stat(file)
  const startRssMb = rssMb()
  const heapMb = { start: heapNowMb(), most: 0 }
  const look = (): void => {
    heapMb.most = Math.max(heapMb.most, heapNowMb())
  }
  const first = await timed(spent, async () => importOne(await as(), system, { file, bytes }, look))
  const second = await timed(spent, async () => importOne(await as(), system, { file, bytes }, look))
  table.destroy()
  const perRow = (value: number): number => Math.round((value / rows) * 1_000) / 1_000
  return {
    rows,
    created: first.answer.created,
    rowsPerS: Math.round(rows / first.s),
    cpuMsPerRow: perRow(first.cpuMs),
    requestsPerRow: perRow(first.requests),
    rcuPerRow: perRow(first.rcu),
    wcuPerRow: perRow(first.wcu),
    peakRssMb: rssMb(),
    startRssMb,
    heapMb,
    again: {
      unchanged: second.answer.unchanged,
      rowsPerS: Math.round(rows / second.s),
      requestsPerRow: perRow(second.requests),
      wcuPerRow: perRow(second.wcu),
    },
  }
}

/** The most this process has held so far. */
const rssMb = (): number => Math.round(process.resourceUsage().maxRSS / 1_024)

/** Without garbage, where the process was started with --expose-gc. */
function heapNowMb(): number {
  globalThis.gc?.()
  return Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10
}

/** Batches between two looks at the heap: a look takes as long as some rows do. */
const LOOK_EVERY = 10

export const PERSON = { name: 'Bench', email: 'bench@example.com', roles: ['admin'], timeZone: 'UTC', status: 'active' }

/** Makes an import of contacts with the file in its place, and starts it. */
export async function beginImport(ctx: Ctx, { file, bytes }: { file: string; bytes: number }): Promise<string> {
  const columns = [
    { to: 'firstName', from: 'First' },
    { to: 'lastName', from: 'Last' },
    { to: 'emails.0.value', from: 'Mail' },
    { to: 'title', from: 'Title' },
    { to: 'description', from: 'Note' },
  ]
  const { record } = await createImport(ctx, {
    kind: 'contact',
    format: 'csv',
    mode: 'upsert',
    match: 'email',
    mapping: { columns },
    fileName: 'contacts.csv',
    bytes,
    dryRun: false,
  })
  await putSource(ctx, sourceKey(record.id), file)
  await startImport(ctx, record.id)
  return record.id
}

/** The file goes to its place as an upload does, in parts: no process holds the whole of it. */
async function putSource({ db: { files } }: Ctx, key: string, file: string): Promise<void> {
  const upload = await files.beginUpload(key, 'text/csv')
  const tags: string[] = []
  for await (const chunk of createReadStream(file, { highWaterMark: 8 * 2 ** 20 })) {
    tags.push(await files.uploadPart(key, upload, tags.length + 1, chunk as Uint8Array))
  }
  await files.completeUpload(key, upload, tags)
}

/** An import as its worker carries it out, batch after batch. */
async function importOne(ctx: Ctx, system: Ctx, source: { file: string; bytes: number }, look: () => void) {
  const id = await beginImport(ctx, source)
  for (let one = await findImport(ctx, id); ; one = await findImport(ctx, id)) {
    if (one?.status === 'finished') {
      look()
      return one.counts
    }
    if ((one?.step ?? 0) % LOOK_EVERY === 0) look()
    if (one?.status !== 'running') throw new Error(`The import is ${one?.status}.`)
    await runImport({ ...system, now: new Date() }, one.id, one.step, (error) => {
      throw error
    })
  }
}

export const benchTable = (endpoint: string, onCapacity?: (spent: { rcu: number; wcu: number }) => void) =>
  dynamoTable({
    tableName: 'bench',
    endpoint,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...(onCapacity && { onCapacity }),
  })

/** Files lie on the disk, as they would in S3: they are no part of what the worker holds. */
export function benchDeps(table: Deps['table'], files: Deps['files']): Deps {
  const unused = () => Promise.reject(new Error('not here'))
  return {
    env: { STAGE: 'bench', INDEX_SHARDS: '1' } as Deps['env'],
    clock: () => new Date(),
    random: (size) => randomFillSync(new Uint8Array(size)),
    table,
    files,
    bus: { publish: async () => [] },
    mailer: { send: unused },
    identity: { invite: unused, signOut: unused } as unknown as Deps['identity'],
    verifyToken: unused,
    log: { info: () => {}, error: () => {} },
  }
}

async function timed<A>(spent: { requests: number; rcu: number; wcu: number }, work: () => Promise<A>) {
  const [before, cpu, from] = [{ ...spent }, process.cpuUsage(), performance.now()]
  const answer = await work()
  const { user, system } = process.cpuUsage(cpu)
  return {
    answer,
    s: (performance.now() - from) / 1_000,
    cpuMs: (user + system) / 1_000,
    requests: spent.requests - before.requests,
    rcu: spent.rcu - before.rcu,
    wcu: spent.wcu - before.wcu,
  }
}

if (process.argv[1] === import.meta.filename) {
  process.stdout.write(JSON.stringify(await measure(Number(process.argv[2] ?? '10000'))))
}
