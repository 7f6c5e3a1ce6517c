import { later } from '@rapport/kernel/clock'
import { conflict, forbidden, type Issue, invalid, unprocessable } from '@rapport/kernel/errors'
import { DOWNLOAD_S_MAX } from '@rapport/kernel/files'
import { isAllowed } from '@rapport/kernel/policy'
import { settle } from '@rapport/kernel/records'
import { ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import type * as z from 'zod'
import type { Link } from '../imports/schema.ts'
import { typeOf } from '../imports/unique.ts'
import { archiveSource } from './archive.ts'
import { Exports, findExport, jobOf, jobWrite, planStep } from './plan.ts'
import { cancel, stalledAt, whenDue } from './rules.ts'
import { exportKey } from './run.ts'
import type { Export, ExportRequest } from './schema.ts'

/** Begins to write records to a file; a worker does it, with the rights the caller has by then. Throws when the caller may not. */
export async function createExport(ctx: Ctx, request: ExportRequest): Promise<Export> {
  refuseSenseless(ctx, request)
  const input = {
    ...request,
    ...(request.archive ? { format: 'jsonl' } : {}),
    status: 'running',
    count: 0,
    bytes: 0,
    step: 0,
    dueAt: stalledAt(ctx.now),
  }
  return settle(ctx, async () => {
    const made = await Exports.plans.create(ctx, input)
    const job = { exportId: made.answer.id, version: 0, step: 0, actor: ctx.actor, isRead: false }
    return { ...made, writes: [...made.writes, jobWrite(job)] }
  })
}

function refuseSenseless(ctx: Ctx, { archive, kind, filter = [] }: ExportRequest): void {
  if (archive) {
    if (kind !== undefined || filter.length > 0) {
      throw unprocessable('export.archive_is_whole', 'An archive holds everything.', [
        { pointer: kind === undefined ? '/filter' : '/kind', code: 'export.archive_is_whole', message: 'limits it' },
      ])
    }
    return void archiveSource(ctx)
  }
  if (kind === undefined) {
    throw invalid('body.invalid', 'Say what is to be exported.', [
      { pointer: '/kind', code: 'field.required', message: 'is needed unless it is an archive' },
    ])
  }
  if (!isAllowed(ctx.principal, 'export', kind, ctx.now)) {
    throw forbidden(`${kind}.export_denied`, `You may not export ${kind} records.`)
  }
  const { lists, parent } = typeOf(kind) ?? {}
  if (lists?.length === 0 && !filter.some(({ name }) => name === parent)) {
    throw unprocessable('export.parent_needed', 'These records are only listed below others.', [
      { pointer: '/filter', code: 'export.parent_needed', message: `must name ${parent}` },
    ])
  }
  const issues = filter.flatMap(({ name, value }, index) => badFilter(kind, name, value, `/filter/${index}`))
  if (issues.length > 0) throw unprocessable('filter.invalid', 'These records cannot be filtered so.', issues)
}

/** A filter is one of the list's, with a value that the list would take. */
function badFilter(kind: string, name: string, value: string, pointer: string): Issue[] {
  const type = typeOf(kind)
  const parent = type?.parent === name ? (type.schema.shape[name] as z.ZodType) : undefined
  const own = Object.hasOwn(type?.filters ?? {}, name) ? type?.filters?.[name] : undefined
  const schema = own ?? parent ?? { ownerId: ref('user'), teamId: ref('team') }[name]
  if (!schema) return [{ pointer: `${pointer}/name`, code: 'filter.unknown', message: 'is nothing to filter by' }]
  if (schema.safeParse(value).success) return []
  return [{ pointer: `${pointer}/value`, code: 'filter.invalid', message: 'is no such value' }]
}

/** Ends an export; what was written is forgotten. */
export async function cancelExport(ctx: Ctx, id: string): Promise<Export> {
  const cancelled = await settle(ctx, async () => {
    const before = await Exports.get(ctx, id, 'update')
    return planStep(ctx, before, cancel(before, ctx.now), await jobOf(ctx, id))
  })
  const { upload } = await jobOf(ctx, id)
  if (upload) await ctx.db.files.abortUpload(exportKey(id), upload.id)
  return cancelled
}

/** A link to the file. Throws conflict while there is none. */
export async function linkToExport(ctx: Ctx, id: string): Promise<Link> {
  const one = await Exports.get(ctx, id)
  if (one.status !== 'finished') throw conflict('export.not_finished', 'The file is there when the export is over.')
  const fileName = `${one.archive ? 'archive' : one.kind} ${one.createdAt.slice(0, 10)}.${one.format}`
  const url = await ctx.db.files.presignGet(exportKey(id), { fileName, expiresS: DOWNLOAD_S_MAX })
  return { url, method: 'GET', expiresAt: later(ctx.now, DOWNLOAD_S_MAX * 1_000).toISOString() }
}

/** Does what an export does by itself: begins a batch again that should be over. Nothing when not due. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  await settle<unknown>(ctx, async () => {
    const one = await findExport(ctx, id)
    const step = one && whenDue(one, ctx.now)
    return step ? planStep(ctx, one, step, await jobOf(ctx, id)) : { writes: [], events: [], answer: undefined }
  })
}
