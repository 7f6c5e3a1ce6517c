import { instant, line } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Email } from '../shared/schema.ts'

/** What somebody says who wants to be called. */
export const CallbackRequest = z
  .strictObject({
    phone: line(40).meta({ examples: ['+43 1 5880144'] }),
    country: z
      .string()
      .length(2)
      .regex(/^[A-Z]{2}$/)
      .optional()
      .meta({ description: 'ISO 3166 country that a number without +code is read in.' }),
    name: line(200).optional(),
    email: Email.optional(),
    topic: line(200),
    from: instant.optional().meta({ description: 'Not before; now when absent.' }),
    until: instant.optional().meta({ description: 'Not after; what is promised when absent.' }),
    homepage: z
      .string()
      .max(500)
      .regex(/^\P{Cs}*$/u)
      .optional()
      .meta({ description: 'A trap for programs: people do not see it and leave it empty.' }),
  })
  .refine(({ from, until }) => from === undefined || until === undefined || from < until, {
    error: 'must end after it begins',
    path: ['until'],
  })
  .meta({ id: 'CallbackRequest' })
export type CallbackRequest = z.infer<typeof CallbackRequest>

/** The same for everybody who asks at the same time. */
export const CallbackAnswer = z
  .strictObject({
    status: z.literal('received'),
    promisedBy: instant
      .optional()
      .meta({ description: 'Until when somebody calls, in business hours; absent when nothing is promised.' }),
  })
  .meta({ id: 'CallbackAnswer' })
export type CallbackAnswer = z.infer<typeof CallbackAnswer>
