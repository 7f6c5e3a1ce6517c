import { EventRow } from '@rapport/kernel/events'
import type { Ctx } from '@rapport/kernel/store'
import * as z from 'zod'
import { systemCtx } from './context.ts'
import type { Deps } from './deps.ts'
import { queueHandler } from './queue.ts'

/** Reacts to one event on behalf of whoever caused it. Events come at least once and in no order. */
export type EventWork = (ctx: Ctx, event: EventRow) => Promise<void>

/** What a rule of the bus puts into a queue: EventBridge's envelope around an event row. */
const Envelope = z.object({ detail: EventRow })

/** A consumer of the events that the bus puts into its queue. */
export const eventQueueHandler = (deps: Deps, worker: string, work: EventWork) =>
  queueHandler(deps, async (runtime, body) => {
    const { detail } = Envelope.parse(body)
    await work(systemCtx(runtime, worker, detail.requestId, personIn(detail)), detail)
  })

const personIn = ({ actor }: EventRow): string | undefined =>
  actor.onBehalfOf ?? (actor.type === 'system' ? undefined : actor.id)
