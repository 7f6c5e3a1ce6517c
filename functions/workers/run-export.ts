import { runExport } from '@rapport/core/exports/run'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

/** The number of the batch that an event of an export begins. */
const Begun = z.object({ step: z.int() })

/** Writes the next records of an export. The event that began a batch says which; a late one does nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'run-export', (ctx, { subject, after }) =>
    runExport(ctx, subject.id, Begun.parse(after).step),
  )

export const handler = entry(create)
