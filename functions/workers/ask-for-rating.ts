import { askForRating } from '@rapport/core/case-ratings/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Asks the customer of a case that was solved how that went: by itself, with an answer, or by closing it at once. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'ask-for-rating', async (ctx, { subject, after }) => {
    if (after?.status !== 'resolved' && after?.status !== 'closed') return
    await askForRating(ctx, deps.mailer, subject.id, deps.env.PUBLIC_URL)
  })

export const handler = entry(create)
