import { instant, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Rating } from '../case-ratings/schema.ts'
import { CasePriority, CaseStatus, CaseType } from '../case-terms/schema.ts'
import { ClockState } from '../clocks/schema.ts'
import { channels } from '../interactions/schema.ts'
import { Email, externalIds, tags } from '../shared/schema.ts'
import { Clocks, Happening } from '../sla-clocks/schema.ts'

export { CasePriority, CaseStatus, CaseType, casePriorities, caseStatuses, caseTypes } from '../case-terms/schema.ts'

export const severities = ['low', 'medium', 'high'] as const
export const Severity = z.enum(severities)
export type Severity = z.infer<typeof Severity>

/** Who asks, as they named themselves: not everybody who writes is a contact. */
export const Requester = z
  .strictObject({ name: line(200).optional(), email: Email.optional(), phone: line(40).optional() })
  .meta({ id: 'CaseRequester' })
export type Requester = z.infer<typeof Requester>

export const resolutionCodes = [
  'solved',
  'workaround',
  'answered',
  'not_reproducible',
  'duplicate',
  'solved_with_parent',
  'withdrawn',
  'no_answer',
  'other',
] as const

export const Resolution = z
  .strictObject({ code: z.enum(resolutionCodes), text: text(5000).optional() })
  .meta({ id: 'CaseResolution' })
export type Resolution = z.infer<typeof Resolution>

/** Between when a customer wants to be called, and by when that was promised. */
export const Callback = z
  .strictObject({
    from: instant,
    until: instant.meta({ description: 'Not before `from`.' }),
    promisedBy: instant.optional(),
  })
  .refine(({ from, until }) => from <= until, { path: ['until'], error: 'must not be before from' })
  .meta({ id: 'CaseCallback' })
export type Callback = z.infer<typeof Callback>

export const caseFields = {
  subject: line(200),
  description: text(20_000).optional(),
  type: CaseType.default('question'),
  origin: z
    .enum(channels)
    .default('other')
    .meta({ description: 'How the customer reached the company. Who wrote the case down is its `createdBy`.' }),
  impact: Severity.default('medium'),
  urgency: Severity.default('medium'),
  priorityOverride: CasePriority.optional().meta({
    description: 'A priority set by hand; it stays when impact or urgency change.',
  }),
  accountId: ref('account').optional(),
  contactId: ref('contact').optional(),
  requester: Requester.optional(),
  parentCaseId: ref('case').optional().meta({ description: 'The incident that this case is a part of.' }),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
  callback: Callback.optional().meta({ description: 'Stands in the agenda of the owner until it is taken away.' }),
  queueId: ref('queue').optional().meta({
    description: 'Where it waits for somebody. A new case with a queue and no owner waits for one.',
  }),
}

const count = z.int().min(0)

export const Case = recordSchema('case', 'Case', {
  ...caseFields,
  number: z
    .string()
    .max(16)
    .regex(/^C-\d{6,12}$/)
    .meta({ examples: ['C-000123'] }),
  priority: CasePriority.meta({ description: 'From impact and urgency, unless it is set by hand.' }),
  status: CaseStatus,
  resolution: Resolution.optional(),
  firstResponseAt: instant.optional(),
  firstResponseMinutes: count
    .optional()
    .meta({ description: 'Business minutes until the first answer, pauses left out.' }),
  resolvedAt: instant.optional(),
  resolutionMinutes: count.optional().meta({ description: 'Business minutes until it was solved, pauses left out.' }),
  closedAt: instant.optional(),
  reopenedAt: instant.optional(),
  reopenedCount: count,
  inboundCount: count.meta({ description: 'Times the customer wrote or called about it, the first one included.' }),
  lastCustomerReplyAt: instant.optional(),
  sla: Clocks.optional(),
  slaState: ClockState.meta({ description: 'That of the clock that is worst off.' }),
  slaDueAt: instant.optional().meta({ description: 'When the next warning is given or the next promise is broken.' }),
  slaUntold: z.array(Happening).max(32).optional().meta({ description: 'What a change made due, until it is told.' }),
  routeAt: instant.optional().meta({ description: 'When somebody is looked for again: nobody could take it.' }),
  lastReplyAt: instant.optional().meta({ description: 'When a person last answered the customer.' }),
  isEscalated: z.boolean().optional().meta({ description: 'Since it was written down or reopened.' }),
  escalationLevel: z.int().min(1).max(5).optional().meta({ description: 'The last step that was taken, 1 the first.' }),
  escalatedAt: instant.optional(),
  mergedIntoId: ref('case').optional().meta({ description: 'The case that goes on in place of this one.' }),
  rating: Rating.optional(),
  ratingAskedFor: instant.optional().meta({ description: 'The solution that the customer was last asked about.' }),
  followsId: ref('case')
    .optional()
    .meta({ description: 'The case that this one follows: it was closed for too long.' }),
})
export type Case = z.infer<typeof Case>
