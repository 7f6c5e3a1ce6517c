import { sendAnswer } from '@rapport/core/case-mail/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Mails what a customer is answered. Other comments go nowhere. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'send-case-answer', async (ctx, { subject, after }) => {
    if (after?.delivery === undefined) return
    await sendAnswer(ctx, deps.mailer, subject.id, {
      url: deps.env.PUBLIC_URL,
      from: deps.env.MAIL_FROM,
      inbound: deps.env.MAIL_INBOUND,
    })
  })

export const handler = entry(create)
