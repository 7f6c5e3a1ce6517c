import type { Page, PageQuery } from '@rapport/kernel/page'
import { listRecords } from '@rapport/kernel/record-list'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, together } from '@rapport/kernel/store'
import type { CommentFile } from '../case-files/schema.ts'
import { planUse } from '../case-files/service.ts'
import type { CaseStatus } from '../case-terms/schema.ts'
import { answer, hasEnded, hear, refuseEndedForGood } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { Cases, current, planMove, refuseMerged } from '../cases/service.ts'
import { contactType } from '../contacts/model.ts'
import { caseCommentType } from './model.ts'
import type { CaseAuthor, CaseComment, Direction } from './schema.ts'

export const CaseComments = records<CaseComment>(caseCommentType)

export interface Said {
  body: string
  direction: Direction
  /** Of the case, sent by a colleague before. */
  fileIds?: readonly string[] | undefined
}

/** Files that are said something with, and what that means for them. */
export interface Enclosed {
  commentId: string
  files: CommentFile[]
  changes: readonly Change[]
}

/** What was said about a case, latest first. */
export async function listComments(
  ctx: Ctx,
  caseId: string,
  { audience, ...query }: PageQuery & { audience?: 'customer' | undefined },
): Promise<Page<CaseComment>> {
  await Cases.get(ctx, caseId)
  const page = await listRecords(ctx, caseCommentType, { ...query, filter: { caseId } })
  if (audience === undefined) return page
  return { ...page, data: page.data.filter(isPublic) }
}

/** What a customer may read of a case: never an internal word. */
export const isPublic = ({ direction }: Pick<CaseComment, 'direction'>): boolean => direction !== 'internal'

/** Writes down what was said. What the customer said ends waiting for it, and opens what had ended; what was answered counts as answer. */
export const comment = (ctx: Ctx, caseId: string, said: Said): Promise<CaseComment> =>
  settle(ctx, async () => {
    if (said.direction === 'internal') {
      await Cases.get(ctx, caseId)
      return planComment(ctx, caseId, said, authorOf(ctx), await enclose(ctx, caseId, said))
    }
    const before = await current(ctx, caseId)
    refuseMerged(before)
    if (said.direction === 'inbound') refuseEndedForGood(before, ctx.now)
    const enclosed = await enclose(ctx, caseId, said)
    return said.direction === 'outbound'
      ? planAnswer(ctx, before, { body: said.body }, undefined, enclosed)
      : planHeard(ctx, before, said.body, requesterOf(before), enclosed)
  })

export interface Reply {
  body: string
  fileIds?: readonly string[] | undefined
  /** The status the case has when the letter is on its way. */
  status?:
    | Extract<CaseStatus, 'in_progress' | 'waiting_on_customer' | 'waiting_on_third_party' | 'resolved'>
    | undefined
}

/** Answers the customer in public. */
export const reply = (ctx: Ctx, caseId: string, said: Reply): Promise<CaseComment> =>
  settle(ctx, async () => {
    const before = await current(ctx, caseId)
    refuseMerged(before)
    // An answer opens what has ended when it says so, and only then.
    if (hasEnded(before) && said.status !== undefined) refuseEndedForGood(before, ctx.now)
    const enclosed = await enclose(ctx, caseId, { ...said, direction: 'outbound' })
    return planAnswer(ctx, before, said, await addressOf(ctx, before), enclosed)
  })

async function planAnswer(
  ctx: Ctx,
  before: Case,
  { body, status: to }: Reply,
  address: string | undefined,
  enclosed: Enclosed,
): Promise<Change<CaseComment>> {
  const delivery = address && { status: 'pending', to: address, at: ctx.now.toISOString() }
  const answered = { body, direction: 'outbound', ...(delivery ? { delivery } : {}) }
  const said = await planComment(ctx, before.id, answered, authorOf(ctx), enclosed)
  const moved = await planMove(
    ctx,
    before,
    answer(before, to, ctx.now),
    'answered',
    { commentId: said.answer.id },
    'person',
  )
  return together([moved, said], said.answer)
}

/** Where the customer is written to: the address the customer named, or the contact's own. */
export async function addressOf(ctx: Ctx, { requester, contactId }: Case): Promise<string | undefined> {
  if (requester?.email !== undefined || contactId === undefined) return requester?.email
  const [item] = await itemsOf(ctx, [contactId])
  const emails = item && !item.deletedAt ? (fromItem(contactType, item).emails ?? []) : []
  return (emails.find(({ primary, invalid }) => primary && !invalid) ?? emails.find(({ invalid }) => !invalid))?.value
}

/** What the customer said, and what it does to the case. */
export async function planHeard(
  ctx: Ctx,
  before: Case,
  body: string,
  author: CaseAuthor,
  enclosed?: Enclosed,
): Promise<Change<CaseComment>> {
  const said = await planComment(ctx, before.id, { body, direction: 'inbound' }, author, enclosed)
  const moved = await planMove(
    ctx,
    before,
    hear(before, ctx.now),
    'customer_replied',
    { commentId: said.answer.id },
    'customer',
  )
  return together([moved, said], said.answer)
}

async function planComment(
  ctx: Ctx,
  caseId: string,
  said: object,
  author: CaseAuthor,
  enclosed?: Enclosed,
): Promise<Change<CaseComment>> {
  const { fileIds: _, ...words } = said as Body
  const { commentId: id, files = [], changes = [] } = enclosed ?? {}
  const input = { ...words, caseId, author, ...(files.length > 0 ? { files } : {}) }
  const made = await CaseComments.plans.create(ctx, input, id === undefined ? {} : { id })
  return together([made, ...changes], made.answer)
}

/** Takes files that a colleague sent into what is said. The customer may have them once it is said in public. */
async function enclose(ctx: Ctx, caseId: string, { fileIds = [], direction }: Omit<Said, 'body'>): Promise<Enclosed> {
  const commentId = ctx.ids.next('caseComment')
  const use = { commentId, origin: 'colleague', isPublic: direction !== 'internal' } as const
  return { commentId, ...(await planUse(ctx, caseId, fileIds, use)) }
}

export const authorOf = ({ principal }: Ctx): CaseAuthor =>
  principal.type === 'system' ? { type: 'system', id: principal.id } : { type: 'user', id: principal.userId }

export const requesterOf = ({ contactId, requester }: Case): CaseAuthor => ({
  type: 'contact',
  ...(contactId ? { id: contactId } : {}),
  ...(requester?.name ? { name: requester.name } : {}),
})
