import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { slug } from '@rapport/kernel/schema'
import {
  completeEmails,
  completePhones,
  externalIdGuards,
  externalIdValues,
  foldEmail,
  phoneDigits,
} from '../shared/rules.ts'
import { tag } from '../shared/schema.ts'
import { Contact, contactFields, type Relation } from './schema.ts'

export const contactType = recordType<Contact>({
  kind: 'contact',
  plural: 'contacts',
  name: 'Contact',
  schema: Contact,
  fields: contactFields,
  parent: 'accountId',
  unique: (contact) => [
    ...(contact.emails ?? []).map(({ value }) => ({ scope: 'contact.email', value: foldEmail(value) })),
    ...externalIdGuards('contact', contact.externalIds),
  ],
  search: (contact) => ({
    words: [contact.lastName, contact.firstName, contact.middleName],
    values: [
      ...(contact.emails ?? []).map(({ value }) => foldEmail(value)),
      ...phoneDigits(contact.phones),
      ...externalIdValues(contact.externalIds),
    ],
  }),
  filters: { tag, source: slug(60) },
  facets: (contact) => [
    ...(contact.source ? [{ field: 'source', value: contact.source }] : []),
    ...(contact.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  fieldGroups: { personal: ['birthday', 'gender'] },
  above: (contact) => contact.accountId,
  derive: async (contact) => ({
    ...contact,
    ...(contact.emails ? { emails: completeEmails(contact.emails) } : {}),
    ...(contact.phones ? { phones: await completePhones(contact.phones) } : {}),
  }),
})

/** Stands in the contact's partition; the parent index shows it from the account's side: one query in both directions. */
export const relationModel = defineItem<Relation>({
  name: 'relation',
  attributes: [
    'id',
    'contactId',
    'accountId',
    'roles',
    'title',
    'startDate',
    'endDate',
    'isPrimary',
    'isActive',
    'version',
    'createdAt',
    'updatedAt',
  ],
  record: { partition: '${contactId}', sort: 'relation#${id}' },
  indexes: { parent: { partition: 'relation#${accountId}', sort: '${id}' } },
})
