import type { Tier } from '@rapport/core/price-book-entries/schema'
import { bookOn } from '@rapport/core/price-books/rules'
import type { AudienceRow, PriceBook } from '@rapport/core/price-books/schema'
import { type Question, resolvePrice } from '@rapport/core/prices/rules'
import { Step } from '@rapport/core/prices/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const money = (amount: number, currency = 'USD') => ({ amount, currency })

/** Ids in the order of the names. */
const id = (kind: string, name: string): string =>
  `${kind}_0${Buffer.from(name).toString('hex').padEnd(25, '0').slice(0, 25)}`

function book(name: string, more: Partial<PriceBook> = {}): PriceBook {
  const at = '2026-01-01T00:00:00.000Z'
  return {
    id: id('pbk', name),
    version: 3,
    name,
    currency: 'USD',
    isStandard: false,
    isActive: true,
    fallback: 'none',
    adjustmentPercent: '0',
    ownerId: id('usr', '0'),
    visibility: 'everyone',
    createdAt: at,
    createdBy: 'x',
    updatedAt: at,
    updatedBy: 'x',
    ...more,
  }
}

const tier = (name: string, minQuantity: string, amount: number | undefined, more: Partial<Tier> = {}): Tier => ({
  id: id('pbe', name),
  minQuantity,
  useStandardPrice: amount === undefined,
  isActive: true,
  ...(amount === undefined ? {} : { unitPrice: money(amount) }),
  ...more,
})

const standard = book('standard', { isStandard: true })
const retail: [PriceBook, Tier[]] = [standard, [tier('retail', '0', 1000)]]

/** What a product costs in a book, with the standard book at 10.00 unless told otherwise. */
function ask(
  [used, tiers]: [PriceBook, Tier[]],
  quantity: string,
  { standards = retail, ...more }: Partial<Question> & { standards?: [PriceBook, Tier[]] } = {},
) {
  const entries = new Map([standards, [used, tiers] as const].map(([of, those]) => [of.id, those]))
  const found = resolvePrice({
    product: { family: 'coffee', isActive: true },
    quantity,
    currency: 'USD',
    date: '2026-11-22',
    books: { explicit: used, standard: standards[0] },
    entries,
    ...more,
  })
  for (const step of found.resolution) expect(Step.safeParse(step).error).toBeUndefined()
  return { amount: found.unitPrice?.amount, path: found.resolution.map(({ step }) => step), found }
}

const wholesale: [PriceBook, Tier[]] = [book('wholesale'), [tier('one', '1', 800), tier('hundred', '100', 700)]]

describe('retail at 10.00, wholesale at 8.00 from 1 and 7.00 from 100', () => {
  test.each([
    ['1', 800],
    ['99', 800],
    ['99.999999', 800],
    ['100', 700],
    ['100.000001', 700],
    ['1000000', 700],
    ['-100', 700],
  ])('%s cost %d each', (quantity, amount) => {
    const { found } = ask(wholesale, quantity)

    expect(found).toMatchObject({ unitPrice: money(amount), book: wholesale[0] })
    expect(found.resolution).toMatchObject([
      { step: 'book.explicit', priceBookId: wholesale[0].id },
      { step: 'entry.found', priceBookEntryId: found.priceBookEntryId, unitPrice: money(amount) },
    ])
  })

  test('less than 1 has no price', () => {
    expect(ask(wholesale, '0.5').found).toEqual({
      resolution: [
        { step: 'book.explicit', priceBookId: wholesale[0].id },
        {
          step: 'entry.none',
          priceBookId: wholesale[0].id,
          passedOver: { notActive: 0, outOfDate: 0, aboveQuantity: 2 },
        },
        { step: 'fallback.none', priceBookId: wholesale[0].id },
      ],
    })
  })

  test('who has no book gets retail', () => {
    expect(ask(wholesale, '100', { books: { standard } }).amount).toBe(1000)
  })
})

describe('wholesale that has expired', () => {
  const past = { validUntil: '2026-11-21' }

  test.each([
    ['with a fallback', 'standard', 1000],
    ['without one', 'none', undefined],
  ] as const)('%s: the book', (_, fallback, amount) => {
    const expired = book('expired', { ...past, fallback, adjustmentPercent: '-50' })

    const { amount: found, path } = ask([expired, [tier('one', '0', 800)]], '1')

    expect(found).toBe(amount)
    expect(path.slice(0, 3)).toEqual(['book.explicit', 'book.out_of_date', `fallback.${fallback}`])
  })

  test.each([
    ['with a fallback', 'standard', 900],
    ['without one', 'none', undefined],
  ] as const)('%s: the entry', (_, fallback, amount) => {
    const used = book('open', { fallback, adjustmentPercent: '-10' })

    const { amount: found, path } = ask([used, [tier('one', '0', 800, past)]], '1')

    expect(found).toBe(amount)
    expect(path.slice(0, 3)).toEqual(['book.explicit', 'entry.none', `fallback.${fallback}`])
  })

  test('is valid on its last day and on its first', () => {
    const entries = [tier('day', '0', 800, { validFrom: '2026-11-22', validUntil: '2026-11-22' })]

    expect(ask([book('b'), entries], '1').amount).toBe(800)
    expect(ask([book('b'), entries], '1', { date: '2026-11-23' }).amount).toBeUndefined()
    expect(ask([book('b'), entries], '1', { date: '2026-11-21' }).amount).toBeUndefined()
  })
})

describe('a deal in euros with prices in dollars only', () => {
  test('has no price: nothing is converted', () => {
    expect(ask(wholesale, '1', { currency: 'EUR' }).path).toEqual(['book.explicit', 'book.other_currency'])
    expect(ask(wholesale, '1', { currency: 'EUR', books: { account: wholesale[0] } }).path).toEqual([
      'book.account',
      'book.other_currency',
      'book.none',
    ])
    expect(ask(wholesale, '1', { currency: 'EUR', books: {} }).path).toEqual(['book.none'])
  })

  test("has the standard price in euros where there is one, also when the account's book is in dollars", () => {
    const euros: [PriceBook, Tier[]] = [
      book('euros', { isStandard: true, currency: 'EUR' }),
      [tier('e', '0', 0, { unitPrice: money(930, 'EUR') })],
    ]
    const books = { account: wholesale[0], standard: euros[0] }

    expect(ask(wholesale, '1', { currency: 'EUR', books, standards: euros }).found.unitPrice).toEqual(money(930, 'EUR'))
  })
})

describe('the book of a deal', () => {
  const own: [PriceBook, Tier[]] = [book('own'), [tier('own', '0', 900)]]

  test.each([
    ['the one that is named', { explicit: wholesale[0], account: own[0], standard }, 'book.explicit'],
    ["else the account's", { account: own[0], standard }, 'book.account'],
    ['else the standard one', { standard }, 'book.standard'],
  ])('is %s', (_, books, first) => {
    expect(ask(own, '1', { books }).path[0]).toBe(first)
  })

  test("is the standard one when the account's is there no more", () => {
    expect(ask(own, '1', { books: { account: 'gone', standard } })).toMatchObject({
      amount: 1000,
      path: ['book.gone', 'book.standard', 'entry.found'],
    })
  })

  test('that is switched off gives no prices', () => {
    const off = book('off', { isActive: false })

    expect(ask([off, [tier('one', '0', 800)]], '1').path).toEqual(['book.explicit', 'book.not_active', 'fallback.none'])
    expect(ask([{ ...off, fallback: 'standard' }, [tier('one', '0', 800)]], '1').amount).toBe(1000)
  })
})

describe('the book for what an account is', () => {
  const audience = (by: 'tier' | 'segment' | 'territory', value: string, of?: PriceBook) => ({ by, value, book: of })
  const gold = book('gold')
  const north = book('north')
  const none = audience('segment', 'retail')
  const entries = new Map([gold, north, standard].map((of) => [of.id, [tier(of.name, '0', 500)]]))
  const path = (books: Question['books']) => ask(wholesale, '1', { books, entries }).path

  test('is that of the tier, then of the segment, then of the territory, then the standard one', () => {
    const both = [audience('tier', 'gold', gold), none, audience('territory', 'north', north)]

    expect(path({ audiences: both, standard })).toEqual(['book.tier', 'entry.found'])
    expect(path({ audiences: both.slice(1), standard })).toEqual(['segment.no_book', 'book.territory', 'entry.found'])
    expect(path({ audiences: [none], standard })).toEqual(['segment.no_book', 'book.standard', 'entry.found'])
  })

  test("gives way to the account's and to an explicit one", () => {
    const audiences = [audience('tier', 'gold', gold)]

    expect(path({ account: north, audiences, standard })).toEqual(['book.account', 'entry.found'])
    expect(path({ explicit: north, audiences, standard })).toEqual(['book.explicit', 'entry.found'])
    const abroad = book('abroad', { currency: 'EUR' })
    expect(path({ account: abroad, audiences, standard })).toEqual([
      'book.account',
      'book.other_currency',
      'book.tier',
      'entry.found',
    ])
  })

  const row = (name: string, validFrom?: string, validUntil?: string): AudienceRow => ({
    by: 'tier',
    value: 'gold',
    currency: 'USD',
    priceBookId: id('pbk', name),
    ...(validFrom ? { validFrom } : {}),
    ...(validUntil ? { validUntil } : {}),
  })

  test.each([
    ['the one that holds since the latest date', [row('a'), row('b', '2026-01-01'), row('c', '2025-01-01')], 'b'],
    ['of two since the same date the newest', [row('a', '2026-01-01'), row('b', '2026-01-01')], 'b'],
    ['not one that is over while another holds', [row('a'), row('b', '2026-01-01', '2026-11-21')], 'a'],
    ['on its last day still that one', [row('a'), row('b', '2026-01-01', '2026-11-22')], 'b'],
    [
      'the one that was last when all are over',
      [row('a', undefined, '2026-03-01'), row('b', undefined, '2026-02-01')],
      'a',
    ],
    ['none that is yet to begin', [row('a', '2026-11-23')], undefined],
    ['none where there are none', [], undefined],
  ])('is %s', (_what, rows, name) => {
    expect(bookOn(rows, '2026-11-22')).toBe(name && id('pbk', name))
  })

  test('does not depend on the order they are kept in, and holds on the date if any does', () => {
    const day = fc.constantFrom('2026-11-20', '2026-11-22', '2026-11-24', undefined)
    const some = fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), day, day), { selector: ([n]) => n })
    fc.assert(
      fc.property(some, (given) => {
        const rows = given.map(([name, from, until]) => row(name, from, until))
        const chosen = bookOn(rows, '2026-11-22')
        const holds = ({ validFrom = '', validUntil = '~' }: AudienceRow) =>
          validFrom <= '2026-11-22' && '2026-11-22' <= validUntil

        expect(bookOn([...rows].reverse(), '2026-11-22')).toBe(chosen)
        if (rows.some(holds)) expect(rows.filter(holds).map(({ priceBookId }) => priceBookId)).toContain(chosen)
      }),
    )
  })
})

describe('the standard price', () => {
  test.each([
    ['an entry that uses it', [tier('one', '0', undefined)], 'none', 'entry.standard_price'],
    ['a book that falls back on it', [], 'standard', 'entry.none'],
  ] as const)('is adjusted by the book: %s', (_, tiers, fallback, second) => {
    const used = book('used', { fallback, adjustmentPercent: '-12.5' })

    const { found, path } = ask([used, [...tiers]], '1')

    expect(found).toMatchObject({ unitPrice: money(875), book: used, priceBookEntryId: retail[1][0]?.id })
    expect([path[1], path.at(-1)]).toEqual([second, 'adjusted.book'])
  })

  test('is adjusted for its family where the book says so: that is closer to the product', () => {
    const used = book('used', {
      fallback: 'standard',
      adjustmentPercent: '-50',
      familyRules: [
        { family: 'tea', adjustmentPercent: '-40' },
        { family: 'coffee', adjustmentPercent: '20' },
      ],
    })

    expect(ask([used, []], '1')).toMatchObject({
      amount: 1200,
      path: ['book.explicit', 'entry.none', 'fallback.standard', 'entry.found', 'adjusted.family'],
    })
    expect(ask([used, []], '1', { product: { family: 'milk', isActive: true } }).amount).toBe(500)
    expect(ask([used, []], '1', { product: { isActive: true } }).amount).toBe(500)
  })

  test('is not adjusted for an entry with a price of its own', () => {
    const used = book('used', {
      adjustmentPercent: '-50',
      familyRules: [{ family: 'coffee', adjustmentPercent: '-90' }],
    })

    expect(ask([used, [tier('one', '0', 800)]], '1').amount).toBe(800)
  })

  test('is rounded once, a half away from zero', () => {
    const used = book('used', { fallback: 'standard', adjustmentPercent: '-12.5' })

    expect(ask([used, []], '1', { standards: [standard, [tier('s', '0', 4)]] }).amount).toBe(4)
    expect(ask([used, []], '1', { standards: [standard, [tier('s', '0', 3)]] }).amount).toBe(3)
    expect(ask([used, []], '1', { standards: [standard, [tier('s', '0', 12)]] }).amount).toBe(11)
  })

  test('that does not exist is not 0', () => {
    const used = book('used', { fallback: 'standard' })

    expect(ask([used, []], '1', { standards: [standard, []] })).toMatchObject({
      amount: undefined,
      path: ['book.explicit', 'entry.none', 'fallback.standard', 'entry.none'],
    })
    expect(ask([used, []], '1', { books: { explicit: used } }).path.at(-1)).toBe('book.none')
    expect(ask([used, [tier('one', '0', undefined)]], '1', { books: { explicit: used } }).amount).toBeUndefined()
    const closed = book('standard', { isStandard: true, validFrom: '2027-01-01' })
    expect(ask([used, []], '1', { standards: [closed, retail[1]] }).path.at(-1)).toBe('book.out_of_date')
  })

  test('of the standard book itself is the end of the way', () => {
    const circular = book('standard', { isStandard: true, fallback: 'standard' })

    expect(ask([circular, []], '1', { standards: [circular, []] }).path).toEqual([
      'book.explicit',
      'entry.none',
      'fallback.none',
    ])
    expect(
      ask([circular, [tier('self', '0', undefined)]], '1', { standards: [circular, [tier('self', '0', undefined)]] }),
    ).toMatchObject({ amount: undefined })
  })
})

describe('of several entries', () => {
  test('an inactive one is passed over, and told', () => {
    const { amount, found } = ask([book('b'), [tier('off', '0', 1, { isActive: false })]], '1')

    expect(amount).toBeUndefined()
    expect(found.resolution[1]?.passedOver).toEqual({ notActive: 1, outOfDate: 0, aboveQuantity: 0 })
  })

  test('for the same quantity the one that holds since the latest date counts, then the newest', () => {
    const always = tier('z', '1', 800)
    const since = tier('b', '1', 850, { validFrom: '2026-06-01' })
    const later = tier('c', '1', 860, { validFrom: '2026-12-01' })
    const newest = tier('d', '1', 840, { validFrom: '2026-06-01' })

    expect(ask([book('b'), [always, since, later]], '1').amount).toBe(850)
    expect(ask([book('b'), [newest, since, always]], '1').amount).toBe(840)
  })

  test('a price of 0 that somebody said is a price', () => {
    expect(ask([book('b'), [tier('free', '0', 0)]], '1').amount).toBe(0)
  })

  test('the order they are kept in does not matter, and a larger quantity never has a smaller minimum', () => {
    const tiers = fc.uniqueArray(
      fc.record({
        min: fc.nat(20),
        amount: fc.nat(1000),
        isActive: fc.boolean(),
        from: fc.constantFrom(undefined, 1, 25),
      }),
      { maxLength: 12, selector: ({ min, from }) => `${min} ${from}` },
    )
    fc.assert(
      fc.property(tiers, fc.nat(25), (given, quantity) => {
        const all = given.map(({ min, amount, isActive, from }, index) =>
          tier(`t${index}`, String(min), amount, {
            isActive,
            ...(from === undefined ? {} : { validFrom: `2026-11-${String(from).padStart(2, '0')}` }),
          }),
        )
        const minimum = (at: number, entries: Tier[]) =>
          Number(ask([book('b'), entries], String(at)).found.resolution[1]?.minQuantity ?? -1)

        expect(ask([book('b'), [...all].reverse()], String(quantity)).found).toEqual(
          ask([book('b'), all], String(quantity)).found,
        )
        expect(minimum(quantity + 1, all)).toBeGreaterThanOrEqual(minimum(quantity, all))
        expect(minimum(quantity, all)).toBeLessThanOrEqual(quantity)
      }),
    )
  })
})

test('a product that is not sold any more has no price in any book', () => {
  expect(ask(wholesale, '1', { product: { isActive: false } }).path).toEqual(['product.not_active'])
})
