import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { Export, exportFields, type Job } from './schema.ts'

export const exportType = recordType<Export>({
  kind: 'export',
  plural: 'exports',
  name: 'Export',
  schema: Export,
  fields: exportFields,
  isAssignable: false,
  visibility: 'owner',
  lists: ['owner', 'all'],
  due: (one) => one.dueAt,
})

export const jobModel = defineItem<Job>({
  name: 'export-job',
  attributes: ['exportId', 'version', 'step', 'actor', 'position', 'isRead', 'upload', 'carry'],
  record: { partition: '${exportId}', sort: 'job' },
})
