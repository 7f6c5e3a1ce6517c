import { afterAll, expect, test } from 'vitest'
import { startApi, stopEngine } from '../support/api.ts'
import { costOfSweep, loadOpenCases } from '../support/open-cases.ts'

afterAll(stopEngine)

const DUE = 10

/** `npm run bench` says the same of a hundred thousand, and of a million. */
test('a sweep costs what is due: the same to the request at 100 and at 2,000 open cases', async () => {
  const costs = []
  for (const open of [100, 2_000]) {
    const api = await startApi()
    await loadOpenCases(api, open, DUE)
    costs.push({ first: await costOfSweep(api), idle: await costOfSweep(api) })
    expect(api.events.filter(({ type }) => type === 'case.sla_breached')).toHaveLength(DUE)
    await api.stop()
  }
  // One look at the index; of each case a look, a transaction, and a look whether there is more to do.
  const first = { requests: 1 + 3 * DUE, rcu: 0.5 + 2 * DUE, wcu: 14 * DUE }
  expect(costs[0]).toEqual({ first, idle: { requests: 1, rcu: 0.5, wcu: 0 } })
  expect(costs[1]).toEqual(costs[0])
}, 60_000)
