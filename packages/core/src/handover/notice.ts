import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import { handoverLetter } from './mail.ts'
import { findHandover, planTold } from './plan.ts'
import { isWithReceiver } from './rules.ts'

/** Writes to the receiver, once the records are there. Sent before it is noted: twice rather than never. */
export async function notifyReceiver(ctx: Ctx, mailer: Mailer, id: string, url: string): Promise<void> {
  const handover = await findHandover(ctx, id)
  if (!handover || handover.notifiedAt || !isWithReceiver(handover)) return
  const people = (await itemsOf(ctx, [handover.ownerId, handover.to])).map((item) => fromItem(userType, item))
  const owner = people.find((user) => user.id === handover.ownerId)
  const receiver = people.find((user) => user.id === handover.to)
  if (!owner || receiver?.status !== 'active') return
  await sendLetter(ctx, mailer, handoverLetter({ handover, owner, receiver, url }), 'notice')
  await settle<unknown>(ctx, async () => {
    const fresh = await findHandover(ctx, id)
    if (!fresh || fresh.notifiedAt) return { writes: [], events: [], answer: undefined }
    return planTold(ctx, fresh, 'notified', { notifiedAt: ctx.now.toISOString() })
  })
}
