import { conflict } from '@rapport/kernel/errors'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { Users } from '../users/service.ts'
import { teamType } from './model.ts'
import type { Team } from './schema.ts'

export const Teams = records<Team>(teamType, async (ctx, { next }) => {
  if (next.deletedAt) await refuseMembers(ctx, next.id)
  return {}
})

/** Rights come from the teams a user names, so a team that lay in the recycle bin would go on giving them. */
async function refuseMembers(ctx: Ctx, id: string): Promise<void> {
  const { data } = await Users.list(ctx, { filter: { memberOf: id }, limit: 1 })
  if (data.length > 0) throw conflict('team.has_members', 'People belong to this team. Take them out of it first.')
}
