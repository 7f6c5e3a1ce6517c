import { DAY_MS, later } from '@rapport/kernel/clock'
import { conflict } from '@rapport/kernel/errors'
import { DOWNLOAD_S_MAX, LINK_S_MAX } from '@rapport/kernel/files'
import { settle } from '@rapport/kernel/records'
import { type Ctx, commit } from '@rapport/kernel/store'
import { UNDO_DAYS } from './model.ts'
import { findImport, Imports, jobOf, planStep } from './plan.ts'
import { settingsOf } from './request.ts'
import { reportKey, sourceKey } from './results.ts'
import { cancel, NOTHING, start, undo, whenDue } from './rules.ts'
import type { Import, ImportFormat, ImportRequest, Job, Link } from './schema.ts'

export interface ImportMade {
  record: Import
  /** Where the file goes. */
  upload: Link
}

const TYPES: Readonly<Record<ImportFormat, string>> = { csv: 'text/csv', jsonl: 'application/jsonl' }

/** Makes an import that waits for its file. Throws when the caller may not change records of this kind in bulk. */
export async function createImport(ctx: Ctx, request: ImportRequest): Promise<ImportMade> {
  const settings = await settingsOf(ctx, request)
  const { fileName, bytes, dryRun, presetId } = request
  const input = {
    ...settings,
    ...(presetId && { presetId }),
    fileName,
    bytes,
    dryRun,
    status: 'awaiting_file',
    counts: NOTHING,
    bytesRead: 0,
    step: 0,
  }
  return settle(ctx, async () => {
    const made = await Imports.plans.create(ctx, input)
    return { ...made, answer: { record: made.answer, upload: await linkToUpload(ctx, made.answer) } }
  })
}

/** Another link for the file, while it is waited for: the first one does not live long. */
export async function renewUpload(ctx: Ctx, id: string): Promise<Link> {
  const one = await Imports.get(ctx, id, 'update')
  if (one.status !== 'awaiting_file') throw conflict('import.started', 'This import was already started.')
  // Nothing is written but the answer, for a request that comes again.
  return commit(ctx, { writes: [], events: [], answer: await linkToUpload(ctx, one) })
}

async function linkToUpload(ctx: Ctx, { id, bytes, format }: Import): Promise<Link> {
  const contentType = TYPES[format]
  const url = await ctx.db.files.presignPut(sourceKey(id), { contentType, bytes, expiresS: LINK_S_MAX })
  return {
    url,
    method: 'PUT',
    contentType,
    expiresAt: later(ctx.now, LINK_S_MAX * 1_000).toISOString(),
  }
}

/** Begins to read the file; a worker does it, with the rights the caller has by then. */
export const startImport = (ctx: Ctx, id: string): Promise<Import> =>
  settle(ctx, async () => {
    const before = await Imports.get(ctx, id, 'update')
    const step = start(before, ctx.now)
    const file = await ctx.db.files.head(sourceKey(id))
    if (file?.bytes !== before.bytes) throw conflict('import.file_missing', 'The file has not been uploaded yet.')
    const job: Job = {
      importId: id,
      version: 0,
      step: 0,
      phase: 'rows',
      actor: ctx.actor,
      tag: file.tag,
      offset: 0,
      rows: 0,
      batches: 0,
      reported: 0,
      about: 'rows',
    }
    return planStep(ctx, before, step, job)
  })

/** Ends an import after the batch that is being written; what was written stays, is told, and can be undone. */
export const cancelImport = (ctx: Ctx, id: string): Promise<Import> =>
  settle(ctx, async () => {
    const before = await Imports.get(ctx, id, 'update')
    return planStep(ctx, before, cancel(before, ctx.now))
  })

/** Begins to take back what an import has changed, with the rights of whoever asks. */
export const undoImport = (ctx: Ctx, id: string): Promise<Import> =>
  settle(ctx, async () => {
    const before = await Imports.get(ctx, id, 'update')
    const step = undo(before, ctx.now, UNDO_DAYS * DAY_MS)
    const { upload: _, ...job } = await jobOf(ctx, id)
    const anew = { phase: 'undoUpdates', about: 'undo', batches: 0, reported: 0, behind: undefined } as const
    return planStep(ctx, before, step, { ...job, ...anew, actor: ctx.actor })
  })

/** A link to the report: what became of each row, and when it was undone, of each change. Throws conflict while there is none. */
export async function linkToReport(ctx: Ctx, id: string): Promise<Link> {
  const one = await Imports.get(ctx, id)
  const isThere = one.startedAt !== undefined && one.finishedAt !== undefined && one.status !== 'undoing'
  if (!isThere) throw conflict('import.not_finished', 'The report is there when the import is over.')
  const isUndone = one.status === 'undone'
  const fileName = `${one.fileName.replace(/\.\w+$/, '')} ${isUndone ? 'undone' : 'report'}.csv`
  const key = reportKey(id, isUndone ? 'undo' : 'rows')
  return downloadLink(ctx, key, fileName)
}

async function downloadLink(ctx: Ctx, key: string, fileName: string): Promise<Link> {
  const url = await ctx.db.files.presignGet(key, { fileName, expiresS: DOWNLOAD_S_MAX })
  return { url, method: 'GET', expiresAt: later(ctx.now, DOWNLOAD_S_MAX * 1_000).toISOString() }
}

/** Does what an import does by itself: begins a batch again that should be over. Nothing when not due. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  await settle<unknown>(ctx, async () => {
    const one = await findImport(ctx, id)
    const step = one && whenDue(one, ctx.now)
    return step ? planStep(ctx, one, step, await jobOf(ctx, id)) : { writes: [], events: [], answer: undefined }
  })
}
