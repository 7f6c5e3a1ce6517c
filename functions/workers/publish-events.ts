import { toEventRow } from '@rapport/kernel/events'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { streamHandler } from '@rapport/lambda/stream'

/** Entries per PutEvents call. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_MAX = 10

/** Tells the bus what happened. An event may be told twice, with the same id; none is left out. */
export const create = (deps: Deps) =>
  streamHandler(deps, async (_runtime, events) => {
    const failed = new Set<string>()
    for (let at = 0; at < events.length; at += ENTRIES_MAX) {
      const entries = events
        .slice(at, at + ENTRIES_MAX)
        .map((event) => ({ id: event.id, type: event.type, at: event.at, detail: toEventRow(event) }))
      for (const id of await deps.bus.publish(entries)) failed.add(id)
    }
    return failed
  })

export const handler = entry(create)
