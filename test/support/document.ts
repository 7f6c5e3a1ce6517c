import type { Route } from '@rapport/lambda/route'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { routes } from '../../functions/api/routes.ts'
import { apiDocument } from '../../functions/api/system.ts'
import type { Reply } from './api.ts'

type Node = { [key: string]: Node | undefined }

/** The API document, read as what it says and nothing else. */
export const document = apiDocument(routes) as Node

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema(document, 'api')
const validators = new Map<string, ValidateFunction>()

/** Where a reply breaks the API document: an undeclared status, a missing header, another type, a body of another shape. */
export function faultsOf(route: Route, reply: Reply<unknown>): string[] {
  const at = ['paths', route.path, route.method.toLowerCase(), 'responses', String(reply.status)]
  const declared = nodeAt(at)
  if (!declared) return [`status ${reply.status} is not declared: ${JSON.stringify(reply.body)}`]
  const [response, place] = resolve(declared, at)
  const headers = Object.entries(response.headers ?? {}).flatMap(([name, header]) => {
    const [{ required }] = resolve(header ?? {}, [])
    return required && !(name.toLowerCase() in reply.headers) ? [name] : []
  })
  return [...headers.map((name) => `header ${name} is missing`), ...bodyFaults(response, place, reply)]
}

function bodyFaults(response: Node, place: string[], reply: Reply<unknown>): string[] {
  const type = reply.headers['content-type']
  if (!response.content)
    return reply.body === undefined && type === undefined ? [] : ['there is a body that is not declared']
  if (type === undefined || !response.content[type]?.schema) return [`type ${type} is not declared`]
  const validate = validatorAt([...place, 'content', type, 'schema'])
  return validate(reply.body)
    ? []
    : (validate.errors ?? []).map(
        (error) => `body${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
      )
}

function validatorAt(path: readonly string[]): ValidateFunction {
  const $ref = `api#${path.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')}`
  const known = validators.get($ref) ?? ajv.compile({ $ref })
  validators.set($ref, known)
  return known
}

/** Follows one reference: the node and its place. */
function resolve(node: Node, place: string[]): [Node, string[]] {
  const { $ref } = node as { $ref?: unknown }
  if (typeof $ref !== 'string') return [node, place]
  const target = $ref.slice(2).split('/')
  return [nodeAt(target) ?? {}, target]
}

const nodeAt = (path: readonly string[]): Node | undefined =>
  path.reduce<Node | undefined>((node, part) => node?.[part], document)

/** Every operation of the document as the route table names it. */
export const operations = (): string[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
  )

export interface Parameter {
  name: string
  required: boolean
  schema: {
    type?: string
    enum?: string[]
    minLength?: number
    maxLength?: number
    maximum?: number
    pattern?: string
    format?: string
    'x-ref'?: string
  }
}

const operationOf = (route: Route) =>
  nodeAt(['paths', route.path, route.method.toLowerCase()]) as { parameters?: unknown; requestBody?: Node } | undefined

/** The described parameters of a route. */
export const parametersOf = (route: Route, where: 'path' | 'query' | 'header'): Parameter[] =>
  ((operationOf(route)?.parameters ?? []) as (Parameter & { in: string })[]).filter(
    (parameter) => parameter.in === where,
  )

/** Names of the fields of a route's body, and of those that must be there. */
export function bodySchemaOf(route: Route): { properties: string[]; required: string[] } {
  const content = Object.values(operationOf(route)?.requestBody?.content ?? {})
  const [schema] = resolve(content[0]?.schema ?? {}, [])
  return {
    properties: Object.keys(schema.properties ?? {}),
    required: Object.values(schema.required ?? {}).map(String),
  }
}
