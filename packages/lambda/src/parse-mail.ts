import { simpleParser } from 'mailparser'

/** What a letter says, as far as it is used. Nothing of it is trusted: the caller cleans and bounds it. */
export interface ParsedMail {
  messageId: string | undefined
  from: string | undefined
  fromName: string | undefined
  recipients: string
  references: string
  subject: string
  /** Plain text; of a letter in HTML only, its words. The HTML itself is never kept. */
  text: string
  attachments: { name: string; contentType: string; bytes: number }[]
  marks: {
    autoSubmitted: string | undefined
    precedence: string | undefined
    suppress: string | undefined
    returnPath: string | undefined
    contentType: string | undefined
  }
}

/** Characters of HTML that are turned into text; the rest of a longer letter is left out. */
const HTML_MAX = 200_000
const ADDRESS_MAX = 254

/** Parses a MIME message. What cannot be parsed is told as empty, never refused: a letter must not be lost by its form. */
export async function parseMail(raw: Buffer): Promise<ParsedMail> {
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, maxHtmlLengthToParse: HTML_MAX })
  const header = (name: string): string | undefined => {
    const line = mail.headerLines.find(({ key }) => key === name)?.line
    return line
      ?.slice(line.indexOf(':') + 1)
      .replaceAll(/\s+/g, ' ')
      .trim()
  }
  const [sender] = mail.from?.value ?? []
  const address = sender?.address
  return {
    messageId: mail.messageId,
    from: address && address.length <= ADDRESS_MAX && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined,
    fromName: sender?.name || undefined,
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to'].map((name) => header(name) ?? '').join(' '),
    references: `${header('references') ?? ''} ${header('in-reply-to') ?? ''}`.slice(0, 20_000),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      name:
        (filename ?? 'attachment')
          .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
          .trim()
          .slice(0, 200) || 'attachment',
      contentType: contentType.replaceAll(/[^\w./+-]/g, '').slice(0, 127) || 'application/octet-stream',
      bytes: size,
    })),
    marks: {
      autoSubmitted: header('auto-submitted'),
      precedence: header('precedence'),
      suppress: header('x-auto-response-suppress'),
      returnPath: header('return-path'),
      contentType: header('content-type'),
    },
  }
}
