import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a browser on another origin may send and read; `infra` gives API Gateway the same lists. */
export const corsMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
export const corsRequestHeaders = ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match']
export const corsReplyHeaders = [
  'etag',
  'location',
  'idempotent-replayed',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
]
const PREFLIGHT_MAX_AGE_S = 600

/** The headers that let an allowed origin read a reply. Another origin gets none, and never its own name back. */
export function corsHeaders(
  { headers: { origin } }: IncomingMessage,
  allowed: readonly string[],
): Record<string, string> {
  if (!origin || !allowed.includes(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-expose-headers': corsReplyHeaders.join(','),
    vary: 'origin',
  }
}

/** Answers a browser that asks before it sends. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse, allowed: readonly string[]): void {
  const headers = corsHeaders(request, allowed)
  const isAllowed = 'access-control-allow-origin' in headers
  response
    .writeHead(204, {
      ...headers,
      ...(isAllowed && {
        'access-control-allow-methods': corsMethods.join(','),
        'access-control-allow-headers': corsRequestHeaders.join(','),
        'access-control-max-age': String(PREFLIGHT_MAX_AGE_S),
      }),
    })
    .end()
}

export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers.origin !== undefined && headers['access-control-request-method'] !== undefined
