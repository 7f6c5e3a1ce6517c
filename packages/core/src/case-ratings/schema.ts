import { instant, ref, text } from '@rapport/kernel/schema'
import * as z from 'zod'

export const SCORE_MAX = 5

export const Score = z.int().min(1).max(SCORE_MAX)

/** What a customer answers: how happy, and why. */
export const RatingAnswer = z.strictObject({ score: Score, text: text(2000).optional() }).meta({ id: 'RatingAnswer' })
export type RatingAnswer = z.infer<typeof RatingAnswer>

/** How the customer found the solution of a case. */
export const Rating = z
  .strictObject({
    score: Score,
    text: text(2000).optional(),
    at: instant,
    firstAt: instant.meta({ description: 'Of the first answer; it can be changed for seven days from then on.' }),
    followUpId: ref('task').optional().meta({ description: 'The task that a low score made.' }),
  })
  .meta({ id: 'CaseRating' })
export type Rating = z.infer<typeof Rating>
