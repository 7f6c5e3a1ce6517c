import { runHandover } from '@rapport/core/handover/run'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

/** The number of the batch that an event of a handover begins. */
const Begun = z.object({ step: z.int() })
const Position = z.object({ behind: z.string().optional() })

/** Moves the next records of a handover. The event that began a batch says which; a late one does nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'run-handover', async (ctx, { subject, after, data }) => {
    const { behind } = Position.parse(data ?? {})
    await runHandover(ctx, subject.id, { ...Begun.parse(after), behind })
  })

export const handler = entry(create)
