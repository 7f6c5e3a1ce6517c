import { ref } from '@rapport/kernel/schema'
import * as z from 'zod'

const count = z.int().min(0)
/** Between 0 and 1; null while there is nothing to tell it from. */
const share = z.number().min(0).max(1).nullable()
const minutes = z.int().min(0).nullable().meta({
  description: 'Business minutes. From a histogram: the true value is at most 19 % away. Null without data.',
})

const promise = z.strictObject({
  kept: count,
  broken: count,
  attainment: share.meta({ description: 'Kept ÷ (kept + broken).' }),
  p50Minutes: minutes,
  p90Minutes: minutes,
})

export const ServiceFigures = z
  .strictObject({
    opened: count.meta({ description: 'Cases opened on these days.' }),
    resolved: count.meta({ description: 'Cases solved or closed on these days that are so still.' }),
    reopened: count.meta({ description: 'Cases whose last reopening was on these days.' }),
    reopenRate: share.meta({ description: 'Of the resolved cases, those that had been reopened before.' }),
    firstContactResolution: share.meta({
      description:
        'Of the resolved cases, those where the customer came once and that were never reopened. One reopened leaves the figure, so that of the last seven days may still fall.',
    }),
    firstResponse: promise,
    resolution: promise,
    satisfaction: z.strictObject({
      asked: count,
      answered: count,
      responseRate: share,
      content: share.meta({ description: 'Of the answers, those with a score of 4 or 5.' }),
    }),
  })
  .meta({ id: 'ServiceFigures' })
export type ServiceFigures = z.infer<typeof ServiceFigures>

export const ServiceGroup = z
  .strictObject({
    of: ref('slaPolicy', 'queue').optional().meta({ description: 'The policy or queue; absent for all cases.' }),
    total: ServiceFigures,
    byPriority: z.strictObject({
      low: ServiceFigures,
      normal: ServiceFigures,
      high: ServiceFigures,
      urgent: ServiceFigures,
    }),
  })
  .meta({ id: 'ServiceGroup' })
export type ServiceGroup = z.infer<typeof ServiceGroup>

/** Open cases by the whole days since they were opened. */
export const Backlog = z
  .strictObject({ open: count, upTo1: count, upTo3: count, upTo7: count, upTo30: count, upTo90: count, over90: count })
  .meta({ id: 'ServiceBacklog' })
export type Backlog = z.infer<typeof Backlog>
