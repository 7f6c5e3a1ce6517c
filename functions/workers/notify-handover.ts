import { notifyReceiver } from '@rapport/core/handover/notice'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Writes to whoever has got a colleague's work. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'notify-handover', (ctx, { subject }) =>
    notifyReceiver(ctx, deps.mailer, subject.id, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
