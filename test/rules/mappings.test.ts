import { accountFields } from '@rapport/core/accounts/schema'
import { contactFields } from '@rapport/core/contacts/schema'
import { delimiterOf, readCsv, readHeader, readJsonLines } from '@rapport/core/imports/read'
import { CellRefused, EMPTY, parseCell } from '@rapport/core/mappings/cells'
import type { FieldForm } from '@rapport/core/mappings/fields'
import { formOf, schemaAt } from '@rapport/core/mappings/fields'
import { cellText, filled, mapRow, ownPlans, plansOf } from '@rapport/core/mappings/rows'
import { Mapping } from '@rapport/core/mappings/schema'
import { dealRowFields } from '@rapport/core/opportunities/line-rows'
import { csvLine } from '@rapport/core/shared/csv'
import { fromMajor, toMajor } from '@rapport/kernel/money'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('a cell', () => {
  test.each<[string, FieldForm, object, unknown]>([
    ['  Lan ', 'text', {}, 'Lan'],
    ['', 'text', {}, EMPTY],
    ['  ', 'number', {}, EMPTY],
    ['N/A', 'text', { empty: ['N/A', '-'] }, EMPTY],
    ['', 'date', { default: '31-12-17', date: 'dmy' }, '2017-12-31'],
    ['GTXPro', 'text', { values: [{ from: 'GTXPro', to: 'GTX Pro' }] }, 'GTX Pro'],
    ['Won', 'text', { values: [{ from: 'Won', to: '' }] }, EMPTY],
    ['Đặng Văn Ấn', 'text', { case: 'slug', suffix: '@maven.example' }, 'dang-van-an@maven.example'],
    ['Straße', 'text', { case: 'upper' }, 'STRASSE'],
    ['1.234.567,89', 'number', { decimal: ',', thousands: '.' }, 1_234_567.89],
    ['1 234', 'number', { thousands: ' ' }, 1_234],
    ["1'234'567", 'number', { thousands: "'" }, 1_234_567],
    ['0.1', 'number', { scale: '3' }, 0.3],
    ['-12', 'number', {}, -12],
    ['1100.04', 'money', { currency: 'USD', scale: '1000000' }, { amount: 110_004_000_000, currency: 'USD' }],
    ['0.29', 'money', { currency: 'USD' }, { amount: 29, currency: 'USD' }],
    ['1,5', 'money', { currency: 'KWD', decimal: ',' }, { amount: 1_500, currency: 'KWD' }],
    ['-12.00 EUR', 'money', { currency: 'USD' }, { amount: -1_200, currency: 'EUR' }],
    ['500', 'money', { currency: 'JPY' }, { amount: 500, currency: 'JPY' }],
    ['yes', 'boolean', {}, true],
    ['0', 'boolean', {}, false],
    ['25-10-16', 'date', { date: 'dmy' }, '2016-10-25'],
    ['10/25/1999', 'date', { date: 'mdy' }, '1999-10-25'],
    ['28.02.70', 'date', { date: 'dmy' }, '1970-02-28'],
    ['20161025', 'date', { date: 'ymd' }, '2016-10-25'],
    ['25-10-16', 'text', { date: 'dmy', prefix: 'Engaged on ', suffix: '.' }, 'Engaged on 2016-10-25.'],
    ['', 'text', { date: 'dmy', prefix: 'Engaged on ' }, EMPTY],
    ['Jan 5, 2017', 'date', { date: 'mdy' }, '2017-01-05'],
    ['5 March 2017', 'date', { date: 'dmy' }, '2017-03-05'],
    ['25-10-16 9:05', 'instant', { date: 'dmy' }, '2016-10-25T09:05:00.000Z'],
    ['2016-10-25T09:05:00+07:00', 'instant', {}, '2016-10-25T02:05:00.000Z'],
    ['2016-10-25', 'instant', {}, '2016-10-25T00:00:00.000Z'],
    ['a; b ;;c', 'texts', {}, ['a', 'b', 'c']],
    ['a|b', 'texts', { separator: '|' }, ['a', 'b']],
    ['["a","b"]', 'texts', {}, ['a', 'b']],
    ['{"x":1}', 'json', {}, { x: 1 }],
  ])('%j as %s with %j is %j', (cell, form, rules, value) => {
    expect(parseCell(cell, form, rules)).toEqual(value)
  })

  test.each<[string, FieldForm, object]>([
    ['abc', 'number', {}],
    ['1e5', 'number', {}],
    ['1,5', 'number', {}],
    ['0x10', 'number', {}],
    ['1'.repeat(31), 'number', {}],
    ['0.001', 'money', { currency: 'USD' }],
    ['5', 'money', {}],
    ['9'.repeat(20), 'money', { currency: 'USD' }],
    ['maybe', 'boolean', {}],
    ['31-02-17', 'date', { date: 'dmy' }],
    ['25-10', 'date', { date: 'dmy' }],
    ['13/13/2017', 'date', { date: 'mdy' }],
    ['yesterday', 'instant', {}],
    ['{x', 'json', {}],
  ])('%j as %s with %j is refused', (cell, form, rules) => {
    expect(() => parseCell(cell, form, rules)).toThrow(CellRefused)
  })
})

test('amounts are written and read back exactly, whatever the currency', () => {
  const amount = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER })
  const currency = fc.constantFrom('USD', 'JPY', 'KWD', 'VND')
  fc.assert(
    fc.property(amount, currency, (minor, code) => {
      const money = { amount: minor === 0 ? 0 : minor, currency: code }
      expect(parseCell(toMajor(money), 'money', {})).toEqual(money)
    }),
    { numRuns: 1_000 },
  )
  expect(fromMajor(10n ** 20n, 0, 'USD')).toBeUndefined()
})

describe('a row', () => {
  const { plans } = plansOf(contactFields, {
    columns: [
      { to: 'lastName', from: 'Name' },
      { to: 'emails.0.value', from: 'Mail' },
      { to: 'emails.1.value', from: 'Other mail' },
      { to: 'externalIds.erp', from: 'No' },
      { to: 'title', from: 'Title', whenEmpty: 'clear' },
      { to: 'source', constant: 'fair' },
      { to: 'accountId', from: 'Company', reference: { kind: 'account', by: 'domain' } },
    ],
  })

  test('fills fields, places inside them, and names what it refers to', () => {
    const row = { Name: 'Lan', Mail: '', 'Other mail': 'b@x.example', No: '7', Title: '', Company: ' x.example ' }

    expect(mapRow(plans, row)).toEqual({
      input: {
        lastName: 'Lan',
        emails: [{ value: 'b@x.example' }],
        externalIds: { erp: '7' },
        title: null,
        source: 'fair',
      },
      wanted: [{ path: 'accountId', kind: 'account', by: 'domain', value: 'x.example' }],
      issues: [],
    })
  })

  test('fills lists whose entries name other records, whichever entries there are', () => {
    const columns = [
      { to: 'lines.0.name', from: 'Extra' },
      { to: 'lines.1.productId', from: 'Sku', reference: { kind: 'product', by: 'sku' } },
      { to: 'lines.1.listPrice', from: 'Price', currency: 'USD' },
      { to: 'lines.1.discount.salesPrice', from: 'Paid', currency: 'USD' },
    ]
    const { plans, unknown } = plansOf(dealRowFields, { columns })
    expect(unknown).toEqual([])
    const { input, wanted } = mapRow(plans, { Extra: '', Sku: 'ml-1', Price: '5', Paid: '4.50' })

    const [one] = wanted
    expect(one).toMatchObject({ path: 'lines.1.productId', kind: 'product', by: 'sku', value: 'ml-1' })
    expect(dealRowFields.lines.safeParse([{ ...(input.lines as object[])[0], quantity: '1' }]).success).toBe(true)
    const id = 'prd_01m82sxkj90gwhjkw8hstdc7bj'
    expect(filled(input, new Map([[String(one?.stand), id]]))).toEqual({
      lines: [
        {
          productId: id,
          listPrice: { amount: 500, currency: 'USD' },
          discount: { salesPrice: { amount: 450, currency: 'USD' } },
        },
      ],
    })
  })

  test('tells of every cell that cannot be understood', () => {
    const { plans: numeric } = plansOf(accountFields, {
      columns: [
        { to: 'employees', from: 'a' },
        { to: 'annualRevenue', from: 'b', currency: 'USD' },
      ],
    })

    expect(mapRow(numeric, { a: 'x', b: 'y' }).issues.map(({ pointer }) => pointer)).toEqual([
      '/employees',
      '/annualRevenue',
    ])
  })

  test('reads no property that its file does not have', () => {
    const { plans: hostile } = plansOf(contactFields, { columns: [{ to: 'lastName', from: 'constructor' }] })

    expect(mapRow(hostile, { other: 'x' })).toEqual({ input: {}, wanted: [], issues: [] })
  })

  test('in the form of our own exports comes back as it was', () => {
    const record = {
      id: 'con_01kavm5g3t8z1r4y6w9x2c7b0d',
      version: 3,
      lastName: "'=Lan",
      description: ' a\n"b", c \n',
      doNotCall: false,
      tags: ['a', 'b'],
      emails: [{ value: 'a@x.example', primary: true }],
    }
    const names = Object.keys(record)
    const { plans: own, unknown } = ownPlans(contactFields, [...names, 'strange'])
    const cells = Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name,
        cellText(value, formOf(schemaAt(contactFields, [name]) ?? contactFields.lastName)),
      ]),
    )

    const { version: _, id, ...fields } = record
    expect(mapRow(own, cells)).toEqual({ input: fields, id, wanted: [], issues: [] })
    expect(unknown).toEqual(['strange'])
  })
})

test('a mapping names fields and places in them, and nothing else', () => {
  const to = (path: string) => Mapping.safeParse({ columns: [{ to: path, from: 'x' }] }).success

  expect(['name', 'emails.0.value', 'externalIds.erp-2'].map(to)).toEqual([true, true, true])
  expect(['', '__proto__', 'a.__proto__', 'a..b', 'A', 'a.b.c.d.e', '0'].map(to)).toEqual(Array(7).fill(false))
  expect(schemaAt(contactFields, ['constructor'])).toBeUndefined()
  expect(schemaAt(contactFields, ['emails', '0', 'constructor'])).toBeUndefined()
  expect(plansOf(contactFields, { columns: [{ to: 'version', from: 'x' }] }).unknown).toEqual(['version'])
})

describe('reading', () => {
  async function* inPieces(bytes: Buffer, size: number, from = 0): AsyncGenerator<Uint8Array> {
    for (let at = from; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }

  const cell = fc.string({ unit: fc.constantFrom('a', 'ô', '"', ',', ';', '\n', '\r\n', "'", '=', ' '), maxLength: 6 })
  const table = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 })

  test('goes on from the end of any row, in pieces of any size, as if there had been no pause', async () => {
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (cells, size) => {
        const bytes = Buffer.from(`\ufeffone,two\r\n${cells.map(csvLine).join('')}`)
        const shape = await readHeader(inPieces(bytes, size))
        const rows = []
        for await (const row of readCsv(inPieces(bytes, size, shape.end), shape, shape.end)) rows.push(row)
        const expected = cells.map(([one, two]) => ({ one, two }))
        expect(rows.map((row) => row.cells)).toEqual(expected)
        for (const [index, { end }] of rows.entries()) {
          const rest = []
          for await (const row of readCsv(inPieces(bytes, size, end), shape, end)) rest.push(row.cells)
          expect(rest).toEqual(expected.slice(index + 1))
        }
      }),
      { numRuns: 60 },
    )
  })

  test('lines of JSON end where they end, in bytes', async () => {
    const bytes = Buffer.from('\ufeff{"a":"ô"}\n\n[1]\nx\n{"a":2}')
    const rows = []
    for await (const row of readJsonLines(inPieces(bytes, 3), 0)) rows.push(row)

    expect(rows.map(({ cells }) => cells)).toEqual([
      { a: 'ô' },
      'The line is no JSON object.',
      'The line is not JSON.',
      { a: 2 },
    ])
    expect(rows.map(({ end }) => bytes.subarray(end, end + 3).toString())).toEqual(['\n[1', 'x\n{', '{"a', ''])
  })

  test.each([
    ['a,b;c\n', ','],
    ['a;b;c,d', ';'],
    ['"a,b,c";d', ';'],
    ['a\tb', '\t'],
    ['alone', ','],
  ])('finds out what divides %j', (text, sign) => {
    expect(delimiterOf(text)).toBe(sign)
  })
})
