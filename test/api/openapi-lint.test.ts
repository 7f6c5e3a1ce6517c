import * as fs from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Document, Spectral } from '@stoplight/spectral-core'
import { Json } from '@stoplight/spectral-parsers'
import { bundleAndLoadRuleset } from '@stoplight/spectral-ruleset-bundler/with-loader'
import { beforeAll, describe, expect, test } from 'vitest'
import { routes } from '../../functions/api/routes.ts'
import { apiDocument } from '../../functions/api/system.ts'
import { generate, staleIn } from '../../packages/client/generate.ts'
import { allSchemas, type Schema } from '../support/openapi.ts'

const root = resolve(import.meta.dirname, '../..')
const document = apiDocument(routes) as unknown as Editable
const spectral = new Spectral()

interface Kinds {
  properties: { kinds: { items: { enum: string[] } } }
}

interface Moved {
  properties: { record: { anyOf: { $ref: string }[] } }
}

/** The document as a thing to break. */
interface Editable {
  paths: Record<string, Record<string, Record<string, never>>>
  components: { schemas: Record<string, Editable['schema'] | undefined> }
  schema: { properties: Record<string, Record<string, unknown>>; additionalProperties?: unknown }
}

/** The rule set names packages on this disk; a rule that wanted the network would find none. */
beforeAll(async () => {
  const fetch = () => Promise.reject(new Error('The lint runs offline.'))
  spectral.setRuleset(await bundleAndLoadRuleset(join(root, '.spectral.yaml'), { fs, fetch }))
})

async function lint(linted: Editable): Promise<string[]> {
  const findings = await spectral.run(new Document(JSON.stringify(linted), Json, join(root, 'openapi.json')))
  return findings.map(({ code, path, message }) => `${code} at ${path.join('/')}: ${message}`)
}

/** What stands at one path, so that breaking it and looking again is quick. */
function onlyPath(path: string): Editable {
  const { paths, components, ...rest } = structuredClone(document)
  const kept: Editable = { ...rest, paths: { [path]: paths[path] ?? {} }, components: { ...components, schemas: {} } }
  for (let size = -1; size < Object.keys(kept.components.schemas).length; ) {
    size = Object.keys(kept.components.schemas).length
    for (const [, name = ''] of JSON.stringify(kept).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      kept.components.schemas[name] = components.schemas[name]
    }
  }
  return kept
}

const schemaOf = (copy: Editable, name: string) => copy.components.schemas[name] as Editable['schema']
const operationOf = (copy: Editable, path: string, method: string) =>
  copy.paths[path]?.[method] as Record<string, unknown>

test('the API document has no finding of OpenAPI, OWASP or house rules', async () => {
  expect(await lint(document)).toEqual([])
})

test('what a page sends when an operation is tried holds, but for those that ask for a choice', () => {
  const failing = routes.filter(({ path, method, body }) => {
    const { requestBody } = operationOf(document, path, method.toLowerCase())
    const content = (requestBody as { content: Record<string, { example?: unknown }> } | undefined)?.content
    return body && !body.safeParse(content?.['application/json']?.example).success
  })

  expect(failing.map(({ id }) => id).sort()).toEqual(['assignCase', 'placeOpportunity', 'refundOrder'])
})

test('a record that was handed over is of any kind that is handed over', () => {
  const kinds = (document.components.schemas.HandoverRequest as unknown as Kinds).properties.kinds.items.enum
  const { anyOf } = (document.components.schemas.MovedRecord as unknown as Moved).properties.record

  expect(anyOf.map(({ $ref }) => $ref.split('/').at(-1)?.toLowerCase())).toEqual(kinds)
})

describe('the lint notices', () => {
  const breakages: [string, string, (copy: Editable) => void][] = [
    [
      'an operation that says no right',
      'rapport-authz',
      (copy) => delete operationOf(copy, '/v1/accounts', 'get')['x-authz'],
    ],
    [
      'an operation that cannot be repeated',
      'rapport-idempotent',
      (copy) => delete operationOf(copy, '/v1/accounts', 'get')['x-idempotent'],
    ],
    [
      'a POST without an Idempotency-Key',
      'rapport-idempotency-key',
      (copy) => Object.assign(operationOf(copy, '/v1/accounts', 'post'), { parameters: [] }),
    ],
    [
      'an operation without a name',
      'operation-operationId',
      (copy) => delete operationOf(copy, '/v1/accounts', 'get').operationId,
    ],
    [
      'a write for everybody',
      'owasp:api2:2023-write-restricted',
      (copy) => Object.assign(operationOf(copy, '/v1/accounts', 'post'), { security: [] }),
    ],
    [
      'a body that takes more than it names',
      'rapport-closed-input',
      (copy) => delete schemaOf(copy, 'AccountCreate').additionalProperties,
    ],
    [
      'a part of a body that takes more than it names',
      'rapport-closed-input',
      (copy) => delete schemaOf(copy, 'AddressInput').additionalProperties,
    ],
    [
      'a map with names of any length',
      'rapport-bounded-map',
      (copy) => delete schemaOf(copy, 'AccountCreate').properties.externalIds?.propertyNames,
    ],
    [
      'a text of any length',
      'owasp:api4:2023-string-limit',
      (copy) => delete schemaOf(copy, 'AccountCreate').properties.name?.maxLength,
    ],
    ['a list of any length', 'rapport-page', (copy) => delete schemaOf(copy, 'AccountPage').properties.data?.maxItems],
    [
      'an address to call',
      'rapport-no-url-input',
      (copy) => Object.assign(schemaOf(copy, 'AccountCreate').properties.domain ?? {}, { format: 'uri' }),
    ],
  ]

  test.each(breakages)('%s', async (_what, rule, edit) => {
    const copy = onlyPath('/v1/accounts')
    edit(copy)

    const findings = await lint(copy)

    expect(findings.some((finding) => finding.startsWith(rule))).toBe(true)
  })
})

describe('the document', () => {
  test('every reference in it leads somewhere, and no schema is only a reference to itself', () => {
    const names = Object.keys(document.components.schemas)
    const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(
      (match) => match[1],
    )
    const hollow = names.filter((name) => '$ref' in schemaOf(document, name))

    expect(references.filter((name) => !names.includes(name ?? ''))).toEqual([])
    expect(hollow).toEqual([])
  })

  test('what is sent may leave out a default and what is answered holds it', () => {
    const required = (name: string) => (schemaOf(document, name) as unknown as Schema).required

    expect(required('EmailEntryInput')).toEqual(['value'])
    expect(required('EmailEntry')).toEqual(['value', 'type', 'primary', 'optOut', 'invalid'])
  })

  test('a schema has a pattern only where no format says it', () => {
    const both = allSchemas(document).filter(
      ({ schema }) => schema.format !== undefined && schema.pattern !== undefined,
    )

    expect(both.map(({ place }) => place)).toEqual([])
  })

  test('it names every route of the table once', () => {
    const named = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const ids = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map((operation) => String(operation.operationId)),
    )

    expect(named.sort()).toEqual(routes.map((route) => `${route.method} ${route.path}`).sort())
    expect(new Set(ids).size).toBe(routes.length)
  })
})

describe('the generated client', () => {
  test('is the same however often it is made', async () => {
    expect(await generate()).toEqual(await generate())
  })

  test('is called stale when a file differs or is missing', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'client-'))
    await writeFile(join(directory, 'openapi.json'), '{}')
    await writeFile(join(directory, 'same.json'), '1')

    const stale = await staleIn(
      directory,
      new Map([
        ['openapi.json', '{ }'],
        ['same.json', '1'],
        ['gone.json', '1'],
      ]),
    )

    expect(stale).toEqual(['openapi.json', 'gone.json'])
    await rm(directory, { recursive: true })
  })
})
