import { DAY_MS, epochS, later, MINUTE_MS } from '@rapport/kernel/clock'
import { CrmError } from '@rapport/kernel/errors'
import { type Ctx, commit, read, retryStale, versioned } from '@rapport/kernel/store'
import { type Told, toldModel } from './model.ts'

/** Longer than a message can wait: queue and dead letters keep it for 14 days each. */
const TOLD_KEPT_MS = 30 * DAY_MS

/** Longer than one attempt can run: the function that makes it is ended before. */
const CLAIM_MS = 2 * MINUTE_MS

/**
 * Sends a letter about an event to a colleague, once however often the event comes. It is claimed before it is sent and noted after it.
 * An attempt that died on the way leaves a claim that runs out, and the next one sends again: twice rather than never, but only
 * then. Throws unavailable while another attempt may be sending it: the message comes again later.
 */
export async function sendOnce(
  ctx: Ctx,
  letter: Pick<Told, 'eventId' | 'userId'>,
  send: () => Promise<unknown>,
): Promise<void> {
  const claimed = await claim(ctx, letter)
  if (!claimed) return
  await send()
  const { claimedUntil: _, ...sent } = claimed
  await write(ctx, claimed.version, { ...sent, version: claimed.version + 1 })
}

/** Takes the letter; undefined when it was sent. */
const claim = (ctx: Ctx, letter: Pick<Told, 'eventId' | 'userId'>): Promise<Told | undefined> =>
  retryStale(ctx, async () => {
    const before = await read(ctx, toldModel, letter)
    if (before && before.claimedUntil === undefined) return undefined
    if (before?.claimedUntil && before.claimedUntil > ctx.now.toISOString())
      throw new CrmError('unavailable', 'letter.claimed', 'Another attempt may be sending this letter.')
    const { version } = before ?? { version: 0 }
    const claimedUntil = later(ctx.now, CLAIM_MS).toISOString()
    const expiresAtS = epochS(later(ctx.now, TOLD_KEPT_MS))
    const next = { ...letter, version: version + 1, claimedUntil, expiresAtS }
    await write(ctx, version, next)
    return next
  })

const write = (ctx: Ctx, version: number, next: Told): Promise<void> =>
  commit(ctx, {
    writes: [{ put: toldModel.item(next), condition: versioned(version) }],
    events: [],
    answer: undefined,
  })
