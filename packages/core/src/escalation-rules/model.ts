import { recordType } from '@rapport/kernel/record-type'
import { EscalationRule, escalationRuleFields } from './schema.ts'

export const escalationRuleType = recordType<EscalationRule>({
  kind: 'escalationRule',
  plural: 'escalation-rules',
  name: 'EscalationRule',
  schema: EscalationRule,
  fields: escalationRuleFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
})
