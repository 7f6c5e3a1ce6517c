import { EventBridgeClient, type EventBridgeClientConfig, PutEventsCommand } from '@aws-sdk/client-eventbridge'
import type { Bus, BusEntry } from './deps.ts'

export interface EventBridgeBusOptions {
  busName: string
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: EventBridgeClientConfig['credentials']
  configure?: ((client: EventBridgeClient) => void) | undefined
}

/** Entries per PutEvents call. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_MAX = 10

/** Bytes of all entries of one call. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html */
const CALL_BYTES_MAX = 256 * 1024

/** What the envelope of an entry counts besides its detail: time, source, type, rounded up. */
const ENVELOPE_BYTES = 256

const SOURCE = 'rapport'

/** The bus over EventBridge. The client is made on first use. */
export function eventBridgeBus({ busName, endpoint, region, credentials, configure }: EventBridgeBusOptions): Bus {
  let made: EventBridgeClient | undefined
  const client = (): EventBridgeClient => {
    if (made) return made
    made = new EventBridgeClient({
      ...(endpoint && { endpoint }),
      ...(region && { region }),
      ...(credentials && { credentials }),
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    })
    configure?.(made)
    return made
  }

  /** A call can succeed and yet refuse some of its entries. */
  async function put(entries: readonly BusEntry[]): Promise<string[]> {
    const command = new PutEventsCommand({
      Entries: entries.map(({ type, at, detail }) => ({
        EventBusName: busName,
        Source: SOURCE,
        DetailType: type,
        Time: new Date(at),
        Detail: JSON.stringify(detail),
      })),
    })
    const { Entries: results = [] } = await client().send(command)
    return entries.filter((_, i) => !results[i]?.EventId || results[i]?.ErrorCode).map(({ id }) => id)
  }

  return {
    async publish(entries) {
      if (entries.length > ENTRIES_MAX) throw new Error(`At most ${ENTRIES_MAX} entries can be published at once.`)
      const { calls, tooLarge } = splitBySize(entries)
      const failed = tooLarge.map(({ id }) => id)
      for (const call of calls) failed.push(...(await put(call)))
      return failed
    },
  }
}

/** In the order given, as few calls as fit. An entry that fits into none would take the others of its call with it. */
function splitBySize(entries: readonly BusEntry[]): { calls: BusEntry[][]; tooLarge: BusEntry[] } {
  const calls: BusEntry[][] = []
  const tooLarge: BusEntry[] = []
  let room = 0
  for (const entry of entries) {
    const bytes = Buffer.byteLength(JSON.stringify(entry.detail)) + ENVELOPE_BYTES
    if (bytes > CALL_BYTES_MAX) {
      tooLarge.push(entry)
      continue
    }
    if (bytes > room) {
      calls.push([])
      room = CALL_BYTES_MAX
    }
    calls.at(-1)?.push(entry)
    room -= bytes
  }
  return { calls, tooLarge }
}
