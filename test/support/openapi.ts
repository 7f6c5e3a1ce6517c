import type { Method, Route } from '@rapport/lambda/route'
import { routes } from '../../functions/api/routes.ts'
import { document } from './document.ts'

/** A JSON schema as the API document writes them. */
export interface Schema {
  $ref?: string
  type?: string | string[]
  format?: string
  pattern?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  propertyNames?: Schema
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  readOnly?: boolean
  /** Kinds of record an id may name, separated by spaces. */
  'x-ref'?: string
}

export interface Parameter {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  schema: Schema
}

export interface Operation {
  operationId: string
  route: Route
  method: Method
  path: string
  parameters: Parameter[]
  body?: Schema
  statuses: string[]
}

interface Written {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, unknown>
}

/** Every operation of the API document with the route it describes. */
export const operations: Operation[] = routes.map((route) => {
  const item = document.paths?.[route.path]?.[route.method.toLowerCase()] as unknown as Written
  const body = item.requestBody?.content['application/json']?.schema
  return {
    operationId: item.operationId,
    route,
    method: route.method,
    path: route.path,
    parameters: item.parameters,
    ...(body && { body }),
    statuses: Object.keys(item.responses),
  }
})

/** The schema a reference leads to, with what stands beside the reference. */
export function resolved(schema: Schema): Schema {
  const { $ref, ...beside } = schema
  if ($ref === undefined) return schema
  const target = $ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], document)
  return { ...resolved(target as Schema), ...beside }
}

/** A schema inside a body: `['shares', '[]', 'to']`, and the schemas of what holds it, from the body itself inwards. */
export interface Field {
  path: string[]
  schema: Schema
  holders: Schema[]
}

/** Every field of a body, at any depth; each alternative of a union on its own. */
export function fieldsOf(body: Schema, path: string[] = [], holders: Schema[] = []): Field[] {
  const schema = resolved(body)
  const alternatives = schema.anyOf ?? schema.oneOf ?? []
  const inside = [...holders, schema]
  return [
    ...(path.length > 0 ? [{ path, schema, holders }] : []),
    ...alternatives.flatMap((one) => fieldsOf(one, path, holders)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, [...path, name], inside)),
    ...(schema.items ? fieldsOf(schema.items, [...path, '[]'], inside) : []),
    ...(typeof schema.additionalProperties === 'object'
      ? fieldsOf(schema.additionalProperties, [...path, '{}'], inside)
      : []),
  ]
}

/** A body with a value in a field. What should hold it and is not there yet gets what its schema requires. */
export function withField(
  base: unknown,
  { path, holders }: Field,
  value: unknown,
  example: (schema: Schema) => unknown,
): unknown {
  const [head, ...rest] = path
  const [holder, ...inner] = holders
  if (head === undefined || holder === undefined) return value
  const inside = { path: rest, schema: {}, holders: inner }
  if (head === '[]') return [withField((base as unknown[] | undefined)?.[0], inside, value, example)]
  const there = (base ?? example(holder)) as Record<string, unknown>
  return { ...there, [head]: withField(there[head], inside, value, example) }
}

/** The least that a schema takes: an object has what it requires and nothing else. */
export function exampleOf(given: Schema, leaf: (schema: Schema) => unknown): unknown {
  const schema = resolved(given)
  if (schema.type !== 'object') return leaf(schema)
  const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
  return Object.fromEntries(required.map(([name, field]) => [name, exampleOf(field, leaf)]))
}

/** Every node of a document that looks like a schema, with its place. */
export function allSchemas(node: unknown, place = '#'): { place: string; schema: Schema }[] {
  if (node === null || typeof node !== 'object') return []
  const own = 'type' in node && typeof node.type === 'string' ? [{ place, schema: node as Schema }] : []
  return [...own, ...Object.entries(node).flatMap(([key, value]) => allSchemas(value, `${place}/${key}`))]
}
