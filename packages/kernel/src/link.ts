import { createHmac, timingSafeEqual } from 'node:crypto'
import { notFound } from './errors.ts'
import type { Ctx } from './store.ts'

/**
 * Tokens in links that people open without signing in. A token is good for one purpose and one subject, until an instant: it
 * says what may be done, not who does it.
 */
export interface Link {
  /** What the link is for: `quote.accept`. A token for one purpose is refused by every other. */
  purpose: string
  /** Id of the record it is about. */
  subject: string
  /** What else the link carries, such as an address's digest; at most 200 characters of base64url. */
  detail?: string
  /** Seconds since 1970. */
  expiresAtS: number
}

const SIGNATURE_BYTES = 24

/** The longest token there is, for schemas. */
export const LINK_TOKEN_MAX = 400

/** A token of letters, digits, `-`, `_` and `.`. */
export async function sealLink(
  { db }: Pick<Ctx, 'db'>,
  { purpose, subject, detail = '', expiresAtS }: Link,
): Promise<string> {
  const body = [subject, expiresAtS.toString(36), detail].join('.')
  return `${body}.${sign(await db.signingKey(), db.stage, purpose, body).toString('base64url')}`
}

/** What a token says. Throws notFound('link.invalid') when it is forged, for another purpose, or out of time: always the same. */
export async function openLink({ db, now }: Pick<Ctx, 'db' | 'now'>, purpose: string, token: string): Promise<Link> {
  const parts = token.split('.')
  const signature = Buffer.from(parts.at(-1) ?? '', 'base64url')
  const body = parts.slice(0, -1).join('.')
  const expected = sign(await db.signingKey(), db.stage, purpose, body)
  const isGenuine =
    parts.length === 4 &&
    signature.length === expected.length &&
    signature.toString('base64url') === parts[3] &&
    timingSafeEqual(signature, expected)
  const [subject = '', expires = '', detail = ''] = parts
  const expiresAtS = Number.parseInt(expires, 36)
  if (!isGenuine || expiresAtS * 1000 <= now.getTime())
    throw notFound('link.invalid', 'This link is not valid, or its time is over.')
  return { purpose, subject, expiresAtS, ...(detail === '' ? {} : { detail }) }
}

const sign = (key: Uint8Array, stage: string, purpose: string, body: string): Buffer =>
  createHmac('sha256', key)
    .update(JSON.stringify(['link', stage, purpose, body]))
    .digest()
    .subarray(0, SIGNATURE_BYTES)
