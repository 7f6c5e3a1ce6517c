import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { caseType } from '../cases/model.ts'
import { sendOnce } from '../mail/once.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import { escalationLetter } from './mail.ts'

export interface EscalationTold {
  eventId: string
  caseId: string
  basis: string
  dueAt: string
  promisedBy?: string | undefined
  level: number
  notify: readonly string[]
}

/** Writes to everybody an escalation goes to, each of them once. */
export async function notifyPeople(ctx: Ctx, mailer: Mailer, told: EscalationTold, url: string): Promise<void> {
  const { eventId, caseId, notify } = told
  const items = await itemsOf(ctx, [caseId, ...notify])
  const found = items.find(({ id }) => id === caseId)
  if (!found || found.deletedAt) return
  const record = fromItem(caseType, found)
  for (const userId of notify) {
    const item = items.find(({ id }) => id === userId)
    const receiver = item && fromItem(userType, item)
    if (receiver?.status !== 'active' || receiver.deletedAt) continue
    const letter = escalationLetter({ ...told, case: record, receiver, now: ctx.now, url })
    await sendOnce(ctx, { eventId, userId }, () => sendLetter(ctx, mailer, letter, 'notice'))
  }
}
