import { distinctList, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CasePriority, CaseStatus, CaseType, casePriorities, caseStatuses, caseTypes } from '../case-terms/schema.ts'
import { channels } from '../interactions/schema.ts'
import { TaskPriority } from '../tasks/schema.ts'

const oneOf = <T extends z.ZodType>(entry: T, max: number) => distinctList(entry, max, (value) => value).min(1)

/** Every condition that is named must hold: the case has one of its values. Without any, every case matches. */
export const EscalationCriteria = z
  .strictObject({
    priorities: oneOf(CasePriority, casePriorities.length).optional(),
    statuses: oneOf(CaseStatus, caseStatuses.length).optional(),
    types: oneOf(CaseType, caseTypes.length).optional(),
    channels: oneOf(z.enum(channels), channels.length).optional(),
    tags: oneOf(slug(40), 20).optional(),
    accountIds: oneOf(ref('account'), 50).optional(),
  })
  .meta({ id: 'EscalationCriteria' })
export type EscalationCriteria = z.infer<typeof EscalationCriteria>

/** Longest age that a step waits for: a year. */
const MINUTES_MAX = 525_600

const minutes = z.int().min(0).max(MINUTES_MAX)

/**
 * What the age of a case is counted from: since it was written down or reopened, since somebody last changed it, since the customer
 * last wrote and nobody has answered; or a promise, by a percentage of its time or by minutes behind its due instant.
 */
export const EscalationWhen = z
  .discriminatedUnion('basis', [
    z.strictObject({ basis: z.enum(['created', 'lastModified', 'lastCustomerReply']), afterMinutes: minutes }),
    z.strictObject({
      basis: z.enum(['firstResponse', 'nextResponse', 'resolution']),
      percent: z.int().min(1).max(100).optional(),
      afterMinutes: minutes.optional(),
    }),
  ])
  .meta({ id: 'EscalationWhen' })
export type EscalationWhen = z.infer<typeof EscalationWhen>

/** People named by what they are to the case. */
export const Addressee = z.enum(['owner', 'managerOfOwner', 'queueMembers']).meta({
  description:
    'For a case that waits in a queue, whoever keeps the queue stands in for the owner and the manager; the members of a queue that names none are its team. A notice that would reach nobody goes to whoever keeps the rule.',
})
export type Addressee = z.infer<typeof Addressee>

/** Everything a step does; each at most once, so that the order of doing it makes no difference. */
export const EscalationActions = z
  .strictObject({
    notify: z
      .strictObject({
        whom: distinctList(Addressee, 3, (one) => one).default([]),
        userIds: distinctList(ref('user'), 20, (id) => id).default([]),
      })
      .optional(),
    assign: z
      .strictObject({
        userId: ref('user').optional(),
        queueId: ref('queue').optional(),
        toManager: z.literal(true).optional().meta({ description: 'To the manager of the owner.' }),
      })
      .optional()
      .meta({ description: 'Exactly one of these.' }),
    setPriority: CasePriority.optional(),
    setType: CaseType.optional(),
    addTag: slug(40).optional(),
    createTask: z
      .strictObject({
        subject: line(200),
        for: z.enum(['owner', 'managerOfOwner']).default('owner'),
        dueInMinutes: minutes,
        priority: TaskPriority.default('high'),
      })
      .optional(),
    publish: slug(60)
      .optional()
      .meta({ description: 'A word that stands in the event, for programs that wait for it.' }),
  })
  .meta({ id: 'EscalationActions' })
export type EscalationActions = z.infer<typeof EscalationActions>

export const EscalationStep = z
  .strictObject({ when: EscalationWhen, actions: EscalationActions })
  .meta({ id: 'EscalationStep' })
export type EscalationStep = z.infer<typeof EscalationStep>

export const STEPS_MAX = 5

export const escalationRuleFields = {
  name: line(100),
  description: text(2000).optional(),
  position: z.int().min(0).max(9_999).meta({
    description:
      'The first active rule that matches counts, lowest position first. A new or changed rule counts for open cases from the next minutes on, a thousand of them a minute.',
  }),
  isActive: z.boolean().default(true),
  isShadow: z
    .boolean()
    .default(false)
    .meta({ description: 'Only tells what it would do, as `escalation.shadowed` in the timeline of the case.' }),
  criteria: EscalationCriteria.default({}),
  hours: z
    .enum(['business', '24x7'])
    .default('24x7')
    .meta({ description: 'Whether ages grow in business hours only, or always.' }),
  calendarId: ref('calendar')
    .optional()
    .meta({ description: 'The business hours; those of the default calendar without it.' }),
  disableAfterFirstModification: z
    .boolean()
    .default(false)
    .meta({ description: 'Cases that somebody has touched since they were written down or reopened are left alone.' }),
  steps: z.array(EscalationStep).min(1).max(STEPS_MAX).meta({ description: 'The place in the list is the level.' }),
}

export const EscalationRule = recordSchema('escalationRule', 'EscalationRule', escalationRuleFields)
export type EscalationRule = z.infer<typeof EscalationRule>
