import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'

export type Json = Record<string, unknown>

/** What a caller sends differs from what the CRM answers: a default may be left out there and always stands here. */
export type Direction = 'input' | 'output'

/** The named schemas of a document, each told once. */
export interface Schemas {
  /** The schema, or a reference when it has a name. */
  add(schema: z.ZodType, direction: Direction): Json
  /** A document that refers to these schemas, with all of them as its components. */
  complete(document: Json): Json
}

/** Marks a reference until it is known whether the two directions of a schema differ. */
const PENDING = '#pending/'
const COMPONENTS = '#/components/schemas/'

export function schemaCollection(): Schemas {
  const named: Record<Direction, Json> = { input: {}, output: {} }
  return {
    add(schema, direction) {
      const {
        $schema: _,
        $defs = {},
        ...json
      } = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any', override: tidy }) as Json
      const marked = mapReferences({ $defs, json }, (ref) => ref.replace('#/$defs/', `${PENDING}${direction}/`)) as {
        $defs: Json
        json: Json
      }
      Object.assign(named[direction], marked.$defs)
      return marked.json
    },
    complete(document) {
      const nameOf = finalNames(named)
      const inputs = Object.entries(named.input).map(([name, schema]) => [nameOf('input', name), schema])
      const outputs = Object.entries(named.output).map(([name, schema]) => [nameOf('output', name), schema])
      const schemas = Object.fromEntries([...inputs, ...outputs].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)))
      const components = { ...(document.components as Json), schemas }
      return mapReferences({ ...document, components }, (ref) =>
        withName(ref, (direction, name) => `${COMPONENTS}${nameOf(direction, name)}`),
      ) as Json
    },
  }
}

/** A schema that is the same both ways has one name; one that differs, itself or in a part of it, has `…Input` for what is sent. */
function finalNames(named: Record<Direction, Json>): (direction: Direction, name: string) => string {
  const differing = new Set<string>()
  const inBoth = Object.keys(named.input).filter((name) => name in named.output)
  const neutral = (schema: unknown) =>
    mapReferences(schema, (ref) => withName(ref, (_direction, name) => (differing.has(name) ? ref : name)))
  for (let before = -1; before < differing.size; ) {
    before = differing.size
    for (const name of inBoth)
      if (!isDeepStrictEqual(neutral(named.input[name]), neutral(named.output[name]))) differing.add(name)
  }
  return (direction, name) => (direction === 'input' && differing.has(name) ? `${name}Input` : name)
}

function withName(ref: string, replace: (direction: Direction, name: string) => string): string {
  if (!ref.startsWith(PENDING)) return ref
  const [direction, name] = ref.slice(PENDING.length).split('/') as [Direction, string]
  return replace(direction, name)
}

const INT32_MAX = 2 ** 31 - 1

/** Formats of zod that no other tool knows: there the pattern says it. */
const UNKNOWN_FORMATS = new Set(['cidrv4', 'cidrv6'])

/** zod writes its own patterns beside standard formats (250 characters for a date-time); the format says it. Names stand once. */
function tidy({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format && jsonSchema.type !== 'integer') {
    jsonSchema.maxLength ??= 64
    delete jsonSchema[UNKNOWN_FORMATS.has(jsonSchema.format) ? 'format' : 'pattern']
  }
  if (jsonSchema.type === 'integer')
    jsonSchema.format = (jsonSchema.maximum ?? Infinity) > INT32_MAX ? 'int64' : 'int32'
  delete jsonSchema.id
}

function mapReferences(node: unknown, replace: (ref: string) => string): unknown {
  if (Array.isArray(node)) return node.map((entry) => mapReferences(entry, replace))
  if (node === null || typeof node !== 'object') return node
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' && typeof value === 'string' ? replace(value) : mapReferences(value, replace),
    ]),
  )
}
