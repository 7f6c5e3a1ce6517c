import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Clock } from '@rapport/kernel/clock'
import { corsHeaders, isPreflight, sendPreflight } from './cors.ts'
import { toEvent } from './gateway.ts'
import { listen } from './listen.ts'
import { sendProblem } from './problem.ts'
import { createRouter, type RouteLine } from './router.ts'

/** Answers a request outside the API; false when it is not its own. */
export type LocalPages = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<boolean>

export interface Front {
  routes: readonly RouteLine[]
  /** The function of the HTTP trigger. */
  invoke(event: unknown): Promise<unknown>
  pages: LocalPages
  clock: Clock
  corsOrigins: readonly string[]
  onError(error: unknown): void
}

export interface LocalServer {
  url: string
  /** Begins to answer. Until then everything gets 503, but what is mounted. */
  open(front: Front): void
  /** Answers some requests from now on: what fills the CRM before it opens may need them. */
  mount(pages: LocalPages): void
  isIdle(): boolean
  stop(): Promise<void>
}

/** As API Gateway limits them. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const BODY_BYTES_MAX = 10 * 1024 * 1024
const HEADER_BYTES_MAX = 10_240

/** The HTTP API on this machine. Takes the port at once, so that a taken one is known before anything else starts. */
export async function startServer(port: number): Promise<LocalServer> {
  let answer: ((request: IncomingMessage, response: ServerResponse) => Promise<void>) | undefined
  let mounted: LocalPages | undefined
  let active = 0
  const server = createServer({ maxHeaderSize: HEADER_BYTES_MAX, joinDuplicateHeaders: true }, (request, response) => {
    active++
    response.once('close', () => active--)
    void answerMounted(request, response)
  })
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW'
    if (!socket.writable) return
    socket.end(
      `HTTP/1.1 ${isTooLarge ? '431 Request Header Fields Too Large' : '400 Bad Request'}\r\nconnection: close\r\n\r\n`,
    )
  })
  const actual = await listen(server, port)

  async function answerMounted(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (isLocalHost(request.headers.host) && (await mounted?.(request, response, pathOf(request)))) return
    } catch {
      return void response.destroy()
    }
    if (!answer) return sendProblem(response, 503, 'cloud.starting', 'The local cloud is still starting.')
    await answer(request, response)
  }

  return {
    url: `http://localhost:${actual}`,
    open(front) {
      answer = frontOf(front)
    },
    mount(pages) {
      mounted = pages
    },
    isIdle: () => active === 0,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 1_000).unref()
      }),
  }
}

function frontOf(front: Front) {
  const route = createRouter(front.routes)

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request)
    // A web page elsewhere may point a name of its own at this machine; it cannot choose what the browser sends as host.
    if (!isLocalHost(request.headers.host))
      return sendProblem(response, 403, 'host.unknown', 'Use localhost or 127.0.0.1.')
    if (isPreflight(request)) return sendPreflight(request, response, front.corsOrigins)
    if (await front.pages(request, response, path)) return
    const match = route(request.method ?? 'GET', path)
    if (match.kind === 'none') return sendProblem(response, 404, 'route.not_found', 'There is nothing at this address.')
    if (match.kind === 'malformed')
      return sendProblem(response, 400, 'path.invalid', 'The address is not encoded correctly.')
    if (match.kind === 'method') {
      const allow = match.allow.join(', ')
      return sendProblem(response, 405, 'method.not_allowed', `This address takes ${allow}.`, { allow })
    }
    const body = await readBody(request, BODY_BYTES_MAX)
    if (!body) {
      return sendProblem(response, 413, 'body.too_large', 'A body may have 10 MB.', { connection: 'close' })
    }
    const reply = (await front.invoke(toEvent(request, body, match, front.clock))) as Reply
    sendReply(response, reply, corsHeaders(request, front.corsOrigins))
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await handle(request, response)
    } catch (error) {
      front.onError(error)
      if (!response.headersSent) sendProblem(response, 500, 'internal.error', 'Something went wrong.')
      else response.destroy()
    }
  }
}

interface Reply {
  statusCode: number
  headers?: Record<string, string | number | boolean>
  body?: string
  cookies?: string[]
  isBase64Encoded?: boolean
}

function sendReply(response: ServerResponse, reply: Reply, cors: Record<string, string>): void {
  const headers: Record<string, string | string[]> = {}
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = String(value)
  if (reply.cookies) headers['set-cookie'] = reply.cookies
  response.writeHead(reply.statusCode, { ...headers, ...cors })
  response.end(
    reply.body === undefined ? undefined : Buffer.from(reply.body, reply.isBase64Encoded ? 'base64' : 'utf8'),
  )
}

/** Undefined when there is more of it than allowed. */
export async function readBody(request: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) return undefined
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/'

const isLocalHost = (host = ''): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host)
