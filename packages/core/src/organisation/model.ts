import { idBounds } from '@rapport/kernel/ids'
import { recordType } from '@rapport/kernel/record-type'
import { Organisation, organisationFields } from './schema.ts'

/** There is one organisation, so there is one id, and no list. */
export const [ORGANISATION_ID] = idBounds('organisation')

export const organisationType = recordType<Organisation>({
  kind: 'organisation',
  plural: 'organisation',
  name: 'Organisation',
  schema: Organisation,
  fields: organisationFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: [],
})
