import fc from 'fast-check'
import { resolved, type Schema } from './openapi.ts'

/** What takes the place of an id: those there are, by kind, and sometimes one that is not. */
export type IdPool = (kinds: readonly string[]) => fc.Arbitrary<string>

/** Values that a schema allows. What a schema cannot say (addresses told apart, dates in order) they need not hold. */
export function valuesFor(schema: Schema, ids: IdPool): fc.Arbitrary<unknown> {
  const { const: only, enum: choices, anyOf, oneOf, type, ...rest } = resolved(schema)
  const alternatives = anyOf ?? oneOf
  if (only !== undefined) return fc.constant(only)
  if (choices) return fc.constantFrom(...choices)
  if (alternatives) return fc.oneof(...alternatives.map((one) => valuesFor(one, ids)))
  if (Array.isArray(type)) return fc.oneof(...type.map((one) => valuesFor({ ...rest, type: one }, ids)))
  if (type === 'object') return objectOf(rest, ids)
  if (type === 'array') return listOf(rest, ids)
  if (type === 'string') return textOf(rest, ids)
  if (type === 'integer' || type === 'number') return wholeNumber(rest)
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  throw new Error(`No values are known for ${JSON.stringify(schema)}`)
}

function objectOf({ properties, required = [], propertyNames, additionalProperties }: Schema, ids: IdPool) {
  if (properties) {
    const fields = Object.entries(properties).filter(([, field]) => !resolved(field).readOnly)
    const arbitraries = Object.fromEntries(fields.map(([name, field]) => [name, valuesFor(field, ids)]))
    return fc.record(arbitraries, { requiredKeys: required, noNullPrototype: true })
  }
  const names = textOf(propertyNames ?? { maxLength: 10 }, ids)
  const values = typeof additionalProperties === 'object' ? valuesFor(additionalProperties, ids) : fc.boolean()
  return fc.dictionary(names, values, { maxKeys: 3, noNullPrototype: true })
}

function listOf({ items = {}, minItems = 0, maxItems = 10 }: Schema, ids: IdPool) {
  const some = { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) }
  return fc.uniqueArray(valuesFor(items, ids), { ...some, selector: (entry) => JSON.stringify(entry) })
}

function wholeNumber(schema: Schema) {
  const minimum = schema.minimum ?? Math.min(-1_000_000, schema.maximum ?? 0)
  const maximum = schema.maximum ?? Math.max(1_000_000, minimum)
  return fc.oneof(fc.integer({ min: minimum, max: maximum }), fc.constantFrom(minimum, maximum))
}

/** Texts that have broken programs: quotes, markup, formulas, templates, other scripts, directions and joiners. */
const HARD = [
  `'`,
  `"; DROP TABLE contacts; --`,
  '<script>alert(1)</script>',
  '=1+1',
  '{{env "X"}}',
  '${jndi:ldap://x}',
  '%00%0d%0a',
  '../../etc/passwd',
  'Nguyễn Thị Lan',
  'สมชาย ใจดี',
  '田中',
  '👩‍👩‍👧',
  '\u202eevil',
  'a\u0301',
  'null',
  '__proto__',
  'a#id_b',
  '-',
]

const EMAILS = fc.tuple(
  fc.stringMatching(/^[a-z][a-z0-9]{5,12}$/),
  fc.constantFrom('example.com', 'EXAMPLE.ORG', 'xn--fiq228c.example'),
)

const byFormat: Record<string, () => fc.Arbitrary<string>> = {
  'date-time': () => instants('1900-01-01', '2200-01-01').map((at) => at.toISOString()),
  date: () => instants('1900-01-01', '2200-01-01').map((at) => at.toISOString().slice(0, 10)),
  email: () => EMAILS.map(([local, host]) => `${local}@${host}`),
}

const instants = (from: string, to: string) => fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true })

function textOf(schema: Schema, ids: IdPool): fc.Arbitrary<string> {
  const { format, pattern, minLength = 0, maxLength = 50 } = schema
  const kinds = schema['x-ref']?.split(' ')
  if (kinds) return ids(kinds)
  const formatted = format === undefined ? undefined : byFormat[format]
  if (formatted) return formatted()
  const shape = new RegExp(pattern ?? '', 'u')
  const fits = (text: string) => text.length >= minLength && text.length <= maxLength && shape.test(text)
  const short = { minLength, maxLength: Math.min(maxLength, Math.max(minLength, 30)) }
  const listed = known(schema, fits)
  if (listed) return listed
  const longest = ['a', 'A', '7', 'ô'].map((letter) => letter.repeat(Math.min(maxLength, 5_000))).filter(fits)
  const free = isFree(pattern) ? fc.string({ ...short, unit: 'grapheme' }) : matching(shape, short.maxLength)
  return fc.oneof(
    { arbitrary: free.filter(fits), weight: 6 },
    ...constants(HARD.filter(fits), 2),
    ...constants(longest, 1),
  )
}

/** Kept, as to take a pattern apart costs more than a request. */
const byPattern = new Map<string, fc.Arbitrary<string>>()

function matching(shape: RegExp, maxLength: number): fc.Arbitrary<string> {
  const key = `${maxLength} ${shape.source}`
  const known = byPattern.get(key) ?? fc.stringMatching(shape, { maxLength })
  byPattern.set(key, known)
  return known
}

/** A pattern that only keeps characters out: anything may be tried. */
const isFree = (pattern = ''): boolean => pattern === '' || pattern.includes('\\p') || pattern.includes('\\P')

const constants = (texts: readonly string[], weight: number) =>
  texts.length > 0 ? [{ arbitrary: fc.constantFrom(...texts), weight }] : []

/** Closed lists that a pattern only hints at. */
function known(
  { pattern, description = '' }: Schema & { description?: string },
  fits: (text: string) => boolean,
): fc.Arbitrary<string> | undefined {
  if (/ISO 4217/.test(description)) return fc.constantFrom('USD', 'JPY', 'KWD', 'VND')
  if (/\\\/\(/.test(pattern ?? ''))
    return fc.constantFrom(...['203.0.113.0/24', '0.0.0.0/0', '2001:db8::/32', '::/0'].filter(fits))
  if (pattern === '^"[0-9]+"$') return fc.constantFrom('"1"', '"1"', '"2"', '"0"', '"99999999999"')
  if (pattern?.startsWith('^FREQ='))
    return fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=12')
  if (/IANA/.test(description))
    return fc.constantFrom('UTC', 'Asia/Bangkok', 'America/Argentina/Ushuaia', 'Asia/Ho_Chi_Minh')
  if (/^\^\(\?!-\)/.test(pattern ?? ''))
    return fc.constantFrom(
      ...['example.com', 'Đà-lạt.example', 'xn--fiq228c.example', 'a.b.c.d', '1.2.3.4'].filter(fits),
    )
  return undefined
}

/** A value with one place changed to what schemas do not like. Whether it is still allowed is for a validator to say. */
export const mutationOf = (value: unknown, schema: Schema): fc.Arbitrary<unknown> => {
  const places = placesIn(value, schema)
  return fc
    .constantFrom(...places)
    .chain((place) => fc.constantFrom(...changesOf(place)).map((change) => asSent(change(structuredClone(value)))))
}

/** JSON has no word for NaN and leaves out what is undefined. */
const asSent = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null')

interface Place {
  path: (string | number)[]
  value: unknown
  schema: Schema
}

function placesIn(value: unknown, given: Schema, path: Place['path'] = []): Place[] {
  const schema = resolved(given)
  const own = { path, value, schema }
  if (Array.isArray(value))
    return [own, ...value.flatMap((entry, index) => placesIn(entry, schema.items ?? {}, [...path, index]))]
  if (value === null || typeof value !== 'object') return [own]
  const of = (name: string) => schemaOf(schema, name)
  return [own, ...Object.entries(value).flatMap(([name, entry]) => placesIn(entry, of(name), [...path, name]))]
}

function schemaOf(schema: Schema, name: string): Schema {
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).map(resolved)
  const found = [schema, ...alternatives].map((one) => one.properties?.[name]).find(Boolean)
  return resolved(found ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {}))
}

type Change = (root: unknown) => unknown

function changesOf({ path, value, schema }: Place): Change[] {
  const put =
    (next: unknown): Change =>
    (root) =>
      withValue(root, path, next)
  const flips = [null, true, 0, -1, 1.5, 1e308, '', 'x', [], {}, [[]], { a: 1 }].map(put)
  if (Array.isArray(value)) {
    const [first = 'x'] = value
    return [
      ...flips,
      put(Array.from({ length: (schema.maxItems ?? 100) + 1 }, () => first)),
      put([...value, first]),
      put([...value, null]),
    ]
  }
  if (value !== null && typeof value === 'object')
    return [...flips, ...extraKeys.map((key) => put(withKey(value, key))), ...missingKeys(value).map(put)]
  if (typeof value === 'string') return [...flips, ...badTexts(schema, value).map(put)]
  if (typeof value === 'number')
    return [
      ...flips,
      put((schema.minimum ?? 0) - 1),
      put((schema.maximum ?? 0) + 1),
      put(String(value)),
      put(value + 0.5),
    ]
  return flips
}

/** Names that would do harm if anybody took them: of the table's own attributes, of prototypes, of nothing. */
const extraKeys = [
  'unknown',
  'id',
  'version',
  'pk',
  'sk',
  'ownerPk',
  'deletedAt',
  'shares',
  'createdBy',
  '__proto__',
  'constructor',
  'toString',
  ' ',
  'ｎａｍｅ',
  'a'.repeat(2_000),
  'x\r\ny',
]

function withKey(value: object, key: string): object {
  const copy = { ...value }
  Object.defineProperty(copy, key, { value: { polluted: true }, enumerable: true, configurable: true, writable: true })
  return copy
}

const missingKeys = (value: object): object[] =>
  Object.keys(value).map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)))

const badTexts = ({ maxLength = 0 }: Schema, value: string): unknown[] => [
  'a'.repeat(maxLength + 1),
  `${value}\u0000`,
  `${value}\r\nX-Injected: 1`,
  '\ud800',
  `\udc00${value}`,
  ' ',
  '\u2028',
  value.toUpperCase(),
  `${value} `,
  Number(value),
]

function withValue(root: unknown, path: Place['path'], next: unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return next
  const holder = root as Record<string | number, unknown>
  holder[head] = withValue(holder[head], rest, next)
  return holder
}
