import { ancestorChecks } from '@rapport/kernel/ancestry'
import { epochS } from '@rapport/kernel/clock'
import { conflict, forbidden, unprocessable } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { missing } from '@rapport/kernel/record-read'
import { keyOf } from '@rapport/kernel/record-type'
import { type Body, records } from '@rapport/kernel/records'
import { type Ctx, versioned, type Write } from '@rapport/kernel/store'
import { userType } from './model.ts'
import type { User } from './schema.ts'
import { userAsItIs } from './sign-in.ts'

export const Users = records<User>(userType, async (ctx, { before, next }) => {
  if (next.deletedAt) await refuseReports(ctx, next.id)
  await refuseUnknownTeams(ctx, before, next)
  await refuseUnknownDelegate(ctx, before, next)
  return { writes: [...(await managerChecks(ctx, before, next)), ...(await administratorChecks(ctx, before, next))] }
})

/** Whoever asks: that takes no right, so a key whose scopes leave users out is told whose it is too. */
export async function getSelf(ctx: Ctx): Promise<User> {
  const user = await userAsItIs(ctx, ctx.principal.userId)
  if (!user || user.deletedAt) throw missing(userType)
  return user
}

/** Ends what a user's tokens allow: everything issued up to this second is refused from now on. */
export const endSessions = (ctx: Ctx, id: string): Promise<User> => Users.patch(ctx, id, sessionsEnded(ctx))

const sessionsEnded = (ctx: Ctx): Body => ({ tokensValidFromS: epochS(ctx.now) + 1 })

/** A patch that disables also ends sessions. */
export const patchUser = (ctx: Ctx, id: string, patch: Body, expected?: number): Promise<User> =>
  Users.patch(ctx, id, patch.status === 'disabled' ? { ...patch, ...sessionsEnded(ctx) } : patch, expected)

/** Who is below somebody would be cut off from those above: they get another manager first. */
async function refuseReports(ctx: Ctx, id: string): Promise<void> {
  const [from, to] = idBounds('user')
  const below = userType.model.range(
    'parent',
    { state: 'live', parent: id },
    { id: from },
    { id: to },
    { newestFirst: false, limit: 1 },
  )
  const { items } = await ctx.db.table.query(below)
  if (items.length > 0)
    throw conflict(
      'user.has_reports',
      'People report to this user. Give them another manager first, or disable the user.',
    )
}

async function managerChecks(ctx: Ctx, before: User | undefined, next: User): Promise<Write[]> {
  if (next.managerId === undefined || next.managerId === before?.managerId) return []
  return ancestorChecks(ctx, 'user', 'managerId', next.id, next.managerId)
}

/**
 * There is always an administrator: nobody ends their own administration, and whoever ends another's is still an administrator
 * when it happens, so two cannot end each other's at once.
 */
async function administratorChecks(ctx: Ctx, before: User | undefined, next: User): Promise<Write[]> {
  if (!before || !isAdministrator(before) || isAdministrator(next) || ctx.principal.type === 'system') return []
  if (ctx.principal.userId === next.id)
    throw conflict(
      'user.own_administration',
      'Another administrator must take this role from you, disable or delete you.',
    )
  const acting = await userAsItIs(ctx, ctx.principal.userId)
  if (!acting || !isAdministrator(acting))
    throw forbidden('user.update_denied', 'Only an administrator may do this to an administrator.')
  return [{ check: keyOf('user', acting.id), condition: versioned(acting.version) }]
}

const isAdministrator = (user: User): boolean =>
  !user.deletedAt && user.status === 'active' && user.roles.includes('admin')

async function refuseUnknownTeams(ctx: Ctx, before: User | undefined, next: User): Promise<void> {
  const had = before?.teamIds ?? []
  const added = (next.teamIds ?? [])
    .map((id, index) => ({ pointer: `/teamIds/${index}`, id }))
    .filter(({ id }) => !had.includes(id))
  await refuseUnknown(ctx, added)
}

async function refuseUnknownDelegate(ctx: Ctx, before: User | undefined, next: User): Promise<void> {
  const id = next.outOfOffice?.delegateId
  if (id === undefined || id === before?.outOfOffice?.delegateId) return
  if (id === next.id) throw delegateToSelf()
  await refuseUnknown(ctx, [{ pointer: '/outOfOffice/delegateId', id }])
}

function delegateToSelf() {
  const [code, message] = ['user.own_delegate', 'must be somebody else'] as const
  return unprocessable(code, 'Nobody stands in for themselves.', [
    { pointer: '/outOfOffice/delegateId', code, message },
  ])
}
