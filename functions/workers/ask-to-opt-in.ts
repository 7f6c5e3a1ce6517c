import { askToOptIn } from '@rapport/core/opt-in/service'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

const Captured = z.object({ optIn: z.string().optional(), captureFormId: z.string().optional() })

/** Asks the address of a capture whether it was them, when the form wants to know. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'ask-to-opt-in', async (ctx, { id: eventId, subject, data }) => {
    const { optIn, captureFormId } = Captured.parse(data ?? {})
    if (optIn === undefined) return
    const asking = { leadId: subject.id, digest: optIn, captureFormId, eventId }
    await askToOptIn(ctx, deps.mailer, asking, deps.env.PUBLIC_URL)
  })

export const handler = entry(create)
