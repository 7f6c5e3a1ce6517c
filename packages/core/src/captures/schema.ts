import { instant, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'

/** Any text but halves of characters. */
const anything = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^\P{Cs}*$/u)

const named = (names: number, max: number) =>
  z
    .record(z.string().min(1).max(40).regex(/^\w+$/), anything(max))
    .refine((values) => Object.keys(values).length <= names, { error: `must hold at most ${names} entries` })

/**
 * What a form sends. Only its outline is checked here: what is wrong inside is kept with the capture and mended, because nobody
 * who filled in a form sees an answer.
 */
export const CaptureRequest = z
  .strictObject({
    fields: named(30, 5000).meta({ examples: [{ lastName: 'Nguyễn', email: 'lan.nguyen@example.com' }] }),
    utm: named(10, 500)
      .optional()
      .meta({ description: 'source, medium, campaign, term, content; others are not kept.' }),
    clickIds: named(20, 500).optional().meta({ description: 'Click ids by parameter, such as gclid.' }),
    referrer: anything(2000).optional(),
    consent: z
      .strictObject({ textVersion: slug(40) })
      .optional()
      .meta({ description: 'The version of the text that was agreed to, when it was.' }),
    homepage: anything(500)
      .optional()
      .meta({ description: 'A trap for programs: people do not see it and leave it empty.' }),
  })
  .meta({ id: 'CaptureRequest' })
export type CaptureRequest = z.infer<typeof CaptureRequest>

/** The same for everybody, whatever became of it. */
export const CaptureAnswer = z.strictObject({ status: z.literal('received') }).meta({ id: 'CaptureAnswer' })

/** Where a form was sent from. */
export interface Sender {
  ip: string
  origin?: string | undefined
}

/** A capture that could not be taken, with all that is needed to take it later. */
export const CaptureFailure = recordSchema('captureFailure', 'CaptureFailure', {
  formId: ref('captureForm'),
  at: instant,
  code: line(64).meta({ description: 'Why it could not be taken.' }),
  detail: text(1000),
  request: CaptureRequest,
  ip: line(45),
  origin: line(500).optional(),
  replayedAt: instant.optional(),
  leadId: ref('lead').optional().meta({ description: 'The lead it became when it was taken after all.' }),
  caseId: ref('case').optional().meta({ description: 'The case it became; none when the same was sent again.' }),
})
export type CaptureFailure = z.infer<typeof CaptureFailure>

/** What a form that was taken became. */
export type Taken = Pick<CaptureFailure, 'leadId' | 'caseId'>
