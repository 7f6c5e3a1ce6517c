import { BIN_DAYS } from '@rapport/kernel/record-read'
import type { Change, Ctx } from '@rapport/kernel/store'
import { contentKey } from '../case-files/model.ts'
import { cleanName, cleanType, idOfPart, keptOf, purgedAt } from '../case-files/rules.ts'
import type { CommentFile } from '../case-files/schema.ts'
import { CaseFiles, findFiles, STORED_TYPE } from '../case-files/service.ts'
import type { InboundMail, Received } from './schema.ts'

/** Files named in a letter; more are not even listed. */
const LISTED_MAX = 50

type Listed = NonNullable<InboundMail['attachments']>[number]

/** Where the files of a letter belong. */
export interface Place {
  subjectId: string
  commentId?: string | undefined
}

/**
 * Stores the files of a letter before the letter is written down: whoever dies in between stores the same ones at the same place
 * again. Answers all of them, those that are not kept without an id.
 */
export async function storeParts(ctx: Ctx, received: Received, messageId: string): Promise<Listed[]> {
  const parts = received.attachments.slice(0, LISTED_MAX)
  const kept = received.isAutomatic || !received.isScanned ? new Set() : keptOf(parts)
  const listed: Listed[] = []
  for (const [index, part] of parts.entries()) {
    const about = { name: cleanName(part.name), contentType: cleanType(part.contentType), bytes: part.bytes }
    if (!kept.has(part)) {
      listed.push(about)
      continue
    }
    const fileId = idOfPart(messageId, index, part.content, received.receivedAt)
    await ctx.db.files.put(contentKey(fileId), part.content, STORED_TYPE)
    listed.push({ ...about, fileId })
  }
  return listed
}

/** What is said with the files of a letter. */
export const saidWith = (listed: readonly Listed[] = []): CommentFile[] =>
  listed.flatMap(({ fileId, ...about }) => (fileId === undefined ? [] : [{ id: fileId, ...about }]))

/** Writes down the files of a letter that is written down in the same transaction. Its sender may have them. */
export const planParts = (
  ctx: Ctx,
  listed: readonly Listed[],
  { subjectId, commentId }: Place,
  known: readonly string[],
): Promise<Change[]> =>
  Promise.all(
    saidWith(listed).map(({ id, ...about }) =>
      CaseFiles.plans.create(
        ctx,
        { ...about, subjectId, origin: 'mail', isPublic: true, ...(commentId ? { commentId } : {}) },
        { id, known: commentId ? [...known, commentId] : known },
      ),
    ),
  )

/** Moves the files of a letter to the case that somebody says it belongs to. */
export async function planMoved(ctx: Ctx, mail: InboundMail, { subjectId, commentId }: Place): Promise<Change[]> {
  const place = { subjectId, ...(commentId ? { commentId } : {}) }
  return planEach(ctx, mail, place, 'moved')
}

/** The files of a letter that nobody wants go a month later. */
export const planAside = (ctx: Ctx, mail: InboundMail): Promise<Change[]> =>
  planEach(ctx, mail, { purgeAt: purgedAt(ctx.now.toISOString(), BIN_DAYS) }, 'put_aside')

async function planEach(ctx: Ctx, { id, attachments }: InboundMail, changes: object, verb: string): Promise<Change[]> {
  const files = await findFiles(
    ctx,
    saidWith(attachments).map((file) => file.id),
  )
  const own = files.filter(({ subjectId }) => subjectId === id)
  return Promise.all(own.map((file) => CaseFiles.plans.derived(ctx, file, { ...file, ...changes }, { verb })))
}
