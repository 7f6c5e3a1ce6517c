import { notifyPeople } from '@rapport/core/escalations/notice'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

const Told = z.object({
  basis: z.string(),
  dueAt: z.string(),
  promisedBy: z.string().optional(),
  level: z.int(),
  notify: z.array(z.string()),
})

/** Writes to whoever should know that a case is late. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'notify-escalation', (ctx, { id, subject, data }) =>
    notifyPeople(ctx, deps.mailer, { eventId: id, caseId: subject.id, ...Told.parse(data) }, deps.env.PUBLIC_URL),
  )

export const handler = entry(create)
