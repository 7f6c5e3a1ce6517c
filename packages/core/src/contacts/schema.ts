import {
  date,
  distinctList,
  instant,
  language,
  line,
  recordSchema,
  ref,
  slug,
  text,
  timeZone,
} from '@rapport/kernel/schema'
import * as z from 'zod'
import { addresses, emails, externalIds, phones, Touch, tags } from '../shared/schema.ts'

export const contactFields = {
  salutation: line(40).optional(),
  firstName: line(100).optional(),
  middleName: line(100).optional(),
  lastName: line(100),
  gender: z.enum(['female', 'male', 'other', 'undisclosed']).optional(),
  title: line(100).optional(),
  department: line(100).optional(),
  emails: emails.optional(),
  phones: phones.optional(),
  addresses: addresses.optional(),
  preferredChannel: z.enum(['email', 'phone', 'sms', 'chat', 'letter', 'in_person']).optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  birthday: date.optional(),
  source: slug(60).optional(),
  doNotCall: z.boolean().optional(),
  description: text(5000).optional(),
  /** The primary account; the other companies a person belongs to are relations. */
  accountId: ref('account').optional(),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
}

export const Contact = recordSchema('contact', 'Contact', {
  ...contactFields,
  /** How this person came to us, when it was as a lead: the first never changes. */
  firstTouch: Touch.optional(),
  lastTouch: Touch.optional(),
})
export type Contact = z.infer<typeof Contact>

const roles = distinctList(slug(40), 10, (role) => role)

/** What a caller says about a person in a company. */
export const relationFields = {
  accountId: ref('account'),
  roles: roles.optional(),
  title: line(100).optional(),
  startDate: date.optional(),
  endDate: date.optional(),
}

/** One span of a person in a company. Ended ones stay as history; of the active ones exactly one is primary, if there is any. */
export const Relation = z
  .strictObject({
    id: ref('relation'),
    contactId: ref('contact'),
    ...relationFields,
    isPrimary: z.boolean(),
    isActive: z.boolean(),
    version: z.int().min(1),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'Relation' })
export type Relation = z.infer<typeof Relation>

export const RelationCreate = z
  .strictObject({ ...relationFields, isPrimary: z.boolean().optional() })
  .meta({ id: 'RelationCreate' })
export type RelationCreate = z.infer<typeof RelationCreate>

export const RelationPatch = z
  .strictObject({
    roles: roles.nullable().optional(),
    title: line(100).nullable().optional(),
    startDate: date.nullable().optional(),
    endDate: date.nullable().optional(),
    isPrimary: z.literal(true).optional(),
  })
  .meta({ id: 'RelationPatch' })
export type RelationPatch = z.infer<typeof RelationPatch>
