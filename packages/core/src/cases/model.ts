import { recordType } from '@rapport/kernel/record-type'
import { ref, slug } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CasePriority, CaseStatus } from '../case-terms/schema.ts'
import { ClockState } from '../clocks/schema.ts'
import { backlogContributions, serviceContributions } from '../service-analytics/rules.ts'
import { externalIdGuards, externalIdValues, foldEmail } from '../shared/rules.ts'
import { dueAtOf, hasEnded, priorityOf, standingOf } from './rules.ts'
import { Case, caseFields } from './schema.ts'

export const caseType = recordType<Case>({
  kind: 'case',
  plural: 'cases',
  name: 'Case',
  schema: Case,
  fields: caseFields,
  parent: 'accountId',
  unique: (record) => externalIdGuards('case', record.externalIds),
  search: (record) => ({
    words: [record.subject],
    values: [
      record.number,
      record.requester?.email && foldEmail(record.requester.email),
      ...externalIdValues(record.externalIds),
    ],
  }),
  filters: {
    isEscalated: z.enum(['true']),
    status: CaseStatus,
    priority: CasePriority,
    contactId: ref('contact'),
    queueId: ref('queue'),
    slaState: ClockState,
    parentCaseId: ref('case'),
    tag: slug(40),
  },
  facets: (record) => [
    ...(record.isEscalated ? [{ field: 'isEscalated', value: 'true' }] : []),
    { field: 'status', value: record.status },
    { field: 'priority', value: record.priority },
    { field: 'slaState', value: record.slaState },
    ...(record.contactId ? [{ field: 'contactId', value: record.contactId }] : []),
    ...(record.parentCaseId ? [{ field: 'parentCaseId', value: record.parentCaseId }] : []),
    ...(record.queueId ? [{ field: 'queueId', value: record.queueId }] : []),
    ...(record.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  above: (record) => record.accountId ?? record.contactId,
  due: dueAtOf,
  rollups: (record) => [
    ...(hasEnded(record)
      ? []
      : [
          { rollup: `case.open#owner#${record.ownerId}`, values: { count: 1 } },
          ...(record.queueId ? [{ rollup: `case.open#queue#${record.queueId}`, values: { count: 1 } }] : []),
        ]),
    ...backlogContributions(record),
    ...serviceContributions(record),
  ],
  derive: (record) => ({ ...record, priority: priorityOf(record), ...standingOf(record) }),
  quiet: ['sla', 'rating'],
})
