import { readHeader } from '@rapport/core/imports/read'
import { csvLine, plainCell, safeCell } from '@rapport/core/shared/csv'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'

const STARTS = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠']
const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .tuple(fc.stringMatching(/^'{0,3}$/), fc.constantFrom(...STARTS), fc.string({ maxLength: 10 }))
    .map((parts) => parts.join('')),
  fc.constantFrom('', "'", "''", '"', ',', '\r\n', '=1+1', '@SUM(A1)', '-5', "'-5"),
)

test('SEC-15 no cell begins as a formula does, whatever was in it', () => {
  fc.assert(
    fc.property(cell, (text) => {
      const [first = ''] = safeCell(text)
      expect(STARTS).not.toContain(first)
    }),
    { numRuns: 5_000 },
  )
})

test('SEC-15 what was made safe comes back as it was, and what was safe stays as it is', () => {
  fc.assert(
    fc.property(cell, (text) => {
      expect(plainCell(safeCell(text))).toBe(text)
      if (!STARTS.some((start) => text.replace(/^'+/, '').startsWith(start))) expect(safeCell(text)).toBe(text)
    }),
    { numRuns: 5_000 },
  )
})

test('a row is read back as it was written by another program', () => {
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, (cells) => {
      const read = parse(cells.map(csvLine).join(''), { record_delimiter: '\r\n' }) as string[][]
      expect(read.map((row) => row.map(plainCell))).toEqual(cells)
    }),
    { numRuns: 1_000 },
  )
})

test('a file that is not UTF-8 is refused as that, not by columns with strange names', async () => {
  const text = 'lastName,größe\nLan,1\n'
  const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
  const headerOf = (bytes: Uint8Array) =>
    readHeader(
      (async function* () {
        yield bytes
      })(),
    )

  const refused = [utf16, Buffer.from(utf16).swap16(), Buffer.from(text, 'latin1')]

  for (const bytes of refused) await expect(headerOf(bytes)).rejects.toMatchObject({ code: 'file.not_utf8' })
  expect(await headerOf(Buffer.from(`\ufeff${text}`))).toMatchObject({ columns: ['lastName', 'größe'] })
})
