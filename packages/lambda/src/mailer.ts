import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses'
import MailComposer from 'nodemailer/lib/mail-composer/index.js'
import type { Letter, Mailer } from './deps.ts'
import { MailRefused } from './mail-refused.ts'
import { refuseUnsafe, soleAddress } from './mail-safety.ts'

export interface SesMailerOptions {
  from: string
  configurationSet: string
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: SESClientConfig['credentials']
  configure?: ((client: SESClient) => void) | undefined
}

const REQUEST_TIMEOUT_MS = 5_000

/** Mail through SES version 1. Only functions that write letters load this file: the client costs 50 ms at start-up. */
export function sesMailer({
  from,
  configurationSet,
  endpoint,
  region,
  credentials,
  configure,
}: SesMailerOptions): Mailer {
  let made: SESClient | undefined
  const client = (): SESClient => {
    if (made) return made
    made = new SESClient({
      ...(endpoint && { endpoint }),
      ...(region && { region }),
      ...(credentials && { credentials }),
      // One: SES takes no token, so a repetition after a lost reply is a second letter.
      maxAttempts: 1,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: REQUEST_TIMEOUT_MS, throwOnRequestTimeout: true },
    })
    configure?.(made)
    return made
  }
  return {
    async send(letter, tags) {
      const to = soleAddress(letter.to)
      refuseUnsafe(letter, tags)
      const command = new SendRawEmailCommand({
        Source: from,
        Destinations: [to],
        RawMessage: { Data: await compose(letter, from, to) },
        ConfigurationSetName: configurationSet,
        ...(Object.keys(tags).length > 0 && { Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })) }),
      })
      const { MessageId } = await client().send(command).catch(classify)
      if (!MessageId) throw new Error('SES accepted a letter and gave no id.')
      return { messageId: MessageId }
    },
  }
}

function compose({ subject, text, html, headers = {} }: Letter, from: string, to: string): Promise<Buffer> {
  const composer = new MailComposer({
    from,
    // An object, so that nothing in it is parsed as a list.
    to: { name: '', address: to },
    subject,
    text,
    html,
    headers: { ...headers },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** A 4xx was refused before anything was sent. After anything else (5xx, time-out, broken connection) nobody knows. */
function classify(error: unknown): never {
  const status = statusOf(error)
  if (!(error instanceof Error) || status === undefined || status < 400 || status >= 500 || status === 408) throw error
  throw new MailRefused(error.name, { isTemporary: status === 429 || THROTTLING.has(error.name), cause: error })
}

const THROTTLING = new Set(['Throttling', 'ThrottlingException', 'TooManyRequestsException', 'LimitExceededException'])

function statusOf(error: unknown): number | undefined {
  // Every error of an AWS client carries its reply's status here; network errors have none.
  return (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode
}
