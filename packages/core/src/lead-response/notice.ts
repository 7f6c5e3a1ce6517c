import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { personName } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import { findLead } from '../leads/service.ts'
import { sendOnce } from '../mail/once.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import type { User } from '../users/schema.ts'
import { lateLeadLetter } from './mail.ts'

export interface Missed {
  eventId: string
  leadId: string
  /** Whose the lead was when the time was over. */
  ownerId: string
}

/** Writes to the owner of a lead that nobody has answered in time, and to the owner's manager; to nobody once it was answered. */
export async function notifyOfMissed(
  ctx: Ctx,
  mailer: Mailer,
  { eventId, leadId, ownerId }: Missed,
  url: string,
): Promise<void> {
  const lead = await findLead(ctx, leadId)
  const due = lead?.firstResponseDueAt
  if (!lead || due === undefined || lead.firstRespondedAt !== undefined) return
  const owner = await findUser(ctx, ownerId)
  if (!owner) return
  const manager = owner.managerId === undefined ? undefined : await findUser(ctx, owner.managerId)
  for (const receiver of [owner, manager]) {
    if (receiver?.status !== 'active' || receiver.deletedAt) continue
    const told = { id: leadId, name: nameOf(lead), firstResponseDueAt: due }
    const letter = lateLeadLetter({ lead: told, owner, receiver, isOwner: receiver === owner, url })
    await sendOnce(ctx, { eventId, userId: receiver.id }, () => sendLetter(ctx, mailer, letter, 'notice'))
  }
}

const nameOf = (lead: Lead): string => personName(lead) ?? lead.company ?? 'without a name'

/** The user, deleted ones included: whoever left has a manager still. */
async function findUser(ctx: Ctx, id: string): Promise<User | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(userType, item)
}
