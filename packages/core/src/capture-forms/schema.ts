import { distinctList, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CaseType } from '../case-terms/schema.ts'
import { Severity } from '../cases/schema.ts'
import { rating } from '../leads/schema.ts'
import { tags } from '../shared/schema.ts'

/** What a form may ask; nothing else that is sent is kept. */
export const captureFieldNames = [
  'salutation',
  'firstName',
  'lastName',
  'title',
  'company',
  'email',
  'phone',
  'domain',
  'industry',
  'employees',
  'city',
  'country',
  'message',
  'subject',
] as const
export const CaptureFieldName = z.enum(captureFieldNames)
export type CaptureFieldName = z.infer<typeof CaptureFieldName>

const webOrigin = z
  .string()
  .max(200)
  .regex(/^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/, { error: 'must be an origin such as https://www.example.com' })

/** An address for people to go on to. The CRM never calls it. */
const webPage = z
  .string()
  .max(500)
  .regex(/^https:\/\/[a-z0-9.-]+(?::\d{1,5})?(?:[/?#][^\s"'<>\\]*)?$/, {
    error: 'must be an address such as https://www.example.com/thanks',
  })

export const captureFormFields = {
  name: line(200),
  opens: z.enum(['lead', 'case']).default('lead').meta({ description: 'What becomes of what is sent.' }),
  fields: distinctList(CaptureFieldName, captureFieldNames.length, (name) => name)
    .min(1)
    .meta({ description: 'A case takes subject, message, names, email and phone; a lead everything but a subject.' }),
  constants: z
    .strictObject({
      source: slug(60).optional(),
      industry: slug(60).optional(),
      rating: rating.optional(),
      tags: tags.optional(),
    })
    .optional()
    .meta({ description: 'What every lead of this form says.' }),
  caseConstants: z
    .strictObject({
      type: CaseType.optional(),
      impact: Severity.optional(),
      urgency: Severity.optional(),
      tags: tags.optional(),
    })
    .optional()
    .meta({ description: 'What every case of this form says.' }),
  queueId: ref('queue').optional().meta({ description: 'Where its cases wait; the intake queue unless told.' }),
  assignToId: ref('user').optional().meta({ description: 'Whose the leads are; assignment rules decide unless told.' }),
  leadTeamId: ref('team').optional().meta({ description: 'The team that sees the leads.' }),
  doubleOptIn: z.boolean().default(false).meta({ description: 'Asks by letter whether the address is the sender’s.' }),
  letter: z
    .strictObject({ subject: line(150), text: text(2000) })
    .optional()
    .meta({ description: 'The letter that asks; a plain one unless told.' }),
  consentText: text(2000)
    .optional()
    .meta({ description: 'What people agree to. Name another version when it changes.' }),
  thanks: line(500).optional().meta({ description: 'Shown when an address was confirmed.' }),
  redirectUrl: webPage.optional().meta({ description: 'Where the thanks lead.' }),
  isActive: z.boolean().default(true),
  allowedOrigins: distinctList(webOrigin, 10, (origin) => origin)
    .optional()
    .meta({ description: 'Web pages that may send the form; all of them unless told.' }),
}

/** Not a secret: it stands in web pages. Who has it can make leads and nothing else. */
const formKey = z
  .string()
  .max(40)
  .regex(/^[\w-]+$/)

export const CaptureForm = recordSchema('captureForm', 'CaptureForm', { ...captureFormFields, formKey })
export type CaptureForm = z.infer<typeof CaptureForm>
