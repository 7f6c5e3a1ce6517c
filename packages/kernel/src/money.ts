import * as z from 'zod'

/** ISO 4217 codes this runtime knows; a closed set, so a currency is never free text. */
const currencies = Intl.supportedValuesOf('currency') as [string, ...string[]]

export const Currency = z
  .string()
  .length(3)
  .regex(/^[A-Z]{3}$/)
  .refine((code) => currencies.includes(code), { error: 'is not an ISO 4217 currency' })
  .meta({ description: 'ISO 4217 currency code.', examples: ['USD'] })

/** An amount in the currency's minor unit: 125000 USD is 1,250.00 dollars, 125000 JPY is 125,000 yen. Never a fraction. */
export const Money = z
  .strictObject({
    amount: z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER),
    currency: Currency,
  })
  .meta({
    id: 'Money',
    description: 'An amount in the minor unit of its currency (ISO 4217): cents for USD, yen for JPY.',
  })
export type Money = z.infer<typeof Money>

/** Decimals of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/**
 * Splits an amount by weights so that the parts add up to the whole: largest remainder, ties to the earlier part. Weights are
 * non-negative integers of which one at least is positive; the sign of the amount carries over to every part.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total <= 0n) throw new RangeError('Weights must add up to more than nothing.')
  const whole = BigInt(Math.abs(amountMinor))
  const shares = weights.map((weight) => ({
    part: (whole * BigInt(weight)) / total,
    rest: (whole * BigInt(weight)) % total,
  }))
  const short = Number(whole - shares.reduce((sum, share) => sum + share.part, 0n))
  const byRest = shares
    .map((_, index) => index)
    .sort((a, b) => Number((shares[b]?.rest ?? 0n) - (shares[a]?.rest ?? 0n)) || a - b)
  const extra = new Set(byRest.slice(0, short))
  const sign = amountMinor < 0 ? -1 : 1
  return shares.map((share, index) => sign * (Number(share.part) + (extra.has(index) ? 1 : 0)) + 0)
}
