import { setTimeout } from 'node:timers/promises'
import type { Faults } from './faults.ts'
import type { LocalFunction } from './functions.ts'
import type { StreamRecord } from './stream.ts'

/** On AWS a record is retried for hours before it goes to the dead letters; here nobody waits that long. */
const ATTEMPTS_MAX = 10
const PAUSE_MAX_MS = 30_000

export interface ConsumerOptions {
  fn: LocalFunction
  batchSizeMax: number
  faults: Faults
  retryPauseMs: number
  onDone(record: StreamRecord): void
  onDeadLetter(record: StreamRecord, reason: string): void
}

export interface Consumer {
  push(records: readonly StreamRecord[]): void
  isIdle(): boolean
  stop(): Promise<void>
}

/**
 * One function's place in the stream. Batches follow each other; a function reports the first record it could not handle and
 * is given the rest again from there; a batch that fails as a whole is halved until the record to blame stands alone.
 */
export function createConsumer({
  fn,
  batchSizeMax,
  faults,
  retryPauseMs,
  onDone,
  onDeadLetter,
}: ConsumerOptions): Consumer {
  const waiting: StreamRecord[] = []
  const attempts = new Map<StreamRecord, number>()
  let size = batchSizeMax
  let running: Promise<void> | undefined
  const ending = new AbortController()

  function take(count: number): void {
    for (const record of waiting.splice(0, count)) {
      attempts.delete(record)
      onDone(record)
    }
  }

  async function blame(reason: string): Promise<void> {
    const record = waiting[0]
    if (!record) return
    const failed = (attempts.get(record) ?? 0) + 1
    attempts.set(record, failed)
    if (failed >= ATTEMPTS_MAX) {
      onDeadLetter(record, reason)
      take(1)
      size = batchSizeMax
      return
    }
    await pause(Math.min(retryPauseMs * 2 ** failed, PAUSE_MAX_MS), ending.signal)
  }

  async function step(): Promise<void> {
    const batch = waiting.slice(0, size)
    await pause(faults.delayMs(), ending.signal)
    try {
      const failedAt = firstFailure(batch, await fn.invoke({ Records: batch }))
      if (failedAt === undefined) {
        if (faults.repeats()) return
        take(batch.length)
        size = batchSizeMax
        return
      }
      take(failedAt)
      await blame('reported by the function')
    } catch (error) {
      if (batch.length > 1) {
        size = Math.ceil(batch.length / 2)
        return
      }
      await blame(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    }
  }

  async function run(): Promise<void> {
    while (waiting.length > 0 && !ending.signal.aborted) await step()
    running = undefined
  }

  return {
    push(records) {
      waiting.push(...records)
      running ??= run()
    },
    isIdle: () => waiting.length === 0 && running === undefined,
    async stop() {
      ending.abort()
      await running
    },
  }
}

/** Where to go on: the lowest record the function names. An id it was not given makes the whole batch a failure, as on AWS. */
function firstFailure(batch: readonly StreamRecord[], reply: unknown): number | undefined {
  const { batchItemFailures = [] } = (reply ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] }
  if (batchItemFailures.length === 0) return undefined
  const positions = batchItemFailures.map(({ itemIdentifier }) =>
    batch.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  )
  return Math.max(0, Math.min(...positions))
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  // Ends early, without an error, when the stream stops.
  if (ms > 0) await setTimeout(ms, undefined, { signal }).catch(() => {})
}
