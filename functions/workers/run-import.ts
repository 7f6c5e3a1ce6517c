import { runImport } from '@rapport/core/imports/run'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

/** The number of the batch that an event of an import begins. */
const Begun = z.object({ step: z.int() })

/** Writes the next rows of an import. The event that began a batch says which; a late one does nothing. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'run-import', (ctx, { subject, after }) =>
    runImport(ctx, subject.id, Begun.parse(after).step, (error) =>
      deps.log.error('row.failed', { subject: subject.id, requestId: ctx.requestId }, error),
    ),
  )

export const handler = entry(create)
