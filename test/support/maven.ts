import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Body } from './fixtures.ts'

/** A year of a computer-hardware seller, outside the repository: tests that use it skip when it is not there. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/maven-crm')
const PLACES = [process.env.MAVEN_DATA, FOLDER, '/work/shared/data/maven-crm'].filter((place) => place !== undefined)

export const mavenFolder = PLACES.find((place) => existsSync(join(place, 'accounts.csv')))

export const mavenFile = (name: string): string => readFileSync(join(mavenFolder ?? '', `${name}.csv`), 'utf8')

const SYSTEM = 'externalIds.maven'
const MAIL = '@maven.example'

const countries = {
  'United States': 'US',
  Kenya: 'KE',
  Philipines: 'PH',
  Japan: 'JP',
  Italy: 'IT',
  Norway: 'NO',
  Korea: 'KR',
  Jordan: 'JO',
  Brazil: 'BR',
  Germany: 'DE',
  Panama: 'PA',
  Belgium: 'BE',
  Romania: 'RO',
  Poland: 'PL',
  China: 'CN',
}

const valuesOf = (values: Record<string, string>) => Object.entries(values).map(([from, to]) => ({ from, to }))

const mailOf = (from: string) => ({ from, case: 'slug', suffix: MAIL })
const colleague = (to: string, from: string) => ({
  to,
  ...mailOf(from),
  reference: { kind: 'user', by: 'email' },
})

/** The mappings of its files, in the order they are imported. */
export const mavenPresets: Record<string, Body> = {
  offices: {
    kind: 'team',
    match: 'name',
    mapping: { columns: [{ to: 'name', from: 'regional_office' }] },
  },
  managers: {
    kind: 'user',
    match: 'email',
    mapping: {
      columns: [
        { to: 'name', from: 'manager' },
        { to: 'email', ...mailOf('manager') },
        { to: 'roles.0', constant: 'manager' },
        { to: 'teamIds.0', from: 'regional_office', reference: { kind: 'team', by: 'name' } },
      ],
    },
  },
  agents: {
    kind: 'user',
    match: 'email',
    mapping: {
      columns: [
        { to: 'name', from: 'sales_agent' },
        { to: 'email', ...mailOf('sales_agent') },
        { to: 'roles.0', constant: 'rep' },
        { to: 'teamIds.0', from: 'regional_office', reference: { kind: 'team', by: 'name' } },
        colleague('managerId', 'manager'),
      ],
    },
  },
  accounts: {
    kind: 'account',
    match: SYSTEM,
    mapping: {
      columns: [
        { to: 'name', from: 'account' },
        { to: SYSTEM, from: 'account' },
        { to: 'industry', from: 'sector', values: [{ from: 'technolgy', to: 'technology' }] },
        { to: 'annualRevenue', from: 'revenue', currency: 'USD', scale: '1000000' },
        { to: 'employees', from: 'employees' },
        { to: 'addresses.0.country', from: 'office_location', values: valuesOf(countries) },
        { to: 'parentId', from: 'subsidiary_of', reference: { kind: 'account', by: SYSTEM } },
        { to: 'visibility', constant: 'everyone' },
      ],
    },
  },
  products: {
    kind: 'product',
    match: 'sku',
    mapping: {
      columns: [
        { to: 'name', from: 'product' },
        { to: 'sku', from: 'product', case: 'slug' },
        { to: 'family', from: 'series', case: 'slug' },
      ],
    },
  },
  opportunities: {
    kind: 'opportunity',
    match: SYSTEM,
    mapping: {
      columns: [
        { to: SYSTEM, from: 'opportunity_id' },
        { to: 'name', from: 'product', values: [{ from: 'GTXPro', to: 'GTX Pro' }] },
        colleague('ownerId', 'sales_agent'),
        { to: 'accountId', from: 'account', reference: { kind: 'account', by: SYSTEM } },
        {
          to: 'stageId',
          from: 'deal_stage',
          values: valuesOf({
            Prospecting: 'qualification',
            Engaging: 'needs-analysis',
            Won: 'closed-won',
            Lost: 'closed-lost',
          }),
        },
        {
          to: 'lossReason',
          from: 'deal_stage',
          values: valuesOf({ Prospecting: '', Engaging: '', Won: '', Lost: 'price' }),
        },
        { to: 'closeDate', from: 'close_date', date: 'dmy', default: '31-12-17' },
        { to: 'amount', from: 'close_value', currency: 'USD' },
      ],
    },
  },
}
