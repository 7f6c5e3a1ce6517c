import { duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import type { Escalation } from './schema.ts'

/** Stands in the case's partition, and in the index of due work while a step will be due. */
export const escalationModel = defineItem<Escalation & { of: string }>({
  name: 'escalation',
  attributes: [
    'of',
    'caseId',
    'version',
    'ruleId',
    'ruleVersion',
    'cycle',
    'fired',
    'modifiedAt',
    'isModified',
    'caseVersion',
    'dueAt',
    'dueSlot',
  ],
  record: { partition: '${caseId}', sort: 'escalation' },
  indexes: { time: duePlace },
})
