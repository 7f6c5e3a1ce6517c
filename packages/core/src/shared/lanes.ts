/**
 * Runs work for each thing, at most `width` at once; things that share a key run one after the other, in their order. Answers in
 * the order of the things. The first failure is thrown when everything that was begun has ended.
 */
export async function inLanes<T, R>(
  things: readonly T[],
  width: number,
  keysOf: (thing: T) => readonly string[],
  work: (thing: T) => Promise<R>,
): Promise<R[]> {
  const last = new Map<string, Promise<unknown>>()
  const free = semaphore(width)
  const running = things.map((thing) => {
    const keys = keysOf(thing)
    const before = keys.map((key) => last.get(key))
    // A failure before is no reason not to run: every thing is looked at by itself.
    const run = Promise.allSettled(before).then(() => free(() => work(thing)))
    for (const key of keys) last.set(key, run)
    return run
  })
  const settled = await Promise.allSettled(running)
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason
    return one.value
  })
}

function semaphore(width: number): <R>(work: () => Promise<R>) => Promise<R> {
  const queue: (() => void)[] = []
  let taken = 0
  return async (work) => {
    if (taken >= width) await new Promise<void>((resolve) => queue.push(resolve))
    else taken++
    try {
      return await work()
    } finally {
      // Handed on to who waits; otherwise free again.
      const next = queue.shift()
      if (next) next()
      else taken--
    }
  }
}
