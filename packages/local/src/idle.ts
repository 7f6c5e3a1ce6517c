import { setTimeout } from 'node:timers/promises'

export interface Busy {
  isIdle(): boolean
}

const TIMEOUT_MS = 30_000
const LOOK_EVERY_MS = 2

/** Resolves when all of these are idle, twice in a row because work is handed from one to the other between two looks. */
export async function idleOf(parts: Readonly<Record<string, Busy>>): Promise<void> {
  const endsAt = performance.now() + TIMEOUT_MS
  const busy = (): string[] => Object.keys(parts).filter((name) => !parts[name]?.isIdle())
  for (let calm = 0; calm < 2; calm = busy().length === 0 ? calm + 1 : 0) {
    if (performance.now() > endsAt) throw new Error(`Still busy after ${TIMEOUT_MS / 1_000} s: ${busy().join(', ')}.`)
    await setTimeout(LOOK_EVERY_MS)
  }
}
