import { conflict, gone, unprocessable } from '@rapport/kernel/errors'
import { itemsOf } from '@rapport/kernel/record-read'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { refusalOf } from '../mail/rules.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { linkTo } from './acceptance.ts'
import { isExpired } from './lifecycle-rules.ts'
import { offerLetter } from './mail.ts'
import type { Quote, QuoteDelivery, SendRequest } from './quote-schema.ts'
import { findQuote } from './roster.ts'
import { current, documentOf, Quotes } from './service.ts'

/** Asks for a letter with the link of an offer. Throws conflict while one is on its way. */
export const requestMail = (ctx: Ctx, id: string, { to, message }: SendRequest, expected?: number): Promise<Quote> =>
  settle(ctx, async () => {
    const before = await current(ctx, id, expected)
    const address = to ?? (await documentOf(ctx, id))?.customer?.email
    if (before.status !== 'presented') throw conflict('quote.not_presented', 'Only an offer that stands is sent.')
    if (isExpired(before.expiresAt, ctx.now)) throw gone('quote.expired', 'The time to answer this offer is over.')
    if (before.delivery?.status === 'pending' || before.delivery?.status === 'sending')
      throw conflict('quote.mail_pending', 'A letter with this offer is on its way.')
    if (address === undefined)
      throw unprocessable('quote.no_address', 'Nobody has said where the offer goes.', [
        {
          pointer: '/to',
          code: 'quote.no_address',
          message: 'must be said: the contact has no address that takes mail',
        },
      ])
    const delivery: QuoteDelivery = {
      status: 'pending',
      to: address,
      at: ctx.now.toISOString(),
      ...(message === undefined ? {} : { message }),
    }
    return Quotes.plans.next(ctx, before, { ...before, delivery }, { verb: 'mail_requested' })
  })

/**
 * Mails an offer, at most once: the letter is claimed before it is sent. Who finds it claimed by an attempt that did not come back
 * says so on the quote instead of sending it again.
 */
export async function sendOffer(ctx: Ctx, mailer: Mailer, id: string, url: string): Promise<void> {
  const quote = await claim(ctx, id)
  if (!quote?.delivery) return
  const { seller } = (await documentOf(ctx, id)) ?? {}
  const [owner] = await itemsOf(ctx, [quote.ownerId])
  const replyTo = typeof owner?.email === 'string' && owner.status === 'active' ? owner.email : undefined
  const link = `${url}${await linkTo(ctx, quote)}`
  const { to, message } = quote.delivery
  try {
    const sent = await sendLetter(ctx, mailer, offerLetter({ to, quote, seller, message, link, replyTo }), 'quote')
    await mark(
      ctx,
      id,
      sent.outcome === 'sent' ? { status: 'sent', messageId: sent.messageId } : { status: 'suppressed' },
    )
  } catch (error) {
    const refusal = refusalOf(error)
    await mark(ctx, id, { status: refusal === undefined ? 'in_doubt' : refusal.isTemporary ? 'pending' : 'failed' })
    if (refusal?.isTemporary) throw error
  }
}

/** Takes a pending letter of an offer that still stands. One that another attempt took is in doubt, until that attempt says otherwise. */
const claim = (ctx: Ctx, id: string): Promise<Quote | undefined> =>
  settle(ctx, async () => {
    const before = await findQuote(ctx, id)
    const status = before?.delivery?.status
    if (!before?.delivery || (status !== 'pending' && status !== 'sending'))
      return { writes: [], events: [], answer: undefined }
    const stands = before.status === 'presented' && !isExpired(before.expiresAt, ctx.now)
    const next = status === 'sending' ? 'in_doubt' : stands ? 'sending' : 'failed'
    const delivery: QuoteDelivery = { ...before.delivery, status: next, at: ctx.now.toISOString() }
    const verb = next === 'sending' ? 'mail_claimed' : `mail_${next}`
    const change = await Quotes.plans.derived(ctx, before, { ...before, delivery }, { verb })
    return { ...change, answer: next === 'sending' ? change.answer : undefined }
  })

const mark = (ctx: Ctx, id: string, outcome: Pick<QuoteDelivery, 'status' | 'messageId'>): Promise<unknown> =>
  settle<unknown>(ctx, async () => {
    const before = await findQuote(ctx, id)
    if (!before?.delivery) return { writes: [], events: [], answer: undefined }
    const delivery: QuoteDelivery = { ...before.delivery, ...outcome, at: ctx.now.toISOString() }
    return Quotes.plans.derived(ctx, before, { ...before, delivery }, { verb: `mail_${outcome.status}` })
  })
