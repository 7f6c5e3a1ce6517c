import { userAsItIs } from '@rapport/core/users/sign-in'
import type { EventRow } from '@rapport/kernel/events'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Ends the sessions of a user who was disabled, deleted or signed out everywhere. Again, it changes nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'sign-out-user', async (ctx, event) => {
    if (!endsSessions(event)) return
    const user = await userAsItIs(ctx, event.subject.id)
    if (user?.subject !== undefined) await deps.identity.signOut(user.subject)
  })

const endsSessions = ({ type, changed, after }: EventRow): boolean =>
  type === 'user.deleted' ||
  changed.includes('tokensValidFromS') ||
  (changed.includes('status') && after?.status === 'disabled')

export const handler = entry(create)
