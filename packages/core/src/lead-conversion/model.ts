import { defineItem } from '@rapport/kernel/model'
import type { ConversionRow } from './schema.ts'

/** What a conversion did, beside the lead. */
export const conversionModel = defineItem<ConversionRow>({
  name: 'conversion',
  attributes: ['leadId', 'at', 'before', 'activities', 'created', 'filled', 'relationId'],
  record: { partition: '${leadId}', sort: 'conversion' },
})
