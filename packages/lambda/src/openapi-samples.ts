import type { Json } from './openapi-schemas.ts'

/** Levels of a sample at most; the schemas of the API do not nest deeper. */
const DEPTH_MAX = 8

/**
 * Puts a sample into each request body of a document: what must be there, and otherwise one field, so that a page that offers to
 * try an operation sends something that holds. What it refers to need not exist.
 */
export function withSamples(document: Json): Json {
  const { schemas = {} } = document.components as { schemas?: Record<string, Json> }
  const paths = Object.entries(document.paths as Record<string, Record<string, Json>>).map(([path, operations]) => [
    path,
    Object.fromEntries(Object.entries(operations).map(([method, one]) => [method, withSample(one, schemas)])),
  ])
  return { ...document, paths: Object.fromEntries(paths) }
}

function withSample(operation: Json, schemas: Record<string, Json>): Json {
  const body = operation.requestBody as { content: Record<string, Json> } | undefined
  if (!body) return operation
  const content = Object.entries(body.content).map(([type, media]) => [
    type,
    { ...media, example: sampleOf(media.schema as Json, schemas) },
  ])
  return { ...operation, requestBody: { ...body, content: Object.fromEntries(content) } }
}

function sampleOf(given: Json, schemas: Record<string, Json>, depth = 0): unknown {
  const schema = typeof given.$ref === 'string' ? (schemas[given.$ref.split('/').at(-1) as string] as Json) : given
  const [known] = [...listOf(schema.examples), ...listOf(schema.enum)]
  if (known !== undefined) return known
  if ('const' in schema) return schema.const
  if ('default' in schema) return schema.default
  const [form] = [...listOf(schema.oneOf), ...listOf(schema.anyOf), ...listOf(schema.allOf)]
  if (form) return sampleOf(form as Json, schemas, depth)
  if (schema.type === 'object') return objectOf(schema, schemas, depth)
  if (schema.type === 'array')
    return Array.from({ length: Number(schema.minItems ?? 0) }, () =>
      sampleOf(schema.items as Json, schemas, depth + 1),
    )
  if (schema.type === 'boolean') return true
  if (schema.type === 'integer' || schema.type === 'number') return Math.max(1, Number(schema.minimum ?? 1))
  return textOf(schema)
}

function objectOf(schema: Json, schemas: Record<string, Json>, depth: number): Json {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>)
  const required = listOf(schema.required)
  const isWanted = ([name]: [string, Json]) => required.includes(name)
  const first = properties.filter(([, property]) => !property['x-ref']).slice(0, depth === 0 ? 1 : 0)
  const wanted = required.length > 0 ? properties.filter(isWanted) : first
  if (depth > DEPTH_MAX) return {}
  return Object.fromEntries(wanted.map(([name, property]) => [name, sampleOf(property, schemas, depth + 1)]))
}

const TEXTS: Readonly<Record<string, string>> = {
  'date-time': '2026-11-22T09:30:00.000Z',
  date: '2026-11-22',
  time: '09:30',
  email: 'lan.nguyen@example.com',
  uri: 'https://example.com',
}

const textOf = ({ format, minLength, maxLength }: Json): string =>
  (TEXTS[String(format)] ?? 'sample'.padEnd(Number(minLength ?? 0), '.')).slice(0, Number(maxLength ?? 1_000))

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
