import { recordType } from '@rapport/kernel/record-type'
import { slug } from '@rapport/kernel/schema'
import { asciiDomain, completePhones, externalIdGuards, externalIdValues, phoneDigits } from '../shared/rules.ts'
import { tag } from '../shared/schema.ts'
import { Account, accountFields } from './schema.ts'

export const accountType = recordType<Account>({
  kind: 'account',
  plural: 'accounts',
  name: 'Account',
  schema: Account,
  fields: accountFields,
  parent: 'parentId',
  unique: (account) => [
    ...(account.domain ? [{ scope: 'account.domain', value: account.domain }] : []),
    ...externalIdGuards('account', account.externalIds),
  ],
  search: (account) => ({
    words: [account.name],
    values: [account.domain, ...phoneDigits(account.phones), ...externalIdValues(account.externalIds)],
  }),
  filters: { tag, industry: slug(60) },
  facets: (account) => [
    ...(account.industry ? [{ field: 'industry', value: account.industry }] : []),
    ...(account.tags ?? []).map((value) => ({ field: 'tag', value })),
  ],
  fieldGroups: { finance: ['annualRevenue'] },
  derive: async (account) => ({
    ...account,
    ...(account.domain ? { domain: asciiDomain(account.domain) } : {}),
    ...(account.phones ? { phones: await completePhones(account.phones) } : {}),
  }),
})
