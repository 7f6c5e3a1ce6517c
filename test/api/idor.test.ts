import { MINUTE_MS } from '@rapport/kernel/clock'
import { prefixes } from '@rapport/kernel/ids'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { basePath, type Made, make, type Sample, sampleFor } from '../support/fixtures.ts'
import {
  exampleOf,
  type Field,
  fieldsOf,
  type Operation,
  operations,
  type Schema,
  withField,
} from '../support/openapi.ts'
import { valuesFor } from '../support/openapi-arbitraries.ts'

/**
 * Insecure direct object references. Every id that can be sent anywhere is replaced by one the caller has no business with; the
 * answer must be the one for an id that was never given, to the byte, and nothing may be written.
 */

/** Stands in every text of the records of somebody else. */
const CANARY = 'canary7b21'

/** A seller, the manager of that seller, a program of that seller, and who may do everything. None but the last sees `foreign`. */
const CALLERS = ['rep', 'manager', 'key', 'admin'] as const
type Caller = (typeof CALLERS)[number]

let api: Api
let key: string
/** By kind: of a person in another team, live and deleted; deleted after it was visible; visible. */
const foreign = new Map<string, string>()
const foreignDeleted = new Map<string, string>()
const deleted = new Map<string, string>()
const own = new Map<string, string>()
/** A good request for each operation. */
const samples = new Map<string, Sample>()
let before: string
let eventsBefore: number

beforeAll(async () => {
  api = await startApi()
  await furnish()
  for (const { operationId, route } of operations) samples.set(operationId, await sampleFor(api, route))
  for (const as of CALLERS) await api.call('GET', '/v1/accounts', { as: who(as), query: { limit: 1 } })
  before = await api.fingerprint()
  eventsBefore = api.events.length
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

/** Names that hold an id, as people who write schemas would spell them. */
const ID_LIKE = /^(id|to|of|.*Ids?)$/

/** Dates, not ids. */
const DAYS = ['getLeadResponse', 'getServiceAnalytics']

/** Ids of other things than records: they are looked up in no partition of a record. */
const OTHER_IDS = ['externalId', 'externalIds', 'requestId', 'keyId', 'stageId', 'stages', 'mapping']

describe('every id in the API document says what it names', () => {
  test('in paths and queries', () => {
    const bare = operations
      .filter(({ operationId }) => !DAYS.includes(operationId))
      .flatMap(({ operationId, parameters }) =>
        parameters
          .filter(({ name, schema }) => ID_LIKE.test(name) && !schema['x-ref'] && !OTHER_IDS.includes(name))
          .map(({ name }) => `${operationId} ${name}`),
      )

    expect(bare).toEqual([])
  })

  test('in bodies, at any depth', () => {
    const bare = operations.flatMap(({ operationId, body }) =>
      (body ? fieldsOf(body) : []).filter(isBareId).map(({ path }) => `${operationId} ${path.join('.')}`),
    )

    expect(bare).toEqual([])
  })

  test('and the sweep knows records of every kind it names', () => {
    const named = new Set(operations.flatMap(references).flatMap(({ kinds }) => kinds))

    expect([...named].filter((kind) => !own.has(kind) || !(deleted.has(kind) || UNDELETABLE.includes(kind)))).toEqual(
      [],
    )
  })
})

/** Events are for ever, handovers too; relations end. */
const UNDELETABLE = ['caseComment', 'caseFile', 'event', 'export', 'handover', 'import', 'inboundMail', 'relation']

function isBareId({ path, schema }: Field): boolean {
  const name = path.findLast((part) => part !== '[]') ?? ''
  return (
    ID_LIKE.test(name) &&
    schema.type === 'string' &&
    schema.format !== 'email' &&
    !schema['x-ref'] &&
    !path.some((part) => OTHER_IDS.includes(part))
  )
}

describe('an id in a path that the caller may not know answers like one that was never given', () => {
  test.each(
    named((operation) => operation.parameters.some(({ schema, in: where }) => where === 'path' && schema['x-ref'])),
  )('%s', async (_id, operation) => {
    const { body, query = {} } = samples.get(operation.operationId) ?? {}
    for (const caller of CALLERS) {
      for (const { name, kinds } of references(operation).filter(({ where }) => where === 'path')) {
        const send = (id: string) => call(operation, caller, pathOf(operation, { [name]: id }), { body, query })
        const random = await send(idOf(kinds[0] ?? ''))
        expect([403, 404], `${caller} ${name}: ${random.status} ${random.told}`).toContain(random.status)

        for (const id of unknowable(kinds, caller, operation)) {
          expect((await send(id)).told, `${caller} ${name} ${id}`).toBe(random.told)
        }
      }
    }
    expect(api.events.length, 'an event was written').toBe(eventsBefore)
  })
})

describe('an id in a query that the caller may not know answers like one that was never given', () => {
  test.each(named((operation) => references(operation).some(({ where }) => where === 'query')))(
    '%s',
    async (_id, operation) => {
      for (const caller of CALLERS) {
        for (const { name, kinds } of references(operation).filter(({ where }) => where === 'query')) {
          const send = (id: string) =>
            call(operation, caller, pathOf(operation), { query: { ...otherQuery(operation, name), [name]: id } }, id)
          const random = await send(idOf(kinds[0] ?? ''))

          for (const id of hidden(kinds, caller))
            expect((await send(id)).told, `${caller} ${name} ${id}`).toBe(random.told)
          if (caller === 'rep') await expectMalformedRefused(send, kinds, random, `${caller} ${name}`)
        }
      }
      expect(api.events.length, 'an event was written').toBe(eventsBefore)
    },
  )
})

describe('an id in a body that the caller may not know answers like one that was never given', () => {
  test.each(named((operation) => references(operation).some(({ where }) => where === 'body')))(
    '%s',
    async (_id, operation) => {
      for (const caller of ['rep', 'admin'] as const) {
        for (const { name, kinds, field } of references(operation).filter(({ where }) => where === 'body')) {
          const send = (id: string) =>
            call(operation, caller, bodyPath(operation, caller), {
              body: withField(baseBody(operation, caller, name), field as Field, id, exampleBody),
            })
          const random = await send(idOf(kinds[0] ?? ''))
          if (!isRefused(random)) throw new Error(`${caller} ${name}: a reference to nothing was taken: ${random.told}`)

          for (const id of hidden(kinds, caller))
            expect((await send(id)).told, `${caller} ${name} ${id}`).toBe(random.told)
          await expectMalformedRefused(send, kinds, random, `${caller} ${name}`)
        }
      }
      expect(api.events.length, 'an event was written').toBe(eventsBefore)
    },
  )
})

describe('the sweep', () => {
  test('would notice: what the caller may see is answered otherwise', async () => {
    const accepted: string[] = []
    // What is public is opened by its link and not by who asks: test/flows/customer-view.test.ts sweeps those.
    const read = operations.filter(({ route }) => route.method === 'GET' && route.access !== 'public')
    for (const operation of read) {
      for (const { name, kinds, where } of references(operation).filter(({ where }) => where === 'path')) {
        const reply = await call(operation, 'admin', pathOf(operation, { [name]: own.get(kinds[0] ?? '') ?? '' }), {
          query: otherQuery(operation, ''),
        })
        // What a job is too early for is told to those who may know the job.
        if (reply.status !== 200 && reply.status !== 409)
          accepted.push(`${operation.operationId} ${where} ${name}: ${reply.status}`)
      }
    }

    expect(accepted).toEqual([])
  })

  test('left nothing behind', async () => {
    expect(await api.fingerprint(), 'the table has changed').toBe(before)
  })

  test('would notice: a body is refused because of the id and of nothing else', async () => {
    const same: string[] = []
    const all = operations.flatMap((operation) =>
      references(operation).map((reference) => ({ operation, ...reference })),
    )
    // An event of another record is none of this one; and what a batch names by its id it may delete, so that comes last.
    const told = all.filter(({ where, name }) => where === 'body' && name !== 'eventId')
    const deletes = ({ name }: Reference) => name === 'operations.[].id'
    for (const { operation, name, kinds, field } of [...told.filter((one) => !deletes(one)), ...told.filter(deletes)]) {
      if (NEVER_TAKEN.includes(`${operation.operationId} ${name}`)) continue
      // What can be done once needs a record of its own each time.
      const sample = await sampleFor(api, operation.route)
      samples.set(operation.operationId, sample)
      const send = (id: string) =>
        call(operation, 'admin', sample.path, {
          body: withField(baseBody(operation, 'admin', name), field as Field, id, exampleBody),
        })
      const absent = await send(idOf(kinds[0] ?? ''))
      const there = await send(own.get(kinds[0] ?? '') ?? '')
      if (absent.told === there.told) same.push(`${operation.operationId} ${name}: ${there.told}`)
    }

    expect(same).toEqual([])
  })
})

interface Reference {
  where: 'path' | 'query' | 'body'
  name: string
  kinds: string[]
  field?: Field
}

function references({ parameters, body }: Operation): Reference[] {
  const inUrl = parameters.flatMap(({ name, schema, in: where }) =>
    schema['x-ref'] && where !== 'header' ? [{ where, name, kinds: schema['x-ref'].split(' ') }] : [],
  )
  const inBody = (body ? fieldsOf(body) : []).flatMap((field) =>
    field.schema['x-ref']
      ? [{ where: 'body' as const, name: field.path.join('.'), kinds: field.schema['x-ref'].split(' '), field }]
      : [],
  )
  return [...inUrl, ...inBody]
}

function named(is: (operation: Operation) => boolean): [string, Operation][] {
  return operations.filter(is).map((operation) => [operation.operationId, operation])
}

/** Kinds of which everybody sees all, and managers change all. */
const SETTINGS = [
  'calendar',
  'slaPolicy',
  'escalationRule',
  'assignmentRule',
  'product',
  'priceBook',
  'priceBookEntry',
  'exchangeRate',
  'queue',
  'pipeline',
]

/** Kinds of which a seller sees none. */
const OFFICE = ['captureForm', 'captureFailure', 'export', 'inboundMail']

/** What must answer as if it had never been given. Who may restore what was deleted may know that it was. */
function unknowable(kinds: readonly string[], caller: Caller, { path }: Operation): string[] {
  const isTheirs = caller === 'admin' || (caller === 'manager' && kinds.some((kind) => SETTINGS.includes(kind)))
  const restorable = [...deleted.values(), ...(isTheirs ? foreignDeleted.values() : [])]
  const ids = hidden(kinds, caller).filter((id) => !path.endsWith('/restore') || !restorable.includes(id))
  return [...ids, ...(caller === 'rep' ? [ofOtherKind(kinds), ...malformed(kinds)] : [])]
}

/** Ids of records the caller cannot see: of another team, or deleted. */
function hidden(kinds: readonly string[], caller: Caller): string[] {
  const sources = caller === 'admin' ? [deleted, foreignDeleted] : [deleted, foreignDeleted, foreign]
  return kinds.flatMap((kind) => sources.flatMap((source) => source.get(kind) ?? []))
}

const ofOtherKind = (kinds: readonly string[]): string =>
  own.get(kinds.includes('contact') ? 'apiKey' : 'contact') ?? ''

function malformed(kinds: readonly string[]): string[] {
  const prefix = prefixes[kinds[0] as keyof typeof prefixes]
  const good = own.get(kinds[0] ?? '') ?? ''
  return [`${prefix}_`, `${good}#`, `${good}0`, good.toUpperCase(), good.replace('_', '＿'), '__proto__']
}

async function expectMalformedRefused(
  send: (id: string) => Promise<Answer>,
  kinds: readonly string[],
  random: Answer,
  what: string,
): Promise<void> {
  for (const id of [ofOtherKind(kinds), ...malformed(kinds)]) {
    const reply = await send(id)
    if (reply.told !== random.told) expect(reply.status, `${what} ${id} ${reply.told}`).toBe(400)
    else expect(random.status, `${what} ${id}: only who may not do it at all is not told`).toBe(403)
  }
}

interface Answer {
  status: number
  /** Everything that was answered but what names the request itself. */
  told: string
}

/** `asked` is an id that answers may repeat: it is the same for all of them. */
async function call(
  operation: Operation,
  caller: Caller,
  path: string,
  options: CallOptions,
  asked = 'ASKED',
): Promise<Answer> {
  const reply = await api.call<unknown>(operation.method, path, { as: who(caller), ...options })
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(500)
  const told = tellable(reply).replaceAll(asked, 'ASKED')
  if (caller !== 'admin')
    expect(told, `${operation.operationId} told ${caller} what is not theirs`).not.toContain(CANARY)
  return { status: reply.status, told }
}

/** Names of the request and counters of the bucket differ from one request to the next, whoever asks for what. */
function tellable({ status, headers, body }: Reply<unknown>): string {
  const requestId = headers['x-request-id'] ?? ''
  const { 'ratelimit-remaining': _remaining, 'ratelimit-reset': _reset, ...rest } = headers
  return JSON.stringify([status, rest, body]).replaceAll(requestId, 'REQUEST')
}

const isRefused = ({ status, told }: Answer): boolean => status >= 400 || /"results":\[\{"status":4/.test(told)

const who = (caller: Caller): string => (caller === 'key' ? key : caller)

/** A path with visible records in it, but for the given ones. */
function pathOf({ operationId, path, parameters }: Operation, given: Record<string, string> = {}): string {
  const sample = samples.get(operationId)?.path.split('/') ?? []
  return path
    .split('/')
    .map((part, index) => {
      const name = /^\{(\w+)\}$/.exec(part)?.[1]
      if (name === undefined) return part
      const schema: Schema = parameters.find((parameter) => parameter.name === name)?.schema ?? {}
      const id = given[name] ?? own.get(schema['x-ref']?.split(' ')[0] ?? '')
      return id === undefined ? sample[index] : encodeURIComponent(id)
    })
    .join('/')
}

/** Who may do everything sends a good request as it is; the others send it about what they may see. */
const bodyPath = (operation: Operation, caller: Caller): string =>
  caller === 'admin' ? (samples.get(operation.operationId)?.path ?? '') : pathOf(operation)

const otherQuery = (operation: Operation, name: string): Record<string, string> =>
  Object.fromEntries(
    operation.parameters
      .filter((one) => one.in === 'query' && one.required && one.name !== name)
      .map((one) => [
        one.name,
        own.get(one.schema['x-ref']?.split(' ')[0] ?? '') ??
          String(samples.get(operation.operationId)?.query?.[one.name]),
      ]),
  )

/** A body of which only the field under test can be wrong: what a good request sends, with references to what the caller sees. */
function baseBody({ operationId, path }: Operation, caller: Caller, name: string): unknown {
  if (path.endsWith('/batch')) return {}
  const sent: unknown = samples.get(operationId)?.body ?? {}
  const body = Object.entries(INSTEAD).reduce<unknown>(
    (sofar, [of, change]) => (`${operationId} ${name}`.match(of) ? change(sofar as Made) : sofar),
    sent,
  )
  return caller === 'admin' ? body : replaceIds(body)
}

/** Where a reference excludes something else that the good request says. */
const INSTEAD: Record<string, (body: Made) => unknown> = {
  '^convertLead ': (body) => ({ ...body, skipDuplicateCheck: true }),
  '^convertLead opportunity\\.splits\\.': (body) => ({
    ...body,
    opportunity: { splits: [{ type: 'revenue', basisPoints: 10_000 }] },
  }),
  '^createImport presetId$': ({ fileName, bytes }) => ({ fileName, bytes }),
  '^assignCase queueId$': ({ ownerId: _, ...body }) => body,
  '^\\w+ splits\\.': (body) => ({ ...body, splits: [{ type: 'revenue', basisPoints: 10_000 }] }),
  '^createEscalationRule .*assign\\.queueId$': (body) => ({
    ...body,
    steps: [{ when: { basis: 'lastModified', afterMinutes: 240 }, actions: { assign: {} } }],
  }),
}

/** References that are refused whatever they name. A deal in a batch is a deal; its splits are tried where it is made. */
const NEVER_TAKEN = [
  'updateCase queueId',
  'batchOpportunities operations.[].body.splits.[].userId',
  // A customer is told the same of every file that is none of theirs.
  'replyToOwnCase fileIds.[]',
]

const replaceIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_name, entry) =>
    typeof entry === 'string' ? (visibleInstead(entry) ?? entry) : entry,
  )

function visibleInstead(text: string): string | undefined {
  const [kind] = Object.entries(prefixes).find(([, prefix]) => text.startsWith(`${prefix}_`)) ?? []
  return kind && own.get(kind)
}

const exampleBody = (schema: Schema): unknown => {
  let minutes = 0
  return exampleOf(schema, (leaf) => {
    // In the order in which they are named: from, until.
    if (leaf.format === 'date-time') return new Date(api.now.at.getTime() + ++minutes * 60_000).toISOString()
    return fc.sample(valuesFor(leaf, ofVisible), { seed: 1, numRuns: 1 })[0]
  })
}

const ofVisible = (kinds: readonly string[]) => fc.constant(own.get(kinds[0] ?? '') ?? '')

const random = fc.sample(fc.stringMatching(/^0[0-9a-hjkmnp-tv-z]{25}$/), { seed: 5, numRuns: 1 })[0]
const idOf = (kind: string): string => `${prefixes[kind as keyof typeof prefixes]}_${random}`

/** Who acts, and which of their records are made for whom. */
async function furnish(): Promise<void> {
  await recordsOf('rep', own, 'own')
  await recordsOf('rep', deleted, 'deleted')
  await recordsOf('stranger', foreign, CANARY)
  await recordsOf('stranger', foreignDeleted, CANARY)
  for (const [source, as] of [
    [deleted, 'rep'],
    [foreignDeleted, 'stranger'],
  ] as const) {
    for (const kind of [
      'note',
      'interaction',
      'task',
      'lead',
      'quote',
      'opportunity',
      'importPreset',
      'contact',
      'account',
      'apiKey',
    ])
      await remove(kind, source, as)
    for (const kind of ['user', 'team', ...SETTINGS]) {
      source.set(kind, (await make(api, kind)).id)
      await remove(kind, source, 'admin')
    }
    await remove('case', source, 'admin')
    await remove('order', source, 'admin')
    for (const kind of UNDELETABLE) source.delete(kind)
  }
  for (const kind of OFFICE) {
    own.set(kind, (await make(api, kind)).id)
    if (UNDELETABLE.includes(kind)) continue
    deleted.set(kind, (await make(api, kind)).id)
    await remove(kind, deleted, 'admin')
  }
  own.set('user', api.people.rep?.id ?? '')
  own.set('team', api.teams.sales ?? '')
  for (const kind of SETTINGS) own.set(kind, (await make(api, kind)).id)
  const outOfOffice = { from: inDays(1), until: inDays(2) }
  for (const as of ['rep', 'admin']) await api.call('PATCH', '/v1/me', { as, body: { outOfOffice } })
  const issued = await api.call<{ key: string }>('POST', '/v1/api-keys', {
    as: 'rep',
    body: { name: 'Sweep', scopes: ['*:*'], expiresAt: inDays(30) },
  })
  key = `Bearer ${issued.body.key}`
}

async function recordsOf(as: string, into: Map<string, string>, text: string): Promise<void> {
  const teamId = api.people[as]?.teamIds?.[0]
  const post = async (path: string, body: object): Promise<string> => {
    const reply = await api.call<{ id: string; record?: { id: string } }>('POST', path, { as, body })
    if (reply.status >= 300) throw new Error(`${path} ${JSON.stringify(reply.body)}`)
    return reply.body.record?.id ?? reply.body.id
  }
  const n = into.size + [own, deleted, foreign, foreignDeleted].indexOf(into)
  const accountId = await post('/v1/accounts', {
    name: `${text} account`,
    domain: `${text}-${n}.example`,
    description: text,
    tags: [text],
    industry: text,
    teamId,
  })
  const contactId = await post('/v1/contacts', {
    lastName: text,
    emails: [{ value: `${text}${n}@example.com` }],
    accountId,
    tags: [text],
    teamId,
  })
  const subject = { subjectId: accountId }
  into.set('account', accountId)
  into.set('contact', contactId)
  into.set('note', await post('/v1/notes', { ...subject, title: text, body: text }))
  into.set(
    'interaction',
    await post('/v1/interactions', {
      ...subject,
      channel: 'phone',
      direction: 'inbound',
      at: api.now.at.toISOString(),
      summary: text,
    }),
  )
  into.set('task', await post('/v1/tasks', { subject: text, description: text, teamId }))
  into.set('lead', await post('/v1/leads', { lastName: text, company: text, teamId }))
  const opportunityId = await post('/v1/opportunities', { name: text, accountId, closeDate: '2026-12-31', teamId })
  into.set('opportunity', opportunityId)
  into.set('quote', await post('/v1/quotes', { opportunityId, terms: text, teamId }))
  const ordered = await api.call<{ id: string }>('POST', '/v1/orders', {
    as: 'admin',
    body: {
      name: text,
      orderedOn: '2026-11-22',
      currency: 'USD',
      lines: [{ name: text, quantity: '1', net: { amount: 1, currency: 'USD' } }],
      ownerId: api.people[as]?.id,
      teamId,
      visibility: 'team',
    },
  })
  into.set('order', ordered.body.id)
  const caseId = await post('/v1/cases', { subject: text, description: text, teamId })
  into.set('case', caseId)
  into.set('caseComment', await post(`/v1/cases/${caseId}/comments`, { body: text, direction: 'internal' }))
  const upload = { name: 'a.txt', contentType: 'text/plain', bytes: 1 }
  const file = await api.call<{ record: { id: string } }>('POST', `/v1/cases/${caseId}/files`, {
    as,
    body: { ...upload, name: text },
  })
  into.set('caseFile', file.body.record.id)
  into.set('apiKey', await post('/v1/api-keys', { name: text, scopes: ['*:*'], expiresAt: inDays(30) }))
  const preset = { kind: 'contact', format: 'csv', mode: 'create' }
  into.set('importPreset', await post('/v1/import-presets', { ...preset, name: text }))
  const made = await api.call<{ record: { id: string } }>('POST', '/v1/imports', {
    as,
    body: { ...preset, fileName: text, bytes: 1 },
  })
  into.set('import', made.body.record.id)
  into.set('event', String(api.events.find((event) => (event.subject as { id: string }).id === accountId)?.id))
  const relations = await api.call<{ data: { id: string }[] }>('GET', `/v1/contacts/${contactId}/relations`, { as })
  into.set('relation', relations.body.data[0]?.id ?? '')
  if (into === own || into === foreign) {
    const to = api.people[as === 'rep' ? 'peer' : 'agent']?.id
    into.set('handover', await post(`/v1/users/${api.people[as]?.id}/handover`, { to, kinds: ['contact'] }))
  }
}

async function remove(kind: string, source: Map<string, string>, as: string): Promise<void> {
  const path = `${basePath(kind)}/${source.get(kind)}`
  // A pipeline is deleted once nobody can be putting deals into it any more.
  if (kind === 'pipeline') {
    await api.call('PATCH', path, { as, body: { isActive: false } })
    api.now.advance(MINUTE_MS)
  }
  const reply = await api.call('DELETE', path, { as })
  if (reply.status !== 204) throw new Error(`DELETE ${kind}: ${JSON.stringify(reply.body)}`)
}

const inDays = (days: number): string => new Date(api.now.at.getTime() + days * 86_400_000).toISOString()
