import { takeDueStep } from '@rapport/core/cases/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Finds somebody for a case that came into a queue which assigns by itself: at once, before the sweep would. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'route-case', (ctx, { subject }) => takeDueStep(ctx, subject.id))

export const handler = entry(create)
