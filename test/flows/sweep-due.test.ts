import { duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { type Handovers, startHandovers, times } from '../support/handovers.ts'
import { handlerOf, sweepContext } from '../support/workers.ts'

let on: Handovers
beforeAll(async () => {
  on = await startHandovers()
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

/** Something due that no version of the sweep knows what to do about. */
const riddleModel = defineItem<{ of: string; dueAt: string; dueSlot: string }>({
  name: 'riddle',
  attributes: ['of', 'dueAt', 'dueSlot'],
  record: { partition: '${of}', sort: 'riddle' },
  indexes: { time: duePlace },
})

async function putRiddle(of: string): Promise<void> {
  const put = riddleModel.item({ of, dueAt: '2020-01-01T00:00:00.000Z', dueSlot: '0' })
  await on.api.deps.table.transact([{ put }], of)
}

const inAnHour = () => new Date(on.api.now.at.getTime() + 3_600_000).toISOString()

test('a sweep that finds nothing costs one query per partition', async () => {
  const work = await on.work({ accounts: 1, contacts: 0 })
  await on.handOver(work, { until: inAnHour() })
  await on.workers.drain()
  on.api.spent()

  await on.sweep()

  expect(on.api.spent().map(({ operation }) => operation)).toEqual(['Query', 'Query'])
})

test('entries that cannot be dealt with hold up no other, and the sweep says that they failed', async () => {
  const works = await Promise.all(times(3, 0).map(() => on.work({ accounts: 1, contacts: 0 })))
  const ids = await Promise.all(works.map((work) => on.handOver(work, { until: inAnHour() })))
  await on.workers.drain()
  for (let n = 0; n < 30; n++) await putRiddle(`acc_${String(n).padStart(26, '0')}`)
  on.api.now.advance(3_600_000)

  await expect(on.sweep()).rejects.toThrow('30 entries that are due')

  for (const id of ids) expect((await on.read(id)).status).toBe('reverting')
})

test('a sweep that runs out of time leaves the rest to the next one', async () => {
  const work = await on.work({ accounts: 1, contacts: 0 })
  const id = await on.handOver(work, { until: inAnHour() })
  await on.workers.drain()
  on.api.now.advance(3_600_000)
  const sweep = await handlerOf('sweep-due', on.api.deps)

  await sweep({} as never, sweepContext(9_000))
  expect((await on.read(id)).status).toBe('delegated')
  await on.sweep().catch(() => undefined)

  expect((await on.read(id)).status).toBe('reverting')
})
