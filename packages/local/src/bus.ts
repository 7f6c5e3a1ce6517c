import { randomUUID } from 'node:crypto'
import type { Clock } from '@rapport/kernel/clock'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import * as z from 'zod'
import type { Faults } from './faults.ts'

export interface LocalBusOptions {
  manifest: readonly FunctionSpec[]
  clock: Clock
  faults: Faults
  send(functionName: string, body: string): void
}

/** What PutEvents takes. Time is seconds since 1970, as in every JSON protocol of AWS. */
const Input = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().min(1),
        DetailType: z.string().min(1).max(128),
        Detail: z.string(),
        Time: z.number().optional(),
        EventBusName: z.string().optional(),
      }),
    )
    .min(1)
    .max(10),
})

export interface LocalBus {
  /** The operation `AWSEvents.PutEvents`. */
  putEvents(input: unknown): unknown
}

/** A bus whose rules are the lines of the manifest: an event goes to the queue of every function that names its type. */
export function createBus({ manifest, clock, faults, send }: LocalBusOptions): LocalBus {
  const targets = manifest.flatMap(({ name, on }) =>
    on.kind === 'queue' && 'events' in on.from ? [{ name, types: new Set(on.from.events) }] : [],
  )
  return {
    putEvents(input) {
      const accepted: object[] = []
      const Entries = Input.parse(input).Entries.map((entry) => {
        if (faults.refusesEntry()) return { ErrorCode: 'InternalFailure', ErrorMessage: 'Injected' }
        const id = randomUUID()
        accepted.push({
          version: '0',
          id,
          'detail-type': entry.DetailType,
          source: entry.Source,
          account: '000000000000',
          time: toTime(entry.Time === undefined ? clock() : new Date(entry.Time * 1_000)),
          region: 'us-east-1',
          resources: [],
          detail: JSON.parse(entry.Detail),
        })
        return { EventId: id }
      })
      for (const event of faults.deliver(accepted)) {
        const type = (event as { 'detail-type': string })['detail-type']
        for (const { name, types } of targets) if (types.has(type)) send(name, JSON.stringify(event))
      }
      return { FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length, Entries }
    },
  }
}

/** EventBridge tells whole seconds. */
const toTime = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
