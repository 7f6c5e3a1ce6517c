import { type MavenFiles, misspelt } from './files.ts'
import { stages } from './steps.ts'

/** What is compared: a name and what it comes to, exactly, as a text. */
export type Figures = ReadonlyMap<string, string>

/** A deal as figures need it, wherever it comes from. */
export interface Deal {
  /** As the files call it. */
  stage: string
  seller: string
  product: string
  hasAccount: boolean
  isEngaged: boolean
  /** Of a deal that is over. */
  closedOn?: string | undefined
  /** Minor units; of a deal that is over. */
  worth?: number | undefined
}

/** What the rest of the data comes to. */
export interface Surroundings {
  offices: number
  managers: number
  agents: number
  accounts: number
  subsidiaries: number
  /** Minor units. */
  revenue: number
  products: number
  prices: number
  /** Minor units: all list prices together. */
  listPrices: number
}

export function figuresOf(around: Surroundings, deals: readonly Deal[]): Figures {
  const won = deals.filter(({ stage }) => stage === 'Won')
  const quarters = summed(won, ({ closedOn = '' }) => quarterOf(closedOn))
  const sellers = summed(won, ({ seller }) => seller)
  const products = summed(won, ({ product }) => product)
  return new Map<string, string>([
    ['offices', String(around.offices)],
    ['managers', String(around.managers)],
    ['agents', String(around.agents)],
    ['accounts', String(around.accounts)],
    ['accounts under another one', String(around.subsidiaries)],
    ['revenue of all accounts', dollars(around.revenue)],
    ['products', String(around.products)],
    ['prices', `${around.prices}, together ${dollars(around.listPrices)}`],
    ['opportunities', String(deals.length)],
    ...Object.keys(stages).map((stage): [string, string] => [stage, countOf(deals, (deal) => deal.stage === stage)]),
    ['without account', countOf(deals, ({ hasAccount }) => !hasAccount)],
    ['without engage date', countOf(deals, ({ isEngaged }) => !isEngaged)],
    ['without close date and value', countOf(deals, ({ worth }) => worth === undefined)],
    ['won value', dollars(sumOf(won))],
    ...named('won', quarters),
    ...named('won with', products),
    ['best seller', best(sellers)],
  ])
}

/** The same from the files themselves, with nothing of the CRM in between. */
export function figuresOfFiles({
  accounts,
  products,
  sales_teams: teams,
  sales_pipeline: pipeline,
}: MavenFiles): Figures {
  const distinct = (name: string): number => new Set(teams.rows.map((row) => row[name])).size
  const around = {
    offices: distinct('regional_office'),
    managers: distinct('manager'),
    agents: distinct('sales_agent'),
    accounts: accounts.rows.length,
    subsidiaries: accounts.rows.filter(({ subsidiary_of }) => subsidiary_of).length,
    revenue: accounts.rows.reduce((sum, { revenue = '' }) => sum + Math.round(Number(revenue) * 1_000_000) * 100, 0),
    products: products.rows.length,
    prices: products.rows.length,
    listPrices: products.rows.reduce((sum, { sales_price }) => sum + Number(sales_price) * 100, 0),
  }
  return figuresOf(around, pipeline.rows.map(dealOf))
}

function dealOf(row: Readonly<Record<string, string>>): Deal {
  const { deal_stage = '', sales_agent = '', product = '', account, engage_date, close_date, close_value } = row
  return {
    stage: deal_stage,
    seller: sales_agent,
    product: (misspelt as Readonly<Record<string, string>>)[product] ?? product,
    hasAccount: account !== '',
    isEngaged: engage_date !== '',
    closedOn: close_date ? close_date.split('-').reverse().join('-').replace(/^/, '20') : undefined,
    worth: close_value ? Number(close_value) * 100 : undefined,
  }
}

const countOf = (deals: readonly Deal[], isMeant: (deal: Deal) => boolean): string =>
  String(deals.filter(isMeant).length)

const sumOf = (deals: readonly Deal[]): number => deals.reduce((sum, { worth = 0 }) => sum + worth, 0)

function summed(deals: readonly Deal[], nameOf: (deal: Deal) => string): Map<string, number> {
  const sums = new Map<string, number>()
  for (const deal of deals) sums.set(nameOf(deal), (sums.get(nameOf(deal)) ?? 0) + (deal.worth ?? 0))
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const named = (prefix: string, sums: ReadonlyMap<string, number>): [string, string][] =>
  [...sums].map(([name, sum]) => [`${prefix} ${name}`, dollars(sum)])

const quarterOf = (date: string): string => `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`

function best(sums: ReadonlyMap<string, number>): string {
  const [first] = [...sums].sort(([, a], [, b]) => b - a)
  return first ? `${first[0]} ${dollars(first[1])}` : '–'
}

const dollars = (minor: number): string =>
  `${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} USD`

/** Both next to each other; `isSame` tells whether all of them agree. */
export function compared(crm: Figures, files: Figures): { text: string; isSame: boolean } {
  const names = [...new Set([...files.keys(), ...crm.keys()])]
  const rows = names.map((name) => [name, crm.get(name) ?? '–', files.get(name) ?? '–'] as const)
  const isSame = rows.every(([, a, b]) => a === b)
  const cells = [['', 'CRM', 'files', ''], ...rows.map(([name, a, b]) => [name, a, b, a === b ? '' : '≠'])]
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const text = cells.map(([name = '', a = '', b = '', sign = '']) =>
    `${name.padEnd(widths[0] ?? 0)}  ${a.padStart(widths[1] ?? 0)}  ${b.padStart(widths[2] ?? 0)}  ${sign}`.trimEnd(),
  )
  return { text: text.join('\n'), isSame }
}
