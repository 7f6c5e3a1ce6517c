import { createHash, randomBytes } from 'node:crypto'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import {
  BatchWriteItemCommand,
  DynamoDBClient as Client,
  ScanCommand,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Role } from '@rapport/core/access/roles'
import { teamType } from '@rapport/core/teams/model'
import type { User } from '@rapport/core/users/schema'
import { patchUser, Users } from '@rapport/core/users/service'
import { records } from '@rapport/kernel/records'
import type { Item, Table } from '@rapport/kernel/table'
import { type Runtime, runtime, systemCtx } from '@rapport/lambda/context'
import type { Deps } from '@rapport/lambda/deps'
import type { HttpReply } from '@rapport/lambda/problem'
import { type Capacity, dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { startEngine } from '@rapport/local/engine'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { create as createApi } from '../../functions/api/index.ts'
import { routes } from '../../functions/api/routes.ts'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { type MemoryFiles, memoryFiles } from './memory-files.ts'

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' }

export interface Reply<B = Record<string, unknown>> {
  status: number
  headers: Record<string, string>
  body: B
}

export interface CallOptions {
  /** Name of a person, or a whole Authorization header. */
  as?: string | undefined
  body?: unknown
  /** Sent as it is instead of `body`. */
  rawBody?: string
  headers?: Record<string, string>
  query?: Record<string, string | number>
  rawQuery?: string
  sourceIp?: string
}

export interface ApiOptions {
  shards?: number
  /** How long rights are reused for reading; as long as they may be, unless a test is about that. */
  rightsTtlMs?: number
  ratePerS?: number
  /** Adds middleware inside the retry loop of the table's client: faults. */
  configure?: (client: DynamoDBClient) => void
  wrap?: (table: Table) => Table
  /** Begins as this one is now, with a copy of its table. */
  like?: Api
}

/** The whole API in this process on a real engine: no network in front, everything behind. */
export interface Api {
  call<B = Record<string, unknown>>(method: string, path: string, options?: CallOptions): Promise<Reply<B>>
  runtime: Runtime
  deps: Deps
  /** Beside the API: what a person does with a link. */
  files: MemoryFiles
  people: Record<string, User>
  teams: Record<string, string>
  /** Delivers the event rows committed since the last time, or since there were so many, to the projector. */
  project(since?: number): Promise<void>
  /** Every event row committed so far, in order. */
  events: Item[]
  /** What the requests since the last call consumed. */
  spent(): Capacity[]
  /** The engine past the API, to fill the table. */
  raw: { client: DynamoDBClient; tableName: string; endpoint: string }
  /** Every item of the table, read past the API; only a test may. */
  dump(): Promise<Item[]>
  /** Write units consumed so far: the same number after a request means that it wrote nothing. */
  written(): number
  /** A hash of the whole table: equal when nothing was written. */
  fingerprint(): Promise<string>
  now: { at: Date; advance(ms: number): void }
  stop(): Promise<void>
}

/** Sales has a manager over two reps, Service a rep of its own; one person per further role. */
const cast: Record<string, { roles: Role[]; team?: 'sales' | 'service'; manager?: string }> = {
  admin: { roles: ['admin'] },
  manager: { roles: ['manager'], team: 'sales' },
  rep: { roles: ['rep'], team: 'sales', manager: 'manager' },
  peer: { roles: ['rep'], team: 'sales', manager: 'manager' },
  report: { roles: ['rep'], team: 'service', manager: 'peer' },
  stranger: { roles: ['rep'], team: 'service' },
  marketing: { roles: ['marketing'] },
  agent: { roles: ['agent'], team: 'service' },
  readonly: { roles: ['readonly'] },
  disabled: { roles: ['admin'] },
}

let engine: ReturnType<typeof startEngine> | undefined

/** One engine per test file; a table per API keeps tests apart. */
const sharedEngine = () => {
  engine ??= startEngine()
  return engine
}

export async function startApi({
  shards = 1,
  rightsTtlMs = 60_000,
  ratePerS = 1_000_000,
  configure,
  wrap,
  like,
}: ApiOptions = {}): Promise<Api> {
  const { endpoint } = await sharedEngine()
  const { people, teams, ...begun } = like ? { ...like, items: await like.dump() } : await beginning(shards)
  const tableName = `t${randomBytes(8).toString('hex')}`
  await createTable(endpoint, tableName)
  const spent: Capacity[] = []
  let written = 0
  const events = [...begun.events]
  const clock = { at: like?.now.at ?? START }
  const port = dynamoTable({
    tableName,
    endpoint,
    region: 'eu-west-1',
    credentials: CREDENTIALS,
    onCapacity: (capacity) => {
      spent.push(capacity)
      written += capacity.wcu
    },
    configure: (client) => {
      unsign(client)
      configure?.(client)
    },
  })
  const table = tapped(wrap ? wrap(port) : port, events)
  const files = memoryFiles(() => clock.at)
  const deps = { ...depsFor(table, tableName, clock, { shards, rightsTtlMs, ratePerS }), files }
  const rt = runtime(deps)
  const handle = createApi(deps) as unknown as (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpReply>
  const projector = createProjector(deps)
  const raw = rawClient(endpoint)
  await putAll(raw, tableName, begun.items)
  // Read by whoever is first, which is no effect of the request that happens to be.
  await rt.db.signingKey()
  let projected = 0
  spent.length = 0

  const dump = () => itemsIn(raw, tableName)

  return {
    runtime: rt,
    deps,
    files,
    people,
    teams,
    events,
    dump,
    raw: { client: raw, tableName, endpoint },
    now: {
      get at() {
        return clock.at
      },
      advance: (ms) => {
        clock.at = new Date(clock.at.getTime() + ms)
      },
    },
    async call<B>(method: string, path: string, options: CallOptions = {}) {
      const reply = await handle(eventFor(method, path, options, people), {} as Context)
      const isJson = reply.headers['content-type']?.includes('json')
      return {
        status: reply.statusCode,
        headers: reply.headers,
        body: (isJson && reply.body ? JSON.parse(reply.body) : reply.body) as B,
      }
    },
    async project(since = projected) {
      const fresh = events.slice(since)
      projected = events.length
      if (fresh.length > 0) await projector({ Records: fresh.map(streamRecord) } as never)
    },
    spent: () => spent.splice(0),
    written: () => written,
    async fingerprint() {
      const items = (await dump()).map((item) => JSON.stringify(item, sortedKeys)).sort()
      return createHash('sha256').update(items.join('\n')).digest('hex')
    },
    async stop() {
      port.destroy()
      raw.destroy()
    },
  }
}

/** What a table begins with, in DynamoDB's own types, and what was told of it. */
interface Beginning {
  items: Item[]
  events: Item[]
  people: Record<string, User>
  teams: Record<string, string>
}

const START = new Date('2026-11-22T09:00:00.000Z')

const beginnings = new Map<number, Promise<Beginning>>()

/** People are made once for all tables: to make them for each would take longer than many a test. */
function beginning(shards: number): Promise<Beginning> {
  const known = beginnings.get(shards) ?? makeBeginning(shards)
  beginnings.set(shards, known)
  return known
}

async function makeBeginning(shards: number): Promise<Beginning> {
  const { endpoint } = await sharedEngine()
  const tableName = `t${randomBytes(8).toString('hex')}`
  await createTable(endpoint, tableName)
  const events: Item[] = []
  const port = dynamoTable({ tableName, endpoint, region: 'eu-west-1', credentials: CREDENTIALS })
  const deps = depsFor(tapped(port, events), tableName, { at: START }, { shards, rightsTtlMs: 0, ratePerS: 1_000_000 })
  const rt = runtime({ ...deps, files: memoryFiles(() => START), random: early })
  const { people, teams } = await populate(rt)
  await rt.db.signingKey()
  const raw = rawClient(endpoint)
  const items = await itemsIn(raw, tableName)
  port.destroy()
  raw.destroy()
  return { items, events, people, teams }
}

/** Ids made with it stand before all others of the same instant. */
const early = (size: number): Uint8Array => randomBytes(size).fill(0, 0, Math.max(0, Math.min(4, size - 6)))

async function itemsIn(client: Client, TableName: string): Promise<Item[]> {
  const items: Item[] = []
  for (let from: ScanCommandOutput['LastEvaluatedKey'], first = true; first || from; first = false) {
    const page: ScanCommandOutput = await client.send(new ScanCommand({ TableName, ExclusiveStartKey: from }))
    items.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  }
  return items
}

/** Items per BatchWriteItem. */
const BATCH = 25

async function putAll(client: Client, tableName: string, items: readonly Item[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, n) =>
    items.slice(n * BATCH, (n + 1) * BATCH),
  )
  const puts = (batch: readonly Item[]) => batch.map((Item) => ({ PutRequest: { Item } }))
  await Promise.all(
    batches.map((batch) =>
      client.send(new BatchWriteItemCommand({ RequestItems: { [tableName]: puts(batch) } } as never)),
    ),
  )
}

/** The engine past the API. */
function rawClient(endpoint: string): Client {
  const client = new Client({ endpoint, region: 'eu-west-1', credentials: CREDENTIALS })
  client.middlewareStack.remove('loggerMiddleware')
  unsign(client)
  return client
}

/** The engine takes any signature, and to make them is a tenth of what the tests cost. */
function unsign(client: DynamoDBClient): void {
  client.middlewareStack.remove('httpSigningMiddleware')
  client.middlewareStack.add(
    (next) => (args) => {
      const { headers } = args.request as { headers: Record<string, string> }
      headers.authorization = `AWS4-HMAC-SHA256 Credential=${CREDENTIALS.accessKeyId}/20261122/eu-west-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none`
      headers['x-amz-date'] = '20261122T090000Z'
      return next(args)
    },
    { step: 'build', name: 'unsigned' },
  )
}

/** The engine tells the attributes of an item in any order. */
const sortedKeys = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Ends the engine of this test file. */
export async function stopEngine(): Promise<void> {
  const running = await engine
  engine = undefined
  await running?.stop()
}

export const streamRecord = (item: Item) => ({
  eventID: String(item.id),
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(item.id), NewImage: marshall(item, { removeUndefinedValues: true }) },
})

function tapped(table: Table, events: Item[]): Table {
  return {
    ...table,
    async transact(writes, token) {
      await table.transact(writes, token)
      for (const write of writes) if ('put' in write && String(write.put.sk).startsWith('evt_')) events.push(write.put)
    },
  }
}

function depsFor(
  table: Table,
  tableName: string,
  clock: { at: Date },
  { shards, rightsTtlMs, ratePerS }: Required<Pick<ApiOptions, 'shards' | 'rightsTtlMs' | 'ratePerS'>>,
): Omit<Deps, 'files'> {
  const unused = () => Promise.reject(new Error('not part of this test'))
  return {
    env: {
      STAGE: 'test',
      TABLE_NAME: tableName,
      BUS_NAME: 'test',
      FILES_BUCKET: 'rapport-files',
      MAIL_INBOUND: 'support@in.rapport.test',
      MAIL_FROM: 'crm@example.com',
      SES_CONFIGURATION_SET: 'test',
      USER_POOL_ID: 'eu-west-1_test',
      USER_POOL_CLIENT_ID: 'test',
      PUBLIC_URL: 'http://localhost',
      CORS_ORIGINS: '',
      RIGHTS_TTL_MS: String(rightsTtlMs),
      INDEX_SHARDS: String(shards),
      RATE_PER_S: String(ratePerS),
    },
    clock: () => new Date(clock.at),
    random: (size) => randomBytes(size),
    table,
    bus: { publish: async () => [] },
    mailer: { send: unused },
    identity: {
      invite: unused,
      reinvite: unused,
      find: unused,
      move: unused,
      enable: unused,
      disable: unused,
      remove: unused,
      signOut: unused,
    },
    verifyToken: async (token) => {
      const [subject, issuedAtS] = token.split('@')
      if (!subject?.startsWith('sub-')) throw new Error('not a token')
      return { subject, issuedAtS: Number(issuedAtS) }
    },
    log: {
      info: () => {},
      error: (event, fields, cause) =>
        process.stderr.write(`${event} ${JSON.stringify(fields)} ${cause instanceof Error ? cause.stack : cause}\n`),
    },
  }
}

async function populate(rt: Runtime): Promise<{ people: Record<string, User>; teams: Record<string, string> }> {
  const ctx = systemCtx(rt, 'test', 'req-setup')
  const Teams = records(teamType)
  const teams: Record<string, string> = {}
  for (const name of ['sales', 'service']) teams[name] = (await Teams.create(ctx, { name })).id
  const people: Record<string, User> = {}
  for (const [name, { roles, team, manager }] of Object.entries(cast)) {
    people[name] = await Users.create(ctx, {
      name: `${name} person`,
      email: `${name}@rapport.test`,
      roles,
      timeZone: 'UTC',
      status: 'active',
      subject: `sub-${name}`,
      ...(team ? { teamIds: [teams[team]] } : {}),
      ...(manager ? { managerId: people[manager]?.id } : {}),
    })
  }
  await patchUser(ctx, people.disabled?.id ?? '', { status: 'disabled' })
  return { people, teams }
}

function eventFor(
  method: string,
  path: string,
  options: CallOptions,
  people: Record<string, User>,
): APIGatewayProxyEventV2 {
  const found = findRoute(method, path)
  const rawQueryString =
    options.rawQuery ??
    new URLSearchParams(
      Object.entries(options.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString()
  const authorization =
    options.as === undefined
      ? undefined
      : options.as in people
        ? `Bearer sub-${options.as}@${Math.floor(Date.parse('2026-11-22T09:00:00Z') / 1000)}`
        : options.as
  const body = options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body))
  return {
    version: '2.0',
    routeKey: found.routeKey,
    rawPath: path,
    rawQueryString,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(authorization === undefined ? {} : { authorization }),
      ...Object.fromEntries(Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value])),
    },
    pathParameters: found.pathParameters,
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
    requestContext: {
      requestId: `req-${randomBytes(6).toString('hex')}`,
      http: { method, path, sourceIp: options.sourceIp ?? '127.0.0.1', protocol: 'HTTP/1.1', userAgent: 'test' },
    } as APIGatewayProxyEventV2['requestContext'],
  }
}

/** Routes by method and number of segments, those with fewer parameters first: what the gateway does, literal segments win. */
const byShape = Map.groupBy(
  routes
    .map((route) => ({ route, parts: route.path.split('/') }))
    .sort((a, b) => a.route.path.split('{').length - b.route.path.split('{').length),
  ({ route, parts }) => `${route.method} ${parts.length}`,
)

function findRoute(method: string, path: string): { routeKey: string; pathParameters: Record<string, string> } {
  const given = path.split('/')
  const found = byShape
    .get(`${method} ${given.length}`)
    ?.find(({ parts }) => parts.every((part, index) => part.startsWith('{') || part === given[index]))
  if (!found) return { routeKey: '$default', pathParameters: {} }
  const pathParameters = Object.fromEntries(
    found.parts.flatMap((part, index) =>
      part.startsWith('{') ? [[part.slice(1, -1), decodeURIComponent(given[index] ?? '')]] : [],
    ),
  )
  return { routeKey: `${method} ${found.route.path}`, pathParameters }
}
