import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Ctx } from '@rapport/kernel/store'
import { operatorCtx } from '@rapport/local/operator'
import { readLog, type TicketRow } from '@rapport/local/replay/log'
import { promise } from '@rapport/local/replay/promise'
import { attainments, percentile, reportTable } from '@rapport/local/replay/report'
import { replay } from '@rapport/local/replay/run'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'

const PROMISES = {
  calendar: {
    name: 'Office hours',
    timeZone: 'Europe/Berlin',
    isDefault: true,
    week: Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [{ start: '09:00', end: '17:00' }]]),
    ),
  },
  policies: [
    {
      name: 'Four hours',
      position: 1,
      targets: { high: { firstResponseMinutes: 60, resolutionMinutes: 240 }, low: {} },
    },
  ],
}

let api: Api
let directory: string
beforeAll(async () => {
  api = await startApi()
  directory = await mkdtemp(join(tmpdir(), 'rapport-replay-'))
})
afterAll(async () => {
  await rm(directory, { recursive: true, force: true })
  await api.stop()
  await stopEngine()
})

async function fileOf(name: string, content: string): Promise<string> {
  const file = join(directory, name)
  await writeFile(file, content)
  return file
}

const rowsOf = async (content: string): Promise<TicketRow[]> => {
  const rows = []
  for await (const row of readLog(await fileOf('log.csv', content))) rows.push(row)
  return rows
}

describe('a log of tickets', () => {
  test('is understood with offsets, without milliseconds, and with a byte order mark', async () => {
    const rows = await rowsOf(
      '\ufeffticket,at,event,priority\r\nT-1,2026-03-02T09:00:00+01:00,opened,high\r\n"T-2",2026-03-02 08:30Z,replied,\r\n',
    )

    expect(rows).toEqual([
      { ticket: 'T-1', at: '2026-03-02T08:00:00.000Z', event: 'opened', priority: 'high', line: 2 },
      { ticket: 'T-2', at: '2026-03-02T08:30:00.000Z', event: 'replied', line: 3 },
    ])
  })

  test.each([
    ['an instant without a zone', 'T-1,2026-03-02T09:00:00,opened,high', /Line 2: at/],
    ['an event nobody knows', 'T-1,2026-03-02T09:00:00Z,exploded,high', /Line 2: event/],
    ['a priority nobody knows', 'T-1,2026-03-02T09:00:00Z,opened,highest', /Line 2: priority/],
    [
      'rows that are not in order',
      'T-1,2026-03-02T09:00:00Z,opened,high\nT-2,2026-03-02T08:00:00Z,opened,high',
      /Line 3: .* earlier/,
    ],
  ])('with %s is refused, and says where', async (_, lines, message) => {
    await expect(rowsOf(`ticket,at,event,priority\n${lines}\n`)).rejects.toThrow(message)
  })
})

describe('a replay', () => {
  const log = `ticket,at,event,priority
kept,2026-03-02T08:00:00Z,opened,high
late,2026-03-02T08:00:00Z,opened,high
open,2026-03-02T08:00:00Z,opened,low
kept,2026-03-02T08:59:00Z,replied,
kept,2026-03-02T09:00:00Z,waiting_on_customer,
late,2026-03-02T09:00:00Z,waiting_on_customer,
late,2026-03-02T09:01:00Z,replied,
kept,2026-03-02T14:00:00Z,customer_replied,
late,2026-03-02T14:00:00Z,customer_replied,
kept,2026-03-03T08:59:00Z,resolved,
late,2026-03-03T09:01:00Z,resolved,
kept,2026-03-03T10:00:00Z,waiting_on_customer,
gone,2026-03-03T11:00:00Z,resolved,
`

  test('tells by priority which promises were kept, to the minute, through waiting and the night', async () => {
    const clock = { at: new Date('2026-03-02T08:00:00Z') }
    const ctx = operatorCtx('replay', api.deps.table, 1, () => clock.at)
    const ctxAt = (at: Date): Ctx => {
      clock.at = at
      return ctx()
    }
    await promise(ctxAt(clock.at), {
      file: await fileOf('promises.json', JSON.stringify(PROMISES)),
      timeZone: 'UTC',
    })

    const done = await replay(ctxAt, readLog(await fileOf('whole.csv', log)))
    const found = await attainments(ctx())

    expect(done).toMatchObject({ rows: 13, cases: 3, refusedCount: 2, until: '2026-03-03T11:00:00.000Z' })
    expect(done.refused.map(({ line }) => line)).toEqual([13, 14])
    expect(found.get('high')).toEqual({
      cases: 2,
      firstResponse: { kept: 1, broken: 1, undecided: 0, minutes: expect.arrayContaining([59, 61]) },
      resolution: { kept: 1, broken: 1, undecided: 0, minutes: expect.arrayContaining([239, 241]) },
    })
    expect(found.get('low')).toMatchObject({ cases: 1, resolution: { kept: 0, broken: 0, undecided: 1 } })
    expect(reportTable(found)).toMatch(/^high\s+2\s+first response\s+1\s+1\s+0\s+50\.0\s+59\s+61$/m)
  })
})

test('a percentile is a value that was there, and nothing of nothing', () => {
  expect(percentile([], 0.5)).toBeUndefined()
  expect(percentile([3, 1, 2], 0.5)).toBe(2)
  expect(percentile([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9)).toBe(9)
})
