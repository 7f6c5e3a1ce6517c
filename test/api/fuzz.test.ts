import { prefixes } from '@rapport/kernel/ids'
import type { LogFields } from '@rapport/lambda/deps'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { document, faultsOf } from '../support/document.ts'
import { basePath, make, sampleFor, send } from '../support/fixtures.ts'
import { type Operation, operations, type Parameter } from '../support/openapi.ts'
import { mutationOf, valuesFor } from '../support/openapi-arbitraries.ts'

/** Requests per operation and kind of request. More find more: `FUZZ_RUNS=500 npm test -- test/api/fuzz.test.ts`. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 12)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)

/** Stands in every text of records that `BLIND` principals may not see. The others could change that, so they are not told of them. */
const CANARY = 'canary5f1d'
const BLIND = ['rep', 'manager', 'peer', undefined]
const SEEING = ['admin', 'agent', 'marketing', 'readonly']
const hidden = new Set<string>()

/** Take nothing, from anybody: there is no wrong way to ask. */
const UNBREAKABLE = ['getHealth', 'getOpenApi']

let api: Api
let key: string
const pool = new Map<string, string[]>()
const seen = new Map<string, Map<number, number>>()
const bugs: string[] = []

beforeAll(async () => {
  api = await startApi()
  api.deps.log = {
    info: () => {},
    error: (event: string, fields?: LogFields, cause?: unknown) =>
      bugs.push(`${event} ${fields?.route} ${cause instanceof Error ? cause.stack : cause}`),
  }
  await furnish()
  const issued = await api.call<{ key: string }>('POST', '/v1/api-keys', {
    as: 'rep',
    body: { name: 'Fuzz', scopes: ['*:*'], expiresAt: new Date(api.now.at.getTime() + 86_400_000).toISOString() },
  })
  key = `Bearer ${issued.body.key}`
  for (const as of ['admin', key]) await api.call('GET', '/v1/accounts', { as, query: { limit: 1 } })
})
afterAll(async () => {
  report()
  await api.stop()
  await stopEngine()
})

describe('a request that the document does not allow is refused, and writes nothing', () => {
  let before: string
  beforeAll(async () => {
    before = await api.fingerprint()
  })
  afterAll(async () => expect(await api.fingerprint(), 'the table has changed').toBe(before))

  test.each(breakable())('%s', async (_id, operation) => {
    const isValid = bodyValidator(operation)
    const broken = fc.oneof(...brokenParts(operation, isValid))

    await check(operation, broken, (reply, request) => {
      expect(reply.status, JSON.stringify({ request, answer: reply.body })).toBeGreaterThanOrEqual(400)
      expect(reply.status).toBeLessThan(500)
    })
  })
})

describe('a request that the document allows is answered as the document says', () => {
  test.each(operations.map((operation) => [operation.operationId, operation] as const))(
    '%s',
    async (_id, operation) => {
      const sample = await sampleFor(api, operation.route)
      judge(operation, await send(api, operation.route, sample), {
        path: sample.path,
        options: { as: 'admin', ...sample },
      })

      const requests = fc.oneof(
        { arbitrary: allowed(operation), weight: 3 },
        { arbitrary: twisted(operation), weight: 1 },
      )

      await check(operation, requests, (reply, { options }) => {
        if (!isBlind(options.as)) return
        expect(JSON.stringify([reply.headers, reply.body])).not.toContain(CANARY)
      })
    },
  )
})

test('every operation was seen to succeed and to refuse', () => {
  const without = (statusClass: number) =>
    operations
      .filter(({ operationId }) => !seen.get(operationId)?.has(statusClass))
      .map(({ operationId }) => operationId)

  expect(without(2)).toEqual([])
  expect(without(4).filter((id) => !UNBREAKABLE.includes(id))).toEqual([])
})

interface Request {
  path: string
  options: CallOptions
}

async function check(
  operation: Operation,
  requests: fc.Arbitrary<Request>,
  also: (reply: Reply<unknown>, request: Request) => void,
): Promise<void> {
  const property = fc.asyncProperty(requests, async (request) => {
    const eventsBefore = api.events.length
    const reply = await api.call<unknown>(operation.method, request.path, request.options)
    judge(operation, reply, request)
    if (reply.status >= 400) expect(api.events.length, 'a refused request wrote an event').toBe(eventsBefore)
    also(reply, request)
  })
  await fc.assert(property, { numRuns: RUNS, seed: SEED })
}

function judge(operation: Operation, reply: Reply<unknown>, request: Request): void {
  const classes = seen.get(operation.operationId) ?? new Map<number, number>()
  const statusClass = Math.floor(reply.status / 100)
  seen.set(operation.operationId, classes.set(statusClass, (classes.get(statusClass) ?? 0) + 1))
  expect(reply.status, `${JSON.stringify(request)} ${bugs.at(-1)}`).toBeLessThan(500)
  expect(faultsOf(operation.route, reply), JSON.stringify(request)).toEqual([])
}

/** Values for every part of a request, sent by anybody. */
function allowed(operation: Operation, as: fc.Arbitrary<string | undefined> = anybody()): fc.Arbitrary<Request> {
  const { body, parameters } = operation
  return fc
    .record({
      as,
      path: pathOf(operation),
      query: fc.record(valuesOf(parameters, 'query'), { requiredKeys: requiredIn(parameters, 'query') }),
      headers: fc.record(valuesOf(parameters, 'header'), { requiredKeys: [] }),
      ...(body && { body: valuesFor(body, ids) }),
    })
    .map((request) => (isBlind(request.as) ? request : withoutHidden(request)))
    .map(({ path, query, headers, ...options }) => ({
      path,
      options: { ...options, query: told(query), headers: told(headers) },
    }))
}

const isBlind = (as: string | undefined): boolean => BLIND.includes(as) || as === key

const withoutHidden = <R>(request: R): R =>
  JSON.parse(JSON.stringify(request), (_name, value) =>
    typeof value === 'string' ? withoutHiddenIds(value) : value,
  ) as R

const withoutHiddenIds = (text: string): string =>
  text.replaceAll(/[a-z]{3}_[0-9a-z]{26}/g, (id) => (hidden.has(id) ? id.replace(/.$/, '0') : id))

const told = (given: Record<string, string | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Requests with one place of the body changed to what programs stumble over, be it allowed or not. */
function twisted(operation: Operation, as = anybody()): fc.Arbitrary<Request> {
  const { body } = operation
  const good = allowed(operation, as)
  if (!body) return good
  return good.chain((request) =>
    mutationOf(request.options.body, body).map((changed) => ({
      ...request,
      options: { ...request.options, body: changed },
    })),
  )
}

const anybody = () => fc.constantFrom('admin', 'admin', 'admin', ...BLIND, ...SEEING, key)

function pathOf({ path, parameters }: Operation): fc.Arbitrary<string> {
  const values = valuesOf(parameters, 'path')
  return fc
    .record(values)
    .map((given) => path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given[name]))))
}

const valuesOf = (parameters: readonly Parameter[], where: Parameter['in']): Record<string, fc.Arbitrary<string>> =>
  Object.fromEntries(
    parameters.filter((one) => one.in === where).map(({ name, schema }) => [name, valuesFor(schema, ids).map(String)]),
  )

const requiredIn = (parameters: readonly Parameter[], where: Parameter['in']): string[] =>
  parameters.filter((one) => one.in === where && one.required).map(({ name }) => name)

/** Made once: to take a pattern apart costs more than a request. */
const ULIDS = fc.stringMatching(/^[0-7][0-9a-hjkmnp-tv-z]{25}$/)

/** An id of one of the kinds, usually of a record that is there. */
function ids(kinds: readonly string[]): fc.Arbitrary<string> {
  const there = kinds.flatMap((kind) => pool.get(kind) ?? [])
  const none = fc
    .tuple(fc.constantFrom(...kinds), ULIDS)
    .map(([kind, ulid]) => `${prefixes[kind as keyof typeof prefixes]}_${ulid}`)
  return there.length === 0
    ? none
    : fc.oneof({ arbitrary: fc.constantFrom(...there), weight: 5 }, { arbitrary: none, weight: 1 })
}

function breakable(): [string, Operation][] {
  return operations
    .filter(({ operationId }) => !UNBREAKABLE.includes(operationId))
    .map((operation) => [operation.operationId, operation])
}

/** Requests with one part that the document does not allow, sent by somebody who may do everything. */
function brokenParts(operation: Operation, isValid: ValidateFunction | undefined): fc.Arbitrary<Request>[] {
  const good = allowed(operation, fc.constant('admin'))
  const { body } = operation
  const queries = brokenQueries(operation)
  return [
    good.chain((request) =>
      fc.constantFrom(...queries).map((rawQuery) => ({ ...request, options: { ...request.options, rawQuery } })),
    ),
    ...(body && isValid
      ? [
          twisted(operation, fc.constant('admin')).filter(
            ({ options }) => !isValid(options.body) && !isValid(trimmed(options.body)),
          ),
          good.chain((request) =>
            fc
              .constantFrom('', '{', '[1', '{"a":1,}', 'NaN', '\u0000', '"text"', '{}{}')
              .map((rawBody) => ({ ...request, options: { ...request.options, rawBody } })),
          ),
        ]
      : []),
  ]
}

/** The API takes the blanks around a text away before it looks at it. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, trimmed(entry)]))
}

function brokenQueries({ parameters }: Operation): string[] {
  const queries = parameters.filter((one) => one.in === 'query')
  const required = queries.filter((one) => one.required).map(({ name }) => name)
  const twice = queries.map(({ name }) => `${name}=a&${name}=b`)
  const wrong = queries.flatMap(({ name, schema }) =>
    wrongTexts(schema).map((text) => `${name}=${encodeURIComponent(text)}`),
  )
  return [
    'nothing=1',
    '__proto__=1',
    'constructor=1',
    'filter[name]=x',
    '%00=1',
    ...twice,
    ...wrong,
    ...(required.length > 0 ? [''] : []),
  ]
}

function wrongTexts({ type, enum: choices, maxLength, pattern, 'x-ref': ref }: Parameter['schema']): string[] {
  if (type === 'integer') return ['0', '-1', '101', '1.5', 'x', '', 'null', '1e9', '9'.repeat(400)]
  if (choices || ref) return ['x', '', 'null', `${choices?.[0] ?? 'usr_'}\u0000`]
  return [...(maxLength ? ['a'.repeat(maxLength + 1)] : []), ...(pattern ? ['', '\u0000'] : [])].filter(
    (text) => !pattern || !new RegExp(pattern, 'u').test(text) || text.length > (maxLength ?? 0),
  )
}

/** What the document says about a body, as a check. */
function bodyValidator({ body, path, method }: Operation): ValidateFunction | undefined {
  if (!body) return undefined
  const pointer = ['paths', path, method.toLowerCase(), 'requestBody', 'content', 'application/json', 'schema']
  return ajv.compile({
    $ref: `api#${pointer.map((part) => `/${encodeURIComponent(part.replaceAll('/', '~1'))}`).join('')}`,
  })
}

const ajv = new Ajv2020({ strict: false })
addFormats.default(ajv)
ajv.addSchema(document, 'api')

/** Records of every kind, some with things in them that some must not see, some deleted. */
async function furnish(): Promise<void> {
  for (const kind of [
    'account',
    'product',
    'priceBook',
    'priceBookEntry',
    'exchangeRate',
    'contact',
    'note',
    'interaction',
    'team',
    'user',
    'apiKey',
    'calendar',
    'slaPolicy',
    'task',
    'escalationRule',
    'assignmentRule',
  ]) {
    const made = [await make(api, kind), await make(api, kind), await make(api, kind)]
    await api.call('DELETE', `${basePath(kind)}/${made[2]?.id}`, { as: 'admin' })
    pool.set(
      kind,
      made.map(({ id }) => id),
    )
  }
  const own = await make(api, 'account', { as: 'rep' })
  const hiddenAccount = await make(api, 'account', {
    as: 'stranger',
    body: { name: `${CANARY} Ltd`, description: CANARY, domain: `${CANARY}.example`, tags: [CANARY] },
  })
  const person = await make(api, 'contact', {
    as: 'stranger',
    body: { lastName: CANARY, accountId: hiddenAccount.id, emails: [{ value: `${CANARY}@example.com` }] },
  })
  const note = await make(api, 'note', {
    as: 'stranger',
    body: { subjectId: hiddenAccount.id, title: CANARY, body: CANARY },
  })
  const about = { channel: 'phone', direction: 'inbound', at: api.now.at.toISOString(), summary: CANARY }
  const said = await api.call('POST', '/v1/interactions', { as: 'stranger', body: { subjectId: person.id, ...about } })
  const add = (kind: string, ...more: unknown[]) => pool.set(kind, [...(pool.get(kind) ?? []), ...more.map(String)])
  add('account', own.id, hiddenAccount.id)
  add('contact', person.id)
  add('note', note.id)
  add('interaction', said.body.id)
  add('user', ...Object.values(api.people).map(({ id }) => id))
  add('team', ...Object.values(api.teams))
  add('event', ...api.events.slice(-20).map((event) => event.id))
  const relations = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${person.id}/relations`, {
    as: 'admin',
  })
  add('relation', ...relations.body.data.map(({ id }) => id))
  for (const { id } of [hiddenAccount, person, note, said.body, ...relations.body.data, ...Object.values(api.people)])
    hidden.add(String(id))
  for (const id of Object.values(api.teams)) hidden.add(id)
}

function report(): void {
  const classes = [2, 3, 4, 5].map(
    (statusClass) => `${statusClass}xx in ${[...seen.values()].filter((counts) => counts.has(statusClass)).length}`,
  )
  const requests = [...seen.values()].flatMap((counts) => [...counts.values()]).reduce((sum, count) => sum + count, 0)
  process.stdout.write(
    `fuzz: seed ${SEED}, ${requests} requests, ${operations.length} operations, ${classes.join(', ')}\n`,
  )
}
