import { simpleParser } from 'mailparser'

/** What a letter says, as far as it is used. Nothing of it is trusted: the caller cleans and bounds it. */
export interface ParsedMail {
  messageId: string | undefined
  from: string | undefined
  fromName: string | undefined
  /** As it says itself, and whom the mail service received it for. */
  recipients: string
  references: string
  subject: string
  /** Plain text; of a letter in HTML only, its words. The HTML itself is never kept. */
  text: string
  attachments: { name: string; contentType: string; bytes: number; content: Uint8Array }[]
  /** What the mail service wrote on top, of nobody else. */
  verdicts: Verdicts
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
/** Characters of a file's name that are looked at. */
const NAME_MAX = 1_000

/** What the checks of the mail service said; `isForged` when the sender's domain says that such mail is not its own. */
export interface Verdicts {
  /** PASS, FAIL, GRAY or PROCESSING_FAILED; undefined when nobody checked. */
  spam: string | undefined
  virus: string | undefined
  isForged: boolean
}

/**
 * SES writes its verdicts above everything the sender wrote, down to its own receipt: what stands below that is anybody's word. A
 * letter without a receipt was checked by nobody. Seen in letters that SES stored; the action itself is documented in
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-s3.html
 */
function verdictsIn(lines: readonly { key: string; line: string }[]): Verdicts {
  const top = lines.slice(
    0,
    Math.max(
      0,
      lines.findIndex(({ key }) => key === 'x-ses-receipt'),
    ),
  )
  const said = (name: string): string | undefined => {
    const line = top.find(({ key }) => key === name)?.line
    return line?.slice(line.indexOf(':') + 1).trim()
  }
  const checked = said('authentication-results') ?? ''
  return {
    spam: said('x-ses-spam-verdict')?.toUpperCase(),
    virus: said('x-ses-virus-verdict')?.toUpperCase(),
    isForged: /^amazonses\.com\b/i.test(checked) && /[;\s]dmarc=fail\b/i.test(checked),
  }
}

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
    recipients: ['to', 'cc', 'delivered-to', 'x-original-to', 'received'].map((name) => header(name) ?? '').join(' '),
    references: `${header('references') ?? ''} ${header('in-reply-to') ?? ''}`.slice(0, 20_000),
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    attachments: mail.attachments.map(({ filename = '', contentType, content }) => ({
      name: filename.slice(0, NAME_MAX),
      contentType,
      bytes: content.length,
      content,
    })),
    verdicts: verdictsIn(mail.headerLines),
    marks: {
      autoSubmitted: header('auto-submitted'),
      precedence: header('precedence'),
      suppress: header('x-auto-response-suppress'),
      returnPath: header('return-path'),
      contentType: header('content-type'),
    },
  }
}
