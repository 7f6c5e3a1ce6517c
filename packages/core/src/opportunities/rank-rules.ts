import { conflict } from '@rapport/kernel/errors'

/** Ranks order deals within a stage. They are fractions written in base 36 without their point, so there is always one in between. */

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const RANK_MAX = 100

/** Digits of an instant: enough until the year 5188. */
const TIME_DIGITS = 9

/** The rank of a deal that enters a stage: behind all that entered before. */
export const rankAt = (at: Date): string => `${at.getTime().toString(36).padStart(TIME_DIGITS, '0')}i`

/**
 * A rank above `low` and below `high`, half-way where it can be. Without `low` it is the first, without `high` the last. Throws
 * conflict when they are in the wrong order, or so close that no rank of 100 digits lies between.
 */
export function rankBetween(low: string | undefined, high: string | undefined): string {
  if (low !== undefined && high !== undefined && low >= high)
    throw conflict('rank.order', 'These two do not stand in this order any more.')
  let rank = ''
  let isBounded = high !== undefined
  for (let at = 0; at < RANK_MAX; at++) {
    const from = digitAt(low, at)
    const to = isBounded ? digitAt(high, at) : DIGITS.length
    if (to - from > 1) return rank + DIGITS[from + Math.floor((to - from) / 2)]
    rank += DIGITS[from]
    isBounded &&= from === to
  }
  throw conflict('rank.exhausted', 'There is no room between these two. Put one of them elsewhere first.')
}

const digitAt = (rank: string | undefined, at: number): number => {
  const digit = rank?.[at]
  return digit === undefined ? 0 : DIGITS.indexOf(digit)
}
