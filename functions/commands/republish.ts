import { eventsBehind } from '@rapport/core/timeline/feed'
import { toEventRow } from '@rapport/kernel/events'
import { lowestIdAt } from '@rapport/kernel/ids'
import { operatorRuntime, runCommand } from './operator.ts'

/** Entries per PutEvents call. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_MAX = 10

/**
 * `npm run republish -- 2026-11-22T09:00:00Z 2026-11-22T10:00:00Z`: tells the bus again what happened in a span, with the same
 * event ids, from the rows in the table: for a consumer that was away longer than the stream keeps. Consumers are idempotent.
 */
await runCommand(async () => {
  const [from, until] = process.argv.slice(2).map((text) => new Date(text))
  if (!from || !until || Number.isNaN(from.getTime()) || Number.isNaN(until.getTime()))
    throw new Error('Usage: npm run republish -- <from> <until>')
  const { db, deps } = operatorRuntime()
  const end = lowestIdAt('event', until)
  let told = 0
  for (let position = lowestIdAt('event', from); position < end; ) {
    const { events, reached } = await eventsBehind(db, position, until, ENTRIES_MAX, 24)
    const entries = events.map((event) => ({ id: event.id, type: event.type, at: event.at, detail: toEventRow(event) }))
    const refused = entries.length > 0 ? await deps.bus.publish(entries) : []
    if (refused.length > 0)
      throw new Error(
        `The bus refused ${refused.length} events at ${position}. Told so far: ${told}. Run it again from there.`,
      )
    told += events.length
    position = reached
  }
  return `${told} events told again.`
})
