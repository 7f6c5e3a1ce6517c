import { remindOwner } from '@rapport/core/tasks/notice'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Writes to whoever has a task that is due soon. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'remind-owner', (ctx, { subject }) =>
    remindOwner(ctx, deps.mailer, subject.id, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
