import { CrmError, invalid, notFound } from '@rapport/kernel/errors'
import { issuesOf, pointerTo } from '@rapport/kernel/issues'
import { parse } from '@rapport/kernel/parse'
import { missing } from '@rapport/kernel/record-read'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import type { Input, Route } from './route.ts'

/** Bytes of a request body. DynamoDB's item limit of 400 KB stays out of reach. */
export const BODY_BYTES_MAX = 256 * 1024

/** How deep JSON may nest. */
const DEPTH_MAX = 20

/** The request in the types of its route. Throws a problem that says what to change. */
export function parseRequest(route: Route, event: APIGatewayProxyEventV2): Input {
  const ifMatch = route.takesIfMatch ? versionIn(event.headers['if-match']) : undefined
  return {
    params: parseParams(route, event),
    query: parseQuery(route, event.rawQueryString),
    body: parseBody(route, event),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    sourceIp: event.requestContext.http.sourceIp,
    ...(event.headers.origin === undefined ? {} : { origin: event.headers.origin }),
  }
}

/** An id that cannot be one answers like one that does not exist. */
function parseParams(route: Route, event: APIGatewayProxyEventV2): Record<string, string> {
  if (!route.params) return {}
  const parsed = route.params.safeParse(event.pathParameters ?? {})
  if (parsed.success) return parsed.data as Record<string, string>
  // Whoever comes by a link is not told which part of the address was wrong.
  const named = route.access === 'public' ? route.kind : undefined
  const kind = named ?? kindNamedBy(route, String(parsed.error.issues[0]?.path[0]))
  throw kind ? missing({ kind }) : notFound('route.not_found', 'There is nothing at this address.')
}

/** The kind a parameter refers to; other parameters identify what the route is about. */
function kindNamedBy(route: Route, parameter: string): string | undefined {
  const schema = route.params?.shape[parameter] as z.ZodType | undefined
  const kinds = schema?.meta()?.['x-ref']
  return typeof kinds === 'string' ? kinds : route.kind
}

function parseQuery(route: Route, rawQuery: string): Record<string, unknown> {
  const given = new URLSearchParams(rawQuery)
  const names = [...given.keys()]
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined) throw badQuery(repeated, 'query.repeated', 'must be given once')
  if (!route.query) {
    if (names[0] !== undefined) throw badQuery(names[0], 'query.unknown', 'is not a parameter of this operation')
    return {}
  }
  const parsed = parse(route.query, Object.fromEntries(given))
  if (!parsed.success)
    throw invalid('query.invalid', 'A query parameter is not valid.', issuesOf(parsed.error, '/query'))
  return parsed.data
}

function parseBody(route: Route, event: APIGatewayProxyEventV2): unknown {
  if (!route.body) return undefined
  const type = (event.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()
  const isForm = route.takesForms === true && type === 'application/x-www-form-urlencoded'
  const isPatch = route.method === 'PATCH' && type === 'application/merge-patch+json'
  if (type !== 'application/json' && !isPatch && !isForm) {
    throw new CrmError('invalid', 'body.wrong_type', 'Send the body as application/json.', { members: { status: 415 } })
  }
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '')
  if (Buffer.byteLength(raw) > BODY_BYTES_MAX) {
    throw new CrmError('invalid', 'body.too_large', `A body has at most ${BODY_BYTES_MAX} bytes.`, {
      members: { status: 413 },
    })
  }
  const parsed = parse(route.body, isForm ? parseForm(raw, route.body) : parseJson(raw))
  if (!parsed.success) throw invalid('body.invalid', 'The body is not valid.', issuesOf(parsed.error))
  return parsed.data
}

/** Fields of the longest form. */
const FORM_FIELDS_MAX = 50

/**
 * The object that a form's fields stand for. A browser sends every field as text: one that was left empty is not there, and one
 * that is to be a whole number is read as one.
 */
function parseForm(raw: string, schema: z.ZodType): unknown {
  const given = [...new URLSearchParams(raw)]
  const names = given.map(([name]) => name)
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (given.length > FORM_FIELDS_MAX || repeated !== undefined)
    throw invalid('body.not_form', 'Send each field of the form once.', [
      { pointer: pointerTo('', [repeated ?? '']), code: 'body.not_form', message: 'must be given once' },
    ])
  const { shape = {} } = schema as Partial<z.ZodObject>
  const value = Object.fromEntries(
    given
      .filter(([, text]) => text !== '')
      .map(([name, text]) => [name, isNumber(shape[name]) && /^\d{1,9}$/.test(text) ? Number(text) : text]),
  )
  inspect(value)
  return value
}

const isNumber = (schema: unknown): boolean => schema instanceof z.ZodNumber

function parseJson(raw: string): unknown {
  const value = fromJson(raw)
  if (inspect(value) < namesIn(raw))
    throw invalid('body.repeated_name', 'A name stands twice in an object. Send each once.', [
      { pointer: '', code: 'body.repeated_name', message: 'holds a name twice' },
    ])
  return value
}

/** Names of all objects in a text of JSON: strings with a colon behind them. `JSON.parse` keeps the last of equal ones and tells nobody. */
function namesIn(json: string): number {
  let names = 0
  for (const [, colon] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/g)) if (colon) names++
  return names
}

function fromJson(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    throw invalid('body.not_json', 'The body is not JSON.', [
      { pointer: '', code: 'body.not_json', message: 'is not JSON' },
    ])
  }
}

/**
 * Answers how many names there are in all objects. Throws on too many levels and on `__proto__`, which a schema of free names would
 * skip. Walks level by level, so that no nesting can exhaust the stack.
 */
function inspect(value: unknown): number {
  let depth = 0
  let names = 0
  for (let level = [{ node: value, path: [] as string[] }]; level.length > 0; depth++) {
    if (depth >= DEPTH_MAX) throw invalid('body.too_deep', `JSON may nest ${DEPTH_MAX} levels deep.`)
    level = level.flatMap(({ node, path }) => {
      if (node === null || typeof node !== 'object') return []
      if (Object.hasOwn(node, '__proto__')) throw unknownField([...path, '__proto__'])
      if (!Array.isArray(node)) names += Object.keys(node).length
      return Object.entries(node).map(([name, inner]) => ({ node: inner, path: [...path, name] }))
    })
  }
  return names
}

const unknownField = (path: readonly string[]) =>
  invalid('body.invalid', 'The body is not valid.', [
    { pointer: pointerTo('', path), code: 'field.unknown', message: 'is not known here' },
  ])

/** The version in an entity tag; `*` and other people's tags match nothing we could have sent. */
export function versionIn(tag: string | undefined): number | undefined {
  if (tag === undefined) return undefined
  const digits = /^"([1-9]\d{0,15})"$/.exec(tag.trim())?.[1]
  if (digits === undefined) {
    throw invalid('header.invalid', 'If-Match takes the ETag of the version you read, such as "3".', [
      { pointer: '/headers/if-match', code: 'header.invalid', message: 'is not an ETag of this API' },
    ])
  }
  return Number(digits)
}

/**
 * Whether If-None-Match names this ETag: alone, in a list, as a weak one (the comparison is weak), or as `*`.
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function isAmong(etag: string, tags: string): boolean {
  return (
    tags.trim() === '*' || [...tags.matchAll(/(?:W\/)?("[\x21\x23-\x7e\x80-\xff]*")/g)].some(([, tag]) => tag === etag)
  )
}

const badQuery = (name: string, code: string, message: string) =>
  invalid('query.invalid', 'A query parameter is not valid.', [{ pointer: pointerTo('/query', [name]), code, message }])
