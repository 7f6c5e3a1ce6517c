import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '@rapport/core/accounts/schema'
import type { Import, ImportPreset } from '@rapport/core/imports/schema'
import type { DealLines } from '@rapport/core/opportunities/line-schema'
import type { Opportunity } from '@rapport/core/opportunities/schema'
import type { User } from '@rapport/core/users/schema'
import { all, type Crm } from '@rapport/local/maven/crm'
import { type MavenFiles, readFiles } from '@rapport/local/maven/files'
import { check, importAll, undoAll } from '@rapport/local/maven/run'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { type Imports, startImports } from '../support/imports.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'

/** Made up, in the form of the data set and with its oddities: a typing error, another name of a product, a parent further down. */
const SAMPLE = {
  accounts: `account,sector,year_established,revenue,employees,office_location,subsidiary_of
Bluebird Labs,technolgy,1996,1100.04,2822,United States,Umbel Group
Umbel Group,medical,1999,251.4,495,Philipines,
Kite & Sons,retail,2001,0.5,12,Korea,`,
  products: `product,series,sales_price
GTX Pro,GTX,4821
MG Special,MG,55`,
  sales_teams: `sales_agent,manager,regional_office
Ana Lima,Dora Fox,Central
Ben Øst,Dora Fox,Central
Cy Rao,Eli Moss,East`,
  sales_pipeline: `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value,engage_quarter,close_quarter
A1,Ana Lima,GTXPro,Bluebird Labs,Won,25-10-16,11-03-17,4514,Q4 2016,Q1 2017
A2,Ben Øst,MG Special,,Won,01-02-17,30-06-17,58,Q1 2017,Q2 2017
A3,Cy Rao,GTX Pro,Kite & Sons,Lost,02-02-17,31-12-17,0,Q1 2017,Q4 2017
A4,Ana Lima,GTX Pro,Umbel Group,Engaging,03-02-17,,,Q1 2017,
A5,Cy Rao,MG Special,,Prospecting,,,,,
A6,Ana Lima,MG Special,Umbel Group,Won,05-05-17,01-07-17,55,Q2 2017,Q3 2017`,
}

let on: Imports
let crm: Crm
let files: MavenFiles
let said: string[] = []
const say = (text: string) => void said.push(...text.split('\n'))

beforeAll(async () => {
  on = await startImports()
  quiet(on.api)
  crm = crmOf(on)
  const directory = await mkdtemp(join(tmpdir(), 'rapport-maven-'))
  for (const [name, text] of Object.entries(SAMPLE)) {
    await writeFile(join(directory, `${name}.csv`), `${text}\n`.replaceAll('\n', '\r\n'))
  }
  files = await readFiles(directory)
  await rm(directory, { recursive: true })
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

/** The same CRM, without a network in between. */
function crmOf({ api, workers }: Imports): Crm {
  return {
    async call<T>(method: string, path: string, request = {}) {
      const reply = await api.call<T>(method, path, { as: 'admin', ...request })
      if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
      return reply.body
    },
    async send({ url, contentType = '' }, file) {
      if (api.files.upload(url, file, contentType) !== 200) throw new Error('The file was not taken.')
    },
    receive: async ({ url }) => api.files.download(url).body,
    rest: () => workers.drain(),
  }
}

const plurals = [
  'accounts',
  'users',
  'teams',
  'products',
  'price-books',
  'price-book-entries',
  'opportunities',
] as const
const everything = async () =>
  Object.fromEntries(await Promise.all(plurals.map(async (plural) => [plural, await all(crm, `/v1/${plural}`)])))

let empty: object

test('a seller moves in: offices, people, companies, prices and deals, and every figure is that of the files', async () => {
  empty = await everything()

  const done = await importAll(crm, files, say)

  expect(done.map(({ counts }) => counts.created)).toEqual([2, 2, 3, 3, 2, 1, 2, 6])
  expect(done.map(({ counts }) => counts.refused)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  said = []
  expect(await check(crm, files, say), said.join('\n')).toBe(true)
  expect(said).toContainEqual(expect.stringMatching(/^won value +4,627\.00 USD +4,627\.00 USD$/))
  expect(said).toContainEqual(expect.stringMatching(/^won 2017 Q1 +4,514\.00 USD +4,514\.00 USD$/))
  expect(said).toContainEqual(expect.stringMatching(/^best seller +Ana Lima 4,569\.00 USD +Ana Lima 4,569\.00 USD$/))
  expect(said).toContainEqual(expect.stringMatching(/^revenue of all accounts +1,351,940,000\.00 USD/))

  const accounts = await all<Account>(crm, '/v1/accounts')
  const named = (name: string) => accounts.find((account) => account.name === name)
  expect(named('Bluebird Labs')).toMatchObject({ industry: 'technology', parentId: named('Umbel Group')?.id })
  const users = await all<User>(crm, '/v1/users')
  const person = (name: string) => users.find((user) => user.name === name)
  expect(person('Ben Øst')).toMatchObject({ managerId: person('Dora Fox')?.id, roles: ['rep'] })
  const deals = await all<Opportunity>(crm, '/v1/opportunities')
  const deal = (id: string) => deals.find(({ externalIds }) => externalIds?.maven === id)
  expect(deal('A1')).toMatchObject({
    status: 'won',
    closeDate: '2017-03-11',
    description: 'Engaged on 2016-10-25.',
    amount: { amount: 451_400, currency: 'USD' },
    ownerId: person('Ana Lima')?.id,
    accountId: named('Bluebird Labs')?.id,
  })
  expect(deal('A4'), 'what is open is worth its list price').toMatchObject({
    status: 'open',
    closeDate: '2017-12-31',
    amount: { amount: 482_100, currency: 'USD' },
  })
  const { lines } = await crm.call<DealLines>('GET', `/v1/opportunities/${deal('A1')?.id}/lines`)
  expect(lines).toMatchObject([
    { name: 'GTX Pro', quantity: '1', listPrice: { amount: 482_100 }, net: { amount: 451_400 } },
  ])
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
})

test('a figure that is not that of the files is told', async () => {
  const [first, ...others] = files.sales_pipeline.rows
  const changed = { ...files.sales_pipeline, rows: [{ ...first, close_value: '4515' }, ...others] }
  said = []

  expect(await check(crm, { ...files, sales_pipeline: changed } as MavenFiles, say)).toBe(false)
  expect(said.filter((line) => line.endsWith('≠')).map((line) => line.split('  ')[0])).toEqual([
    'won value',
    'won 2017 Q1',
    'won with GTX Pro',
    'best seller',
  ])
})

test('the same files again change nothing', async () => {
  const before = await everything()

  const done = await importAll(crm, files, say)

  expect(done.map(({ counts }) => counts.unchanged)).toEqual([3, 3, 3, 3, 2, 2, 2, 6])
  expect(await everything()).toEqual(before)
  const presets = await all<ImportPreset>(crm, '/v1/import-presets')
  expect(presets.map(({ id }) => id).sort(), 'the mappings of the first time').toEqual(
    done.map(({ presetId }) => presetId).sort(),
  )
  expect(presets.map(({ version }) => version)).toEqual(presets.map(() => 1))
})

test('undone, the CRM is as it was before', async () => {
  said = []
  const { data } = await crm.call<{ data: Import[] }>('GET', '/v1/imports', { query: { limit: '100' } })
  const deals = data.find(({ kind, counts }) => kind === 'opportunity' && counts.created > 0)
  await crm.call('POST', `/v1/imports/${deals?.id}/undo`)

  // As by a command that was broken off and begun again.
  expect(await undoAll(crm, say), said.join('\n')).toBe(0)
  expect(said.filter((text) => text.includes(': 6 removed'))).toEqual([expect.stringContaining('opportunities')])

  expect(await everything()).toEqual(empty)
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
})
