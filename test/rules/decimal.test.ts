import {
  apportion,
  canonical,
  compare,
  decimal,
  exact,
  fraction,
  minus,
  over,
  plus,
  roundAway,
  roundEven,
  times,
  toText,
} from '@rapport/kernel/decimal'
import { addUp, exchange, toMinor, weighted } from '@rapport/kernel/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Millionths, and the text that stands for them. */
const micros = fc.bigInt({ min: 1n - 10n ** 18n, max: 10n ** 18n - 1n })
const textOf = (value: bigint): string => toText(fraction(value, 1_000_000n))

describe('a decimal', () => {
  test.each(['0', '1', '-1', '12.5', '0.000001', '-0.5', '999999999999.999999', '1.50', '-0'])('is %s', (text) => {
    expect(decimal('-999999999999.999999', '999999999999.999999').safeParse(text).success).toBe(true)
  })

  test.each([
    '',
    '.5',
    '5.',
    '01',
    '+1',
    '1e3',
    '1,5',
    '0.0000001',
    '1000000000000',
    'NaN',
    'Infinity',
    '0x1',
    ' 1',
    '１',
  ])('is not "%s"', (text) => {
    expect(decimal('-999999999999', '999999999999').safeParse(text).success).toBe(false)
    expect(() => exact(text)).toThrow(RangeError)
  })

  test.each([
    ['0', '100', '100', true],
    ['0', '100', '100.000001', false],
    ['0', '100', '-0.000001', false],
    ['-100', '1000', '-100', true],
  ])('from %s to %s: %s %s', (min, max, text, isTaken) => {
    expect(decimal(min, max).safeParse(text).success).toBe(isTaken)
  })

  test.each([
    ['1.50', '1.5'],
    ['-0', '0'],
    ['10', '10'],
    ['0.100000', '0.1'],
    ['-2.0', '-2'],
  ])('%s is written %s', (text, written) => {
    expect(canonical(text)).toBe(written)
  })

  test('stands for exactly the number it says', () => {
    fc.assert(
      fc.property(micros, (value) => {
        expect(times(exact(textOf(value)), exact(1_000_000))).toEqual(exact(value))
        expect(canonical(textOf(value))).toBe(textOf(value))
      }),
    )
  })

  test('is counted with as fractions are: nothing is lost on the way', () => {
    fc.assert(
      fc.property(micros, micros, (a, b) => {
        const [x, y] = [exact(textOf(a)), exact(textOf(b))]

        expect(minus(plus(x, y), y)).toEqual(x)
        expect(times(x, y)).toEqual(times(y, x))
        if (b !== 0n) expect(times(over(x, y), y)).toEqual(x)
        expect(Math.sign(compare(x, y))).toBe(a < b ? -1 : a > b ? 1 : 0)
      }),
    )
  })

  test('a tenth and two tenths are three tenths', () => {
    expect(toText(plus(exact('0.1'), exact('0.2')))).toBe('0.3')
  })
})

describe('rounding', () => {
  test.each([
    [1n, 2n, 1n, 0n],
    [3n, 2n, 2n, 2n],
    [5n, 2n, 3n, 2n],
    [-1n, 2n, -1n, 0n],
    [-3n, 2n, -2n, -2n],
    [-5n, 2n, -3n, -2n],
    [49n, 100n, 0n, 0n],
    [51n, 100n, 1n, 1n],
    [-51n, 100n, -1n, -1n],
    [0n, 1n, 0n, 0n],
  ])('%d/%d is %d away from zero and %d to even', (n, d, away, even) => {
    expect(roundAway(fraction(n, d))).toBe(away)
    expect(roundEven(fraction(n, d))).toBe(even)
  })

  test('is never off by more than a half, is exact where it can be, and mirrors at zero', () => {
    fc.assert(
      fc.property(micros, fc.bigInt({ min: 1n, max: 10n ** 9n }), (n, d) => {
        for (const round of [roundAway, roundEven]) {
          const twiceOff = 2n * (round(fraction(n, d)) * d - n)

          expect(twiceOff <= d && twiceOff >= -d).toBe(true)
          expect(round(fraction(n * d, d))).toBe(n)
          expect(round(fraction(-n, d))).toBe(-round(fraction(n, d)))
        }
      }),
    )
  })
})

describe('parts of a rounded total', () => {
  test('add up to it, each rounded down or up', () => {
    const part = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 997n }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 40 }), (given) => {
        const exacts = given.map(([n, d]) => fraction(n, d))
        const total = roundAway(exacts.reduce(plus))
        const parts = apportion(total, exacts)

        expect(parts.reduce((sum, one) => sum + one)).toBe(total)
        for (const [index, { n, d }] of exacts.entries()) {
          const off = (parts[index] ?? 0n) * d - n
          expect(off < d && off > -d).toBe(true)
        }
      }),
    )
  })

  test('go up where the remainder is largest, and in reverse when all is reversed', () => {
    const parts = [fraction(13n, 10n), fraction(16n, 10n), fraction(11n, 10n)]

    expect(apportion(4n, parts)).toEqual([1n, 2n, 1n])
    expect(
      apportion(
        -4n,
        parts.map(({ n, d }) => fraction(-n, d)),
      ),
    ).toEqual([-1n, -2n, -1n])
  })

  test('are refused for a total they cannot come to', () => {
    expect(() => apportion(3n, [fraction(1n, 2n), fraction(1n, 2n)])).toThrow(RangeError)
    expect(() => apportion(2n, [exact(1)])).toThrow(RangeError)
    expect(() => apportion(0n, [exact(1)])).toThrow(RangeError)
  })
})

describe('money', () => {
  const largest = Number.MAX_SAFE_INTEGER

  test('beyond what is exact is refused, not rounded', () => {
    expect(toMinor(BigInt(largest))).toBe(largest)
    expect(toMinor(BigInt(-largest))).toBe(-largest)
    for (const add of [() => toMinor(BigInt(largest) + 1n), () => addUp([largest, 1]), () => addUp([-largest, -1])])
      expect(add).toThrow(expect.objectContaining({ kind: 'unprocessable', code: 'money.too_large' }))
    expect(addUp([largest, 1, -1])).toBe(largest)
  })

  test.each([
    [1_000, 5_000, 500],
    [1, 5_000, 0],
    [3, 5_000, 2],
    [-1, 5_000, 0],
    [333, 3_333, 111],
    [largest, 10_000, largest],
  ])('%d at %d basis points counts for %d', (amount, basisPoints, worth) => {
    expect(weighted(amount, basisPoints)).toBe(worth)
  })

  test.each([
    [{ amount: 10_000, currency: 'EUR' }, '1.0834', 'USD', 10_834],
    [{ amount: 10_000, currency: 'JPY' }, '0.0067', 'USD', 6_700],
    [{ amount: 6_700, currency: 'USD' }, '149.25', 'JPY', 10_000],
    [{ amount: 1_000, currency: 'KWD' }, '3.2501', 'USD', 325],
    [{ amount: 100, currency: 'USD' }, '0.3075', 'KWD', 308],
    [{ amount: 5, currency: 'EUR' }, '0.1', 'USD', 0],
    [{ amount: 15, currency: 'EUR' }, '0.1', 'USD', 2],
  ])('%j at %s is %s %d', (money, rate, to, amount) => {
    expect(exchange(money, rate, to)).toEqual({ amount, currency: to })
  })

  test('that an exchange would make too large is refused', () => {
    expect(() => exchange({ amount: largest, currency: 'EUR' }, '2', 'USD')).toThrow(
      expect.objectContaining({ code: 'money.too_large' }),
    )
  })
})
