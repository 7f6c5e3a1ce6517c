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

/** An ElectroDB entity behind the few calls we need: keys, items and key conditions. Built on first use (it costs milliseconds). */
export interface Model<T> {
  readonly name: string
  key(attributes: Item): Key
  item(value: T & object): Item
  parse(item: Item): T
  /** A range of sort keys, both ends included, in the table (`record`) or in an index. */
  range(place: IndexName | 'record', values: Item, from: Item, to: Item, options: RangeOptions): QueryParams
}

interface AnyEntity {
  put(item: Item): { params(): { Item: Item } }
  get(key: Item): { params(): { Key: Key } }
  query: Record<string, (values: Item) => { between(from: Item, to: Item): { params(options: object): QueryParams } }>
  parse(response: { Item: Item }, options: object): { data: Item | null }
}

/** ElectroDB refuses to write an item whose index attributes are incomplete, so absent ones are marked and taken out again. */
const ABSENT = '-'

/** Declares a kind of item. The table's name is given by the port, so the entity carries none of its own. */
export function defineItem<T>(definition: ItemDefinition): Model<T> {
  let built: AnyEntity | undefined
  const keyed = keyedAttributes(definition)
  const entity = (): AnyEntity => {
    built ??= buildEntity(definition, keyed)
    return built
  }
  return {
    name: definition.name,
    key: (attributes) => entity().get(attributes).params().Key,
    item: (value) => {
      const given = value as Item
      const absent = keyed.filter((name) => given[name] === undefined)
      const marked = Object.fromEntries(absent.map((name) => [name, ABSENT]))
      const { Item: item } = entity()
        .put({ ...given, ...marked })
        .params()
      for (const name of absent) delete item[name]
      return item
    },
    parse: (item) => entity().parse({ Item: item }, { ignoreOwnership: true }).data as T,
    range: (place, values, from, to, { newestFirst, limit }) => {
      const query = entity().query[place]
      if (!query) throw new Error(`${definition.name} has no place in index ${place}`)
      return query(values)
        .between(from, to)
        .params({ order: newestFirst ? 'desc' : 'asc', limit, ignoreOwnership: true })
    },
  }
}

function buildEntity(definition: ItemDefinition, keyed: readonly string[]): AnyEntity {
  const attributes = Object.fromEntries(
    definition.attributes.map((name) => [name, { type: keyed.includes(name) ? 'string' : 'any' }]),
  )
  const indexes = Object.fromEntries([
    ['record', keysOf(definition.record, tableDefinition)],
    ...tableDefinition.indexes.flatMap((index) => {
      const place = definition.indexes?.[index.name]
      return place ? [[index.name, { index: index.name, condition: isIn(place), ...keysOf(place, index) }]] : []
    }),
  ])
  // ElectroDB's types describe literal models; ours are built from data, so the narrow interface above stands in for them.
  return new Entity(
    { model: { entity: definition.name, version: '1', service: 'rapport' }, attributes, indexes } as never,
    { table: 'given-by-the-port' },
  ) as unknown as AnyEntity
}

const isIn =
  (place: Place) =>
  (item: Item): boolean =>
    compositesOf(place).every((name) => item[name] !== ABSENT) && (place.when?.(item) ?? true)

function keysOf(place: Place, fields: { partitionKey: string; sortKey: string }) {
  return {
    pk: { field: fields.partitionKey, composite: namesIn(place.partition), template: place.partition, casing: 'none' },
    sk: { field: fields.sortKey, composite: namesIn(place.sort), template: place.sort, casing: 'none' },
  }
}

const keyedAttributes = ({ record, indexes = {} }: ItemDefinition): string[] => [
  ...new Set([record, ...Object.values(indexes)].flatMap(compositesOf)),
]

const compositesOf = (place: Place): string[] => [...namesIn(place.partition), ...namesIn(place.sort)]

const namesIn = (template: string): string[] =>
  [...template.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] as string)
