import { purgeWith } from '@rapport/core/case-files/purge'
import { moveMerged, resolveChildren } from '@rapport/core/case-merge/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/**
 * What the end of a case means for others: its comments move where it went on, what was part of it is solved with it, and the files
 * of a deleted one go with it.
 */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'follow-case', async (ctx, { type, subject, after }) => {
    if (type === 'case.deleted') return purgeWith(ctx, subject.id)
    if (type === 'case.merged_away') return moveMerged(ctx, subject.id)
    if (after?.status === 'resolved' || after?.status === 'closed') await resolveChildren(ctx, subject.id)
  })

export const handler = entry(create)
