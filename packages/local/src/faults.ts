import { type DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb'

/** Chances between 0 and 1. What is left out does not happen. */
export interface FaultRates {
  /** A request to the table is throttled before it does anything. */
  throttle: number
  /** A request to the table times out before it does anything. */
  timeoutBefore: number
  /** A request to the table is carried out and its reply is lost. */
  replyLost: number
  /** A transaction meets another one. */
  conflict: number
  /** Something is delivered once more: a stream batch, a message, a bus entry. */
  duplicate: number
  /** Messages and bus entries overtake each other. */
  reorder: number
  /** A delivery waits for up to `delayMs`. */
  delay: number
  /** An entry of a bus call is refused although the call succeeds. */
  refuseEntry: number
}

export interface Faults {
  /** Injects what goes wrong between the table's client and DynamoDB, inside the client's retries. */
  attach(client: DynamoDBClient): void
  /** What really arrives, and in which order. */
  deliver<T>(sent: readonly T[]): T[]
  /** Whether a batch of a stream, whose order is kept, comes a second time. */
  repeats(): boolean
  delayMs(): number
  refusesEntry(): boolean
  /** Lets everything pass from now on, e.g. to look at the outcome. */
  stop(): void
}

export interface FaultOptions {
  seed: number
  rates: Partial<FaultRates>
  delayMs?: number
}

/** Everything works. */
export const noFaults: Faults = {
  attach: () => {},
  deliver: (sent) => [...sent],
  repeats: () => false,
  delayMs: () => 0,
  refusesEntry: () => false,
  stop: () => {},
}

const DELAY_MS = 20

/** A plan of what goes wrong, the same for the same seed and the same sequence of calls. */
export function createFaults({ seed, rates, delayMs = DELAY_MS }: FaultOptions): Faults {
  const next = mulberry32(seed)
  let isOn = true
  const happens = (fault: keyof FaultRates): boolean => {
    // Drawn even when off or impossible, so that turning one fault off does not reshuffle the others.
    const drawn = next()
    return isOn && drawn < (rates[fault] ?? 0)
  }
  return {
    attach: (client) => attach(client, happens),
    deliver(sent) {
      const arrived = sent.flatMap((one) => (happens('duplicate') ? [one, one] : [one]))
      return happens('reorder') ? shuffle(arrived, next) : arrived
    },
    repeats: () => happens('duplicate'),
    delayMs: () => (happens('delay') ? Math.round(next() * delayMs) : 0),
    refusesEntry: () => happens('refuseEntry'),
    stop() {
      isOn = false
    },
  }
}

/** As many attempts as in production. */
const ATTEMPTS_MAX = 4

function attach(client: DynamoDBClient, happens: (fault: keyof FaultRates) => boolean): void {
  client.config.retryStrategy = async () => impatient
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (happens('throttle')) throw fault('ProvisionedThroughputExceededException', 400)
      if (happens('timeoutBefore')) throw fault('TimeoutError')
      if (context.commandName === 'TransactWriteItemsCommand' && happens('conflict')) throw conflict(args.input)
      const reply = await next(args)
      if (happens('replyLost')) throw fault('TimeoutError')
      return reply
    },
    // Low priority stands behind the retries, so that these are exercised too.
    { step: 'finalizeRequest', priority: 'low', name: 'faults' },
  )
}

/** Retries what the SDK would retry, without its pauses: half a second for each injected throttle adds up. */
const impatient = {
  acquireInitialRetryToken: async () => tokenAfter(0),
  async refreshRetryTokenForRetry(token: { getRetryCount(): number }, { errorType }: { errorType: string }) {
    const retries = token.getRetryCount() + 1
    if (errorType === 'CLIENT_ERROR' || retries >= ATTEMPTS_MAX) throw new Error('No more retries')
    return tokenAfter(retries)
  },
  recordSuccess: () => {},
}

const tokenAfter = (retries: number) => ({ getRetryCount: () => retries, getRetryDelay: () => 0 })

const fault = (name: string, httpStatusCode?: number): Error =>
  Object.assign(new Error('Injected'), { name, $metadata: { httpStatusCode } })

function conflict(input: object): Error {
  const { TransactItems = [] } = input as { TransactItems?: readonly unknown[] }
  return new TransactionCanceledException({
    message: 'Injected',
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: TransactItems.map((_, i) => ({ Code: i === 0 ? 'TransactionConflict' : 'None' })),
  })
}

/** Fisher and Yates. */
function shuffle<T>(things: readonly T[], next: () => number): T[] {
  const shuffled = [...things]
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T]
  }
  return shuffled
}

/** A small seeded generator, good enough to choose faults. https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
