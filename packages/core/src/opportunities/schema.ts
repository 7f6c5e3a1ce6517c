import { Money } from '@rapport/kernel/money'
import { actorId, date, distinctList, instant, line, recordSchema, ref, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Converted } from '../exchange-rates/schema.ts'
import { ForecastCategory, Probability, StageId, StageStatus } from '../pipelines/schema.ts'
import { externalIds } from '../shared/schema.ts'

/** Parts of a whole in splits: 10,000 is all of it. */
export const WHOLE_BASIS_POINTS = 10_000

export const ContactRole = z.enum([
  'decisionMaker',
  'influencer',
  'evaluator',
  'champion',
  'blocker',
  'user',
  'buyer',
  'other',
])

/** A person and the part this person plays in the deal. */
export const DealContact = z
  .strictObject({ contactId: ref('contact'), role: ContactRole, isPrimary: z.boolean().default(false) })
  .meta({ id: 'DealContact' })
export type DealContact = z.infer<typeof DealContact>

/** What of a deal counts for a colleague. `revenue` splits are all of it together; `overlay` ones come on top. */
export const Split = z
  .strictObject({
    userId: ref('user'),
    type: z.enum(['revenue', 'overlay']).default('revenue'),
    basisPoints: z.int().min(0).max(WHOLE_BASIS_POINTS).meta({ description: '10,000 is the whole deal.' }),
    amount: Money.optional().meta({ readOnly: true, description: 'Computed; what you send is replaced.' }),
  })
  .meta({ id: 'Split' })
export type Split = z.infer<typeof Split>

/** Fewer than elsewhere: a deal can be filtered by six other things, and all of that is written at once. */
const TAGS_MAX = 15

/** Where a deal stands among others of its stage: ranks compare as text. */
export const Rank = z
  .string()
  .max(100)
  .regex(/^[0-9a-z]*[1-9a-z]$/)

/** How a deal ended. `other` needs a note; a lost one needs a reason. */
export const outcomeFields = {
  winReason: slug(40).optional(),
  lossReason: slug(40).optional(),
  reasonNote: text(1000).optional(),
}

export const opportunityFields = {
  name: line(200),
  accountId: ref('account').optional(),
  pipelineId: ref('pipeline').optional().meta({ description: 'The default pipeline unless told.' }),
  stageId: StageId.optional().meta({ description: 'The first open stage unless told.' }),
  amount: Money.optional(),
  priceBookId: ref('priceBook')
    .optional()
    .meta({ description: 'What its lines cost: the book of the account, or the standard one, unless told.' }),
  probability: Probability.optional().meta({ description: 'Whole percent; that of the stage unless told.' }),
  forecastCategory: ForecastCategory.optional().meta({ description: 'That of the stage unless told.' }),
  closeDate: date,
  source: slug(60).optional(),
  campaign: line(200).optional(),
  nextStep: line(500).optional(),
  competitor: line(200).optional(),
  description: text(5000).optional(),
  contactRoles: distinctList(DealContact, 20, ({ contactId, role }) => `${contactId} ${role}`)
    .refine((list) => list.filter(({ isPrimary }) => isPrimary).length <= 1, { error: 'must have one primary contact' })
    .optional(),
  splits: distinctList(Split, 20, ({ userId, type }) => `${userId} ${type}`).optional(),
  rank: Rank.optional().meta({ description: 'Order on the board; by the time the stage was entered unless told.' }),
  ...outcomeFields,
  tags: distinctList(slug(40), TAGS_MAX, (tag) => tag).optional(),
  externalIds: externalIds.optional(),
}

export const Opportunity = recordSchema('opportunity', 'Opportunity', {
  ...opportunityFields,
  pipelineId: ref('pipeline'),
  stageId: StageId,
  probability: Probability,
  forecastCategory: ForecastCategory,
  rank: Rank,
  status: StageStatus,
  expectedRevenue: Money.optional().meta({ description: 'amount × probability, a half to even.' }),
  converted: Converted.optional().meta({
    description:
      'The amount in the currency of the organisation: at the rate of today while the deal is open, at that of its closing afterwards. Absent where no rate is known.',
  }),
  processVersion: z.int().min(1).meta({ description: 'Of the pipeline, when the deal entered it.' }),
  stageEnteredAt: instant,
  lastActivityAt: instant.optional(),
  closedAt: instant.optional(),
  pushCount: z.int().min(0).meta({ description: 'How often the close date was moved later while open.' }),
  lineCount: z.int().min(0).max(90).optional().meta({ description: 'With lines, the amount is what they come to.' }),
  syncedQuoteId: ref('quote').optional().meta({ description: 'The quote whose lines and net amount the deal has.' }),
  linesRevision: z.int().min(1).optional().meta({ description: 'How often the lines were replaced.' }),
  stageCount: z.int().min(1).meta({ description: 'Stages entered, the first one included.' }),
})
export type Opportunity = z.infer<typeof Opportunity>

const order = {
  stageId: StageId,
  ...outcomeFields,
  force: z.boolean().default(false).meta({ description: 'Goes on without what the stages require. Needs a reason.' }),
  reason: line(500).optional().meta({ description: 'Why it is forced.' }),
}

export const MoveRequest = z
  .strictObject({
    ...order,
    pipelineId: ref('pipeline').optional(),
    probability: Probability.optional(),
    forecastCategory: ForecastCategory.optional(),
  })
  .meta({ id: 'MoveRequest' })
export type MoveRequest = z.infer<typeof MoveRequest>

export const CloseRequest = z
  .strictObject({
    outcome: z.enum(['won', 'lost']),
    ...order,
    stageId: StageId.optional().meta({ description: 'The first stage with this outcome unless told.' }),
  })
  .meta({ id: 'CloseRequest' })
export type CloseRequest = z.infer<typeof CloseRequest>

export const ReopenRequest = z
  .strictObject({
    stageId: StageId.optional().meta({ description: 'The stage it was closed from unless told.' }),
    reason: line(500).optional(),
  })
  .meta({ id: 'ReopenRequest' })
export type ReopenRequest = z.infer<typeof ReopenRequest>

export const PlaceRequest = z
  .strictObject({ behind: ref('opportunity').optional(), before: ref('opportunity').optional() })
  .refine(({ behind, before }) => behind !== undefined || before !== undefined, { error: 'must name a neighbour' })
  .meta({ id: 'PlaceRequest' })
export type PlaceRequest = z.infer<typeof PlaceRequest>

/** One step on a deal's way through its stages: written with the step, never changed. */
export const StageChange = z
  .strictObject({
    order: z.int().min(1),
    fromPipelineId: ref('pipeline').optional(),
    from: StageId.optional(),
    pipelineId: ref('pipeline'),
    to: StageId,
    status: StageStatus,
    at: instant,
    by: actorId,
    version: z.int().min(1).meta({ description: 'Of the deal, after the step.' }),
    daysInPrevious: z.int().min(0).optional().meta({ description: 'Whole days of 24 hours.' }),
    amount: Money.optional(),
    closeDate: date,
    ...outcomeFields,
  })
  .meta({ id: 'StageChange' })
export type StageChange = z.infer<typeof StageChange>

/** What somebody should look at in an open deal. */
export const Warning = z.enum(['no_decision_maker', 'close_date_passed', 'rotten'])
export type Warning = z.infer<typeof Warning>

/** Steps of a deal that are shown: the latest. */
export const STEPS_MAX = 100

const days = z.int().min(0).max(1_000_000)

/** How a deal kept to the process of its pipeline, as that is now. */
export const Conformance = z
  .strictObject({
    skipped: z
      .array(z.strictObject({ stageId: StageId, at: instant }))
      .max(STEPS_MAX)
      .meta({ description: 'Open stages it went past and was never in, with when it did.' }),
    backward: z
      .array(z.strictObject({ from: StageId, to: StageId, at: instant }))
      .max(STEPS_MAX)
      .meta({ description: 'Steps to an earlier stage, oldest first.' }),
    isConforming: z.boolean().meta({ description: 'Nothing was skipped and no step went back.' }),
  })
  .meta({ id: 'Conformance' })
export type Conformance = z.infer<typeof Conformance>

/** How a deal came to where it is, and how long it took. */
export const Progress = z
  .strictObject({
    data: z.array(StageChange).max(STEPS_MAX),
    isComplete: z.boolean().meta({ description: 'False when there were more steps than are shown.' }),
    timeInStages: z
      .array(z.strictObject({ pipelineId: ref('pipeline'), stageId: StageId, days }))
      .max(STEPS_MAX)
      .meta({ description: 'Whole days of 24 hours, in the order the stages were first entered.' }),
    restingBusinessDays: days.meta({
      description: 'Days of the default calendar since anything happened in the deal; without one Mondays to Fridays.',
    }),
    conformance: Conformance,
    warnings: z.array(Warning).max(Warning.options.length),
  })
  .meta({ id: 'Progress' })
export type Progress = z.infer<typeof Progress>
