import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { caseCommentType } from '../case-comments/model.ts'
import type { CaseComment, Delivery } from '../case-comments/schema.ts'
import { CaseComments } from '../case-comments/service.ts'
import { findCase } from '../cases/service.ts'
import { customerToken } from '../customer-view/link.ts'
import { refusalOf } from '../mail/rules.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { answerLetter } from './mail.ts'
import { caseToken, messageIdOf } from './rules.ts'

export interface Mailbox {
  /** Of this deployment, without a slash at the end. */
  url: string
  /** Sender of every letter. */
  from: string
  /** Where answers are received; empty when the deployment receives none. */
  inbound: string
}

/**
 * Mails an answer to the customer, at most once: it is claimed before it is sent. Who finds it claimed by an attempt that did not
 * come back says so on the comment instead of sending it again: a customer who is asked the same thing twice believes nothing of it.
 */
export async function sendAnswer(ctx: Ctx, mailer: Mailer, commentId: string, mailbox: Mailbox): Promise<void> {
  const claimed = await claim(ctx, commentId)
  const record = claimed && (await findCase(ctx, claimed.caseId))
  if (!claimed?.delivery || !record) return
  const { to } = claimed.delivery
  const token = caseToken(await ctx.db.signingKey(), ctx.db.stage, record.id)
  const domain = (mailbox.inbound || mailbox.from).replace(/^.*@|>$/g, '')
  const link = `${mailbox.url}/v1/customer/${await customerToken(ctx, record, to)}/cases`
  const fileLink = (fileId: string) => `${link}/${record.id}/files/${fileId}/page`
  const letter = answerLetter({ record, comment: claimed, to, token, link, fileLink, inbound: mailbox.inbound, domain })
  try {
    const sent = await sendLetter(ctx, mailer, letter, 'case')
    await mark(
      ctx,
      commentId,
      sent.outcome === 'sent' ? { status: 'sent', messageId: messageIdOf(sent.messageId) } : { status: 'suppressed' },
    )
  } catch (error) {
    const refusal = refusalOf(error)
    await mark(ctx, commentId, {
      status: refusal === undefined ? 'in_doubt' : refusal.isTemporary ? 'pending' : 'failed',
    })
    if (refusal?.isTemporary) throw error
  }
}

/** Takes a pending letter. One that another attempt took is in doubt, until that attempt says otherwise. */
const claim = (ctx: Ctx, id: string): Promise<CaseComment | undefined> =>
  settle(ctx, async () => {
    const before = await findComment(ctx, id)
    const status = before?.delivery?.status
    if (!before?.delivery || (status !== 'pending' && status !== 'sending'))
      return { writes: [], events: [], answer: undefined }
    const isFree = status === 'pending'
    const delivery: Delivery = {
      ...before.delivery,
      status: isFree ? 'sending' : 'in_doubt',
      at: ctx.now.toISOString(),
    }
    const verb = isFree ? 'mail_claimed' : 'mail_in_doubt'
    const change = await CaseComments.plans.derived(ctx, before, { ...before, delivery }, { verb })
    return { ...change, answer: isFree ? change.answer : undefined }
  })

const mark = (ctx: Ctx, id: string, outcome: Pick<Delivery, 'status' | 'messageId'>): Promise<unknown> =>
  settle<unknown>(ctx, async () => {
    const before = await findComment(ctx, id)
    if (!before?.delivery) return { writes: [], events: [], answer: undefined }
    const delivery: Delivery = { ...before.delivery, ...outcome, at: ctx.now.toISOString() }
    return CaseComments.plans.derived(ctx, before, { ...before, delivery }, { verb: `mail_${outcome.status}` })
  })

async function findComment(ctx: Ctx, id: string): Promise<CaseComment | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(caseCommentType, item) : undefined
}
