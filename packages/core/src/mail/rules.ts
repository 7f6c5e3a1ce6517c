import { hash } from '@rapport/kernel/store'
import { foldEmail } from '../shared/rules.ts'
import type { EmailEntry } from '../shared/schema.ts'
import type { AddressState, Feedback, Letter, Suppression } from './schema.ts'

/** The name of an address in the suppression list: the same for every way to write it. */
export const digestOf = (address: string): string => hash('address', foldEmail(address))

/** The name of a report: the same however often it comes. */
export const reportDigestOf = ({ messageId, type, isFinal, address }: Feedback): string =>
  hash('report', messageId, type, String(isFinal), foldEmail(address))

export const unknownAddress = (digest: string): AddressState => ({ digest, version: 0, transientBounces: 0 })

/** Puts an address on the list. The first reason stays. */
export const suppressed = (state: AddressState, suppression: Suppression): AddressState =>
  state.suppression ? state : { ...state, suppression }

/** One bounce more that need not be the last word. Reports come in any order. */
export const counted = (state: AddressState, at: string): AddressState => ({
  ...state,
  transientBounces: state.transientBounces + 1,
  lastTransientAt: state.lastTransientAt && state.lastTransientAt > at ? state.lastTransientAt : at,
})

/** A contact's addresses with one suppressed: it is invalid when mail bounces, opted out when its reader complained. */
export const marked = (entries: readonly EmailEntry[], address: string, reason: Suppression['reason']): EmailEntry[] =>
  entries.map((entry) => {
    if (foldEmail(entry.value) !== foldEmail(address)) return entry
    return { ...entry, invalid: entry.invalid || reason === 'bounce', optOut: entry.optOut || reason === 'complaint' }
  })

/** What the mailer throws when a letter surely was not sent; after anything else nobody knows. */
export const refusalOf = (error: unknown): { isTemporary: boolean } | undefined =>
  error instanceof Error && error.name === 'MailRefused' && 'isTemporary' in error
    ? { isTemporary: error.isTemporary === true }
    : undefined

export interface PlainLetter {
  to: string
  subject: string
  /** Empty ones are left out. */
  paragraphs: readonly string[]
  link: string
}

/** A letter of a few sentences and a link, as text and as HTML of the same words. */
export function plainLetter({ to, subject, paragraphs, link }: PlainLetter): Letter {
  const said = paragraphs.filter(Boolean)
  const href = escapeHtml(link)
  return {
    to,
    subject,
    text: [...said, link, ''].join('\n\n'),
    html: [...said.map((text) => `<p>${escapeHtml(text)}</p>`), `<p><a href="${href}">${href}</a></p>`].join('\n'),
  }
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text that means itself inside HTML, also in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
