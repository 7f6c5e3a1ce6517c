import { allocate, Money, minorDigits } from '@rapport/kernel/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('money', () => {
  test.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['VND', 0],
    ['EUR', 2],
    ['HUF', 2],
    ['IDR', 2],
    ['IQD', 3],
    ['CLF', 4],
  ])('%s has %d decimals', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits)
  })

  test.each([
    { amount: 1.5, currency: 'USD' },
    { amount: 2 ** 53, currency: 'USD' },
    { amount: 1, currency: 'XXY' },
    { amount: 1, currency: 'usd' },
    { amount: '1', currency: 'USD' },
    { amount: 1 },
    { amount: 1, currency: 'USD', x: 1 },
  ])('refuses %j', (value) => {
    expect(Money.safeParse(value).success).toBe(false)
  })
})

describe('an amount split by weights', () => {
  test.each([
    [1000, [3333, 3333, 3334], [333, 333, 334]],
    [10_000, [1, 1, 1], [3334, 3333, 3333]],
    [-10_000, [1, 1, 1], [-3334, -3333, -3333]],
    [1, [1, 1], [1, 0]],
    [0, [5, 7], [0, 0]],
    [100, [0, 1], [0, 100]],
  ])('%d by %j is %j', (amount, weights, parts) => {
    expect(allocate(amount, weights)).toEqual(parts)
  })

  test('adds up to the whole, and no part is off by a whole unit', () => {
    fc.assert(
      fc.property(
        fc.maxSafeInteger(),
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 50 }),
        (amount, weights) => {
          fc.pre(weights.some((weight) => weight > 0))
          const parts = allocate(amount, weights)
          const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)

          expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(amount))
          for (const [index, part] of parts.entries()) {
            const off = BigInt(part) * total - BigInt(amount) * BigInt(weights[index] ?? 0)
            expect(off < total && off > -total).toBe(true)
          }
        },
      ),
    )
  })

  test('needs a weight', () => {
    expect(() => allocate(1, [0])).toThrow(RangeError)
  })
})
