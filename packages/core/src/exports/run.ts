import { CrmError } from '@rapport/kernel/errors'
import { fileKey, PARTS_MAX } from '@rapport/kernel/files'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { callerAgain } from '../access/service.ts'
import { addPart, isPart } from '../shared/parts.ts'
import { archiveSource } from './archive.ts'
import { findExport, jobOf, planStep } from './plan.ts'
import { goOn, type Progress } from './rules.ts'
import type { Export, Job } from './schema.ts'
import { listSource } from './source.ts'

/** Pages read per batch, so that one ends long before its time-out. */
const PAGES_MAX = 60

export const exportKey = (id: string): string => fileKey('exports', id, 'export')

const TYPES = { csv: 'text/csv; charset=utf-8', jsonl: 'application/jsonl' } as const

/** The export has gone on without this batch: another one does the rest. */
class Superseded extends Error {
  override readonly name = 'Superseded'
}

/**
 * Writes the next records of an export and asks for the batch after it. May be repeated, come late and die anywhere: what it
 * reads and which part of the file it writes follows from the job, and that is written once for each batch.
 */
export async function runExport(ctx: Ctx, id: string, step: number): Promise<void> {
  try {
    const { one, job } = await current(ctx, id, step)
    const done = await work(ctx, one, job)
    await settle(ctx, async () => {
      const fresh = await current(ctx, id, step)
      return planStep(ctx, fresh.one, goOn(fresh.one, done.progress, ctx.now), { ...fresh.job, ...done.job })
    })
    if (done.isCarryUsed && job.carry !== undefined) await ctx.db.files.delete(carryKey(id, job.carry))
  } catch (error) {
    if (!(error instanceof Superseded)) throw error
  }
}

async function current(ctx: Ctx, id: string, step: number): Promise<{ one: Export; job: Job }> {
  const one = await findExport(ctx, id)
  if (one?.step !== step || one.status !== 'running') throw new Superseded()
  const job = await jobOf(ctx, id)
  if (job.step !== step) throw new Superseded()
  return { one, job }
}

interface Done {
  progress: Progress
  job: Partial<Job>
  isCarryUsed: boolean
}

async function work(ctx: Ctx, one: Export, job: Job): Promise<Done> {
  if (job.isRead) {
    if (job.upload) await ctx.db.files.completeUpload(exportKey(one.id), job.upload.id, job.upload.tags)
    return { progress: { count: 0, bytes: 0, isOver: true }, job: {}, isCarryUsed: false }
  }
  const caller = await callerAgain(ctx.db, job.actor, ctx.now)
  if (!caller) return failed('export.caller_gone', 'Who asked for it may not sign in any more.')
  try {
    return await readOn({ ...ctx, ...caller }, one, job)
  } catch (error) {
    // The position is bound to the rights it was given for.
    const isStale = error instanceof CrmError && error.code === 'cursor.invalid'
    if (isStale) return failed('export.rights_changed', 'The rights of who asked for it have changed. Begin again.')
    throw error
  }
}

const failed = (code: string, detail: string): Done => ({
  progress: { count: 0, bytes: 0, isOver: false, problem: { code, detail } },
  job: {},
  isCarryUsed: false,
})

/** Collects lines until there is a part's worth of them, or enough work for one batch. */
async function readOn(ctx: Ctx, one: Export, job: Job): Promise<Done> {
  const source = one.archive ? archiveSource(ctx) : listSource(ctx, one)
  const isFirst = job.position === undefined && job.upload === undefined && job.carry === undefined
  const chunks = [isFirst ? Buffer.from(source.head) : await carried(ctx, one.id, job.carry)]
  const before = isFirst ? 0 : sizeOf(chunks)
  let count = 0
  let position = job.position
  for (let page = 0; page < PAGES_MAX; page++) {
    const lines = await source.read(ctx, position)
    chunks.push(Buffer.from(lines.text))
    count += lines.count
    position = lines.next
    if (position === undefined || isPart(sizeOf(chunks))) break
  }
  const body = Buffer.concat(chunks)
  const isRead = position === undefined
  const told = { count, bytes: body.length - before, isOver: false }
  if (!isRead && !isPart(body.length)) {
    const carry = one.step + 1
    await ctx.db.files.put(carryKey(one.id, carry), body, 'application/octet-stream')
    return { progress: told, job: { position, carry }, isCarryUsed: true }
  }
  const type = TYPES[one.archive ? 'jsonl' : one.format]
  if (isRead && job.upload === undefined) {
    await ctx.db.files.put(exportKey(one.id), body, type)
    return { progress: { ...told, isOver: true }, job: { isRead }, isCarryUsed: true }
  }
  if ((job.upload?.tags.length ?? 0) >= PARTS_MAX) return failed('export.too_large', 'The file would be too large.')
  const upload = await addPart(ctx, exportKey(one.id), type, job.upload, body)
  return { progress: told, job: { position, isRead, upload, carry: undefined }, isCarryUsed: true }
}

const sizeOf = (chunks: readonly Buffer[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0)

const carryKey = (id: string, carry: number): string => fileKey('exports', id, `carry-${carry}`)

async function carried(ctx: Ctx, id: string, carry: number | undefined): Promise<Buffer> {
  if (carry === undefined) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  for await (const chunk of await ctx.db.files.get(carryKey(id, carry))) chunks.push(chunk)
  return Buffer.concat(chunks)
}
