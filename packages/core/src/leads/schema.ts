import { Money } from '@rapport/kernel/money'
import { actorId, instant, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { domain } from '../accounts/schema.ts'
import { addresses, ClickIds, emails, externalIds, phones, referrer, Touch, tags, Utm } from '../shared/schema.ts'

/** What people set. `converted` is set by conversion alone. */
export const openStatuses = ['new', 'working', 'nurturing', 'qualified', 'unqualified'] as const
export const leadStatuses = [...openStatuses, 'converted'] as const
export const LeadStatus = z.enum(leadStatuses)
export type LeadStatus = z.infer<typeof LeadStatus>

/** What reports count by, whatever the statuses are called. */
export const LeadStatusType = z.enum(['open', 'waiting', 'qualified', 'lost', 'won'])
export type LeadStatusType = z.infer<typeof LeadStatusType>

/** What somebody agreed to, in which words, when and from where: the proof of it. */
export const Consent = z
  .strictObject({
    purpose: z.literal('marketing'),
    textVersion: slug(40),
    at: instant,
    ip: line(45),
    captureFormId: ref('captureForm').optional(),
    confirmedAt: instant.optional().meta({ description: 'When the link in the letter was confirmed.' }),
  })
  .meta({ id: 'Consent' })
export type Consent = z.infer<typeof Consent>

/** Consents a lead keeps; the oldest give way. */
export const CONSENTS_MAX = 10

export const rating = z.enum(['hot', 'warm', 'cold'])

export const leadFields = {
  salutation: line(40).optional(),
  firstName: line(100).optional(),
  lastName: line(100).optional(),
  title: line(100).optional(),
  company: line(200).optional(),
  emails: emails.optional(),
  phones: phones.optional(),
  addresses: addresses.optional(),
  domain: domain.optional(),
  industry: slug(60).optional(),
  employees: z.int().min(0).max(10_000_000).optional(),
  status: z.enum(openStatuses).default('new'),
  nurtureUntil: instant.optional().meta({ description: 'The next touch; required while nurturing.' }),
  unqualifiedReason: slug(60)
    .optional()
    .meta({ description: 'Required when unqualified.', examples: ['no_budget'] }),
  rating: rating.optional(),
  source: slug(60).optional(),
  utm: Utm.optional(),
  clickIds: ClickIds.optional(),
  referrer: referrer.optional(),
  estimate: Money.optional().meta({ description: 'What a deal might be worth.' }),
  description: text(5000).optional(),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
}

export const Lead = recordSchema('lead', 'Lead', {
  ...leadFields,
  status: LeadStatus,
  /** Follows from the status. */
  statusType: LeadStatusType,
  /** The first never changes. */
  firstTouch: Touch,
  lastTouch: Touch,
  captureFormId: ref('captureForm').optional(),
  consents: z.array(Consent).max(CONSENTS_MAX).optional(),
  /** When somebody must have answered, in business time. */
  firstResponseDueAt: instant.optional(),
  firstRespondedAt: instant.optional(),
  /** When it was told that nobody had answered in time. */
  responseMissedAt: instant.optional(),
  convertedAt: instant.optional(),
  convertedBy: actorId.optional(),
  accountId: ref('account').optional(),
  contactId: ref('contact').optional(),
  opportunityId: ref('opportunity').optional(),
})
export type Lead = z.infer<typeof Lead>
