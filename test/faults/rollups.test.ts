import { accountType } from '@rapport/core/accounts/model'
import type { Account } from '@rapport/core/accounts/schema'
import { checkRollups } from '@rapport/core/fsck/rollups'
import type { Snapshot } from '@rapport/core/fsck/snapshot'
import { contributionOf, projectRollups } from '@rapport/core/rollups/service'
import { takeNumbers } from '@rapport/kernel/numbers'
import { itemsOf as recordItems } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import { type Contributed, type Contribution, readTotals, totalModel } from '@rapport/kernel/rollup'
import type { Ctx } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { createChaos, figures, STORM, seedOf } from '../support/faulty.ts'
import { quiet } from '../support/sound.ts'

const chaos = createChaos(seedOf('ROLLUP_SEED'))
let api: Api
let ctx: Ctx
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, shards: 3 }))
  ctx = systemCtx(api.runtime, 'rollups', 'test')
})
afterAll(async () => {
  figures('rollups', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

/** Accounts counted by industry and as a whole. */
const countedType = {
  ...accountType,
  rollups: ({ industry, employees = 0 }: Account): Contribution[] => [
    { rollup: 'accounts', values: { count: 1, employees } },
    ...(industry ? [{ rollup: `accounts#${industry}`, values: { count: 1 } }] : []),
  ],
} as unknown as RecordType

const NAMES = ['accounts', 'accounts#mining', 'accounts#retail']

describe('P15: totals', () => {
  test('equal a recount whatever came twice, late, at once, or without a reply', async () => {
    const ids: string[] = []
    const CHANGES = 40
    const seen: Promise<void>[] = []
    const project = (id: string): void => {
      for (let copy = 0; copy < 3; copy++)
        seen.push(projectRollups(ctx, [countedType], id).catch(() => projectRollups(ctx, [countedType], id)))
    }
    const number = (bound: number): number => Math.floor(chaos.random() * bound)

    for (let change = 0; change < CHANGES; change++) {
      const body = { industry: ['mining', 'retail'][number(2)], employees: number(1000) }
      if (ids.length < 6 || number(4) === 0) {
        const { body: made } = await api.call('POST', '/v1/accounts', { as: 'rep', body: { name: 'Counted', ...body } })
        ids.push(String(made.id))
      }
      const id = ids[number(ids.length)] as string
      if (number(8) === 0) await api.call('DELETE', `/v1/accounts/${id}`, { as: 'rep' })
      else await api.call('PATCH', `/v1/accounts/${id}`, { as: 'rep', body })
      chaos.rates = STORM
      project(id)
      chaos.rates = number(2) ? STORM : {}
    }
    chaos.rates = STORM
    await Promise.all(seen)
    chaos.rates = {}
    for (const id of ids) await projectRollups(ctx, [countedType], id)

    const totals = await readTotals(ctx, NAMES)
    const accounts = (await recordItems(ctx, ids)).map((item) =>
      contributionOf(countedType, fromItem(countedType, item)),
    )
    for (const name of NAMES) {
      const parts = accounts.flatMap(({ contributions }) => contributions.filter(({ rollup }) => rollup === name))
      const recount = (value: string): number => parts.reduce((sum, { values }) => sum + (values[value] ?? 0), 0)
      expect(totals.get(name)?.count ?? 0).toBe(recount('count'))
      expect(totals.get(name)?.employees ?? 0).toBe(recount('employees'))
    }
  })
})

test('a part that is behind, ahead, missing or wrong is found', () => {
  const record = {
    id: 'acc_01kavm5g3t8z1r4y6w9x2c7b0d',
    version: 2,
    updatedAt: '2026-11-22T08:00:00.000Z',
    employees: 5,
  }
  const right = contributionOf(countedType, record as never)
  const codeOf = (part?: Partial<Contributed>): string | undefined => {
    const rows = { contributed: part ? [{ value: { ...right, ...part } }] : [] }
    const records = new Map([[record.id, { type: countedType, record }]])
    const totals = new Map([[totalModel.key({ rollup: 'accounts', slot: '0' }).pk, { count: 1, employees: 5 }]])
    const snapshot = { rows, records, totals, events: new Map() } as unknown as Snapshot
    return checkRollups(snapshot, api.now.at, 0, 1).find(({ code }) => code !== 'rollup.drift')?.code
  }

  expect(codeOf({})).toBeUndefined()
  expect(codeOf()).toBe('rollup.behind')
  expect(codeOf({ version: 1 })).toBe('rollup.behind')
  expect(codeOf({ version: 3 })).toBe('rollup.ahead')
  expect(codeOf({ contributions: [] })).toBe('rollup.wrong')
})

describe('numbers', () => {
  test('are given out once, whoever asks at the same time', async () => {
    const taken = await Promise.all(Array.from({ length: 6 }, () => takeNumbers(ctx, 'test')))
    const block = await takeNumbers(ctx, 'test', 10)

    expect(taken.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6])
    expect(block).toBe(7)
    expect(await takeNumbers(ctx, 'test')).toBe(17)
  })
})
