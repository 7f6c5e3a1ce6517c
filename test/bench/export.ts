import { execFile } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { promisify } from 'node:util'
import { userCaller } from '@rapport/core/access/service'
import { contactType } from '@rapport/core/contacts/model'
import type { Contact } from '@rapport/core/contacts/schema'
import { findExport } from '@rapport/core/exports/plan'
import { runExport } from '@rapport/core/exports/run'
import { createExport } from '@rapport/core/exports/service'
import { Users } from '@rapport/core/users/service'
import { derivedId, idBounds } from '@rapport/kernel/ids'
import { toItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import type { Item, QueryParams, Table } from '@rapport/kernel/table'
import { runtime, systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { startEngine } from '@rapport/local/engine'
import { memoryFiles } from '../support/memory-files.ts'

/**
 * What exporting contacts costs, by number of records: each size in a process of its own, so that its peak of memory is its own.
 * The contacts are made up while they are read, so that a million of them need no table; everything else is as in production.
 */

export const exportForms = ['csv', 'jsonl', 'archive'] as const
export type ExportForm = (typeof exportForms)[number]

export interface Exported {
  form: ExportForm
  records: number
  count: number
  bytes: number
  recordsPerS: number
  /** The most that was in use at once, what nobody refers to any more swept away: looked at in every batch and at every part. */
  peakLiveMb: number
  /** Of the process, with what waits to be swept. */
  peakRssMb: number
}

const run = promisify(execFile)

export async function measureExport(form: ExportForm, records: number): Promise<Exported> {
  const command = ['--expose-gc', import.meta.filename, form, String(records)]
  const { stdout } = await run(process.execPath, command, { maxBuffer: 1 << 20 })
  return JSON.parse(stdout) as Exported
}

/** The measured process. */
async function measure(form: ExportForm, records: number): Promise<Exported> {
  const engine = await startEngine()
  try {
    await createTable(engine.endpoint, 'bench')
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
    const real = dynamoTable({ tableName: 'bench', endpoint: engine.endpoint, region: 'eu-west-1', credentials })
    const told = await exported(withContacts(real, records), form)
    real.destroy()
    return { ...told, form, records }
  } finally {
    await engine.stop()
  }
}

async function exported(table: Table, form: ExportForm): Promise<Omit<Exported, 'form' | 'records'>> {
  const rt = runtime(depsFor(table))
  const system = (): Ctx => systemCtx(rt, 'bench', 'bench')
  const person = { name: 'Bench', email: 'bench@example.com', roles: ['admin'], timeZone: 'UTC', status: 'active' }
  const user = await Users.create(system(), { ...person, subject: 'sub-bench' })
  const ctx = { ...system(), ...(await userCaller(rt.db, user)) }
  const what = form === 'archive' ? { archive: true } : { kind: 'contact' as const, archive: false }
  const { id } = await createExport(ctx, { ...what, format: form === 'csv' ? 'csv' : 'jsonl' })
  const from = performance.now()
  look()
  for (let one = await findExport(system(), id); one?.status !== 'finished'; one = await findExport(system(), id)) {
    if (one?.status !== 'running') throw new Error(`The export is ${one?.status}: ${one?.problem?.detail}`)
    await runExport(system(), id, one.step)
    look()
  }
  const s = (performance.now() - from) / 1_000
  const { count = 0, bytes = 0 } = (await findExport(system(), id)) ?? {}
  return { count, bytes, recordsPerS: Math.round(count / s), peakLiveMb: mb(peakLive), peakRssMb: rssMb() }
}

let peakLive = 0

function look(): void {
  global.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  peakLive = Math.max(peakLive, heapUsed + external)
}

const mb = (bytes: number): number => Math.round(bytes / 2 ** 20)

/** The most this process has held so far. */
const rssMb = (): number => Math.round(process.resourceUsage().maxRSS / 1_024)

const AT = new Date('2026-11-22T09:00:00.000Z')

/** The id tells which one it is. */
function idAt(index: number): string {
  const bytes = Buffer.alloc(10)
  bytes.writeUInt32BE(index)
  return derivedId('contact', AT, bytes)
}

function contactAt(index: number): Item {
  const stamp = { createdAt: AT.toISOString(), createdBy: idBounds('user')[0] }
  const contact = {
    id: idAt(index),
    lastName: `Person${index}`,
    firstName: `First${index % 997}`,
    title: 'Procurement officer',
    description: 'Met at the fair, wants an offer',
    emails: [
      { value: `person${index}@example.com`, type: 'work', primary: true, folded: `person${index}@example.com` },
    ],
    ownerId: idBounds('user')[0],
    visibility: 'everyone',
    version: 1,
    ...stamp,
    updatedAt: stamp.createdAt,
    updatedBy: stamp.createdBy,
  }
  return toItem(contactType, contact as unknown as Contact, 1)
}

/** A table with so many contacts in the list of all of them, and in partitions of their own. */
function withContacts(table: Table, records: number): Table {
  const ids = /con_[0-9a-z]{26}/g
  const indexOf = (id: string): number => {
    let [low, high] = [0, records]
    while (low < high) {
      const middle = (low + high) >> 1
      if (idAt(middle) < id) low = middle + 1
      else high = middle
    }
    return low
  }
  const list = ({ Limit = 25 }: QueryParams, from: string) => {
    const first = indexOf(from)
    const last = Math.min(records, first + Limit)
    const items = Array.from({ length: last - first }, (_, at) => contactAt(first + at))
    return { items, more: last < records }
  }
  return {
    ...table,
    async query(query) {
      const texts = Object.values(query.ExpressionAttributeValues).map(String)
      const [from, ...others] = [...new Set(texts.flatMap((text) => text.match(ids) ?? []))].sort()
      const isBin = texts.some((text) => text.includes('#bin'))
      if (query.IndexName === 'all' && from !== undefined && !isBin) return list(query, behind(texts, from))
      const isOne = query.IndexName === undefined && from !== undefined && others.length === 0
      if (isOne) return { items: [contactAt(indexOf(from))], more: false }
      return table.query(query)
    },
    batchGet: (keys) =>
      keys.every(({ pk }) => pk.startsWith('address#')) ? Promise.resolve([]) : table.batchGet(keys),
  }
}

/** A position is the id itself with something behind it that no id has. */
const behind = (texts: readonly string[], from: string): string =>
  texts.find((text) => text.includes(from) && !text.endsWith(from)) ?? from

function depsFor(table: Table): Deps {
  const files = memoryFiles(() => new Date())
  const unused = () => Promise.reject(new Error('not here'))
  return {
    env: { STAGE: 'bench', INDEX_SHARDS: '1' } as Deps['env'],
    clock: () => new Date(),
    random: (size) => randomFillSync(new Uint8Array(size)),
    table,
    // Parts lie in S3, and not in the worker.
    files: {
      ...files,
      uploadPart: async (_key, _id, number) => {
        look()
        return `part-${number}`
      },
      completeUpload: async () => {},
    },
    bus: { publish: async () => [] },
    mailer: { send: unused },
    identity: { invite: unused, signOut: unused } as unknown as Deps['identity'],
    verifyToken: unused,
    log: { info: () => {}, error: () => {} },
  }
}

if (process.argv[1] === import.meta.filename) {
  const [, , form = 'csv', records = '1000'] = process.argv
  process.stdout.write(JSON.stringify(await measure(form as ExportForm, Number(records))))
}
