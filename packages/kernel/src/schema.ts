import * as z from 'zod'
import { type Kind, prefixes, ULID_PATTERN } from './ids.ts'

/** The blocks that slices build their records from. Every string and list has a bound; unknown properties are refused. */

/** One line of text without control characters or halves of characters, trimmed, 1 to `max` characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u2028\u2029]*$/u, { error: 'must be one line of text' })

/** Text of several lines, 1 to `max` characters; no control characters but tab and line feed. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, { error: 'must not hold control characters' })

/** A reference to a record of one of these kinds. The kinds travel into the API document, where tests sweep over them. */
export const ref = <K extends Kind>(...kinds: [K, ...K[]]) =>
  z
    .string()
    .regex(new RegExp(`^(?:${kinds.map((kind) => prefixes[kind]).join('|')})_${ULID_PATTERN}$`), {
      error: `must be an id of: ${kinds.join(', ')}`,
    })
    .max(30)
    .meta({ 'x-ref': kinds.join(' '), examples: [`${prefixes[kinds[0]]}_01kavm5g3t8z1r4y6w9x2c7b0d`] })

/** A reference to anything that has an id. */
export const anyRef = ref(...(Object.keys(prefixes) as [Kind, ...Kind[]]))

/** The name of a field, an action or a kind, as programs write it. */
export const word = (max: number) => z.string().max(max).regex(/^\w+$/)

/** Who did something: the id of a user or a key, or the name of a worker. */
export const actorId = z
  .string()
  .max(64)
  .regex(/^[\w-]+$/)

export const instant = z.iso.datetime({ precision: 3 }).meta({ examples: ['2026-11-22T09:30:00.000Z'] })

export const date = z.iso.date().meta({ examples: ['2026-11-22'] })

/** `Area/City` or `UTC`: no offsets, no abbreviations, of which Intl accepts some. */
const ZONE_NAME = /^(?:UTC|[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z0-9_+-]+){1,2})$/

export const timeZone = z
  .string()
  .max(64)
  .regex(/^[\w+/-]+$/)
  .refine(isZone, { error: 'must be an IANA time zone' })
  .meta({ description: 'IANA time zone.', examples: ['Asia/Bangkok'] })

/** BCP 47 language tag in its canonical form. https://www.rfc-editor.org/rfc/rfc5646 */
export const language = z
  .string()
  .max(35)
  .regex(/^[A-Za-z0-9-]+$/)
  .refine((tag) => canonicalLanguage(tag) === tag, { error: 'must be a canonical BCP 47 tag such as vi or pt-BR' })
  .meta({ examples: ['th'] })

export const version = z.int().min(1).max(Number.MAX_SAFE_INTEGER)

/** A name that a program chose: for systems, roles in a relation, tags. */
export const slug = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[a-z0-9](?:[a-z0-9_.-]*[a-z0-9])?$/, {
      error: 'must be lower-case letters, digits, dots, dashes or underscores',
    })

/** A list whose entries differ by `key`. */
export function distinctList<T extends z.ZodType>(entry: T, max: number, key: (value: z.infer<T>) => unknown) {
  return z
    .array(entry)
    .max(max)
    .refine((list) => new Set(list.map(key)).size === list.length, { error: 'must not hold the same entry twice' })
}

/** Who may see a record besides those whose role reaches it: nobody, the owner's team, everyone in the organisation. */
export const Visibility = z.enum(['owner', 'team', 'everyone'])
export type Visibility = z.infer<typeof Visibility>

/** An explicit grant on one record to a user or a team. It widens, never narrows; an expired one counts for nothing. */
export const Share = z.strictObject({
  to: ref('user', 'team'),
  access: z.enum(['read', 'update']),
  until: instant.optional(),
})
export type Share = z.infer<typeof Share>

/** What a caller may say about whose a record is. */
export const ownership = {
  ownerId: ref('user'),
  teamId: ref('team').optional(),
  visibility: Visibility,
}

/** What the CRM itself keeps on every record. */
export const systemFields = {
  version,
  createdAt: instant,
  createdBy: actorId,
  updatedAt: instant,
  updatedBy: actorId,
  deletedAt: instant.optional(),
  shares: z.array(Share).max(20).optional(),
}

export interface RecordBase {
  id: string
  version: number
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  ownerId: string
  teamId?: string | undefined
  visibility: Visibility
  deletedAt?: string | undefined
  shares?: Share[] | undefined
}

/** The whole record as it is stored and answered: id, the slice's fields, ownership, system fields. */
export const recordSchema = <F extends z.ZodRawShape>(kind: Kind, name: string, fields: F) =>
  z.strictObject({ id: ref(kind), ...fields, ...ownership, ...systemFields }).meta({ id: name })

/** The body of a create: the slice's fields, and ownership (if callers decide it) defaulting to the caller. */
export const createSchema = (name: string, fields: z.ZodRawShape, isAssignable: boolean) =>
  z.strictObject({ ...fields, ...(isAssignable ? optional(ownership) : {}) }).meta({ id: `${name}Create` })

/** The body of a patch (RFC 7396): every field optional, `null` removes an optional one. */
export function patchSchema(name: string, fields: z.ZodRawShape, isAssignable: boolean) {
  const entries = Object.entries({ ...fields, ...(isAssignable ? ownership : {}) }).map(([key, field]) => [
    key,
    patchable(field as z.ZodType),
  ])
  return z.strictObject(Object.fromEntries(entries) as Record<string, z.ZodType>).meta({ id: `${name}Patch` })
}

const patchable = (field: z.ZodType): z.ZodType => {
  const bare = withoutDefault(field)
  return bare instanceof z.ZodOptional
    ? nested(bare.unwrap() as z.ZodType)
        .nullable()
        .optional()
    : nested(bare).optional()
}

/** A patch reaches into objects and records too; the record that results is validated as a whole. */
function nested(field: z.ZodType): z.ZodType {
  if (field instanceof z.ZodObject) {
    const entries = Object.entries(field.shape).map(([key, inner]) => [key, patchable(inner as z.ZodType)])
    return z.strictObject(Object.fromEntries(entries) as Record<string, z.ZodType>)
  }
  if (field instanceof z.ZodRecord) return z.record(field.keyType, (field.valueType as z.ZodType).nullable())
  return field
}

const withoutDefault = (field: z.ZodType): z.ZodType =>
  field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : field

const optional = <F extends z.ZodRawShape>(shape: F) =>
  Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [key, (field as z.ZodType).optional()]),
  ) as unknown as {
    [K in keyof F]: z.ZodOptional<F[K]>
  }

/** Applies a merge patch (RFC 7396): `null` removes, objects are merged, anything else replaces, absent keeps. */
export function mergePatch<T extends object>(record: T, patch: Readonly<Record<string, unknown>>): T {
  const merged = { ...record } as Record<string, unknown>
  for (const [key, value] of Object.entries(patch)) {
    const old = merged[key]
    if (value === null) delete merged[key]
    else if (isPlain(value)) merged[key] = mergePatch(isPlain(old) ? old : {}, value)
    else if (value !== undefined) merged[key] = value
  }
  return merged as T
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** Zones that were found to be ones: to ask the runtime takes longer than everything else in a schema together. */
const zones = new Set<string>()

/** The runtime lists each zone once; it also knows the other names a zone has, such as Asia/Ho_Chi_Minh. */
function isZone(zone: string): boolean {
  if (zones.has(zone)) return true
  if (!ZONE_NAME.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    return false
  }
  zones.add(zone)
  return true
}
