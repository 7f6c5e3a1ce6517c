import { CrmError, conflict } from '@rapport/kernel/errors'
import { itemsOf, mayDo } from '@rapport/kernel/record-read'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, holderOf, together } from '@rapport/kernel/store'
import type { CaseAuthor } from '../case-comments/schema.ts'
import { planHeard } from '../case-comments/service.ts'
import { casesIn, cleanLine, cleanText, messageIdOf, referencedIds } from '../case-mail/rules.ts'
import { contactWith, ownedLike, planIntake } from '../cases/intake.ts'
import { canReopen, NOBODY_ID } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { current, followUp, goingOn, planCase } from '../cases/service.ts'
import type { Contact } from '../contacts/schema.ts'
import { findIntakeQueue } from '../queues/routing.ts'
import { planAside, planMoved, planParts, saidWith, storeParts } from './files.ts'
import { inboundMailType } from './model.ts'
import type { InboundMail, Received } from './schema.ts'

/** A letter whose files are stored. */
type Letter = Omit<Received, 'attachments'> & { attachments: NonNullable<InboundMail['attachments']> }

export const InboundMails = records<InboundMail>(inboundMailType)

/**
 * Takes a letter in, once, however often it is delivered. By its token, then by what it answers, it belongs to a case; a letter of a
 * contact opens a case; any other waits for somebody to say where it belongs. What a program wrote is kept and changes nothing.
 */
export async function receive(ctx: Ctx, received: Received): Promise<InboundMail | undefined> {
  const messageId = cleanLine(messageIdOf(received.messageId), 998)
  const isTaken = () => holderOf(ctx, { scope: 'inboundMail.message', value: messageId })
  if (await isTaken()) return undefined
  const attachments = await storeParts(ctx, received, messageId)
  const taken = settle(ctx, async () => {
    if (await isTaken()) return { writes: [], events: [], answer: undefined }
    const letter = { ...received, attachments }
    const { found, why } = await match(ctx, received)
    const contact = await contactWith(ctx, received.from)
    const id = ctx.ids.next('inboundMail')
    const say = (outcome: InboundMail['outcome'], reason: string, caseId?: string) =>
      planMail(ctx, letter, { messageId, outcome, why: reason, ...(caseId ? { caseId } : {}) }, id)
    const wait = async (reason: string, caseId?: string) => {
      const mail = await say('unmatched', reason, caseId)
      return together([mail, ...(await planParts(ctx, attachments, { subjectId: id }, [id]))], mail.answer)
    }
    if (received.isAutomatic) return say('ignored', 'a program wrote it', found?.id)
    if (received.isSuspect) return wait('it did not pass the checks for spam, viruses and forgery', found?.id)
    if (found) return planArrival(ctx, letter, found, contact, (outcome, caseId) => say(outcome, why, caseId))
    if (!contact) return wait('nobody knows the sender, and it answers nothing')
    const opened = await planOpened(ctx, letter, {
      contactId: contact.id,
      accountId: contact.accountId,
      ...ownedLike(contact),
    })
    return together([opened, await say('opened', 'the sender is a contact', opened.answer.id)], undefined as never)
  })
  // Delivered twice at the same time, the other one was faster.
  return taken.catch((error) => (isTakenError(error) ? undefined : Promise.reject(error)))
}

const isTakenError = (error: unknown): boolean =>
  error instanceof CrmError && error.code === 'inboundMail.message_taken'

/** The case a letter belongs to, and what says so. */
async function match(ctx: Ctx, { recipients, references }: Received): Promise<{ found?: Case; why: string }> {
  const key = await ctx.db.signingKey()
  const byAddress = await firstCase(ctx, casesIn(key, ctx.db.stage, recipients))
  if (byAddress) return { found: byAddress, why: 'the address names the case' }
  const byReference = await firstCase(ctx, casesIn(key, ctx.db.stage, references))
  if (byReference) return { found: byReference, why: 'it answers a letter of the case' }
  for (const id of referencedIds(references)) {
    const commentId = await holderOf(ctx, { scope: 'caseComment.message', value: id })
    const [item] = commentId ? await itemsOf(ctx, [commentId]) : []
    const found = item && (await firstCase(ctx, [String(item.caseId)]))
    if (found) return { found, why: 'it answers a letter of the case' }
  }
  return { why: 'it answers nothing' }
}

async function firstCase(ctx: Ctx, ids: readonly string[]): Promise<Case | undefined> {
  const [id] = ids
  return id === undefined ? undefined : goingOn(ctx, id)
}

/** A letter to a case that goes on, or to one that ended so long ago that another one follows it. */
async function planArrival(
  ctx: Ctx,
  received: Letter,
  found: Case,
  contact: Contact | undefined,
  say: (outcome: 'attached' | 'opened', caseId: string) => Promise<Change<InboundMail>>,
): Promise<Change<InboundMail>> {
  if (!canReopen(found, ctx.now)) {
    const opened = await planOpened(ctx, received, await followUp(ctx, found))
    const mail = await say('opened', opened.answer.id)
    return together([opened, mail], mail.answer)
  }
  const before = await current(ctx, found.id)
  const commentId = ctx.ids.next('caseComment')
  const enclosed = {
    commentId,
    files: saidWith(received.attachments),
    changes: await planParts(ctx, received.attachments, { subjectId: before.id, commentId }, []),
  }
  const heard = await planHeard(ctx, before, cleanText(received.text, 20_000), authorOf(received, contact), enclosed)
  const mail = await say('attached', before.id)
  return together([heard, mail], mail.answer)
}

async function planOpened(ctx: Ctx, received: Letter, more: Body): Promise<Change<Case>> {
  const requester = { email: received.from, ...(received.fromName ? { name: cleanLine(received.fromName, 200) } : {}) }
  const said = {
    subject: cleanLine(received.subject, 200) || '(no subject)',
    description: cleanText(received.text, 20_000),
    requester,
  }
  // What follows a case stays with whoever had that, if they are here; anything else waits where what comes from outside waits.
  const isKept = more.followsId !== undefined && more.ownerId !== undefined
  const queue = isKept ? undefined : await findIntakeQueue(ctx)
  const opened = await planIntake(ctx, { ownerId: NOBODY_ID, ...more, ...said, origin: 'email' }, queue)
  const { id } = opened.answer
  return together([opened, ...(await planParts(ctx, received.attachments, { subjectId: id }, [id]))], opened.answer)
}

const planMail = (ctx: Ctx, received: Letter, more: Body, id: string): Promise<Change<InboundMail>> =>
  InboundMails.plans.create(
    ctx,
    {
      ...more,
      from: received.from,
      ...(received.fromName ? { fromName: cleanLine(received.fromName, 200) } : {}),
      subject: cleanLine(received.subject, 200) || '(no subject)',
      body: cleanText(received.text, 20_000),
      receivedAt: received.receivedAt.toISOString(),
      ...(received.attachments.length > 0 ? { attachments: received.attachments } : {}),
    },
    { id },
  )

const authorOf = (
  { from, fromName }: Pick<Received, 'from' | 'fromName'>,
  contact: Contact | undefined,
): CaseAuthor => ({
  type: 'contact',
  ...(contact ? { id: contact.id } : {}),
  name: cleanLine(fromName || from, 200),
})

/** Says that a letter belongs to a case. */
export const attachMail = (ctx: Ctx, id: string, caseId: string): Promise<InboundMail> =>
  settle(ctx, async () => {
    const mail = await unmatched(ctx, id)
    const before = await current(ctx, caseId)
    if (before.mergedIntoId !== undefined || !canReopen(before, ctx.now))
      throw conflict('case.ended', 'This case has ended for good. Open a new one.', { status: before.status })
    const commentId = ctx.ids.next('caseComment')
    const changes = await planMoved(ctx, mail, { subjectId: caseId, commentId })
    const enclosed = { commentId, files: saidWith(mail.attachments), changes }
    const heard = await planHeard(ctx, before, mail.body, authorOf(mail, await contactWith(ctx, mail.from)), enclosed)
    const settled = await settledMail(ctx, mail, 'attached', caseId)
    return together([heard, settled], settled.answer)
  })

/** Opens a case for a letter. Throws when somebody has dealt with it already. */
export const openFromMail = (ctx: Ctx, id: string, more: Body): Promise<Case> =>
  settle(ctx, async () => {
    const mail = await unmatched(ctx, id)
    const made = await planCase(ctx, {
      subject: mail.subject,
      description: mail.body,
      requester: { email: mail.from, ...(mail.fromName ? { name: mail.fromName } : {}) },
      origin: 'email',
      ...more,
    })
    const settled = await settledMail(ctx, mail, 'opened', made.answer.id)
    return together([made, settled, ...(await planMoved(ctx, mail, { subjectId: made.answer.id }))], made.answer)
  })

export const dismissMail = (ctx: Ctx, id: string): Promise<InboundMail> =>
  settle(ctx, async () => {
    const mail = await unmatched(ctx, id)
    const settled = await settledMail(ctx, mail, 'dismissed')
    return together([settled, ...(await planAside(ctx, mail))], settled.answer)
  })

async function unmatched(ctx: Ctx, id: string): Promise<InboundMail> {
  const mail = mayDo(ctx, inboundMailType, await InboundMails.get(ctx, id), 'update')
  if (mail.outcome !== 'unmatched')
    throw conflict('inboundMail.settled', 'Somebody has dealt with this letter already.', { outcome: mail.outcome })
  return mail
}

const settledMail = (
  ctx: Ctx,
  mail: InboundMail,
  outcome: InboundMail['outcome'],
  caseId?: string,
): Promise<Change<InboundMail>> =>
  InboundMails.plans.derived(
    ctx,
    mail,
    { ...mail, outcome, why: 'somebody said so', ...(caseId ? { caseId } : {}) },
    { verb: outcome },
  )
