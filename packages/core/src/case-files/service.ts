import { later } from '@rapport/kernel/clock'
import { conflict } from '@rapport/kernel/errors'
import { DOWNLOAD_S_MAX, LINK_S_MAX } from '@rapport/kernel/files'
import type { Page, PageQuery } from '@rapport/kernel/page'
import { listRecords } from '@rapport/kernel/record-list'
import { unknownReferences } from '@rapport/kernel/record-plan'
import { itemsOf, onlyVisible } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records, settle } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { Cases } from '../cases/service.ts'
import type { Link } from '../imports/schema.ts'
import { caseFileType, contentKey } from './model.ts'
import { cleanName, refuseUse, unusedUntil } from './rules.ts'
import type { CaseFile, CaseFileRequest, CommentFile } from './schema.ts'

export const CaseFiles = records<CaseFile>(caseFileType)

/** What every file is stored and sent as, whatever it was said to be: no browser shows it as a page. */
export const STORED_TYPE = 'application/octet-stream'

export interface FileMade {
  record: CaseFile
  /** Where the bytes go. */
  upload: Link
}

/** Makes a file that waits for its bytes, and then for something to be said with it. Whoever calls has decided that they may. */
export const planUpload = async (
  ctx: Ctx,
  subjectId: string,
  { name, contentType, bytes }: CaseFileRequest,
  origin: 'colleague' | 'customer',
): Promise<Change<FileMade>> => {
  const made = await CaseFiles.plans.create(ctx, {
    subjectId,
    name: cleanName(name),
    contentType,
    bytes,
    origin,
    isPublic: false,
    purgeAt: unusedUntil(ctx.now),
  })
  const url = await ctx.db.files.presignPut(contentKey(made.answer.id), {
    contentType: STORED_TYPE,
    bytes,
    expiresS: LINK_S_MAX,
  })
  const expiresAt = later(ctx.now, LINK_S_MAX * 1_000).toISOString()
  return {
    ...made,
    answer: { record: made.answer, upload: { url, method: 'PUT', contentType: STORED_TYPE, expiresAt } },
  }
}

/** Throws notFound for who may not see the case. */
export const createCaseFile = (ctx: Ctx, caseId: string, request: CaseFileRequest): Promise<FileMade> =>
  settle(ctx, async () => {
    await Cases.get(ctx, caseId)
    return planUpload(ctx, caseId, request, 'colleague')
  })

/** Files of a case, latest first, those that wait for something to be said with them among them. */
export async function listCaseFiles(ctx: Ctx, caseId: string, query: PageQuery): Promise<Page<CaseFile>> {
  await Cases.get(ctx, caseId)
  return listRecords(ctx, caseFileType, { ...query, filter: { subjectId: caseId } })
}

/** A link to the bytes of a file. Throws notFound for who may not see what it belongs to, conflict while there are no bytes. */
export const linkToCaseFile = async (ctx: Ctx, id: string): Promise<Link> => linkTo(ctx, await CaseFiles.get(ctx, id))

/** The link itself; whoever calls has decided that they may have it. */
export async function linkTo(ctx: Ctx, { id, name, bytes }: Pick<CaseFile, 'id' | 'name' | 'bytes'>): Promise<Link> {
  if ((await ctx.db.files.head(contentKey(id)))?.bytes !== bytes) throw notUploaded({ name })
  const url = await ctx.db.files.presignGet(contentKey(id), { fileName: name, expiresS: DOWNLOAD_S_MAX })
  return { url, method: 'GET', expiresAt: later(ctx.now, DOWNLOAD_S_MAX * 1_000).toISOString() }
}

export interface Use {
  commentId: string
  origin: 'colleague' | 'customer'
  isPublic: boolean
}

/** Says something with files that were sent for this case, by this side. Throws when one is none of these, is used or is not there yet. */
export async function planUse(
  ctx: Ctx,
  caseId: string,
  ids: readonly string[],
  { commentId, origin, isPublic }: Use,
): Promise<{ files: CommentFile[]; changes: Change[] }> {
  if (ids.length === 0) return { files: [], changes: [] }
  const found = await onlyVisible(ctx, caseFileType, await findFiles(ctx, ids))
  const isOwn = (file: CaseFile): boolean => file.subjectId === caseId && file.origin === origin
  // Colleagues see files of other cases too; a customer sees nothing but this one.
  const seen = new Map(found.filter((file) => origin === 'colleague' || isOwn(file)).map((file) => [file.id, file]))
  const unknown = ids.flatMap((id, index) => (seen.has(id) ? [] : [{ pointer: `/fileIds/${index}` }]))
  if (unknown.length > 0) throw unknownReferences(unknown)
  const files = ids.flatMap((id) => seen.get(id) ?? [])
  if (!files.every(isOwn))
    throw conflict('caseFile.elsewhere', 'Not all of these files were sent for this case by colleagues.')
  refuseUse(files, ctx.now)
  const heads = await Promise.all(files.map(({ id }) => ctx.db.files.head(contentKey(id))))
  const absent = files.find(({ bytes }, index) => heads[index]?.bytes !== bytes)
  if (absent) throw notUploaded(absent)
  const changes = await Promise.all(
    files.map((file) => {
      const { purgeAt: _, ...kept } = file
      return CaseFiles.plans.derived(ctx, file, { ...kept, commentId, isPublic }, { verb: 'used' })
    }),
  )
  return { files: files.map(asSaid), changes }
}

const notUploaded = ({ name }: Pick<CaseFile, 'name'>) =>
  conflict('caseFile.not_uploaded', `${name} has not been uploaded yet.`)

export const asSaid = ({ id, name, contentType, bytes }: CommentFile): CommentFile => ({ id, name, contentType, bytes })

/** Files as they are now, whoever asks; none from the recycle bin. */
export async function findFiles(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<CaseFile[]> {
  const items = await itemsOf(ctx, ids)
  return items.flatMap((item) =>
    item.deletedAt || item.id.slice(0, 4) !== 'cfl_' ? [] : [fromItem(caseFileType, item)],
  )
}
