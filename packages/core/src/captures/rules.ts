import { type CrmError, conflict, forbidden } from '@rapport/kernel/errors'
import type { CaptureForm } from '../capture-forms/schema.ts'
import { CONSENTS_MAX, type Consent, type Lead } from '../leads/schema.ts'
import type { ClickIds, Touch, Utm } from '../shared/schema.ts'
import type { CaptureRequest, Sender } from './schema.ts'

/** Throws when a form takes nothing, or not from this page. */
export function refuseForm(form: CaptureForm, { origin }: Sender): void {
  if (!form.isActive) throw conflict('capture.inactive', 'This form is not active.')
  const { allowedOrigins } = form
  if (allowedOrigins && (origin === undefined || !allowedOrigins.includes(origin))) throw strangeOrigin()
}

const strangeOrigin = (): CrmError => forbidden('capture.origin', 'This form may not be sent from this page.')

/** What was filled in of what a form asks for. */
const saidIn = ({ fields: asked }: CaptureForm, { fields }: CaptureRequest): Partial<Record<string, string>> =>
  Object.fromEntries(
    asked.map((name) => [name, fields[name]?.trim()]).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

/** What a form says about a person: the fields it asks for, and what every lead of it says. */
export function inputOf(form: CaptureForm, request: CaptureRequest) {
  const { email, phone, city, country, employees, message, ...plain } = saidIn(form, request)
  const { constants } = form
  const address = { ...(city ? { city } : {}), ...(country ? { country: country.toUpperCase() } : {}) }
  return {
    ...constants,
    ...plain,
    ...(plain.industry ? { industry: plain.industry.toLowerCase() } : {}),
    ...(email ? { emails: [{ value: email }] } : {}),
    ...(phone ? { phones: [{ value: phone, ...(country ? { country: country.toUpperCase() } : {}) }] } : {}),
    ...(city || country ? { addresses: [address] } : {}),
    ...(employees ? { employees: Number(employees) } : {}),
    ...(message ? { description: message } : {}),
  }
}

const SUBJECT_MAX = 200

/** What a form says about a case. Without a subject, the message begins with it. */
export function caseInputOf(form: CaptureForm, request: CaptureRequest) {
  const { subject, message, firstName, lastName, email, phone } = saidIn(form, request)
  const name = [firstName, lastName].filter(Boolean).join(' ')
  const requester = { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
  return {
    ...form.caseConstants,
    origin: 'website',
    subject: clean(subject ?? message?.split('\n')[0], SUBJECT_MAX),
    ...(message ? { description: message } : {}),
    ...(Object.keys(requester).length > 0 ? { requester } : {}),
  }
}

const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const satisfies readonly (keyof Utm)[]
const clickIdNames = [
  ...(['gclid', 'gbraid', 'wbraid', 'fbclid', 'msclkid', 'ttclid', 'twclid', 'li_fat_id'] as const),
] satisfies readonly (keyof ClickIds)[]

/** How somebody came: what is known by name, cut to size. What is strange about it must not lose a lead. */
export function touchOf(form: CaptureForm, { utm = {}, clickIds = {}, referrer }: CaptureRequest, at: string): Touch {
  const known = pick(utm, utmNames)
  const clicks = pick(clickIds, clickIdNames)
  const from = clean(referrer, REFERRER_MAX)
  return {
    at,
    ...(form.constants?.source ? { source: form.constants.source } : {}),
    ...(known ? { utm: known } : {}),
    ...(clicks ? { clickIds: clicks } : {}),
    ...(from ? { referrer: from } : {}),
    captureFormId: form.id,
  }
}

const VALUE_MAX = 200
const REFERRER_MAX = 500

function pick(values: Readonly<Record<string, string>>, names: readonly string[]): Record<string, string> | undefined {
  const known = names.flatMap((name) => {
    const value = clean(values[name], VALUE_MAX)
    return value ? [[name, value] as const] : []
  })
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

/** One line of text out of what a browser sends. */
const clean = (value: string | undefined, max: number): string =>
  [...(value ?? '').replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ').trim()].slice(0, max).join('').trim()

/** The proof that somebody agreed. */
export const consentOf = (
  form: CaptureForm,
  { consent }: CaptureRequest,
  { ip }: Sender,
  at: string,
): Consent | undefined =>
  consent && { purpose: 'marketing', textVersion: consent.textVersion, at, ip, captureFormId: form.id }

/** Consents with one more; the oldest give way. */
export const withConsent = (
  consents: readonly Consent[] | undefined,
  added: Consent | undefined,
): Consent[] | undefined => (added ? [...(consents ?? []), added].slice(-CONSENTS_MAX) : consents && [...consents])

/** A lead that came again: empty fields are filled, nothing that is known is overwritten by a form that everybody can send. */
export function touched(lead: Lead, offered: object, touch: Touch, consent: Consent | undefined): Lead {
  const empty = Object.entries(offered).filter(([field]) => lead[field as keyof Lead] === undefined)
  const consents = withConsent(lead.consents, consent)
  return { ...lead, ...Object.fromEntries(empty), lastTouch: touch, ...(consents ? { consents } : {}) }
}
