import { fiscalQuarterEnd } from '@rapport/core/organisation/fiscal-rules'
import { expect, test } from 'vitest'

test.each([
  ['2026-01-01', 1, '2026-03-31'],
  ['2026-03-31', 1, '2026-03-31'],
  ['2026-04-01', 1, '2026-06-30'],
  ['2026-11-22', 1, '2026-12-31'],
  ['2026-12-31', 1, '2026-12-31'],
  ['2026-11-22', 7, '2026-12-31'],
  ['2026-11-22', 2, '2027-01-31'],
  ['2027-01-31', 2, '2027-01-31'],
  ['2027-02-01', 2, '2027-04-30'],
  ['2026-11-22', 12, '2026-11-30'],
  ['2027-12-01', 12, '2028-02-29'],
  ['2026-12-01', 12, '2027-02-28'],
  ['2026-11-22', 3, '2026-11-30'],
])('the quarter of %s, in a year that begins with month %i, ends on %s', (day, startMonth, end) => {
  expect(fiscalQuarterEnd(day, startMonth)).toBe(end)
})
