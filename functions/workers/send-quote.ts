import { sendOffer } from '@rapport/core/quotes/sending'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Mails an offer to the customer. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'send-quote', (ctx, { subject }) =>
    sendOffer(ctx, deps.mailer, subject.id, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
