import { line, ref } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Account, accountFields } from '../accounts/schema.ts'
import { Contact, contactFields } from '../contacts/schema.ts'
import { Candidate } from '../duplicates/schema.ts'
import { Lead } from '../leads/schema.ts'
import { Opportunity, opportunityFields } from '../opportunities/schema.ts'

const { accountId: _account, externalIds: _contactIds, ...aboutContact } = contactFields
const { externalIds: _accountIds, ...aboutAccount } = accountFields
const { accountId: _for, contactRoles: _with, externalIds: _dealIds, ...aboutOpportunity } = opportunityFields

/** What is said about a record, every field optional. */
const said = <F extends z.ZodRawShape>(name: string, fields: F) => z.strictObject(fields).partial().meta({ id: name })

export const ConversionRequest = z
  .strictObject({
    accountId: ref('account').optional().meta({ description: 'An account there is; otherwise one is made.' }),
    account: said('ConversionAccount', aboutAccount).optional().meta({
      description: 'Fields of the account that count instead of what the lead says, or what an account there is has.',
    }),
    contactId: ref('contact').optional().meta({ description: 'A contact there is; otherwise one is made.' }),
    contact: said('ConversionContact', aboutContact).optional().meta({
      description: 'Fields of the contact that count instead of what the lead says, or what a contact there is has.',
    }),
    opportunity: z
      .union([z.literal(false), said('ConversionOpportunity', aboutOpportunity)])
      .optional()
      .meta({
        description:
          'Fields of the deal that count instead of what follows from the lead: its company, its estimate, the default pipeline and the end of the fiscal quarter. `false` makes no deal.',
      }),
    ownerId: ref('user').optional().meta({ description: 'Whose the new records are; that of the lead unless told.' }),
    linkContactToAccount: z
      .boolean()
      .default(false)
      .meta({ description: 'Relates the contact to the account when it is not.' }),
    activities: z.enum(['move', 'link']).default('move').meta({
      description:
        'Moves notes and interactions to the contact, or leaves them with the lead, which names the contact.',
    }),
    skipDuplicateCheck: z.boolean().default(false).meta({ description: 'Takes the right to give leads to others.' }),
    force: z.boolean().default(false).meta({ description: 'Converts an unqualified lead too.' }),
    dryRun: z.boolean().default(false).meta({ description: 'Answers what would happen, and writes nothing.' }),
  })
  .meta({ id: 'ConversionRequest' })
export type ConversionRequest = z.infer<typeof ConversionRequest>

const Target = z.enum(['account', 'contact', 'opportunity'])
export type Target = z.infer<typeof Target>

/** What a lead became, or would become. */
export const Conversion = z
  .strictObject({
    isDryRun: z.boolean(),
    lead: Lead,
    account: Account,
    contact: Contact,
    opportunity: Opportunity.optional(),
    created: z.array(Target).max(3).meta({ description: 'The records that are new; the others were there.' }),
    warnings: z.array(Candidate).max(100).meta({ description: 'Records that may be the same as a new one.' }),
  })
  .meta({ id: 'Conversion' })
export type Conversion = z.infer<typeof Conversion>

/** Fields of a record that was there, before and after. */
export interface Filled {
  id: string
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** What a conversion did, kept so that it can be undone. */
export interface ConversionRow {
  leadId: string
  at: string
  /** What the lead was. */
  before: Pick<Lead, 'status' | 'nurtureUntil' | 'unqualifiedReason'>
  activities: ConversionRequest['activities']
  created: string[]
  filled: Filled[]
  /** A relation that was made between records that were there. */
  relationId?: string
}

/** Something that keeps a conversion from being undone. */
export const Blocker = z
  .strictObject({
    id: ref('account', 'contact', 'opportunity'),
    reason: z.enum(['changed', 'has_children', 'gone']),
    field: line(64).optional(),
  })
  .meta({ id: 'ConversionBlocker' })
export type Blocker = z.infer<typeof Blocker>
