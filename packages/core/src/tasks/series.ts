import { allRights } from '@rapport/kernel/policy'
import type { Plans } from '@rapport/kernel/records'
import type { Change, Ctx } from '@rapport/kernel/store'
import { nextDue, wallDue, wallText } from './rules.ts'
import type { Task } from './schema.ts'

/**
 * The task that follows one that recurs and is done, in the same hands and with the same promises. Undefined when the rule is
 * over, or when it was made before: a task that is opened and done again has one task behind it.
 */
export async function planFollowing(ctx: Ctx, plans: Plans<Task>, done: Task): Promise<Change<Task> | undefined> {
  if (done.nextId !== undefined) return undefined
  const due = await nextDue(done, ctx.now)
  const start = wallDue(done)
  if (due === undefined || start === undefined) return undefined
  const { subject, description, aboutId, accountId, links, zone, priority, recurrence, reminders } = done
  const { ownerId, teamId, visibility } = done
  const kept = { subject, description, aboutId, accountId, links, zone, priority, recurrence, reminders }
  const input = {
    ...given({ ...kept, ownerId, teamId, visibility }),
    ...due,
    status: 'open',
    seriesStart: done.seriesStart ?? wallText(start),
    previousId: done.id,
  }
  const known = [ownerId, teamId, aboutId, ...(links ?? [])].filter((id) => id !== undefined)
  return plans.create(byItself(ctx), input, { known })
}

/** The CRM makes the next task, whoever did the one before: it belongs to the owner, not to whom may give work to the owner. */
const byItself = (ctx: Ctx): Ctx => ({ ...ctx, principal: { ...ctx.principal, rights: allRights } })

const given = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
