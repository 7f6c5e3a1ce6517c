import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { slug } from '@rapport/kernel/schema'
import { hash } from '@rapport/kernel/store'
import { responseContributions } from '../lead-response/rules.ts'
import {
  asciiDomain,
  completeEmails,
  completePhones,
  externalIdGuards,
  externalIdValues,
  foldEmail,
  phoneDigits,
} from '../shared/rules.ts'
import { tag } from '../shared/schema.ts'
import { completed, dueAt, isOpen } from './rules.ts'
import { Lead, LeadStatus, leadFields, rating } from './schema.ts'

/** Total of the open leads of a person: how busy somebody is. */
export const openLeadsOf = (ownerId: string): string => `lead#open#${ownerId}`

export const leadType = recordType<Lead>({
  kind: 'lead',
  plural: 'leads',
  name: 'Lead',
  schema: Lead,
  fields: leadFields,
  unique: (lead) => externalIdGuards('lead', lead.externalIds),
  search: (lead) => ({
    words: [lead.lastName, lead.firstName, lead.company],
    values: [
      ...(lead.emails ?? []).map(({ value }) => foldEmail(value)),
      lead.domain,
      ...phoneDigits(lead.phones),
      ...externalIdValues(lead.externalIds),
    ],
  }),
  filters: { tag, status: LeadStatus, source: slug(60), rating, industry: slug(60) },
  facets: (lead) => [
    { field: 'status', value: lead.status },
    ...(lead.source ? [{ field: 'source', value: lead.source }] : []),
    ...(lead.rating ? [{ field: 'rating', value: lead.rating }] : []),
    ...(lead.industry ? [{ field: 'industry', value: lead.industry }] : []),
    ...(lead.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  derive: async (lead) =>
    completed({
      ...lead,
      ...(lead.domain ? { domain: asciiDomain(lead.domain) } : {}),
      ...(lead.emails ? { emails: completeEmails(lead.emails) } : {}),
      ...(lead.phones ? { phones: await completePhones(lead.phones) } : {}),
    }),
  due: dueAt,
  rollups: (lead) => [
    { rollup: `lead#status#${lead.status}`, values: { count: 1 } },
    ...(isOpen(lead) ? [{ rollup: openLeadsOf(lead.ownerId), values: { count: 1 } }] : []),
    ...responseContributions(lead),
  ],
})

/** Which leads have an address: several may. Written with the lead, so a look at it is never behind. */
export interface LeadEmail {
  digest: string
  of: string
}

export const leadEmailModel = defineItem<LeadEmail>({
  name: 'lead-email',
  attributes: ['digest', 'of'],
  record: { partition: 'lead-email#${digest}', sort: '${of}' },
})

export const digestOfEmail = (address: string): string => hash('lead-email', foldEmail(address))

/** The rows that say who has the addresses of a lead; none while it is in the recycle bin. */
export const emailRows = (lead: Pick<Lead, 'id' | 'emails' | 'deletedAt'>): LeadEmail[] =>
  lead.deletedAt
    ? []
    : [...new Set((lead.emails ?? []).map(({ value }) => digestOfEmail(value)))].map((digest) => ({
        digest,
        of: lead.id,
      }))
