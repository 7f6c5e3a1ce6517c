import { conflict, forbidden, unprocessable } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { mayDo } from '@rapport/kernel/record-read'
import { records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, VersionConflict } from '@rapport/kernel/store'
import { caseType } from '../cases/model.ts'
import { isUnclaimed, move } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { current, findCase, planMove, refuseMerged } from '../cases/service.ts'
import { queuedModel, queueType } from './model.ts'
import { findQueue } from './routing.ts'
import type { Queue } from './schema.ts'

export const Queues = records<Queue>(queueType, async (ctx, { before, next }) => {
  if (next.teamId === undefined)
    throw unprocessable('queue.no_team', 'A queue belongs to the team that sees its cases.', [
      { pointer: '/teamId', code: 'queue.no_team', message: 'is missing' },
    ])
  if (next.deletedAt) await refuseWaiting(ctx, next.id)
  const added = next.memberIds
    .map((id, index) => ({ pointer: `/memberIds/${index}`, id }))
    .filter(({ id }) => !before?.memberIds.includes(id))
  await refuseUnknown(ctx, added)
  return {}
})

/** Entries looked at by one claim: the first, or one of those behind it when others are faster. */
const ENTRIES_MAX = 16

/** Takes the oldest of the most urgent cases that wait. Of two who claim at once, each gets another one. */
export async function claimNext(ctx: Ctx, queueId: string): Promise<Case> {
  const queue = await Queues.get(ctx, queueId)
  refuseOutsider(ctx, queue)
  let attempt = 0
  return settle(ctx, async () => {
    const waiting = await firstWaiting(ctx, queueId)
    if (waiting.length === 0) throw conflict('queue.empty', 'No case waits in this queue.')
    // The first one at first; then further apart, so that many who claim at once do not all meet again.
    const spread = Math.min(waiting.length, 2 ** attempt++)
    const caseId = waiting[(ctx.db.random(1)[0] ?? 0) % spread] as string
    const found = await findCase(ctx, caseId)
    // Somebody was faster between the two reads.
    if (!found || !isUnclaimed(found)) throw new VersionConflict()
    return planClaim(ctx, mayDo(ctx, caseType, found, 'update'))
  })
}

/** Takes one case that waits. Throws conflict('case.claimed') when somebody has it. */
export const claimCase = (ctx: Ctx, id: string): Promise<Case> =>
  settle(ctx, async () => {
    const before = await current(ctx, id)
    refuseMerged(before)
    if (before.ownerId === ctx.principal.userId) return { writes: [], events: [], answer: before }
    if (!isUnclaimed(before))
      throw conflict('case.claimed', 'Somebody works on this case already.', { ownerId: before.ownerId })
    const queue = before.queueId === undefined ? undefined : await findQueue(ctx, before.queueId)
    if (queue) refuseOutsider(ctx, queue)
    return planClaim(ctx, before)
  })

function planClaim(ctx: Ctx, before: Case): Promise<Change<Case>> {
  const { routeAt: _, ...rest } = before
  const begun = before.status === 'new' ? move(rest, 'in_progress', ctx.now) : rest
  return planMove(ctx, before, { ...begun, ownerId: ctx.principal.userId }, 'claimed')
}

function refuseOutsider({ principal }: Ctx, { memberIds, teamId }: Queue): void {
  const isMember =
    memberIds.length > 0 ? memberIds.includes(principal.userId) : principal.teamIds.includes(teamId as string)
  if (!isMember) throw forbidden('queue.not_member', 'You do not work on this queue.')
}

/** Ids of the cases that wait, most urgent first, oldest of these first. One consistent query. */
async function firstWaiting(ctx: Ctx, queueId: string, limit = ENTRIES_MAX): Promise<string[]> {
  const [lowest, highest] = idBounds('case')
  const query = queuedModel.range(
    'record',
    { queueId },
    { rank: '0', caseId: lowest },
    { rank: '9', caseId: highest },
    { newestFirst: false, limit },
  )
  const { items } = await ctx.db.table.query({ ...query, ConsistentRead: true })
  return items.map((item) => queuedModel.parse(item).caseId)
}

async function refuseWaiting(ctx: Ctx, queueId: string): Promise<void> {
  if ((await firstWaiting(ctx, queueId, 1)).length > 0)
    throw conflict('queue.in_use', 'Cases wait in this queue. Put them into another one first.')
}
