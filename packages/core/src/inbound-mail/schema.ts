import { instant, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { FILES_BYTES_MAX, FILES_MAX, fileFields } from '../case-files/schema.ts'
import { Email } from '../shared/schema.ts'

export const outcomes = ['unmatched', 'attached', 'opened', 'ignored', 'dismissed'] as const
export const InboundOutcome = z.enum(outcomes)
export type InboundOutcome = z.infer<typeof InboundOutcome>

/** A letter that came in, whatever became of it: none disappears. What belongs to no case is a list to work through. */
export const InboundMail = recordSchema('inboundMail', 'InboundMail', {
  from: Email,
  fromName: line(200).optional(),
  subject: line(200),
  body: text(20_000),
  messageId: line(998),
  outcome: InboundOutcome,
  why: line(200).meta({ description: 'How it was matched, or why it was not.' }),
  caseId: ref('case').optional(),
  receivedAt: instant,
  attachments: z
    .array(z.strictObject({ ...fileFields, bytes: z.int().min(0), fileId: ref('caseFile').optional() }))
    .max(50)
    .optional()
    .meta({
      description: `Those with \`fileId\` are kept: the first ${FILES_MAX} with at most ${FILES_BYTES_MAX} bytes together, of letters that people wrote and that passed the check for viruses.`,
    }),
})
export type InboundMail = z.infer<typeof InboundMail>

/** A letter as a mail parser tells it, before anything of it is believed. */
export interface Received {
  messageId: string
  from: string
  fromName?: string | undefined
  /** All addresses it was sent to, joined. */
  recipients: string
  /** In-Reply-To and References, joined. */
  references: string
  subject: string
  text: string
  isAutomatic: boolean
  isSuspect: boolean
  /** The check for viruses found none; otherwise no file of it is kept. */
  isScanned: boolean
  /** When it came in: the same each time it is delivered. */
  receivedAt: Date
  attachments: { name: string; contentType: string; bytes: number; content: Uint8Array }[]
}
