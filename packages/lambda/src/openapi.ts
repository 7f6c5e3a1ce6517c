import type * as z from 'zod'
import { withSamples } from './openapi-samples.ts'
import { type Json, type Schemas, schemaCollection } from './openapi-schemas.ts'
import { BODY_BYTES_MAX } from './parse.ts'
import { Problem } from './problem.ts'
import type { Route } from './route.ts'

/** The OpenAPI 3.1 document of a route table, from the schemas that validate its requests. */
export function openApi(routes: readonly Route[], info: { title: string; version: string; description: string }): Json {
  const schemas = schemaCollection()
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = paths[route.path] ?? {}
    paths[route.path] = path
    path[route.method.toLowerCase()] = operation(route, schemas)
  }
  schemas.add(Problem, 'output')
  const document = schemas.complete({
    openapi: '3.1.0',
    info: {
      ...info,
      license: { name: 'MIT', identifier: 'MIT' },
      contact: { name: 'Rapport', url: 'https://rapport.example/docs' },
    },
    servers: [{ url: '/', description: 'This deployment, be it production, staging or local', 'x-internal': false }],
    security: [{ bearer: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].map((name) => ({
      name,
      description: `Operations on ${name}.`,
    })),
    paths,
    components: {
      responses: problems,
      headers: replyHeaders,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT or API key',
          description: 'An access token of the sign-in service (RFC 8725), or an API key (crmk_…).',
        },
      },
    },
  })
  return withSamples(document)
}

const REFUSED_BY_PAGE = ' Who accepts text/html is told a refusal by a page.'

function operation(route: Route, schemas: Schemas): Json {
  const { success, body, access } = route
  return {
    operationId: route.id,
    tags: [route.tag],
    summary: route.summary,
    description: `${route.description ?? `${route.summary}.`}${route.refusal ? REFUSED_BY_PAGE : ''}`,
    ...(access === 'public' ? { security: [] } : {}),
    'x-authz': typeof access === 'string' ? access : `${access.kind}:${access.action}`,
    'x-idempotent': route.method === 'POST' ? 'Idempotency-Key' : 'by-method',
    parameters: [...pathParameters(route, schemas), ...queryParameters(route, schemas), ...headerParameters(route)],
    ...(body ? { requestBody: { required: true, content: bodyContent(route, schemas.add(body, 'input')) } } : {}),
    responses: {
      [success.status]: successResponse(route, schemas),
      ...(success.created ? { 201: successResponse(created(route), schemas) } : {}),
      ...(route.hasEtag && route.method === 'GET'
        ? { 304: { description: 'Not changed since the version you have.', headers: headersNamed('ETag') } }
        : {}),
      ...Object.fromEntries(statusesOf(route).map((status) => [status, { $ref: `#/components/responses/${status}` }])),
    },
  }
}

const bodyContent = ({ method, takesForms }: Route, schema: Json): Json => ({
  'application/json': { schema },
  ...(takesForms ? { 'application/x-www-form-urlencoded': { schema } } : {}),
  ...(method === 'PATCH' ? { 'application/merge-patch+json': { schema } } : {}),
})

const created = (route: Route): Route => ({
  ...route,
  success: { ...route.success, status: 201, description: route.success.created ?? '' },
})

function successResponse({ success, hasEtag, method }: Route, schemas: Schemas): Json {
  return {
    description: success.description,
    headers: headersNamed(
      ...(hasEtag ? ['ETag'] : []),
      ...(success.status === 201 ? ['Location'] : []),
      ...(method === 'POST' ? ['Idempotent-Replayed'] : []),
    ),
    ...(success.schema
      ? { content: { [success.contentType ?? 'application/json']: { schema: schemas.add(success.schema, 'output') } } }
      : {}),
  }
}

/** Every status an operation can answer besides its success: those of its form, and those it names itself. */
function statusesOf({ access, params, method, body, takesIfMatch, fails = [] }: Route): number[] {
  const statuses = new Set([400, 429, 500, ...fails])
  const add = (isPossible: boolean, ...more: number[]) => {
    for (const status of isPossible ? more : []) statuses.add(status)
  }
  add(access !== 'public', 401, 403, 503)
  add(params !== undefined, 404)
  add(method !== 'GET', 409, 422)
  add(body !== undefined, 413, 415)
  add(takesIfMatch === true, 412)
  return [...statuses].sort()
}

const pathParameters = (route: Route, schemas: Schemas): Json[] =>
  Object.entries(route.params?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'path',
    required: true,
    ...described(schema as z.ZodType, schemas),
  }))

const queryParameters = (route: Route, schemas: Schemas): Json[] =>
  Object.entries(route.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: !(schema as z.ZodType).safeParse(undefined).success,
    ...described(schema as z.ZodType, schemas),
  }))

const entityTags = { type: 'string', maxLength: 1000, pattern: '^(\\*|(W/)?"[0-9]*"( *, *(W/)?"[0-9]*")*)$' }
const entityTag = { type: 'string', maxLength: 20, pattern: '^"[0-9]+"$' }

function headerParameters({ method, takesIfMatch, hasEtag }: Route): Json[] {
  const header = (name: string, description: string, schema: Json) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema,
  })
  const key = { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' }
  return [
    ...(method === 'POST'
      ? [header('Idempotency-Key', 'Repeat with the same key and body to get the same answer; kept 48 hours.', key)]
      : []),
    ...(takesIfMatch ? [header('If-Match', 'Refuse (412) unless this is still the version.', entityTag)] : []),
    ...(hasEtag && method === 'GET'
      ? [header('If-None-Match', 'Answer 304 when this is still the version.', entityTags)]
      : []),
  ]
}

function described(schema: z.ZodType, schemas: Schemas): Json {
  const { description, ...rest } = schemas.add(schema, 'input')
  return { description: description ?? schema.description ?? '', schema: rest }
}

const integer = { type: 'integer', format: 'int32', minimum: 0, maximum: 1_000_000 }

/** Headers of replies. Those that every reply carries are `required`. */
const replyHeaders: Record<string, Json> = {
  'X-Request-Id': {
    description: 'Names this request; quote it when you report a problem.',
    required: true,
    schema: { type: 'string', maxLength: 100, pattern: '^[!-~]+$' },
  },
  'RateLimit-Limit': { description: 'Requests in a full bucket. Absent when nobody was recognised.', schema: integer },
  'RateLimit-Remaining': { description: 'Requests left now.', schema: integer },
  'RateLimit-Reset': { description: 'Seconds until the bucket is full.', schema: integer },
  'Access-Control-Allow-Origin': {
    description: 'Your origin, when this deployment lets it call from a browser. Added by the gateway.',
    schema: { type: 'string', format: 'uri', maxLength: 255 },
  },
  'Retry-After': { description: 'Seconds to wait.', required: true, schema: integer },
  ETag: { description: 'Version of the record.', required: true, schema: entityTag },
  Location: {
    description: 'Path of the new record.',
    required: true,
    schema: { type: 'string', maxLength: 200, pattern: '^/v1/' },
  },
  'Idempotent-Replayed': {
    description: 'Says `true` when this is the answer to an earlier request with the same Idempotency-Key.',
    schema: { type: 'string', const: 'true' },
  },
}

const ALWAYS = [
  'X-Request-Id',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Access-Control-Allow-Origin',
]

const headersNamed = (...names: string[]): Json =>
  Object.fromEntries([...ALWAYS, ...names].map((name) => [name, { $ref: `#/components/headers/${name}` }]))

const problem = (description: string, ...headers: string[]): Json => ({
  description,
  headers: headersNamed(...headers),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const problems: Json = {
  400: problem('The request has the wrong shape; `errors` says where.'),
  401: problem('No credentials, or not good ones.'),
  403: problem('You may see it but not do this.'),
  404: problem('It does not exist, or you may not see it: the two answers are the same.'),
  409: problem('The state of the record does not allow it.'),
  410: problem('The time for it is over.'),
  412: problem('The record has changed; `currentVersion` is what it is now.'),
  413: problem(`The body has more than ${BODY_BYTES_MAX} bytes.`),
  415: problem('The body is not JSON.'),
  422: problem('The shape is right but it cannot be carried out.'),
  429: problem('Too many requests.', 'Retry-After'),
  500: problem('Our fault; quote the request id.'),
  503: problem('Busy; try again.'),
}
