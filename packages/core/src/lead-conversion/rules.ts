import { isDeepStrictEqual } from 'node:util'
import { DAY_MS } from '@rapport/kernel/clock'
import type { Account } from '../accounts/schema.ts'
import type { Contact } from '../contacts/schema.ts'
import { personName } from '../leads/rules.ts'
import type { Lead } from '../leads/schema.ts'
import type { EmailEntry, PhoneEntry } from '../shared/schema.ts'
import type { Filled } from './schema.ts'

/** How long a conversion can be undone. */
export const UNDO_MS = 30 * DAY_MS

/** Entries per list of addresses and numbers, and of tags, as their schemas say. */
const ENTRIES_MAX = 10
const TAGS_MAX = 20

/** What a lead says of its company. A person without one is a company of one. */
export const accountOfLead = (lead: Lead) => ({
  name: lead.company ?? personName(lead) ?? lead.emails?.[0]?.value ?? lead.phones?.[0]?.value ?? lead.id,
  ...present({
    domain: lead.domain,
    industry: lead.industry,
    employees: lead.employees,
    addresses: lead.addresses,
    tags: lead.tags,
  }),
})

/** What a lead says of its person. A contact has a last name: the first one, the company's or the address's stands in. */
export function contactOfLead(lead: Lead) {
  const lastName = lead.lastName ?? lead.firstName ?? lead.company ?? lead.emails?.[0]?.value.split('@')[0] ?? 'Unknown'
  const firstName = lead.lastName === undefined ? undefined : lead.firstName
  return {
    lastName,
    ...present({
      salutation: lead.salutation,
      firstName,
      title: lead.title,
      emails: lead.emails,
      phones: lead.phones,
      addresses: lead.addresses,
      source: lead.source,
      tags: lead.tags,
    }),
    firstTouch: lead.firstTouch,
    lastTouch: lead.lastTouch,
  }
}

/** What a lead says of a deal with its company. People go on with the name where it ends. */
export const opportunityOfLead = (
  lead: Lead,
  account: Pick<Account, 'name'>,
  contactId: string,
  closeDate: string,
) => ({
  name: `${(lead.company ?? account.name).slice(0, NAME_MAX - 2).trimEnd()} –`,
  closeDate,
  contactRoles: [{ contactId, role: 'other' as const, isPrimary: true }],
  ...present({ amount: lead.estimate, source: lead.source, campaign: lead.utm?.campaign }),
})

/** Characters of a deal's name, as its schema says. */
const NAME_MAX = 200

/** An account with its empty fields filled from a lead, and its tags united; what is there stays. */
export const filledAccount = (account: Account, lead: Lead): Account => ({
  ...withEmptyFilled(account, accountOfLead(lead)),
  ...united('tags', uniteTags(account.tags, lead.tags)),
})

/** A contact with its empty fields filled from a lead, and addresses, numbers and tags united; what is there stays, and stays primary. */
export const filledContact = (contact: Contact, lead: Lead): Contact => ({
  ...withEmptyFilled(contact, contactOfLead(lead)),
  ...united('emails', uniteEmails(contact.emails, lead.emails)),
  ...united('phones', unitePhones(contact.phones, lead.phones)),
  ...united('tags', uniteTags(contact.tags, lead.tags)),
  lastTouch: lead.lastTouch,
})

function withEmptyFilled<T extends object>(record: T, offered: object): T {
  const empty = Object.entries(offered).filter(([field]) => record[field as keyof T] === undefined)
  return { ...record, ...Object.fromEntries(empty) }
}

const united = <T>(field: string, list: readonly T[] | undefined) => (list ? { [field]: list } : {})

/** Who wanted no mail, or got none, stays so: the stricter of the two counts. */
function uniteEmails(own: readonly EmailEntry[] | undefined, others: readonly EmailEntry[] | undefined) {
  return unite(own, others, ({ folded, value }) => folded ?? value.toLowerCase(), stricter)
}

function unitePhones(own: readonly PhoneEntry[] | undefined, others: readonly PhoneEntry[] | undefined) {
  return unite(own, others, ({ e164, value }) => e164 ?? value.replaceAll(/\D/g, ''), stricter)
}

const stricter = <E extends { optOut: boolean; invalid: boolean }>(a: E, b: E): E => ({
  ...a,
  optOut: a.optOut || b.optOut,
  invalid: a.invalid || b.invalid,
})

/** Entries of the one, then those of the other that it lacks; those never take over as primary. */
function unite<E extends { primary: boolean }>(
  own: readonly E[] | undefined,
  others: readonly E[] | undefined,
  key: (entry: E) => string,
  both: (a: E, b: E) => E,
): E[] | undefined {
  if (!others?.length) return own && [...own]
  const kept = (own ?? []).map((entry) => {
    const other = others.find((one) => key(one) === key(entry))
    return other ? both(entry, other) : entry
  })
  const had = new Set(kept.map(key))
  const added = others.filter((entry) => !had.has(key(entry)))
  return [...kept, ...(kept.length > 0 ? added.map((entry) => ({ ...entry, primary: false })) : added)].slice(
    0,
    ENTRIES_MAX,
  )
}

const uniteTags = (own: readonly string[] | undefined, others: readonly string[] | undefined): string[] | undefined =>
  own || others ? [...new Set([...(own ?? []), ...(others ?? [])])].slice(0, TAGS_MAX) : undefined

const present = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>

const SYSTEM = new Set(['version', 'updatedAt', 'updatedBy'])

/** The fields that differ, as they were and as they are; null stands for "not there". */
export function filledIn<T extends { id: string }>(before: T, after: T): Filled {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof T & string)[]
  const changed = fields.filter((field) => !SYSTEM.has(field) && !isDeepStrictEqual(before[field], after[field]))
  const of = (record: T) => Object.fromEntries(changed.map((field) => [field, record[field] ?? null]))
  return { id: before.id, before: of(before), after: of(after) }
}

/** Fields that no longer hold what was filled in: somebody has decided since. */
export const changedSince = (record: object, { after }: Filled): string[] =>
  Object.entries(after)
    .filter(([field, value]) => !isDeepStrictEqual((record as Record<string, unknown>)[field] ?? null, value))
    .map(([field]) => field)
