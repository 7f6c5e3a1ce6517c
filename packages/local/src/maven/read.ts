import type { Account } from '@rapport/core/accounts/schema'
import type { Opportunity } from '@rapport/core/opportunities/schema'
import type { PriceBookEntry } from '@rapport/core/price-book-entries/schema'
import type { Product } from '@rapport/core/products/schema'
import type { Team } from '@rapport/core/teams/schema'
import type { User } from '@rapport/core/users/schema'
import { all, type Crm, entries } from './crm.ts'
import { type Deal, type Figures, figuresOf } from './figures.ts'
import { MAIL, SYSTEM, stages } from './steps.ts'

/** What the CRM itself says: everything is read from its lists. */
export async function figuresOfCrm(crm: Crm): Promise<Figures> {
  const people = (await all<User>(crm, '/v1/users')).filter(({ email }) => email.endsWith(MAIL))
  const offices = new Set(people.flatMap(({ teamIds = [] }) => teamIds))
  const accounts = (await all<Account>(crm, '/v1/accounts')).filter(isImported)
  const prices = (await all<PriceBookEntry>(crm, '/v1/price-book-entries')).filter(isImported)
  const priced = new Set(prices.map(({ productId }) => productId))
  const around = {
    offices: (await all<Team>(crm, '/v1/teams')).filter(({ id }) => offices.has(id)).length,
    managers: people.filter(({ roles }) => roles.includes('manager')).length,
    agents: people.filter(({ roles }) => roles.includes('rep')).length,
    accounts: accounts.length,
    subsidiaries: accounts.filter(({ parentId }) => accounts.some(({ id }) => id === parentId)).length,
    revenue: accounts.reduce((sum, { annualRevenue }) => sum + (annualRevenue?.amount ?? 0), 0),
    products: (await all<Product>(crm, '/v1/products')).filter(({ id }) => priced.has(id)).length,
    prices: prices.length,
    listPrices: prices.reduce((sum, { unitPrice }) => sum + (unitPrice?.amount ?? 0), 0),
  }
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const deals: Deal[] = []
  for await (const deal of entries<Opportunity>(crm, '/v1/opportunities'))
    if (isImported(deal)) deals.push(dealOf(deal, names))
  return figuresOf(around, deals)
}

const isImported = ({ externalIds }: { externalIds?: Record<string, string> | undefined }): boolean =>
  externalIds?.[SYSTEM] !== undefined

const named = new Map<string, string>(Object.entries(stages).map(([stage, id]) => [id, stage]))

const dealOf = (deal: Opportunity, names: ReadonlyMap<string, string>): Deal => ({
  stage: named.get(deal.stageId) ?? deal.stageId,
  seller: names.get(deal.ownerId) ?? deal.ownerId,
  product: deal.name,
  hasAccount: deal.accountId !== undefined,
  isEngaged: deal.description !== undefined,
  ...(deal.status === 'open' ? {} : { closedOn: deal.closeDate, worth: deal.amount?.amount }),
})
