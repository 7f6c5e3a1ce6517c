import { createClock, durationMs } from '@rapport/local/clock'
import { idleOf, StillBusy } from '@rapport/local/idle'
import { createSchedules } from '@rapport/local/schedules'
import { expect, test } from 'vitest'
import { NOW, spec, standInCloud, temporaryDir } from './support.ts'

test('how far the clock was turned is remembered', async () => {
  const dataDir = await temporaryDir()
  const clock = await createClock({ dataDir })
  await clock.forward(durationMs('P2D'))

  const again = await createClock({ dataDir })

  expect(again.now().getTime() - Date.now()).toBeGreaterThan(durationMs('P2D') - 1_000)
})

test('a clock set to an instant stands still until it is turned', async () => {
  const clock = await createClock({ at: NOW })
  await clock.forward(durationMs('PT31M'))

  expect(clock.now()).toEqual(new Date('2026-03-02T09:31:00.000Z'))
})

test('the clock never goes back', async () => {
  const clock = await createClock({ at: NOW })

  await expect((async () => clock.forward(-1))()).rejects.toThrow(RangeError)
})

test.each([
  ['PT31M', 31 * 60_000],
  ['P2D', 2 * 86_400_000],
  ['P1DT2H3M4S', 93_784_000],
  ['P1W', 7 * 86_400_000],
])('%s is %i ms', (duration, ms) => {
  expect(durationMs(duration)).toBe(ms)
})

test.each(['', 'P', 'PT', 'PT0S', '-PT1M', '31M', 'P1M', 'P1Y', 'PT1.5H', 'P9999W'])(
  '%j is no duration',
  (duration) => {
    expect(() => durationMs(duration)).toThrow(RangeError)
  },
)

test('turning the clock runs what falls due in between, in order and at its time', async () => {
  const ran: string[] = []
  const { clock } = await standInCloud([
    [
      spec('minutely', { kind: 'schedule', everyMinutes: 1 }),
      async ({ time }: { time: string }) => void ran.push(`minutely ${time}`),
    ],
    [
      spec('hourly', { kind: 'schedule', everyMinutes: 60 }),
      async ({ time }: { time: string }) => void ran.push(`hourly ${time}`),
    ],
  ])

  await clock.advance('PT60M')

  expect(ran.filter((run) => run.startsWith('minutely'))).toHaveLength(60)
  expect(ran[0]).toBe('minutely 2026-03-02T09:01:00Z')
  expect(ran.at(-1)).toBe('hourly 2026-03-02T10:00:00Z')
})

test('turning the clock by years runs a bounded number of times', async () => {
  let ran = 0
  const { clock } = await standInCloud([
    [spec('minutely', { kind: 'schedule', everyMinutes: 1 }), async () => void ran++],
  ])

  await clock.advance('P700D')

  expect(ran).toBe(60)
})

test('a schedule that fails is logged, and the clock goes on', async () => {
  const { clock, log } = await standInCloud([
    [spec('broken', { kind: 'schedule', everyMinutes: 1 }), async () => Promise.reject(new Error('Broken'))],
  ])

  await clock.advance('PT2M')

  expect(log().filter((line) => line.includes('schedule.failed'))).toHaveLength(2)
})

test('what has expired is gone after the clock was turned past it', async () => {
  const { clock, deps } = await standInCloud([])
  const nowS = NOW.getTime() / 1_000
  const items = [
    { pk: 'answer#1', sk: 'answer', expiresAtS: nowS + 60 },
    { pk: 'answer#2', sk: 'answer', expiresAtS: nowS + 7_200 },
    { pk: 'answer#3', sk: 'answer', expiresAtS: nowS + 60 },
  ]
  await deps.table.transact(
    items.map((put) => ({ put })),
    'one',
  )
  await deps.table.transact([{ put: { pk: 'answer#3', sk: 'answer', expiresAtS: nowS + 9_000 } }], 'two')

  await clock.advance('PT1H')

  const left = await deps.table.batchGet(items.map(({ pk, sk }) => ({ pk, sk })))
  expect(left.map(({ pk }) => pk).sort()).toEqual(['answer#2', 'answer#3'])
})

test('the clock is not turned over work that goes on', async () => {
  const clock = await createClock({ at: NOW })
  const schedules = createSchedules({
    functions: [],
    clock,
    idle: () => idleOf({ stream: { isIdle: () => false } }, 20),
    onError: () => {},
  })

  await expect(schedules.advance(60_000)).rejects.toThrow(new StillBusy('Still busy after 0.02 s: stream.'))
  expect(clock.now()).toEqual(new Date(NOW))
})
