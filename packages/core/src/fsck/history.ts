import type { StoredEvent } from '@rapport/kernel/events'
import { timelineOf } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import { isOwn } from './events.ts'
import type { Finding } from './finding.ts'
import { differing, same } from './same.ts'
import type { RecordRow, Snapshot } from './snapshot.ts'

/** Fields that change without an event of their own. */
const UNTOLD = ['version', 'updatedAt', 'updatedBy', 'lastUsedAt']

/** A record is what its events make of it, one after the other, and each event stands in the timelines its record belonged to then. */
export const checkHistory = ({ records, events }: Snapshot): Finding[] =>
  [...records.values()].flatMap((row) => {
    const own = (events.get(row.record.id) ?? [])
      .filter((event) => isOwn(event, row.type.kind))
      .sort((a, b) => a.version - b.version)
    return replay(row, own)
  })

function replay({ type, record }: RecordRow, events: readonly StoredEvent[]): Finding[] {
  const { id } = record
  const quiet: readonly string[] = type.quiet ?? []
  let state: Record<string, unknown> = {}
  const found: Finding[] = []
  for (const event of events) {
    const told = event.changed.filter((field) => !quiet.includes(field))
    if (event.before && !same(event.before, pick(state, told))) {
      found.push({
        code: 'history.broken',
        ids: [id, event.id],
        message: 'An event begins with other values than the one before it left.',
      })
    }
    state = { ...omit(state, told), ...pick(event.after ?? {}, told) }
    const then = state as unknown as RecordBase
    const isPlaced =
      event.timelineOf === timelineOf(type, { ...then, id } as typeof record) && event.above === type.above?.(then)
    if (!isPlaced)
      found.push({
        code: 'event.timeline',
        ids: [id, event.id],
        message: `An event stands in the timeline of ${event.timelineOf} and ${event.above ?? 'nothing'} above.`,
      })
  }
  const left = differing(omit(record, [...UNTOLD, ...quiet]), omit(state, [...UNTOLD, ...quiet]))
  if (left.length > 0)
    found.push({
      code: 'history.differs',
      ids: [id],
      message: `The events do not lead to the record in: ${left.join(', ')}.`,
    })
  return found
}

const pick = (values: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => fields.includes(field)))

const omit = (values: object, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !fields.includes(field)))
