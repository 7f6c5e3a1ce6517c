import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { isInMotion } from './rules.ts'
import { Handover, handoverFields, type Job, type Move } from './schema.ts'

export const handoverType = recordType<Handover>({
  kind: 'handover',
  plural: 'handovers',
  name: 'Handover',
  schema: Handover,
  fields: handoverFields,
  isAssignable: false,
  visibility: 'owner',
  lists: ['owner', 'all'],
  /** Records of one person move in one direction at a time. */
  unique: (handover) => (isInMotion(handover) ? [{ scope: 'handover.owner', value: handover.ownerId }] : []),
  due: (handover) => handover.dueAt,
})

export const jobModel = defineItem<Job>({
  name: 'handover-job',
  attributes: ['handoverId', 'version', 'step', 'counts'],
  record: { partition: '${handoverId}', sort: 'job' },
})

/** Stands in the handover's partition, ordered by kind and age of the records. */
export const moveModel = defineItem<Move>({
  name: 'move',
  attributes: ['handoverId', 'of', 'kind', 'at', 'outcome', 'settledAt'],
  record: { partition: '${handoverId}', sort: 'moved#${of}' },
})

/** Before and behind every id of a record. */
export const moveBounds = ['0', '~'] as const
