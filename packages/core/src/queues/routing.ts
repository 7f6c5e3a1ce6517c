import { takeNumbers } from '@rapport/kernel/numbers'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { readTotals } from '@rapport/kernel/rollup'
import { type Ctx, holderOf } from '@rapport/kernel/store'
import { userType } from '../users/model.ts'
import { intakeQueue, queueType } from './model.ts'
import { type Member, pickMember } from './rules.ts'
import type { Queue } from './schema.ts'

/** The live queue, whoever asks. */
export async function findQueue(ctx: Pick<Ctx, 'db'>, id: string): Promise<Queue | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && !item.deletedAt ? fromItem(queueType, item) : undefined
}

/** The queue for what comes from outside and names none, if the organisation keeps one. */
export async function findIntakeQueue(ctx: Pick<Ctx, 'db'>): Promise<Queue | undefined> {
  const id = await holderOf(ctx, intakeQueue)
  return id === undefined ? undefined : findQueue(ctx, id)
}

/** Name of the total of open cases of a person. */
export const openCasesOf = (userId: string): string => `case.open#owner#${userId}`

/**
 * Who gets a case that came into a queue which assigns by itself. The totals of open cases follow the cases within a second or
 * so: of many that come at once, several may go to the same person before it counts as busier, so equals take turns.
 */
export async function route(
  ctx: Ctx,
  queue: Queue,
  tags: readonly string[],
): Promise<{ userId: string; why: string } | undefined> {
  if (queue.mode !== 'push' || queue.memberIds.length === 0) return undefined
  const members = await membersOf(ctx, queue)
  const turn = await takeNumbers(ctx, `queue#${queue.id}`)
  return pickMember(members, { strategy: queue.strategy, tags, turn: turn - 1 }, ctx.now)
}

async function membersOf(ctx: Ctx, { memberIds }: Queue): Promise<Member[]> {
  const [items, totals] = await Promise.all([itemsOf(ctx, memberIds), readTotals(ctx, memberIds.map(openCasesOf))])
  const users = new Map(items.map((item) => [item.id, fromItem(userType, item)]))
  return memberIds.flatMap((id) => {
    const user = users.get(id)
    return user && !user.deletedAt ? [{ user, open: totals.get(openCasesOf(id))?.count ?? 0 }] : []
  })
}
