import { distinctList, line, recordSchema, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'

/** People who work on one queue; each assignment looks at all of them. */
export const MEMBERS_MAX = 50

export const strategies = ['round_robin', 'least_busy', 'skills'] as const
export const Strategy = z.enum(strategies)
export type Strategy = z.infer<typeof Strategy>

export const queueFields = {
  name: line(100),
  description: text(2000).optional(),
  memberIds: distinctList(ref('user'), MEMBERS_MAX, (id) => id)
    .default([])
    .meta({ description: 'Who works on it. Without any, everybody of its team may claim and nobody is assigned.' }),
  mode: z
    .enum(['push', 'pull'])
    .default('pull')
    .meta({ description: 'Whether cases are assigned as they come, or wait until somebody claims them.' }),
  isIntake: z.boolean().default(false).meta({
    description: 'Where cases wait that came by mail or from outside and name no queue. One queue is that.',
  }),
  strategy: Strategy.default('round_robin').meta({
    description:
      'Who gets a case that is pushed: one after the other, who has the fewest, or who knows most of its tags.',
  }),
}

export const Queue = recordSchema('queue', 'Queue', queueFields)
export type Queue = z.infer<typeof Queue>
