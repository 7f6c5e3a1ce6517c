import { recompute } from '@rapport/core/escalations/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Works out anew when a case escalates, after whatever happened to it. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'recompute-escalation', (ctx, { subject, actor, at, type }) => {
    const isChange = actor.type !== 'system' && type !== 'case.created'
    return recompute(ctx, subject.id, isChange ? at : undefined)
  })

export const handler = entry(create)
