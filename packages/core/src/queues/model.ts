import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { fold } from '@rapport/kernel/search'
import type { UniqueValue } from '@rapport/kernel/store'
import { Queue, queueFields } from './schema.ts'

/** Held by the queue for what comes from outside. */
export const intakeQueue: UniqueValue = { scope: 'queue.intake', value: 'intake' }

export const queueType = recordType<Queue>({
  kind: 'queue',
  plural: 'queues',
  name: 'Queue',
  schema: Queue,
  fields: queueFields,
  visibility: 'everyone',
  lists: ['all'],
  unique: (queue) => [{ scope: 'queue.name', value: fold(queue.name) }, ...(queue.isIntake ? [intakeQueue] : [])],
  search: (queue) => ({ words: [queue.name] }),
})

/** A case that waits in a queue for somebody to take it. `rank` is its place by priority, 0 the most urgent. */
export interface Queued {
  queueId: string
  rank: string
  caseId: string
}

/**
 * Written and taken away in the transaction that changes the case, so a claim reads what is true. The first entry of the partition
 * is the oldest of the most urgent, however many wait: one query, whatever the length of the queue.
 */
export const queuedModel = defineItem<Queued>({
  name: 'queued',
  attributes: ['queueId', 'rank', 'caseId'],
  record: { partition: 'queue#${queueId}', sort: '${rank}#${caseId}' },
})
