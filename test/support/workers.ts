import { type EventRow, parseEvent, toEventRow } from '@rapport/kernel/events'
import type { Item } from '@rapport/kernel/table'
import type { Deps } from '@rapport/lambda/deps'
import { type Handler, loadFromRepository } from '@rapport/local/functions'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { manifest } from '../../functions/manifest.ts'
import type { Api } from './api.ts'
import { eventsIn, itemsOf } from './sound.ts'

/** A message for one worker. */
export interface Message {
  worker: string
  event: EventRow
}

/**
 * The bus and its queues in this process, for some of the workers of the manifest. What they are to do is found in the table, so
 * nothing is missed of what a worker wrote before it died.
 */
export interface Workers {
  /** Messages for what was committed since the last time. */
  pending(): Promise<Message[]>
  /** Delivers one; answers whether the worker is done with it. */
  deliver(message: Message): Promise<boolean>
  /** Delivers everything, and what follows from it. What fails comes again. */
  drain(send?: (message: Message) => Promise<boolean>): Promise<void>
}

const RECEIVES_MAX = 5

export async function startWorkers(api: Api, names: readonly string[]): Promise<Workers> {
  const handlers = new Map<string, Handler>()
  for (const name of names) handlers.set(name, await handlerOf(name, api.deps))
  const sources = manifest.flatMap(({ name, on }) =>
    handlers.has(name) && on.kind === 'queue' && 'events' in on.from ? [{ name, types: on.from.events }] : [],
  )
  const seen = new Set<string>()

  async function pending(): Promise<Message[]> {
    const events = eventsIn(await itemsOf(api)).map((item: Item) => toEventRow(parseEvent(item)))
    const fresh = events.filter((event) => !seen.has(event.id))
    for (const event of fresh) seen.add(event.id)
    return fresh.flatMap((event) =>
      sources.filter(({ types }) => types.includes(event.type)).map(({ name }) => ({ worker: name, event })),
    )
  }

  async function deliver({ worker, event }: Message): Promise<boolean> {
    const handler = handlers.get(worker)
    if (!handler) throw new Error(`${worker} was not started.`)
    return isDone(await handler(messageOf({ detail: event }) as never, {} as never))
  }

  return {
    pending,
    deliver,
    async drain(send = deliver) {
      for (let messages = await pending(); messages.length > 0; messages = await pending()) {
        for (const message of messages) {
          let receives = 1
          while (!(await send(message))) if (++receives > RECEIVES_MAX) throw new Error(`${message.worker} gave up.`)
        }
      }
    },
  }
}

/** The handler of a function of the manifest. */
export async function handlerOf(name: string, deps: Deps): Promise<Handler> {
  const spec = manifest.find((candidate) => candidate.name === name)
  if (!spec) throw new Error(`The manifest has no ${name}.`)
  return (await loadFromRepository(spec)).create(deps)
}

/** What SQS hands to a function: one message with this body. */
export const messageOf = (body: unknown): Pick<SQSEvent, 'Records'> => ({
  Records: [{ messageId: 'message', body: JSON.stringify(body) } as SQSEvent['Records'][number]],
})

export const isDone = (reply: unknown): boolean => (reply as SQSBatchResponse).batchItemFailures.length === 0

/** What a schedule calls a function with. */
export const sweepContext = (remainingMs = 50_000) =>
  ({ awsRequestId: 'req-sweep', getRemainingTimeInMillis: () => remainingMs }) as never
