import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { mulberry32 } from '@rapport/local/faults'

/** What can go wrong with one request to the table, in the order it is drawn. */
export const faults = ['throttle', 'timeoutBefore', 'conflict', 'replyLost', 'unprocessed', 'shortPage'] as const
export type Fault = (typeof faults)[number]
export type Rates = Partial<Record<Fault, number>>

/** Everything at once, often enough that a test of a few hundred requests meets each. */
export const STORM: Rates = { throttle: 0.04, timeoutBefore: 0.04, conflict: 0.06, replyLost: 0.06, unprocessed: 0.1 }

/** Where the process dies: before a request leaves, or when it was carried out and the reply is on its way. */
export type Moment = 'before' | 'after'

export interface Chaos {
  seed: number
  configure(client: DynamoDBClient): void
  /** Chances per request from now on. None to begin with. */
  rates: Rates
  /** How often each fault happened. */
  counts: Record<Fault | 'kills', number>
  /** Requests put on the wire since the last reset. */
  requests: number
  /** Dies at the n-th request from now, counted from 0: that one and everything behind it fails. */
  killAt(request: number, moment: Moment): void
  /** Whether the process has died and nothing gets through. */
  readonly isDead: boolean
  /** A new process: nothing fails any more but by chance, and requests count from 0 again. */
  revive(): void
  random(): number
}

/** Seeds come from the environment so that what was found once is found again. */
export const seedOf = (name: string): number => Number(process.env[name] ?? process.env.FAULT_SEED ?? 20_261_122)

/** How much larger than usual a run is. */
export const scale = Number(process.env.FAULT_SCALE ?? '1')

/** What goes wrong between the table's client and DynamoDB, inside the client's retries; the same for the same seed and calls. */
export function createChaos(seed: number): Chaos {
  const next = mulberry32(seed)
  const death: { at: number | undefined; moment: Moment; isDead: boolean } = {
    at: undefined,
    moment: 'before',
    isDead: false,
  }
  const chaos: Chaos = {
    seed,
    rates: {},
    counts: { throttle: 0, timeoutBefore: 0, conflict: 0, replyLost: 0, unprocessed: 0, shortPage: 0, kills: 0 },
    requests: 0,
    random: next,
    get isDead() {
      return death.isDead
    },
    killAt(request, moment) {
      chaos.requests = 0
      Object.assign(death, { at: request, moment, isDead: false })
    },
    revive() {
      chaos.requests = 0
      Object.assign(death, { at: undefined, isDead: false })
    },
    configure(client) {
      client.config.retryStrategy = impatientRetries
      client.middlewareStack.add(
        (send, { commandName }) =>
          async (args) => {
            const isLast = chaos.requests++ === death.at
            if (death.isDead || (isLast && death.moment === 'before')) throw die()
            if (happens('throttle')) throw error('ProvisionedThroughputExceededException', 400)
            if (happens('timeoutBefore')) throw error('TimeoutError')
            const isTransaction = commandName === 'TransactWriteItemsCommand'
            if (happens('conflict', isTransaction)) throw conflict(args.input)
            const reply = await send(args)
            if (isLast) throw die()
            if (happens('replyLost')) throw error('TimeoutError')
            if (happens('unprocessed', commandName === 'BatchGetItemCommand')) holdBack(reply.output)
            if (happens('shortPage', isOfList(args.input))) cutShort(reply.output)
            return reply
          },
        { step: 'finalizeRequest', priority: 'low', name: 'chaos' },
      )
    },
  }

  function happens(fault: Fault, isPossible = true): boolean {
    // Drawn even when impossible, so that turning one fault off does not reshuffle the others.
    const isDrawn = next() < (chaos.rates[fault] ?? 0) && isPossible
    if (isDrawn) chaos.counts[fault]++
    return isDrawn
  }

  function die(): Error {
    if (!death.isDead) chaos.counts.kills++
    death.isDead = true
    return error('Killed', 400)
  }

  return chaos
}

/** Half of what was read is said not to have been. */
function holdBack(output: unknown): void {
  const page = output as { Responses?: Record<string, Record<string, unknown>[]>; UnprocessedKeys?: object }
  for (const [table, items] of Object.entries(page.Responses ?? {})) {
    const held = items.splice(0, Math.ceil(items.length / 2))
    if (held.length > 0) page.UnprocessedKeys = { [table]: { Keys: held.map(({ pk, sk }) => ({ pk, sk })) } }
  }
}

const LISTS = ['owner', 'team', 'everyone', 'all']

const isOfList = (input: object): boolean => 'IndexName' in input && LISTS.includes(String(input.IndexName))

/** A megabyte is over before what was asked for is: the range goes on behind the last entry. */
function cutShort(output: unknown): void {
  const page = output as { Items?: Record<string, unknown>[]; LastEvaluatedKey?: object }
  const items = page.Items ?? []
  if (items.length < 2) return
  page.Items = items.slice(0, Math.ceil(items.length / 2))
  page.LastEvaluatedKey = { pk: page.Items.at(-1)?.pk, sk: page.Items.at(-1)?.sk }
}

/** As many attempts as in production, without the pauses between them. */
const ATTEMPTS_MAX = 4

const impatient = {
  acquireInitialRetryToken: async () => tokenAfter(0),
  async refreshRetryTokenForRetry(token: { getRetryCount(): number }, { errorType }: { errorType: string }) {
    const retries = token.getRetryCount() + 1
    if (errorType === 'CLIENT_ERROR' || retries >= ATTEMPTS_MAX) throw new Error('No more retries')
    return tokenAfter(retries)
  },
  recordSuccess: () => {},
}

/** What the SDK would retry, without its pauses: half a second for each injected fault adds up. */
export const impatientRetries = async () => impatient

const tokenAfter = (retries: number) => ({ getRetryCount: () => retries, getRetryDelay: () => 0 })

const error = (name: string, httpStatusCode?: number): Error =>
  Object.assign(new Error('Injected'), { name, $metadata: { httpStatusCode } })

function conflict(input: object): Error {
  const { TransactItems = [] } = input as { TransactItems?: readonly unknown[] }
  return new TransactionCanceledException({
    message: 'Injected',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: TransactItems.map((_, index) => ({ Code: index === 0 ? 'TransactionConflict' : 'None' })),
  })
}

/** One of several, evenly. */
export function oneOf<T>(random: () => number, things: readonly T[]): T {
  const chosen = things[Math.floor(random() * things.length)]
  if (chosen === undefined) throw new Error('Nothing to choose from.')
  return chosen
}

/** In an order in which nothing moves further than `window` places. */
export function shuffledWithin<T>(random: () => number, things: readonly T[], window: number): T[] {
  return things
    .map((thing, index) => ({ thing, place: index + random() * window }))
    .sort((a, b) => a.place - b.place)
    .map(({ thing }) => thing)
}

/** A line of figures under a test. */
export function figures(what: string, numbers: Record<string, number | string>): void {
  const text = Object.entries(numbers).map(([name, number]) => `${name} ${number}`)
  process.stdout.write(`  ${what}: ${text.join(', ')}\n`)
}
