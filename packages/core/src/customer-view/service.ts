import { CrmError, conflict } from '@rapport/kernel/errors'
import { kindOf } from '@rapport/kernel/ids'
import { openLink } from '@rapport/kernel/link'
import { listRecords } from '@rapport/kernel/record-list'
import { itemsOf, missing } from '@rapport/kernel/record-read'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { caseCommentType } from '../case-comments/model.ts'
import { planHeard, requesterOf } from '../case-comments/service.ts'
import { type CommentFile, FILES_MAX } from '../case-files/schema.ts'
import { asSaid, findFiles, linkTo, listCaseFiles, planUpload, planUse } from '../case-files/service.ts'
import { caseType } from '../cases/model.ts'
import { canReopen, close } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { current, findCase, goingOn, planMove } from '../cases/service.ts'
import type { Link } from '../imports/schema.ts'
import { asItself } from '../shared/itself.ts'
import { PURPOSE } from './link.ts'
import { asCustomerSees, isOwn, refuseFlood, wordsOf } from './rules.ts'
import {
  type CustomerCase,
  type CustomerCaseDetail,
  type CustomerCases,
  type CustomerFile,
  type CustomerFileRequest,
  type CustomerReply,
  type CustomerWord,
  OWN_CASES_MAX,
  WORDS_MAX,
} from './schema.ts'

/**
 * A customer's own cases, latest first. Every function here throws the same notFound, whether a
 * link is none or leads to no such case.
 */
export async function listOwnCases(outer: Ctx, token: string): Promise<CustomerCases> {
  const { ctx, subject } = await open(outer, token)
  if (kindOf(subject) === 'case') return { data: [asCustomerSees(await ownCase(ctx, subject, subject))] }
  const { data } = await listRecords(ctx, caseType, { filter: { contactId: subject }, limit: OWN_CASES_MAX })
  return { data: data.map(asCustomerSees) }
}

export async function showOwnCase(outer: Ctx, token: string, caseId: string): Promise<CustomerCaseDetail> {
  const { ctx, subject } = await open(outer, token)
  const record = await ownCase(ctx, subject, caseId)
  const { id, contactId } = await placeOf(ctx, record)
  // What was said about a merged case stands where it went on: whoever may not see that sees none of it.
  if (!isOwn({ id, contactId }, subject)) return { case: asCustomerSees(record), words: [] }
  const [words, files] = await Promise.all([publicWords(ctx, id), firstFiles(ctx, id)])
  return { case: asCustomerSees(record), words, ...(files.length > 0 ? { files } : {}) }
}

/** Takes what a customer answers, once per Idempotency-Key. It ends waiting for the customer, and opens what had ended lately. */
export async function replyToOwnCase(
  outer: Ctx,
  token: string,
  caseId: string,
  { body, fileIds = [] }: CustomerReply,
): Promise<CustomerWord> {
  const { ctx, subject } = await open(outer, token)
  return settle(ctx, async () => {
    const own = await ownCase(ctx, subject, caseId)
    const { id } = await placeOf(ctx, own)
    const before = await current(ctx, id)
    if (!canReopen(before, ctx.now)) throw hasEndedForGood()
    const commentId = ctx.ids.next('caseComment')
    const use = await planUse(ctx, id, fileIds, { commentId, origin: 'customer', isPublic: true })
    const change = await planHeard(ctx, before, body, requesterOf(own), { commentId, ...use })
    const [word] = wordsOf(change.answer)
    if (!word) throw new Error('What a customer said is public.')
    return { ...change, answer: word }
  })
}

/** Takes a file that the customer will say something with. */
export async function sendOwnFile(
  outer: Ctx,
  token: string,
  caseId: string,
  request: CustomerFileRequest,
): Promise<CustomerFile> {
  const { ctx, subject } = await open(outer, token)
  return settle(ctx, async () => {
    const place = await placeOf(ctx, await ownCase(ctx, subject, caseId))
    if (!canReopen(place, ctx.now)) throw hasEndedForGood()
    const { data } = await listCaseFiles(ctx, place.id, { limit: PAGE })
    refuseFlood(data)
    const made = await planUpload(ctx, place.id, request, 'customer')
    const { record, upload } = made.answer
    return { ...made, answer: { file: asSaid(record), upload } }
  })
}

/** A link to a file that was said something with in public, and what it is called. */
export async function linkToOwnFile(
  outer: Ctx,
  token: string,
  caseId: string,
  fileId: string,
): Promise<{ name: string; link: Link }> {
  const { ctx, subject } = await open(outer, token)
  const { id } = await placeOf(ctx, await ownCase(ctx, subject, caseId))
  const [file] = await findFiles(ctx, [fileId])
  if (!file?.isPublic || ![caseId, id].includes(file.subjectId)) throw missing(caseType)
  return { name: file.name, link: await linkTo(ctx, file) }
}

/** Ends a case whose customer needs nothing more. Again, it changes nothing. */
export async function closeOwnCase(outer: Ctx, token: string, caseId: string): Promise<CustomerCase> {
  const { ctx, subject } = await open(outer, token)
  return settle(ctx, async () => {
    await ownCase(ctx, subject, caseId)
    const before = await current(ctx, caseId)
    const change = await planMove(ctx, before, closedByCustomer(before, ctx.now), 'closed', { isByCustomer: true })
    // What is kept for a repeated request is what the customer is told, not the case.
    return { ...change, answer: asCustomerSees(change.answer) }
  })
}

function closedByCustomer(before: Case, at: Date): Case {
  if (before.status === 'closed') return before
  return close(before, before.status === 'resolved' ? undefined : { code: 'withdrawn' }, at)
}

/** What a genuine token is about, while that is there. */
async function open(outer: Ctx, token: string): Promise<{ ctx: Ctx; subject: string }> {
  const { subject } = await openLink(outer, PURPOSE, token).catch((error) => {
    throw error instanceof CrmError ? missing(caseType) : error
  })
  const { idempotency } = outer
  const ctx = { ...asItself(outer, 'customer-view'), ...(idempotency ? { idempotency } : {}) }
  const [item] = await itemsOf(ctx, [subject])
  if (!item || item.deletedAt) throw missing(caseType)
  return { ctx, subject }
}

async function ownCase(ctx: Ctx, subject: string, caseId: string): Promise<Case> {
  const record = await findCase(ctx, caseId)
  if (!record || !isOwn(record, subject)) throw missing(caseType)
  return record
}

/** Where a case of the customer goes on: it stays the customer's own when colleagues join it to another one. */
async function placeOf(ctx: Ctx, record: Case): Promise<Case> {
  return (record.mergedIntoId === undefined ? record : await goingOn(ctx, record.id)) ?? record
}

/** Pages of comments looked through for public ones. */
const PAGES_MAX = 5
const PAGE = 100

async function publicWords(ctx: Ctx, caseId: string): Promise<CustomerWord[]> {
  const words: CustomerWord[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < PAGES_MAX && words.length < WORDS_MAX; pages++) {
    const page = await listRecords(ctx, caseCommentType, { filter: { caseId }, limit: PAGE, cursor })
    words.push(...page.data.flatMap(wordsOf))
    cursor = page.nextCursor ?? undefined
    if (cursor === undefined) break
  }
  return words.slice(0, WORDS_MAX)
}

/** What came with the letter that opened the case: no comment of the case has it. */
async function firstFiles(ctx: Ctx, caseId: string): Promise<CommentFile[]> {
  const { data } = await listCaseFiles(ctx, caseId, { limit: PAGE })
  const own = data.filter(({ origin, isPublic, commentId }) => origin === 'mail' && isPublic && commentId === undefined)
  return own.slice(0, FILES_MAX).map(asSaid)
}

const hasEndedForGood = () => conflict('case.ended', 'This case has ended for good. Please ask anew.')
