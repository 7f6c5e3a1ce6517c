import type { Page, PageQuery } from '@rapport/kernel/page'
import { listRecords } from '@rapport/kernel/record-list'
import { records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, together } from '@rapport/kernel/store'
import type { CaseStatus } from '../case-terms/schema.ts'
import { answer, hear } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { Cases, current, planMove, refuseMerged } from '../cases/service.ts'
import { caseCommentType } from './model.ts'
import type { CaseAuthor, CaseComment, Direction } from './schema.ts'

export const CaseComments = records<CaseComment>(caseCommentType)

export interface Said {
  body: string
  direction: Direction
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
      return planComment(ctx, caseId, said, authorOf(ctx))
    }
    const before = await current(ctx, caseId)
    refuseMerged(before)
    return said.direction === 'outbound'
      ? planAnswer(ctx, before, said.body, undefined)
      : planHeard(ctx, before, said.body, requesterOf(before))
  })

export interface Reply {
  body: string
  /** The status the case has when the letter is on its way. */
  status?:
    | Extract<CaseStatus, 'in_progress' | 'waiting_on_customer' | 'waiting_on_third_party' | 'resolved'>
    | undefined
}

/** Answers the customer in public. */
export const reply = (ctx: Ctx, caseId: string, { body, status }: Reply): Promise<CaseComment> =>
  settle(ctx, async () => {
    const before = await current(ctx, caseId)
    refuseMerged(before)
    return planAnswer(ctx, before, body, status)
  })

async function planAnswer(ctx: Ctx, before: Case, body: string, to: CaseStatus | undefined) {
  const said = await planComment(ctx, before.id, { body, direction: 'outbound' }, authorOf(ctx))
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

/** What the customer said, and what it does to the case. */
export async function planHeard(
  ctx: Ctx,
  before: Case,
  body: string,
  author: CaseAuthor,
): Promise<Change<CaseComment>> {
  const said = await planComment(ctx, before.id, { body, direction: 'inbound' }, author)
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

export const planComment = (ctx: Ctx, caseId: string, said: Said, author: CaseAuthor): Promise<Change<CaseComment>> =>
  CaseComments.plans.create(ctx, { ...said, caseId, author })

export const authorOf = ({ principal }: Ctx): CaseAuthor =>
  principal.type === 'system' ? { type: 'system', id: principal.id } : { type: 'user', id: principal.userId }

export const requesterOf = ({ contactId, requester }: Case): CaseAuthor => ({
  type: 'contact',
  ...(contactId ? { id: contactId } : {}),
  ...(requester?.name ? { name: requester.name } : {}),
})
