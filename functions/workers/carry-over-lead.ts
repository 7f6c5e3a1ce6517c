import { carryOver } from '@rapport/core/lead-conversion/carry-over'
import { findLead } from '@rapport/core/leads/service'
import type { EventRow } from '@rapport/kernel/events'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { eventQueueHandler } from '@rapport/lambda/event-queue'
import * as z from 'zod'

const Named = z.object({ contactId: z.string() })
const Subject = z.object({ subjectId: z.string() })

/** Moves what was said about a lead to the contact it became, and back. What is said of it later follows. */
export const create = (deps: Deps) =>
  eventQueueHandler(deps, 'carry-over-lead', async (ctx, event) => {
    if (event.subject.kind === 'lead') {
      await carryOver(ctx, event.subject.id, Named.parse(event.data).contactId)
      return
    }
    const leadId = aboutLead(event)
    const lead = leadId === undefined ? undefined : await findLead(ctx, leadId)
    if (lead?.contactId) await carryOver(ctx, lead.id, lead.contactId)
  })

function aboutLead({ after }: EventRow): string | undefined {
  const { subjectId } = Subject.parse(after)
  return subjectId.startsWith('led_') ? subjectId : undefined
}

export const handler = entry(create)
