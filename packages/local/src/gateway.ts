import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Clock } from '@rapport/kernel/clock'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'

export interface Matched {
  routeKey: string
  pathParameters: Record<string, string>
}

/** API Gateway hands on as text only what it knows to be text; everything else arrives in base64, merge patches too. */
const TEXT = /^(text\/.*|application\/(json|javascript|xml))\s*(;|$)/i

/** A request as API Gateway's payload version 2.0 tells it. */
export function toEvent(
  request: IncomingMessage,
  body: Buffer,
  { routeKey, pathParameters }: Matched,
  clock: Clock,
): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = splitOnce(request.url ?? '/', '?')
  const { headers, cookies } = headersOf(request)
  const query = queryOf(rawQueryString)
  const isText = TEXT.test(headers['content-type'] ?? '')
  const now = clock()
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString,
    ...(cookies && { cookies }),
    headers,
    ...(query && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomBytes(11).toString('base64url'),
      routeKey,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 && { body: body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !isText,
  }
}

/** Names in lower case, repeated ones joined by commas, cookies apart. */
function headersOf({ headersDistinct }: IncomingMessage): { headers: Record<string, string>; cookies?: string[] } {
  const { cookie, ...rest } = headersDistinct
  const headers = Object.fromEntries(Object.entries(rest).map(([name, values = []]) => [name, values.join(',')]))
  return { headers, ...(cookie && { cookies: cookie.flatMap((line) => line.split(/;\s*/)) }) }
}

/** Decoded; a parameter that is given more than once has its values joined by commas. */
function queryOf(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === '') return undefined
  const query: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    query[name] = query[name] === undefined ? value : `${query[name]},${value}`
  }
  return { ...query }
}

function splitOnce(text: string, separator: string): [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
