import type { Clock, Random } from './clock.ts'

/** One prefix per kind: an id says what it identifies, and a wrong kind of id is refused before any read. */
export const prefixes = {
  account: 'acc',
  apiKey: 'key',
  assignmentRule: 'asr',
  calendar: 'cal',
  captureFailure: 'cpf',
  captureForm: 'cap',
  case: 'cas',
  caseComment: 'cmt',
  caseFile: 'cfl',
  contact: 'con',
  escalationRule: 'esc',
  event: 'evt',
  export: 'exp',
  exchangeRate: 'fxr',
  handover: 'hov',
  import: 'imp',
  importPreset: 'ipr',
  inboundMail: 'inm',
  interaction: 'int',
  lead: 'led',
  note: 'not',
  opportunity: 'opp',
  pipeline: 'pip',
  order: 'ord',
  organisation: 'org',
  queue: 'que',
  quote: 'quo',
  priceBook: 'pbk',
  priceBookEntry: 'pbe',
  product: 'prd',
  relation: 'rel',
  request: 'req',
  share: 'shr',
  slaPolicy: 'sla',
  task: 'tsk',
  team: 'tea',
  user: 'usr',
} as const

export type Kind = keyof typeof prefixes

/** Crockford's base 32 in lower case, without i, l, o and u. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TIME_LENGTH = 10
const RANDOM_BYTES = 10

/** What a ULID of ours looks like; the first character stays below 8 because the time has 48 bits. */
export const ULID_PATTERN = '[0-7][0-9a-hjkmnp-tv-z]{25}'

/** Lowest and highest id of a kind, for ranges over a whole partition. */
export const idBounds = (kind: Kind): [string, string] => [
  `${prefixes[kind]}_${'0'.repeat(26)}`,
  `${prefixes[kind]}_7${'z'.repeat(25)}`,
]

export interface Ids {
  /** A new id: `acc_` and 26 characters that sort by creation time, also within one millisecond. */
  next(kind: Kind): string
}

/** Ids from this clock and this randomness. Monotonic per source. https://github.com/ulid/spec */
export function createIds(clock: Clock, random: Random): Ids {
  let lastMs = -1
  let tail = 0n
  return {
    next(kind) {
      const ms = Math.max(clock().getTime(), lastMs)
      tail = ms === lastMs ? tail + 1n : toBigInt(random(RANDOM_BYTES)) >> 1n
      lastMs = ms
      return `${prefixes[kind]}_${ulid(ms, tail)}`
    },
  }
}

/** The id that a deterministic source (an import row, a seed) gets: same name, same id. `hash` has at least 10 bytes. */
export const derivedId = (kind: Kind, at: Date, hash: Uint8Array): string =>
  `${prefixes[kind]}_${ulid(at.getTime(), toBigInt(hash.subarray(0, RANDOM_BYTES)))}`

/** The kind an id belongs to, or undefined when it is no id of ours. */
export const kindOf = (id: string): Kind | undefined => (ID.test(id) ? kindsByPrefix.get(id.slice(0, 3)) : undefined)

/** A kind, or the plural that addresses use, as people say it: `apiKey` is an API key, `price-books` are price books. */
export const spoken = (name: string): string =>
  name
    .replaceAll(/(?<=[a-z])(?=[A-Z])|-/g, ' ')
    .toLowerCase()
    .replaceAll(/\b(?:api|sla)\b/g, (letters) => letters.toUpperCase())

/** The instant an id was made. */
export function instantOf(id: string): Date {
  let ms = 0
  for (const character of id.slice(4, 4 + TIME_LENGTH)) ms = ms * 32 + ALPHABET.indexOf(character)
  return new Date(ms)
}

/** The lowest id of a kind at an instant: the start of a range over time. */
export const lowestIdAt = (kind: Kind, at: Date): string => `${prefixes[kind]}_${ulid(at.getTime(), 0n)}`

const ID = new RegExp(`^[a-z]{3}_${ULID_PATTERN}$`)
const kindsByPrefix = new Map<string, Kind>(Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as Kind]))

const toBigInt = (bytes: Uint8Array): bigint => bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n)

function ulid(ms: number, tail: bigint): string {
  return encode(BigInt(ms), TIME_LENGTH) + encode(tail, 16)
}

function encode(value: bigint, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i++, rest >>= 5n) text = ALPHABET[Number(rest & 31n)] + text
  return text
}
