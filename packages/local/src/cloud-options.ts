import type { Deps, Env } from '@rapport/lambda/deps'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import type { Capacity } from '@rapport/lambda/table-dynamodb'
import type { DeadLetter } from './dead-letters.ts'
import type { Faults } from './faults.ts'
import type { LoadFunction } from './functions.ts'
import type { ReceivedLetter } from './mail.ts'
import type { RouteLine } from './router.ts'

export interface CloudOptions {
  /** 0, the default, is any free port. */
  port?: number
  /** Where everything is kept; in memory without it. */
  dataDir?: string | undefined
  /** Fills an empty cloud. Called at each start, before requests are taken. */
  seed?: ((cloud: Cloud) => Promise<void>) | undefined
  /** An instant at which the clock stands still until it is turned. Without it, real time plus what it was turned. */
  at?: Date
  faults?: Faults
  /** Writes no log. It can be read from `log()` all the same. */
  quiet?: boolean
  /** Opens a mail viewer on a port of its own. */
  viewer?: boolean
  env?: Partial<Env>
  /** Told of every request that a function makes to the table. */
  onCapacity?: (capacity: Capacity) => void
  /** How long to wait before something that failed is tried again. By default not at all when the clock stands still. */
  retryPauseMs?: number
  /** Other functions than the repository's. */
  manifest?: readonly FunctionSpec[]
  load?: LoadFunction
  routes?: readonly RouteLine[]
}

export interface Cloud {
  url: string
  viewerUrl: string | undefined
  /** What the functions are made with. */
  deps: Deps
  /** `advance` takes an ISO 8601 duration, runs the schedules that fall due on the way, and resolves when all is idle. */
  clock: { now(): Date; advance(duration: string): Promise<Date> }
  mail(): Promise<ReceivedLetter[]>
  deadLetters(): DeadLetter[]
  log(): readonly string[]
  /** Resolves when stream, bus and queues have nothing left to do. Throws when that takes longer than 30 s. */
  idle(): Promise<void>
  /** Runs every schedule once, now. */
  tick(): Promise<void>
  /** Calls one function by name, with an event of the caller's own making. */
  invoke(functionName: string, event: unknown): Promise<unknown>
  createSignIn(email: string, password: string, role?: string): Promise<{ subject: string }>
  /** An access token. Throws when address or password is wrong. */
  signIn(email: string, password: string): Promise<string>
  /** An access token for a subject, without a password. */
  tokenFor(subject: string): string
  stop(): Promise<void>
}
