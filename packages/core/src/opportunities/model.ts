import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { ref, slug } from '@rapport/kernel/schema'
import * as z from 'zod'
import { StageId, StageStatus } from '../pipelines/schema.ts'
import { externalIdGuards } from '../shared/rules.ts'
import { tag } from '../shared/schema.ts'
import { contributionsOf } from './board-rules.ts'
import type { DealLine } from './line-schema.ts'
import { Opportunity, opportunityFields, type StageChange } from './schema.ts'
import { valued } from './value-rules.ts'

const month = z
  .string()
  .max(7)
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  .meta({ examples: ['2026-11'] })

export const opportunityType = recordType<Opportunity>({
  kind: 'opportunity',
  plural: 'opportunities',
  name: 'Opportunity',
  schema: Opportunity,
  fields: opportunityFields,
  parent: 'accountId',
  unique: (deal) => externalIdGuards('opportunity', deal.externalIds),
  search: (deal) => ({ words: [deal.name], values: Object.values(deal.externalIds ?? {}) }),
  filters: {
    closeMonth: month,
    tag,
    source: slug(60),
    stageId: StageId,
    status: StageStatus,
    pipelineId: ref('pipeline'),
  },
  facets: (deal) => [
    { field: 'pipelineId', value: deal.pipelineId },
    { field: 'stageId', value: deal.stageId },
    { field: 'status', value: deal.status },
    { field: 'closeMonth', value: deal.closeDate.slice(0, 7) },
    ...(deal.source ? [{ field: 'source', value: deal.source }] : []),
    ...(deal.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  above: (deal) => deal.accountId,
  rollups: contributionsOf,
  derive: valued,
})

export const orderOf = (order: number): string => String(order).padStart(10, '0')

/** Stands in the deal's partition, in the order of its stages. */
export const stageChangeModel = defineItem<StageChange & { opportunityId: string; step: string }>({
  name: 'stage-change',
  attributes: [
    'opportunityId',
    'step',
    'order',
    'fromPipelineId',
    'from',
    'pipelineId',
    'to',
    'status',
    'at',
    'by',
    'version',
    'daysInPrevious',
    'amount',
    'closeDate',
    'winReason',
    'lossReason',
    'reasonNote',
  ],
  record: { partition: '${opportunityId}', sort: 'stage#${step}' },
})

interface StoredLines {
  opportunityId: string
  /** `linesRevision` of the deal they belong to. */
  revision: number
  lines: DealLine[]
}

/**
 * All lines of a deal in one item. They are only ever read and replaced together, and 90 of them have some 25 KB: 50 WCU in the
 * deal's transaction, where 90 items would take 180 and nearly all of its 100 writes.
 */
export const linesModel = defineItem<StoredLines>({
  name: 'deal-lines',
  attributes: ['opportunityId', 'revision', 'lines'],
  record: { partition: '${opportunityId}', sort: 'lines' },
})

/** An open deal with an amount, found by its currency when rates change. */
export interface OpenAmount {
  slot: string
  currency: string
  of: string
}

/**
 * Written with the deal, in the same transaction, so that nobody who values deals anew misses one. Only what is open and has an
 * amount stands here; the currency is in the sort key, so that one query finds those of one currency, or all.
 */
export const openAmountModel = defineItem<OpenAmount>({
  name: 'open-amount',
  attributes: ['slot', 'currency', 'of'],
  record: { partition: 'open#${slot}', sort: '${currency}#${of}' },
})
