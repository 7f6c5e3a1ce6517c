import { SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { localAws } from './credentials.ts'
import type { DeadLetter } from './dead-letters.ts'
import type { Faults } from './faults.ts'
import type { LocalFunction } from './functions.ts'
import { type Poller, startPoller } from './queue-poller.ts'

export interface QueueOptions {
  manifest: readonly FunctionSpec[]
  faults: Faults
  dataDir?: string | undefined
  /** How long a message that failed stays invisible. */
  retryPauseMs: number
}

export interface Queues {
  endpoint: string
  /** Puts a message into the queue of a function. */
  send(functionName: string, body: string): void
  /** Begins to call the functions. */
  start(functions: readonly LocalFunction[]): void
  isIdle(): boolean
  deadLetters(): DeadLetter[]
  stop(): Promise<void>
}

/** Receives before a message goes to the dead-letter queue; `infra` says the same. */
const RECEIVES_MAX = 5

/** A queue and a dead-letter queue for every function that the manifest feeds from one. */
export async function startQueues({ manifest, faults, dataDir, retryPauseMs }: QueueOptions): Promise<Queues> {
  const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false, ...(dataDir && { dataDir }) })
  const client = new SQSClient({ endpoint: server.address, ...localAws })
  const specs = manifest.filter(({ on }) => on.kind === 'queue')
  const urls = new Map(
    await Promise.all(specs.map(async (spec) => [spec.name, await createQueue(server, client, spec)] as const)),
  )
  let pollers: Poller[] = []
  const delayed = new Map<NodeJS.Timeout, () => void>()

  function send(name: string, body: string): void {
    for (const copy of faults.deliver([body])) {
      const delayMs = faults.delayMs()
      const put = (): void => void server.sendMessage(name, copy)
      if (delayMs === 0) put()
      else later(delayMs, put)
    }
  }

  function later(delayMs: number, put: () => void): void {
    const timer = setTimeout(() => {
      delayed.delete(timer)
      put()
    }, delayMs)
    delayed.set(timer, put)
  }

  return {
    endpoint: server.address,
    send,
    start(functions) {
      pollers = functions.flatMap((fn) => {
        const queueUrl = urls.get(fn.spec.name)
        return queueUrl ? [startPoller({ client, queueUrl, fn, retryPauseMs })] : []
      })
    },
    isIdle: () =>
      delayed.size === 0 &&
      specs.every(({ name }) => isEmpty(server, name)) &&
      pollers.every((poller) => poller.isIdle()),
    deadLetters: () => specs.flatMap(({ name }) => lettersIn(server, name)),
    async stop() {
      await Promise.all(pollers.map((poller) => poller.stop()))
      for (const [timer, put] of delayed) {
        clearTimeout(timer)
        put()
      }
      client.destroy()
      await server.stop()
    },
  }
}

const deadLetterQueueOf = (name: string): string => `${name}-dead-letters`

async function createQueue(server: FauxqsServer, client: SQSClient, { name, timeoutS }: FunctionSpec): Promise<string> {
  const deadLetters =
    server.inspectQueue(deadLetterQueueOf(name))?.arn ?? server.createQueue(deadLetterQueueOf(name)).queueArn
  const attributes = {
    // What AWS advises: six times the function's timeout.
    VisibilityTimeout: String(6 * timeoutS),
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: deadLetters, maxReceiveCount: RECEIVES_MAX }),
  }
  // Creating a queue that is there from an earlier run would empty it.
  const QueueUrl = server.inspectQueue(name)?.url
  if (!QueueUrl) return server.createQueue(name, { attributes }).queueUrl
  await client.send(new SetQueueAttributesCommand({ QueueUrl, Attributes: attributes }))
  return QueueUrl
}

function isEmpty(server: FauxqsServer, name: string): boolean {
  const messages = server.inspectQueue(name)?.messages
  return !messages || messages.ready.length + messages.delayed.length + messages.inflight.length === 0
}

function lettersIn(server: FauxqsServer, name: string): DeadLetter[] {
  const messages = server.inspectQueue(deadLetterQueueOf(name))?.messages.ready ?? []
  return messages.map(({ messageId, body }) => ({ function: name, source: 'queue', id: messageId, body }))
}
