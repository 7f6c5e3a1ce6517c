import { userType } from '@rapport/core/users/model'
import type { EventRow } from '@rapport/kernel/events'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Ends the sessions of a user who was disabled, deleted or signed out everywhere. Again, it changes nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'sign-out-user', async (ctx, event) => {
    if (!endsSessions(event)) return
    const [item] = await itemsOf(ctx, [event.subject.id])
    if (item) await deps.identity.signOut(fromItem(userType, item).email)
  })

const endsSessions = ({ type, changed, after }: EventRow): boolean =>
  type === 'user.deleted' ||
  changed.includes('tokensValidFromS') ||
  (changed.includes('status') && after?.status === 'disabled')

export const handler = entry(create)
