import { expect, test } from 'vitest'
import { measureExport } from '../bench/export.ts'

test('an export holds a part of its file and no more, however many records there are', async () => {
  // A part is 5 MB: some 11,600 contacts. The bench goes to a million.
  const [few, many] = await Promise.all([measureExport('csv', 12_000), measureExport('csv', 24_000)])

  expect([few?.count, many?.count]).toEqual([12_000, 24_000])
  expect((many?.bytes ?? 0) - (few?.bytes ?? 0)).toBeGreaterThan(5_000_000)
  expect(Math.abs((many?.peakLiveMb ?? 0) - (few?.peakLiveMb ?? 0))).toBeLessThan(5)
}, 60_000)
