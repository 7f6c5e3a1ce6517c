import { createHmac, timingSafeEqual } from 'node:crypto'
import { ULID_PATTERN } from '@rapport/kernel/ids'

/**
 * How an answer finds its case. The token stands in the address a reply goes to, and in the References of every letter, which
 * programs carry on although they replace Message-IDs. It is lower-case letters and digits, because some programs fold local parts,
 * and short, because a local part has at most 64 octets.
 */

/** Crockford's base 32, as in ids. 80 bits cannot be guessed at the pace of mail. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const SIGNATURE_BYTES = 10

const TOKEN = new RegExp(`c(${ULID_PATTERN})([0-9a-hjkmnp-tv-z]{16})@`, 'g')

/** The token of a case: its id and a signature, 43 characters. */
export const caseToken = (key: Uint8Array, stage: string, caseId: string): string =>
  `c${caseId.slice(4)}${signature(key, stage, caseId.slice(4))}`

/** The cases that genuine tokens in this text name, in order. Forged ones name nothing. */
export function casesIn(key: Uint8Array, stage: string, text: string): string[] {
  const found = [...text.toLowerCase().matchAll(TOKEN)].flatMap(([, ulid = '', given = '']) => {
    const isGenuine = timingSafeEqual(Buffer.from(given), Buffer.from(signature(key, stage, ulid)))
    return isGenuine ? [`cas_${ulid}`] : []
  })
  return [...new Set(found)]
}

function signature(key: Uint8Array, stage: string, ulid: string): string {
  const mac = createHmac('sha256', key)
    .update(JSON.stringify(['case-mail', stage, ulid]))
    .digest()
    .subarray(0, SIGNATURE_BYTES)
  let bits = mac.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n)
  let text = ''
  for (let n = 0; n < 16; n++, bits >>= 5n) text = ALPHABET[Number(bits & 31n)] + text
  return text
}

/** The address that answers to a letter go to: `support+c…@in.example.com`. */
export function replyAddress(inbound: string, token: string): string {
  const at = inbound.lastIndexOf('@')
  return `${inbound.slice(0, at)}+${token}${inbound.slice(at)}`
}

/** The bare id between angle brackets, folded: what SES gives back carries no brackets, and no domain. */
export const messageIdOf = (header: string): string => header.trim().replace(/^<|>$/g, '').toLowerCase()

/** The ids in In-Reply-To and References, latest first. SES's own are also tried without their domain. */
export function referencedIds(headers: string): string[] {
  const ids = [...headers.matchAll(/<([^<>\s]{1,998})>/g)].map(([, id]) => messageIdOf(id as string)).reverse()
  return [
    ...new Set(ids.flatMap((id) => (id.endsWith('amazonses.com') ? [id, id.slice(0, id.indexOf('@'))] : [id]))),
  ].slice(0, 20)
}

/** What of a letter says that a program wrote it. https://www.rfc-editor.org/rfc/rfc3834 */
export interface Marks {
  autoSubmitted?: string | undefined
  precedence?: string | undefined
  suppress?: string | undefined
  returnPath?: string | undefined
  from: string
  contentType?: string | undefined
}

const ROBOT = /^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?)(?:[+@.-]|$)/i

/** Whether a program wrote it: absences, bounces, lists. Such mail opens nothing and ends no waiting. */
export function isAutomatic({ autoSubmitted, precedence, suppress, returnPath, from, contentType }: Marks): boolean {
  return (
    (autoSubmitted !== undefined && !/^no\b/i.test(autoSubmitted.trim())) ||
    /^(?:bulk|junk|list|auto_reply)$/i.test(precedence?.trim() ?? '') ||
    /\b(?:all|oof|autoreply)\b/i.test(suppress ?? '') ||
    returnPath?.trim() === '<>' ||
    returnPath?.trim() === '' ||
    /^multipart\/report/i.test(contentType ?? '') ||
    ROBOT.test(from)
  )
}

/** Text of a letter as it may be kept: no control characters, no halves of characters, at most `max`. */
export function cleanText(text: string, max: number): string {
  const clean = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/[^\P{Cc}\n\t]|\p{Cs}/gu, '')
    .trim()
  return [...clean.slice(0, max)].join('').replace(/[\ud800-\udbff]$/, '') || '(no text)'
}

/** One line of it. */
export const cleanLine = (text: string, max: number): string =>
  cleanText(text, max * 2)
    .replaceAll(/[\s\u2028\u2029]+/g, ' ')
    .slice(0, max)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
