import * as z from 'zod'
import { BODY_BYTES_MAX } from './parse.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of a route table, from the schemas that validate its requests. */
export function openApi(routes: readonly Route[], info: { title: string; version: string; description: string }): Json {
  const schemas: Json = {}
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = (paths[route.path] ??= {})
    path[route.method.toLowerCase()] = operation(route, schemas)
  }
  collect(Problem, 'output', schemas)
  return {
    openapi: '3.1.0',
    info: {
      ...info,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Rapport', url: 'https://rapport.example/docs' },
    },
    servers: [{ url: '/', description: 'This deployment' }],
    security: [{ bearer: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({
      name,
      description: `Operations on ${name}.`,
    })),
    paths,
    components: {
      schemas,
      responses: problems,
      headers: rateHeaders,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT or API key',
          description: 'An access token of the sign-in service (RFC 8725), or an API key (crmk_…).',
        },
      },
    },
  }
}

function operation(route: Route, schemas: Json): Json {
  const { success, body, access } = route
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: route.description ?? `${route.summary}.`,
    ...(access === 'public' ? { security: [] } : {}),
    'x-authz': typeof access === 'string' ? access : `${access.kind}:${access.action}`,
    'x-idempotent': route.method === 'POST' ? 'Idempotency-Key' : 'by-method',
    parameters: [...pathParameters(route), ...queryParameters(route), ...headerParameters(route)],
    ...(body
      ? { requestBody: { required: true, content: { [bodyType(route)]: { schema: collect(body, 'input', schemas) } } } }
      : {}),
    responses: {
      [success.status]: successResponse(route, schemas),
      ...(route.hasEtag && route.method === 'GET'
        ? { 304: { description: 'Not changed since the version you have.', headers: replyHeaders } }
        : {}),
      ...Object.fromEntries(statusesOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  }
}

const bodyType = (route: Route): string =>
  route.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'

function successResponse({ success, hasEtag, method }: Route, schemas: Json): Json {
  return {
    description: success.description,
    headers: {
      ...replyHeaders,
      ...(hasEtag
        ? {
            ETag: {
              description: 'Version of the record.',
              schema: { type: 'string', maxLength: 20, pattern: '^"[0-9]+"$' },
            },
          }
        : {}),
      ...(method === 'POST' && success.status === 201
        ? {
            Location: {
              description: 'Path of the new record.',
              schema: { type: 'string', maxLength: 200, pattern: '^/v1/' },
            },
          }
        : {}),
    },
    ...(success.schema
      ? { content: { 'application/json': { schema: collect(success.schema, 'output', schemas) } } }
      : {}),
  }
}

function statusesOf(route: Route): number[] {
  const statuses = [400, 429, 500]
  if (route.access !== 'public') statuses.push(401, 403)
  if (route.params) statuses.push(404)
  if (route.method !== 'GET') statuses.push(409, 422, 503)
  if (route.body) statuses.push(413, 415)
  if (route.takesIfMatch) statuses.push(412)
  return statuses.sort()
}

const pathParameters = (route: Route): Json[] =>
  Object.entries(route.params?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    ...described(schema as z.ZodType),
  }))

const queryParameters = (route: Route): Json[] =>
  Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    ...described(schema as z.ZodType),
  }))

function headerParameters(route: Route): Json[] {
  const tag = { type: 'string', maxLength: 20, pattern: '^"[0-9]+"$' }
  return [
    ...(route.method === 'POST'
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            description: 'Repeat with the same key and body to get the same answer; kept 48 hours.',
            schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
          },
        ]
      : []),
    ...(route.takesIfMatch
      ? [
          {
            name: 'If-Match',
            in: 'header',
            required: false,
            description: 'Refuse (412) unless this is still the version.',
            schema: tag,
          },
        ]
      : []),
    ...(route.hasEtag && route.method === 'GET'
      ? [
          {
            name: 'If-None-Match',
            in: 'header',
            required: false,
            description: 'Answer 304 when this is still the version.',
            schema: tag,
          },
        ]
      : []),
  ]
}

function described(schema: z.ZodType): Json {
  const { description, ...rest } = toJson(schema, 'input')
  return { description: description ?? schema.description ?? '', schema: rest }
}

const integer = { type: 'integer', format: 'int32', minimum: 0, maximum: 1_000_000 }
const rateHeaders: Json = {
  'RateLimit-Limit': { description: 'Requests in a full bucket.', schema: integer },
  'RateLimit-Remaining': { description: 'Requests left now.', schema: integer },
  'RateLimit-Reset': { description: 'Seconds until the bucket is full.', schema: integer },
  'Retry-After': { description: 'Seconds to wait.', schema: integer },
}
const limited = Object.fromEntries(
  ['RateLimit-Limit', 'RateLimit-Remaining', 'RateLimit-Reset'].map((name) => [
    name,
    { $ref: `#/components/headers/${name}` },
  ]),
)
const replyHeaders = limited

const problemResponse = (description: string, extra: Json = {}): Json => ({
  description,
  headers: { ...limited, ...extra },
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const problems: Json = {
  400: problemResponse('The request has the wrong shape; `errors` says where.'),
  401: problemResponse('No credentials, or not good ones.'),
  403: problemResponse('You may see it but not do this.'),
  404: problemResponse('It does not exist, or you may not see it: the two answers are the same.'),
  409: problemResponse('The state of the record does not allow it.'),
  412: problemResponse('The record has changed; `currentVersion` is what it is now.'),
  413: problemResponse(`The body has more than ${BODY_BYTES_MAX} bytes.`),
  415: problemResponse('The body is not JSON.'),
  422: problemResponse('The shape is right but it cannot be carried out.'),
  429: problemResponse('Too many requests.', { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }),
  500: problemResponse('Our fault; quote the request id.'),
  503: problemResponse('Busy; try again.'),
}

/** The schema by reference when it has a name, its definitions moved to the components. */
function collect(schema: z.ZodType, io: 'input' | 'output', schemas: Json): Json {
  const { $defs = {}, ...json } = toJson(schema, io) as Json & { $defs?: Json }
  const renamed = rename({ ...json, $defs }) as Json & { $defs: Json }
  Object.assign(schemas, renamed.$defs)
  const { $defs: _, ...own } = renamed
  const name = schema.meta()?.id
  if (!name) return own
  schemas[name] = own
  return { $ref: `#/components/schemas/${name}` }
}

const toJson = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: tidy,
  }) as Json
  return json
}

/** zod writes its own patterns beside standard formats (250 characters for a date-time); the format says it. Names stand once. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format) {
    delete jsonSchema.pattern
    jsonSchema.maxLength ??= 64
  }
  delete jsonSchema.id
}

function rename(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(rename)
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : rename(value),
    ]),
  )
}
