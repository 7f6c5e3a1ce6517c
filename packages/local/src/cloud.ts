import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DAY_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { parseEvent, toEventRow } from '@rapport/kernel/events'
import { productionDeps } from '@rapport/lambda/production'
import { tokenVerifier } from '@rapport/lambda/tokens'
import { createBus } from './bus.ts'
import { createClock, durationMs } from './clock.ts'
import type { Cloud, CloudOptions } from './cloud-options.ts'
import { createTable } from './create-table.ts'
import { openDataDir } from './data-dir.ts'
import { type DeadLetter, openDeadLetters } from './dead-letters.ts'
import { startEngine } from './engine.ts'
import { eventsSince, latestEvents } from './events.ts'
import { noFaults } from './faults.ts'
import { createFilesDoor } from './files.ts'
import { loadFromRepository, loadFunctions } from './functions.ts'
import { startIdentity } from './identity.ts'
import { idleOf } from './idle.ts'
import { invitation } from './invitation.ts'
import { localEnv, withEndpoint } from './local-env.ts'
import { createLog } from './local-log.ts'
import { startMail } from './mail.ts'
import { arrivalOf, newLetterKey, storedLetter } from './mail-inbound.ts'
import { createPages } from './pages.ts'
import { startQueues } from './queues.ts'
import type { RouteLine } from './router.ts'
import { createSchedules } from './schedules.ts'
import { startServer } from './server.ts'
import { startServices } from './services.ts'
import { type Stream, startStream } from './stream.ts'
import { openTables } from './tables.ts'
import { startViewer } from './viewer.ts'

export type { Cloud, CloudOptions } from './cloud-options.ts'

/** How far back `GET /local/events` looks. */
const EVENTS_SHOWN_MS = 7 * DAY_MS
const HOUSEKEEPING_EVERY_MS = 5 * MINUTE_MS

/** Everything the CRM needs of AWS, on this machine. What was started is stopped by `stop`, the last first. */
export async function startCloud(options: CloudOptions = {}): Promise<Cloud> {
  const started = new AsyncDisposableStack()
  try {
    return await start(options, started)
  } catch (error) {
    await started.disposeAsync()
    throw error
  }
}

async function start(options: CloudOptions, started: AsyncDisposableStack): Promise<Cloud> {
  const { dataDir, faults = noFaults, at, retryPauseMs = at ? 0 : 1_000 } = options
  if (dataDir) await openDataDir(dataDir)
  const server = await startServer(options.port ?? 0)
  started.defer(server.stop)
  const manifest = options.manifest ?? (await import('../../../functions/manifest.ts')).manifest
  const env = localEnv(server.url, options.env)
  const { log, lines } = createLog({ isQuiet: options.quiet ?? false })
  const clock = await createClock({ dataDir, at })
  // Of this run only: links that were signed before a restart end with it.
  const secret = randomBytes(20).toString('hex')
  const files = { dir: await filesDir(dataDir, started), bucket: env.FILES_BUCKET, secret, clock: clock.now }
  server.mount(createFilesDoor(files))

  const [engine, queues, viewer] = await all([
    startEngine({ dataDir }).then((engine) => stoppedBy(started, engine)),
    startQueues({ manifest, faults, dataDir, retryPauseMs }).then((queues) => stoppedBy(started, queues)),
    options.viewer ? startViewer().then((viewer) => stoppedBy(started, viewer)) : undefined,
  ])
  const feedbackTo = manifest.filter(({ on }) => on.kind === 'queue' && 'mailFeedback' in on.from)
  const receivers = manifest.filter(({ on }) => on.kind === 'queue' && 'mailInbound' in on.from)
  const mail = await startMail({
    clock: clock.now,
    dataDir,
    report: (message) => feedbackTo.forEach(({ name }) => void queues.send(name, message)),
    onRaw: viewer?.show,
  })
  const [identity] = await all([
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
  started.defer(identity.settled)
  const { putEvents } = createBus({ manifest, clock: clock.now, faults, send: queues.send })
  const services = await startServices(
    { 'AWSEvents.PutEvents': putEvents, ...identity.operations },
    { SendRawEmail: mail.sendRawEmail },
  )
  started.defer(services.stop)

  // The functions write to the table, and the stream calls the functions: only the first write needs it.
  let stream: Stream | undefined
  const { table, behind, sweep, destroy } = openTables({
    endpoint: engine.endpoint,
    tableName: env.TABLE_NAME,
    faults,
    onCapacity: options.onCapacity,
    emit: (events) => stream?.emit(events),
  })
  started.defer(destroy)
  const deps = productionDeps(withEndpoint(env, { services: services.endpoint, files: server.url }, secret), {
    clock: clock.now,
    log,
    table,
    verifyToken: tokenVerifier({
      userPoolId: env.USER_POOL_ID,
      userPoolClientId: env.USER_POOL_CLIENT_ID,
      jwks: identity.keys.jwks,
      clock: clock.now,
    }),
  })
  const functions = await loadFunctions(manifest, options.load ?? loadFromRepository, deps)
  const letters = await openDeadLetters(dataDir)
  started.defer(letters.settled)
  const follow = { functions, clock: clock.now, faults, dataDir, retryPauseMs }
  stream = stoppedBy(started, await startStream({ ...follow, onDeadLetter: letters.add }))
  const deadLetters = (): DeadLetter[] => [...letters.all(), ...queues.deadLetters()]
  const timeIndex = { table: behind, shards: Number(env.INDEX_SHARDS) }
  for await (const event of eventsSince(timeIndex, stream.since, clock.now())) stream.emit([event])
  queues.start(functions)

  const busy = { stream, queues }
  const idle = (): Promise<void> => idleOf(busy)
  const schedules = createSchedules({
    functions,
    clock,
    idle,
    onError: (name, error) => log.error('schedule.failed', { function: name }, error),
  })
  started.defer(schedules.stop)
  const housekeeping = async (): Promise<void> => {
    busy.stream.mark()
    await sweep(clock.now())
  }
  if (!clock.isFrozen) {
    schedules.start()
    const timer = setInterval(() => {
      housekeeping().catch((error: unknown) => log.error('housekeeping.failed', {}, error))
    }, HOUSEKEEPING_EVERY_MS)
    started.defer(() => clearInterval(timer))
  }
  const advance = async (duration: string): Promise<Date> => {
    await schedules.advance(durationMs(duration))
    await housekeeping()
    return clock.now()
  }
  const invoke = async (name: string, event: unknown): Promise<unknown> => {
    const called = functions.find(({ spec }) => spec.name === name)
    if (!called) throw new Error(`There is no function ${name} in the manifest.`)
    return called.invoke(event)
  }

  const cloud: Cloud = {
    url: server.url,
    viewerUrl: viewer?.url,
    deps,
    clock: { now: clock.now, advance },
    mail: async () => mail.letters(),
    deadLetters,
    log: lines,
    idle,
    tick: schedules.tick,
    invoke,
    createSignIn: identity.createSignIn,
    async signIn(email, password) {
      const tokens = await identity.signIn(email, password)
      if (!tokens) throw new Error('The e-mail address or the password is wrong.')
      return tokens.accessToken
    },
    tokenFor: (subject) => identity.tokenFor(subject).accessToken,
    stop: () => started.disposeAsync(),
  }
  await options.seed?.(cloud)

  const api = manifest.find(({ on }) => on.kind === 'http')?.name ?? 'api'
  server.open({
    routes: options.routes ?? (await repositoryRoutes()),
    invoke: (event) => invoke(api, event),
    clock: clock.now,
    corsOrigins: env.CORS_ORIGINS.split(',').filter(Boolean),
    onError: (error) => log.error('request.failed', {}, error),
    pages: createPages({
      stage: env.STAGE,
      endpoints: {
        database: engine.endpoint,
        queues: queues.endpoint,
        bus: services.endpoint,
        mail: services.endpoint,
      },
      mail: mail.letters,
      async events(limit) {
        const now = clock.now()
        const items = await latestEvents(timeIndex, limit, later(now, -EVENTS_SHOWN_MS), now)
        return items.map((item) => toEventRow(parseEvent(item)))
      },
      deadLetters,
      async receive(raw, recipients) {
        const [key, at] = [newLetterKey(), clock.now()]
        const letter = storedLetter(raw, recipients, at)
        await deps.files.put(key, letter, 'message/rfc822')
        const arrival = arrivalOf(env.FILES_BUCKET, key, letter.length, at)
        for (const { name } of receivers) queues.send(name, arrival)
      },
      now: clock.now,
      advance,
      signIn: identity.signIn,
      viewerUrl: viewer?.url,
    }),
  })
  return cloud
}

/** Where files are kept; what is kept nowhere else goes with the cloud. */
async function filesDir(dataDir: string | undefined, started: AsyncDisposableStack): Promise<string> {
  if (dataDir) return join(dataDir, 'files')
  const dir = await mkdtemp(join(tmpdir(), 'rapport-files-'))
  started.defer(() => rm(dir, { recursive: true, force: true }))
  return dir
}

async function repositoryRoutes(): Promise<readonly RouteLine[]> {
  return (await import('../../../functions/api/routes.ts')).routes
}

function stoppedBy<T extends { stop(): Promise<void> }>(started: AsyncDisposableStack, part: T): T {
  started.defer(() => part.stop())
  return part
}

/** Like Promise.all, but a failure waits for the others: what they start must be there to be stopped. */
async function all<T extends readonly unknown[]>(
  parts: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(parts)
  return Promise.all(parts)
}
