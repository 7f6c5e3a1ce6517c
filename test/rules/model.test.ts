import { readdirSync } from 'node:fs'
import type { ItemDefinition, Model, Place } from '@rapport/kernel/model'
import { type Item, tableDefinition } from '@rapport/kernel/table'
import { Entity } from 'electrodb'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const ABSENT = '-'

/** Every kind of item that stands in the table, by name. */
const models = await everyModel()

describe('an item is what ElectroDB would write', () => {
  test('the kinds of items are found', () => {
    expect([...models.keys()]).toEqual(
      expect.arrayContaining(['contact', 'event', 'guard', 'relation', 'case', 'queued']),
    )
  })

  test.each([...models])('%s', (_, model) => {
    const { definition } = model
    const oracle = entityOf(definition)
    const needed = new Set(namesIn(definition.record))
    fc.assert(
      fc.property(attributesOf(definition, needed), (given) => {
        const item = model.item(given)

        expect(item).toEqual(itemByElectroDb(oracle, definition, given))
        expect(model.key(given)).toEqual({ pk: item.pk, sk: item.sk })
        expect(model.parse(item)).toEqual(oracle.parse({ Item: item }, { ignoreOwnership: true }).data)
      }),
      { numRuns: 20 },
    )
  })

  test('what is no text cannot be part of a key, nor can what is missing', () => {
    const model = models.get('guard') as Model<object>

    expect(() => model.item({ scope: 'contact.email', digest: 7, of: 'con_1' })).toThrow(TypeError)
    expect(() => model.item({ scope: 'contact.email', of: 'con_1' })).toThrow(TypeError)
  })
})

interface Oracle {
  put(item: Item): { params(): { Item: Item } }
  parse(response: { Item: Item }, options: object): { data: Item | null }
}

/** ElectroDB refuses incomplete index attributes, so absent ones are marked, keep the item out of the index, and are taken out. */
function itemByElectroDb(oracle: Oracle, definition: ItemDefinition, given: Item): Item {
  const absent = [...keyedIn(definition)].filter((name) => given[name] === undefined)
  const { Item: item } = oracle.put({ ...given, ...Object.fromEntries(absent.map((name) => [name, ABSENT])) }).params()
  for (const name of absent) delete item[name]
  return item
}

function entityOf(definition: ItemDefinition): Oracle {
  const keyed = keyedIn(definition)
  const attributes = Object.fromEntries(
    definition.attributes.map((name) => [name, { type: keyed.has(name) ? 'string' : 'any' }]),
  )
  const keys = (place: Place, pk: string, sk: string) => ({
    pk: { field: pk, composite: composites(place.partition), template: place.partition, casing: 'none' },
    sk: { field: sk, composite: composites(place.sort), template: place.sort, casing: 'none' },
  })
  const indexes = Object.entries(definition.indexes ?? {}).map(([name, place]) => {
    const index = tableDefinition.indexes.find((one) => one.name === name)
    const condition = (item: Item) =>
      namesIn(place).every((one) => item[one] !== ABSENT) && (place.when?.(item) ?? true)
    return [name, { index: name, condition, ...keys(place, String(index?.partitionKey), String(index?.sortKey)) }]
  })
  const record = keys(definition.record, tableDefinition.partitionKey, tableDefinition.sortKey)
  const model = { entity: definition.name, version: '1', service: 'rapport' }
  return new Entity({ model, attributes, indexes: { record, ...Object.fromEntries(indexes) } } as never, {
    table: 'any',
  }) as unknown as Oracle
}

/** Any of the attributes; those of keys are text that may be part of a key. */
function attributesOf(definition: ItemDefinition, needed: ReadonlySet<string>): fc.Arbitrary<Item> {
  const keyed = keyedIn(definition)
  const text = fc.stringMatching(/^[a-z0-9_.:T-]{2,30}$/)
  const known: Record<string, fc.Arbitrary<unknown>> = {
    state: fc.constantFrom('live', 'bin'),
    visibility: fc.constantFrom('owner', 'team', 'everyone'),
    status: fc.constantFrom('open', 'done', 'new'),
  }
  const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text), fc.record({ a: text, b: fc.integer() }))
  const shape = Object.fromEntries(
    definition.attributes.map((name) => [name, known[name] ?? (keyed.has(name) ? text : value)]),
  )
  return fc.record(shape, { requiredKeys: [...needed] }) as fc.Arbitrary<Item>
}

function keyedIn({ record, indexes = {} }: ItemDefinition): Set<string> {
  return new Set([record, ...Object.values(indexes)].flatMap(namesIn))
}

function namesIn(place: Place): string[] {
  return [...composites(place.partition), ...composites(place.sort)]
}

function composites(template: string): string[] {
  return [...template.matchAll(/\$\{(\w+)\}/g)].map((found) => String(found[1]))
}

async function everyModel(): Promise<Map<string, Model<object>>> {
  const found = new Map<string, Model<object>>()
  for (const folder of ['kernel', 'core']) {
    const root = new URL(`../../packages/${folder}/src/`, import.meta.url)
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue
      for (const value of Object.values((await import(new URL(file, root).href)) as Record<string, unknown>)) {
        const model = isModel(value) ? value : (value as { model?: unknown } | undefined)?.model
        if (isModel(model)) found.set(model.name, model)
      }
    }
  }
  return found
}

function isModel(value: unknown): value is Model<object> {
  return typeof value === 'object' && value !== null && 'definition' in value && 'range' in value
}
