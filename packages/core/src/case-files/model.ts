import { fileKey } from '@rapport/kernel/files'
import { recordType } from '@rapport/kernel/record-type'
import { CaseFile } from './schema.ts'

/** What is known of a file; seen by whoever sees its case. The bytes stand in the bucket, below the id of the file. */
export const caseFileType = recordType<CaseFile>({
  kind: 'caseFile',
  plural: 'case-files',
  name: 'CaseFile',
  schema: CaseFile,
  fields: {},
  isAssignable: false,
  visibility: 'everyone',
  lists: [],
  parent: 'subjectId',
  inherits: (file) => file.subjectId,
  due: (file) => file.purgeAt,
})

export const contentKey = (id: string): string => fileKey('attachments', id, 'content')
