import { instant, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
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
    .array(z.strictObject({ name: line(200), contentType: line(127), bytes: z.int().min(0) }))
    .max(50)
    .optional(),
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
  attachments: { name: string; contentType: string; bytes: number }[]
}
