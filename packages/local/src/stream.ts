import { join } from 'node:path'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Clock } from '@rapport/kernel/clock'
import { instantOf, lowestIdAt } from '@rapport/kernel/ids'
import type { Item } from '@rapport/kernel/table'
import * as z from 'zod'
import type { DeadLetter } from './dead-letters.ts'
import type { Faults } from './faults.ts'
import type { LocalFunction } from './functions.ts'
import { jsonWriter, readJson } from './json-file.ts'
import { createConsumer } from './stream-consumer.ts'

/** One change as DynamoDB streams it. */
export interface StreamRecord {
  eventID: string
  eventName: 'INSERT'
  eventVersion: '1.1'
  eventSource: 'aws:dynamodb'
  awsRegion: string
  eventSourceARN: string
  dynamodb: {
    ApproximateCreationDateTime: number
    Keys: Record<string, unknown>
    NewImage: Record<string, unknown>
    SequenceNumber: string
    SizeBytes: number
    StreamViewType: 'NEW_IMAGE'
  }
}

export interface StreamOptions {
  functions: readonly LocalFunction[]
  clock: Clock
  faults: Faults
  dataDir?: string | undefined
  retryPauseMs: number
  onDeadLetter(letter: DeadLetter): void
}

export interface Stream {
  emit(events: readonly Item[]): void
  /** The instant from which the table may hold events that were never delivered. */
  since: Date
  isIdle(): boolean
  /** When nothing waits, remembers that everything up to now was delivered, so that the next start reads little again. */
  mark(): void
  stop(): Promise<void>
}

/** Consumers are idempotent, and ids of concurrent writers are not delivered quite in order: read a little again. */
const REREAD_MS = 5_000

const Position = z.record(z.string(), z.string())

/** Hands event rows to every function that follows the stream, each at its own pace and in order. */
export async function startStream(options: StreamOptions): Promise<Stream> {
  const { functions, clock, faults, dataDir, retryPauseMs, onDeadLetter } = options
  const file = dataDir && join(dataDir, 'stream.json')
  const stored = file ? await readJson(file) : undefined
  const known = Position.parse(stored ?? {})
  const position: Record<string, string> = {}
  const delivered = jsonWriter(file)

  let sequence = 0n
  const consumers = functions.flatMap((fn) => {
    if (fn.spec.on.kind !== 'stream') return []
    const { name } = fn.spec
    position[name] = known[name] ?? lowestIdAt('event', clock())
    return createConsumer({
      fn,
      batchSizeMax: fn.spec.on.batchSizeMax,
      faults,
      retryPauseMs,
      onDone(record) {
        const id = idOf(record)
        if (id > (position[name] ?? '')) position[name] = id
        delivered.write(position)
      },
      onDeadLetter: (record, reason) =>
        onDeadLetter({ function: name, source: 'stream', id: idOf(record), body: record, reason }),
    })
  })
  delivered.write(position)
  const isIdle = (): boolean => consumers.every((consumer) => consumer.isIdle())
  const mark = (): void => {
    if (!isIdle()) return
    for (const name of Object.keys(position)) position[name] = lowestIdAt('event', clock())
    delivered.write(position)
  }
  const oldest =
    consumers.length > 0 ? Math.min(...Object.values(position).map((id) => instantOf(id).getTime())) : clock().getTime()

  return {
    since: new Date(oldest - REREAD_MS),
    emit(events) {
      const records = events.map((event) => toRecord(event, ++sequence, clock()))
      for (const consumer of consumers) consumer.push(records)
    },
    isIdle,
    mark,
    async stop() {
      await Promise.all(consumers.map((consumer) => consumer.stop()))
      mark()
      await delivered.settled()
    },
  }
}

function toRecord(event: Item, sequence: bigint, now: Date): StreamRecord {
  const NewImage = marshall(event, { removeUndefinedValues: true })
  const { pk, sk } = NewImage
  return {
    eventID: String(event.sk),
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'us-east-1',
    eventSourceARN: 'arn:aws:dynamodb:us-east-1:000000000000:table/rapport/stream/local',
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now.getTime() / 1_000),
      Keys: { pk, sk },
      NewImage,
      SequenceNumber: sequence.toString().padStart(21, '0'),
      SizeBytes: JSON.stringify(NewImage).length,
      StreamViewType: 'NEW_IMAGE',
    },
  }
}

const idOf = ({ eventID }: StreamRecord): string => eventID
