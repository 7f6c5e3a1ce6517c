import { recordType } from '@rapport/kernel/record-type'
import { AssignmentRule, assignmentRuleFields } from './schema.ts'

export const assignmentRuleType = recordType<AssignmentRule>({
  kind: 'assignmentRule',
  plural: 'assignment-rules',
  name: 'AssignmentRule',
  schema: AssignmentRule,
  fields: assignmentRuleFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
})
