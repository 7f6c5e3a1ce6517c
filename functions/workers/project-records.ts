import { recordTypes } from '@rapport/core/index'
import { projectRollups } from '@rapport/core/rollups/service'
import { project } from '@rapport/core/search/service'
import { CrmError } from '@rapport/kernel/errors'
import { systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { streamHandler } from '@rapport/lambda/stream'

/**
 * Keeps what is read beside the records in step with them: search tokens, list filters, totals. Several events of one record are
 * one look at it.
 */
export const create = (deps: Deps) =>
  streamHandler(deps, async (runtime, events) => {
    const failed = new Set<string>()
    for (const id of new Set(events.map((event) => event.subject.id))) {
      const about = events.filter((event) => event.subject.id === id)
      const ctx = systemCtx(runtime, 'project-records', about[0]?.requestId ?? '')
      try {
        await project(ctx, recordTypes, id)
        await projectRollups(ctx, recordTypes, id)
      } catch (error) {
        deps.log.error('projection.failed', { subject: id }, error)
        // What can never be projected must not hold back everybody else; fsck names it.
        if (error instanceof CrmError && error.kind === 'unprocessable') continue
        for (const event of about) failed.add(event.id)
      }
    }
    return failed
  })

export const handler = entry(create)
