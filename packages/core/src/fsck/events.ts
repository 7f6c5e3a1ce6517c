import { hourOf, type StoredEvent } from '@rapport/kernel/events'
import { instantOf, kindOf } from '@rapport/kernel/ids'
import type { Finding } from './finding.ts'
import { grouped } from './same.ts'
import { isPurged, type RecordRow, type Snapshot } from './snapshot.ts'

/**
 * Every version of a record has been told exactly once, every transaction told all of its events, and every event stands where
 * the change feed looks for it.
 */
export function checkEvents(snapshot: Snapshot, shards: number): Finding[] {
  const { records, events, rows } = snapshot
  const all = rows.event.map(({ value }) => value)
  const unknown = [...events.keys()].filter((id) => !records.has(id) && !isPurged(snapshot, id))
  return [
    ...[...records.values()].flatMap((row) => checkVersions(row, events.get(row.record.id) ?? [])),
    ...unknown.map((id) => ({
      code: 'event.orphan',
      ids: [id],
      message: 'Events tell of a record that is not there and was not deleted.',
    })),
    ...all.flatMap((event) => checkPlace(event, shards)),
    ...[...grouped(all, ({ txId }) => txId).values()].flatMap(checkTransaction),
  ]
}

/** A version is told by one event of the record itself, or, when only rows beside it changed, by events of these. */
function checkVersions({ type, record }: RecordRow, told: readonly StoredEvent[]): Finding[] {
  const { id, version } = record
  const perVersion = grouped(told, (event) => String(event.version))
  const finding = (code: string, at: number, message: string): Finding => ({
    code,
    ids: [id],
    message: `Version ${at} of ${version}: ${message}.`,
  })
  const found = Array.from({ length: version }, (_, index) => index + 1).flatMap((at) => {
    const events = perVersion.get(String(at)) ?? []
    const own = events.filter((event) => isOwn(event, type.kind))
    const isCreation = own[0]?.type === `${type.kind}.created`
    return [
      ...(events.length === 0 ? [finding('event.missing', at, 'no event tells of it')] : []),
      ...(own.length > 1 ? [finding('event.twice', at, `${own.length} events tell of it`)] : []),
      ...(events.length > 0 && isCreation !== (at === 1)
        ? [finding('event.creation', at, 'it is the first, or told as such, but not both')]
        : []),
    ]
  })
  const ahead = told.filter((event) => event.version > version || event.version < 1)
  return [
    ...found,
    ...ahead.map((event) => ({
      code: 'event.ahead',
      ids: [id, event.id],
      message: 'An event tells of a version that was never stored.',
    })),
  ]
}

export const isOwn = (event: StoredEvent, kind: string): boolean => event.type.startsWith(`${kind}.`)

function checkPlace({ id, subject, hour, slot }: StoredEvent, shards: number): Finding[] {
  const isFound = hour === hourOf(instantOf(id)) && Number(slot) >= 0 && Number(slot) < shards
  return [
    ...(isFound
      ? []
      : [
          {
            code: 'event.time_index',
            ids: [id],
            message: `The change feed does not look for this event at ${hour}, slot ${slot}.`,
          },
        ]),
    ...(kindOf(subject.id) === subject.kind
      ? []
      : [{ code: 'event.kind', ids: [id, subject.id], message: `The subject is no ${subject.kind}.` }]),
  ]
}

function checkTransaction(events: readonly StoredEvent[]): Finding[] {
  const isWhole = events
    .map(({ seq }) => seq)
    .sort((a, b) => a - b)
    .every((seq, index) => seq === index)
  return isWhole
    ? []
    : [
        {
          code: 'event.torn',
          ids: events.map(({ id }) => id),
          message: 'A transaction told some of its events only, or one of them twice.',
        },
      ]
}
