import { randomUUID } from 'node:crypto'

/** Bytes of a letter that SES hands to SNS. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-sns.html */
export const LETTER_BYTES_MAX = 150 * 1024

/**
 * What SES publishes about a letter it received, as an SNS notification in JSON.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-notifications-examples.html
 */
export function receiptOf(raw: Buffer, recipients: readonly string[], at: Date): string {
  const passed = { status: 'PASS' }
  const message = {
    notificationType: 'Received',
    mail: { messageId: randomUUID().replaceAll('-', ''), timestamp: at.toISOString(), destination: recipients },
    receipt: {
      timestamp: at.toISOString(),
      recipients,
      spamVerdict: passed,
      virusVerdict: passed,
      spfVerdict: passed,
      dkimVerdict: passed,
      dmarcVerdict: passed,
      action: { type: 'SNS', encoding: 'BASE64' },
    },
    content: raw.toString('base64'),
  }
  return JSON.stringify({ Type: 'Notification', MessageId: randomUUID(), Message: JSON.stringify(message) })
}
