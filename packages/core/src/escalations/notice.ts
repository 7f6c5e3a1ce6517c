import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Ctx, commit, read } from '@rapport/kernel/store'
import { caseType } from '../cases/model.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import { escalationLetter } from './mail.ts'
import { toldModel } from './model.ts'

export interface EscalationTold {
  eventId: string
  caseId: string
  basis: string
  dueAt: string
  level: number
  notify: readonly string[]
}

/** Longer than a message can wait: queue and dead letters keep it for 14 days each. */
const TOLD_KEPT_MS = 30 * DAY_MS

/** Writes to everybody an escalation goes to. Each letter is sent before it is noted: twice rather than never. */
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
    if (await read(ctx, toldModel, { eventId, userId })) continue
    await sendLetter(ctx, mailer, escalationLetter({ ...told, case: record, receiver, url }), 'notice')
    const expiresAtS = epochS(later(ctx.now, TOLD_KEPT_MS))
    await commit(ctx, {
      writes: [{ put: toldModel.item({ eventId, userId, expiresAtS }) }],
      events: [],
      answer: undefined,
    })
  }
}
