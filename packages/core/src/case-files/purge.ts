import { idBounds } from '@rapport/kernel/ids'
import { BIN_DAYS, itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { caseFileType, contentKey } from './model.ts'
import { type Holder, purgedAt, whenDue } from './rules.ts'
import type { CaseFile } from './schema.ts'
import { CaseFiles, findFiles } from './service.ts'

const PAGE = 100
const NOTHING: Change<undefined> = { writes: [], events: [], answer: undefined }

/** Sees to it that the files of a deleted case go when it cannot be brought back any more. Again, it changes nothing. */
export async function purgeWith(ctx: Ctx, caseId: string): Promise<void> {
  const [from, to] = idBounds('caseFile')
  for (let behind = from, more = true; more; ) {
    const range = { newestFirst: false, limit: PAGE }
    const parent = { state: 'live', parent: caseId }
    const page = await ctx.db.table.query(caseFileType.model.range('parent', parent, { id: behind }, { id: to }, range))
    const files = page.items.map((item) => fromItem(caseFileType, item))
    for (const { id } of files) await settle<unknown>(ctx, () => planWait(ctx, caseId, id))
    behind = `${files.at(-1)?.id}!`
    more = page.more && files.length > 0
  }
}

async function planWait(ctx: Ctx, caseId: string, id: string): Promise<Change<unknown>> {
  const [[file], [holder]] = await Promise.all([findFiles(ctx, [id]), itemsOf(ctx, [caseId])])
  if (!file || file.purgeAt !== undefined || file.subjectId !== caseId || !holder?.deletedAt) return NOTHING
  return CaseFiles.plans.derived(
    ctx,
    file,
    { ...file, purgeAt: purgedAt(holder.deletedAt, BIN_DAYS) },
    { verb: 'put_aside' },
  )
}

/**
 * Lets a file go, bytes first: who dies in between finds it due still. It stays when its case was brought back. Nothing when it is
 * not due: by then nobody can say anything with it any more.
 */
export const takeDueStep = (ctx: Ctx, id: string): Promise<void> =>
  settle<undefined>(ctx, async () => {
    const [file] = await findFiles(ctx, [id])
    const due = file && whenDue(file, await holderOf(ctx, file), ctx.now)
    if (!file || due === undefined) return NOTHING
    const { purgeAt: _, ...rest } = file
    if (due === 'purge') {
      await ctx.db.files.delete(contentKey(id))
      return changed(ctx, file, { ...rest, deletedAt: ctx.now.toISOString() }, 'purged')
    }
    if (due === 'keep') return changed(ctx, file, rest, 'kept')
    return changed(ctx, file, { ...rest, purgeAt: due.later }, 'put_aside')
  })

const changed = async (ctx: Ctx, before: CaseFile, next: CaseFile, verb: string): Promise<Change<undefined>> => ({
  ...(await CaseFiles.plans.derived(ctx, before, next, { verb })),
  answer: undefined,
})

async function holderOf(ctx: Ctx, { subjectId }: CaseFile): Promise<Holder | undefined> {
  const [item] = await itemsOf(ctx, [subjectId])
  const goesAt = item?.deletedAt && purgedAt(item.deletedAt, BIN_DAYS)
  return item && { isAside: item.outcome === 'dismissed', ...(goesAt ? { goesAt } : {}) }
}
