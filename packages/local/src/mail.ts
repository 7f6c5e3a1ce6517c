import { randomBytes } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '@rapport/kernel/clock'
import type { Letter } from '@rapport/lambda/deps'
import { simpleParser } from 'mailparser'
import { feedbackOn, type Sent } from './mail-feedback.ts'

/** A letter as its reader gets it. */
export interface ReceivedLetter extends Required<Letter> {
  messageId: string
  from: string
  at: string
  tags: Record<string, string>
}

export interface MailOptions {
  clock: Clock
  dataDir?: string | undefined
  /** Takes what SES reports, an SNS envelope as text. */
  report(message: string): void
  /** Told of every letter, e.g. to show it. */
  onRaw?: ((raw: string) => void) | undefined
}

export interface LocalMail {
  /** The operation SendRawEmail in SES's form encoding; answers its XML. */
  sendRawEmail(form: URLSearchParams): Promise<string>
  letters(): ReceivedLetter[]
}

/** Receives mail as SES would and reports on it as SES would. Letters are kept in `dataDir/mail.jsonl`. */
export async function startMail({ clock, dataDir, report, onRaw }: MailOptions): Promise<LocalMail> {
  const file = dataDir && join(dataDir, 'mail.jsonl')
  const kept = file ? await readKept(file) : []
  const letters = kept.map(({ letter }) => letter)
  for (const { raw } of kept) onRaw?.(raw)

  return {
    letters: () => [...letters],
    async sendRawEmail(form) {
      const raw = form.get('RawMessage.Data') ?? ''
      const parsed = await simpleParser(Buffer.from(raw, 'base64'))
      const to = form.get('Destinations.member.1') ?? ''
      const letter: ReceivedLetter = {
        messageId: `0100${randomBytes(8).toString('hex')}-${randomBytes(4).toString('hex')}-000000`,
        at: clock().toISOString(),
        from: parsed.from?.text ?? form.get('Source') ?? '',
        to,
        subject: parsed.subject ?? '',
        text: parsed.text ?? '',
        html: parsed.html || '',
        headers: Object.fromEntries(
          parsed.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]),
        ),
        tags: tagsIn(form),
      }
      letters.push(letter)
      if (file) {
        await mkdir(join(file, '..'), { recursive: true, mode: 0o700 })
        await appendFile(file, `${JSON.stringify({ letter, raw } satisfies Kept)}\n`, { mode: 0o600 })
      }
      onRaw?.(raw)
      const configurationSet = form.get('ConfigurationSetName')
      if (configurationSet) for (const message of feedbackOn(sentFrom(letter, configurationSet))) report(message)
      return reply(letter.messageId)
    },
  }
}

const sentFrom = ({ messageId, at, from, to, subject, tags }: ReceivedLetter, configurationSet: string): Sent => ({
  messageId,
  at,
  from,
  to,
  subject,
  tags,
  configurationSet,
})

function tagsIn(form: URLSearchParams): Record<string, string> {
  const tags: Record<string, string> = {}
  for (let i = 1; form.has(`Tags.member.${i}.Name`); i++) {
    tags[form.get(`Tags.member.${i}.Name`) ?? ''] = form.get(`Tags.member.${i}.Value`) ?? ''
  }
  return tags
}

interface Kept {
  letter: ReceivedLetter
  /** The whole message, base64. */
  raw: string
}

async function readKept(file: string): Promise<Kept[]> {
  const text = await readFile(file, 'utf8').catch(() => '')
  // A last line that a crash cut short has no line end.
  const lines = text.split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line) as Kept)
}

const reply = (messageId: string): string =>
  `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></SendRawEmailResponse>`
