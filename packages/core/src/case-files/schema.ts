import { instant, line, recordSchema, ref } from '@rapport/kernel/schema'
import * as z from 'zod'

/** Files of one comment or letter. */
export const FILES_MAX = 10

/**
 * Bytes of one file, and of all files of one comment or letter. SES takes letters up to 40 MB, in which base 64 makes 34 MiB of
 * these: what we hand out, a customer can send back. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html
 */
export const FILES_BYTES_MAX = 25 * 1024 * 1024

export const fileFields = {
  name: line(200).meta({ description: 'Without what a file system may not take.', examples: ['grinder.jpg'] }),
  contentType: z
    .string()
    .max(127)
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .meta({
      description: 'What it was said to be. Nobody checked; downloads never go by it.',
      examples: ['image/jpeg'],
    }),
  bytes: z.int().min(0).max(FILES_BYTES_MAX),
}

export const CaseFileRequest = z
  .strictObject({
    ...fileFields,
    bytes: fileFields.bytes.min(1).meta({ description: 'Exactly as many will be sent.' }),
  })
  .meta({ id: 'CaseFileRequest' })
export type CaseFileRequest = z.infer<typeof CaseFileRequest>

/** A file as whoever said something sees it beside the words. */
export const CommentFile = z.strictObject({ id: ref('caseFile'), ...fileFields }).meta({ id: 'CaseCommentFile' })
export type CommentFile = z.infer<typeof CommentFile>

export const fileIds = z
  .array(ref('caseFile'))
  .max(FILES_MAX)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'must not hold the same file twice' })
  .meta({ description: `Files of this case that were sent before, together at most ${FILES_BYTES_MAX} bytes.` })

/** A file that came with a letter, or was sent to be said something with. Its bytes never change. */
export const CaseFile = recordSchema('caseFile', 'CaseFile', {
  subjectId: ref('case', 'inboundMail').meta({
    description: 'A letter only until it is known which case that belongs to.',
  }),
  ...fileFields,
  origin: z.enum(['colleague', 'customer', 'mail']).meta({ description: 'Who sent it.' }),
  isPublic: z.boolean().meta({ description: 'The customer may have it. False until it is said in public.' }),
  commentId: ref('caseComment').optional().meta({ description: 'What was said with it.' }),
  purgeAt: instant.optional().meta({ description: 'When it goes, unless something is said with it before.' }),
})
export type CaseFile = z.infer<typeof CaseFile>
