import { actorId, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'

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

/** Never changed by anybody: what was said was said. */
export const CaseComment = recordSchema('caseComment', 'CaseComment', {
  caseId: ref('case'),
  ...caseCommentFields,
  author: CaseAuthor,
})
export type CaseComment = z.infer<typeof CaseComment>
