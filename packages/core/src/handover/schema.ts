import { distinctList, instant, recordSchema, ref } from '@rapport/kernel/schema'
import * as z from 'zod'

/** The kinds of record that work consists of. `types.ts` says how each is moved. */
export const handoverKinds = ['account', 'contact', 'lead', 'task', 'opportunity', 'case', 'quote', 'order'] as const
export const HandoverKind = z.enum(handoverKinds)
export type HandoverKind = z.infer<typeof HandoverKind>

/**
 * `running` moves records to the receiver, `reverting` moves them back; both are work of a machine and end in `delegated` (until
 * an instant), `finished` (for good) or `reverted`, or in `stopped` when whoever should get the records was disabled meanwhile.
 */
export const HandoverStatus = z.enum(['running', 'delegated', 'finished', 'reverting', 'reverted', 'stopped'])
export type HandoverStatus = z.infer<typeof HandoverStatus>

export const handoverFields = {
  to: ref('user').meta({ description: 'Who gets the records. Must be active.' }),
  until: instant
    .optional()
    .meta({ description: 'Makes it a delegation: what the receiver still owns then goes back.' }),
  kinds: distinctList(HandoverKind, handoverKinds.length, (kind) => kind).min(1),
}

export const HandoverRequest = z
  .strictObject({
    ...handoverFields,
    kinds: handoverFields.kinds
      .optional()
      .meta({ description: 'Everything that you may give to that person unless told.' }),
  })
  .meta({ id: 'HandoverRequest' })
export type HandoverRequest = z.infer<typeof HandoverRequest>

const count = z.int().min(0)

/** Records moved to the receiver; of these, those moved back and those left because they had another owner by then. */
const Counts = z.strictObject({ moved: count, returned: count, kept: count }).meta({ id: 'HandoverCounts' })
export type Counts = z.infer<typeof Counts>

/** The owner is the person whose work it is. The receiver sees it by a share. */
export const Handover = recordSchema('handover', 'Handover', {
  ...handoverFields,
  status: HandoverStatus,
  counts: z.partialRecord(HandoverKind, Counts),
  /** Batches begun. A late message about an earlier one does nothing. */
  step: count,
  /** When something happens by itself: the end of a delegation, or a look at work that should have gone on by then. */
  dueAt: instant.optional(),
  finishedAt: instant.optional(),
  notifiedAt: instant.optional(),
  revertedAt: instant.optional(),
})
export type Handover = z.infer<typeof Handover>

/**
 * How far the work is: the number of its batch and what has been moved so far. Every move is written with it, so it orders them;
 * the handover itself takes over the counts at the end of each batch, with an event.
 */
export interface Job {
  handoverId: string
  version: number
  step: number
  counts: Handover['counts']
}

/** One record that was moved, and what became of it. */
export interface Move {
  handoverId: string
  /** The record. */
  of: string
  kind: HandoverKind
  at: string
  outcome: 'moved' | 'returned' | 'kept'
  settledAt?: string
}
