import { actorId, instant, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CommentFile, FILES_MAX } from '../case-files/schema.ts'
import { Email } from '../shared/schema.ts'

/** Characters of what is said at once: a long letter. */
export const BODY_MAX = 20_000

export const directions = ['internal', 'outbound', 'inbound'] as const
export const Direction = z.enum(directions)
export type Direction = z.infer<typeof Direction>

export const caseCommentFields = {
  body: text(BODY_MAX),
  direction: Direction.default('internal').meta({
    description:
      'Internal comments are for colleagues: no customer ever sees them. Outbound is what the customer was told, inbound what the customer said.',
  }),
}

export const CaseAuthor = z
  .strictObject({ type: z.enum(['user', 'contact', 'system']), id: actorId.optional(), name: line(200).optional() })
  .meta({ id: 'CaseAuthor' })
export type CaseAuthor = z.infer<typeof CaseAuthor>

/**
 * How far the letter with an answer is. `in_doubt`: it may have been sent, and is not sent again. `suppressed`: the address takes
 * no mail any more.
 */
export const Delivery = z
  .strictObject({
    status: z.enum(['pending', 'sending', 'sent', 'suppressed', 'failed', 'in_doubt']),
    to: Email,
    at: instant,
    messageId: line(200).optional(),
  })
  .meta({ id: 'CaseDelivery' })
export type Delivery = z.infer<typeof Delivery>

/** Never changed by anybody: what was said was said. */
export const CaseComment = recordSchema('caseComment', 'CaseComment', {
  caseId: ref('case'),
  ...caseCommentFields,
  author: CaseAuthor,
  files: z.array(CommentFile).max(FILES_MAX).optional(),
  delivery: Delivery.optional().meta({ description: 'Only of answers that go out by mail.' }),
})
export type CaseComment = z.infer<typeof CaseComment>
