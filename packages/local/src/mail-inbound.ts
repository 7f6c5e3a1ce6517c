import { randomUUID } from 'node:crypto'
import { letterKey } from '@rapport/kernel/files'

/** Bytes of a letter that SES stores. https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html */
export const LETTER_BYTES_MAX = 40 * 1024 * 1024

/** What SES finds when it looks at a letter. */
export interface Checks {
  spam?: string
  virus?: string
  dmarc?: string
}

/** A letter as SES stores it: what it found stands above what the sender wrote. */
export function storedLetter(raw: Buffer, recipients: readonly string[], at: Date, checks: Checks = {}): Buffer {
  const { spam = 'PASS', virus = 'PASS', dmarc = 'pass' } = checks
  const [first = 'support@localhost'] = recipients
  const top = [
    `Received: from mail.example (mail.example [192.0.2.1]) by inbound-smtp.local.amazonaws.com with SMTP id local for ${oneLine(first)}; ${at.toUTCString()}`,
    `X-SES-Spam-Verdict: ${spam}`,
    `X-SES-Virus-Verdict: ${virus}`,
    `Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=${dmarc}`,
    'X-SES-RECEIPT: bG9jYWw=',
  ]
  return Buffer.concat([Buffer.from(`${top.join('\r\n')}\r\n`), raw])
}

/** A new key, as SES names what it stores. */
export const newLetterKey = (): string => letterKey(randomUUID().replaceAll('-', ''))

/** What S3 tells about a letter, through EventBridge, in JSON. https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
export const arrivalOf = (bucket: string, key: string, size: number, at: Date): string =>
  JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account: '000000000000',
    time: at.toISOString().replace(/\.\d+Z$/, 'Z'),
    region: 'local',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key, size },
      requester: 'ses.amazonaws.com',
      reason: 'PutObject',
    },
  })

const oneLine = (address: string): string => address.replaceAll(/[^\x21-\x7e]/g, '').slice(0, 320)
