import { DAY_MS, epochS, HOUR_MS, later } from '@rapport/kernel/clock'
import { notFound } from '@rapport/kernel/errors'
import { openLink, sealLink } from '@rapport/kernel/link'
import { settle } from '@rapport/kernel/records'
import { type Ctx, commit, read } from '@rapport/kernel/store'
import { findFormById } from '../capture-forms/service.ts'
import { digestOfEmail } from '../leads/model.ts'
import type { Lead } from '../leads/schema.ts'
import { findLead, OwnLeads } from '../leads/service.ts'
import type { Mailer } from '../mail/schema.ts'
import { sendLetter } from '../mail/service.ts'
import { asItself } from '../shared/itself.ts'
import { optInLetter } from './mail.ts'
import { askedModel } from './model.ts'
import { confirmPage, thanksPage } from './page.ts'

const PURPOSE = 'lead.opt_in'

/** How long a link in a letter is good. */
const LINK_MS = 48 * HOUR_MS

/** Longer than an event can wait in a queue and behind it. */
const ASKED_KEPT_MS = 30 * DAY_MS

/** A capture that wants its address confirmed. */
export interface Asking {
  leadId: string
  digest: string
  captureFormId: string | undefined
  eventId: string
}

/** Writes to the address of a capture, at most once a day. Sent before it is noted: twice rather than never. */
export async function askToOptIn(ctx: Ctx, mailer: Mailer, asking: Asking, url: string): Promise<void> {
  const { leadId, digest, eventId } = asking
  const lead = await findLead(ctx, leadId)
  const address = lead && entryOf(lead, digest)?.value
  if (!lead || address === undefined || isConfirmed(lead, digest)) return
  const asked = await read(ctx, askedModel, { leadId, digest })
  const isRecent = asked !== undefined && Date.parse(asked.at) + DAY_MS > ctx.now.getTime()
  if (asked?.eventId === eventId || isRecent) return
  const expiresAtS = epochS(later(ctx.now, LINK_MS))
  const token = await sealLink(ctx, { purpose: PURPOSE, subject: leadId, detail: digest, expiresAtS })
  const form = asking.captureFormId ? await findFormById(ctx, asking.captureFormId) : undefined
  const letter = optInLetter({ to: address, form, link: `${url}/v1/opt-in/${token}` })
  await sendLetter(ctx, mailer, letter, 'notice')
  const at = ctx.now.toISOString()
  const put = askedModel.item({ leadId, digest, eventId, at, expiresAtS: epochS(later(ctx.now, ASKED_KEPT_MS)) })
  await commit(ctx, { writes: [{ put }], events: [], answer: undefined })
}

/** The page behind a link. Changes nothing. Throws notFound('link.invalid') for a link that is none. */
export async function showOptIn(ctx: Ctx, token: string): Promise<string> {
  await openLink(ctx, PURPOSE, token)
  return confirmPage()
}

/** Notes that an address is its owner's, and that this person agreed. Again, it changes nothing and answers the same. */
export async function confirmOptIn(outer: Ctx, token: string): Promise<string> {
  const { subject, detail = '' } = await openLink(outer, PURPOSE, token)
  const ctx = asItself(outer, 'opt-in')
  const { captureFormId } = await settle<Lead>(ctx, async () => {
    const lead = await findLead(ctx, subject)
    if (!lead || !entryOf(lead, detail)) throw notFound('link.invalid', 'This link is not valid, or its time is over.')
    if (isConfirmed(lead, detail)) return { writes: [], events: [], answer: lead }
    return OwnLeads.plans.derived(ctx, lead, confirmed(lead, detail, ctx.now.toISOString()), { verb: 'opted_in' })
  })
  const form = captureFormId === undefined ? undefined : await findFormById(ctx, captureFormId)
  return thanksPage(form?.thanks, form?.redirectUrl)
}

const entryOf = ({ emails = [] }: Lead, digest: string) => emails.find(({ value }) => digestOfEmail(value) === digest)

const isConfirmed = (lead: Lead, digest: string): boolean =>
  entryOf(lead, digest)?.verifiedAt !== undefined && (lead.consents ?? []).every(({ confirmedAt }) => confirmedAt)

const confirmed = (lead: Lead, digest: string, at: string): Lead => ({
  ...lead,
  ...(lead.emails
    ? {
        emails: lead.emails.map((entry) =>
          digestOfEmail(entry.value) === digest ? { ...entry, verifiedAt: entry.verifiedAt ?? at } : entry,
        ),
      }
    : {}),
  ...(lead.consents ? { consents: lead.consents.map((one) => ({ ...one, confirmedAt: one.confirmedAt ?? at })) } : {}),
})
