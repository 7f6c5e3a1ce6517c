import { instant, ref } from '@rapport/kernel/schema'
import * as z from 'zod'
import { CasePriority, casePriorities } from '../case-terms/schema.ts'

/** Cases replayed at once: each is one to two KB read. */
export const CASES_MAX = 200

const cursor = z
  .string()
  .max(300)
  .regex(/^[\w-]+$/)

/** Ids tell when a case was opened, from 1970 on. */
const opened = instant.refine((at) => at >= '1970' && at < '2100', { error: 'must lie between 1970 and 2099' })

export const SlaSimulationRequest = z
  .strictObject({
    from: opened.meta({ description: 'Cases opened at this instant or later.' }),
    until: opened.meta({ description: 'And before this one.' }),
    limit: z.int().min(1).max(CASES_MAX).default(CASES_MAX).meta({ description: 'Cases replayed at once.' }),
    cursor: cursor.optional().meta({ description: 'Where the answer before this one ended.' }),
  })
  .refine(({ from, until }) => from < until, { error: 'must be later than from', path: ['until'] })
  .meta({
    id: 'SlaSimulationRequest',
    examples: [{ from: '2026-10-01T00:00:00.000Z', until: '2026-11-01T00:00:00.000Z' }],
  })
export type SlaSimulationRequest = z.infer<typeof SlaSimulationRequest>

const count = z.int().min(0)

const Outcomes = z
  .strictObject({ kept: count, broken: count, open: count.meta({ description: 'Neither as yet.' }) })
  .meta({ id: 'SlaOutcomes' })
export type Outcomes = z.infer<typeof Outcomes>

const Compared = z.strictObject({ was: Outcomes, wouldBe: Outcomes }).meta({ id: 'SlaCompared' })

/** What of a case was promised and what became of it, and what would have under another policy. */
export const SlaSimulation = z
  .strictObject({
    policyId: ref('slaPolicy'),
    from: instant,
    until: instant,
    casesRead: count.meta({
      description: 'Cases of the period that you may see, whether the policy is for them or not.',
    }),
    nextCursor: cursor
      .nullable()
      .meta({ description: 'Where the next answer goes on; null when these were all. Figures add up.' }),
    priorities: z
      .array(
        z.strictObject({
          priority: CasePriority,
          cases: count.meta({ description: 'Those that the policy is for.' }),
          firstResponse: Compared,
          nextResponse: Compared.meta({ description: 'To the last question of each case.' }),
          resolution: Compared,
        }),
      )
      .max(casePriorities.length),
  })
  .meta({ id: 'SlaSimulation' })
export type SlaSimulation = z.infer<typeof SlaSimulation>
