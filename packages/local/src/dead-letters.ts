import { join } from 'node:path'
import * as z from 'zod'
import { jsonWriter, readJson } from './json-file.ts'

/** Something that could not be handled after all attempts. On AWS it lies in a dead-letter queue and raises an alarm. */
export interface DeadLetter {
  function: string
  source: 'stream' | 'queue'
  /** Event id or message id. */
  id: string
  body: unknown
  /** Name and message of the last error, where known. */
  reason?: string | undefined
}

export interface DeadLetters {
  add(letter: DeadLetter): void
  all(): DeadLetter[]
  settled(): Promise<void>
}

const Stored = z.array(
  z.object({
    function: z.string(),
    source: z.enum(['stream', 'queue']),
    id: z.string(),
    body: z.unknown(),
    reason: z.string().optional(),
  }),
)

/** What the stream gave up on, kept in `dataDir/dead-letters.json`. Queues have queues of their own for that. */
export async function openDeadLetters(dataDir: string | undefined): Promise<DeadLetters> {
  const file = dataDir && join(dataDir, 'dead-letters.json')
  const letters: DeadLetter[] = Stored.parse((file && (await readJson(file))) ?? [])
  const writer = jsonWriter(file)
  return {
    add(letter) {
      letters.push(letter)
      writer.write(letters)
    },
    all: () => [...letters],
    settled: writer.settled,
  }
}
