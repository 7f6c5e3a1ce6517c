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

/** A schema inside a request: `['shares', '[]', 'to']`. `choice` tells apart the alternatives of a union. */
export interface Field {
  path: string[]
  schema: Schema
}

/** Every field of a body, at any depth. */
export function fieldsOf(body: Schema, path: string[] = []): Field[] {
  const schema = resolved(body)
  const alternatives = schema.anyOf ?? schema.oneOf ?? []
  return [
    ...(path.length > 0 ? [{ path, schema }] : []),
    ...alternatives.flatMap((one) => fieldsOf(one, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, field]) => fieldsOf(field, [...path, name])),
    ...(schema.items ? fieldsOf(schema.items, [...path, '[]']) : []),
    ...(typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties, [...path, '{}']) : []),
  ]
}

/** Every node of a document that looks like a schema, with its place. */
export function allSchemas(node: unknown, place = '#'): { place: string; schema: Schema }[] {
  if (node === null || typeof node !== 'object') return []
  const own = 'type' in node && typeof node.type === 'string' ? [{ place, schema: node as Schema }] : []
  return [...own, ...Object.entries(node).flatMap(([key, value]) => allSchemas(value, `${place}/${key}`))]
}
