import { isDeepStrictEqual } from 'node:util'
import { CrmError } from '@rapport/kernel/errors'
import { type EventRow, eventModel, parseEvent, toEventRow } from '@rapport/kernel/events'
import { idBounds, kindOf } from '@rapport/kernel/ids'
import { boundsBehind } from '@rapport/kernel/page'
import { getRecord, itemsOf } from '@rapport/kernel/record-read'
import { fromItem, type RecordType, referenceFields } from '@rapport/kernel/record-type'
import { settle } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import { importable } from '../importable.ts'
import { recordTypes } from '../index.ts'
import { inLanes } from '../shared/lanes.ts'
import { idOfRow, requestOf, rowOfId } from './batch.ts'
import { orderOf, rowModel } from './model.ts'
import { type Progress, undoCountsOf } from './rules.ts'
import type { Import, Job, RowWrite, UndoResult } from './schema.ts'

/** Changes given back, and records looked at, per batch. */
const UPDATES_MAX = 100
const ROWS_MAX = 500

/** Records taken away at the same time. */
const WIDTH = 8

/** Events read to see whether somebody else has changed a record. */
const EVENTS_MAX = 200

type Verdict = Pick<UndoResult, 'outcome' | 'code' | 'detail'>

/**
 * Gives records back what rows have changed, the last change first. A field that somebody has changed since stays, and is named.
 */
export async function undoUpdates(ctx: Ctx, one: Import, job: Job): Promise<Progress> {
  const { writes, more } = await writesBefore(ctx, one.id, job.behind)
  const results: UndoResult[] = []
  // What this import made goes as a whole. One after the other: two rows may have changed one record.
  const others = writes.filter(({ of }) => rowOfId(one, of, job.rows) === undefined)
  for (const write of others) results.push({ row: write.row, of: write.of, ...(await undoUpdate(ctx, one, write)) })
  const { batches, ...kept } = told(job, results)
  const behind = writes.at(-1)?.order
  return {
    phase: more ? 'undoUpdates' : 'undoCreates',
    job: { batches, behind: more ? behind : undefined },
    undoCounts: undoCountsOf(results),
    ...kept,
  }
}

async function writesBefore(ctx: Ctx, importId: string, behind: string | undefined) {
  const [from, to] = boundsBehind([orderOf(0, 0), orderOf(9_999_999_999, 1)], behind, true)
  const range = { newestFirst: true, limit: UPDATES_MAX }
  const query = rowModel.range('record', { importId }, { order: from }, { order: to }, range)
  const { items, more } = await ctx.db.table.query({ ...query, ConsistentRead: true })
  return { writes: items.map(rowModel.parse), more }
}

/** The record's change back and the note that it was made are one transaction, so that it is made and told once. */
async function undoUpdate(ctx: Ctx, one: Import, write: RowWrite): Promise<Verdict> {
  if (write.undo) return write.undo
  const { back, records } = importable[one.kind]
  const undone = { ...ctx, requestId: requestOf(one, 'undo') }
  try {
    return await settle(undone, async () => {
      const before = await getRecord(undone, records.type, write.of, 'update')
      const event = await eventOf(undone, one, write)
      const { wished, kept } = giveBack(before, event)
      const undo: Verdict =
        kept.length > 0 ? keptFor('record.changed', `Changed since: ${kept.join(', ')}`) : { outcome: 'restored' }
      const change: Change<unknown> = await back(undone, before, wished, event)
      const note = { put: rowModel.item({ ...write, undo }), condition: { present: true } as const }
      return { ...change, writes: [...change.writes, note], answer: undo }
    })
  } catch (error) {
    return keptBecause(error)
  }
}

const keptFor = (code: string, detail: string): Verdict => ({ outcome: 'kept', code, detail })

/** Why something stays as it is. What may go well another time is thrown on. */
function keptBecause(error: unknown): Verdict {
  if (!(error instanceof CrmError) || error.kind === 'unavailable') throw error
  return keptFor(error.code, error.message)
}

/** The event that told what the row had changed. */
async function eventOf(ctx: Ctx, one: Import, { row, of, version }: RowWrite): Promise<EventRow> {
  const events = await eventsFrom(ctx, of, version)
  const event = events.find((told) => told.version === version && told.requestId === requestOf(one, row))
  if (!event) throw new CrmError('conflict', 'event.not_found', 'What the record was before is not known any more.')
  return event
}

/** The fields as they were, but for those that somebody has changed since. */
function giveBack(record: RecordBase, { changed, before = {}, after = {} }: EventRow) {
  const wished: Record<string, unknown> = { ...record }
  const kept: string[] = []
  for (const field of changed) {
    if (!isDeepStrictEqual(wished[field], after[field])) kept.push(field)
    else if (before[field] === undefined) delete wished[field]
    else wished[field] = before[field]
  }
  return { wished: wished as unknown as RecordBase, kept }
}

/** Takes away the records that rows have made, the last row first, unless somebody has done something with them since. */
export async function undoCreates(ctx: Ctx, one: Import, job: Job): Promise<Progress> {
  const last = job.behind === undefined ? job.rows : Number(job.behind) - 1
  const first = Math.max(1, last - ROWS_MAX + 1)
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => last - index)
  const ids = rows.map((row) => idOfRow(one, row))
  const items = new Set((await itemsOf(ctx, ids)).map(({ id }) => id))
  // What this import made itself is in nobody's way, so the order does not matter.
  const results = await inLanes(
    rows.flatMap((row) => (items.has(idOfRow(one, row)) ? [{ row, of: idOfRow(one, row) }] : [])),
    WIDTH,
    () => [],
    async (made): Promise<UndoResult> => ({ ...made, ...(await undoCreate(ctx, one, job, made.of)) }),
  )
  const { batches, ...kept } = told(job, results)
  return {
    phase: first > 1 ? 'undoCreates' : 'report',
    job: { batches, behind: String(first) },
    undoCounts: undoCountsOf(results),
    ...kept,
  }
}

async function undoCreate(ctx: Ctx, one: Import, job: Job, id: string): Promise<Verdict> {
  const { records } = importable[one.kind]
  const undone = { ...ctx, requestId: requestOf(one, 'undo') }
  try {
    const [item] = await itemsOf(ctx, [id])
    const record = item && fromItem(records.type, item)
    if (!record || record.deletedAt) return { outcome: 'removed' }
    if (!(await isOursAlone(ctx, one, record)))
      return keptFor('record.changed', 'Somebody has changed the record since.')
    const below = await somethingBelow(ctx, one, job, id)
    if (below) return keptFor('record.in_use', `There is a ${kindOf(below)} with it since: ${below}`)
    await records.remove(undone, id, record.version)
    return { outcome: 'removed' }
  } catch (error) {
    return keptBecause(error)
  }
}

/** Whether every change of a record is this import's, or of undoing it. */
async function isOursAlone(ctx: Ctx, one: Import, { id, version }: RecordBase): Promise<boolean> {
  if (version === 1) return true
  const events = await eventsFrom(ctx, id, 1)
  return events.length < EVENTS_MAX && events.every(({ requestId }) => requestId.startsWith(`${one.id}.`))
}

/** A record's own events from a version on; consistent. */
async function eventsFrom(ctx: Ctx, id: string, version: number): Promise<EventRow[]> {
  const [from, to] = idBounds('event')
  const range = { newestFirst: true, limit: EVENTS_MAX }
  const query = eventModel.range('record', { timelineOf: id }, { id: from }, { id: to }, range)
  const { items } = await ctx.db.table.query({ ...query, ConsistentRead: true })
  const events = items.map((item) => toEventRow(parseEvent(item)))
  return events.filter((event) => event.subject.id === id && event.version >= version)
}

/** A live record that stands below this one and that this import has not made: a contact of an account, a note about either. */
async function somethingBelow(ctx: Ctx, one: Import, job: Job, id: string): Promise<string | undefined> {
  const kind = kindOf(id) ?? ''
  const types = recordTypes.filter((type) => type.parent && refersTo(type, kind))
  const pages = await Promise.all(
    types.map((type) => {
      const [from, to] = idBounds(type.kind)
      const range = { newestFirst: false, limit: ROWS_MAX }
      return ctx.db.table.query(
        type.model.range('parent', { state: 'live', parent: id }, { id: from }, { id: to }, range),
      )
    }),
  )
  const ids = pages.flatMap(({ items }) => items.map((item) => String(item.id)))
  return ids.find((below) => kindOf(below) !== one.kind || rowOfId(one, below, job.rows) === undefined)
}

const refersTo = (type: RecordType, kind: string): boolean =>
  referenceFields(type.schema)
    .get(type.parent ?? '')
    ?.split(' ')
    .includes(kind) ?? false

/** Batches without results are not counted. */
const told = ({ batches }: Job, rows: readonly UndoResult[]) =>
  rows.length === 0
    ? { batches }
    : { batches: batches + 1, results: { about: 'undo', batch: batches + 1, rows } as const }
