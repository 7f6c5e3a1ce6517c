import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PutEventsRequestEntry } from '@aws-sdk/client-eventbridge'
import { eventBridgeBus } from '@rapport/lambda/bus'
import type { Grant } from '@rapport/lambda/manifest'
import { describe, expect, test } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { pascal } from '../../infra/function.ts'
import { EVENT_SOURCE } from '../../infra/grants.ts'
import { grantsOf, type Statement } from './readable.ts'
import { present, synthesise } from './templates.ts'

const { app, data } = synthesise()
const grants = grantsOf(app)
const own = new Map(manifest.map((spec) => [spec, present(grants.get(pascal(spec.name)))]))
const all = [...grants.values(), ...grantsOf(data).values()].flat()

const GOLDEN = join(import.meta.dirname, 'golden/grants.json')

const allows = (statements: readonly Statement[], pattern: RegExp): boolean =>
  statements.some(({ actions }) => actions.some((action) => pattern.test(action)))

test('every role may do what the reviewed file says, and nothing else (UPDATE_GOLDEN=1 writes it)', () => {
  const text = `${JSON.stringify(Object.fromEntries(grants), null, 2)}\n`
  if (process.env.UPDATE_GOLDEN) writeFileSync(GOLDEN, text)

  expect(text).toBe(readFileSync(GOLDEN, 'utf8'))
})

test('nobody scans, nobody administers the table', () => {
  expect(allows(all, /^dynamodb:(Scan|PartiQL|UpdateTable|BatchWrite|CreateTable|DeleteTable|RestoreTable|\*)/)).toBe(
    false,
  )
})

test('no action of a function is a pattern', () => {
  for (const [{ name }, statements] of own) expect(allows(statements, /\*/), name).toBe(false)
})

test('only tracing, which knows no resources, is allowed on all of them, and files below the ids of records', () => {
  const files = /^arn:[^*]*:s3:::data:FilesBucketName\/(imports|exports|quotes|attachments|mail)\/\*$/
  for (const [{ name }, statements] of own) {
    const onAll = statements.filter(({ resources }) =>
      resources.some((resource) => resource.includes('*') && !files.test(resource)),
    )

    expect(onAll, name).toEqual([{ actions: ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'], resources: ['*'] }])
  }
})

test('the uploader of the site is the only role of the library', () => {
  const ours = new Set(manifest.map(({ name }) => pascal(name)))

  expect([...grants.keys()].filter((name) => !ours.has(name))).toEqual([
    expect.stringMatching(/^CustomCDKBucketDeployment/),
  ])
})

describe('a word of the manifest opens what it says, and a function without it has none of it', () => {
  const opens: Record<Grant, RegExp | [actions: RegExp, resource: RegExp]> = {
    'table:read': /^dynamodb:(GetItem|BatchGetItem|Query)$/,
    'table:write': /^dynamodb:(PutItem|UpdateItem|DeleteItem|ConditionCheckItem)$/,
    'files:read': [/^s3:(GetObject|ListBucket)$/, /FilesBucketName(\/(imports|exports|quotes)\/\*)?$/],
    'files:write': [
      /^s3:(PutObject|DeleteObject|AbortMultipartUpload)$/,
      /FilesBucketName\/(imports|exports|quotes)\/\*$/,
    ],
    'mail:read': [/^s3:/, /FilesBucketName\/mail\//],
    'attachments:read': [/^s3:GetObject$/, /FilesBucketName\/attachments\/\*$/],
    'attachments:write': [/^s3:PutObject$/, /FilesBucketName\/attachments\/\*$/],
    'attachments:delete': [/^s3:DeleteObject$/, /FilesBucketName\/attachments\/\*$/],
    'bus:publish': /^events:/,
    'mail:send': /^ses:/,
    'users:invite': /^cognito-idp:Admin(CreateUser|GetUser)$/,
    'users:manage': /^cognito-idp:Admin(UpdateUserAttributes|EnableUser|DisableUser|DeleteUser)$/,
    'users:sign-out': /^cognito-idp:AdminUserGlobalSignOut$/,
  }
  test.each(Object.entries(opens))('%s', (word, pattern) => {
    const [actions, resource] = Array.isArray(pattern) ? pattern : [pattern, /./]
    for (const [{ name, grants: words }, statements] of own) {
      const there = statements.filter(({ resources }) => resources.some((one) => resource.test(one)))
      expect(allows(there, actions), name).toBe(words.some((granted) => granted === word))
    }
  })
})

test('what is written is written in a transaction', () => {
  const writing = all.filter((statement) =>
    allows([statement], /^dynamodb:(PutItem|UpdateItem|DeleteItem|ConditionCheckItem)$/),
  )

  expect(writing.length).toBeGreaterThan(0)
  for (const { when } of writing) {
    expect(when).toEqual({ 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } })
  }
})

test("the table's key opens through DynamoDB only", () => {
  const withKey = [...own.values()].flat().filter((statement) => allows([statement], /^kms:/))
  const viaTable = withKey.filter(({ resources }) => resources.includes('data:TableKey.Arn'))

  expect(viaTable.length).toBeGreaterThan(0)
  for (const { when } of viaTable) {
    expect(when).toEqual({ StringEquals: { 'kms:ViaService': `dynamodb.\${Region}.\${URLSuffix}` } })
  }
})

test('events carry the source that IAM and the rules ask for', async () => {
  const sent: PutEventsRequestEntry[] = []
  const bus = eventBridgeBus({
    busName: 'b',
    region: 'us-east-1',
    credentials: { accessKeyId: 'k', secretAccessKey: 's' },
    configure: (client) =>
      client.middlewareStack.add(
        () => async (args) => {
          sent.push(...((args.input as { Entries?: PutEventsRequestEntry[] }).Entries ?? []))
          return { output: { $metadata: {}, Entries: [{ EventId: 'e' }] }, response: {} }
        },
        { step: 'initialize' },
      ),
  })

  await bus.publish([{ id: 'e', type: 'user.created', at: '2026-11-22T00:00:00.000Z', detail: {} }])

  expect(sent.map(({ Source }) => Source)).toEqual([EVENT_SOURCE])
})

test('letters leave under one address', () => {
  const sending = all.filter((statement) => allows([statement], /^ses:/))

  for (const { when } of sending) expect(when).toEqual({ StringEquals: { 'ses:FromAddress': 'crm@example.com' } })
})
