import { askForRating } from '@rapport/core/case-ratings/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Asks the customer of a case that was solved how that went. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'ask-for-rating', (ctx, { subject }) =>
    askForRating(ctx, deps.mailer, subject.id, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
