import { Entity } from 'electrodb'
import type { IndexName, Item, QueryParams } from './table.ts'
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
  /** Name of the kind of item; no two have the same. */
  name: string
  /** Every attribute that is stored. What is not named here never reaches the table. */
  attributes: readonly string[]
  record: Place
  indexes?: Partial<Record<IndexName, Place>>
}

/** Text with holes: fixed text and the names of what goes between take turns, fixed text first. */
export type Text = readonly string[]

/** How ElectroDB writes the items of one kind and asks for ranges of them, as data. */
export interface Layout {
  /** What it adds to every item. */
  constants: Item
  record: PlaceLayout
  indexes: readonly (PlaceLayout & { name: IndexName })[]
}

export interface PlaceLayout {
  /** The attributes without which an item does not stand here. */
  needs: readonly string[]
  /** The attributes of the key. */
  keys: Readonly<Record<string, Text>>
  /** A range of sort keys; names of the sort key's attributes begin with `from ` and `to `. */
  range: Omit<QueryParams, 'ExpressionAttributeValues'> & { values: Readonly<Record<string, Text>> }
}

/**
 * Asks ElectroDB for an item whose every attribute is its own name in brackets, and finds the names in the keys. Costs
 * milliseconds, so it is done once for a kind; for Lambda, when the bundle is made.
 */
export function layoutOf(definition: ItemDefinition): Layout {
  const { record, indexes = {} } = definition
  const places = tableDefinition.indexes.flatMap(({ name, partitionKey, sortKey }): NamedPlace<IndexName>[] => {
    const place = indexes[name]
    return place ? [{ name, place, fields: [partitionKey, sortKey] }] : []
  })
  const table: NamedPlace<'record'> = {
    name: 'record',
    place: record,
    fields: [tableDefinition.partitionKey, tableDefinition.sortKey],
  }
  const all = [table, ...places]
  const entity = entityOf(definition, all)
  const { Item: item } = entity.put(shown(all.flatMap(({ place }) => namesOf(place)))).params()
  const isPlacing = new Set(all.flatMap(({ place, fields }) => [...namesOf(place), ...fields]))
  const layout = (one: NamedPlace): PlaceLayout => ({
    needs: namesOf(one.place),
    keys: texts(Object.fromEntries(one.fields.map((field) => [field, item[field]]))),
    range: rangeOf(entity, one),
  })
  return {
    constants: Object.fromEntries(Object.entries(item).filter(([name]) => !isPlacing.has(name))),
    record: layout(table),
    indexes: places.map((one) => ({ name: one.name, ...layout(one) })),
  }
}

interface NamedPlace<N extends string = string> {
  name: N
  place: Place
  /** Attributes of the partition key and of the sort key. */
  fields: readonly [string, string]
}

interface AnyEntity {
  put(item: Item): { params(): { Item: Item } }
  query: Record<
    string,
    (values: Item) => {
      between(from: Item, to: Item): { params(options: object): QueryParams & { TableName: string } }
    }
  >
}

/** The table's name is given by the port, so the entity carries none of its own. */
function entityOf({ name, attributes }: ItemDefinition, places: readonly NamedPlace[]): AnyEntity {
  const keyed = new Set(places.flatMap(({ place }) => namesOf(place)))
  const indexes = places.map(({ name: index, place, fields: [partition, sort] }) => [
    index,
    {
      ...(index !== 'record' && { index }),
      pk: { field: partition, composite: holesOf(place.partition), template: place.partition, casing: 'none' },
      sk: { field: sort, composite: holesOf(place.sort), template: place.sort, casing: 'none' },
    },
  ])
  // ElectroDB's types describe literal models; ours are built from data, so the narrow interface above stands in for them.
  return new Entity(
    {
      model: { entity: name, version: '1', service: 'rapport' },
      attributes: Object.fromEntries(attributes.map((one) => [one, { type: keyed.has(one) ? 'string' : 'any' }])),
      indexes: Object.fromEntries(indexes),
    } as never,
    { table: 'given-by-the-port' },
  ) as unknown as AnyEntity
}

function rangeOf(entity: AnyEntity, { name, place }: NamedPlace): PlaceLayout['range'] {
  const sort = holesOf(place.sort)
  const {
    TableName: _,
    ExpressionAttributeValues: values,
    ...query
  } = (entity.query[name] as AnyEntity['query'][string])(shown(holesOf(place.partition)))
    .between(shown(sort, 'from '), shown(sort, 'to '))
    .params({ ignoreOwnership: true })
  return { ...query, values: texts(values) }
}

/** Attributes with their own names for values, in brackets. */
const shown = (names: readonly string[], before = ''): Item =>
  Object.fromEntries(names.map((name) => [name, `<${before}${name}>`]))

const texts = (written: Item): Record<string, Text> =>
  Object.fromEntries(Object.entries(written).map(([name, text]) => [name, String(text).split(/[<>]/)]))

const namesOf = (place: Place): string[] => [...holesOf(place.partition), ...holesOf(place.sort)]

const holesOf = (template: string): string[] =>
  [...template.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] as string)
