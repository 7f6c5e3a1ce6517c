import { Entity } from 'electrodb'
import type { IndexName, Item, Key, QueryParams } from './table.ts'
import { tableDefinition } from './table.ts'

/**
 * Where an item stands in an index. `partition` and `sort` are ElectroDB templates over the item's attributes; every
 * `${attribute}` in them must come from a closed alphabet (id, enum, date, hash, hexadecimal), because keys are joined text.
 * An item that lacks one of the attributes is not in the index.
 */
export interface Place {
  partition: string
  sort: string
  /** Leaves the index when this does not hold. */
  when?: (item: Item) => boolean
}

export interface ItemDefinition {
  /** Name of the kind of item. */
  name: string
  /** Every attribute that is stored. What is not named here never reaches the table. */
  attributes: readonly string[]
  record: Place
  indexes?: Partial<Record<IndexName, Place>>
}

export interface RangeOptions {
  newestFirst: boolean
  limit: number
}

/**
 * A kind of item behind the few calls we need. ElectroDB decides how keys are written; it is asked once, on first use (it costs
 * milliseconds), and its answer is what every item is made of.
 */
export interface Model<T> {
  readonly name: string
  readonly definition: ItemDefinition
  key(attributes: Item): Key
  item(value: T & object): Item
  parse(item: Item): T
  /** A range of sort keys, both ends included, in the table (`record`) or in an index. */
  range(place: IndexName | 'record', values: Item, from: Item, to: Item, options: RangeOptions): QueryParams
}

/** Declares a kind of item. The table's name is given by the port, so the entity carries none of its own. */
export function defineItem<T>(definition: ItemDefinition): Model<T> {
  let built: AnyEntity | undefined
  let learnt: Layout | undefined
  const entity = (): AnyEntity => {
    built ??= buildEntity(definition)
    return built
  }
  const layout = (): Layout => {
    learnt ??= learn(definition, entity())
    return learnt
  }
  return {
    name: definition.name,
    definition,
    key: (attributes) => fill(layout().record, attributes) as Key,
    item(value) {
      const given = value as Item
      const { constants, record, indexes } = layout()
      const item: Item = { ...constants, ...fill(record, given) }
      for (const name of definition.attributes) if (given[name] !== undefined) item[name] = given[name]
      for (const index of indexes) if (isIn(index, given)) Object.assign(item, fill(index, given))
      return item
    },
    parse(item) {
      const value: Item = {}
      for (const name of definition.attributes) if (item[name] !== undefined) value[name] = item[name]
      return value as T
    },
    range(place, values, from, to, { newestFirst, limit }) {
      const query = entity().query[place]
      if (!query) throw new Error(`${definition.name} has no place in index ${place}`)
      return query(values)
        .between(from, to)
        .params({ order: newestFirst ? 'desc' : 'asc', limit, ignoreOwnership: true })
    },
  }
}

/** How ElectroDB writes the items of a kind. */
interface Layout {
  /** What it adds to every one of them. */
  constants: Item
  record: LearntKeys
  indexes: readonly LearntKeys[]
}

interface LearntKeys {
  needs: readonly string[]
  when?: Place['when']
  /** Attributes of the key with the text they are made of: fixed text and names of attributes take turns. */
  keys: readonly (readonly [attribute: string, parts: readonly string[]])[]
}

/** Asks ElectroDB for an item whose every attribute is its own name in brackets, and finds the names in the keys. */
function learn(definition: ItemDefinition, entity: AnyEntity): Layout {
  const [table, ...indexes] = placesOf(definition)
  const names = [table, ...indexes].flatMap(({ place }) => compositesOf(place))
  const { Item: shown } = entity.put(Object.fromEntries(names.map((name) => [name, `<${name}>`]))).params()
  const keysOf = ({ place, fields }: NamedPlace): LearntKeys => ({
    needs: compositesOf(place),
    ...(place.when && { when: place.when }),
    keys: fields.map((field) => [field, String(shown[field]).split(/[<>]/)]),
  })
  const placing = new Set([...names, ...[table, ...indexes].flatMap(({ fields }) => fields)])
  const constants = Object.fromEntries(Object.entries(shown).filter(([name]) => !placing.has(name)))
  return { constants, record: keysOf(table), indexes: indexes.map(keysOf) }
}

const isIn = ({ needs, when }: LearntKeys, given: Item): boolean =>
  needs.every((name) => given[name] !== undefined) && (when?.(given) ?? true)

function fill({ keys }: LearntKeys, given: Item): Item {
  const filled: Item = {}
  for (const [attribute, parts] of keys) {
    let text = ''
    for (const [index, part] of parts.entries()) text += index % 2 === 0 ? part : component(part, given[part])
    filled[attribute] = text
  }
  return filled
}

function component(name: string, value: unknown): string {
  if (typeof value !== 'string')
    throw new TypeError(`${name} is part of a key, so it must be text, not ${typeof value}.`)
  return value
}

interface AnyEntity {
  put(item: Item): { params(): { Item: Item } }
  query: Record<string, (values: Item) => { between(from: Item, to: Item): { params(options: object): QueryParams } }>
}

function buildEntity(definition: ItemDefinition): AnyEntity {
  const places = placesOf(definition)
  const keyed = new Set(places.flatMap(({ place }) => compositesOf(place)))
  const attributes = Object.fromEntries(
    definition.attributes.map((name) => [name, { type: keyed.has(name) ? 'string' : 'any' }]),
  )
  const indexes = Object.fromEntries(
    places.map(({ name, place, fields: [partition, sort] }) => [
      name,
      {
        ...(name !== 'record' && { index: name }),
        pk: { field: partition, composite: namesIn(place.partition), template: place.partition, casing: 'none' },
        sk: { field: sort, composite: namesIn(place.sort), template: place.sort, casing: 'none' },
      },
    ]),
  )
  // ElectroDB's types describe literal models; ours are built from data, so the narrow interface above stands in for them.
  return new Entity(
    { model: { entity: definition.name, version: '1', service: 'rapport' }, attributes, indexes } as never,
    { table: 'given-by-the-port' },
  ) as unknown as AnyEntity
}

interface NamedPlace {
  name: IndexName | 'record'
  place: Place
  /** Attributes of the partition key and of the sort key. */
  fields: readonly [string, string]
}

/** Where items stand, the table first. */
const placesOf = ({ record, indexes = {} }: ItemDefinition): [NamedPlace, ...NamedPlace[]] => [
  { name: 'record', place: record, fields: [tableDefinition.partitionKey, tableDefinition.sortKey] },
  ...tableDefinition.indexes.flatMap(({ name, partitionKey, sortKey }): NamedPlace[] => {
    const place = indexes[name]
    return place ? [{ name, place, fields: [partitionKey, sortKey] }] : []
  }),
]

const compositesOf = (place: Place): string[] => [...namesIn(place.partition), ...namesIn(place.sort)]

const namesIn = (template: string): string[] =>
  [...template.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] as string)
