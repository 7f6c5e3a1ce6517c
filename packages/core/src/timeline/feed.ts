import { HOUR_MS, later } from '@rapport/kernel/clock'
import { type EventRow, eventModel, hourOf, parseEvent, type StoredEvent, toEventRow } from '@rapport/kernel/events'
import { idBounds, instantOf, lowestIdAt } from '@rapport/kernel/ids'
import { boundsBehind, openCursor, PAGE_LIMIT_DEFAULT, sealCursor } from '@rapport/kernel/page'
import { hiddenFields } from '@rapport/kernel/record-type'
import { type Ctx, type Db, hash } from '@rapport/kernel/store'
import { recordTypes } from '../index.ts'
import { withoutFields } from './service.ts'

/**
 * How old an event must be to be told. Ids are given before the commit and the index follows the table: an event could still
 * appear in front of one that was already told. A commit tries four times for three seconds at most, so this is longer.
 */
export const SETTLED_MS = 15_000

/** Hours looked through per request: a long silence takes several, each with a cursor that moves on. */
const HOURS_MAX = 48

export interface Feed {
  data: EventRow[]
  /** Always there: the feed never ends. Ask again with it. */
  nextCursor: string
}

/** Every event of the CRM in the order of their ids, from `since` or from a cursor. One query per hour and shard, one for the items. */
export async function feed(
  ctx: Ctx,
  query: { cursor?: string | undefined; since?: string | undefined; limit?: number | undefined },
): Promise<Feed> {
  const { limit = PAGE_LIMIT_DEFAULT } = query
  const key = await ctx.db.signingKey()
  const scope = hash('feed', ctx.principal.id)
  const start = query.since ? lowestIdAt('event', new Date(query.since)) : lowestIdAt('event', later(ctx.now, -HOUR_MS))
  const position = query.cursor === undefined ? start : openCursor(key, scope, query.cursor)
  const { events, reached } = await eventsBehind(ctx.db, position, later(ctx.now, -SETTLED_MS), limit, HOURS_MAX)
  return { data: told(ctx, events), nextCursor: sealCursor(key, scope, reached) }
}

/** Of kinds the caller may read all of, without the fields the caller may not. */
const told = (ctx: Ctx, events: readonly StoredEvent[]): EventRow[] =>
  events
    .filter((event) => ctx.principal.rights.level(event.subject.kind, 'read') === 'all')
    .map((event) => {
      const type = recordTypes.find(({ kind }) => kind === event.subject.kind)
      return withoutFields(toEventRow(event), type ? hiddenFields(type as never, ctx.principal) : new Set())
    })

/** Stored events behind an id and up to an instant, in order, at most `limit`; and the id up to which that is all there is. */
export async function eventsBehind(
  db: Db,
  position: string,
  until: Date,
  limit: number,
  hoursMax: number,
): Promise<{ events: StoredEvent[]; reached: string }> {
  const end = lowestIdAt('event', until)
  let reached = position
  let hour = new Date(instantOf(position))
  for (let hours = 0; hours < hoursMax && reached < end; hours++) {
    const events = await eventsOfHour(db, hour, reached, end, limit)
    if (events.length > 0) return { events, reached: (events.at(-1) as StoredEvent).id }
    hour = new Date((Math.floor(hour.getTime() / HOUR_MS) + 1) * HOUR_MS)
    const nextHour = lowestIdAt('event', hour)
    const isWithin = nextHour < end
    reached = isWithin ? nextHour : end
  }
  return { events: [], reached }
}

async function eventsOfHour(db: Db, hour: Date, behind: string, end: string, limit: number): Promise<StoredEvent[]> {
  const [from] = boundsBehind(idBounds('event'), behind, false)
  const slots = Array.from({ length: db.shards }, (_, slot) => String(slot))
  const pages = await Promise.all(
    slots.map((slot) =>
      db.table.query(
        eventModel.range(
          'time',
          { hour: hourOf(hour), slot },
          { id: from },
          { id: end },
          { newestFirst: false, limit },
        ),
      ),
    ),
  )
  const keys = pages.flatMap((page) => page.items.map((item) => ({ pk: String(item.pk), sk: String(item.sk) })))
  const next = keys.sort((a, b) => (a.sk < b.sk ? -1 : 1)).slice(0, limit)
  if (next.length === 0) return []
  const items = await db.table.batchGet(next)
  return items.map(parseEvent).sort((a, b) => (a.id < b.id ? -1 : 1))
}
