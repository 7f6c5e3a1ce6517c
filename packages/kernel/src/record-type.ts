import * as z from 'zod'
import { dueKeys } from './due.ts'
import type { Kind } from './ids.ts'
import type { ItemDefinition } from './layout.ts'
import { defineItem, type Model } from './model.ts'
import type { Principal } from './policy.ts'
import type { Contribution } from './rollup.ts'
import { createSchema, patchSchema, type RecordBase } from './schema.ts'
import type { Facet, SearchText } from './search.ts'
import { shardOf, type UniqueValue } from './store.ts'
import type { IndexName, Item } from './table.ts'

/** `live` records stand in lists, `bin` ones in the recycle bin. */
export type RecordState = 'live' | 'bin'

/** A record as the table holds it: itself and what places it in the indexes. */
export type Stored<T> = T & { state: RecordState; shard: string; parent?: string; expiresAtS?: number }

export interface RecordDefinition<T extends RecordBase> {
  kind: Kind
  /** Path segment: `contacts`. */
  plural: string
  /** Name of the schema in the API document: `Contact`. */
  name: string
  schema: z.ZodObject
  /** What callers may write; `derive` fills what is left of the schema. */
  fields: z.ZodRawShape
  /** False when callers do not decide owner, team and visibility: a user is its own. */
  isAssignable?: boolean
  /** Visibility of a new record when the caller names none; otherwise `team`, or `owner` for who has no team. */
  visibility?: RecordBase['visibility']
  /** Lists this kind stands in; all of them when not given. A list that nobody reads is a write that everybody pays. */
  lists?: readonly ListIndex[]
  /** Places in indexes beside the usual lists; their partitions begin with the kind. */
  places?: ItemDefinition['indexes']
  /** Field whose value is the record above, for lists of children. */
  parent?: keyof T & string
  /** Values that no two live records share. Freed on delete, claimed again on restore. */
  unique?: (record: T) => readonly UniqueValue[]
  search?: (record: T) => SearchText
  /** Values the list can be filtered by; their names are its query parameters. */
  facets?: (record: T) => readonly Facet[]
  /** Names of the facets with the schema of their query parameter. */
  filters?: Readonly<Record<string, z.ZodType>>
  /** Groups of fields that roles may see or set apart from the rest. */
  fieldGroups?: Readonly<Record<string, readonly (keyof T & string)[]>>
  /** Computes what follows from the caller's fields: normal forms beside raw values. Pure; may load a library on first use. */
  derive?: (record: T) => T | Promise<T>
  /** The record that must be visible for this one to be visible: what a note is about. */
  inherits?: (record: T) => string
  /** The record in whose timeline its events stand when it is seen by rights of its own: what a task is about. */
  timelineOf?: (record: T) => string | undefined
  /** The record whose timeline also shows this one's events: a contact's account. */
  above?: (record: T) => string | undefined
  /** When something must happen to the record without being asked; it stands in the index of due work until then. */
  due?: (record: T) => string | undefined
  /** What the record adds to totals that are kept up to date: nothing while it is in the recycle bin. */
  rollups?: (record: T) => readonly Contribution[]
  /** Fields named in `changed` but kept out of `before` and `after`: long bodies with versions of their own. */
  quiet?: readonly (keyof T & string)[]
}

export type ListIndex = 'owner' | 'team' | 'everyone' | 'all'

export interface RecordType<T extends RecordBase = RecordBase> extends RecordDefinition<T> {
  /** Every field of the record, in the order of the schema. */
  fieldNames: readonly string[]
  create: z.ZodObject
  patch: z.ZodObject
  model: Model<Stored<T>>
}

/** Declares a kind of record: its schemas, its places in the table, its rules of uniqueness, search and rights. */
export function recordType<T extends RecordBase>(definition: RecordDefinition<T>): RecordType<T> {
  return {
    ...definition,
    fieldNames: Object.keys(definition.schema.shape),
    create: createSchema(definition.name, definition.fields, definition.isAssignable ?? true),
    patch: patchSchema(definition.name, definition.fields, definition.isAssignable ?? true),
    model: defineItem<Stored<T>>(placement(definition)),
  }
}

function placement<T extends RecordBase>({
  kind,
  schema,
  parent,
  lists,
  places: own,
}: RecordDefinition<T>): ItemDefinition {
  const places: ItemDefinition['indexes'] = {
    owner: { partition: `${kind}#\${state}#\${ownerId}`, sort: '${id}' },
    team: { partition: `${kind}#\${state}#\${teamId}`, sort: '${id}' },
    everyone: {
      partition: `${kind}#\${state}#\${shard}`,
      sort: '${id}',
      when: (item) => item.visibility === 'everyone',
    },
    all: { partition: `${kind}#\${state}#\${shard}`, sort: '${id}' },
  }
  const wanted = Object.entries(places).filter(([name]) => !lists || lists.includes(name as ListIndex))
  return {
    name: kind,
    attributes: [...Object.keys(schema.shape), 'state', 'shard', 'parent', 'expiresAtS'],
    record: { partition: '${id}', sort: kind },
    indexes: {
      ...(Object.fromEntries(wanted) as Partial<Record<IndexName, never>>),
      ...(parent ? { parent: { partition: `${kind}#\${state}#\${parent}`, sort: '${id}' } } : {}),
      ...own,
    },
  }
}

/** The item of a record, in every index it belongs to. */
export function toItem<T extends RecordBase>(
  type: RecordType<T>,
  record: T,
  shards: number,
  expiresAtS?: number,
): Item {
  const parent = type.parent ? record[type.parent] : undefined
  const stored = {
    ...record,
    state: record.deletedAt ? 'bin' : 'live',
    shard: shardOf(record.id, shards),
    ...(typeof parent === 'string' ? { parent } : {}),
    ...(expiresAtS === undefined ? {} : { expiresAtS }),
  } as Stored<T>
  return placed(type, stored)
}

/** The item of a record whose place has been decided. */
export function placed<T extends RecordBase>(type: RecordType<T>, stored: Stored<T>): Item {
  const item = type.model.item(stored)
  const dueAt = stored.state === 'live' ? type.due?.(stored) : undefined
  return dueAt === undefined ? item : { ...item, ...dueKeys(stored.id, dueAt, stored.shard) }
}

/** The record of an item, in the order of its schema and without what only places it. */
export function fromItem<T extends RecordBase>(type: RecordType<T>, item: Item): T {
  const stored = type.model.parse(item) as unknown as Item
  const record: Item = {}
  for (const field of type.fieldNames) if (stored[field] !== undefined) record[field] = stored[field]
  return record as unknown as T
}

/** The record in whose timeline the events of a record stand. */
export const timelineOf = <T extends RecordBase>(type: RecordDefinition<T>, record: T): string =>
  type.inherits?.(record) ?? type.timelineOf?.(record) ?? record.id

/** Where the item of any record stands, from its id alone. */
export const keyOf = (kind: Kind, id: string) => ({ pk: id, sk: kind })

/** The fields a principal does not see. */
export const hiddenFields = (type: RecordType<never>, principal: Principal): Set<string> =>
  fieldsWhere(type, principal, ['none'])

/** The fields a principal may not set. */
export const lockedFields = (type: RecordType<never>, principal: Principal): Set<string> =>
  fieldsWhere(type, principal, ['none', 'read'])

function fieldsWhere(type: RecordType<never>, principal: Principal, access: readonly string[]): Set<string> {
  const groups = Object.entries(type.fieldGroups ?? {}) as [string, readonly string[]][]
  return new Set(
    groups.flatMap(([group, fields]) => (access.includes(principal.rights.field(type.kind, group)) ? fields : [])),
  )
}

/** The record as this principal may see it. */
export function present<T extends RecordBase>(type: RecordType<T>, principal: Principal, record: T): T {
  const hidden = hiddenFields(type as unknown as RecordType<never>, principal)
  if (hidden.size === 0) return record
  return Object.fromEntries(Object.entries(record).filter(([field]) => !hidden.has(field))) as unknown as T
}

const knownReferences = new WeakMap<z.ZodObject, ReadonlyMap<string, string>>()

/** Top-level fields that refer to other records, with the kinds they may name. Looked up once per schema. */
export function referenceFields(schema: z.ZodObject): ReadonlyMap<string, string> {
  const known = knownReferences.get(schema)
  if (known) return known
  const found = new Map<string, string>()
  for (const [name, field] of Object.entries(schema.shape)) {
    const kinds = referenceOf(field as z.ZodType)
    if (kinds && name !== 'id') found.set(name, kinds)
  }
  knownReferences.set(schema, found)
  return found
}

function referenceOf(field: z.ZodType): string | undefined {
  const bare = field instanceof z.ZodOptional ? (field.unwrap() as z.ZodType) : field
  return bare.meta()?.['x-ref'] as string | undefined
}
