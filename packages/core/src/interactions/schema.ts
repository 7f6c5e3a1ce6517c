import { instant, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { externalIds } from '../shared/schema.ts'

/** Every way to meet a customer. A closed list, so that mix, response time and cost per channel can be counted. */
export const channels = [
  'email',
  'phone',
  'in_person',
  'letter',
  'fax',
  'website',
  'chat',
  'sms',
  'facebook',
  'instagram',
  'x',
  'linkedin',
  'other',
] as const

export const interactionFields = {
  subjectId: ref('account', 'contact', 'lead', 'opportunity', 'quote', 'order'),
  channel: z.enum(channels),
  direction: z.enum(['inbound', 'outbound']),
  /** When it took place, not when it was written down. */
  at: instant,
  durationS: z.int().min(0).max(86_400).optional(),
  outcome: z
    .enum([
      'reached',
      'no_answer',
      'left_message',
      'callback_requested',
      'interested',
      'not_interested',
      'resolved',
      'other',
    ])
    .optional(),
  summary: text(5000),
  feedback: z
    .strictObject({ rating: z.int().min(1).max(5).optional(), text: text(5000).optional() })
    .refine((feedback) => feedback.rating !== undefined || feedback.text !== undefined, {
      error: 'must hold a rating or a text',
    })
    .optional(),
  externalIds: externalIds.optional(),
}

/** Never changed: a correction is a new interaction that names the one it corrects. */
export const Interaction = recordSchema('interaction', 'Interaction', {
  ...interactionFields,
  accountId: ref('account').optional(),
  /** The lead it was about before that was converted. */
  leadId: ref('lead').optional(),
  correctsId: ref('interaction').optional(),
  correctedById: ref('interaction').optional(),
})
export type Interaction = z.infer<typeof Interaction>
