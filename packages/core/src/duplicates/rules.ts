import { fold, wordsOf } from '@rapport/kernel/search'
import { asciiDomain, foldEmail } from '../shared/rules.ts'
import { jaroWinkler } from '../similarity/rules.ts'
import type { CompanyTraits, MatchBand, MatchReason, PersonTraits } from './schema.ts'

export interface Match {
  score: number
  reasons: MatchReason[]
}

/** What each thing in common is worth; 100 is certainty. */
const WORTH: Record<MatchReason, number> = {
  email: 100,
  role_email: 50,
  phone: 60,
  shared_phone: 50,
  name: 40,
  initials: 15,
  company: 25,
  domain: 100,
  email_domain: 75,
  address: 20,
}

/** A company is its name: the same one is worth more than a person's employer. */
const COMPANY_NAME_WORTH = 60

/** From here on names are spelt alike. */
const ALIKE = 0.92

const BLOCK = 90
const WARN = 60
const REVIEW = 40

/** What a score means; undefined when it means nothing. */
export function bandOf(score: number): MatchBand | undefined {
  if (score >= BLOCK) return 'block'
  if (score >= WARN) return 'warn'
  return score >= REVIEW ? 'review' : undefined
}

/** How likely two people are one. `sharedPhones` are numbers that several people have. */
export function comparePeople(a: PersonTraits, b: PersonTraits, sharedPhones: ReadonlySet<string> = new Set()): Match {
  const emails = common(addressesOf(a), addressesOf(b))
  const numbers = common(numbersOf(a), numbersOf(b))
  return sumOf([
    ...(emails.some((email) => !isRoleAddress(email))
      ? ['email' as const]
      : emails.length > 0
        ? ['role_email' as const]
        : []),
    ...(numbers.length === 0
      ? []
      : numbers.every((number) => sharedPhones.has(number))
        ? ['shared_phone' as const]
        : ['phone' as const]),
    ...namesInCommon(a, b),
    ...(isSameCompany(a.company, b.company) ? ['company' as const] : []),
    ...(isSamePlace(a, b) ? ['address' as const] : []),
  ])
}

/** How likely two companies are one. A name alone is worth a warning. */
export function compareCompanies(a: CompanyTraits, b: CompanyTraits): Match {
  const isSameDomain = a.domain !== undefined && a.domain === b.domain
  const domains = [...domainsOf(a), ...(a.domain ? [a.domain] : [])]
  const isMailDomain = !isSameDomain && b.domain !== undefined && domains.includes(b.domain)
  const reasons: MatchReason[] = [
    ...(isSameDomain ? ['domain' as const] : []),
    ...(isMailDomain ? ['email_domain' as const] : []),
    ...(common(numbersOf(a), numbersOf(b)).length > 0 ? ['phone' as const] : []),
    ...(isSamePlace(a, b) ? ['address' as const] : []),
  ]
  const [left, right] = [companyKey(a.name), companyKey(b.name)]
  if (left === '' || right === '') return sumOf(reasons)
  if (left === right) return sumOf([...reasons, 'company'], COMPANY_NAME_WORTH)
  return jaroWinkler(left, right) >= ALIKE ? sumOf([...reasons, 'name']) : sumOf(reasons)
}

const sumOf = (reasons: readonly MatchReason[], companyWorth = WORTH.company): Match => ({
  score: Math.min(
    100,
    reasons.reduce((sum, reason) => sum + (reason === 'company' ? companyWorth : WORTH[reason]), 0),
  ),
  reasons: [...reasons],
})

function namesInCommon(a: PersonTraits, b: PersonTraits): MatchReason[] {
  const [first, last] = [nameKey(a.firstName), nameKey(a.lastName)]
  const [otherFirst, otherLast] = [nameKey(b.firstName), nameKey(b.lastName)]
  if (last === '' || otherLast === '') return []
  const isWhole = first !== '' && otherFirst !== ''
  const other = `${otherFirst} ${otherLast}`
  // People write their family name first or last; forms ask for it either way.
  const alike = Math.max(jaroWinkler(`${first} ${last}`, other), jaroWinkler(`${last} ${first}`, other))
  if (isWhole && alike >= ALIKE) return ['name']
  return isWhole && last === otherLast && first[0] === otherFirst[0] ? ['initials'] : []
}

const nameKey = (name: string | undefined): string => (name === undefined ? '' : wordsOf(name).join(' '))

/** Legal forms that say nothing about who a company is; folded, without dots. */
const LEGAL_FORMS = new Set(
  [
    ...[
      'inc',
      'incorporated',
      'ltd',
      'limited',
      'llc',
      'llp',
      'plc',
      'corp',
      'corporation',
      'co',
      'company',
      'pte',
      'pty',
    ],
    ...['gmbh', 'ag', 'kg', 'ohg', 'ug', 'se', 'sa', 'sas', 'sarl', 'srl', 'spa', 'bv', 'nv', 'oy', 'ab', 'aps', 'as'],
    ...['cty', 'tnhh', 'cp', 'jsc', 'mtv', 'dntn', 'kk', 'sdn', 'bhd', 'tbk', 'pt', 'the'],
    ...['บจก', 'บมจ', 'หจก', 'บริษัท', 'จำกัด', 'มหาชน', 'בעמ'],
  ].map(fold),
)

/** Several words that are one legal form. */
const LEGAL_PHRASES = [/\bcong ty\b/g, /\btrach nhiem huu han\b/g, /\bco phan\b/g]

/** The name of a company without what its legal form adds: what is compared. Never empty unless the name is. */
export function companyKey(name: string): string {
  const joined = fold(name).replaceAll(/[.'’"״]/g, '')
  const bare = LEGAL_PHRASES.reduce((text, phrase) => text.replaceAll(phrase, ' '), joined)
  const words = bare.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  const telling = words.filter((word) => !LEGAL_FORMS.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

const isSameCompany = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && companyKey(a) !== '' && companyKey(a) === companyKey(b)

/** Mailboxes of a function, not of a person. */
const ROLES =
  /^(?:admin|billing|contact|hello|help|hr|info|jobs|mail|marketing|noreply|no-reply|office|orders?|press|purchasing|reception|sales|service|support|team|webmaster)$/

export const isRoleAddress = (email: string): boolean => ROLES.test(email.slice(0, email.lastIndexOf('@')))

/** Providers that give everybody an address: their domain says nothing about an employer. */
const FREE_MAIL = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com'],
  ...[
    'icloud.com',
    'me.com',
    'mac.com',
    'aol.com',
    'gmx.com',
    'gmx.de',
    'gmx.net',
    'web.de',
    't-online.de',
    'mail.com',
  ],
  ...['proton.me', 'protonmail.com', 'pm.me', 'zoho.com', 'yandex.com', 'yandex.ru', 'mail.ru', 'qq.com', '163.com'],
  ...['126.com', 'naver.com', 'daum.net', 'yahoo.co.jp', 'yahoo.com.vn', 'yahoo.co.uk', 'hotmail.co.uk', 'walla.co.il'],
  ...[
    'libero.it',
    'orange.fr',
    'free.fr',
    'laposte.net',
    'wanadoo.fr',
    'rediffmail.com',
    'fastmail.com',
    'tutanota.com',
  ],
])

/** Domains of somebody's addresses that may be an employer's. */
export const domainsOf = ({ emails = [] }: Pick<PersonTraits, 'emails'>): string[] =>
  [...new Set(emails.map(({ value }) => asciiDomain(value.slice(value.lastIndexOf('@') + 1))))].filter(
    (domain) => !FREE_MAIL.has(domain),
  )

const addressesOf = ({ emails = [] }: Pick<PersonTraits, 'emails'>): string[] =>
  emails.map(({ value }) => foldEmail(value))

/** A number in its international form, else its digits if they are enough to mean one line. */
export const numbersOf = ({ phones = [] }: Pick<PersonTraits, 'phones'>): string[] =>
  phones.flatMap(({ value, e164 }) => {
    const digits = value.replaceAll(/\D/g, '')
    return e164 ? [e164] : digits.length >= DIGITS_MIN ? [digits] : []
  })

const DIGITS_MIN = 8

function isSamePlace(a: Pick<PersonTraits, 'addresses'>, b: Pick<PersonTraits, 'addresses'>): boolean {
  const places = (of: Pick<PersonTraits, 'addresses'>): string[] =>
    (of.addresses ?? []).flatMap(({ postalCode, street }) => {
      const number = street?.match(/\d+/)?.[0]
      return postalCode && number ? [`${postalCode.replaceAll(/\s/g, '').toLowerCase()} ${number}`] : []
    })
  return common(places(a), places(b)).length > 0
}

const common = (a: readonly string[], b: readonly string[]): string[] => a.filter((value) => b.includes(value))
