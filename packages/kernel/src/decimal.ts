import * as z from 'zod'

/**
 * Exact arithmetic for quantities, percentages and rates. They travel as decimal text and are counted with as fractions of big
 * integers: nothing is rounded before `roundAway` or `roundEven` is called, and nothing is ever a float.
 */

/** Decimals of a quantity, a percentage or a rate. */
export const PLACES_MAX = 6

/** `n / d` in lowest terms; `d` is positive. */
export interface Exact {
  n: bigint
  d: bigint
}

const DECIMAL = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/

/** A number as text, from `min` to `max`, with at most 12 digits before the point and 6 behind it. */
export const decimal = (min: string, max: string) =>
  z
    .string()
    .max(20)
    .regex(DECIMAL, { error: 'must be a number such as 12.5, with at most 6 decimals' })
    .refine((text) => !DECIMAL.test(text) || (compare(exact(text), exact(min)) >= 0 && isAtMost(text, max)), {
      error: `must be from ${min} to ${max}`,
    })
    .meta({ description: `A decimal from ${min} to ${max}, as text.`, examples: [max.length > 6 ? '12.5' : max] })

const isAtMost = (text: string, max: string): boolean => compare(exact(text), exact(max)) <= 0

/** The number a text or a whole number stands for. The text must be one that `decimal` takes. */
export function exact(value: string | number | bigint): Exact {
  if (typeof value !== 'string') return { n: BigInt(value), d: 1n }
  if (!DECIMAL.test(value)) throw new RangeError(`This is no decimal: ${value}`)
  const [whole = '', part = ''] = value.split('.')
  return fraction(BigInt(whole + part), 10n ** BigInt(part.length))
}

/** The fraction in lowest terms. Throws RangeError when `d` is 0. */
export function fraction(n: bigint, d: bigint): Exact {
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d) * (d < 0n ? -1n : 1n)
  return { n: n / divisor, d: d / divisor }
}

export const plus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d)
export const minus = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d)
export const times = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d)
export const over = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n)
export const sum = (all: readonly Exact[]): Exact => all.reduce(plus, ZERO)

/** Below 0 when `a` is less, above 0 when it is more. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const ZERO: Exact = { n: 0n, d: 1n }
export const ONE: Exact = { n: 1n, d: 1n }

/** The part of 1 that a percentage is. */
export const percent = (text: string): Exact => over(exact(text), exact(100))

/** The nearest whole number; a half goes away from zero, so that an amount and its reversal cancel out. */
export function roundAway({ n, d }: Exact): bigint {
  const [size, sign] = n < 0n ? [-n, -1n] : [n, 1n]
  return sign * ((2n * size + d) / (2n * d))
}

/** The nearest whole number; a half goes to the even one, so that sums of many do not drift. */
export function roundEven(value: Exact): bigint {
  const away = roundAway(value)
  const isHalf = value.d === 2n
  return isHalf && away % 2n !== 0n ? away - (value.n < 0n ? -1n : 1n) : away
}

/** The largest whole number that is not above. */
const floor = ({ n, d }: Exact): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d))

/** As text with at most `places` decimals and no zeros at the end; a half goes away from zero. */
export function toText(value: Exact, places: number = PLACES_MAX): string {
  const rounded = roundAway(times(value, exact(10n ** BigInt(places))))
  const digits = (rounded < 0n ? -rounded : rounded).toString().padStart(places + 1, '0')
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places)]
  const shown = part.replace(/0+$/, '')
  return `${rounded < 0n ? '-' : ''}${whole}${shown === '' ? '' : `.${shown}`}`
}

/** The one way to write a number: `1.50` is `1.5`, `-0` is `0`. */
export const canonical = (text: string): string => toText(exact(text))

/**
 * Rounds each part down or up so that all add up to `total`: those with the largest remainders go up, ties to the earlier one.
 * Parts and total may be negative, and the reverse of everything is apportioned in reverse. Throws RangeError when the total is
 * further from the sum of the parts than rounding can be.
 */
export function apportion(total: bigint, parts: readonly Exact[]): bigint[] {
  if (total < 0n) return apportion(-total, parts.map(negative)).map((part) => -part)
  const floors = parts.map(floor)
  const missing = total - floors.reduce((all, part) => all + part, 0n)
  const rests = parts.map((part, index) => minus(part, exact(floors[index] ?? 0n)))
  const open = rests.flatMap(({ n }, index) => (n > 0n ? [index] : []))
  if (missing < 0n || missing > BigInt(open.length)) throw new RangeError('The parts do not come to this total.')
  const byRest = open.sort((a, b) => compare(rests[b] ?? ZERO, rests[a] ?? ZERO) || a - b)
  const raised = new Set(byRest.slice(0, Number(missing)))
  return floors.map((part, index) => (raised.has(index) ? part + 1n : part))
}

const negative = ({ n, d }: Exact): Exact => ({ n: -n, d })

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b]
  return a
}
