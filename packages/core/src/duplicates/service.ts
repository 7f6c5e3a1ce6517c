import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import { cutToken, wordsOf } from '@rapport/kernel/search'
import { type Ctx, guardModel, hash, type UniqueValue } from '@rapport/kernel/store'
import { accountType } from '../accounts/model.ts'
import { contactType } from '../contacts/model.ts'
import { wholeWordIds } from '../search/entries.ts'
import { foldEmail } from '../shared/rules.ts'
import { bandOf, companyKey, compareCompanies, comparePeople, domainsOf, type Match, numbersOf } from './rules.ts'
import type { Candidate, CompanyTraits, PersonTraits } from './schema.ts'

/** Records that are compared, at most; what has an address, a domain or a number in common comes first. */
const COMPARED_MAX = 50

/** Records with one word of a name that are looked at, and with a number. */
const NAMESAKES_MAX = 200
const SAME_NUMBER_MAX = 10
const NUMBERS_MAX = 3

/**
 * Contacts that may be this person, most likely first, among those the caller may see. Addresses are looked up in what is unique,
 * and so never behind; numbers and names in the words of search. A number of requests that no table makes larger.
 */
export async function findPeople(ctx: Ctx, person: PersonTraits): Promise<Candidate[]> {
  const numbers = numbersOf(person).slice(0, NUMBERS_MAX)
  const emails = (person.emails ?? []).map(({ value }) => ({ scope: 'contact.email', value: foldEmail(value) }))
  const ids = await Promise.all([
    holdersOf(ctx, emails),
    ...numbers.map((number) => withWord(ctx, 'contact', number.replace('+', ''), SAME_NUMBER_MAX)),
    namesakes(ctx, 'contact', wordsOf([person.firstName, person.lastName].filter(Boolean).join(' '))),
  ])
  const people = await seen(ctx, contactType, ids.flat())
  const companies = await companyNames(
    ctx,
    people.map(({ accountId }) => accountId),
  )
  const isShared = (number: string): boolean => people.filter((one) => numbersOf(one).includes(number)).length > 1
  const sharedNumbers = new Set(numbers.filter(isShared))
  return ranked(people, (one) =>
    comparePeople(person, { ...one, company: companies.get(one.accountId ?? '') }, sharedNumbers),
  )
}

/** Accounts that may be this company, most likely first, among those the caller may see. */
export async function findCompanies(ctx: Ctx, company: CompanyTraits): Promise<Candidate[]> {
  const domains = [...new Set([...(company.domain ? [company.domain] : []), ...domainsOf(company)])]
  const ids = await Promise.all([
    holdersOf(
      ctx,
      domains.map((value) => ({ scope: 'account.domain', value })),
    ),
    namesakes(ctx, 'account', companyKey(company.name).split(' ').filter(Boolean)),
  ])
  const accounts = await seen(ctx, accountType, ids.flat())
  return ranked(accounts, (account) => compareCompanies(company, account))
}

const ranked = <T extends RecordBase>(records: readonly T[], compare: (record: T) => Match): Candidate[] =>
  records
    .flatMap((record) => {
      const { score, reasons } = compare(record)
      const band = bandOf(score)
      return band ? [{ id: record.id, score, band, reasons }] : []
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))

/** Who holds unique values, in one read. */
async function holdersOf(ctx: Ctx, values: readonly UniqueValue[]): Promise<string[]> {
  if (values.length === 0) return []
  const keys = values.map(({ scope, value }) => guardModel.key({ scope, digest: hash(value) }))
  const unique = [...new Map(keys.map((key) => [key.pk, key])).values()]
  return (await ctx.db.table.batchGet(unique)).map((item) => guardModel.parse(item).of)
}

/** Ids of records with every one of at most two words of a name: the longest, which are likely the rarest. */
async function namesakes(ctx: Ctx, kind: 'account' | 'contact', words: readonly string[]): Promise<string[]> {
  const telling = [...new Set(words)].sort((a, b) => b.length - a.length).slice(0, 2)
  const lists = await Promise.all(telling.map((word) => withWord(ctx, kind, word, NAMESAKES_MAX)))
  const [first = [], ...others] = lists
  return first.filter((id) => others.every((ids) => ids.includes(id)))
}

async function withWord(ctx: Ctx, kind: 'account' | 'contact', word: string, limit: number): Promise<string[]> {
  const term = cutToken(word)
  if ([...term].length < 2) return []
  return (await wholeWordIds(ctx, term, kind, '', limit)).ids
}

async function seen<T extends RecordBase>(ctx: Ctx, type: RecordType<T>, ids: readonly string[]): Promise<T[]> {
  const wanted = [...new Set(ids)].slice(0, COMPARED_MAX)
  const visible = await visibleItems(ctx, wanted)
  return wanted.flatMap((id) => {
    const item = visible.get(id)
    return item ? [fromItem(type, item)] : []
  })
}

async function companyNames(ctx: Ctx, ids: readonly (string | undefined)[]): Promise<Map<string, string>> {
  const visible = await visibleItems(
    ctx,
    ids.filter((id) => id !== undefined),
  )
  return new Map([...visible].map(([id, item]) => [id, fromItem(accountType, item).name]))
}
