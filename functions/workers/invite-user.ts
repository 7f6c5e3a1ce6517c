import { Users } from '@rapport/core/users/service'
import { CrmError } from '@rapport/kernel/errors'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/** Gives a new colleague a sign-in. Inviting again finds the sign-in there is, so dying before it is noted loses nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'invite-user', async (ctx, { subject: { id } }) => {
    const user = await Users.get(ctx, id).catch(unlessGone)
    if (!user || user.subject || user.status !== 'active') return
    const { subject } = await deps.identity.invite(user.email)
    await Users.patch(ctx, id, { subject }).catch(unlessGone)
  })

const unlessGone = (error: unknown): undefined => {
  if (!(error instanceof CrmError) || error.kind !== 'notFound') throw error
}

export const handler = entry(create)
