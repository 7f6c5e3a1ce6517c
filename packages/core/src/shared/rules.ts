import type { UniqueValue } from '@rapport/kernel/store'
import type { EmailEntry, PhoneEntry } from './schema.ts'

/** The form of an address that matching uses: lower case, the domain in its ASCII form. */
export function foldEmail(value: string): string {
  const at = value.lastIndexOf('@')
  return `${value.slice(0, at).normalize('NFC').toLowerCase()}@${asciiDomain(value.slice(at + 1))}`
}

/** A host name in lower case and Punycode; the text itself when it is no host name. */
export function asciiDomain(value: string): string {
  try {
    return new URL(`http://${value}`).hostname
  } catch {
    return value.toLowerCase()
  }
}

/** Folds each address; the first is primary when none was said to be. */
export const completeEmails = (entries: readonly EmailEntry[]): EmailEntry[] =>
  withPrimary(entries).map((entry) => ({ ...entry, folded: foldEmail(entry.value) }))

/** Adds E.164 and national forms where the number and its country allow. The metadata loads on the first phone number, not at start-up. */
export async function completePhones(entries: readonly PhoneEntry[]): Promise<PhoneEntry[]> {
  if (entries.length === 0) return []
  const { parsePhoneNumberFromString } = await import('libphonenumber-js/min')
  return withPrimary(entries).map(({ e164: _, national: __, ...entry }) => {
    const parsed = parsePhoneNumberFromString(entry.value, entry.country as never)
    return parsed?.isPossible() ? { ...entry, e164: parsed.number, national: parsed.formatNational() } : entry
  })
}

const withPrimary = <E extends { primary: boolean }>(entries: readonly E[]): E[] =>
  entries.some((entry) => entry.primary)
    ? [...entries]
    : entries.map((entry, index) => ({ ...entry, primary: index === 0 }))

/** One guard per external id: no two records of a kind carry the same id of the same system. */
export const externalIdGuards = (kind: string, ids: Readonly<Record<string, string>> | undefined): UniqueValue[] =>
  Object.entries(ids ?? {}).map(([system, id]) => externalIdGuard(kind, system, id))

export const externalIdGuard = (kind: string, system: string, id: string): UniqueValue => ({
  scope: `${kind}.external_id`,
  value: JSON.stringify([system, id]),
})

/** What a record is searched by for the ids other systems know it by; in one order, whatever order the table keeps a map in. */
export const externalIdValues = (ids: Readonly<Record<string, string>> | undefined): string[] =>
  Object.entries(ids ?? {})
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, id]) => id)

/** What a phone number is searched by: its digits as written, with the code of its country, and as dialled within it. */
export const phoneDigits = (entries: readonly PhoneEntry[] | undefined): string[] =>
  (entries ?? []).flatMap(({ value, e164 = '', national = '' }) =>
    [value, e164, national].map((number) => number.replaceAll(/\D/g, '')).filter(Boolean),
  )
