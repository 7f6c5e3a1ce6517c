import * as z from 'zod'

/** SNS's envelope, with what was published as text. */
const Notification = z.object({ Type: z.literal('Notification'), Message: z.string() })

/** What SES publishes itself, as plain text, when it is told to report to a topic. */
const GREETING = 'Successfully validated SNS topic'

/** What SES has published by SNS; undefined for the greeting with which it tries a topic. Throws for what is no JSON. */
export function reportIn(body: unknown): unknown {
  const { Message } = Notification.parse(body)
  return Message.startsWith(GREETING) ? undefined : JSON.parse(Message)
}
