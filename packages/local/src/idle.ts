import { setTimeout } from 'node:timers/promises'

export interface Busy {
  isIdle(): boolean
}

const TIMEOUT_MS = 30_000
const LOOK_EVERY_MS = 2

/** Work goes on that nobody should turn the clock over. */
export class StillBusy extends Error {}

/**
 * Resolves when all of these are idle, twice in a row because work is handed from one to the other between two looks. Throws
 * StillBusy after half a minute.
 */
export async function idleOf(parts: Readonly<Record<string, Busy>>, timeoutMs = TIMEOUT_MS): Promise<void> {
  const endsAt = performance.now() + timeoutMs
  const busy = (): string[] => Object.keys(parts).filter((name) => !parts[name]?.isIdle())
  for (let calm = 0; calm < 2; calm = busy().length === 0 ? calm + 1 : 0) {
    if (performance.now() > endsAt)
      throw new StillBusy(`Still busy after ${timeoutMs / 1_000} s: ${busy().join(', ')}.`)
    await setTimeout(LOOK_EVERY_MS)
  }
}
