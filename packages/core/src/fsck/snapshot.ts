import { eventModel, type StoredEvent } from '@rapport/kernel/events'
import type { Model } from '@rapport/kernel/model'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import { contributedModel, numbersOf } from '@rapport/kernel/rollup'
import type { RecordBase } from '@rapport/kernel/schema'
import { facetModel, projectedModel, tokenModel } from '@rapport/kernel/search'
import { shareModel } from '@rapport/kernel/share'
import { answerModel, guardModel } from '@rapport/kernel/store'
import type { Item, Key } from '@rapport/kernel/table'
import { turnModel } from '../captures/model.ts'
import { owedModel } from '../cases/owed.ts'
import { relationModel } from '../contacts/model.ts'
import { caseReviewModel } from '../escalation-rules/review.ts'
import { escalationModel } from '../escalations/model.ts'
import { datedRateModel, revaluationModel } from '../exchange-rates/model.ts'
import { jobModel as exportJobModel } from '../exports/model.ts'
import { jobModel, moveModel } from '../handover/model.ts'
import {
  batchModel as importBatchModel,
  jobModel as importJobModel,
  rowModel as importRowModel,
} from '../imports/model.ts'
import { conversionModel } from '../lead-conversion/model.ts'
import { leadEmailModel } from '../leads/model.ts'
import { addressModel, reportModel, toldModel } from '../mail/model.ts'
import { noteVersionModel } from '../notes/model.ts'
import { linesModel, openAmountModel, stageChangeModel } from '../opportunities/model.ts'
import { askedModel } from '../opt-in/model.ts'
import { orderLinesModel } from '../orders/model.ts'
import { cardModel } from '../pipelines/model.ts'
import { priceRowModel } from '../price-book-entries/model.ts'
import { audienceModel } from '../price-books/model.ts'
import { queuedModel } from '../queues/model.ts'
import { documentModel, rosterModel } from '../quotes/model.ts'
import type { Finding } from './finding.ts'
import { checkPlacement, checkRecord, unknownItem } from './placement.ts'
import { grouped } from './same.ts'

/** Kinds of item beside records. A new one is a line here, and a check of its own if it follows from something else. */
export const rowModels = {
  event: eventModel,
  guard: guardModel,
  answer: answerModel,
  share: shareModel,
  token: tokenModel,
  facet: facetModel,
  projected: projectedModel,
  contributed: contributedModel,
  relation: relationModel,
  'dated-rate': datedRateModel,
  revaluation: revaluationModel,
  'price-row': priceRowModel,
  'book-audience': audienceModel,
  'note-version': noteVersionModel,
  'lead-email': leadEmailModel,
  conversion: conversionModel,
  'capture-turn': turnModel,
  'opt-in-letter': askedModel,
  'handover-job': jobModel,
  move: moveModel,
  queued: queuedModel,
  owed: owedModel,
  card: cardModel,
  'open-amount': openAmountModel,
  'stage-change': stageChangeModel,
  'import-job': importJobModel,
  'export-job': exportJobModel,
  'import-row': importRowModel,
  'import-batch': importBatchModel,
  'deal-lines': linesModel,
  'quote-document': documentModel,
  'deal-quotes': rosterModel,
  'order-lines': orderLinesModel,
  address: addressModel,
  'mail-report': reportModel,
  'case-review': caseReviewModel,
  escalation: escalationModel,
  'escalation-told': toldModel,
} as const

/** Items that stand alone: nothing else says what they should be. */
const ALONE = new Set(['signing-key', 'counter'])

/** A part of a total: its numbers stand beside the attributes, so it is looked at as a whole. */
const TOTAL = 'total'

type RowModels = typeof rowModels
type ValueOf<M> = M extends Model<infer T> ? T : never

export interface Row<T> {
  key: Key
  value: T
}

export interface RecordRow {
  type: RecordType
  record: RecordBase
}

/** A whole table, sorted by what its items are, in memory. */
export interface Snapshot {
  itemCount: number
  records: Map<string, RecordRow>
  rows: { [K in keyof RowModels]: Row<ValueOf<RowModels[K]>>[] }
  /** Numbers of each part of a total, by its partition. */
  totals: Map<string, Record<string, number>>
  /** Events by subject, in the order of their ids. */
  events: Map<string, StoredEvent[]>
  /** What was found wrong with single items. */
  findings: Finding[]
}

/** Reads each item once, looks at it by itself, and keeps what the other checks compare. */
export async function takeSnapshot(
  items: AsyncIterable<Item>,
  types: readonly RecordType[],
  shards: number,
): Promise<Snapshot> {
  const typeOf = new Map<string, RecordType>(types.map((type) => [type.kind, type]))
  const snapshot: Snapshot = {
    itemCount: 0,
    records: new Map(),
    rows: Object.fromEntries(Object.keys(rowModels).map((name) => [name, []])) as unknown as Snapshot['rows'],
    totals: new Map(),
    events: new Map(),
    findings: [],
  }
  for await (const item of items) {
    snapshot.itemCount++
    const name = String(item[ENTITY_NAME])
    const type = typeOf.get(name)
    if (type) addRecord(snapshot, type, item, shards)
    else if (isRowName(name)) addRow(snapshot, name, item)
    else if (name === TOTAL) snapshot.totals.set(String(item.pk), numbersOf(item))
    else if (!ALONE.has(name)) snapshot.findings.push(unknownItem(item))
  }
  const events = snapshot.rows.event.map(({ value }) => value).sort((a, b) => (a.id < b.id ? -1 : 1))
  snapshot.events = grouped(events, (event) => event.subject.id)
  return snapshot
}

/** Where ElectroDB writes which entity an item is. */
const ENTITY_NAME = '__edb_e__'

const isRowName = (name: string): name is keyof RowModels => Object.hasOwn(rowModels, name)

function addRecord(snapshot: Snapshot, type: RecordType, item: Item, shards: number): void {
  const record = fromItem(type, item)
  snapshot.records.set(String(item.pk), { type, record })
  snapshot.findings.push(...checkRecord(type, item, record, shards))
}

function addRow<K extends keyof RowModels>(snapshot: Snapshot, name: K, item: Item): void {
  const model = rowModels[name] as Model<unknown>
  const rows = snapshot.rows[name] as Row<unknown>[]
  const value = model.parse(item)
  rows.push({ key: { pk: String(item.pk), sk: String(item.sk) }, value })
  snapshot.findings.push(...checkPlacement(item, model.item(value as object)))
}

/** Whether a record that is not there was deleted and its time in the recycle bin is over: its events say so. */
export function isPurged({ records, events }: Snapshot, id: string): boolean {
  if (records.has(id)) return false
  const told = events.get(id) ?? []
  const last = told.reduce((version, event) => Math.max(version, event.version), 0)
  return told.some((event) => event.version === last && event.type === `${event.subject.kind}.deleted`)
}
