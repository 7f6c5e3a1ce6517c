import { rightsOf, roleNames } from '@rapport/core/access/roles'
import { recordTypes } from '@rapport/core/index'
import { endSessions } from '@rapport/core/users/service'
import { Currency } from '@rapport/kernel/money'
import { mergeRoles } from '@rapport/kernel/policy'
import { language, line, text, timeZone } from '@rapport/kernel/schema'
import { tableDefinition } from '@rapport/kernel/table'
import { systemCtx } from '@rapport/lambda/context'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { basePath, make, type Sample, sampleFor } from '../support/fixtures.ts'
import {
  exampleOf,
  type Field,
  fieldsOf,
  type Operation,
  operations,
  resolved,
  type Schema,
  withField,
} from '../support/openapi.ts'
import { valuesFor } from '../support/openapi-arbitraries.ts'

let api: Api
const samples = new Map<string, Sample>()
/** Key conditions sent to the table. */
const conditions: { names: string[]; expression: string }[] = []

beforeAll(async () => {
  api = await startApi({
    wrap: (table) => ({
      ...table,
      query: (params) => {
        conditions.push({
          names: Object.values(params.ExpressionAttributeNames),
          expression: params.KeyConditionExpression,
        })
        return table.query(params)
      },
    }),
  })
  for (const { operationId, route } of operations) samples.set(operationId, await sampleFor(api, route))
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const sampleOf = ({ operationId }: Operation): Sample => samples.get(operationId) as Sample
const send = (operation: Operation, options: CallOptions & { path?: string }): Promise<Reply> => {
  const { path = sampleOf(operation).path, ...rest } = options
  return api.call(operation.method, path, { as: 'admin', ...sampleOf(operation), ...rest })
}
const withBody = operations.filter(({ body }) => body)
const codesOf = (reply: Reply): [string, string][] =>
  ((reply.body.errors ?? []) as { pointer: string; code: string }[]).map(({ pointer, code }) => [pointer, code])

/** A request of which everything but one field is good. */
const bodyWith = (operation: Operation, field: Field, value: unknown): unknown =>
  withField(operation.path.endsWith('/batch') ? {} : sampleOf(operation).body, field, value, leastOf)

const leastOf = (schema: Schema): unknown =>
  exampleOf(
    schema,
    (leaf) =>
      fc.sample(
        valuesFor(leaf, () => fc.constant(String(api.people.rep?.id))),
        { seed: 1, numRuns: 1 },
      )[0],
  )

/** What programs that read texts have fallen for. */
const HOSTILE = [
  "'; DROP TABLE x; --",
  '" OR ""="',
  '{"$gt":""}',
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  'createdAt,name',
  'createdAt;SELECT 1',
  '-createdAt ',
  'CREATEDAT',
  '__proto__',
  'constructor.prototype',
  'UTC\u0000',
  'US/../UTC',
  'usd',
  'XXX\n',
  'eval(1)',
  'http://169.254.169.254/',
  '%24where',
]

describe('closed sets', () => {
  test('SEC-05 zones, currencies and languages come from what the runtime knows, whatever 10,000 texts say', () => {
    const zones = new Set<string>([...Intl.supportedValuesOf('timeZone'), 'UTC'])
    const near = fc.constantFrom(...zones, ...Intl.supportedValuesOf('currency'), 'vi', 'pt-BR')
    const mutated = fc
      .tuple(near, fc.constantFrom(...HOSTILE), fc.boolean())
      .map(([text, bad, isBefore]) => (isBefore ? bad + text : text + bad))

    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), near, mutated), (text) => {
        if (timeZone.safeParse(text).success)
          expect(() => new Intl.DateTimeFormat('en', { timeZone: text })).not.toThrow()
        if (timeZone.safeParse(text).success) expect(text).toMatch(/^[\w+/-]+$/)
        if (Currency.safeParse(text).success) expect(Intl.supportedValuesOf('currency')).toContain(text)
        if (language.safeParse(text).success) expect(Intl.getCanonicalLocales(text)).toEqual([text])
      }),
      { numRuns: 10_000, seed: 5 },
    )
  })

  test('SEC-05 a parameter from a closed set takes nothing else', async () => {
    const closed = operations.flatMap((operation) =>
      operation.parameters
        .filter(
          ({ in: where, schema, name }) => where === 'query' && (schema.enum || name === 'expand' || name === 'fields'),
        )
        .map(({ name }) => ({ operation, name })),
    )
    expect(closed.length).toBeGreaterThan(20)

    for (const { operation, name } of closed) {
      for (const text of HOSTILE.filter((one) => name !== 'fields' || one !== 'createdAt,name')) {
        const reply = await send(operation, { query: { ...sampleOf(operation).query, [name]: text } })
        expect(reply.status, `${operation.operationId} ${name}=${text}`).toBe(400)
      }
    }
  })

  test('SEC-06 what is asked of the table names the table’s own keys and nothing a caller wrote', async () => {
    conditions.length = 0
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      await send(operation, {})
      for (const text of HOSTILE.slice(0, 6)) {
        for (const { name } of operation.parameters.filter((one) => one.in === 'query'))
          await send(operation, { rawQuery: `${name}=${encodeURIComponent(text)}` })
        await send(operation, { rawQuery: `${encodeURIComponent(text)}=1` })
      }
    }
    const keys = new Set(
      [tableDefinition, ...tableDefinition.indexes].flatMap(
        ({ partitionKey, sortKey }) => [partitionKey, sortKey] as string[],
      ),
    )

    expect(conditions.length).toBeGreaterThan(20)
    expect([...new Set(conditions.flatMap(({ names }) => names))].filter((name) => !keys.has(name))).toEqual([])
    expect(
      [...new Set(conditions.map(({ expression }) => expression))].filter(
        (text) => !/^#pk = :pk and #sk1 BETWEEN :sk1 AND :sk2$/i.test(text),
      ),
    ).toEqual([])
  })

  test('SEC-06 a record that was spoilt in the table opens itself to nobody', async () => {
    const { id } = await make(api, 'account', { as: 'stranger', body: { name: 'Spoilt' } })
    const item = await api.runtime.db.table.get({ pk: id, sk: 'account' })
    for (const spoilt of [
      { visibility: 'EVERYONE' },
      { visibility: 'all' },
      { ownerId: ['x'], teamId: {} },
      { shares: [{ to: '*', access: 'read' }] },
      { state: 'live', deletedAt: 'never' },
    ]) {
      await api.runtime.db.table.transact([{ put: { ...item, ...spoilt } }], api.runtime.ids.next('request'))
      expect((await api.call('GET', `/v1/accounts/${id}`, { as: 'rep' })).status, JSON.stringify(spoilt)).toBe(404)
    }
  })
})

describe('fields that may not be read', () => {
  /** Kind, group, its fields and the roles that see nothing of it. */
  const guarded = recordTypes.flatMap((type) =>
    Object.entries(type.fieldGroups ?? {}).flatMap(([group, fields]) => {
      const blind = roleNames.filter(
        (role) =>
          mergeRoles(rightsOf([role])).field(type.kind, group) === 'none' &&
          mergeRoles(rightsOf([role])).level(type.kind, 'read') !== 'none',
      )
      return blind.map((role) => ({ type, group, fields: [...(fields ?? [])] as string[], role }))
    }),
  )
  const values: Record<string, [unknown, string]> = {
    annualRevenue: [{ amount: 31415926535, currency: 'USD' }, '31415926535'],
    cost: [{ amount: 27182818284, currency: 'USD' }, '27182818284'],
    birthday: ['1971-03-14', '1971-03-14'],
    gender: ['undisclosed', 'undisclosed'],
    // Nobody sets these over HTTP: they are what the cast signs in with.
    subject: [undefined, 'sub-report'],
    tokensValidFromS: [undefined, '1795338001'],
    // Nobody sets a margin: it follows from what the goods cost.
    margin: [undefined, '1618033988'],
  }

  /** A record with a value in each of these fields. */
  async function recordWith(kind: string, fields: string[]): Promise<Record<string, unknown>> {
    if (kind === 'user')
      return { ...(await endSessions(systemCtx(api.runtime, 'test', 'req-1'), api.people.report?.id ?? '')) }
    const body = Object.fromEntries(fields.map((field) => [field, values[field]?.[0]]))
    if (kind === 'order') {
      const cost = { amount: 1_618_033_988, currency: 'USD' }
      const productId = (await make(api, 'product', { body: { cost } })).id
      body.lines = [{ productId, quantity: '1', net: { amount: 1, currency: 'USD' } }]
    }
    const seen = kind === 'product' ? {} : { visibility: 'everyone' }
    const made = await make(api, kind, { body: { ...body, ...seen } })
    await api.call('PATCH', `${basePath(kind)}/${made.id}`, { as: 'admin', body: { ...body, description: 'changed' } })
    return made
  }

  test('SEC-07 there are such fields, and this file knows a value for each', () => {
    expect(guarded.length).toBeGreaterThan(2)
    expect(guarded.flatMap(({ fields }) => fields).filter((field) => !(field in values))).toEqual([])
  })

  test.each(guarded.map((one) => [one.role, one.type.kind, one.group, one] as const))(
    'SEC-07 %s may not read %s.%s, so cannot filter, sort, search or choose by it either',
    async (role, kind, _group, { type, fields }) => {
      const made = await recordWith(kind, fields)
      if (kind !== 'product') await make(api, 'note', { body: { subjectId: made.id } })
      await api.project()
      const list = `/v1/${type.plural}`
      const accountId = kind === 'account' ? made.id : made.accountId
      const ask = (path: string, query: Record<string, string> = {}) => api.call(`GET`, path, { as: role, query })

      for (const field of fields) {
        const text = values[field]?.[1] ?? ''
        for (const query of [{ [field]: text }, { sort: field }, { sort: `-${field}` }])
          expect((await ask(list, query as Record<string, string>)).status, JSON.stringify(query)).toBe(400)
        const shown = [
          await ask(list, { limit: '100' }),
          await ask(list, { fields: fields.join(','), limit: '100' }),
          await ask('/v1/contacts', { expand: 'accountId,ownerId', limit: '100' }),
          await ask('/v1/users', { expand: 'managerId', limit: '100' }),
          await ask(`${list}/${made.id}`),
          await ask(`${list}/${made.id}/timeline`, { limit: '100' }),
          await ask(`/v1/accounts/${accountId}/timeline`, { limit: '100' }),
          await ask(`/v1/accounts/${accountId}/timeline/people`, { limit: '100' }),
          await ask(`/v1/accounts/${accountId}/contacts`, { limit: '100' }),
          await ask(`/v1/accounts/${accountId}/hierarchy`),
          await ask('/v1/search', { q: String(made.lastName ?? made.name), limit: '100' }),
        ]
        expect(JSON.stringify(shown), field).not.toContain(text)
        expect(
          JSON.stringify(
            shown.map(({ body }) => body),
            withoutSubjects,
          ),
          field,
        ).not.toContain(`"${field}"`)
        expect((await ask('/v1/search', { q: text })).body.data ?? [], `search ${field}`).toEqual([])
      }
    },
    30_000,
  )

  test('SEC-07 a field that is seen but not set is refused by name, on every way to set it', async () => {
    const own = `/v1/users/${api.people.rep?.id}`
    for (const body of [
      { roles: ['admin'] },
      { managerId: null },
      { teamIds: [api.teams.service] },
      { status: 'active' },
      { email: 'x@example.com' },
      { capacity: 1 },
    ]) {
      expect((await api.call('PATCH', own, { as: 'rep', body })).status, JSON.stringify(body)).toBe(403)
      expect((await api.call('PATCH', '/v1/me', { as: 'rep', body })).status, JSON.stringify(body)).toBe(400)
    }
    await api.call('PATCH', own, { as: 'admin', body: { capacity: 7 } })
    const eventId = String(api.events.at(-1)?.id)

    expect((await api.call('POST', `${own}/revert`, { as: 'rep', body: { eventId } })).status).toBe(403)
  })
})

/** An event names its subject; that is no field of a record. */
const withoutSubjects = (name: string, value: unknown): unknown =>
  name === 'subject' && typeof value === 'object' ? undefined : value

describe('attributes that are nobody’s to set', () => {
  test('SEC-08 no body of any route takes an attribute of the table, of a record or of an object that is not named for it', async () => {
    const items = await api.dump()
    const stored = new Set([
      ...items.flatMap((item) => Object.keys(item)),
      ...[tableDefinition, ...tableDefinition.indexes].flatMap(
        ({ partitionKey, sortKey }) => [partitionKey, sortKey] as string[],
      ),
      ...[
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        'hasOwnProperty',
        'role',
        'isAdmin',
        'admin',
        'rights',
        'principal',
        'grounds',
        '$set',
        '__edb_e__',
        '__edb_v__',
      ],
    ])
    expect(stored.size).toBeGreaterThan(60)
    const before = await api.fingerprint()

    for (const operation of withBody) {
      const own = Object.keys(resolved(operation.body as Schema).properties ?? {})
      const foreign = [...stored].filter((name) => !own.includes(name))
      // A problem names twenty faults at most.
      for (let at = 0; at < foreign.length; at += 20) {
        const names = foreign.slice(at, at + 20).filter((name) => name !== '__proto__')
        const extra = Object.fromEntries(names.map((name) => [name, 'x']))
        const reply = await send(operation, { body: { ...(sampleOf(operation).body as object), ...extra } })
        expect(reply.status, `${operation.operationId} ${names}`).toBe(400)
        expect(
          codesOf(reply)
            .map(([pointer]) => pointer)
            .sort(),
          operation.operationId,
        ).toEqual(expect.arrayContaining(names.map((name) => `/${name}`)))
      }
    }
    expect(await api.fingerprint()).toBe(before)
  })

  test('SEC-08 nothing inside a body takes more than it names, and __proto__ nowhere', async () => {
    const before = await api.fingerprint()
    for (const operation of withBody) {
      const objects = fieldsOf(operation.body as Schema).filter(({ schema }) => schema.type === 'object')
      for (const field of [...objects, { path: [], schema: operation.body, holders: [] } as unknown as Field]) {
        for (const name of ['__proto__', 'constructor', 'version', 'pk']) {
          if (field.schema.additionalProperties && name !== '__proto__') continue
          const inner = field.path.length === 0 ? sampleOf(operation).body : leastOf(field.schema)
          const polluted = JSON.stringify(
            bodyWith(operation, field, { ...(inner as object), NAME: { polluted: true } }),
          ).replace('"NAME"', JSON.stringify(name))
          const reply = await send(operation, { rawBody: polluted })
          expect(reply.status, `${operation.operationId} ${field.path.join('.')} ${name}`).toBe(400)
        }
      }
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(await api.fingerprint()).toBe(before)
  })
})

describe('bodies that are built to hurt', () => {
  const post = (rawBody: string, headers: Record<string, string> = {}) =>
    api.call('POST', '/v1/accounts', { as: 'admin', rawBody, headers })
  const nested = (depth: number, open: string, close: string, core = '1') =>
    open.repeat(depth) + core + close.repeat(depth)

  test('depth, size, breadth and numbers are bounded, and the answer comes quickly', async () => {
    const bombs: [string, string, number][] = [
      ['deep lists', nested(100_000, '[', ']'), 400],
      ['deep objects', nested(40_000, '{"a":', '}'), 400],
      ['just too deep', `{"name":${nested(20, '[', ']')}}`, 400],
      ['wide', `{${Array.from({ length: 20_000 }, (_, index) => `"k${index}":1`).join(',')}}`, 400],
      ['many lists', `{"tags":[${'[],'.repeat(80_000)}[]]}`, 400],
      ['10 MB', `{"name":"${'a'.repeat(10_000_000)}"}`, 413],
      ['one byte too many', `{"name":"${'a'.repeat(256 * 1024)}"}`, 413],
      ['many bytes in few characters', `{"name":"${'€'.repeat(100_000)}"}`, 413],
      ['a number beyond numbers', '{"name":"x","employees":1e999}', 400],
      ['a number of 200,000 digits', `{"name":"x","employees":${'9'.repeat(200_000)}}`, 400],
      ['less than nothing', '{"name":"x","employees":-0.0000001}', 400],
      ['escapes', `{"name":"${'\\u0061'.repeat(40_000)}"}`, 400],
      ['a million spaces around it', `${' '.repeat(250_000)}{"name":1}`, 400],
      ['half a character', '{"name":"\\ud800"}', 400],
      ['a byte order mark', '\ufeff{"name":"x"}', 400],
    ]

    for (const [what, body, status] of bombs) {
      const began = performance.now()
      const reply = await post(body)
      expect(reply.status, what).toBe(status)
      expect(performance.now() - began, what).toBeLessThan(2_000)
    }
  })

  test('a name that is given twice in an object is refused, however it is written', async () => {
    const twice = [
      '{"name":"first","name":"second"}',
      '{"name":"first","n\\u0061me" : "first"}',
      '{"name":"x","addresses":[{"city":"Huế"},{"city":"Huế","city":"Đà Nẵng"}]}',
    ]
    const once =
      '{"name":"a \\"name\\": \\\\","tags":["name","tags"],"addresses":[{"city":"\\"city\\":"},{"city":"Huế"}]}'

    const refused = await Promise.all(twice.map((body) => post(body)))
    const taken = await post(once)

    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(twice.map(() => [400, 'body.repeated_name']))
    expect([taken.status, taken.body.name]).toEqual([201, 'a "name": \\'])
  })

  test('a body of another type is refused before it is read, on every route', async () => {
    for (const operation of withBody) {
      for (const type of [
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/xml',
        'text/json',
        'application/jsonp',
        '',
        'application/json, text/plain',
      ]) {
        const isForm = type === 'application/x-www-form-urlencoded' && operation.route.takesForms
        const reply = await send(operation, { headers: { 'content-type': type } })
        expect(reply.status, `${operation.operationId} ${type}`).toBe(isForm ? 400 : 415)
      }
    }
  })

  test('a parameter that is given twice, or where it does not belong, is refused', async () => {
    const id = String(api.people.rep?.id)
    const cases: [string, CallOptions & { path?: string }][] = [
      ['listAccounts', { rawQuery: 'limit=1&limit=100' }],
      ['listAccounts', { rawQuery: `ownerId=${id}&ownerId=${id}` }],
      ['listAccounts', { rawQuery: 'limit[]=1' }],
      ['listAccounts', { rawQuery: 'LIMIT=1' }],
      ['getAccount', { rawQuery: `id=${id}` }],
      ['updateAccount', { rawQuery: `ownerId=${id}` }],
      ['updateAccount', { body: { id, name: 'x' } }],
      ['updateAccount', { headers: { 'if-match': '"1", "2"' } }],
      ['updateAccount', { headers: { 'if-match': '*' } }],
      ['updateAccount', { headers: { 'if-match': 'W/"1"' } }],
      ['createAccount', { headers: { 'idempotency-key': 'one, two' } }],
      ['createAccount', { headers: { 'idempotency-key': 'k'.repeat(256) } }],
      ['createAccount', { headers: { 'idempotency-key': 'ключ' } }],
    ]

    for (const [operationId, options] of cases) {
      const operation = operations.find((one) => one.operationId === operationId) as Operation
      expect((await send(operation, options)).status, `${operationId} ${JSON.stringify(options)}`).toBe(400)
    }
  })
})

describe('line breaks', () => {
  const BREAK = '\r\nX-Injected: 1'
  const ofSeveralLines = [
    'body',
    'consentText',
    'description',
    'footer',
    'message',
    'note',
    'reason',
    'reasonNote',
    'summary',
    'terms',
    'text',
  ]
  const texts = withBody
    // A form on a site is always answered alike, whatever came.
    .filter(({ path, route }) => !path.endsWith('/batch') && route.access !== 'public')
    .flatMap((operation) =>
      fieldsOf(operation.body as Schema)
        .filter(({ schema, path }) => schema.type === 'string' && !path.includes('{}'))
        .map((field) => ({ operation, field, name: field.path.at(-1) ?? '' })),
    )

  test('a text of one line takes no other, in any field of any body, and no header ever does', async () => {
    expect(texts.length).toBeGreaterThan(80)
    const taken = new Set<string>()
    for (const { operation, field, name } of texts) {
      const reply = await send(operation, { body: bodyWith(operation, field, `${leastOf(field.schema)}${BREAK}`) })
      for (const [header, value] of Object.entries(reply.headers)) expect(`${header}: ${value}`).toMatch(/^[ -~]*$/)
      expect(Object.keys(reply.headers)).not.toContain('x-injected')
      if (reply.status !== 400) taken.add(name)
    }

    expect([...taken].sort()).toEqual(ofSeveralLines)
  })

  test('a text of one line takes no control character and no separator of lines or paragraphs', () => {
    const controls = [
      ...Array.from({ length: 32 }, (_, code) => code),
      ...Array.from({ length: 33 }, (_, code) => 127 + code),
      0x2028,
      0x2029,
    ]

    for (const code of controls) {
      const character = String.fromCharCode(code)
      expect(line(10).safeParse(`a${character}b`).success, `line ${code}`).toBe(false)
      expect(text(10).safeParse(`a${character}b`).success, `text ${code}`).toBe(
        [9, 10, 13, 0x2028, 0x2029].includes(code),
      )
    }
  })

  test('no field of any body takes a character that no text may hold', async () => {
    for (const { operation, field, name } of texts) {
      const reply = await send(operation, { body: bodyWith(operation, field, `${leastOf(field.schema)}\u0000`) })
      expect(reply.status, `${operation.operationId} ${name}`).toBe(400)
    }
  })

  test('in a path or a query they are one more text that names nothing', async () => {
    for (const operation of operations.filter(({ parameters }) => parameters.some((one) => one.in === 'path'))) {
      const path = operation.path.replaceAll(/\{\w+\}/g, encodeURIComponent(`x${BREAK}`))
      const reply = await send(operation, { path })
      expect(reply.status, operation.operationId).toBe(404)
      expect(Object.keys(reply.headers)).not.toContain('x-injected')
    }
  })
})
