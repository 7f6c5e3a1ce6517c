import { createHash } from 'node:crypto'
import middy from '@middy/core'
import { epochS } from '@rapport/kernel/clock'
import { CrmError, forbidden, invalid } from '@rapport/kernel/errors'
import type { Actor } from '@rapport/kernel/events'
import { spoken } from '@rapport/kernel/ids'
import { allRights, isAllowed, type Principal } from '@rapport/kernel/policy'
import { AlreadyAnswered, type Ctx, hash, keptAnswer } from '@rapport/kernel/store'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { type Runtime, runtime } from './context.ts'
import type { Deps } from './deps.ts'
import { rateLimiter } from './limit.ts'
import { isAmong, parseRequest } from './parse.ts'
import { type HttpReply, problemReply } from './problem.ts'
import { type Input, type Route, routeKey } from './route.ts'

/** Finds out who asks. Answers undefined without credentials; throws unauthenticated when they are not good. */
export type Authenticate = (
  runtime: Runtime,
  event: APIGatewayProxyEventV2,
  isWrite: boolean,
) => Promise<Caller | undefined>

export interface Caller {
  principal: Principal
  actor: Actor
}

/** What the middlewares of one request hand to each other. */
interface Exchange {
  route: Route
  ctx: Ctx
  input: Input
  /** The answer kept under the request's idempotency key. */
  kept?: { answer: unknown } | undefined
  headers: Record<string, string>
}

type Request = middy.Request<APIGatewayProxyEventV2, HttpReply, Error, Context, Record<string, unknown>>

/** An answer is kept for two days, twice the promised one. */
const ANSWER_KEPT_S = 2 * 86_400

const NOBODY: Caller = {
  principal: {
    type: 'user',
    id: 'nobody',
    userId: 'nobody',
    teamIds: [],
    reports: new Set(),
    roles: [],
    rights: { ...allRights, level: () => 'none' },
    fingerprint: 'nobody',
  },
  actor: { type: 'user', id: 'nobody' },
}

/** The route the gateway names by this key, such as `GET /v1/notes/{id}`. */
export type FindRoute = (key: string) => Promise<Route | undefined>

/** The handler of the HTTP API: finds the route by its key, then the middlewares in the order they are read here. */
export function httpHandler(deps: Deps, find: FindRoute, authenticate: Authenticate) {
  const rt = runtime(deps)
  const limit = rateLimiter(deps.clock, Number(deps.env.RATE_PER_S))
  return middy<APIGatewayProxyEventV2, HttpReply>()
    .use({ before: findRoute(rt, find), after: finish(deps), onError: fail(deps) })
    .use({ before: identify(rt, authenticate, limit) })
    .use({ before: authorize })
    .use({ before: parse })
    .use({ before: replay, onError: replayLate })
    .handler(async (event) => handle(exchangeOf(event)))
}

const exchanges = new WeakMap<object, Exchange>()

function exchangeOf(event: object): Exchange {
  const exchange = exchanges.get(event)
  if (!exchange) throw new Error('The request has not passed the middlewares.')
  return exchange
}

const findRoute = (rt: Runtime, find: FindRoute) => async (request: Request) => {
  const { event } = request
  const route = await find(event.routeKey)
  if (!route) throw new CrmError('notFound', 'route.not_found', 'There is nothing at this address.')
  const ctx: Ctx = {
    db: rt.db,
    ids: rt.ids,
    now: rt.deps.clock(),
    ...NOBODY,
    requestId: event.requestContext.requestId,
  }
  exchanges.set(event, { route, ctx, input: { params: {}, query: {}, body: undefined, sourceIp: '' }, headers: {} })
}

const identify =
  (rt: Runtime, authenticate: Authenticate, limit: ReturnType<typeof rateLimiter>) => async (request: Request) => {
    const exchange = exchangeOf(request.event)
    const { event } = request
    const isPublic = exchange.route.access === 'public'
    const caller = isPublic ? NOBODY : await authenticate(rt, event, exchange.route.method !== 'GET')
    if (!caller)
      throw new CrmError(
        'unauthenticated',
        'credentials.missing',
        'Send an access token or an API key as "Authorization: Bearer …".',
      )
    Object.assign(exchange.ctx, caller)
    const bucket = limit(isPublic ? `ip ${event.requestContext.http.sourceIp}` : caller.principal.id)
    exchange.headers = {
      'ratelimit-limit': String(bucket.limit),
      'ratelimit-remaining': String(bucket.remaining),
      'ratelimit-reset': String(bucket.resetS),
    }
    const { retryAfterS } = bucket
    if (retryAfterS === undefined) return
    throw new CrmError('throttled', 'rate.exceeded', 'Too many requests. Slow down.', { members: { retryAfterS } })
  }

const authorize = (request: Request) => {
  const { route, ctx } = exchangeOf(request.event)
  if (typeof route.access === 'string') return
  const { action, kind } = route.access
  if (!isAllowed(ctx.principal, action, kind, ctx.now))
    throw forbidden(`${kind}.${action}_denied`, `Your role may not ${action} ${spoken(kind)} records.`)
}

const parse = (request: Request) => {
  const exchange = exchangeOf(request.event)
  exchange.input = parseRequest(exchange.route, request.event)
}

const KEY = /^[\x21-\x7e]{1,255}$/

const replay = async (request: Request): Promise<void> => {
  const exchange = exchangeOf(request.event)
  const { event } = request
  const key = event.headers['idempotency-key']
  if (exchange.route.method !== 'POST' || key === undefined) return
  if (!KEY.test(key)) throw invalid('header.invalid', 'Idempotency-Key takes 1 to 255 visible ASCII characters.')
  exchange.ctx.idempotency = {
    id: hash(exchange.ctx.principal.id, routeKey(exchange.route), event.rawPath, key),
    bodyHash: createHash('sha256')
      .update(event.body ?? '')
      .digest('base64url'),
    expiresAtS: epochS(exchange.ctx.now) + ANSWER_KEPT_S,
    isKept: false,
  }
  exchange.kept = await keptAnswer(exchange.ctx)
}

/**
 * The answer kept under the key is the answer, whatever this request ran into: another with the same key was faster, or its
 * own write went through and only the reply was lost.
 */
const replayLate = async (request: Request): Promise<void> => {
  const exchange = exchanges.get(request.event)
  if (!exchange?.ctx.idempotency || exchange.kept) return
  try {
    exchange.kept = await keptAnswer(exchange.ctx)
    if (exchange.kept) request.response = replayed(exchange, exchange.kept.answer)
  } catch (error) {
    if (error instanceof CrmError) request.error = error
  }
}

async function handle(exchange: Exchange): Promise<HttpReply> {
  if (exchange.kept) return replayed(exchange, exchange.kept.answer)
  return toReply(exchange, await exchange.route.handle(exchange.ctx, exchange.input))
}

function replayed(exchange: Exchange, answer: unknown): HttpReply {
  exchange.headers['idempotent-replayed'] = 'true'
  return toReply(exchange, answer)
}

function toReply({ route, ctx, headers }: Exchange, answer: unknown): HttpReply {
  const { body, version, location, contentType, status } = route.reply(ctx, answer)
  const statusCode = status ?? route.success.status
  return {
    statusCode,
    headers: {
      ...headers,
      ...(version === undefined ? {} : { etag: `"${version}"` }),
      ...(location === undefined ? {} : { location }),
      ...(statusCode === 204 ? {} : { 'content-type': contentType ?? 'application/json' }),
      ...(contentType === 'text/html' ? pageHeaders(String(body)) : {}),
    },
    ...(statusCode === 204 ? {} : { body: contentType ? String(body) : JSON.stringify(body) }),
  }
}

/**
 * Pages load nothing, run nothing, stand in no frame, send their forms only here, and tell nobody the link that led to them. The
 * first style sheet, which stands in the head before any text of anybody, is the only one that counts.
 */
function pageHeaders(html: string): Record<string, string> {
  const sheet = /<style>([^<]*)<\/style>/.exec(html)?.[1]
  const styles =
    sheet === undefined ? '' : `style-src 'sha256-${createHash('sha256').update(sheet).digest('base64')}'; `
  return {
    'content-security-policy': `default-src 'none'; ${styles}form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex',
  }
}

/** Headers that every reply carries. Nothing is cached anywhere: an answer belongs to whoever asked. */
const ALWAYS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'strict-transport-security': 'max-age=63072000',
}

const finish = (deps: Deps) => (request: Request) => {
  const { response, event } = request
  if (!response) return
  const known = event.headers['if-none-match']
  const { etag } = response.headers
  if (event.requestContext.http.method === 'GET' && etag && known !== undefined && isAmong(etag, known)) {
    response.statusCode = 304
    delete response.body
    delete response.headers['content-type']
  }
  seal(deps, request, response)
}

const fail = (deps: Deps) => (request: Request) => {
  const { error, event } = request
  const requestId = event.requestContext.requestId
  const isExpected = error instanceof CrmError || (error instanceof AlreadyAnswered && request.response !== undefined)
  if (!isExpected) deps.log.error('request.failed', { requestId, route: event.routeKey }, error)
  if (!request.response) {
    request.response = asPage(event, problemReply(error, requestId))
    Object.assign(request.response.headers, exchanges.get(event)?.headers)
  }
  seal(deps, request, request.response)
  return request.response
}

/** A refusal as whoever asks reads it: a page for a browser, where the operation has pages, and a problem document otherwise. */
function asPage(event: APIGatewayProxyEventV2, reply: HttpReply): HttpReply {
  const refusal = exchanges.get(event)?.route.refusal
  if (!refusal || !/\btext\/html\b/.test(event.headers.accept ?? '')) return reply
  const { status, detail, requestId } = JSON.parse(reply.body ?? '{}')
  const body = refusal({ status, detail, requestId })
  return { ...reply, headers: { ...reply.headers, 'content-type': 'text/html', ...pageHeaders(body) }, body }
}

function seal(deps: Deps, request: Request, response: HttpReply): void {
  const { event } = request
  Object.assign(response.headers, ALWAYS, { 'x-request-id': event.requestContext.requestId })
  deps.log.info('request.done', {
    requestId: event.requestContext.requestId,
    route: event.routeKey,
    status: response.statusCode,
    actor: exchanges.get(event)?.ctx.principal.id ?? 'nobody',
  })
}
