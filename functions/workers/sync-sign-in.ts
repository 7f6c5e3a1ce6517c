import { foldEmail } from '@rapport/core/shared/rules'
import type { User } from '@rapport/core/users/schema'
import { Users } from '@rapport/core/users/service'
import { dropSubject, holdSubject, userAsItIs } from '@rapport/core/users/sign-in'
import { CrmError } from '@rapport/kernel/errors'
import type { EventRow } from '@rapport/kernel/events'
import { type Ctx, retryStale, VersionConflict } from '@rapport/kernel/store'
import type { Deps, Identity } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'

/**
 * Makes the sign-in what the user is: invited, under the present address, disabled, gone, back. It goes by the record and not by
 * the event, and looks again when it is done: of two messages at once, the later one to act has seen the latest record.
 */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'sync-sign-in', async (ctx, event) => {
    if (!concernsSignIn(event)) return
    const { id } = event.subject
    await retryStale(ctx, async () => {
      const user = await userAsItIs(ctx, id)
      if (!user) return
      if (user.deletedAt) return remove(ctx, deps.identity, user)
      await follow(ctx, deps.identity, user, event)
      if ((await userAsItIs(ctx, id))?.version !== user.version) throw new VersionConflict()
    })
  })

const FIELDS = ['email', 'status', 'subject']

const concernsSignIn = ({ type, changed }: EventRow): boolean =>
  type !== 'user.updated' || changed.some((field) => FIELDS.includes(field))

async function follow(ctx: Ctx, identity: Identity, user: User, event: EventRow): Promise<void> {
  const isActive = user.status === 'active'
  const signIn = user.subject === undefined ? undefined : await identity.find(user.subject)
  if (!signIn) {
    if (isActive) await invite(ctx, identity, user)
    return
  }
  if (foldEmail(signIn.email) !== foldEmail(user.email)) await identity.move(signIn.subject, user.email)
  // The first password lies in the old mailbox. Twice rather than never: a repeated message mails a newer one.
  if (signIn.isPending && event.type === 'user.updated' && event.changed.includes('email'))
    await identity.reinvite(user.email)
  if (isActive && !signIn.isEnabled) await identity.enable(signIn.subject)
  if (!isActive && signIn.isEnabled) await identity.disable(signIn.subject)
}

/** Inviting again finds the sign-in there is, so dying before it is noted loses nothing. */
async function invite(ctx: Ctx, identity: Identity, user: User): Promise<void> {
  const { subject } = await identity.invite(user.email)
  await Users.patch(ctx, user.id, { subject }).catch(lookAgainIfGone)
}

function lookAgainIfGone(error: unknown): never {
  throw error instanceof CrmError && error.kind === 'notFound' ? new VersionConflict() : error
}

/** Held meanwhile, so that whoever comes with the same address is not given a sign-in that is about to go. */
async function remove(ctx: Ctx, identity: Identity, user: User): Promise<void> {
  // Deleted before the invitation was noted: then only the address tells.
  const subject = user.subject ?? (await identity.find(user.email))?.subject
  if (subject === undefined || !(await holdSubject(ctx, user, subject))) return
  await identity.remove(subject)
  await dropSubject(ctx, user, subject)
}

export const handler = entry(create)
