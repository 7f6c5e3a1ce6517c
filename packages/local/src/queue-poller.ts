import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs'
import type { SQSRecord } from 'aws-lambda'
import type { LocalFunction } from './functions.ts'

export interface PollerOptions {
  client: SQSClient
  queueUrl: string
  fn: LocalFunction
  retryPauseMs: number
}

export interface Poller {
  isIdle(): boolean
  stop(): Promise<void>
}

/** Seconds a receive waits for a message. https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html */
const WAIT_S = 20
const RECEIVE_MAX = 10

/** Calls a function with the messages of its queue, several at once up to its limit. */
export function startPoller({ client, queueUrl, fn, retryPauseMs }: PollerOptions): Poller {
  const { on } = fn.spec
  if (on.kind !== 'queue') throw new Error(`${fn.spec.name} has no queue.`)
  const { concurrencyMax } = on
  const size = Math.min(on.batchSizeMax, RECEIVE_MAX)
  const ending = new AbortController()
  const working = new Set<Promise<void>>()

  async function handle(messages: readonly Message[]): Promise<void> {
    const failed = await failuresOf(fn, messages)
    await Promise.all(
      messages.map(({ MessageId, ReceiptHandle, Attributes }) => {
        const message = { QueueUrl: queueUrl, ReceiptHandle }
        if (!failed.has(MessageId)) return client.send(new DeleteMessageCommand(message))
        const VisibilityTimeout = Math.ceil(retryPauseMs / 1_000) + extraS(Number(Attributes?.ApproximateReceiveCount))
        return client.send(new ChangeMessageVisibilityCommand({ ...message, VisibilityTimeout }))
      }),
    )
  }

  async function poll(): Promise<void> {
    while (!ending.signal.aborted) {
      if (working.size >= concurrencyMax) {
        await Promise.race(working)
        continue
      }
      const command = new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: size,
        WaitTimeSeconds: WAIT_S,
        MessageSystemAttributeNames: ['All'],
      })
      const { Messages = [] } = await client.send(command, { abortSignal: ending.signal })
      if (Messages.length === 0) continue
      const work: Promise<void> = handle(Messages).finally(() => working.delete(work))
      working.add(work)
    }
  }

  const polling = poll().catch((error) => {
    if (!ending.signal.aborted) throw error
  })
  return {
    isIdle: () => working.size === 0,
    async stop() {
      ending.abort()
      await polling
      await Promise.all(working)
    },
  }
}

/** AWS leaves minutes between receives. The last ones are spread here too, so that a message outlives a burst of contention. */
const extraS = (receives: number): number => Math.max(0, receives - 2)

/** Ids of the messages to be received again: those the function names, or all when it throws. */
async function failuresOf(fn: LocalFunction, messages: readonly Message[]): Promise<Set<string | undefined>> {
  try {
    const reply = (await fn.invoke({ Records: messages.map(toRecord) })) as
      | { batchItemFailures?: { itemIdentifier: string }[] }
      | undefined
    return new Set(reply?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier))
  } catch {
    return new Set(messages.map(({ MessageId }) => MessageId))
  }
}

function toRecord({
  MessageId = '',
  ReceiptHandle = '',
  Body = '',
  MD5OfBody = '',
  Attributes = {},
}: Message): SQSRecord {
  return {
    messageId: MessageId,
    receiptHandle: ReceiptHandle,
    body: Body,
    attributes: Attributes as unknown as SQSRecord['attributes'],
    messageAttributes: {},
    md5OfBody: MD5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:local',
    awsRegion: 'us-east-1',
  }
}
