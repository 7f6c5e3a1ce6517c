import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { DAY_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { parseEvent, toEventRow } from '@rapport/kernel/events'
import type { Item } from '@rapport/kernel/table'
import type { Deps, Env } from '@rapport/lambda/deps'
import { jsonLog } from '@rapport/lambda/log'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { productionDeps } from '@rapport/lambda/production'
import { type Capacity, dynamoTable } from '@rapport/lambda/table-dynamodb'
import { tokenVerifier } from '@rapport/lambda/tokens'
import { createBus } from './bus.ts'
import { createClock, durationMs } from './clock.ts'
import { createTable } from './create-table.ts'
import { localAws } from './credentials.ts'
import type { DeadLetter } from './dead-letters.ts'
import { startEngine } from './engine.ts'
import { eventsSince, latestEvents } from './events.ts'
import { expiringTable } from './expiring-table.ts'
import { type Faults, noFaults } from './faults.ts'
import { type LoadFunction, loadFromRepository, loadFunctions } from './functions.ts'
import { startIdentity } from './identity.ts'
import { invitation } from './invitation.ts'
import { type ReceivedLetter, startMail } from './mail.ts'
import { createPages } from './pages.ts'
import { startQueues } from './queues.ts'
import type { RouteLine } from './router.ts'
import { createSchedules } from './schedules.ts'
import { startServer } from './server.ts'
import { startServices } from './services.ts'
import { startStream } from './stream.ts'
import { streamTable } from './stream-table.ts'
import { startViewer } from './viewer.ts'

export interface CloudOptions {
  /** 0, the default, is any free port. */
  port?: number
  /** Where everything is kept; in memory without it. */
  dataDir?: string | undefined
  /** Fills an empty cloud. Called before it takes requests. */
  seed?: ((cloud: Cloud) => Promise<void>) | undefined
  /** An instant at which the clock stands still until it is turned. Without it, real time plus what it was turned. */
  at?: Date
  faults?: Faults
  /** Writes no log. It can be read from `cloud.log()` all the same. */
  quiet?: boolean
  /** Opens a mail viewer in the browser's reach. */
  viewer?: boolean
  env?: Partial<Env>
  onCapacity?: (capacity: Capacity) => void
  manifest?: readonly FunctionSpec[]
  load?: LoadFunction
  routes?: readonly RouteLine[]
  /** How long to wait before something that failed is tried again. */
  retryPauseMs?: number
}

export interface Cloud {
  url: string
  deps: Deps
  clock: { now(): Date; advance(duration: string): Promise<Date> }
  mail(): Promise<ReceivedLetter[]>
  viewerUrl: string | undefined
  deadLetters(): DeadLetter[]
  log(): readonly string[]
  /** Resolves when stream, bus and queues have nothing left to do. Throws when that takes longer than 30 s. */
  idle(): Promise<void>
  /** Runs every schedule once, now. */
  tick(): Promise<void>
  /** Calls one function by name, e.g. with an event of the test's own making. */
  invoke(functionName: string, event: unknown): Promise<unknown>
  createSignIn(email: string, password: string, role?: string): Promise<{ subject: string }>
  /** An access token. Throws when the password is wrong. */
  signIn(email: string, password: string): Promise<string>
  /** An access token for a subject, without a password. */
  tokenFor(subject: string): string
  stop(): Promise<void>
}

const IDLE_TIMEOUT_MS = 30_000
/** How far back `GET /local/events` looks. */
const EVENTS_SHOWN_MS = 7 * DAY_MS
const LOG_LINES_KEPT = 10_000
const HOUSEKEEPING_EVERY_MS = 5 * MINUTE_MS

/** Everything the CRM needs of AWS, on this machine. What was started is stopped by `stop`, in reverse order. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const stops: (() => Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of stops.splice(0).reverse()) await end()
  }
  try {
    return await start(options, stops, stop)
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(options: CloudOptions, stops: (() => Promise<void>)[], stop: () => Promise<void>): Promise<Cloud> {
  const { dataDir, faults = noFaults, quiet = false, load = loadFromRepository } = options
  const retryPauseMs = options.retryPauseMs ?? (options.at ? 0 : 1_000)
  if (dataDir) await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const server = await startServer(options.port ?? 0)
  stops.push(server.stop)

  const manifest = options.manifest ?? (await import('../../../functions/manifest.ts')).manifest
  const env = localEnv(server.url, options.env)
  const log = createLog(quiet)
  const streamDeadLetters: DeadLetter[] = []

  const [engine, clock, queues, viewer] = await Promise.all([
    startEngine({ dataDir }).then((started) => {
      stops.push(started.stop)
      return started
    }),
    createClock({ dataDir, at: options.at }),
    startQueues({ manifest, faults, dataDir, retryPauseMs }).then((started) => {
      stops.push(started.stop)
      return started
    }),
    options.viewer ? startViewer() : undefined,
  ])
  if (viewer) stops.push(viewer.stop)

  const feedbackFunctions = manifest
    .filter(({ on }) => on.kind === 'queue' && 'mailFeedback' in on.from)
    .map(({ name }) => name)
  const mail = await startMail({
    clock: clock.now,
    dataDir,
    report: (message) => {
      for (const name of feedbackFunctions) queues.send(name, message)
    },
    onRaw: viewer?.show,
  })
  const [identity] = await Promise.all([
    startIdentity({
      clock: clock.now,
      userPoolId: env.USER_POOL_ID,
      clientId: env.USER_POOL_CLIENT_ID,
      dataDir,
      invite: async (email, password) =>
        void (await mail.sendRawEmail(await invitation(email, password, env.PUBLIC_URL))),
    }),
    createTable(engine.endpoint, env.TABLE_NAME),
  ])
  stops.push(identity.settled)

  const bus = createBus({ manifest, clock: clock.now, faults, send: queues.send })
  const services = await startServices(
    {
      'AWSEvents.PutEvents': bus.putEvents,
      ...Object.fromEntries(
        Object.entries(identity.operations).map(([name, operation]) => [
          `AWSCognitoIdentityProviderService.${name}`,
          operation,
        ]),
      ),
    },
    { SendRawEmail: mail.sendRawEmail },
  )
  stops.push(services.stop)

  const address = { tableName: env.TABLE_NAME, endpoint: engine.endpoint, ...localAws }
  const table = dynamoTable({ ...address, onCapacity: options.onCapacity, configure: faults.attach })
  // What stands in for AWS itself meets no faults and counts nowhere.
  const behind = dynamoTable(address)
  stops.push(async () => {
    table.destroy()
    behind.destroy()
  })
  const expiring = expiringTable(table, behind)
  const environment = {
    ...env,
    AWS_REGION: localAws.region,
    AWS_ACCESS_KEY_ID: localAws.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localAws.credentials.secretAccessKey,
    AWS_ENDPOINT_URL_SES: services.endpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: services.endpoint,
    AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: services.endpoint,
  }
  const deps = productionDeps(environment, {
    clock: clock.now,
    log: log.log,
    table: streamTable(expiring.table, { emit, look: behind }),
    verifyToken: tokenVerifier({
      userPoolId: env.USER_POOL_ID,
      userPoolClientId: env.USER_POOL_CLIENT_ID,
      jwks: identity.keys.jwks,
      clock: clock.now,
    }),
  })

  const functions = await loadFunctions(manifest, load, deps)
  const stream = await startStream({
    functions,
    clock: clock.now,
    faults,
    dataDir,
    retryPauseMs: options.retryPauseMs ?? (options.at ? 0 : 100),
    onDeadLetter: (letter) => streamDeadLetters.push(letter),
  })
  stops.push(stream.stop)
  // Only called once a transaction is through, and then the stream is there.
  function emit(events: readonly Item[]): void {
    stream.emit(events)
  }
  const timeIndex = { table: behind, shards: Number(env.INDEX_SHARDS) }
  for await (const event of eventsSince(timeIndex, stream.since, clock.now())) emit([event])
  queues.start(functions)

  const idle = async (): Promise<void> => {
    const endsAt = performance.now() + IDLE_TIMEOUT_MS
    const isIdle = (): boolean => stream.isIdle() && queues.isIdle()
    // Twice, because work hands over from one to the other between two looks.
    for (let calm = 0; calm < 2; calm = isIdle() ? calm + 1 : 0) {
      if (performance.now() > endsAt)
        throw new Error(`Still busy after 30 s: stream ${!stream.isIdle()}, queues ${!queues.isIdle()}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const schedules = createSchedules({
    functions,
    clock,
    idle,
    onError: (name, error) => log.log.error('schedule.failed', { function: name }, error),
  })
  stops.push(schedules.stop)
  const sweep = (): Promise<number> => expiring.sweep(clock.now())
  const advance = async (duration: string): Promise<Date> => {
    await schedules.advance(durationMs(duration))
    await sweep()
    stream.mark()
    return clock.now()
  }
  if (!clock.isFrozen) {
    schedules.start()
    const timer = setInterval(() => {
      stream.mark()
      sweep().catch((error: unknown) => log.log.error('sweep.failed', {}, error))
    }, HOUSEKEEPING_EVERY_MS)
    stops.push(async () => clearInterval(timer))
  }

  const deadLetters = (): DeadLetter[] => [...streamDeadLetters, ...queues.deadLetters()]
  const cloud: Cloud = {
    url: server.url,
    deps,
    clock: { now: clock.now, advance },
    mail: async () => mail.letters(),
    viewerUrl: viewer?.url,
    deadLetters,
    log: log.lines,
    idle,
    tick: schedules.tick,
    async invoke(name, event) {
      const fn = functions.find(({ spec }) => spec.name === name)
      if (!fn) throw new Error(`There is no function ${name} in the manifest.`)
      return fn.invoke(event)
    },
    createSignIn: identity.createSignIn,
    async signIn(email, password) {
      const tokens = await identity.signIn(email, password)
      if (!tokens) throw new Error('The e-mail address or the password is wrong.')
      return tokens.accessToken
    },
    tokenFor: (subject) => identity.tokenFor(subject).accessToken,
    stop,
  }
  await options.seed?.(cloud)

  const api = functions.find(({ spec }) => spec.on.kind === 'http')
  server.open({
    routes: options.routes ?? (await repositoryRoutes()),
    invoke: (event) => (api ? api.invoke(event) : Promise.reject(new Error('No function has the HTTP trigger.'))),
    clock: clock.now,
    corsOrigins: env.CORS_ORIGINS.split(',').filter(Boolean),
    onError: (error) => log.log.error('request.failed', {}, error),
    pages: createPages({
      health: async () => ({
        database: await answers(engine.endpoint),
        queues: await answers(queues.endpoint),
        bus: true,
        mail: true,
      }),
      mail: mail.letters,
      events: async (limit) => {
        const since = later(clock.now(), -EVENTS_SHOWN_MS)
        return (await latestEvents(timeIndex, limit, since, clock.now())).map((item) => toEventRow(parseEvent(item)))
      },
      deadLetters,
      now: clock.now,
      advance,
      signIn: identity.signIn,
      viewerUrl: viewer?.url,
    }),
  })
  return cloud
}

async function repositoryRoutes(): Promise<readonly RouteLine[]> {
  const path = '../../../functions/api/routes.ts'
  const { routes } = (await import(new URL(path, import.meta.url).href)) as { routes: readonly RouteLine[] }
  return routes
}

const localEnv = (url: string, overrides: Partial<Env> = {}): Env => ({
  STAGE: 'local',
  // An engine that is not ours may be shared by tests that run at the same time.
  TABLE_NAME: process.env.AWS_ENDPOINT_URL_DYNAMODB ? `rapport-${randomUUID()}` : 'rapport',
  BUS_NAME: 'rapport',
  MAIL_FROM: 'Rapport <crm@rapport.example>',
  SES_CONFIGURATION_SET: 'rapport',
  USER_POOL_ID: 'us-east-1_Rapport',
  USER_POOL_CLIENT_ID: 'local',
  PUBLIC_URL: url,
  CORS_ORIGINS: url,
  RIGHTS_TTL_MS: '5000',
  INDEX_SHARDS: '1',
  RATE_PER_S: '1000',
  ...overrides,
})

function createLog(isQuiet: boolean) {
  const lines: string[] = []
  const log = jsonLog((line) => {
    lines.push(line)
    if (lines.length > LOG_LINES_KEPT) lines.shift()
    if (!isQuiet) process.stdout.write(line)
  })
  return { log, lines: () => lines }
}

async function answers(endpoint: string): Promise<boolean> {
  // Any answer will do: what it says about an unsigned request is its own affair.
  return fetch(endpoint, { signal: AbortSignal.timeout(1_000) }).then(
    () => true,
    () => false,
  )
}
