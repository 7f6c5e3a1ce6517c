import { distinctList, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { rating } from '../leads/schema.ts'
import { country } from '../shared/schema.ts'

/** People a rule names; each assignment looks at all of them, and at as many of a team. */
export const MEMBERS_MAX = 50

const EMPLOYEES_MAX = 10_000_000

const oneOf = <T extends z.ZodType>(entry: T, max: number) => distinctList(entry, max, (value) => value).min(1)

/** Every condition that is named must hold: the lead has one of its values. Without any, every lead matches. */
export const AssignmentCriteria = z
  .strictObject({
    sources: oneOf(slug(60), 50).optional(),
    campaigns: oneOf(line(200), 50).optional().meta({ description: 'Of the `utm` of the lead.' }),
    ratings: oneOf(rating, rating.options.length).optional(),
    countries: oneOf(country, 100).optional().meta({ description: 'Of any address of the lead.' }),
    industries: oneOf(slug(60), 50).optional(),
    tags: oneOf(slug(40), 20).optional(),
    employeesMin: z.int().min(0).max(EMPLOYEES_MAX).optional(),
    employeesMax: z.int().min(0).max(EMPLOYEES_MAX).optional(),
  })
  .meta({ id: 'AssignmentCriteria' })
export type AssignmentCriteria = z.infer<typeof AssignmentCriteria>

export const assignmentStrategies = ['round_robin', 'least_busy'] as const
export const AssignmentStrategy = z.enum(assignmentStrategies)
export type AssignmentStrategy = z.infer<typeof AssignmentStrategy>

export const AssignmentTarget = z
  .strictObject({
    userIds: oneOf(ref('user'), MEMBERS_MAX).optional(),
    teamId: ref('team').optional().meta({ description: 'Whoever belongs to it; it also sees the leads.' }),
  })
  .meta({ id: 'AssignmentTarget', description: 'People, a team, or both: everybody once.' })
export type AssignmentTarget = z.infer<typeof AssignmentTarget>

export const assignmentRuleFields = {
  name: line(100),
  description: text(2000).optional(),
  position: z
    .int()
    .min(0)
    .max(9_999)
    .meta({ description: 'The first active rule that matches counts, lowest position first.' }),
  isActive: z.boolean().default(true),
  criteria: AssignmentCriteria.default({}),
  assignTo: AssignmentTarget,
  strategy: AssignmentStrategy.default('round_robin').meta({
    description: 'One after the other, or who has the fewest open leads. Who is away or full is left out.',
  }),
}

export const AssignmentRule = recordSchema('assignmentRule', 'AssignmentRule', assignmentRuleFields)
export type AssignmentRule = z.infer<typeof AssignmentRule>
