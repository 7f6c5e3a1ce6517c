import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * AWS Signature Version 4 from the other side: whether a request was signed with this secret, in its headers or as a link that
 * still holds. Headers that were signed must be what they were, so a link to upload takes its type and its length only.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
export type Verdict = 'good' | 'missing' | 'wrong' | 'expired'

interface Signed {
  credential: string
  headers: string
  signature: string
  at: string
  /** Milliseconds a link holds. Who signs a header does it by the machine's own clock, which is not the one that can be turned. */
  lastsMs?: number
  payload: string
}

export function verdictOn(request: IncomingMessage, secret: string, now: Date): Verdict {
  const [path = '/', rawQuery = ''] = (request.url ?? '/').split('?')
  const query = new URLSearchParams(rawQuery)
  const signed = query.has('X-Amz-Signature') ? inLink(query) : inHeaders(request)
  if (!signed) return 'missing'
  const expected = signatureOf(request, path, query, signed, secret)
  const isSame =
    expected.length === signed.signature.length && timingSafeEqual(Buffer.from(expected), Buffer.from(signed.signature))
  if (!isSame) return 'wrong'
  if (signed.lastsMs === undefined) return 'good'
  return now.getTime() - instantOf(signed.at) <= signed.lastsMs ? 'good' : 'expired'
}

const inLink = (query: URLSearchParams): Signed => ({
  credential: query.get('X-Amz-Credential') ?? '',
  headers: query.get('X-Amz-SignedHeaders') ?? '',
  signature: query.get('X-Amz-Signature') ?? '',
  at: query.get('X-Amz-Date') ?? '',
  lastsMs: Number(query.get('X-Amz-Expires')) * 1_000,
  payload: 'UNSIGNED-PAYLOAD',
})

function inHeaders({ headers }: IncomingMessage): Signed | undefined {
  const parts = /^AWS4-HMAC-SHA256 Credential=(\S+?),\s*SignedHeaders=(\S+?),\s*Signature=(\w+)$/.exec(
    headers.authorization ?? '',
  )
  const [, credential, signedHeaders, signature] = parts ?? []
  if (credential === undefined || signedHeaders === undefined || signature === undefined) return undefined
  return {
    credential,
    headers: signedHeaders,
    signature,
    at: String(headers['x-amz-date'] ?? ''),
    payload: String(headers['x-amz-content-sha256'] ?? ''),
  }
}

function signatureOf(
  request: IncomingMessage,
  path: string,
  query: URLSearchParams,
  { credential, headers, at, payload }: Signed,
  secret: string,
): string {
  const names = headers.split(';')
  const canonical = [
    request.method,
    path,
    [...query]
      .filter(([name]) => name !== 'X-Amz-Signature')
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${String(request.headers[name] ?? '').trim()}`),
    '',
    headers,
    payload,
  ].join('\n')
  const [, day = '', region = '', service = '', end = ''] = credential.split('/')
  const digest = createHash('sha256').update(canonical).digest('hex')
  const key = [day, region, service, end].reduce<string | Buffer>((made, part) => hmac(made, part), `AWS4${secret}`)
  return hmac(key, ['AWS4-HMAC-SHA256', at, [day, region, service, end].join('/'), digest].join('\n')).toString('hex')
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()

/** As AWS encodes: everything but letters, digits and -_.~ */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** `20261122T093000Z`; nothing else is an instant, and compares as too old. */
function instantOf(at: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(at) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}
