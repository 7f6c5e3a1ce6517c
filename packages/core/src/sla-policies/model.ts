import { recordType } from '@rapport/kernel/record-type'
import { SlaPolicy, slaPolicyFields } from './schema.ts'

export const slaPolicyType = recordType<SlaPolicy>({
  kind: 'slaPolicy',
  plural: 'sla-policies',
  name: 'SlaPolicy',
  schema: SlaPolicy,
  fields: slaPolicyFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  parent: 'calendarId',
})
