import { notFound, unprocessable } from '@rapport/kernel/errors'
import { type EventRow, eventModel, parseEvent, type StoredEvent, toEventRow } from '@rapport/kernel/events'
import { idBounds, kindOf } from '@rapport/kernel/ids'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import { visibleItems } from '@rapport/kernel/record-read'
import { hiddenFields, type RecordType } from '@rapport/kernel/record-type'
import type { Records } from '@rapport/kernel/records'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { recordTypes } from '../index.ts'

export interface TimelineQuery extends PageQuery {
  /** Only events whose type begins so: `note.` or `account.updated`. */
  type?: string | undefined
}

/** What happened to a record and what was said about it, latest first. One query, and a look at what it tells of. */
export const timeline = <T extends RecordBase>(ctx: Ctx, records: Records<T>, id: string, query: TimelineQuery) =>
  eventsAt(ctx, records, id, query, 'record', { timelineOf: id })

/** What happened to the people and things under a record: an account's contacts and what was said about them. */
export const timelineBelow = <T extends RecordBase>(ctx: Ctx, records: Records<T>, id: string, query: TimelineQuery) =>
  eventsAt(ctx, records, id, query, 'parent', { above: id })

async function eventsAt<T extends RecordBase>(
  ctx: Ctx,
  records: Records<T>,
  id: string,
  query: TimelineQuery,
  place: 'record' | 'parent',
  partition: Record<string, string>,
): Promise<Page<EventRow>> {
  await records.get(ctx, id)
  const page = await pageOf(ctx, query, {
    scope: ['timeline', place, id, query.type ?? ''],
    newestFirst: true,
    bounds: idBounds('event'),
    range: (from, to, options) => eventModel.range(place, partition, { id: from }, { id: to }, options),
    parse: parseEvent,
    positionOf: (event) => event.id,
  })
  return { ...page, data: await readable(ctx, records.type, id, page.data, query.type) }
}

/**
 * Events the caller may see, without the values of fields the caller may not: both their subject and the record in whose timeline
 * they stand must be visible, because a note is seen only with what it is about.
 */
async function readable<T extends RecordBase>(
  ctx: Ctx,
  own: RecordType<T>,
  id: string,
  events: readonly StoredEvent[],
  wanted: string | undefined,
): Promise<EventRow[]> {
  const others = events
    .flatMap((event) => [event.subject.id, event.timelineOf, ...accountsIn(event)])
    .filter((other) => other !== id)
  const visible = others.length > 0 ? await visibleItems(ctx, others) : new Map()
  const isVisible = (other: string) => other === id || visible.has(other)
  return events
    .filter((event) => [event.subject.id, event.timelineOf, ...accountsIn(event)].every(isVisible))
    .filter((event) => wanted === undefined || event.type.startsWith(wanted))
    .map((event) => withoutFields(toEventRow(event), hiddenOf(ctx, own, event.subject.kind)))
}

/** An event of a relation tells of the account at its other end. */
const accountsIn = (event: StoredEvent): string[] =>
  event.type.startsWith('relation.') && event.above !== undefined ? [event.above] : []

function hiddenOf<T extends RecordBase>(ctx: Ctx, own: RecordType<T>, kind: string): ReadonlySet<string> {
  const type = own.kind === kind ? own : recordTypes.find((known) => known.kind === kind)
  return type ? hiddenFields(type as never, ctx.principal) : new Set()
}

export function withoutFields(event: EventRow, hidden: ReadonlySet<string>): EventRow {
  if (hidden.size === 0) return event
  const strip = (values: Record<string, unknown> | undefined) =>
    values && Object.fromEntries(Object.entries(values).filter(([field]) => !hidden.has(field)))
  const { before, after, ...rest } = event
  return {
    ...rest,
    changed: event.changed.filter((field) => !hidden.has(field)),
    ...(before ? { before: strip(before) } : {}),
    ...(after ? { after: strip(after) } : {}),
  }
}

/**
 * Gives fields the values they had before an event. Throws unprocessable when the event tells nothing about one of them, and
 * whatever a patch throws: restoring is an ordinary change with its own event.
 */
export async function revert<T extends RecordBase>(
  ctx: Ctx,
  records: Records<T>,
  id: string,
  eventId: string,
  fields: readonly string[] | undefined,
  expected?: number,
): Promise<T> {
  await records.get(ctx, id, 'update')
  const event = await findEvent(ctx, id, eventId)
  const writable = Object.keys(records.type.patch.shape)
  const wanted = fields ?? event.changed.filter((field) => writable.includes(field))
  const untold = wanted.filter(
    (field) =>
      !event.changed.includes(field) || !writable.includes(field) || records.type.quiet?.includes(field as never),
  )
  if (event.before === undefined || untold.length > 0) {
    throw unprocessable(
      'event.not_revertible',
      `This event does not tell what these fields were before: ${untold.join(', ') || 'all'}.`,
    )
  }
  const patch = Object.fromEntries(wanted.map((field) => [field, event.before?.[field] ?? null]))
  return records.patch(ctx, id, patch, expected)
}

async function findEvent(ctx: Ctx, id: string, eventId: string): Promise<EventRow> {
  const item =
    kindOf(eventId) === 'event' ? await ctx.db.table.get(eventModel.key({ timelineOf: id, id: eventId })) : undefined
  const event = item && toEventRow(parseEvent(item))
  if (event?.subject.id !== id) throw notFound('event.not_found', 'There is no such event of this record.')
  return event
}
