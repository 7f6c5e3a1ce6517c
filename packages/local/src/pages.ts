import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { VERSION } from '../../../functions/api/system.ts'
import type { DeadLetter } from './dead-letters.ts'
import type { Tokens } from './identity.ts'
import { StillBusy } from './idle.ts'
import { LETTER_BYTES_MAX } from './mail-inbound.ts'
import { sendProblem } from './problem.ts'
import { type LocalPages, readBody } from './server.ts'

export interface PageSources {
  stage: string
  /** Where the parts answer, by name. */
  endpoints: Readonly<Record<string, string>>
  mail(): readonly object[]
  events(limit: number): Promise<readonly object[]>
  deadLetters(): readonly DeadLetter[]
  /** Takes a letter in, as SES would. */
  receive(raw: Buffer, recipients: readonly string[]): Promise<void>
  now(): Date
  /** Turns the clock forward by an ISO 8601 duration. Throws RangeError, and StillBusy when work from before is not done in time. */
  advance(duration: string): Promise<Date>
  signIn(email: string, password: string): Promise<Tokens | undefined>
  /** Where letters can be looked at. */
  viewerUrl: string | undefined
}

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

const BODY_BYTES_MAX = 4_096
const HEALTH_TIMEOUT_MS = 1_000
const EVENTS_DEFAULT = 50
const EVENTS_MAX = 1_000

type Page = (request: IncomingMessage, response: ServerResponse, source: PageSources) => Promise<void> | void

/** Start page, API viewer, and what exists on a laptop only: mail, events, clock, tokens, dead letters. */
export function createPages(source: PageSources): LocalPages {
  return async (request, response, path) => {
    const method = request.method === 'HEAD' ? 'GET' : request.method
    const page = pages.get(`${method} ${path}`)
    if (!page) return false
    response.setHeader('cache-control', 'no-store')
    await page(request, response, source)
    return true
  }
}

const Advance = z.strictObject({ advance: z.string().max(64) })
/** Open, so that an entry of `credentials.json` can be sent as it is. */
const Password = z.object({ email: z.string().max(320), password: z.string().max(256) })

const pages = new Map<string, Page>([
  ['GET /', file('packages/console/public/index.html')],
  ['GET /console.css', file('packages/console/public/console.css')],
  ['GET /console.js', file('packages/console/public/console.js')],
  ['GET /docs', file('packages/console/public/docs.html')],
  ['GET /docs.js', file('packages/console/public/docs.js')],
  ['GET /docs/swagger-ui.css', file('node_modules/swagger-ui-dist/swagger-ui.css')],
  ['GET /docs/swagger-ui-bundle.js', file('node_modules/swagger-ui-dist/swagger-ui-bundle.js')],
  [
    'GET /mail',
    (_request, response, { viewerUrl }) => {
      response.writeHead(302, { location: viewerUrl ?? '/local/mail' }).end()
    },
  ],
  [
    'GET /health',
    async (_request, response, { endpoints, stage }) => {
      const checks = await checkAll(endpoints)
      const isUp = Object.values(checks).every(Boolean)
      // What the API's own route says, and the parts that only this cloud has.
      sendJson(response, { status: isUp ? 'ok' : 'down', stage, version: VERSION, checks }, isUp ? 200 : 503)
    },
  ],
  ['GET /local/mail', (_request, response, { mail }) => sendJson(response, mail())],
  [
    'POST /local/mail/inbound',
    async (request, response, { receive }) => {
      // The type is asked for, because a form on any web page could post anything else.
      if (!/^message\/rfc822\s*(;|$)/i.test(request.headers['content-type'] ?? ''))
        return sendProblem(response, 415, 'body.not_mail', 'Send a MIME message, with content-type message/rfc822.')
      const raw = await readBody(request, LETTER_BYTES_MAX)
      if (!raw?.length) return sendProblem(response, 413, 'body.too_large', 'Letters have 1 byte to 40 MB.')
      const to = new URL(request.url ?? '/', 'http://localhost').searchParams.getAll('to')
      await receive(raw, to)
      sendJson(response, { status: 'received' }, 202)
    },
  ],
  ['GET /local/dead-letters', (_request, response, { deadLetters }) => sendJson(response, deadLetters())],
  [
    'GET /local/events',
    async (request, response, { events }) => {
      const asked = Number(new URL(request.url ?? '/', 'http://localhost').searchParams.get('limit') ?? EVENTS_DEFAULT)
      sendJson(
        response,
        await events(Number.isInteger(asked) ? Math.min(Math.max(asked, 1), EVENTS_MAX) : EVENTS_DEFAULT),
      )
    },
  ],
  ['GET /local/clock', (_request, response, { now }) => sendJson(response, { now: now().toISOString() })],
  [
    'POST /local/clock',
    async (request, response, { advance }) => {
      const input = await readJson(request, response, Advance)
      if (!input) return
      try {
        sendJson(response, { now: (await advance(input.advance)).toISOString() })
      } catch (error) {
        if (error instanceof RangeError) return sendProblem(response, 400, 'duration.invalid', error.message)
        if (!(error instanceof StillBusy)) throw error
        sendProblem(response, 503, 'cloud.busy', `${error.message} Ask again when that is done.`)
      }
    },
  ],
  [
    'POST /local/token',
    async (request, response, { signIn }) => {
      const input = await readJson(request, response, Password)
      if (!input) return
      const tokens = await signIn(input.email, input.password)
      if (tokens) return sendJson(response, tokens)
      sendProblem(response, 401, 'credentials.wrong', 'The e-mail address or the password is wrong.')
    },
  ],
])

/** A file of this repository, read when it is asked for, so that an edit shows on reload. */
function file(path: string): Page {
  const url = new URL(`../../../${path}`, import.meta.url)
  const type = TYPES[path.slice(path.lastIndexOf('.'))] ?? 'application/octet-stream'
  return async (_request, response) => {
    const body = await readFile(fileURLToPath(url)).catch(() => undefined)
    if (!body) return sendProblem(response, 404, 'file.not_found', `${path} is missing.`)
    response
      .writeHead(200, {
        'content-type': type,
        'content-security-policy': CSP,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .end(body)
  }
}

/** A body of the wrong type is refused: without that, a form on any web page could post here. */
async function readJson<T>(
  request: IncomingMessage,
  response: ServerResponse,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    sendProblem(response, 415, 'body.not_json', 'Send JSON, with content-type application/json.')
    return undefined
  }
  const body = await readBody(request, BODY_BYTES_MAX)
  const parsed = schema.safeParse(parseJson(body?.toString() ?? ''))
  if (parsed.success) return parsed.data
  sendProblem(response, 400, 'body.invalid', z.prettifyError(parsed.error))
  return undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function checkAll(endpoints: Readonly<Record<string, string>>): Promise<Record<string, boolean>> {
  return Object.fromEntries(
    await Promise.all(Object.entries(endpoints).map(async ([name, url]) => [name, await answers(url)])),
  )
}

/** Any answer will do: what a service says about an unsigned request is its own affair. */
const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(HEALTH_TIMEOUT_MS) }).then(
    () => true,
    () => false,
  )

function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
