import { recordType } from '@rapport/kernel/record-type'
import { ApiKey, apiKeyFields } from './schema.ts'

export const apiKeyType = recordType<ApiKey>({
  kind: 'apiKey',
  plural: 'api-keys',
  name: 'ApiKey',
  schema: ApiKey,
  fields: apiKeyFields,
  isAssignable: false,
  visibility: 'owner',
  lists: ['owner', 'all'],
  unique: (key) => [{ scope: 'apiKey.id', value: key.keyId }],
  fieldGroups: { secret: ['secrets'] },
  quiet: ['secrets'],
})
