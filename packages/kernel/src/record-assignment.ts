import { forbidden, unprocessable } from './errors.ts'
import { isAllowed } from './policy.ts'
import { itemsOf } from './record-read.ts'
import type { RecordType } from './record-type.ts'
import type { RecordBase, Share } from './schema.ts'
import type { Ctx } from './store.ts'

/**
 * Giving a record to another owner or team is a right of its own, and reaches as far as that right does. Who may only change a
 * record, by a share or with the team, decides neither whose it is nor who sees it.
 */
export async function refuseAssignment<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  before: T | undefined,
  next: T,
): Promise<void> {
  const { userId, teamIds } = ctx.principal
  const was: Placed = before ?? { ownerId: userId, teamId: teamIds[0], visibility: next.visibility }
  if (next.ownerId === was.ownerId && next.teamId === was.teamId && next.visibility === was.visibility) return
  const mayMove = was.ownerId === userId || isAllowed(ctx.principal, 'assign', type.kind, ctx.now, before)
  if (!mayMove || !(await reachesTarget(ctx, type.kind, was, next))) {
    throw forbidden(`${type.kind}.assign_denied`, `You may not give a ${type.kind} to this owner or team.`)
  }
}

type Placed = Pick<RecordBase, 'ownerId' | 'teamId' | 'visibility'>

/** Whether the caller's right to assign extends to the owner and the team that a record would have. */
async function reachesTarget(ctx: Ctx, kind: string, was: Placed, next: Placed): Promise<boolean> {
  const { userId, teamIds, reports, rights } = ctx.principal
  const isSelf = next.ownerId === was.ownerId || next.ownerId === userId
  const isMine = next.teamId === undefined || next.teamId === was.teamId || teamIds.includes(next.teamId)
  if (isSelf && isMine) return true
  const level = rights.level(kind, 'assign')
  if (level === 'all') return true
  if (level === 'none' || level === 'own') return false
  const [owner] = next.ownerId === userId ? [] : await itemsOf(ctx, [next.ownerId])
  const ownersTeams = Array.isArray(owner?.teamIds) ? owner.teamIds : []
  const isColleague =
    (level === 'subtree' && reports.has(next.ownerId)) || teamIds.some((id) => ownersTeams.includes(id))
  return (isSelf || isColleague) && (isMine || ownersTeams.includes(next.teamId))
}

/** A share never grants what the one who shares may not do. */
export function refuseWiderShares<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  record: T,
  shares: readonly Share[],
): void {
  const isWider =
    shares.some((share) => share.access === 'update') && !isAllowed(ctx.principal, 'update', type.kind, ctx.now, record)
  if (isWider) throw forbidden(`${type.kind}.share_denied`, 'You may not grant more than you may do yourself.')
  const past = shares.findIndex((share) => share.until !== undefined && Date.parse(share.until) <= ctx.now.getTime())
  if (past >= 0)
    throw unprocessable('share.expired', 'A share must end in the future.', [
      { pointer: `/shares/${past}/until`, code: 'share.expired', message: 'must be in the future' },
    ])
}
