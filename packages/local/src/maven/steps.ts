import type { Column } from '@rapport/core/mappings/schema'
import { type FileName, type MavenFiles, misspelt } from './files.ts'

/** How the files become records: in this order, each with a mapping of its columns. */
export interface Step {
  name: string
  file: FileName
  request: { kind: string; format: 'csv'; mode: 'upsert'; match: string; mapping: { columns: Column[] } }
}

/** What tells records of this data set from others. */
export const SYSTEM = 'maven'
export const MAIL = '@maven.example'
const KEY = `externalIds.${SYSTEM}`
const BOOK = 'Hardware list prices'

/** Deals that nobody has closed have no date in the file; the year it tells of ends then. */
const OPEN_UNTIL = '31-12-17'

export const stages = {
  Prospecting: 'qualification',
  Engaging: 'needs-analysis',
  Won: 'closed-won',
  Lost: 'closed-lost',
} as const

const countries = {
  Belgium: 'BE',
  Brazil: 'BR',
  China: 'CN',
  Germany: 'DE',
  Italy: 'IT',
  Japan: 'JP',
  Jordan: 'JO',
  Kenya: 'KE',
  Korea: 'KR',
  Norway: 'NO',
  Panama: 'PA',
  Philipines: 'PH',
  Poland: 'PL',
  Romania: 'RO',
  'United States': 'US',
}

const valuesOf = (values: Readonly<Record<string, string>>) =>
  Object.entries(values).map(([from, to]) => ({ from, to }))

const mailOf = (from: string) => ({ from, case: 'slug', suffix: MAIL }) as const
const office = { to: 'teamIds.0', from: 'regional_office', reference: { kind: 'team', by: 'name' } }

const step = (name: string, file: FileName, kind: string, match: string, columns: Column[]): Step => ({
  name,
  file,
  request: { kind, format: 'csv', mode: 'upsert', match, mapping: { columns } },
})

/** List prices stand in the file of products, and deals name a product only: so the mapping of deals knows them. */
export const stepsFor = ({ products }: MavenFiles): Step[] => [
  step('offices', 'sales_teams', 'team', 'name', [{ to: 'name', from: 'regional_office' }]),
  step('managers', 'sales_teams', 'user', 'email', [
    { to: 'name', from: 'manager' },
    { to: 'email', ...mailOf('manager') },
    { to: 'roles.0', constant: 'manager' },
    office,
  ]),
  step('agents', 'sales_teams', 'user', 'email', [
    { to: 'name', from: 'sales_agent' },
    { to: 'email', ...mailOf('sales_agent') },
    { to: 'roles.0', constant: 'rep' },
    { to: 'managerId', ...mailOf('manager'), reference: { kind: 'user', by: 'email' } },
    office,
  ]),
  step('accounts', 'accounts', 'account', KEY, [
    { to: 'name', from: 'account' },
    { to: KEY, from: 'account' },
    { to: 'industry', from: 'sector', values: valuesOf({ technolgy: 'technology' }) },
    { to: 'annualRevenue', from: 'revenue', currency: 'USD', scale: '1000000' },
    { to: 'employees', from: 'employees' },
    { to: 'addresses.0.country', from: 'office_location', values: valuesOf(countries) },
    { to: 'description', from: 'year_established', prefix: 'Established in ', suffix: '.' },
    { to: 'parentId', from: 'subsidiary_of', reference: { kind: 'account', by: KEY } },
    { to: 'visibility', constant: 'everyone' },
  ]),
  step('products', 'products', 'product', 'sku', [
    { to: 'name', from: 'product' },
    { to: 'sku', from: 'product', case: 'slug' },
    { to: 'family', from: 'series', case: 'slug' },
  ]),
  step('price book', 'products', 'priceBook', 'name', [
    { to: 'name', constant: BOOK },
    { to: 'currency', constant: 'USD' },
  ]),
  step('prices', 'products', 'priceBookEntry', KEY, [
    { to: KEY, from: 'product', case: 'slug' },
    { to: 'priceBookId', constant: BOOK, reference: { kind: 'priceBook', by: 'name' } },
    { to: 'productId', from: 'product', case: 'slug', reference: { kind: 'product', by: 'sku' } },
    { to: 'unitPrice', from: 'sales_price', currency: 'USD' },
  ]),
  step('opportunities', 'sales_pipeline', 'opportunity', KEY, [
    { to: KEY, from: 'opportunity_id' },
    { to: 'name', from: 'product', values: valuesOf(misspelt) },
    { to: 'ownerId', ...mailOf('sales_agent'), reference: { kind: 'user', by: 'email' } },
    { to: 'accountId', from: 'account', reference: { kind: 'account', by: KEY } },
    { to: 'stageId', from: 'deal_stage', values: valuesOf(stages) },
    { to: 'lossReason', from: 'deal_stage', values: onlyLost('other') },
    { to: 'reasonNote', from: 'deal_stage', values: onlyLost('The data does not tell.') },
    { to: 'description', from: 'engage_date', date: 'dmy', prefix: 'Engaged on ', suffix: '.' },
    { to: 'closeDate', from: 'close_date', date: 'dmy', default: OPEN_UNTIL },
    {
      to: 'lines.0.productId',
      from: 'product',
      values: valuesOf(misspelt),
      case: 'slug',
      reference: { kind: 'product', by: 'sku' },
    },
    { to: 'lines.0.quantity', constant: '1' },
    { to: 'lines.0.listPrice', from: 'product', values: listPrices(products.rows), currency: 'USD' },
    { to: 'lines.0.discount.salesPrice', from: 'close_value', currency: 'USD' },
  ]),
]

const onlyLost = (told: string) => valuesOf({ Prospecting: '', Engaging: '', Won: '', Lost: told })

function listPrices(rows: MavenFiles['products']['rows']) {
  const prices = Object.fromEntries(rows.map(({ product = '', sales_price = '' }) => [product, sales_price]))
  const others = Object.entries(misspelt).map(([from, to]) => [from, prices[to] ?? ''])
  return valuesOf({ ...prices, ...Object.fromEntries(others) })
}
