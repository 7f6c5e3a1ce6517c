import { instant } from '@rapport/kernel/schema'
import * as z from 'zod'

/**
 * `breached` stays, whatever happens later; a breached clock may still be open. `cancelled`: nothing is promised, or it ended
 * before that mattered.
 */
export const ClockState = z.enum(['running', 'paused', 'met', 'breached', 'cancelled'])
export type ClockState = z.infer<typeof ClockState>

/** Pauses that are kept one by one; of older ones, only how long they were. */
export const PAUSES_MAX = 50

/** Time that does not count: the case waited, or had ended and was reopened later. Without `to` it still waits. */
export const Pause = z
  .strictObject({
    from: instant,
    to: instant.optional(),
    state: z.enum(['waiting_on_customer', 'waiting_on_third_party', 'ended']),
  })
  .meta({ id: 'ClockPause' })
export type Pause = z.infer<typeof Pause>

const percent = z.int().min(1).max(99)

/** Something promised within an amount of business time. */
export const Clock = z
  .strictObject({
    state: ClockState,
    startedAt: instant,
    stoppedAt: instant.optional(),
    targetMinutes: z.int().min(1).max(525_600).optional().meta({ description: 'Absent when nothing is promised.' }),
    dueAt: instant.optional().meta({ description: 'Absent while the clock is paused.' }),
    breachedAt: instant.optional(),
    pauses: z.array(Pause).max(PAUSES_MAX),
    earlierPausesMs: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'Business time of pauses that are no longer kept one by one.' }),
    warnings: z
      .array(z.strictObject({ percent, at: instant }))
      .max(5)
      .meta({ description: 'Still to come while the clock runs.' }),
    warnedPercents: z.array(percent).max(99),
  })
  .meta({ id: 'Clock' })
export type Clock = z.infer<typeof Clock>

/** Percent of a target that is used up when a warning is given. */
export const WarnAtPercents = z
  .array(percent)
  .max(5)
  .refine((list) => list.every((value, index) => index === 0 || (list[index - 1] ?? value) < value), {
    error: 'must go up',
  })
