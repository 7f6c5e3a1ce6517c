import { randomFillSync } from 'node:crypto'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { createIds } from '@rapport/kernel/ids'
import type { Deps } from '@rapport/lambda/deps'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { create } from '../../functions/api/index.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { bareHandlers } from './bare.ts'
import { stubbed } from './stub.ts'

/**
 * One sample in one process: an operation, ours or bare, on the engine or with every reply canned, a number of times. Prints one
 * line of JSON. CPU is what this process used, so it leaves the engine out.
 */

export type Operation = 'get' | 'list' | 'create' | 'patch' | 'search'

export interface Sample {
  variant: 'ours' | 'bare'
  operation: Operation
  mode: 'engine' | 'stub'
  endpoint: string
  tableName: string
  contactIds: string[]
  ownerId: string
  teamId: string
  subject: string
  times: number
}

const CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local', sessionToken: 'local' }
const CONCURRENCY = 8
const notHere = () => Promise.reject(new Error('not here'))
const random = (size: number) => randomFillSync(new Uint8Array(size))

const sample = JSON.parse(process.argv[2] ?? '{}') as Sample
const config = { endpoint: sample.endpoint, region: 'eu-west-1', credentials: CREDENTIALS }
const handle = sample.variant === 'ours' ? ours() : bare()

await run(Math.min(500, sample.times))
const cpu = process.cpuUsage()
const startMs = performance.now()
await run(sample.times)
const seconds = (performance.now() - startMs) / 1000
const { user, system } = process.cpuUsage(cpu)
process.stdout.write(`${JSON.stringify({ cpuUs: (user + system) / sample.times, perS: sample.times / seconds })}\n`)
process.exit(0)

async function run(times: number): Promise<void> {
  let next = 0
  const worker = async () => {
    while (next < times) {
      const index = next++
      const { statusCode, body } = (await handle(eventFor(index), index)) as { statusCode: number; body?: string }
      if (statusCode >= 300) throw new Error(`${sample.variant} ${sample.operation}: ${statusCode} ${body}`)
    }
  }
  // A stubbed reply takes no time, so calls one after the other are the purest measure of work.
  await Promise.all(Array.from({ length: sample.mode === 'stub' ? 1 : CONCURRENCY }, worker))
}

function ours(): (event: APIGatewayProxyEventV2, index: number) => unknown {
  const table = dynamoTable({
    tableName: sample.tableName,
    ...config,
    configure: (client) => sample.mode === 'stub' && stubbed(client),
  })
  const deps: Deps = {
    env: {
      STAGE: 'bench',
      TABLE_NAME: sample.tableName,
      BUS_NAME: 'bench',
      FILES_BUCKET: 'rapport-files',
      MAIL_INBOUND: '',
      MAIL_FROM: 'crm@example.com',
      SES_CONFIGURATION_SET: 'bench',
      USER_POOL_ID: 'eu-west-1_bench',
      USER_POOL_CLIENT_ID: 'bench',
      PUBLIC_URL: 'http://localhost',
      CORS_ORIGINS: '',
      RIGHTS_TTL_MS: '60000',
      INDEX_SHARDS: '1',
      RATE_PER_S: '10000000',
    },
    clock: () => new Date(),
    random,
    table,
    bus: { publish: async () => [] },
    mailer: { send: notHere },
    files: memoryFiles(() => new Date()),
    identity: {
      invite: notHere,
      reinvite: notHere,
      find: notHere,
      move: notHere,
      enable: notHere,
      disable: notHere,
      remove: notHere,
      signOut: notHere,
    },
    verifyToken: async () => ({ subject: sample.subject, issuedAtS: Math.floor(Date.now() / 1000) }),
    log: {
      info: () => {},
      error: (event, _fields, cause) => process.stderr.write(`${event} ${cause instanceof Error ? cause.stack : ''}\n`),
    },
  }
  const handler = create(deps) as unknown as (event: APIGatewayProxyEventV2, context: object) => unknown
  return (event) => handler(event, {})
}

function bare(): (event: APIGatewayProxyEventV2, index: number) => unknown {
  const client = new DynamoDBClient(config)
  if (sample.mode === 'stub') stubbed(client)
  const handlers = bareHandlers(client, sample.tableName)
  const ids = createIds(() => new Date(), random)
  return (event) =>
    handlers[sample.operation](event, { id: ids.next('contact'), ownerId: sample.ownerId, teamId: sample.teamId })
}

function eventFor(index: number): APIGatewayProxyEventV2 {
  const id = sample.contactIds[index % sample.contactIds.length] as string
  const unique = `${process.pid}-${index}-${Math.floor(performance.now() * 1000)}`
  const shapes = {
    get: { routeKey: 'GET /v1/contacts/{id}', pathParameters: { id } },
    list: { routeKey: 'GET /v1/contacts', rawQueryString: 'limit=25' },
    create: {
      routeKey: 'POST /v1/contacts',
      body: JSON.stringify({
        firstName: 'Lan',
        lastName: 'Nguyen',
        title: 'Buyer',
        emails: [{ value: `lan-${unique}@example.com` }],
      }),
    },
    patch: {
      routeKey: 'PATCH /v1/contacts/{id}',
      pathParameters: { id },
      body: JSON.stringify({ title: `Buyer ${unique}` }),
    },
    search: { routeKey: 'GET /v1/search', rawQueryString: 'q=person9999' },
  }
  const shape = shapes[sample.operation]
  const method = shape.routeKey.split(' ')[0] as string
  return {
    version: '2.0',
    rawPath: '/',
    rawQueryString: '',
    isBase64Encoded: false,
    ...shape,
    headers: { authorization: 'Bearer token', ...('body' in shape ? { 'content-type': 'application/json' } : {}) },
    requestContext: {
      requestId: `r${index}`,
      http: { method, path: '/', sourceIp: '127.0.0.1', protocol: 'HTTP/1.1', userAgent: 'bench' },
    } as APIGatewayProxyEventV2['requestContext'],
  }
}
