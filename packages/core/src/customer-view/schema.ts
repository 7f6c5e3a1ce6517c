import { instant, line, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { BODY_MAX } from '../case-comments/schema.ts'
import { CommentFile, FILES_MAX, fileFields, fileIds } from '../case-files/schema.ts'
import { CaseStatus } from '../case-terms/schema.ts'
import { Link } from '../imports/schema.ts'

/** Cases a customer sees at once, latest first. */
export const OWN_CASES_MAX = 50
/** Of what was said, the latest. */
export const WORDS_MAX = 50
/** Files that a customer may have sent and said nothing with yet, of one case, and bytes of each: who holds a link is no colleague. */
export const OWN_FILES_WAITING_MAX = 5
const OWN_FILE_BYTES_MAX = 10 * 1024 * 1024

export const CustomerReply = z
  .strictObject({ body: text(BODY_MAX), fileIds: fileIds.max(OWN_FILES_WAITING_MAX).optional() })
  .meta({ id: 'CustomerReply' })
export type CustomerReply = z.infer<typeof CustomerReply>

export const CustomerFileRequest = z
  .strictObject({ ...fileFields, bytes: z.int().min(1).max(OWN_FILE_BYTES_MAX) })
  .meta({ id: 'CustomerFileRequest' })
export type CustomerFileRequest = z.infer<typeof CustomerFileRequest>

export const CustomerFile = z.strictObject({ file: CommentFile, upload: Link }).meta({ id: 'CustomerFile' })
export type CustomerFile = z.infer<typeof CustomerFile>

/** What customers may know of their cases: named field by field, so that nothing new is told by accident. */
export const CustomerCase = z
  .strictObject({
    id: ref('case'),
    number: line(16),
    subject: line(200),
    status: CaseStatus,
    createdAt: instant,
    resolvedAt: instant.optional(),
    closedAt: instant.optional(),
    answerPromisedBy: instant.optional().meta({ description: 'While no answer was given yet.' }),
    solutionPromisedBy: instant.optional().meta({ description: 'While it is not solved, and waits for nobody else.' }),
  })
  .meta({ id: 'CustomerCase' })
export type CustomerCase = z.infer<typeof CustomerCase>

export const CustomerCases = z
  .strictObject({ data: z.array(CustomerCase).max(OWN_CASES_MAX) })
  .meta({ id: 'CustomerCases' })
export type CustomerCases = z.infer<typeof CustomerCases>

/** What was said in public. Who of the company said it is not told. */
export const CustomerWord = z
  .strictObject({
    from: z.enum(['company', 'customer']),
    body: text(BODY_MAX),
    at: instant,
    files: z.array(CommentFile).max(FILES_MAX).optional(),
  })
  .meta({ id: 'CustomerWord' })
export type CustomerWord = z.infer<typeof CustomerWord>

export const CustomerCaseDetail = z
  .strictObject({
    case: CustomerCase,
    words: z.array(CustomerWord).max(WORDS_MAX),
    files: z
      .array(CommentFile)
      .max(FILES_MAX)
      .optional()
      .meta({ description: 'What came with the letter that opened the case.' }),
  })
  .meta({ id: 'CustomerCaseDetail' })
export type CustomerCaseDetail = z.infer<typeof CustomerCaseDetail>
