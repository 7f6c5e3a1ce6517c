import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import type { EventDraft } from '@rapport/kernel/events'
import { kindOf } from '@rapport/kernel/ids'
import { planNext } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Change, type Ctx, holderOf, read, together, versioned } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { contactType } from '../contacts/model.ts'
import { foldEmail } from '../shared/rules.ts'
import { addressModel, reportModel } from './model.ts'
import { counted, digestOf, marked, reportDigestOf, suppressed, unknownAddress } from './rules.ts'
import type { AddressState, Feedback, Letter, Mailer, Purpose, Sent, Suppression } from './schema.ts'

/** Longer than a report can wait: queue and dead letters keep it for 14 days each. */
const REPORT_KEPT_MS = 30 * DAY_MS

/** The one way out for mail, whatever it is about: nothing leaves for an address on the suppression list. */
export async function sendLetter(
  ctx: Pick<Ctx, 'db'>,
  mailer: Mailer,
  letter: Letter,
  purpose: Purpose,
): Promise<Sent> {
  if (await isSuppressed(ctx, letter.to)) return { outcome: 'suppressed' }
  const { messageId } = await mailer.send(letter, { purpose })
  return { outcome: 'sent', messageId }
}

/** Whether an address gets no mail any more. Consistent: a report that was recorded counts for the next letter. */
export const isSuppressed = async (ctx: Pick<Ctx, 'db'>, address: string): Promise<boolean> =>
  (await stateOf(ctx, address)).suppression !== undefined

/** Puts an address on the suppression list. Again, it changes nothing. */
export const suppress = (ctx: Ctx, address: string, suppression: Suppression): Promise<void> =>
  settle(ctx, () => planSuppression(ctx, address, suppression))

/** Does once what a report asks for: a final one suppresses the address, any other is counted. */
export const recordFeedback = (ctx: Ctx, feedback: Feedback): Promise<void> =>
  settle<void>(ctx, async () => {
    const digest = reportDigestOf(feedback)
    if (await read(ctx, reportModel, { digest })) return NOTHING
    const report = { digest, expiresAtS: epochS(later(ctx.now, REPORT_KEPT_MS)) }
    const seen = { ...NOTHING, writes: [{ put: reportModel.item(report), condition: { absent: true } as const }] }
    return together([seen, await planFeedback(ctx, feedback)], undefined)
  })

async function planFeedback(ctx: Ctx, { address, type, isFinal, at, messageId }: Feedback): Promise<Change<void>> {
  if (isFinal) return planSuppression(ctx, address, { reason: type, at, messageId })
  const before = await stateOf(ctx, address)
  return planState(before, counted(before, at))
}

/** The list, the contact's entry for the address, and an event in the timeline of whoever has the address. */
async function planSuppression(ctx: Ctx, address: string, suppression: Suppression): Promise<Change<void>> {
  const before = await stateOf(ctx, address)
  const holders = await holdersOf(ctx, address)
  const marks = await Promise.all(holders.map((item) => planMark(ctx, item, address, suppression)))
  const events = before.suppression ? [] : marks.map(({ answer }) => suppressedEvent(answer, suppression))
  const list = planState(before, suppressed(before, suppression))
  return together([...marks, { ...list, events }], undefined)
}

async function holdersOf(ctx: Ctx, address: string): Promise<(Item & RecordBase)[]> {
  const value = foldEmail(address)
  const ids = await Promise.all(['contact.email', 'user.email'].map((scope) => holderOf(ctx, { scope, value })))
  return itemsOf(
    ctx,
    ids.filter((id) => id !== undefined),
  )
}

async function planMark(ctx: Ctx, item: Item & RecordBase, address: string, { reason }: Suppression) {
  if (kindOf(item.id) !== 'contact') return { writes: [], events: [], answer: item }
  const contact = fromItem(contactType, item)
  const emails = marked(contact.emails ?? [], address, reason)
  return planNext<typeof contact>(ctx, contactType, contact, { ...contact, emails })
}

const suppressedEvent = ({ id, version }: RecordBase, suppression: Suppression): EventDraft => ({
  type: 'address.suppressed',
  subject: { id, kind: String(kindOf(id)) },
  version,
  changed: [],
  data: { suppression },
})

async function stateOf(ctx: Pick<Ctx, 'db'>, address: string): Promise<AddressState> {
  const digest = digestOf(address)
  return (await read(ctx, addressModel, { digest })) ?? unknownAddress(digest)
}

function planState(before: AddressState, wished: AddressState): Change<void> {
  if (wished === before) return NOTHING
  const next = { ...wished, version: before.version + 1 }
  return { ...NOTHING, writes: [{ put: addressModel.item(next), condition: versioned(before.version) }] }
}

const NOTHING: Change<void> = { writes: [], events: [], answer: undefined }
