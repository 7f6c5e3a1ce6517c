import type { ItemDefinition, Place } from '@rapport/kernel/layout'
import { defineItem } from '@rapport/kernel/model'
import { type IndexName, type Item, type QueryParams, tableDefinition } from '@rapport/kernel/table'
import { Entity } from 'electrodb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyItemDefinition } from '../../infra/layouts.ts'

const ABSENT = '-'

const definitions = await everyItemDefinition()

describe('an item, its key and a range are what ElectroDB would write', () => {
  test('the kinds of items are found, each once', () => {
    const names = definitions.map(({ name }) => name)

    expect(names).toEqual(
      expect.arrayContaining(['contact', 'event', 'guard', 'relation', 'case', 'due', 'signing-key']),
    )
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(definitions.map((definition) => [definition.name, definition] as const))('%s', (_, definition) => {
    const model = defineItem<object>(definition)
    const oracle = entityOf(definition)
    fc.assert(
      fc.property(attributesOf(definition), attributesOf(definition), fc.boolean(), (given, other, newestFirst) => {
        const item = model.item(given)

        expect(item).toEqual(itemByElectroDb(oracle, definition, given))
        expect(model.key(given)).toEqual({ pk: item.pk, sk: item.sk })
        expect(model.parse(item)).toEqual(oracle.parse({ Item: item }, { ignoreOwnership: true }).data)
        for (const [name, place] of placesOf(definition)) {
          if (namesIn(place).some((one) => given[one] === undefined || other[one] === undefined)) continue
          const ends = [given, other].map((one) => pick(one, holes(place.sort))) as [Item, Item]
          const values = pick(given, holes(place.partition))
          const order = newestFirst ? 'desc' : 'asc'
          const asked = oracle.query[name]?.(values)
            .between(...ends)
            .params({ order, limit: 7, ignoreOwnership: true })
          const range = model.range(name, values, ...ends, { newestFirst, limit: 7 })

          expect({ ...range, TableName: 'any' }).toEqual(asked)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('what is no text cannot be part of a key, nor can what is missing', () => {
    const model = defineItem<object>(definitions.find(({ name }) => name === 'guard') as ItemDefinition)

    expect(() => model.item({ scope: 'contact.email', digest: 7, of: 'con_1' })).toThrow(TypeError)
    expect(() => model.item({ scope: 'contact.email', of: 'con_1' })).toThrow(TypeError)
    expect(() => model.key({ scope: 'contact.email' })).toThrow(TypeError)
  })
})

interface Oracle {
  put(item: Item): { params(): { Item: Item } }
  parse(response: { Item: Item }, options: object): { data: Item | null }
  query: Record<string, (values: Item) => { between(from: Item, to: Item): { params(options: object): QueryParams } }>
}

/** ElectroDB refuses incomplete index attributes, so absent ones are marked, keep the item out of the index, and are taken out. */
function itemByElectroDb(oracle: Oracle, definition: ItemDefinition, given: Item): Item {
  const absent = [...keyedIn(definition)].filter((name) => given[name] === undefined)
  const marked = Object.fromEntries(absent.map((name) => [name, ABSENT]))
  const { Item: item } = oracle.put({ ...given, ...marked }).params()
  for (const name of absent) delete item[name]
  return item
}

function entityOf(definition: ItemDefinition): Oracle {
  const keyed = keyedIn(definition)
  const attributes = definition.attributes.map((name) => [name, { type: keyed.has(name) ? 'string' : 'any' }])
  const indexes = placesOf(definition).map(([name, place]) => {
    const index = tableDefinition.indexes.find((one) => one.name === name)
    const { partitionKey, sortKey } = index ?? tableDefinition
    const condition = (item: Item) =>
      namesIn(place).every((one) => item[one] !== ABSENT) && (place.when?.(item) ?? true)
    return [
      name,
      {
        ...(index && { index: name, condition }),
        pk: { field: partitionKey, composite: holes(place.partition), template: place.partition, casing: 'none' },
        sk: { field: sortKey, composite: holes(place.sort), template: place.sort, casing: 'none' },
      },
    ]
  })
  const model = {
    model: { entity: definition.name, version: '1', service: 'rapport' },
    attributes: Object.fromEntries(attributes),
    indexes: Object.fromEntries(indexes),
  }
  return new Entity(model as never, { table: 'any' }) as unknown as Oracle
}

/** Any of the attributes; those of keys are text that may be part of a key. */
function attributesOf(definition: ItemDefinition): fc.Arbitrary<Item> {
  const keyed = keyedIn(definition)
  const text = fc.stringMatching(/^[a-z0-9_.:T-]{2,30}$/)
  const known: Record<string, fc.Arbitrary<unknown>> = {
    state: fc.constantFrom('live', 'bin'),
    visibility: fc.constantFrom('owner', 'team', 'everyone'),
    status: fc.constantFrom('open', 'done', 'new'),
  }
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text), fc.record({ a: text, b: fc.integer() }))
  const shape = definition.attributes.map((name) => [name, known[name] ?? (keyed.has(name) ? text : value)])
  return fc.record(Object.fromEntries(shape), { requiredKeys: namesIn(definition.record) }) as fc.Arbitrary<Item>
}

function placesOf({ record, indexes = {} }: ItemDefinition): [IndexName | 'record', Place][] {
  return [['record', record], ...(Object.entries(indexes) as [IndexName, Place][])]
}

function keyedIn(definition: ItemDefinition): Set<string> {
  return new Set(placesOf(definition).flatMap(([, place]) => namesIn(place)))
}

function namesIn(place: Place): string[] {
  return [...holes(place.partition), ...holes(place.sort)]
}

function holes(template: string): string[] {
  return [...template.matchAll(/\$\{(\w+)\}/g)].map((found) => String(found[1]))
}

const pick = (item: Item, names: readonly string[]): Item => Object.fromEntries(names.map((name) => [name, item[name]]))
