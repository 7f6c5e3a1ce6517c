import { distinctList, instant, line, recordSchema, ref, slug } from '@rapport/kernel/schema'
import * as z from 'zod'

export const STAGES_MAX = 20

/** What becomes of a deal in a stage. */
export const StageStatus = z.enum(['open', 'won', 'lost'])
export type StageStatus = z.infer<typeof StageStatus>

/** Where a deal stands in a forecast, from not at all to certain. */
export const ForecastCategory = z.enum(['omitted', 'pipeline', 'bestCase', 'mostLikely', 'commit', 'closed'])
export type ForecastCategory = z.infer<typeof ForecastCategory>

/** Whole percent. */
export const Probability = z.int().min(0).max(100).meta({ description: 'Whole percent.' })

/** What a deal can be asked to have before it leaves a stage. */
export const requirable = [
  'accountId',
  'amount',
  'campaign',
  'competitor',
  'description',
  'decisionMaker',
  'lines',
  'nextStep',
  'primaryContact',
  'source',
  'splits',
] as const
export const Requirable = z.enum(requirable)
export type Requirable = z.infer<typeof Requirable>

/** The name of a stage in programs. Deals and their history refer to it, so it never changes. */
export const StageId = slug(40)

export const Stage = z
  .strictObject({
    id: StageId,
    name: line(60),
    status: StageStatus.default('open'),
    probability: Probability,
    forecastCategory: ForecastCategory,
    checklist: z.array(line(300)).max(20).default([]).meta({ description: 'Questions to answer in this stage.' }),
    requiredFields: distinctList(Requirable, requirable.length, (field) => field)
      .default([])
      .meta({ description: 'What a deal must have to go on from this stage.' }),
    rottenAfterBusinessDays: z.int().min(1).max(365).optional(),
    inactiveSince: instant.optional().meta({ readOnly: true, description: 'Computed: the stage takes no more deals.' }),
  })
  .meta({ id: 'Stage' })
export type Stage = z.infer<typeof Stage>

/** Won is certain and closed, lost is neither, and what is open is not yet closed. */
const agrees = ({ status, probability, forecastCategory }: Stage): boolean => {
  if (status === 'won') return probability === 100 && forecastCategory === 'closed'
  if (status === 'lost') return probability === 0 && forecastCategory === 'omitted'
  return forecastCategory !== 'closed'
}

export const stages = z
  .array(Stage)
  .min(3)
  .max(STAGES_MAX)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, {
    error: 'must not hold the same stage twice',
  })
  .refine((list) => StageStatus.options.every((status) => list.some((stage) => stage.status === status)), {
    error: 'must hold an open, a won and a lost stage',
  })
  .refine((list) => list.every(agrees), {
    error: 'must be 100 % and closed where won, 0 % and omitted where lost, and not closed where open',
  })

const EXAMPLE = [
  { id: 'talking', name: 'Talking', probability: 30, forecastCategory: 'pipeline' },
  { id: 'won', name: 'Won', status: 'won', probability: 100, forecastCategory: 'closed' },
  { id: 'lost', name: 'Lost', status: 'lost', probability: 0, forecastCategory: 'omitted' },
]

const reasons = distinctList(slug(40), 50, (reason) => reason).min(1)

export const pipelineFields = {
  name: line(100),
  description: line(500).optional(),
  isActive: z.boolean().default(true).meta({ description: 'An inactive pipeline takes no more deals.' }),
  teamIds: distinctList(ref('team'), 20, (id) => id)
    .min(1)
    .optional()
    .meta({ description: 'Only their members see it and put deals into it; everybody does unless told.' }),
  stages: stages.meta({ description: 'In the order deals go through them.', examples: [EXAMPLE] }),
  winReasons: reasons.default(['price', 'product', 'relationship', 'service', 'other']),
  lossReasons: reasons
    .default(['price', 'competitor', 'no-budget', 'no-decision', 'timing', 'other'])
    .meta({ description: 'A lost deal has one of them; `other` needs a note.' }),
}

export const Pipeline = recordSchema('pipeline', 'Pipeline', {
  ...pipelineFields,
  isDefault: z.boolean().meta({ readOnly: true, description: 'Deals that name no pipeline go here.' }),
  processVersion: z
    .int()
    .min(1)
    .meta({ description: 'Grows when the stages change. Deals keep the one they entered on.' }),
  inactiveSince: instant.optional(),
})
export type Pipeline = z.infer<typeof Pipeline>

/** An open deal in its stage: what boards list, and what tells whether a stage is empty. Closed deals have none. */
export interface Card {
  of: string
  pipelineId: string
  stageId: string
  ownerId: string
  /** Absent when the deal is kept to its owner. */
  teamId?: string
  isForEveryone: boolean
  rank: string
}
