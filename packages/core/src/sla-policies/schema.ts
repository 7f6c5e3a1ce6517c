import { distinctList, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CasePriority, CaseType, casePriorities, caseTypes } from '../case-terms/schema.ts'
import { WarnAtPercents } from '../clocks/schema.ts'
import { channels } from '../interactions/schema.ts'

/** Minutes within which something is promised: up to a year. */
const targetMinutes = z.int().min(1).max(525_600)

/** What is promised, in minutes of business time; what is not named is not promised. */
export const SlaTargets = z
  .strictObject({
    firstResponseMinutes: targetMinutes.optional(),
    nextResponseMinutes: targetMinutes.optional(),
    resolutionMinutes: targetMinutes.optional(),
  })
  .meta({ id: 'SlaTargets' })
export type SlaTargets = z.infer<typeof SlaTargets>

const oneOf = <T extends z.ZodType>(entry: T, max: number) => distinctList(entry, max, (value) => value).min(1)

/** Every condition that is named must hold: the case has one of its values. Without any, every case matches. */
export const SlaCriteria = z
  .strictObject({
    priorities: oneOf(CasePriority, casePriorities.length).optional(),
    types: oneOf(CaseType, caseTypes.length).optional(),
    channels: oneOf(z.enum(channels), channels.length).optional(),
    tags: oneOf(slug(40), 20).optional(),
    tiers: oneOf(slug(40), 20)
      .optional()
      .meta({ description: 'Of the account.', examples: [['gold']] }),
    accountIds: oneOf(ref('account'), 100).optional(),
  })
  .meta({ id: 'SlaCriteria' })
export type SlaCriteria = z.infer<typeof SlaCriteria>

export const slaPolicyFields = {
  name: line(100),
  description: text(2000).optional(),
  position: z.int().min(0).max(9_999).meta({
    description:
      'The first active policy that matches counts, lowest position first. Open cases keep what they were promised, until a change of what policies choose by lets one be chosen again.',
  }),
  isActive: z.boolean().default(true),
  criteria: SlaCriteria.default({}),
  targets: z.strictObject({
    low: SlaTargets.optional(),
    normal: SlaTargets.optional(),
    high: SlaTargets.optional(),
    urgent: SlaTargets.optional(),
  }),
  hours: z
    .enum(['business', '24x7'])
    .default('business')
    .meta({ description: 'Whether the clocks run in business hours only, or always.' }),
  calendarId: ref('calendar')
    .optional()
    .meta({ description: 'The business hours; those of the default calendar without it.' }),
  warnAtPercents: WarnAtPercents.default([75, 90]),
}

export const SlaPolicy = recordSchema('slaPolicy', 'SlaPolicy', slaPolicyFields)
export type SlaPolicy = z.infer<typeof SlaPolicy>
