import { domainToASCII } from 'node:url'
import type { Letter } from './deps.ts'
import { MailRefused } from './mail-refused.ts'

/** Octets. https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1 */
const LOCAL_PART_MAX = 64
const ADDRESS_MAX = 254

/**
 * An unquoted ASCII local part only: a quoted one may hold `"` and `@`, and mail programs disagree about who is meant then.
 * SES itself takes no other. https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html
 */
const LOCAL_PART = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i

/** What ends a line somewhere, or hides: controls, U+2028, U+2029, bidirectional marks. */
const LINE_BREAKING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,63}$/
/** Headers that the mailer itself writes: a letter may not name other recipients or another structure. */
const RESERVED =
  /^(to|cc|bcc|from|sender|return-path|subject|date|message-id|mime-version|content-.*|resent-.*|received|x-ses-.*)$/i

/** What SES takes as the name and value of a tag. https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html */
const TAG = /^[\w-]{1,256}$/

/** The one address a letter goes to, its domain in ASCII. Throws MailRefused. */
export function soleAddress(to: string): string {
  const at = to.lastIndexOf('@')
  const local = to.slice(0, at)
  const domain = domainToASCII(to.slice(at + 1))
  const address = `${local}@${domain}`
  const isSafe =
    at > 0 &&
    local.length <= LOCAL_PART_MAX &&
    address.length <= ADDRESS_MAX &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(domain)
  if (!isSafe) throw new MailRefused('address.invalid')
  return address
}

/** Throws MailRefused when a subject, header or tag could become more than itself. */
export function refuseUnsafe({ subject, headers = {} }: Letter, tags: Readonly<Record<string, string>>): void {
  if (LINE_BREAKING.test(subject)) throw new MailRefused('subject.invalid')
  for (const [name, value] of Object.entries(headers)) {
    if (!HEADER_NAME.test(name) || RESERVED.test(name) || LINE_BREAKING.test(value))
      throw new MailRefused('header.invalid')
  }
  for (const part of Object.entries(tags).flat()) if (!TAG.test(part)) throw new MailRefused('tag.invalid')
}
