import { recordType } from '@rapport/kernel/record-type'
import { CaseComment, caseCommentFields } from './schema.ts'

/** What was said about a case, by whom and to whom. Stands below its case only: nobody lists comments in any other way. */
export const caseCommentType = recordType<CaseComment>({
  kind: 'caseComment',
  plural: 'case-comments',
  name: 'CaseComment',
  schema: CaseComment,
  fields: caseCommentFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: [],
  parent: 'caseId',
  inherits: (comment) => comment.caseId,
  /** What answers a letter names it by this. */
  unique: ({ delivery }) => (delivery?.messageId ? [{ scope: 'caseComment.message', value: delivery.messageId }] : []),
  quiet: ['body'],
})
