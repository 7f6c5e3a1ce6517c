import { notifyOfMissed } from '@rapport/core/lead-response/notice'
import { ref } from '@rapport/kernel/schema'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

const Told = z.object({ ownerId: ref('user') })

/** Writes to whoever should know that a lead was not answered in time. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'notify-missed-lead', (ctx, { id: eventId, subject, data }) =>
    notifyOfMissed(ctx, deps.mailer, { eventId, leadId: subject.id, ...Told.parse(data) }, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
