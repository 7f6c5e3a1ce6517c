import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { orderOf } from '@rapport/core/notes/model'
import { externalIdGuard } from '@rapport/core/shared/rules'
import { MINUTE_MS } from '@rapport/kernel/clock'
import { type Kind, prefixes } from '@rapport/kernel/ids'
import type { Model } from '@rapport/kernel/model'
import { facetItem, tokenItem, tokensOf } from '@rapport/kernel/search'
import { claim, hash } from '@rapport/kernel/store'
import { jsonLog } from '@rapport/lambda/log'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { bundle } from '../../infra/bundle.ts'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { bodyOf, make, type Sample, sampleFor } from '../support/fixtures.ts'
import { fieldsOf, type Operation, operations } from '../support/openapi.ts'

let api: Api
const samples = new Map<string, Sample>()
const connected = new Set<string>()

beforeAll(async () => {
  const connect = Socket.prototype.connect
  Socket.prototype.connect = function spied(this: Socket, ...args: Parameters<typeof connect>) {
    const [first] = args as unknown as [{ host?: string; port?: number }[] | { host?: string; port?: number }]
    const { host, port } = Array.isArray(first) ? (first[0] ?? {}) : first
    connected.add(`${host}:${port}`)
    return connect.apply(this, args)
  } as typeof connect
  api = await startApi()
  for (const { operationId, route } of operations) samples.set(operationId, await sampleFor(api, route))
  return () => {
    Socket.prototype.connect = connect
  }
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

const send = (operation: Operation, options: CallOptions & { path?: string } = {}): Promise<Reply> => {
  const sample = samples.get(operation.operationId) as Sample
  const { path = sample.path, ...rest } = options
  return api.call(operation.method, path, { as: 'admin', ...sample, ...rest })
}
const told = ({ status, headers, body }: Reply): string =>
  JSON.stringify([status, headers, body])
    .replaceAll(headers['x-request-id'] ?? '', 'REQUEST')
    .replaceAll(/"ratelimit-[a-z]+":"\d+",?/g, '')
const root = resolve(import.meta.dirname, '../..')
const inputs = operations.flatMap((operation) => [
  ...operation.parameters.map(({ name, schema }) => ({ operation, name, schema })),
  ...fieldsOf(operation.body ?? {}).map(({ path, schema }) => ({ operation, name: path.at(-1) ?? '', schema })),
])

describe('a change that is refused', () => {
  test('SEC-01 leaves no trace, on whatever route a colleague tries it', async () => {
    const visible = new Map<string, string>()
    for (const kind of ['account', 'contact', 'note', 'interaction'])
      visible.set(
        kind,
        (
          await make(api, kind, {
            as: 'peer',
            body: {
              ...(kind === 'contact' ? { accountId: visible.get('account') } : {}),
              ...(kind === 'note' || kind === 'interaction' ? { subjectId: visible.get('account') } : {}),
            },
          })
        ).id,
      )
    const writes = operations.filter(
      ({ method, route, path }) => method !== 'GET' && path.includes('{id}') && visible.has(route.kind ?? ''),
    )
    expect(writes.length).toBeGreaterThan(10)
    const [events, before] = [api.events.length, await api.fingerprint()]

    for (const operation of writes) {
      const path = operation.path
        .replace('{id}', visible.get(operation.route.kind ?? '') ?? '')
        .replace('{relationId}', 'rel_01kavm5g3t8z1r4y6w9x2c7b0d')
      const reply = await send(operation, { path, as: 'rep' })
      expect(reply.status, `${operation.operationId} ${JSON.stringify(reply.body)}`).toBe(
        operation.path.endsWith('/restore') ? 404 : 403,
      )
    }

    expect(api.events.length).toBe(events)
    expect(await api.fingerprint()).toBe(before)
  })
})

describe('finding people by what is written about them', () => {
  test('SEC-02 an address, a domain or a number of somebody invisible is found like one of nobody', async () => {
    const secret = {
      emails: [{ value: 'hidden.person@example.com' }],
      phones: [{ value: '+84 28 3999 1234' }],
      externalIds: { erp: 'HIDDEN-1' },
      tags: ['hidden-tag'],
      source: 'hidden-source',
    }
    await make(api, 'contact', {
      as: 'stranger',
      body: { ...secret, lastName: 'Canary', accountId: undefined, visibility: 'owner' },
    })
    await make(api, 'account', {
      as: 'stranger',
      body: {
        name: 'Canary Ltd',
        domain: 'hidden.example',
        externalIds: { erp: 'HIDDEN-2' },
        tags: ['hidden-tag'],
        industry: 'hidden-industry',
        visibility: 'owner',
      },
    })
    await api.project()
    const pairs: [string, Record<string, string>, Record<string, string>][] = [
      ['/v1/search', { q: 'hidden.person@example.com' }, { q: 'nobody.person@example.com' }],
      ['/v1/search', { q: 'hidden.example' }, { q: 'nobody.example' }],
      ['/v1/search', { q: '842839991234' }, { q: '842839994321' }],
      ['/v1/search', { q: 'HIDDEN-1' }, { q: 'NOBODY-1' }],
      ['/v1/search', { q: 'Canary' }, { q: 'Nobody' }],
      ['/v1/contacts', { tag: 'hidden-tag', limit: '1' }, { tag: 'nobody-tag', limit: '1' }],
      ['/v1/contacts', { source: 'hidden-source' }, { source: 'nobody-source' }],
      ['/v1/accounts', { industry: 'hidden-industry' }, { industry: 'nobody-industry' }],
    ]

    for (const [path, hidden, nobody] of pairs) {
      const ask = async (query: Record<string, string>) => told(await api.call('GET', path, { as: 'rep', query }))
      expect(await ask(hidden), JSON.stringify(hidden)).toBe(await ask(nobody))
    }
    const byId = async (id: string) => told(await api.call('GET', `/v1/accounts/external/erp/${id}`, { as: 'rep' }))
    expect(await byId('HIDDEN-2')).toBe(await byId('NOBODY-2'))
  })

  test('SEC-02 a value that is taken is refused without a word about who has it', async () => {
    await make(api, 'contact', {
      as: 'stranger',
      body: { lastName: 'Canary', emails: [{ value: 'taken@example.com' }], accountId: undefined, visibility: 'owner' },
    })

    const reply = await api.call('POST', '/v1/contacts', {
      as: 'rep',
      body: { lastName: 'x', emails: [{ value: 'Taken@Example.com' }] },
    })

    expect(reply.status).toBe(409)
    expect(reply.body).not.toHaveProperty('conflictingId')
    expect(JSON.stringify(reply.body)).not.toMatch(/Canary|con_/)
  })

  test('SEC-02 only the search takes free text to look for', () => {
    const free = inputs.filter(
      ({ operation, name, schema }) =>
        operation.parameters.some((one) => one.name === name && one.in === 'query') &&
        !schema['x-ref'] &&
        !schema.enum &&
        schema.type === 'string',
    )

    expect([...new Set(free.map(({ name }) => name))].sort()).toEqual([
      'closeMonth',
      'currency',
      'cursor',
      'date',
      'expand',
      'family',
      'fields',
      'from',
      'industry',
      'q',
      'since',
      'source',
      'stageId',
      'tag',
      'to',
      'type',
      'zone',
    ])
  })
})

describe('what the CRM does not do', () => {
  /** Files that run on Lambda. */
  const sources = ['packages/kernel/src', 'packages/core/src', 'packages/lambda/src', 'functions'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => join(folder, file)),
  )
  const codeOf = (file: string): string =>
    readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

  test('SEC-03 no route takes a file or the key of one: files stand below the records that a caller names', async () => {
    expect(
      inputs
        .filter(({ name }) => /file|attach|upload|blob|path|bucket|s3|key$/i.test(name))
        // What a file is called where it came from, and which form was filled in; no key of a file is made of it. Files of cases are
        // records, named by their ids and seen by rights.
        .filter(({ name }) => !['Idempotency-Key', 'fileName', 'formKey', 'fileId', 'fileIds'].includes(name))
        .map(({ operation, name }) => `${operation.operationId} ${name}`),
    ).toEqual([])
    const filed = operations.filter(({ path }) => /import|upload|attach|preview|render|export/.test(path))
    for (const { path } of filed) expect(path).toMatch(/^\/v1\/[a-z-]+(\/\{id\}(\/[a-z-]+)?)?$/)
    for (const operation of operations.filter(({ body }) => body)) {
      const form = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nx\r\n--x--'
      expect(
        (await send(operation, { rawBody: form, headers: { 'content-type': 'multipart/form-data; boundary=x' } }))
          .status,
      ).toBe(415)
    }
  })

  test('SEC-04 no field is an address to call, and no code of ours calls one', () => {
    const called = sources.filter((file) =>
      /\bfetch\(|https?\.(get|request)\(|new WebSocket|from 'node:(http|https|net|tls|dgram|dns|child_process|vm|worker_threads)'|from '(axios|undici|got|node-fetch|ws)'|\beval\(|new Function\(/.test(
        codeOf(file),
      ),
    )

    expect(
      inputs
        .filter(({ name }) => /ur[il]|host|webhook|callback|redirect|endpoint|image|avatar|link/i.test(name))
        // Tokens of our own links, ids of records, a choice, a promise to ring somebody up; and where a browser goes after a form,
        // which we only pass on.
        .filter(({ name }) => !['link', 'links', 'linkContactToAccount', 'redirectUrl', 'callback'].includes(name))
        .map(({ operation, name }) => `${operation.operationId} ${name}`),
    ).toEqual([])
    // `net` tells whether an address lies in a range; it connects to nothing.
    expect(called).toEqual(['packages/core/src/api-keys/rules.ts'])
    expect(codeOf('packages/core/src/api-keys/rules.ts')).toMatch(/import \{ BlockList, isIPv6 \} from 'node:net'/)
  })

  test('SEC-04 in the bundle only the AWS SDK and the key fetcher of the token check can open a connection', async () => {
    const functions = manifest.filter(({ name }) => name === 'api')
    const outdir = mkdtempSync(join(tmpdir(), 'rapport-surface-'))
    const metafile = (await bundle(root, outdir, functions)).get('api')?.metafile ?? { inputs: {}, outputs: {} }
    rmSync(outdir, { recursive: true })
    const openers = Object.entries(metafile.inputs).filter(([, { imports }]) =>
      imports.some(({ path }) => /^(builtin:|node:)?(http2?|https|net|tls|dgram|dns)$/.test(path)),
    )
    const owners = new Set(openers.map(([file]) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? file))

    expect(
      Object.keys(metafile.inputs).filter((file) => /packages\/(local|client|console)\/|^test\//.test(file)),
    ).toEqual([])
    // middy takes the names of statuses from `http`, and our own code ranges of addresses from `net`.
    expect([...owners].filter((name) => !/^@(aws-sdk|smithy)\//.test(name)).sort()).toEqual([
      '@middy/util',
      'aws-jwt-verify',
      'packages/core/src/api-keys/rules.ts',
    ])
  })

  test('SEC-04 whatever host a text names, nobody connects to it', async () => {
    const hosts = [
      '0177.0.0.1',
      '2130706433',
      '0x7f.1',
      '127.1',
      '::ffff:a9fe:a9fe',
      '[::1]',
      '169.254.169.254',
      'metadata.google.internal',
      'localhost',
      'localtest.me',
      '①②⑦.⓪.⓪.①',
      '127.0.0.1.nip.io',
      'example.com@169.254.169.254',
      '10.0.0.1',
      '0',
      'fd00:ec2::254',
    ]
    connected.clear()
    for (const host of hosts) {
      const url = `http://${host}/latest/meta-data`
      await api.call('POST', '/v1/accounts', { as: 'admin', body: { name: url, description: `![x](${url})` } })
      await api.call('POST', '/v1/accounts', { as: 'admin', body: { name: host, domain: host } })
      await api.call('POST', '/v1/notes', {
        as: 'admin',
        body: { ...((await bodyOf(api, 'note')) as object), body: `<img src="${url}">` },
      })
      await api.call('POST', '/v1/contacts', {
        as: 'admin',
        body: { lastName: host, emails: [{ value: `x@${host}` }] },
      })
      await api.call('GET', '/v1/search', { as: 'admin', query: { q: url } })
    }
    await api.project()

    expect([...connected].filter((to) => to !== api.raw.endpoint.replace(/^http:\/\//, ''))).toEqual([])
  })
})

describe('logs and errors', () => {
  const CANARY = 'canary9e4c'

  test('SEC-22 nothing that was sent, stored or carried as a credential is ever logged or told in an error', async () => {
    const lines: string[] = []
    const before = api.deps.log
    api.deps.log = jsonLog((entry) => lines.push(entry))
    const key = await api.call<{ key: string }>('POST', '/v1/api-keys', {
      as: 'admin',
      body: { name: CANARY, scopes: ['*:*'], expiresAt: new Date(api.now.at.getTime() + 86_400_000).toISOString() },
    })
    const headers = Object.fromEntries(
      [
        'cookie',
        'x-api-key',
        'user-agent',
        'x-forwarded-for',
        'referer',
        'origin',
        'if-match',
        'if-none-match',
        'idempotency-key',
        'content-type',
        'traceparent',
        'x-amzn-trace-id',
      ].map((name) => [name, CANARY]),
    )
    const errors: unknown[] = []
    for (const operation of operations) {
      const path = operation.path.replaceAll(/\{\w+\}/g, CANARY)
      const shapes: (CallOptions & { path?: string })[] = [
        { as: `Bearer ${CANARY}` },
        { as: `Bearer crmk_test_${CANARY}` },
        { as: `Bearer ${key.body.key}` },
        { headers },
        { rawQuery: `${CANARY}=1` },
        { rawQuery: `limit=${CANARY}&cursor=${CANARY}` },
        { path },
        { rawBody: `{"${CANARY}":"${CANARY}"}` },
        { rawBody: `${CANARY}` },
        { body: Object.fromEntries(fieldsOf(operation.body ?? {}).map(({ path: [name = ''] }) => [name, CANARY])) },
      ]
      for (const shape of shapes) {
        const reply = await send(operation, shape)
        if (reply.status >= 400) errors.push(withoutEcho(reply))
      }
    }
    api.deps.log = before

    expect(lines.length).toBeGreaterThan(500)
    expect(lines.filter((entry) => entry.includes(CANARY) || entry.includes(key.body.key.slice(18, 40)))).toEqual([])
    expect(JSON.stringify(errors)).not.toContain(CANARY)
  })

  /** A problem points at the member that was wrong, by the name it was sent with; nothing else repeats the request. */
  const withoutEcho = ({ headers, body }: Reply) => [
    headers,
    { ...body, errors: (body.errors as object[]).map((error) => ({ ...error, pointer: '' })) },
  ]

  test('SEC-22 a failure of ours tells the request id and nothing else, and its log keeps no values', async () => {
    const lines: string[] = []
    const broken = await startApi({
      wrap: (table) => ({
        ...table,
        query: async () =>
          Promise.reject(
            Object.assign(new Error(`The item ${CANARY} is too large`), {
              name: 'ValidationException',
              $metadata: { requestId: 'r', httpStatusCode: 400 },
            }),
          ),
        batchGet: table.batchGet,
      }),
    })
    broken.deps.log = jsonLog((entry) => lines.push(entry))

    const reply = await broken.call('GET', '/v1/accounts', { as: 'rep' })

    expect(reply.status).toBe(500)
    expect(reply.body).toEqual({
      type: 'urn:rapport:problem:internal.error',
      title: 'Internal error',
      status: 500,
      detail: expect.not.stringContaining(CANARY),
      code: 'internal.error',
      requestId: reply.headers['x-request-id'],
      errors: [],
    })
    expect(lines.join('')).toContain('ValidationException')
    expect(lines.join('')).not.toContain(CANARY)
    await broken.stop()
  })
})

describe('cursors', () => {
  const LISTS = [
    'listAccounts',
    'listContacts',
    'listNotes',
    'listUsers',
    'listTeams',
    'listApiKeys',
    'listAccountContacts',
    'timelineAccount',
    'accountPeopleTimeline',
    'listEvents',
    'listNoteVersions',
  ]
  const cursorOf = async (operation: Operation, options: CallOptions = {}): Promise<string> => {
    const reply = await send(operation, { ...options, query: { limit: 1, ...options.query } })
    return String(reply.body.nextCursor)
  }
  const known = (id: string): Operation => operations.find(({ operationId }) => operationId === id) as Operation
  const open = async (operation: Operation, cursor: string, options: CallOptions = {}) =>
    (await send(operation, { ...options, query: { limit: 1, ...options.query, cursor } })).status

  beforeAll(async () => {
    api.now.advance(60_000)
    const note = samples.get('listNoteVersions')?.path.replace('/versions', '') ?? ''
    await api.call('PATCH', note, { as: 'admin', body: { body: 'A second version.' } })
    const account = samples.get('listAccountContacts')?.path.split('/')[3]
    for (let more = 0; more < 2; more++) await make(api, 'contact', { body: { accountId: account } })
    const below = samples.get('accountPeopleTimeline')?.path.split('/')[3]
    for (let more = 0; more < 2; more++) await make(api, 'contact', { body: { accountId: below } })
    const path = `/v1/accounts/${samples.get('timelineAccount')?.path.split('/')[3]}`
    await api.call('PATCH', path, { as: 'admin', body: { description: 'again' } })
    for (let more = 0; more < 2; more++)
      for (const kind of ['account', 'contact', 'note'])
        await make(api, kind, {
          as: 'rep',
          body: kind === 'contact' ? { accountId: undefined } : kind === 'note' ? { subjectId: api.teams.sales } : {},
        })
  })

  test('SEC-25 any changed byte of a cursor is refused, on every list', async () => {
    for (const id of LISTS) {
      const cursor = await cursorOf(known(id))
      expect(cursor, id).toMatch(/^[\w-]{20,}$/)
      expect(await open(known(id), cursor), id).toBe(200)
      const bytes = Buffer.from(cursor, 'base64url')
      const step = id === 'listAccounts' ? 1 : 7
      for (let at = 0; at < bytes.length; at += step) {
        const flipped = Buffer.from(bytes)
        flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
        expect(await open(known(id), flipped.toString('base64url')), `${id} byte ${at}`).toBe(400)
      }
      for (const other of [
        cursor.slice(0, -1),
        `${cursor}A`,
        `${cursor}=`,
        cursor.split('').reverse().join(''),
        'A',
        Buffer.from('{"pk":"x"}').toString('base64'),
        bytes.toString('hex'),
        'null',
        cursor.toLowerCase(),
      ])
        expect(await open(known(id), other), `${id} ${other}`).toBe(400)
    }
  })

  test('SEC-25 a cursor opens nothing but the list, the filter, the order and the person it was made for', async () => {
    const accounts = known('listAccounts')
    const cursor = await cursorOf(accounts, { as: 'rep' })
    expect(cursor).not.toBe('null')
    expect(await open(accounts, cursor, { as: 'rep' })).toBe(200)

    const elsewhere: [string, Promise<number>][] = [
      ['another person', open(accounts, cursor, { as: 'peer' })],
      ['another role', open(accounts, cursor, { as: 'admin' })],
      ['another route', open(known('listContacts'), cursor, { as: 'rep' })],
      ['notes', open(known('listNotes'), cursor, { as: 'rep' })],
      ['the feed', open(known('listEvents'), cursor)],
      ['the other order', open(accounts, cursor, { as: 'rep', query: { sort: 'createdAt' } })],
      ['a filter', open(accounts, cursor, { as: 'rep', query: { ownerId: String(api.people.rep?.id) } })],
      ['the recycle bin', open(accounts, cursor, { as: 'rep', query: { deleted: 'true' } })],
    ]
    for (const [what, status] of elsewhere) expect(await status, what).toBe(400)
    const [first, second] = [known('timelineAccount'), known('accountPeopleTimeline')]
    expect(await open(second, await cursorOf(first)), 'another view of one record').toBe(400)
    const another = `/v1/accounts/${samples.get('getAccount')?.path.split('/')[3]}/timeline`
    expect(
      (await send(first, { path: another, query: { cursor: await cursorOf(first) } })).status,
      'another record',
    ).toBe(400)
  })

  test('SEC-25 a cursor from before a change of role or team is refused, and a key’s is not its maker’s', async () => {
    const accounts = known('listAccounts')
    const person = `/v1/users/${api.people.peer?.id}`
    const before = await cursorOf(accounts, { as: 'peer' })
    const issued = await api.call<{ key: string }>('POST', '/v1/api-keys', {
      as: 'peer',
      body: { name: 'x', scopes: ['*:*'], expiresAt: new Date(api.now.at.getTime() + 86_400_000).toISOString() },
    })

    expect(await open(accounts, before, { as: `Bearer ${issued.body.key}` })).toBe(400)
    await api.call('PATCH', person, { as: 'admin', body: { roles: ['rep', 'agent'] } })
    api.now.advance(MINUTE_MS)
    expect(await open(accounts, before, { as: 'peer' })).toBe(400)
    const between = await cursorOf(accounts, { as: 'peer' })
    await api.call('PATCH', person, { as: 'admin', body: { teamIds: [api.teams.service] } })
    api.now.advance(MINUTE_MS)
    expect(await open(accounts, between, { as: 'peer' })).toBe(400)
  })

  test('SEC-25 neither the text of a cursor nor that there is one tells of what the caller may not see', async () => {
    const tag = 'cursor-secret'
    const hidden: string[] = []
    for (let count = 0; count < 26; count++)
      hidden.push((await make(api, 'account', { as: 'stranger', body: { tags: [tag], visibility: 'owner' } })).id)
    const parentId = hidden[0] ?? ''
    for (let count = 0; count < 26; count++)
      await make(api, 'contact', { as: 'stranger', body: { accountId: parentId, visibility: 'owner' } })
    await make(api, 'account', { as: 'rep', body: { tags: [tag] } })
    for (let count = 0; count < 3; count++)
      await make(api, 'account', { as: 'stranger', body: { tags: [tag], visibility: 'owner' } })
    await api.project()
    const ask = async (path: string, query: Record<string, string | number>) =>
      (
        await api.call<{ data: unknown[]; nextCursor: string | null }>('GET', path, {
          as: 'rep',
          query: { limit: 1, ...query },
        })
      ).body

    expect(await ask('/v1/accounts', { tag })).toMatchObject({ data: [{}], nextCursor: null })
    expect(await ask('/v1/accounts', { ownerId: String(api.people.stranger?.id) })).toEqual({
      data: [],
      nextCursor: null,
    })
    expect(await ask('/v1/contacts', { accountId: parentId })).toEqual({ data: [], nextCursor: null })
    const cursors = await Promise.all(LISTS.map((id) => cursorOf(known(id))))
    const texts = cursors.flatMap((cursor) => [cursor, Buffer.from(cursor, 'base64url').toString('latin1')]).join('\n')
    for (const prefix of Object.values(prefixes)) expect(texts).not.toContain(`${prefix}_0`)
  })
})

const modules: Record<string, unknown>[] = await Promise.all(
  ['packages/kernel/src', 'packages/core/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => import(join(root, folder, file))),
  ),
)

type AnyModel = Model<Record<string, string>>

const isModel = (value: unknown): value is AnyModel =>
  typeof value === 'object' && value !== null && 'key' in value && 'range' in value

/** What a module exports, and the models of the kinds it exports. */
const modelsIn = (value: unknown): AnyModel[] =>
  [value, (value as { model?: unknown } | null | undefined)?.model].filter(isModel)

describe('keys of the table', () => {
  const ulids = ['01kavm5g3t8z1r4y6w9x2c7b0d', '01kavm5g3t8z1r4y6w9x2c7b0e', '7zzzzzzzzzzzzzzzzzzzzzzzzz']
  const ids = (...kinds: Kind[]) =>
    fc.constantFrom(
      ...Object.entries(prefixes)
        .filter(([kind]) => kinds.length === 0 || kinds.includes(kind as Kind))
        .flatMap(([, prefix]) => ulids.map((ulid) => `${prefix}_${ulid}`)),
    )
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('', '#', '$', 'a#b', 'a', 'b', 'A', '#id_', 'erp', 'ERP', '__proto__', 'é', 'e\u0301', 'a\u0000'),
    fc.constant('x'.repeat(2_048)),
  )
  const hashed = fc.array(hostile, { minLength: 1, maxLength: 3 }).map((parts) => hash(...parts))
  const tokens = hostile
    .map((text) => tokensOf({ words: [], values: [text] })[0])
    .filter((token) => token !== undefined)
    .map((token) => tokenItem(token, ''))
  /** Where each part of a key comes from. A part that is missing here fails the test: say what it may be made of. */
  const alphabets: Record<string, fc.Arbitrary<string>> = {
    ...Object.fromEntries(['id', 'timelineOf', 'above', 'to', 'parent', 'of'].map((name) => [name, ids()])),
    ...Object.fromEntries(Object.keys(prefixes).map((kind) => [`${kind}Id`, ids(kind as Kind)])),
    ownerId: ids('user'),
    stageId: fc.constantFrom('qualification', 'closedWon'),
    ...Object.fromEntries(['digest'].map((name) => [name, hashed])),
    bucket: tokens.map(({ bucket }) => bucket),
    token: tokens.map(({ token }) => token),
    kind: fc.constantFrom('account', 'contact', 'user'),
    field: fc.constantFrom('tag', 'industry', 'source', 'role', 'memberOf'),
    state: fc.constantFrom('live', 'bin'),
    scope: fc.constantFrom('contact.email', 'account.domain', 'account.external_id', 'user.email'),
    shard: fc.constantFrom('0', '1', '11'),
    slot: fc.constantFrom('0', '1', '11'),
    hour: fc.constantFrom('2026-11-22T09', '2026-11-22T10'),
    date: fc.constantFrom('2026-11-22', '2026-11-23'),
    at: fc.constantFrom('2026-11-22T09:00:00.000Z', '2026-11-22T09:00:00.001Z'),
    what: fc.constantFrom('firstResponse', 'resolution', 'callback'),
    currency: fc.constantFrom('USD', 'VND'),
    corporateCurrency: fc.constantFrom('USD', 'VND'),
    rollup: fc.constantFrom('board.count', 'workload'),
    rank: fc.constantFrom('0', '1'),
    step: fc.constantFrom('00001', '00002'),
    order: fc.integer({ min: 1, max: 20 }).map(orderOf),
    name: fc.constantFrom('cursor', 'link'),
    by: fc.constantFrom('tier', 'segment', 'territory'),
    value: fc.constantFrom('gold', 'gold.1', 'north-east', 'a_b'),
  }
  /** Every model there is, so that nobody has to remember to name theirs here. */
  const models = [...new Set(modules.flatMap((module) => Object.values(module).flatMap(modelsIn)))]

  /** The parts of a model's key: those whose mark is found in it. */
  const partsOf = (model: Model<Record<string, string>>): string[] => {
    const marked = Object.fromEntries(Object.keys(alphabets).map((name) => [name, `<${name}>`]))
    const { pk, sk } = model.key(marked)
    return Object.keys(alphabets).filter((name) => `${pk} ${sk}`.includes(`<${name}>`))
  }

  test('SEC-26 no two items of any kind share a key, for 10,000 pairs drawn to look alike', () => {
    const parts = new Map(models.map((model) => [model, partsOf(model)]))
    const item = fc.tuple(fc.constantFrom(...models), fc.record(alphabets)).map(([model, attributes]) => {
      const used = Object.fromEntries((parts.get(model) ?? []).map((name) => [name, attributes[name]]))
      return { identity: JSON.stringify([model.name, used]), key: model.key(attributes) }
    })

    for (const model of models)
      expect(
        JSON.stringify(model.key(Object.fromEntries(Object.keys(alphabets).map((name) => [name, 'x'])))),
        model.name,
      ).not.toContain('${')
    fc.assert(
      fc.property(item, item, (a, b) => {
        expect(a.key.pk === b.key.pk && a.key.sk === b.key.sk).toBe(a.identity === b.identity)
        expect(`${a.key.pk} ${a.key.sk}`).toMatch(/^[\w.#:-]+ [\w.#:-]+$/)
        expect(Buffer.byteLength(a.key.pk)).toBeLessThan(2_048)
        expect(Buffer.byteLength(a.key.sk)).toBeLessThan(1_024)
      }),
      { numRuns: 10_000, seed: 26 },
    )
  })

  test('SEC-26 free text gets into a key through a hash that keeps different texts apart', () => {
    const guard = (kind: string, system: string, id: string) =>
      JSON.stringify(claim(externalIdGuard(kind, system, id), 'x', () => new Error('taken')))
    const pair = fc.tuple(hostile, hostile)

    fc.assert(
      fc.property(pair, pair, ([a, b], [c, d]) => {
        const isSame = a === c && b === d
        expect(hash(a, b) === hash(c, d)).toBe(isSame)
        expect(guard('account', a, b) === guard('account', c, d)).toBe(isSame)
        expect(
          facetItem('account', { field: 'tag', value: a }, 'x').digest ===
            facetItem('account', { field: 'tag', value: c }, 'x').digest,
        ).toBe(a === c)
        expect(hash(a + b) === hash(a, b)).toBe(false)
      }),
      { numRuns: 3_000, seed: 27 },
    )
  })

  test('SEC-26 ids of other systems that look alike are different accounts, and each is found as it was written', async () => {
    const alike = [
      'AbC',
      'aBc',
      'abc',
      'a#b',
      'a',
      'a#id_b',
      'é',
      'e\u0301',
      'а',
      'ａ',
      '$',
      '%23',
      '__proto__',
      'constructor',
      "'",
      'x'.repeat(128),
    ]
    const made = new Map<string, string>()
    for (const id of alike) {
      const reply = await api.call('PUT', `/v1/accounts/external/sap/${encodeURIComponent(id)}`, {
        as: 'rep',
        body: { name: id },
      })
      expect(reply.status, id).toBe(201)
      made.set(id, String(reply.body.id))
    }

    expect(new Set(made.values()).size).toBe(alike.length)
    for (const [id, account] of made) {
      const found = await api.call('GET', `/v1/accounts/external/sap/${encodeURIComponent(id)}`, { as: 'rep' })
      expect([found.body.id, found.body.name], id).toEqual([account, id])
    }
  })

  test('SEC-26 an id with anything in it that no id has names nothing, wherever it stands', async () => {
    const [good = ''] = [api.people.rep?.id]
    const odd = [
      '',
      '#',
      '$',
      ' ',
      good.toUpperCase(),
      `${good}#`,
      `#${good}`,
      `${good}#${good}`,
      good.replace('u', 'υ'),
      good.replace('_', '\u005f\u200b'),
      `${good}\n`,
      'x'.repeat(2_048),
      `${good.slice(0, 3)}_8${good.slice(5)}`,
      `${good.slice(0, -1)}i`,
    ]
    const before = await api.fingerprint()
    for (const operation of operations) {
      for (const { name, in: where, schema } of operation.parameters.filter((one) => one.schema['x-ref'])) {
        for (const id of odd) {
          const inPath = operation.path.replaceAll(/\{(\w+)\}/g, () => encodeURIComponent(id))
          const options = where === 'path' ? { path: inPath } : { rawQuery: `${name}=${encodeURIComponent(id)}` }
          const { status } = await send(operation, options)
          expect(status, `${operation.operationId} ${name}=${JSON.stringify(id)} ${schema['x-ref']}`).toBe(
            where === 'path' ? 404 : 400,
          )
        }
      }
    }
    expect(await api.fingerprint()).toBe(before)
  })
})
