import { type EventRow, parseEvent, toEventRow } from '@rapport/kernel/events'
import { BATCH_KEYS_MAX, type Item, type Table } from '@rapport/kernel/table'
import type { Deps } from '@rapport/lambda/deps'
import { type Handler, loadFromRepository } from '@rapport/local/functions'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { manifest } from '../../functions/manifest.ts'

/** What was committed, told in the order it was tried; also what a worker committed whose reply was lost. */
export interface EventTap {
  wrap(table: Table): Table
  /** Events committed since the last time. */
  committed(): Promise<EventRow[]>
}

export function eventTap(): EventTap {
  let port: Table | undefined
  /** By id: a transaction that met another one is tried again with the same events. */
  let tried = new Map<unknown, Item>()
  return {
    wrap(table) {
      port = table
      return {
        ...table,
        transact(writes, token) {
          for (const write of writes) if ('put' in write && isEvent(write.put)) tried.set(write.put.sk, write.put)
          return table.transact(writes, token)
        },
      }
    },
    async committed() {
      const events = [...tried.values()]
      tried = new Map()
      const found = new Set<unknown>()
      for (let at = 0; port && at < events.length; at += BATCH_KEYS_MAX) {
        const keys = events.slice(at, at + BATCH_KEYS_MAX).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
        for (const { sk } of await port.batchGet(keys)) found.add(sk)
      }
      return events.filter(({ sk }) => found.has(sk)).map((item) => toEventRow(parseEvent(item)))
    },
  }
}

const isEvent = ({ sk }: Item): boolean => String(sk).startsWith('evt_')

/** A message for one worker. */
export interface Message {
  worker: string
  event: EventRow
}

/** The bus and its queues in this process, for some of the workers of the manifest. */
export interface Workers {
  /** Messages for what was committed since the last time. */
  pending(): Promise<Message[]>
  /** Delivers one; answers whether the worker is done with it. */
  deliver(message: Message): Promise<boolean>
  /** Delivers everything, and what follows from it. What fails comes again. */
  drain(send?: (message: Message) => Promise<boolean>): Promise<void>
}

const RECEIVES_MAX = 5

export async function startWorkers(deps: Deps, tap: EventTap, names: readonly string[]): Promise<Workers> {
  const handlers = new Map<string, Handler>()
  for (const name of names) handlers.set(name, await handlerOf(name, deps))
  const sources = manifest.flatMap(({ name, on }) =>
    handlers.has(name) && on.kind === 'queue' && 'events' in on.from ? [{ name, types: on.from.events }] : [],
  )

  const pending = async (): Promise<Message[]> =>
    (await tap.committed()).flatMap((event) =>
      sources.filter(({ types }) => types.includes(event.type)).map(({ name }) => ({ worker: name, event })),
    )

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
