import { eventModel, type StoredEvent } from '@rapport/kernel/events'
import type { Model } from '@rapport/kernel/model'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import { facetModel, projectedModel, tokenModel } from '@rapport/kernel/search'
import { shareModel } from '@rapport/kernel/share'
import { answerModel, guardModel } from '@rapport/kernel/store'
import type { Item, Key } from '@rapport/kernel/table'
import { relationModel } from '../contacts/model.ts'
import { jobModel, moveModel } from '../handover/model.ts'
import { addressModel, reportModel } from '../mail/model.ts'
import { noteVersionModel } from '../notes/model.ts'
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
  relation: relationModel,
  'note-version': noteVersionModel,
  'handover-job': jobModel,
  move: moveModel,
  address: addressModel,
  'mail-report': reportModel,
} as const

/** Items that stand alone: nothing else says what they should be. */
const ALONE = new Set(['signing-key'])

type RowModels = typeof rowModels
type ValueOf<M> = M extends Model<infer T> ? T : never

export interface Row<T> {
  item: Item
  value: T
}

export interface RecordRow {
  type: RecordType
  item: Item
  record: RecordBase
}

/** A whole table, sorted by what its items are. Held in memory: about 2 KB for each of its items. */
export interface Snapshot {
  itemCount: number
  records: Map<string, RecordRow>
  rows: { [K in keyof RowModels]: Row<ValueOf<RowModels[K]>>[] }
  /** Events by subject, in the order of their ids. */
  events: Map<string, StoredEvent[]>
  /** Items of no known kind. */
  strangers: Item[]
}

export async function takeSnapshot(items: AsyncIterable<Item>, types: readonly RecordType[]): Promise<Snapshot> {
  const typeOf = new Map<string, RecordType>(types.map((type) => [type.kind, type]))
  const snapshot: Snapshot = {
    itemCount: 0,
    records: new Map(),
    rows: Object.fromEntries(Object.keys(rowModels).map((name) => [name, []])) as unknown as Snapshot['rows'],
    events: new Map(),
    strangers: [],
  }
  for await (const item of items) {
    snapshot.itemCount++
    const name = String(item[ENTITY_NAME])
    const type = typeOf.get(name)
    if (type) snapshot.records.set(String(item.pk), { type, item, record: fromItem(type, item) })
    else if (isRowName(name)) add(snapshot, name, item)
    else if (!ALONE.has(name)) snapshot.strangers.push(item)
  }
  const events = snapshot.rows.event.map(({ value }) => value).sort((a, b) => (a.id < b.id ? -1 : 1))
  snapshot.events = grouped(events, (event) => event.subject.id)
  return snapshot
}

/** Where ElectroDB writes which entity an item is. */
const ENTITY_NAME = '__edb_e__'

const isRowName = (name: string): name is keyof RowModels => Object.hasOwn(rowModels, name)

function add<K extends keyof RowModels>(snapshot: Snapshot, name: K, item: Item): void {
  const rows = snapshot.rows[name] as Row<unknown>[]
  rows.push({ item, value: rowModels[name].parse(item) })
}

export const keyIn = (item: Item): Key => ({ pk: String(item.pk), sk: String(item.sk) })

/** Whether a record that is not there was deleted and its time in the recycle bin is over: its events say so. */
export function isPurged({ records, events }: Snapshot, id: string): boolean {
  if (records.has(id)) return false
  const told = events.get(id) ?? []
  const last = told.reduce((version, event) => Math.max(version, event.version), 0)
  return told.some((event) => event.version === last && event.type === `${event.subject.kind}.deleted`)
}
