import { type PricedLine, type Terms, totalsOf } from '@rapport/core/quotes/rules'
import { LineTotals, Totals } from '@rapport/core/quotes/schema'
import type { TaxCode } from '@rapport/core/taxes/schema'
import { fraction, toText } from '@rapport/kernel/decimal'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

/** Documents per property. More find more: `MONEY_RUNS=100000 npm test -- test/rules/totals.test.ts`. */
const RUNS = Number(process.env.MONEY_RUNS ?? 300)

const money = (amount: number, currency = 'USD') => ({ amount, currency })
const tax = (...percents: (string | { compound: string })[]): TaxCode => ({
  code: `t${JSON.stringify(percents).replaceAll(/\W/g, '')}`,
  name: 'Tax',
  components: percents.map((one, index) => ({
    name: `Part ${index}`,
    percent: typeof one === 'string' ? one : one.compound,
    isCompound: typeof one !== 'string',
  })),
})
const line = (listPrice: number, quantity = '1', more: Partial<PricedLine> = {}): PricedLine => ({
  listPrice: money(listPrice),
  quantity,
  ...more,
})
const terms = (more: Partial<Terms> = {}): Terms => ({
  currency: 'USD',
  taxRounding: 'line',
  pricesIncludeTax: false,
  ...more,
})
const refusal = (code: string, ...pointers: string[]) =>
  expect.objectContaining({
    kind: 'unprocessable',
    code,
    issues: pointers.map((pointer) => expect.objectContaining({ pointer })),
  })

describe('three lines of 3 × 9.99 less 10 % at 7 %', () => {
  const lines = Array.from({ length: 3 }, () => line(999, '3', { discount: { percent: '10' }, tax: tax('7') }))

  test('come to 26.97 each, with tax of 3 × 1.89 = 5.67 rounded by line', () => {
    const { totals, lines: shown } = totalsOf(lines, terms({ taxRounding: 'line' }))

    expect(shown.map(({ gross, discount, net, tax }) => [gross, discount, net, tax])).toEqual(
      Array.from({ length: 3 }, () => [2997, 300, 2697, 189]),
    )
    expect([totals.subtotal, totals.tax, totals.grandTotal]).toEqual([8091, 567, 8658])
  })

  test('and 5.66 rounded once for the document, which the lines share', () => {
    const { totals, lines: shown } = totalsOf(lines, terms({ taxRounding: 'document' }))

    expect([totals.subtotal, totals.tax, totals.grandTotal]).toEqual([8091, 566, 8657])
    expect(shown.map(({ tax }) => tax)).toEqual([189, 189, 188])
    expect(totals.taxes).toMatchObject([{ taxable: 8091, tax: 566, components: [{ tax: 566 }] }])
  })
})

test('24.99 with 20 % in it is 20.83 and 4.16', () => {
  const { totals } = totalsOf([line(2499, '1', { tax: tax('20') })], terms({ pricesIncludeTax: true }))

  expect([totals.net, totals.tax, totals.includedTax, totals.subtotal, totals.grandTotal]).toEqual([
    2083, 416, 416, 2499, 2499,
  ])
})

test('15 yen at 10 % are taxed with 2', () => {
  const { totals } = totalsOf(
    [line(0, '1', { listPrice: money(15, 'JPY'), tax: tax('10') })],
    terms({ currency: 'JPY' }),
  )

  expect([totals.tax, totals.grandTotal]).toEqual([2, 17])
})

test('10.00 off 33.33, 33.33 and 33.34 are 3.33, 3.33 and 3.34', () => {
  const { totals, lines } = totalsOf(
    [line(3333), line(3333), line(3334)],
    terms({ headerDiscount: { amount: money(1000) } }),
  )

  expect(lines.map(({ headerDiscount }) => headerDiscount)).toEqual([333, 333, 334])
  expect([totals.headerDiscount, totals.net]).toEqual([1000, 9000])
})

test('100 % off leave nothing, and no tax', () => {
  const { totals } = totalsOf([line(999, '3', { discount: { percent: '100' }, tax: tax('7') })], terms())

  expect([totals.subtotal, totals.tax, totals.grandTotal, totals.discountPercent]).toEqual([0, 0, 0, '100'])
})

describe('a quantity below 0', () => {
  test('stands on credit lines', () => {
    const { totals } = totalsOf([line(1000, '-1.5', { isCredit: true, tax: tax('10') })], terms())

    expect([totals.subtotal, totals.tax, totals.grandTotal]).toEqual([-1500, -150, -1650])
  })

  test('is made smaller by a discount too', () => {
    const credit = line(1000, '-1', { isCredit: true, discount: { amount: money(300) } })

    expect(totalsOf([credit], terms()).lines[0]).toMatchObject({ gross: -1000, discount: -300, net: -700 })
    const more = { headerDiscount: { amount: money(100) } }
    expect(totalsOf([credit], terms(more)).totals).toMatchObject({ headerDiscount: -100, net: -600 })
  })

  test('and only there', () => {
    expect(() => totalsOf([line(1), line(1000, '-1')], terms())).toThrow(
      refusal('quantity.negative', '/lines/1/quantity'),
    )
    expect(() => totalsOf([line(1000, '1', { isCredit: true })], terms())).toThrow(
      refusal('quantity.positive', '/lines/0/quantity'),
    )
  })
})

describe('a line', () => {
  test.each([
    ['a percentage', { percent: '12.5' }, [999, 125, 874, '12.512513']],
    ['an amount', { amount: money(99) }, [999, 99, 900, '9.90991']],
    ['another price', { salesPrice: money(800) }, [999, 199, 800, '19.91992']],
    ['a higher price', { salesPrice: money(1100) }, [999, -101, 1100, '-10.11011']],
  ])('takes %s', (_, discount, [gross, off, net, discountPercent]) => {
    const [shown] = totalsOf([line(999, '1', { discount })], terms()).lines

    expect(shown).toMatchObject({ gross, discount: off, net, discountPercent })
  })

  test('is rounded once: the discount is taken before, not after, the price is multiplied', () => {
    expect(totalsOf([line(5, '3', { discount: { percent: '50' } })], terms()).lines[0]).toMatchObject({
      gross: 15,
      net: 8,
    })
  })

  test('has quantities of six decimals', () => {
    expect(totalsOf([line(1_000_000, '0.000001')], terms()).totals.subtotal).toBe(1)
    expect(totalsOf([line(499_999, '0.000001')], terms()).totals.subtotal).toBe(0)
  })
})

describe('a discount', () => {
  test('on the document lowers the tax of each rate by its part', () => {
    const lines = [line(10_000, '1', { tax: tax('20') }), line(10_000, '1', { tax: tax('5') }), line(10_000)]

    const { totals } = totalsOf(lines, terms({ headerDiscount: { percent: '10' } }))

    expect(totals.taxes.map((one) => [one.code, one.taxable, one.tax])).toEqual([
      ['t20', 9000, 1800],
      ['t5', 9000, 450],
    ])
    expect([totals.headerDiscount, totals.net, totals.discountPercent]).toEqual([3000, 27_000, '10'])
  })

  test('never takes from credit that stands in an offer', () => {
    const lines = [line(10_000), line(4_000, '-1', { isCredit: true }), line(2_000)]

    const { lines: shown } = totalsOf(lines, terms({ headerDiscount: { amount: money(6_000) } }))

    expect(shown.map(({ headerDiscount }) => headerDiscount)).toEqual([5_000, 0, 1_000])
  })

  test.each([
    ['of a line', [line(1), line(1000, '1', { discount: { amount: money(1001) } })], {}, '/lines/1/discount'],
    ['of the document', [line(1000)], { headerDiscount: { amount: money(1001) } }, '/headerDiscount'],
    ['of nothing', [], { headerDiscount: { amount: money(1) } }, '/headerDiscount'],
  ])('%s that is more than there is is refused', (_, lines, more, pointer) => {
    expect(() => totalsOf(lines, terms(more))).toThrow(refusal('discount.too_large', pointer))
  })
})

describe('tax', () => {
  test('that is compound is taken on the taxes before it', () => {
    const { totals } = totalsOf([line(10_000, '1', { tax: tax('5', { compound: '9.5' }) })], terms())

    expect(totals.taxes[0]?.components.map((one) => one.tax)).toEqual([500, 998])
    expect([totals.tax, totals.grandTotal]).toEqual([1498, 11_498])
  })

  test('that is compound and included comes to the same price again', () => {
    const { totals } = totalsOf(
      [line(11_498, '1', { tax: tax('5', { compound: '9.5' }) })],
      terms({ pricesIncludeTax: true }),
    )

    expect([totals.net, totals.taxes[0]?.components.map((one) => one.tax)]).toEqual([10_000, [500, 998]])
  })

  test('at other rates under the same code is told apart', () => {
    const other = { ...tax('19'), code: 'vat' }
    const lines = [line(100, '1', { tax: { ...tax('7'), code: 'vat' } }), line(100, '1', { tax: other })]

    expect(totalsOf(lines, terms()).totals.taxes.map((one) => [one.code, one.tax])).toEqual([
      ['vat', 19],
      ['vat', 7],
    ])
  })

  test('of 0 % is none, and is shown', () => {
    const { totals } = totalsOf([line(100, '1', { tax: tax('0') })], terms({ pricesIncludeTax: true }))

    expect(totals.taxes).toMatchObject([{ taxable: 100, tax: 0 }])
  })
})

describe('what is added at the end', () => {
  test('is shipping with its tax, and an adjustment', () => {
    const { totals } = totalsOf(
      [line(10_000, '1', { tax: tax('20') })],
      terms({ shipping: money(999), shippingTax: tax('7'), adjustment: money(-69) }),
    )

    expect([totals.shipping, totals.shippingTax, totals.adjustment, totals.tax]).toEqual([999, 70, -69, 2000])
    expect(totals.grandTotal).toBe(13_000)
  })

  test('is shipping with its tax in it where prices include tax', () => {
    const { totals } = totalsOf(
      [line(1200, '1', { tax: tax('20') })],
      terms({ shipping: money(2499), shippingTax: tax('20'), pricesIncludeTax: true }),
    )

    expect([totals.shipping, totals.shippingTax, totals.grandTotal]).toEqual([2083, 416, 3699])
  })

  test('does not bring an offer below 0', () => {
    expect(() => totalsOf([line(100)], terms({ adjustment: money(-101) }))).toThrow(
      refusal('total.negative', '/adjustment'),
    )
    expect(totalsOf([line(100)], terms({ adjustment: money(-100) })).totals.grandTotal).toBe(0)
    const credit = line(100, '-1', { isCredit: true })
    expect(totalsOf([credit], terms({ adjustment: money(-1) })).totals.grandTotal).toBe(-101)
  })
})

describe('the margin', () => {
  test('is what lines with a known cost earn after all discounts, and says how many they are', () => {
    const lines = [line(10_000, '2', { unitCost: money(6_000) }), line(5_000)]

    const { totals, lines: shown } = totalsOf(lines, terms({ headerDiscount: { percent: '10' } }))

    expect(totals.margin).toEqual({
      amount: 6_000,
      cost: 12_000,
      net: 18_000,
      percent: '33.333333',
      linesWithCost: 1,
      lines: 2,
    })
    expect(shown.map(({ cost }) => cost)).toEqual([12_000, undefined])
  })

  test('leaves out a cost in another currency', () => {
    const { totals } = totalsOf([line(10_000, '1', { unitCost: money(1, 'EUR') })], terms())

    expect(totals.margin).toEqual({ amount: 0, cost: 0, net: 0, linesWithCost: 0, lines: 1 })
  })
})

describe('what cannot be computed is refused, and all of it is named', () => {
  test('amounts in other currencies', () => {
    const lines = [
      line(1, '1', { listPrice: money(1, 'EUR') }),
      line(1, '1', { discount: { amount: money(1, 'EUR') } }),
    ]
    const more = { shipping: money(1, 'JPY'), adjustment: money(1, 'JPY'), headerDiscount: { amount: money(1, 'JPY') } }

    expect(() => totalsOf(lines, terms(more))).toThrow(
      refusal(
        'money.other_currency',
        '/lines/0/listPrice',
        '/lines/1/discount',
        '/headerDiscount',
        '/shipping',
        '/adjustment',
      ),
    )
  })

  test('amounts below 0', () => {
    const lines = [line(-1), line(1, '1', { discount: { salesPrice: money(-1) }, unitCost: money(-1, 'EUR') })]

    expect(() => totalsOf(lines, terms({ shipping: money(-1) }))).toThrow(
      refusal('money.negative', '/lines/0/listPrice', '/lines/1/discount', '/lines/1/unitCost', '/shipping'),
    )
  })

  const largest = Number.MAX_SAFE_INTEGER
  test.each<[string, PricedLine[], Partial<Terms>]>([
    ['a line', [line(largest, '1.000001')], {}],
    ['the sum of lines', [line(largest), line(1)], {}],
    ['a tax', [line(largest, '1', { tax: tax('100') })], {}],
    ['the sum of a line and its tax', [line(largest, '1', { tax: tax('0.000001') })], {}],
    ['the total', [line(largest)], { shipping: money(1) }],
    ['a cost', [line(1, '2', { unitCost: money(largest) })], {}],
  ])('%s that is too large to be exact', (_, lines, more) => {
    expect(() => totalsOf(lines, terms(more))).toThrow(expect.objectContaining({ code: 'money.too_large' }))
  })

  test('the largest amount there is, is exact', () => {
    expect(totalsOf([line(largest)], terms()).totals.grandTotal).toBe(largest)
    expect(totalsOf([line(1, '999999999999')], terms()).totals.grandTotal).toBe(999_999_999_999)
  })
})

/** A line with what it was made from, in whole millionths, so that a property can count by itself. */
interface Made {
  line: PricedLine
  priceMinor: bigint
  quantityMicros: bigint
  percentMicros: bigint
}

const decimalText = (micros: bigint): string => toText(fraction(micros, 1_000_000n))
const taxes = [undefined, tax('20'), tax('7'), tax('5', { compound: '9.975' }), tax('0')]
const percentMicros = fc.bigInt({ min: 0n, max: 100_000_000n })
const prices = fc.oneof(fc.nat(100), fc.nat(1_000_000), fc.nat(1_000_000_000))

const made = fc
  .record({
    price: prices,
    quantityMicros: fc.oneof(
      fc.bigInt({ min: 0n, max: 1_000_000_000n }),
      fc.bigInt({ min: 0n, max: 20n }).map((whole) => whole * 1_000_000n),
    ),
    percentMicros: fc.oneof(fc.constant(0n), percentMicros),
    sales: fc.option(prices, { nil: undefined, freq: 8 }),
    tax: fc.constantFrom(...taxes),
    cost: fc.option(prices, { nil: undefined }),
  })
  .map(({ price, quantityMicros, percentMicros, sales, tax, cost }): Made => {
    const discount = sales === undefined ? { percent: decimalText(percentMicros) } : { salesPrice: money(sales) }
    return {
      line: line(price, decimalText(quantityMicros), {
        discount,
        tax,
        ...(cost === undefined ? {} : { unitCost: money(cost) }),
      }),
      priceMinor: BigInt(price),
      quantityMicros,
      percentMicros,
    }
  })

const termsMade = fc
  .record({
    taxRounding: fc.constantFrom('line' as const, 'document' as const),
    pricesIncludeTax: fc.boolean(),
    header: fc.option(percentMicros, { nil: undefined }),
    shipping: fc.option(prices, { nil: undefined }),
    shippingTax: fc.constantFrom(...taxes),
    adjustment: fc.option(fc.nat(1000), { nil: undefined }),
  })
  .map(({ taxRounding, pricesIncludeTax, header, shipping, shippingTax, adjustment }) =>
    terms({
      taxRounding,
      pricesIncludeTax,
      shippingTax,
      ...(header === undefined ? {} : { headerDiscount: { percent: decimalText(header) } }),
      ...(shipping === undefined ? {} : { shipping: money(shipping) }),
      ...(adjustment === undefined ? {} : { adjustment: money(adjustment) }),
    }),
  )

const documents = fc.tuple(fc.array(made, { maxLength: 9 }), termsMade)
const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

describe('of any document', () => {
  test('each sum that is shown is the sum of the parts that are shown', () => {
    fc.assert(
      fc.property(documents, ([all, given]) => {
        const { totals, lines } = totalsOf(
          all.map(({ line }) => line),
          given,
        )

        for (const one of lines) {
          expect(one.gross - one.discount).toBe(one.net)
          const included = given.pricesIncludeTax ? one.tax : 0
          expect(one.net - one.headerDiscount - included).toBe(one.taxable)
          expect(one.taxable + one.tax).toBe(one.total)
        }
        const sumOf = (field: 'gross' | 'discount' | 'net' | 'headerDiscount' | 'taxable' | 'tax') =>
          total(lines.map((one) => one[field]))
        expect(totals).toMatchObject({
          gross: sumOf('gross'),
          lineDiscount: sumOf('discount'),
          subtotal: sumOf('net'),
          headerDiscount: sumOf('headerDiscount'),
          net: sumOf('taxable'),
          tax: sumOf('tax'),
        })
        expect(totals.subtotal - totals.headerDiscount - totals.includedTax).toBe(totals.net)
        expect(total(totals.taxes.map((one) => one.tax))).toBe(totals.tax)
        for (const one of totals.taxes) expect(total(one.components.map((part) => part.tax))).toBe(one.tax)
        const untaxed = total(lines.filter((_, index) => !all[index]?.line.tax).map((one) => one.taxable))
        expect(total(totals.taxes.map((one) => one.taxable)) + untaxed).toBe(totals.net)
        expect(totals.net + totals.tax + totals.shipping + totals.shippingTax + totals.adjustment).toBe(
          totals.grandTotal,
        )
        const known = lines.filter(({ cost }) => cost !== undefined)
        expect(totals.margin.amount).toBe(total(known.map((one) => one.taxable - (one.cost ?? 0))))
        expect(Totals.safeParse(totals).error).toBeUndefined()
        for (const one of lines) expect(LineTotals.safeParse(one).error).toBeUndefined()
      }),
      { numRuns: RUNS },
    )
  })

  test('no amount is off by more than half a minor unit from what it would be exactly', () => {
    fc.assert(
      fc.property(documents, ([all, given]) => {
        const { lines } = totalsOf(
          all.map(({ line }) => line),
          given,
        )

        for (const [index, { line, priceMinor, quantityMicros, percentMicros }] of all.entries()) {
          const shown = lines[index] as LineTotals
          const exactly = priceMinor * quantityMicros
          expectNear(BigInt(shown.gross), exactly, 10n ** 6n)
          if (line.discount && 'percent' in line.discount)
            expectNear(BigInt(shown.net), exactly * (10n ** 8n - percentMicros), 10n ** 14n)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('tax of one rate is that rate of the document, rounded once per line or once in all', () => {
    fc.assert(
      fc.property(fc.array(made, { minLength: 1, maxLength: 9 }), termsMade, percentMicros, (all, given, rate) => {
        const same = tax(decimalText(rate))
        const { totals, lines } = totalsOf(
          all.map(({ line }) => ({ ...line, tax: same })),
          given,
        )

        const amounts =
          given.taxRounding === 'line' ? lines.map((one) => ({ net: one.taxable, tax: one.tax })) : [totals]
        for (const one of amounts) {
          if (given.pricesIncludeTax)
            expectNear(BigInt(one.net), BigInt(one.net + one.tax) * 10n ** 8n, 10n ** 8n + rate)
          else expectNear(BigInt(one.tax), BigInt(one.net) * rate, 10n ** 8n)
        }
      }),
      { numRuns: RUNS },
    )
  })

  test('the totals do not depend on the order of the lines, nor a line on who stands before it', () => {
    const shuffled = documents.chain(([all, given]) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all.keys()], { minLength: all.length, maxLength: all.length }),
        fc.constant(given),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, order, given]) => {
        const before = totalsOf(
          all.map(({ line }) => line),
          given,
        )
        const after = totalsOf(
          order.map((index) => (all[index] as Made).line),
          given,
        )

        expect(after.totals).toEqual(before.totals)
        const sorted = (lines: readonly LineTotals[]) => lines.map((one) => JSON.stringify(one)).sort()
        expect(sorted(after.lines)).toEqual(sorted(before.lines))
      }),
      { numRuns: RUNS },
    )
  })

  test('computing again changes nothing, and nothing that was given', () => {
    fc.assert(
      fc.property(documents, ([all, given]) => {
        const lines = all.map(({ line }) => line)
        const before = structuredClone([lines, given])

        expect(totalsOf(lines, given)).toEqual(totalsOf(lines, given))
        expect([lines, given]).toEqual(before)
      }),
      { numRuns: RUNS },
    )
  })

  test('nothing is below 0 where there is no credit, and no discount is more than there was', () => {
    fc.assert(
      fc.property(documents, ([all, given]) => {
        const { totals, lines } = totalsOf(
          all.map(({ line }) => line),
          given,
        )

        for (const { discount: _, discountPercent: _percent, ...one } of lines)
          for (const amount of Object.values(one)) expect(amount).toBeGreaterThanOrEqual(0)
        for (const one of lines) expect(one.headerDiscount).toBeLessThanOrEqual(one.net)
        for (const field of ['net', 'tax', 'shipping', 'shippingTax', 'grandTotal'] as const)
          expect(totals[field]).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: RUNS },
    )
  })

  test('credit for all of it is the same below 0', () => {
    fc.assert(
      fc.property(documents, ([all, given]) => {
        const { shipping: _, adjustment: _none, ...lineTerms } = given
        const lines = all.map(({ line }) => line).filter(({ quantity }) => Number(quantity) !== 0)
        const credit = lines.map((line) => ({ ...line, quantity: `-${line.quantity}`, isCredit: true }))
        const sold = totalsOf(lines, lineTerms).totals
        const returned = totalsOf(credit, lineTerms).totals

        for (const field of ['gross', 'subtotal', 'headerDiscount', 'net', 'tax', 'grandTotal'] as const)
          expect(returned[field] + sold[field]).toBe(0)
        expect(returned.margin.amount + sold.margin.amount).toBe(0)
      }),
      { numRuns: RUNS },
    )
  })
})

/** Whether a whole number is the nearest to `n / d`; a half may go either way. */
function expectNear(rounded: bigint, n: bigint, d: bigint): void {
  const twiceOff = 2n * (rounded * d - n)
  expect(twiceOff <= d && twiceOff >= -d, `${rounded} is not near ${n}/${d}`).toBe(true)
}
