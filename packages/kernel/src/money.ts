import * as z from 'zod'
import { apportion, exact, fraction, over, roundEven, times } from './decimal.ts'
import { unprocessable } from './errors.ts'

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

/**
 * Currencies whose minor unit is not a hundredth. The list is ours because money is stored in minor units: Intl follows CLDR, which
 * differs from ISO 4217 (HUF, IDR, IQD and fourteen more in ICU 78) and changes with the runtime.
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const DIGITS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const digitsOf = new Map(
  Object.entries(DIGITS).flatMap(([digits, codes]) => codes.split(' ').map((code) => [code, Number(digits)] as const)),
)

/** Decimals of a currency's minor unit (ISO 4217): USD 2, JPY 0, KWD 3. */
export const minorDigits = (currency: string): number => digitsOf.get(currency) ?? 2

/** A whole amount in minor units as a number. Throws unprocessable('money.too_large') beyond 2^53 − 1: no amount is ever nearly right. */
export function toMinor(amount: bigint): number {
  if (amount >= -LARGEST && amount <= LARGEST) return Number(amount)
  throw unprocessable('money.too_large', 'An amount is larger than can be kept exactly: 2^53 − 1 minor units.')
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER)

/** The sum of amounts in minor units of one currency. Throws unprocessable('money.too_large'). */
export const addUp = (amounts: readonly number[]): number =>
  toMinor(amounts.reduce((total, amount) => total + BigInt(amount), 0n))

/** What an amount counts for at a probability in basis points (10,000 is certain): rounded once per record, a half to even. */
export const weighted = (amountMinor: number, basisPoints: number): number =>
  toMinor(roundEven(fraction(BigInt(amountMinor) * BigInt(basisPoints), 10_000n)))

/**
 * An amount in another currency, of which one unit of its own is worth `rate`; rounded once, a half to even. Throws
 * unprocessable('money.too_large').
 */
export function exchange({ amount, currency }: Money, rate: string, to: string): Money {
  const scale = exact(10n ** BigInt(minorDigits(to)))
  const major = over(exact(amount), exact(10n ** BigInt(minorDigits(currency))))
  return { amount: toMinor(roundEven(times(times(major, exact(rate)), scale))), currency: to }
}

/** Whether a field holds an amount of money, also one with a description of its own: that is another schema with the same shape. */
export const isMoney = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && schema.shape.amount === Money.shape.amount && 'currency' in schema.shape

/**
 * The minor units in a decimal number of major ones, given as its digits and how many of them stand behind the decimal sign.
 * Undefined when that is no whole number of them, or too large to be held exactly.
 */
export function fromMajor(digits: bigint, decimals: number, currency: string): number | undefined {
  const shift = minorDigits(currency) - decimals
  const divisor = 10n ** BigInt(Math.max(0, -shift))
  const amount = (digits * 10n ** BigInt(Math.max(0, shift))) / divisor
  const isWhole = shift >= 0 || digits % divisor === 0n
  return isWhole && Number.isSafeInteger(Number(amount)) ? Number(amount) : undefined
}

/** `1250.00 USD`: major units with a dot, as people and other programs write amounts. */
export function toMajor({ amount, currency }: Money): string {
  const digits = minorDigits(currency)
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const part = digits > 0 ? `.${text.slice(-digits)}` : ''
  return `${amount < 0 ? '-' : ''}${whole}${part} ${currency}`
}

/**
 * Splits an amount by weights so that the parts add up to the whole: largest remainder, ties to the earlier part. Weights are
 * non-negative integers of which one at least is positive; the sign of the amount carries over to every part.
 */
export function allocate(amountMinor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (total <= 0n) throw new RangeError('Weights must add up to more than nothing.')
  const whole = BigInt(amountMinor)
  const parts = weights.map((weight) => fraction(whole * BigInt(weight), total))
  return apportion(whole, parts).map(Number)
}
