import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { Finding } from '@rapport/core/fsck/finding'
import { fsck } from '@rapport/core/fsck/service'
import type { Item } from '@rapport/kernel/table'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { type Api, type CallOptions, type Reply, streamRecord } from './api.ts'
import { type Chaos, shuffledWithin } from './faulty.ts'

/** Every item of the table in plain values. */
export async function itemsOf(api: Api): Promise<Item[]> {
  const items = await api.dump()
  // What the harness reads past the API comes in DynamoDB's own types.
  return items.map((item) => unmarshall(item as Parameters<typeof unmarshall>[0]))
}

/** What the table says that contradicts itself. The projector must have had its turn, or be allowed to be behind. */
export async function findingsIn(
  api: Api,
  { lagMs = -1, items }: { lagMs?: number; items?: Item[] } = {},
): Promise<Finding[]> {
  const all = items ?? (await itemsOf(api))
  const { findings } = await fsck(each(all), { shards: api.runtime.db.shards, now: api.now.at, lagMs })
  return findings
}

/** No end to it: the projector may be as far behind as it likes. */
export const UNPROJECTED = { lagMs: Number.MAX_SAFE_INTEGER }

export async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values
}

const isEvent = ({ sk }: Item): boolean => String(sk).startsWith('evt_')

export const eventsIn = (items: readonly Item[]): Item[] =>
  items.filter(isEvent).sort((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1))

type Handler = (event: never) => Promise<unknown>

export interface Delivery {
  delivered: number
  duplicates: number
  failures: number
}

/** How often the stream comes back with a batch before this is a bug and no bad luck. */
const ATTEMPTS_MAX = 200

/**
 * The stream at its worst: every event twice, up to `window` places from where it belongs, in batches of any size; a batch comes
 * again from what the consumer says it could not do, or as a whole when the consumer fails.
 */
export async function deliver(
  chaos: Chaos,
  handler: Handler,
  events: readonly Item[],
  { window = 50, batchSizeMax = 25 } = {},
): Promise<Delivery> {
  let waiting = shuffledWithin(chaos.random, [...events, ...events], window).map(streamRecord)
  const delivery = { delivered: 0, duplicates: events.length, failures: 0 }
  for (let attempts = 0; waiting.length > 0; ) {
    const batch = waiting.slice(0, 1 + Math.floor(chaos.random() * batchSizeMax))
    const done = await handler({ Records: batch } as never).then(
      (reply) => doneIn(batch, reply),
      () => 0,
    )
    waiting = waiting.slice(done)
    delivery.delivered += done
    if (done < batch.length) delivery.failures++
    attempts = done > 0 ? 0 : attempts + 1
    if (attempts > ATTEMPTS_MAX) throw new Error('A batch never got through.')
  }
  return delivery
}

function doneIn(batch: readonly { dynamodb: { SequenceNumber: string } }[], reply: unknown): number {
  const { batchItemFailures } = reply as { batchItemFailures: { itemIdentifier: string }[] }
  const [first] = batchItemFailures
  return first ? batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === first.itemIdentifier) : batch.length
}

/** Delivers to the projector what the table holds, whoever was told that it was written. */
export async function projectAll(api: Api, chaos?: Chaos): Promise<void> {
  const projector = createProjector(api.deps) as Handler
  const events = eventsIn(await itemsOf(api))
  if (chaos) await deliver(chaos, projector, events)
  else await projector({ Records: events.map(streamRecord) } as never)
}

let keys = 0

export interface InsistOptions extends CallOptions {
  /** Called when there was no answer, before it is asked again. */
  onFailure?: () => void
}

/**
 * Sends until the answer is definite, as a careful client does: a POST with one key for all attempts. A deletion whose answer was
 * lost finds nothing left to delete, and a part of a batch that was not carried out is asked for again.
 */
export async function insist<B = Record<string, unknown>>(
  api: Api,
  method: string,
  path: string,
  { onFailure, ...options }: InsistOptions = {},
): Promise<Reply<B> & { attempts: number }> {
  const headers = { ...(method === 'POST' ? { 'idempotency-key': `insist-${++keys}` } : {}), ...options.headers }
  for (let attempts = 1; ; attempts++) {
    const reply = await api.call<B>(method, path, { ...options, headers })
    const isGone = method === 'DELETE' && attempts > 1 && reply.status === 404
    if (isGone) return { ...reply, status: 204, attempts }
    const parts = (reply.body as { results?: unknown } | undefined)?.results
    const isWhole = !Array.isArray(parts) || parts.every(({ status }) => !(status >= 500))
    if (reply.status < 500 && isWhole) return { ...reply, attempts }
    onFailure?.()
    if (attempts > ATTEMPTS_MAX) throw new Error(`${method} ${path} never got an answer: ${JSON.stringify(reply.body)}`)
  }
}

/** Failures are what these tests are about: nobody needs to read them. */
export function quiet(api: Api): Api {
  api.deps.log.error = () => {}
  return api
}
