import { randomUUID } from 'node:crypto'
import { later, MINUTE_MS } from '@rapport/kernel/clock'
import type { TurnableClock } from './clock.ts'
import type { LocalFunction } from './functions.ts'

export interface ScheduleOptions {
  functions: readonly LocalFunction[]
  clock: TurnableClock
  idle(): Promise<void>
  onError(functionName: string, error: unknown): void
}

export interface Schedules {
  /** Runs every schedule once, now. */
  tick(): Promise<void>
  /** Turns the clock forward in steps and runs what falls due at each: what depends on order happens in order. */
  advance(ms: number): Promise<void>
  /** Begins to run them as real time passes. */
  start(): void
  stop(): Promise<void>
}

/** Enough to see an hour minute by minute; a longer turn takes longer steps. */
const STEPS_MAX = 60

export function createSchedules({ functions, clock, idle, onError }: ScheduleOptions): Schedules {
  const schedules = functions.flatMap((fn) =>
    fn.spec.on.kind === 'schedule' ? [{ fn, everyMs: fn.spec.on.everyMinutes * MINUTE_MS }] : [],
  )
  const shortestMs = Math.min(MINUTE_MS * 60, ...schedules.map(({ everyMs }) => everyMs))
  const dueAt = new Map(schedules.map(({ fn, everyMs }) => [fn, later(clock.now(), everyMs)]))
  const timers: NodeJS.Timeout[] = []
  const running = new Map<LocalFunction, Promise<void>>()

  /** One at a time per function, as its reserved concurrency has it on AWS. */
  async function run(fn: LocalFunction): Promise<void> {
    await running.get(fn)
    const work = fn
      .invoke(scheduledEvent(clock.now(), fn.spec.name))
      .then(() => {})
      .catch((error: unknown) => onError(fn.spec.name, error))
      .finally(() => running.delete(fn))
    running.set(fn, work)
    await work
  }

  async function runDue(): Promise<void> {
    for (const { fn, everyMs } of schedules) {
      const due = dueAt.get(fn)
      if (due && due > clock.now()) continue
      dueAt.set(fn, later(clock.now(), everyMs))
      await run(fn)
    }
    await idle()
  }

  return {
    async tick() {
      for (const { fn } of schedules) await run(fn)
    },
    async advance(ms) {
      // What is not worked off yet happened before. When that takes long, nothing was turned.
      await idle()
      const steps = Math.max(1, Math.min(STEPS_MAX, Math.floor(ms / shortestMs)))
      let turned = 0
      for (let step = 1; step <= steps; step++) {
        const target = Math.round((ms * step) / steps)
        await clock.forward(target - turned)
        turned = target
        await runDue()
      }
    },
    start() {
      for (const { fn, everyMs } of schedules) {
        timers.push(
          setInterval(() => {
            if (!running.has(fn)) void run(fn)
          }, everyMs),
        )
      }
    },
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await Promise.all(running.values())
    },
  }
}

const scheduledEvent = (now: Date, name: string) => ({
  version: '0',
  id: randomUUID(),
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  account: '000000000000',
  time: `${now.toISOString().slice(0, 19)}Z`,
  region: 'us-east-1',
  resources: [`arn:aws:events:us-east-1:000000000000:rule/${name}`],
  detail: {},
})
