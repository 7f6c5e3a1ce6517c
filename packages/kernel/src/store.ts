import { createHash } from 'node:crypto'
import { epochS, type Random } from './clock.ts'
import { CrmError, unprocessable } from './errors.ts'
import { type Actor, type EventDraft, eventModel, hourOf, type StoredEvent } from './events.ts'
import type { Files } from './files.ts'
import { type Ids, instantOf } from './ids.ts'
import { defineItem, type Model } from './model.ts'
import type { Principal } from './policy.ts'
import {
  type Condition,
  type Item,
  type Key,
  type Table,
  type TableWrite,
  TRANSACTION_WRITES_MAX,
  TransactionRefused,
} from './table.ts'

/** What one request or one message works with. Everything that varies is in here, so everything below is repeatable. */
export interface Ctx {
  db: Db
  principal: Principal
  actor: Actor
  now: Date
  ids: Ids
  requestId: string
  /** Set when the caller sent an Idempotency-Key: the first commit keeps it together with its answer. */
  idempotency?: Idempotency
}

/** The table and what belongs to it, the same for every request. */
export interface Db {
  table: Table
  /** Beside the table: what is too large for it. */
  files: Files
  /** Name of this deployment: keys of one are refused by every other. */
  stage: string
  random: Random
  /** Partitions of the list-all, everyone, event and due indexes. */
  shards: number
  /** The key that signs cursors and public links, made on first use. */
  signingKey(): Promise<Uint8Array>
}

export type Write = TableWrite & {
  /** Thrown when the condition of this write does not hold. */
  otherwise?: () => Error
}

/** A change as a value: everything that is written together, what happened, and what the caller is answered. */
export interface Change<A = unknown> {
  writes: Write[]
  events: EventDraft[]
  answer: A
}

export interface Idempotency {
  /** Hash of caller, route and key. */
  id: string
  bodyHash: string
  expiresAtS: number
  isKept: boolean
}

/** The record changed between our read and our write: read again and decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict'
}

/** Another request with the same Idempotency-Key was first: its answer is the answer. */
export class AlreadyAnswered extends Error {
  override readonly name = 'AlreadyAnswered'
}

/** Attempts when other transactions hold our items, with full jitter between them: 20, 40, 80 … ms at most. */
const CONTENTION_ATTEMPTS_MAX = 8
const CONTENTION_PAUSE_MS = 20

/**
 * Writes a change, its event rows and the idempotency record in one transaction: all or nothing. Throws the `otherwise` of the
 * write that was refused, VersionConflict without one, AlreadyAnswered when the key was used before.
 */
export async function commit<A>(ctx: Ctx, change: Change<A>): Promise<A> {
  const events = eventWrites(ctx, change.events)
  // The idempotency record comes first: when it is refused, nothing else that is refused matters.
  const writes = oncePerItem([...idempotencyWrites(ctx, change.answer), ...change.writes, ...events])
  if (writes.length === 0) return change.answer
  if (writes.length > TRANSACTION_WRITES_MAX) {
    throw new CrmError(
      'unprocessable',
      'change.too_large',
      `This change needs ${writes.length} writes at once; ${TRANSACTION_WRITES_MAX} are possible.`,
    )
  }
  for (let attempt = 0; ; attempt++) {
    try {
      await ctx.db.table.transact(writes.map(bare), ctx.ids.next('request'))
      break
    } catch (error) {
      if (!(error instanceof TransactionRefused)) throw error
      const refused = error.refusals.indexOf('condition')
      if (refused >= 0 && attempt > 0 && (await isWritten(ctx, events))) break
      if (refused >= 0) throw writes[refused]?.otherwise?.() ?? new VersionConflict()
      if (attempt + 1 >= CONTENTION_ATTEMPTS_MAX)
        throw new CrmError('unavailable', 'table.busy', 'Too many changes to the same record at once. Try again.')
      await pause(jitter(ctx.db.random, CONTENTION_PAUSE_MS * 2 ** attempt))
    }
  }
  if (ctx.idempotency) ctx.idempotency.isKept = true
  return change.answer
}

/** Whether an earlier attempt of ours went through although its reply said nothing: then its event rows are there. */
async function isWritten(ctx: Ctx, events: readonly Write[]): Promise<boolean> {
  const [first] = events
  if (!first || !('put' in first)) return false
  return (await ctx.db.table.get({ pk: String(first.put.pk), sk: String(first.put.sk) })) !== undefined
}

/**
 * A transaction takes one write per item. Equal checks become one; checks that differ have read different versions; anything
 * else is a batch that contradicts itself, such as two operations on one record.
 */
function oncePerItem(writes: readonly Write[]): Write[] {
  const byItem = new Map<string, Write>()
  for (const write of writes) {
    const { pk, sk } = itemOf(write)
    const item = JSON.stringify([pk, sk])
    const other = byItem.get(item)
    if (other && !('check' in write && 'check' in other)) {
      throw unprocessable(
        'change.overlapping',
        'Two parts of this change concern the same record or the same unique value. Send them one after the other.',
      )
    }
    if (other && JSON.stringify(other.condition) !== JSON.stringify(write.condition)) throw new VersionConflict()
    byItem.set(item, write)
  }
  return [...byItem.values()]
}

/** The item a write is about; a deletion and a check name its key only. */
export function itemOf(write: Write): Item {
  if ('put' in write) return write.put
  if ('delete' in write) return write.delete
  return 'add' in write ? write.add : write.check
}

/** Several changes as one. */
export const together = <A>(changes: readonly Change[], answer: A): Change<A> => ({
  writes: changes.flatMap((change) => change.writes),
  events: changes.flatMap((change) => change.events),
  answer,
})

/** Runs a read-decide-commit again on the fresh state while somebody else was faster. */
export async function retryStale<A>(ctx: Ctx, run: () => Promise<A>): Promise<A> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error
      if (attempt + 1 >= CONTENTION_ATTEMPTS_MAX)
        throw new CrmError('unavailable', 'table.busy', 'Too many changes to the same record at once. Try again.')
      await pause(jitter(ctx.db.random, CONTENTION_PAUSE_MS * 2 ** attempt))
    }
  }
}

/** SHA-256 in hexadecimal: how free text becomes part of a key. */
export const hash = (...parts: string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

/** Which of `shards` partitions an id falls into. The last characters of a ULID are random. */
export const shardOf = (id: string, shards: number): string =>
  String(Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % shards)

// — unique values —

export interface Guard {
  scope: string
  digest: string
  of: string
}

export const guardModel = defineItem<Guard>({
  name: 'guard',
  attributes: ['scope', 'digest', 'of'],
  record: { partition: 'unique#${scope}#${digest}', sort: 'guard' },
})

export interface UniqueValue {
  /** Kind and field, e.g. `contact.email`. */
  scope: string
  value: string
}

/** Claims a value for a record; its own claim may be repeated. `taken` is thrown when another record has it. */
export const claim = ({ scope, value }: UniqueValue, of: string, taken: () => Error): Write => ({
  put: guardModel.item({ scope, digest: hash(value), of }),
  condition: { absentOrEquals: { of } },
  otherwise: taken,
})

/** Frees a value. Refused (as a stale read) when another record holds it. */
export const release = ({ scope, value }: UniqueValue, of: string): Write => ({
  delete: guardModel.key({ scope, digest: hash(value) }),
  condition: { equals: { of } },
})

/** The record that holds a value; consistent. */
export async function holderOf(ctx: Pick<Ctx, 'db'>, { scope, value }: UniqueValue): Promise<string | undefined> {
  const item = await ctx.db.table.get(guardModel.key({ scope, digest: hash(value) }))
  return item ? guardModel.parse(item).of : undefined
}

// — idempotency records —

export interface KeptAnswer {
  digest: string
  bodyHash: string
  answer: string
  expiresAtS: number
}

export const answerModel = defineItem<KeptAnswer>({
  name: 'answer',
  attributes: ['digest', 'bodyHash', 'answer', 'expiresAtS'],
  record: { partition: 'answer#${digest}', sort: 'answer' },
})

/**
 * The answer that was kept for this request's idempotency key, while it has not expired (the table deletes late, so the time is
 * checked here). Throws unprocessable('idempotency.key_reused') when the key came with another body.
 */
export async function keptAnswer({ db, idempotency, now }: Ctx): Promise<{ answer: unknown } | undefined> {
  if (!idempotency) return undefined
  const item = await db.table.get(answerModel.key({ digest: idempotency.id }))
  if (!item) return undefined
  const kept = answerModel.parse(item)
  if (kept.expiresAtS <= epochS(now)) return undefined
  if (kept.bodyHash !== idempotency.bodyHash)
    throw unprocessable(
      'idempotency.key_reused',
      'This Idempotency-Key was used with another request body. Use a new key.',
    )
  return { answer: JSON.parse(kept.answer) }
}

function idempotencyWrites({ idempotency, now }: Ctx, answer: unknown): Write[] {
  if (!idempotency || idempotency.isKept) return []
  const { id, bodyHash, expiresAtS } = idempotency
  const put = answerModel.item({ digest: id, bodyHash, answer: JSON.stringify(answer ?? null), expiresAtS })
  return [
    {
      put,
      condition: { absentOrBelow: { attribute: 'expiresAtS', value: epochS(now) + 1 } },
      otherwise: () => new AlreadyAnswered(),
    },
  ]
}

// — events —

function eventWrites(ctx: Ctx, drafts: readonly EventDraft[]): Write[] {
  const txId = ctx.ids.next('request')
  return drafts.map((draft, seq) => {
    const { timelineOf, above, ...rest } = draft
    const id = ctx.ids.next('event')
    const at = ctx.now.toISOString()
    const row: StoredEvent = {
      id,
      ...rest,
      at,
      actor: ctx.actor,
      requestId: ctx.requestId,
      txId,
      seq,
      schemaVersion: 1,
      timelineOf: timelineOf ?? draft.subject.id,
      ...(above === undefined ? {} : { above }),
      hour: hourOf(instantOf(id)),
      slot: shardOf(id, ctx.db.shards),
    }
    return { put: eventModel.item(row), condition: { absent: true } }
  })
}

// — small things —

/** Reads one item of a model; consistent. */
export async function read<T>(ctx: Pick<Ctx, 'db'>, model: Model<T>, attributes: Item): Promise<T | undefined> {
  const item = await ctx.db.table.get(model.key(attributes))
  return item ? model.parse(item) : undefined
}

/** Writes an item only while nobody changed it since `version` was read; 0 stands for "was absent". */
export const versioned = (version: number): Condition => (version === 0 ? { absent: true } : { equals: { version } })

function bare({ otherwise: _, ...write }: Write): TableWrite {
  return write
}

export const sameKey = (a: Key, b: Key): boolean => a.pk === b.pk && a.sk === b.sk

const jitter = (random: Random, ms: number): number => ((random(1)[0] ?? 0) / 255) * ms

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
