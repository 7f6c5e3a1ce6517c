import { refunded, totalsOf } from '@rapport/core/orders/rules'
import type { OrderLine } from '@rapport/core/orders/schema'
import { beyond } from '@rapport/core/quotes/approval-rules'
import { type BareLine, computed, type QuoteTerms } from '@rapport/core/quotes/document-rules'
import { answered, endOfDay, expired, move, presented } from '@rapport/core/quotes/lifecycle-rules'
import { orderedOf } from '@rapport/core/quotes/order-rules'
import { offerPaper } from '@rapport/core/quotes/paper-rules'
import { type Quote, QuoteStatus } from '@rapport/core/quotes/quote-schema'
import { shownAmount, totalRows } from '@rapport/core/quotes/show-rules'
import { minorDigits } from '@rapport/kernel/money'
import { wallAt } from '@rapport/kernel/wall-time'
import { renderPdf } from '@rapport/lambda/pdf'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOf } from '../support/pdf-text.ts'

const vat = (percent: string) => ({
  code: `vat-${percent}`,
  name: 'VAT',
  components: [{ name: 'VAT', percent, isCompound: false }],
})

const quoteWith = (more: Partial<Quote>): Quote =>
  ({
    id: 'quo_01kavm5g3t8z1r4y6w9x2c7b0d',
    number: 'Q-000007',
    revision: 2,
    name: 'Máy rang cà phê cho Đắk Lắk',
    status: 'draft',
    currency: 'USD',
    lineCount: 1,
    expiresOn: '2026-12-31',
    createdAt: '2026-11-22T09:00:00.000Z',
    presentedAt: '2026-11-23T09:00:00.000Z',
    ...more,
  }) as Quote

const money = (currency: string, max: number) => fc.integer({ min: 0, max }).map((amount) => ({ amount, currency }))
const percent = fc.integer({ min: 0, max: 10_000 }).map((basis) => String(basis / 100))

const line = (currency: string): fc.Arbitrary<BareLine> =>
  fc.record(
    {
      name: fc.constantFrom('Máy rang', 'เครื่องคั่วกาแฟ', 'Roaster'),
      quantity: fc.integer({ min: 1, max: 9_999_999 }).map((millis) => String(millis / 1_000)),
      listPrice: money(currency, 999_999),
      discount: fc.oneof(
        percent.map((value) => ({ percent: value })),
        money(currency, 999_999).map((salesPrice) => ({ salesPrice })),
      ),
      tax: fc.constantFrom(vat('7'), vat('10'), vat('20')),
      unitCost: money(currency, 999_999),
      isCredit: fc.constant(false),
    },
    { requiredKeys: ['name', 'quantity', 'listPrice', 'isCredit'] },
  )

const offer = fc.constantFrom('USD', 'JPY', 'KWD').chain((currency) =>
  fc.record({
    lines: fc.array(line(currency), { minLength: 1, maxLength: 8 }),
    terms: fc.record(
      {
        currency: fc.constant(currency),
        taxRounding: fc.constantFrom('line' as const, 'document' as const),
        pricesIncludeTax: fc.boolean(),
        headerDiscount: percent.map((value) => ({ percent: value })),
        shipping: money(currency, 9_999),
      },
      { requiredKeys: ['currency', 'taxRounding', 'pricesIncludeTax'] },
    ) as fc.Arbitrary<QuoteTerms>,
  }),
)

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

describe('what a quote shows', () => {
  test('adds up, whatever is offered: every sum is the sum of its parts, and computing again changes nothing', () => {
    fc.assert(
      fc.property(offer, ({ lines: given, terms }) => {
        const { totals, margin, lines } = computed(terms, given, vat('7'))

        const all = (field: 'gross' | 'discount' | 'net' | 'headerDiscount' | 'taxable' | 'tax' | 'total') =>
          sum(lines.map((one) => one.totals[field]))
        expect(all('gross') - all('discount')).toBe(totals.subtotal)
        expect(all('net')).toBe(totals.subtotal)
        expect(all('headerDiscount')).toBe(totals.headerDiscount)
        expect(all('taxable')).toBe(totals.net)
        expect(all('tax')).toBe(totals.tax)
        expect(sum(totals.taxes.map(({ tax }) => tax))).toBe(totals.tax)
        for (const tax of totals.taxes) expect(sum(tax.components.map((one) => one.tax))).toBe(tax.tax)
        expect(totals.subtotal - totals.headerDiscount - totals.includedTax).toBe(totals.net)
        expect(margin.net - margin.cost).toBe(margin.amount)
        const rows = new Map(totalRows(totals).map(({ label, amount }) => [label, amount]))
        const below = ['Net', 'Shipping', 'Tax on shipping', 'Adjustment'].map((label) => rows.get(label) ?? 0)
        expect(sum(below) + totals.tax).toBe(rows.get('Total'))

        expect(computed(terms, lines, vat('7'))).toEqual({ totals, margin, lines })
        expect(orderedOf({ totals }, lines).totals.grandTotal).toBe(totals.grandTotal)
      }),
      { numRuns: 300 },
    )
  })

  test('are exact amounts, with as many decimals as the currency has', () => {
    expect([shownAmount(123_456_789, 2), shownAmount(-5, 2), shownAmount(1_500, 0), shownAmount(1, 3)]).toEqual([
      '1,234,567.89',
      '-0.05',
      '1,500',
      '0.001',
    ])
  })
})

describe('the life of a quote', () => {
  const at = new Date('2026-11-22T09:00:00.000Z')

  test('goes only where the table says, and ends where nothing follows', () => {
    const possible = QuoteStatus.options.flatMap((from) =>
      QuoteStatus.options.flatMap((to) => {
        try {
          return [`${from} ${move(quoteWith({ status: from }), to, at).status}`]
        } catch {
          return []
        }
      }),
    )

    expect(possible).toEqual([
      'draft needs_review',
      'draft presented',
      'draft superseded',
      'needs_review draft',
      'needs_review in_review',
      'needs_review approved',
      'needs_review superseded',
      'in_review draft',
      'in_review approved',
      'in_review superseded',
      'approved draft',
      'approved presented',
      'approved superseded',
      'presented accepted',
      'presented denied',
      'presented expired',
      'presented superseded',
    ])
  })

  test.each([
    ['UTC', '2026-12-31', '2027-01-01T00:00:00.000Z'],
    ['Asia/Ho_Chi_Minh', '2026-12-31', '2026-12-31T17:00:00.000Z'],
    ['Europe/Berlin', '2027-03-28', '2027-03-28T22:00:00.000Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['Asia/Beirut', '2027-03-27', '2027-03-27T22:00:00.000Z'],
    ['America/Havana', '2027-03-13', '2027-03-14T05:00:00.000Z'],
  ])('ends in %s with %s, however long that day is', (zone, day, instant) => {
    expect(endOfDay(zone, day).toISOString()).toBe(instant)
    expect(new Date(wallAt(zone, Date.parse(instant) - 1)).toISOString().slice(0, 10)).toBe(day)
  })

  test('has its last moment a millisecond before the end of its day', () => {
    const quote = presented(quoteWith({ expiresOn: '2026-11-22' }), 'Europe/Berlin', at)
    const end = Date.parse(quote.expiresAt ?? '')
    const answer = { via: 'link' as const, at: at.toISOString(), name: 'Lan' }

    expect(answered(quote, 'accepted', answer, new Date(end - 1)).status).toBe('accepted')
    expect(() => answered(quote, 'accepted', answer, new Date(end))).toThrow(/time to answer/)
    expect([expired(quote, new Date(end - 1)), expired(quote, new Date(end))?.status]).toEqual([undefined, 'expired'])
  })
})

describe('approval', () => {
  const terms: QuoteTerms = { currency: 'USD', taxRounding: 'line', pricesIncludeTax: false }
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const limits = [
    { role: 'rep' as const, discountPercentMax: '10', marginPercentMin: '20' },
    { role: 'manager' as const, discountPercentMax: '30' },
  ]
  const of = (percentOff: string, unitCost?: number) => {
    const bare = { name: 'x', quantity: '1', listPrice: usd(1_000), discount: { percent: percentOff }, isCredit: false }
    return computed(terms, [{ ...bare, ...(unitCost === undefined ? {} : { unitCost: usd(unitCost) }) }], undefined)
  }
  const codes = (done: ReturnType<typeof of>, roles: string[]) =>
    beyond(done, done.lines, roles, limits).map(({ code }) => code)

  test('is needed from the first step beyond the limit, by the freest role of a person', () => {
    expect(codes(of('10'), ['rep'])).toEqual([])
    expect(codes(of('10.1'), ['rep'])).toEqual(['discount'])
    expect(codes(of('10.1'), ['rep', 'manager'])).toEqual([])
    expect(codes(of('90'), ['admin'])).toEqual([])
    expect(codes(of('50', 900), ['rep'])).toEqual(['discount', 'margin'])
    expect(codes(of('0', 800), ['rep'])).toEqual([])
    expect(codes(of('0', 801), ['rep'])).toEqual(['margin'])
  })

  test('looks at each line: a large discount does not hide among small ones', () => {
    const cheap = { name: 'x', quantity: '1', listPrice: usd(100), discount: { percent: '50' }, isCredit: false }
    const dear = { name: 'y', quantity: '1', listPrice: usd(1_000_000), isCredit: false }

    expect(codes(computed(terms, [cheap, dear], undefined), ['rep'])).toEqual(['discount'])
  })
})

describe('refunds', () => {
  const ordered = (quantity: string): OrderLine => ({
    name: 'x',
    quantity,
    net: 1_000,
    tax: 71,
    total: 1_071,
    cost: 333,
  })
  const request = (quantity: string) => ({ lines: [{ line: 0, quantity }], withShipping: false, reason: 'x' })

  test('in parts add up to the whole, to the cent', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }), (parts) => {
        const lines = [ordered(String(sum(parts)))]
        let returned = [{ quantity: '0', net: 0, tax: 0 }]
        const back: OrderLine[] = []
        for (const part of parts) {
          const done = refunded(lines, returned, request(String(part)))
          returned = done.returned
          back.push(...done.lines)
        }

        const extras = { shipping: 0, shippingTax: 0, adjustment: 0 }
        expect(totalsOf('USD', back, extras).grandTotal).toBe(-1_071)
        expect(sum(back.map(({ cost }) => cost ?? 0))).toBe(-333)
        expect(() => refunded(lines, returned, request('0.000001'))).toThrow(/No more can come back/)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the PDF of an offer', () => {
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  const { totals, margin, lines } = computed(
    {
      currency: 'USD',
      taxRounding: 'line',
      pricesIncludeTax: false,
      headerDiscount: { percent: '10' },
      shipping: usd(1_000),
    },
    Array.from({ length: 40 }, (_, at) => ({
      name: at % 2 === 0 ? 'Máy rang cà phê' : 'เครื่องคั่วกาแฟ',
      quantity: '3',
      listPrice: usd(999 + at),
      tax: vat('7'),
      isCredit: false,
    })),
    vat('7'),
  )
  const quote = quoteWith({ totals, margin, terms: 'Thanh toán trong 30 ngày.' })
  const seller = { name: 'Công ty Cà phê Đắk Lắk', taxNumber: '0301', footer: 'Ngân hàng Á Châu' }
  const paper = offerPaper({ quote, lines, seller, customer: { name: 'ร้านกาแฟไทย', contactName: 'Lan' } })

  test('says who offers what to whom, with the stored amounts, and is the same file each time', async () => {
    const [pdf, again] = [await renderPdf(paper), await renderPdf(paper)]
    const { text, totalPages } = await textOf(pdf)

    expect(Buffer.compare(pdf, again)).toBe(0)
    expect(totalPages).toBeGreaterThan(1)
    for (const said of [seller.name, seller.footer, 'ร้านกาแฟไทย', 'Lan', quote.terms, 'Offer Q-000007-2', '2026-12-31'])
      expect(text).toContain(said)
    for (const { totals: each } of lines) expect(text).toContain(shownAmount(each.net, 2))
    for (const { label, amount } of totalRows(totals))
      expect(text).toContain(`${label} ${shownAmount(amount, minorDigits('USD'))}`)
    expect(text).toContain(`1 / ${totalPages}`)
  })
})
