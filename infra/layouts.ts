import { readdirSync, readFileSync } from 'node:fs'
import { type ItemDefinition, type Layout, layoutOf } from '@rapport/kernel/layout'
import type { Model } from '@rapport/kernel/model'

/** Every kind of item the table holds. Throws when one is declared where it cannot be found, or two have the same name. */
export async function everyItemDefinition(): Promise<ItemDefinition[]> {
  const found = new Map<string, ItemDefinition>()
  for (const file of ['kernel', 'core'].flatMap(sourcesOf)) {
    const declared = readFileSync(file, 'utf8').match(/ = (defineItem|recordType)\b/g)?.length ?? 0
    if (declared === 0) continue
    const models = modelsIn((await import(file.href)) as Record<string, unknown>)
    if (models.length !== declared) throw new Error(`${file.pathname} keeps a kind of item to itself: export it.`)
    for (const { name, definition } of models) {
      if (found.has(name)) throw new Error(`Two kinds of items are named ${name}.`)
      found.set(name, definition)
    }
  }
  return [...found.values()]
}

/** What ElectroDB says of each of them, by name. */
export const everyLayout = async (): Promise<Record<string, Layout>> =>
  Object.fromEntries((await everyItemDefinition()).map((definition) => [definition.name, layoutOf(definition)]))

function sourcesOf(room: string): URL[] {
  const root = new URL(`../packages/${room}/src/`, import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  return files.sort().map((file) => new URL(file, root))
}

/** Models stand alone or within the type of a record. */
const modelsIn = (exported: Record<string, unknown>): Model<object>[] =>
  Object.values(exported).flatMap((value) => {
    const model = (value as { model?: unknown } | undefined)?.model ?? value
    return isModel(model) ? [model] : []
  })

const isModel = (value: unknown): value is Model<object> =>
  typeof value === 'object' && value !== null && 'definition' in value && 'range' in value
