import type { Account } from '@rapport/core/accounts/schema'
import type { Opportunity } from '@rapport/core/opportunities/schema'
import type { User } from '@rapport/core/users/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { type Imports, startImports } from '../support/imports.ts'
import { mavenFile, mavenFolder, mavenPresets } from '../support/maven.ts'
import { quiet } from '../support/sound.ts'

/** Deals that are imported here: enough to meet every stage and every oddity; the bench takes all of them. */
const DEALS = 40

let on: Imports
beforeAll(async () => {
  on = await startImports()
  quiet(on.api)
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

const load = (preset: string, file: string) => on.run({ ...mavenPresets[preset], mode: 'upsert' }, file, 'admin')

const firstDeals = (): string =>
  mavenFile('sales_pipeline')
    .split('\n')
    .slice(0, DEALS + 1)
    .join('\n')

if (!mavenFolder) process.stdout.write('The Maven data is not there: its import is not tried.\n')

test.runIf(mavenFolder)(
  'a seller moves in: offices, people, companies, products and deals, each by a preset',
  async () => {
    const done = {
      offices: await load('offices', mavenFile('sales_teams')),
      managers: await load('managers', mavenFile('sales_teams')),
      agents: await load('agents', mavenFile('sales_teams')),
      accounts: await load('accounts', mavenFile('accounts')),
      products: await load('products', mavenFile('products')),
      deals: await load('opportunities', firstDeals()),
    }

    const made = Object.fromEntries(Object.entries(done).map(([name, { counts }]) => [name, counts.created]))
    expect(made).toEqual({ offices: 3, managers: 6, agents: 35, accounts: 85, products: 7, deals: DEALS })
    expect(Object.values(done).map(({ counts }) => counts.refused)).toEqual([0, 0, 0, 0, 0, 0])

    const accounts = await on.list<Account>('/v1/accounts', 'admin')
    const named = (name: string) => accounts.find((account) => account.name === name)
    expect(named('Acme Corporation')).toMatchObject({
      industry: 'technology',
      annualRevenue: { amount: 110_004_000_000, currency: 'USD' },
      employees: 2_822,
    })
    const subsidiaries = accounts.filter(({ parentId }) => parentId !== undefined)
    expect(subsidiaries).toHaveLength(15)
    expect(named('Bluth Company')?.parentId).toBe(named('Acme Corporation')?.id)

    const users = await on.list<User>('/v1/users', 'admin')
    const deals = await on.list<Opportunity>('/v1/opportunities', 'admin')
    const deal = deals.find(({ externalIds }) => externalIds?.maven === 'Z063OYW0')
    expect(deal).toMatchObject({
      name: 'GTX Pro',
      status: 'won',
      closeDate: '2017-03-11',
      amount: { amount: 451_400, currency: 'USD' },
      ownerId: users.find(({ name }) => name === 'Darcel Schlecht')?.id,
      accountId: named('Isdom')?.id,
    })
  },
)

test.runIf(mavenFolder)('the same files again change nothing', async () => {
  for (const [preset, file] of [
    ['offices', 'sales_teams'],
    ['accounts', 'accounts'],
    ['products', 'products'],
  ] as const) {
    const { counts } = await load(preset, mavenFile(file))
    expect(counts, preset).toMatchObject({ created: 0, updated: 0, refused: 0 })
  }
  expect((await load('opportunities', firstDeals())).counts).toMatchObject({ unchanged: DEALS })
})
