import type { Feedback } from '@rapport/core/mail/schema'
import { recordFeedback } from '@rapport/core/mail/service'
import { systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import { entry } from '@rapport/lambda/entry'
import { reportIn } from '@rapport/lambda/notification'
import { queueHandler } from '@rapport/lambda/queue'
import * as z from 'zod'

const recipients = z.array(z.object({ emailAddress: z.string().min(3) }))
const mail = z.object({ messageId: z.string().min(1) })

/**
 * What SES publishes about letters, as far as it is acted on.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
const Report = z.discriminatedUnion('eventType', [
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients, timestamp: z.string() }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      complainedRecipients: recipients,
      complaintFeedbackType: z.string().nullish(),
      timestamp: z.string(),
    }),
  }),
])

/** Takes bounced and complaining addresses out of all mail. What else SES reports is left to whoever wrote the letter. */
export const create = (deps: Deps) =>
  queueHandler(deps, async (runtime, body) => {
    const report = reportIn(body)
    if (report === undefined) return
    for (const feedback of feedbackIn(report)) {
      await recordFeedback(systemCtx(runtime, 'record-mail-feedback', feedback.messageId), feedback)
    }
  })

function feedbackIn(message: unknown): Feedback[] {
  const { eventType } = z.object({ eventType: z.string() }).parse(message)
  if (eventType !== 'Bounce' && eventType !== 'Complaint') return []
  const report = Report.parse(message)
  const { messageId } = report.mail
  if (report.eventType === 'Bounce') {
    const { bounceType, bouncedRecipients, timestamp } = report.bounce
    const bounce = { messageId, type: 'bounce', isFinal: bounceType === 'Permanent', at: instantOf(timestamp) } as const
    return bouncedRecipients.map(({ emailAddress }) => ({ ...bounce, address: emailAddress }))
  }
  const { complaintFeedbackType, complainedRecipients, timestamp } = report.complaint
  // The reader's provider takes back what looked like a complaint.
  if (complaintFeedbackType === 'not-spam') return []
  const complaint = { messageId, type: 'complaint', isFinal: true, at: instantOf(timestamp) } as const
  return complainedRecipients.map(({ emailAddress }) => ({ ...complaint, address: emailAddress }))
}

const instantOf = (timestamp: string): string => new Date(timestamp).toISOString()

export const handler = entry(create)
