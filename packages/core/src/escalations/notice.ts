import { DAY_MS, epochS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { CrmError } from '@rapport/kernel/errors'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Ctx, commit, read, retryStale, versioned } from '@rapport/kernel/store'
import { caseType } from '../cases/model.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { userType } from '../users/model.ts'
import { escalationLetter } from './mail.ts'
import { type Told, toldModel } from './model.ts'

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

/** Longer than one attempt can run: the function that makes it is ended before. */
const CLAIM_MS = 2 * MINUTE_MS

/**
 * Writes to everybody an escalation goes to. A letter is claimed before it is sent and noted after it. An attempt that died on the way
 * leaves a claim that runs out, and the next one sends again: twice rather than never, but only then.
 */
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
    const claimed = await claim(ctx, eventId, userId)
    if (!claimed) continue
    await sendLetter(ctx, mailer, escalationLetter({ ...told, case: record, receiver, url }), 'notice')
    const { claimedUntil: _, ...sent } = claimed
    await write(ctx, claimed.version, { ...sent, version: claimed.version + 1 })
  }
}

/** Takes the letter; undefined when it was sent. Throws while another attempt may be sending it: the message comes again later. */
const claim = (ctx: Ctx, eventId: string, userId: string): Promise<Told | undefined> =>
  retryStale(ctx, async () => {
    const before = await read(ctx, toldModel, { eventId, userId })
    if (before && before.claimedUntil === undefined) return undefined
    if (before?.claimedUntil && before.claimedUntil > ctx.now.toISOString())
      throw new CrmError('unavailable', 'letter.claimed', 'Another attempt may be sending this letter.')
    const { version } = before ?? { version: 0 }
    const claimedUntil = later(ctx.now, CLAIM_MS).toISOString()
    const expiresAtS = epochS(later(ctx.now, TOLD_KEPT_MS))
    const next = { eventId, userId, version: version + 1, claimedUntil, expiresAtS }
    await write(ctx, version, next)
    return next
  })

const write = (ctx: Ctx, version: number, next: Told): Promise<void> =>
  commit(ctx, {
    writes: [{ put: toldModel.item(next), condition: versioned(version) }],
    events: [],
    answer: undefined,
  })
