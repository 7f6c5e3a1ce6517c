import { type ItemDefinition, type Layout, layoutOf, type PlaceLayout, type Text } from './layout.ts'
import type { IndexName, Item, Key, QueryParams } from './table.ts'

export interface RangeOptions {
  newestFirst: boolean
  limit: number
}

/** A kind of item behind the few calls we need: keys, items and key conditions, written as ElectroDB writes them. */
export interface Model<T> {
  readonly name: string
  readonly definition: ItemDefinition
  key(attributes: Item): Key
  item(value: T & object): Item
  parse(item: Item): T
  /** A range of sort keys, both ends included, in the table (`record`) or in an index. */
  range(place: IndexName | 'record', values: Item, from: Item, to: Item, options: RangeOptions): QueryParams
}

/** Declares a kind of item. */
export function defineItem<T>(definition: ItemDefinition): Model<T> {
  const { name, attributes, indexes: places } = definition
  let known: Layout | undefined
  const layout = (): Layout => {
    known ??= layoutOf(definition)
    return known
  }
  return {
    name,
    definition,
    key: (given) => fill(layout().record.keys, given) as Key,
    item(value) {
      const given = value as Item
      const { constants, record, indexes } = layout()
      const item: Item = { ...constants, ...fill(record.keys, given) }
      for (const attribute of attributes) if (given[attribute] !== undefined) item[attribute] = given[attribute]
      for (const index of indexes) {
        const isIn =
          index.needs.every((one) => given[one] !== undefined) && (places?.[index.name]?.when?.(given) ?? true)
        if (isIn) Object.assign(item, fill(index.keys, given))
      }
      return item
    },
    parse(item) {
      const value: Item = {}
      for (const attribute of attributes) if (item[attribute] !== undefined) value[attribute] = item[attribute]
      return value as T
    },
    range(place, values, from, to, { newestFirst, limit }) {
      const { values: texts, ...query } = placeIn(layout(), place).range
      const given = { ...values, ...named('from ', from), ...named('to ', to) }
      return {
        ...query,
        ExpressionAttributeValues: fill(texts, given),
        ScanIndexForward: !newestFirst,
        Limit: limit,
      }
    },
  }
}

function placeIn({ record, indexes }: Layout, place: IndexName | 'record'): PlaceLayout {
  const found = place === 'record' ? record : indexes.find(({ name }) => name === place)
  if (!found) throw new Error(`These items have no place in index ${place}.`)
  return found
}

const named = (before: string, values: Item): Item =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${before}${name}`, value]))

/** Puts values into the holes of texts. Throws TypeError when one is missing or not text: then it could not be part of a key. */
function fill(texts: Readonly<Record<string, Text>>, given: Item): Record<string, string> {
  const filled: Record<string, string> = {}
  for (const [attribute, parts] of Object.entries(texts)) {
    let text = ''
    for (const [index, part] of parts.entries()) text += index % 2 === 0 ? part : component(part, given[part])
    filled[attribute] = text
  }
  return filled
}

function component(name: string, value: unknown): string {
  if (typeof value === 'string') return value
  throw new TypeError(`${name} is part of a key, so it must be text, not ${typeof value}.`)
}
