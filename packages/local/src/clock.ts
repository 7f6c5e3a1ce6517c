import { join } from 'node:path'
import { type Clock, DAY_MS, HOUR_MS, later, MINUTE_MS } from '@rapport/kernel/clock'
import * as z from 'zod'
import { readJson, writeJson } from './json-file.ts'

/** A clock that can be turned forward, never back. */
export interface TurnableClock {
  now: Clock
  /** Stands still between turns. */
  readonly isFrozen: boolean
  forward(ms: number): Promise<void>
}

export interface ClockOptions {
  /** Remembers how far the clock was turned. */
  dataDir?: string | undefined
  /** Starts here and stands still: a test decides when time passes. */
  at?: Date | undefined
}

const Stored = z.object({ offsetMs: z.int().min(0) })

export async function createClock({ dataDir, at }: ClockOptions = {}): Promise<TurnableClock> {
  if (at) return frozenClock(at)
  const file = dataDir && join(dataDir, 'clock.json')
  const stored = file ? await readJson(file) : undefined
  let { offsetMs } = stored === undefined ? { offsetMs: 0 } : Stored.parse(stored)
  return {
    now: () => new Date(Date.now() + offsetMs),
    isFrozen: false,
    async forward(ms) {
      offsetMs += checked(ms)
      if (file) await writeJson(file, { offsetMs })
    },
  }
}

function frozenClock(at: Date): TurnableClock {
  let instant = at
  return {
    now: () => new Date(instant),
    isFrozen: true,
    forward: async (ms) => {
      instant = later(instant, checked(ms))
    },
  }
}

function checked(ms: number): number {
  if (!Number.isSafeInteger(ms) || ms < 0) throw new RangeError('The clock only turns forward.')
  return ms
}

/** An ISO 8601 duration of fixed length, such as `PT31M` or `P2DT1H`. Months and years have none. */
const DURATION = /^P(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/
const DURATION_MAX_MS = 3_660 * DAY_MS

/** Milliseconds of a duration. Throws RangeError when it is none, is empty, or is longer than ten years. */
export function durationMs(duration: string): number {
  const parts = DURATION.exec(duration)
  const [weeks, days, hours, minutes, seconds] = (parts ?? []).slice(1).map((part) => Number(part ?? 0))
  const ms =
    ((weeks ?? 0) * 7 + (days ?? 0)) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * 1_000
  if (!parts || ms === 0 || ms > DURATION_MAX_MS) {
    throw new RangeError(
      'Give a duration such as PT31M, PT2H or P2D: weeks, days, hours, minutes and seconds, at most ten years.',
    )
  }
  return ms
}
