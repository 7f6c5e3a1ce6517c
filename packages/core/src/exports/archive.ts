import { forbidden } from '@rapport/kernel/errors'
import { eventModel, parseEvent } from '@rapport/kernel/events'
import { idBounds, kindOf } from '@rapport/kernel/ids'
import { counterModel } from '@rapport/kernel/numbers'
import { boundsBehind } from '@rapport/kernel/page'
import { fromItem, type RecordState, type RecordType, referenceFields } from '@rapport/kernel/record-type'
import { contributedModel } from '@rapport/kernel/rollup'
import { projectedModel } from '@rapport/kernel/search'
import type { Ctx } from '@rapport/kernel/store'
import { BATCH_KEYS_MAX, type Item } from '@rapport/kernel/table'
import * as z from 'zod'
import { recordTypes } from '../index.ts'
import { addressModel } from '../mail/model.ts'
import { digestOf } from '../mail/rules.ts'
import type { EmailEntry } from '../shared/schema.ts'
import type { Lines, Source } from './source.ts'

/** Grows with the form of an archive; an older one is still understood, a newer one is refused. */
export const ARCHIVE_VERSION = 1

/** Series of numbers that go on where they were. */
const SERIES = ['case', 'quote', 'order']

/** Records looked at per page; each brings its whole partition. */
const PAGE = 25

/** Jobs of a machine end with the CRM they ran in. */
const TRANSIENT = ['import', 'export']

export const archivedTypes = recordTypes.filter(({ kind }) => !TRANSIENT.includes(kind))

/** Kinds that stand in a list of all of them; the others are found below the records they are about. */
const listed = archivedTypes.filter(({ lists }) => !lists || lists.includes('all'))
const unlisted = archivedTypes.filter((type) => !listed.includes(type))

/** Kinds of which there is one record, with an id that everybody knows. */
const single = archivedTypes.filter(({ lists, parent }) => lists?.length === 0 && parent === undefined)

/** What stands beside a record and is made again from it: what search and totals know. */
const PROJECTED = new Set([projectedModel.name, contributedModel.name])

/** Where ElectroDB writes which entity an item is. */
const ENTITY_NAME = '__edb_e__'

interface Position {
  type: number
  state: RecordState
  shard: number
  behind?: string
}

const START: Position = { type: 0, state: 'live', shard: 0 }

/**
 * Everything the CRM knows: each record as it is, in the recycle bin too, then every row beside it and every event of it. The first
 * line tells the form. Throws forbidden unless the caller may take out everything.
 */
export function archiveSource(ctx: Ctx): Source {
  const withheld = archivedTypes.find(({ kind }) => ctx.principal.rights.level(kind, 'export') !== 'all')
  if (withheld) throw forbidden(`${withheld.kind}.export_denied`, 'You may not take out everything.')
  return {
    head: line({
      archive: 'rapport',
      version: ARCHIVE_VERSION,
      at: ctx.now.toISOString(),
      schemas: Object.fromEntries(archivedTypes.map(({ kind, schema }) => [kind, z.toJSONSchema(schema)])),
    }),
    read: (reader, position) => readFrom(reader, position === undefined ? START : (JSON.parse(position) as Position)),
  }
}

async function readFrom(ctx: Ctx, at: Position): Promise<Lines> {
  const type = listed[at.type]
  if (!type) return theRest(ctx)
  const [from, to] = boundsBehind(idBounds(type.kind), at.behind, false)
  const place = { state: at.state, shard: String(at.shard) }
  const range = type.model.range('all', place, { id: from }, { id: to }, { newestFirst: false, limit: PAGE })
  const { items, more } = await ctx.db.table.query(range)
  const told = await Promise.all(items.map((item) => withAllBelow(ctx, type, String(item.id))))
  const known = await addressRows(ctx, items)
  const last = items.at(-1)?.id
  const next = more && last !== undefined ? { ...at, behind: String(last) } : following(ctx, at)
  return { ...together([...told, known]), next: JSON.stringify(next) }
}

/** What mail has taught about the addresses of some records: nobody who must not be written to is written to elsewhere. */
async function addressRows({ db }: Ctx, records: readonly Item[]): Promise<Told> {
  const keys = [...new Set(records.flatMap(addressesIn).map(digestOf))].map((digest) => addressModel.key({ digest }))
  const rows: Item[] = []
  for (let at = 0; at < keys.length; at += BATCH_KEYS_MAX)
    rows.push(...(await db.table.batchGet(keys.slice(at, at + BATCH_KEYS_MAX))))
  return { text: rows.map((row) => line({ row })).join(''), count: 0 }
}

function addressesIn({ email, emails }: Item): string[] {
  const entries = Array.isArray(emails) ? (emails as EmailEntry[]) : []
  return [...(typeof email === 'string' ? [email] : []), ...entries.map(({ value }) => value)]
}

/** What stands in no list: single records, and the counters. */
async function theRest(ctx: Ctx): Promise<Lines> {
  const told = await Promise.all(single.map((type) => partition(ctx, type, idBounds(type.kind)[0])))
  return { ...together([...told, { text: await counters(ctx), count: 0 }]), next: undefined }
}

/** Whether there is any record that an archive would hold. */
export async function hasRecords(ctx: Ctx): Promise<boolean> {
  for (let at = START; listed[at.type]; at = following(ctx, at)) if ((await readFrom(ctx, at)).count > 0) return true
  return (await theRest(ctx)).count > 0
}

function following(ctx: Ctx, { type, state, shard }: Position): Position {
  if (shard + 1 < ctx.db.shards) return { type, state, shard: shard + 1 }
  return state === 'live' ? { type, state: 'bin', shard: 0 } : { type: type + 1, state: 'live', shard: 0 }
}

interface Told {
  text: string
  count: number
}

/** A record, and what is only found below it: notes, interactions, and what is below those. */
async function withAllBelow(ctx: Ctx, type: RecordType, id: string): Promise<Told> {
  const below = await Promise.all(
    unlisted.flatMap((other) =>
      refersTo(other, kindOf(id) ?? '')
        ? (['live', 'bin'] as const).map((state) => allBelow(ctx, other, state, id))
        : [],
    ),
  )
  const own = await partition(ctx, type, id)
  return together([own, ...below.flat()])
}

const together = (told: readonly Told[]): Told => ({
  text: told.map(({ text }) => text).join(''),
  count: told.reduce((sum, { count }) => sum + count, 0),
})

async function allBelow(ctx: Ctx, type: RecordType, state: RecordState, parent: string): Promise<Told[]> {
  const told: Told[] = []
  for (let behind: string | undefined, more = true; more; ) {
    const [from, to] = boundsBehind(idBounds(type.kind), behind, false)
    const range = { newestFirst: false, limit: PAGE }
    const page = await ctx.db.table.query(
      type.model.range('parent', { state, parent }, { id: from }, { id: to }, range),
    )
    for (const { id } of page.items) told.push(await withAllBelow(ctx, type, String(id)))
    behind = String(page.items.at(-1)?.id)
    more = page.more && page.items.length > 0
  }
  return told
}

const refersTo = (type: RecordType, kind: string): boolean =>
  referenceFields(type.schema)
    .get(type.parent ?? '')
    ?.split(' ')
    .includes(kind) ?? false

/** Everything in a record's partition, as it is now: the record first. */
async function partition(ctx: Ctx, type: RecordType, id: string): Promise<Told> {
  const items: Item[] = []
  for (let behind: string | undefined, more = true; more; ) {
    // Of an event only the partition is used: everything that stands in it.
    const [from, to] = boundsBehind(['!', '~'], behind, false)
    const range = { newestFirst: false, limit: 1_000 }
    const query = eventModel.range('record', { timelineOf: id }, { id: from }, { id: to }, range)
    const page = await ctx.db.table.query({ ...query, ConsistentRead: true })
    items.push(...page.items)
    behind = String(page.items.at(-1)?.sk)
    more = page.more && page.items.length > 0
  }
  const record = items.find(({ sk }) => sk === type.kind)
  if (!record) return { text: '', count: 0 }
  const beside = items.filter((item) => item !== record && !PROJECTED.has(String(item[ENTITY_NAME])))
  const text = [line({ kind: type.kind, record: fromItem(type, record) }), ...beside.map(besideLine)].join('')
  return { text, count: 1 }
}

const besideLine = (item: Item): string =>
  item[ENTITY_NAME] === eventModel.name ? line({ event: parseEvent(item) }) : line({ row: item })

async function counters(ctx: Ctx): Promise<string> {
  const items = await Promise.all(SERIES.map((name) => ctx.db.table.get(counterModel.key({ name }))))
  return items.flatMap((item) => (item ? [line({ counter: counterModel.parse(item) })] : [])).join('')
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`
