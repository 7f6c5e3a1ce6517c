import * as z from 'zod'
import { defineItem } from './model.ts'
import { actorId, anyRef, instant, ref, word } from './schema.ts'

/** Who did it. A program acts on behalf of the person whose key it carries; a worker on behalf of whom the event names. */
export const Actor = z.strictObject({
  type: z.enum(['user', 'apiKey', 'system']),
  id: actorId,
  onBehalfOf: actorId.optional(),
})
export type Actor = z.infer<typeof Actor>

/**
 * What happened to one record, written in the transaction that made it happen. The rows of a record are its timeline and its
 * audit trail; all rows in the order of their ids are the change feed. Append-only.
 */
export const EventRow = z
  .strictObject({
    id: ref('event'),
    type: z
      .string()
      .max(64)
      .regex(/^\w+\.\w+$/)
      .meta({ examples: ['account.updated'] }),
    subject: z.strictObject({ id: anyRef, kind: word(32) }),
    at: instant,
    actor: Actor,
    requestId: z
      .string()
      .max(64)
      .regex(/^[!-~]+$/),
    /** One per transaction; `seq` orders the events within it. */
    txId: ref('request'),
    seq: z.int().min(0).max(99),
    /** The subject's version after the event. */
    version: z.int().min(0),
    changed: z.array(word(64)).max(200),
    before: z.record(word(64), z.unknown()).optional(),
    after: z.record(word(64), z.unknown()).optional(),
    data: z.record(word(64), z.unknown()).optional(),
    schemaVersion: z.literal(1),
  })
  .meta({ id: 'Event' })
export type EventRow = z.infer<typeof EventRow>

/** An event as a rule states it; `commit` adds id, time, actor and transaction. */
export interface EventDraft {
  type: string
  subject: { id: string; kind: string }
  version: number
  changed: string[]
  before?: Record<string, unknown>
  after?: Record<string, unknown>
  data?: Record<string, unknown>
  /** Whose timeline it stands in when not the subject's own: a note stands in the timeline of what it is about. */
  timelineOf?: string
  /** The record above whose timeline shows it too: an account's shows what happens to its contacts. */
  above?: string | undefined
}

/** Event rows of one hour share `slots` partitions of the time index, so that 1,000 writes a second each fit. */
export type StoredEvent = EventRow & {
  timelineOf: string
  above?: string
  hour: string
  slot: string
  /** Brought along from another table: it happened, and nothing reacts to it here. */
  loaded?: true
}

export const eventModel = defineItem<StoredEvent>({
  name: 'event',
  attributes: [
    'id',
    'type',
    'subject',
    'at',
    'actor',
    'requestId',
    'txId',
    'seq',
    'version',
    'changed',
    'before',
    'after',
    'data',
    'schemaVersion',
    'timelineOf',
    'above',
    'hour',
    'slot',
    'loaded',
  ],
  record: { partition: '${timelineOf}', sort: '${id}' },
  indexes: {
    parent: { partition: 'timeline#${above}', sort: '${id}' },
    time: { partition: 'event#${hour}#${slot}', sort: '${id}' },
  },
})

const EVENT_FIELDS = Object.keys(EventRow.shape)

/** The event in the order of its schema, without the attributes that only place it in the table. */
export const toEventRow = (stored: StoredEvent): EventRow =>
  Object.fromEntries(
    EVENT_FIELDS.flatMap((field) => (field in stored ? [[field, stored[field as keyof StoredEvent]]] : [])),
  ) as EventRow

/** The hour of an instant as the time index names it: `2026-11-22T09`. */
export const hourOf = (at: Date): string => at.toISOString().slice(0, 13)

/** The DynamoDB item, read from a stream or an index, as a stored event. */
export const parseEvent = (item: Record<string, unknown>): StoredEvent => eventModel.parse(item)
