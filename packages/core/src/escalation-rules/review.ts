import { duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import { type Ctx, shardOf, type Write } from '@rapport/kernel/store'
import { ORGANISATION_ID } from '../organisation/model.ts'

/**
 * Open cases are looked at anew because a rule, or the hours it counts in, have changed. Written in the transaction of that change,
 * one for all rules, and due until it is done.
 */
export interface CaseReview {
  /** The organisation. */
  of: string
  /** Another one for each change: work that was begun for the one before then ends. */
  run: string
  dueAt: string
  dueSlot: string
  /** How far it is: the place among the statuses to go through, and the last case there. */
  place: number
  behind?: string | undefined
}

export const caseReviewModel = defineItem<CaseReview>({
  name: 'case-review',
  attributes: ['of', 'run', 'dueAt', 'dueSlot', 'place', 'behind'],
  record: { partition: '${of}', sort: 'case-review' },
  indexes: { time: duePlace },
})

/** Has all open cases looked at anew, from the first one on, by the next sweep. */
export function reviewWrite(ctx: Ctx): Write {
  const of = ORGANISATION_ID
  const begun = { of, run: ctx.ids.next('request'), dueAt: ctx.now.toISOString(), place: 0 }
  return { put: caseReviewModel.item({ ...begun, dueSlot: shardOf(of, ctx.db.shards) }) }
}
