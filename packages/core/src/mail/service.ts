import { DAY_MS, epochS, later } from '@rapport/kernel/clock'
import { planNext } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import { type Change, type Ctx, holderOf, read, together, versioned } from '@rapport/kernel/store'
import { contactType } from '../contacts/model.ts'
import { foldEmail } from '../shared/rules.ts'
import { addressModel, reportModel } from './model.ts'
import { afterFeedback, digestOf, marked, reportDigestOf, suppressed, unknownAddress } from './rules.ts'
import type { AddressState, Feedback, Letter, Mailer, Purpose, Sent, SuppressionReason } from './schema.ts'

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

/** Puts an address on the list. Again, it changes nothing. */
export const suppress = (ctx: Ctx, address: string, reason: SuppressionReason): Promise<void> =>
  settle<void>(ctx, async () => {
    const before = await stateOf(ctx, address)
    return planState(before, suppressed(before, { reason, at: ctx.now.toISOString() }))
  })

/** Does once what a report asks for: count, or suppress and mark the contact that has the address. */
export const recordFeedback = (ctx: Ctx, feedback: Feedback): Promise<void> =>
  settle<void>(ctx, async () => {
    const digest = reportDigestOf(feedback)
    if (await read(ctx, reportModel, { digest })) return NOTHING
    const before = await stateOf(ctx, feedback.address)
    const report = { digest, expiresAtS: epochS(later(ctx.now, REPORT_KEPT_MS)) }
    const seen: Change = { ...NOTHING, writes: [{ put: reportModel.item(report), condition: { absent: true } }] }
    const contact = feedback.isFinal ? await planMark(ctx, feedback) : NOTHING
    return together([seen, planState(before, afterFeedback(before, feedback)), contact], undefined)
  })

async function stateOf(ctx: Pick<Ctx, 'db'>, address: string): Promise<AddressState> {
  const digest = digestOf(address)
  return (await read(ctx, addressModel, { digest })) ?? unknownAddress(digest)
}

function planState(before: AddressState, wished: AddressState): Change<void> {
  if (wished === before) return NOTHING
  const next = { ...wished, version: before.version + 1 }
  return {
    writes: [{ put: addressModel.item(next), condition: versioned(before.version) }],
    events: next.suppression && !before.suppression ? [suppressedEvent(next)] : [],
    answer: undefined,
  }
}

/** The event names the address by a part of its digest that tells it from any other. */
const suppressedEvent = ({ digest, version, suppression }: AddressState) => ({
  type: 'address.suppressed',
  subject: { id: digest.slice(0, 30), kind: 'address' },
  version,
  changed: ['suppression'],
  after: { suppression },
})

async function planMark(ctx: Ctx, feedback: Feedback): Promise<Change> {
  const holder = await holderOf(ctx, { scope: 'contact.email', value: foldEmail(feedback.address) })
  const [item] = holder ? await itemsOf(ctx, [holder]) : []
  if (!item) return NOTHING
  const contact = fromItem(contactType, item)
  return planNext(ctx, contactType, contact, { ...contact, emails: marked(contact.emails ?? [], feedback) })
}

const NOTHING: Change<void> = { writes: [], events: [], answer: undefined }
