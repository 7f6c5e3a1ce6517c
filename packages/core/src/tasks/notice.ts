import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import { reminderLetter } from './mail.ts'
import { isOpen } from './rules.ts'
import { findTask, Tasks } from './service.ts'

/** Writes to the owner of a task that reminds of itself. Sent before it is noted: twice rather than never. */
export async function remindOwner(ctx: Ctx, mailer: Mailer, id: string, url: string): Promise<void> {
  const task = await findTask(ctx, id)
  const told = task?.remindedUntil
  if (!task || told === undefined || !isOpen(task) || isNotified(task.notifiedFor, told)) return
  const [item] = await itemsOf(ctx, [task.ownerId])
  const owner = item && fromItem(userType, item)
  if (owner?.status !== 'active' || owner.deletedAt) return
  await sendLetter(ctx, mailer, reminderLetter({ task, owner, url }), 'notice')
  await settle<unknown>(ctx, async () => {
    const fresh = await findTask(ctx, id)
    if (!fresh || isNotified(fresh.notifiedFor, told)) return { writes: [], events: [], answer: undefined }
    return Tasks.plans.derived(ctx, fresh, { ...fresh, notifiedFor: told }, { verb: 'notified' })
  })
}

const isNotified = (notifiedFor: string | undefined, told: string): boolean =>
  notifiedFor !== undefined && notifiedFor >= told
