import { randomUUID } from 'node:crypto'

export interface Sent {
  messageId: string
  at: string
  from: string
  to: string
  subject: string
  tags: Record<string, string>
  configurationSet: string
}

const SIMULATOR = /^(success|bounce|complaint|ooto|suppressionlist)(\+[^@]*)?@simulator\.amazonses\.com$/i

/**
 * What SES publishes about a letter, each as an SNS notification in JSON: SES's mailbox simulator's addresses bounce and
 * complain, every other letter is delivered.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export function feedbackOn(sent: Sent): string[] {
  const behaviour = SIMULATOR.exec(sent.to)?.[1]?.toLowerCase()
  const events = [{ eventType: 'Send', send: {} }, ...outcome(behaviour, sent)]
  return events.map((event) => envelope({ ...event, mail: mailOf(sent) }, sent.at))
}

function outcome(behaviour: string | undefined, sent: Sent): object[] {
  if (behaviour === 'bounce') return [bounce(sent, 'General', 'smtp; 550 5.1.1 user unknown')]
  if (behaviour === 'suppressionlist') {
    return [
      bounce(
        sent,
        'Suppressed',
        'Amazon SES has suppressed sending to this address because it has a recent history of bouncing.',
      ),
    ]
  }
  return behaviour === 'complaint' ? [delivery(sent), complaint(sent)] : [delivery(sent)]
}

const delivery = ({ at, to }: Sent): object => ({
  eventType: 'Delivery',
  delivery: {
    timestamp: at,
    processingTimeMillis: 12,
    recipients: [to],
    smtpResponse: '250 2.6.0 Message received',
    reportingMTA: 'a8-1.smtp-out.amazonses.com',
  },
})

const bounce = ({ at, to }: Sent, bounceSubType: string, diagnosticCode: string): object => ({
  eventType: 'Bounce',
  bounce: {
    feedbackId: randomUUID(),
    bounceType: 'Permanent',
    bounceSubType,
    bouncedRecipients: [{ emailAddress: to, action: 'failed', status: '5.1.1', diagnosticCode }],
    timestamp: at,
    reportingMTA: 'dns; a8-1.smtp-out.amazonses.com',
  },
})

const complaint = ({ at, to }: Sent): object => ({
  eventType: 'Complaint',
  complaint: {
    feedbackId: randomUUID(),
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: to }],
    timestamp: at,
    userAgent: 'Amazon SES Mailbox Simulator',
    complaintFeedbackType: 'abuse',
    arrivalDate: at,
  },
})

const mailOf = ({ messageId, at, from, to, subject, tags, configurationSet }: Sent): object => ({
  timestamp: at,
  source: from,
  sourceArn: 'arn:aws:ses:us-east-1:000000000000:identity/local',
  sendingAccountId: '000000000000',
  messageId,
  destination: [to],
  headersTruncated: false,
  headers: [
    { name: 'From', value: from },
    { name: 'To', value: to },
    { name: 'Subject', value: subject },
  ],
  commonHeaders: { from: [from], to: [to], messageId, subject },
  // Every tag has a list of values.
  tags: Object.fromEntries([
    ['ses:operation', ['SendRawEmail']],
    ['ses:configuration-set', [configurationSet]],
    ...Object.entries(tags).map(([name, value]) => [name, [value]]),
  ]),
})

const envelope = (event: object, at: string): string =>
  JSON.stringify({
    Type: 'Notification',
    MessageId: randomUUID(),
    TopicArn: 'arn:aws:sns:us-east-1:000000000000:mail-feedback',
    Subject: 'Amazon SES Email Event Notification',
    Message: JSON.stringify(event),
    Timestamp: at,
    SignatureVersion: '1',
    Signature: 'local',
    SigningCertURL: 'https://sns.us-east-1.amazonaws.com/local.pem',
    UnsubscribeURL: 'https://sns.us-east-1.amazonaws.com/',
  })
