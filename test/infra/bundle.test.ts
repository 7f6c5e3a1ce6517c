import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { marshall } from '@aws-sdk/util-dynamodb'
import { writeKey } from '@rapport/core/api-keys/rules'
import { guardModel, hash } from '@rapport/kernel/store'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { manifest } from '../../functions/manifest.ts'
import { type Bundle, bundle, filesOf } from '../../infra/bundle.ts'
import { present } from './templates.ts'

const root = join(import.meta.dirname, '../..')
const outdir = mkdtempSync(join(tmpdir(), 'rapport-bundle-'))
const api = present(manifest.find(({ on }) => on.kind === 'http'))
const stream = present(manifest.find(({ on }) => on.kind === 'stream'))

let bundles: Map<string, Bundle>
beforeAll(async () => {
  bundles = await bundle(root, outdir, [api, stream])
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

const codeOf = (name: string): string => {
  const directory = present(bundles.get(name)).directory
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => readFileSync(join(directory, file), 'utf8'))
    .join('\n')
}

/** What of the repository the API reads, before the first event or ever. */
const inputsOfApi = (reach: 'load' | 'ever'): string[] => {
  const { metafile } = present(bundles.get(api.name))
  const entry = Object.keys(metafile.outputs).filter((file) => file.endsWith(`${api.entry}.mjs`))
  return filesOf(metafile, entry, reach).flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}))
}

const inputsOf = (name: string): string[] => Object.keys(present(bundles.get(name)).metafile.inputs)

interface Asked {
  headers: IncomingHttpHeaders
  body: string
}

/** DynamoDB that has nothing, and what it was asked. */
async function emptyTable(): Promise<{ url: string; asked: Asked[]; stop(): void }> {
  const asked: Asked[] = []
  const server = createServer(async (request, response) => {
    asked.push({ headers: request.headers, body: await text(request) })
    response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `http://127.0.0.1:${port}`, asked, stop: () => server.close() }
}

const environment = {
  STAGE: 'test',
  TABLE_NAME: 'rapport',
  BUS_NAME: 'rapport',
  FILES_BUCKET: 'rapport-files',
  MAIL_FROM: 'crm@example.com',
  SES_CONFIGURATION_SET: 'rapport',
  USER_POOL_ID: 'us-east-1_AbCdEf123',
  USER_POOL_CLIENT_ID: 'client',
  PUBLIC_URL: 'https://crm.example',
  CORS_ORIGINS: '',
  RIGHTS_TTL_MS: '0',
  INDEX_SHARDS: '1',
  RATE_PER_S: '10',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
}

const call = (method: string, path: string, authorization: string) => ({
  version: '2.0',
  routeKey: `${method} ${path}`,
  rawPath: path,
  rawQueryString: '',
  headers: { authorization },
  requestContext: { requestId: 'r', http: { method, path, sourceIp: '192.0.2.1' } },
  isBase64Encoded: false,
})

describe('a bundle', () => {
  test('answers a call from another directory, without node_modules, with credentials of a session', async () => {
    const table = await emptyTable()
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value)
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', table.url)
    const file = join(present(bundles.get(api.name)).directory, `${api.entry}.mjs`)
    const { handler } = await import(pathToFileURL(file).href)

    const key = writeKey({ keyId: 'a'.repeat(12), secret: 'b'.repeat(32) }, 'test')
    const reply = await handler(call('GET', '/v1/accounts', `Bearer ${key}`), {})
    table.stop()

    expect(reply.statusCode).toBe(401)
    expect(JSON.parse(reply.body).code).toBe('credentials.invalid')
    expect(table.asked[0]?.headers).toMatchObject({
      'x-amz-target': expect.stringMatching(/^DynamoDB_20120810\.(Batch)?GetItem$/),
      'x-amz-security-token': 'session',
      authorization: expect.stringContaining('Credential=AKIDEXAMPLE/'),
    })
    const guard = guardModel.key({ scope: 'apiKey.id', digest: hash('a'.repeat(12)) })
    expect(table.asked[0]?.body).toContain(JSON.stringify(marshall(guard)))
  })

  test('holds nothing of the local cloud and no key to trust but the real ones', () => {
    for (const name of bundles.keys())
      expect(inputsOf(name).filter((file) => file.startsWith('packages/local/'))).toEqual([])
  })

  test('holds no client for which the function has no grant', () => {
    expect(inputsOf(api.name).filter((file) => /client-(ses|eventbridge|sqs)|nodemailer/.test(file))).toEqual([])
    expect(inputsOf(stream.name).filter((file) => /client-(ses|cognito)|nodemailer|aws-jwt-verify/.test(file))).toEqual(
      [],
    )
    expect(inputsOf(stream.name).some((file) => file.includes('client-eventbridge'))).toBe(true)
  })

  test('loads the client for files when it is used, not at start', () => {
    expect(inputsOfApi('load').filter((file) => file.includes('client-s3'))).toEqual([])
    expect(inputsOfApi('ever').some((file) => file.includes('client-s3'))).toBe(true)
  })

  test('loads routes when they are asked for: at start only who asks, and what they may do', () => {
    const slices = (reach: 'load' | 'ever') => [
      ...new Set(
        inputsOfApi(reach).flatMap((file) => /^(?:packages\/core\/src|functions)\/[\w-]+/.exec(file)?.[0] ?? []),
      ),
    ]

    expect(slices('load').sort()).toEqual([
      'functions/api',
      ...['access', 'api-keys', 'shared', 'users'].map((slice) => `packages/core/src/${slice}`),
    ])
    expect(inputsOfApi('load').filter((file) => file.startsWith('functions/api/'))).toHaveLength(3)
    expect(slices('ever').length).toBeGreaterThan(40)
  })

  test('brings what ElectroDB says, not ElectroDB', () => {
    for (const name of bundles.keys()) expect(inputsOf(name).filter((file) => file.includes('electrodb'))).toEqual([])
  })

  test('keeps the API below 150 KB of gzip at start', () => {
    const { metafile } = present(bundles.get(api.name))
    const entries = Object.entries(metafile.outputs).filter(([, { entryPoint = '' }]) =>
      /^start:|production\.ts$/.test(entryPoint),
    )
    const read = filesOf(
      metafile,
      entries.map(([file]) => file),
      'load',
    )
    const bytes = read.map((file) => gzipSync(readFileSync(join(root, file)), { level: 9 }).length)

    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150 * 1024)
  })

  test('takes credentials from the environment only', () => {
    expect(codeOf(api.name)).not.toMatch(/sso_session|credential_process|AssumeRoleWithWebIdentity/)
  })

  test('takes the modules of Node by call, not by import', () => {
    expect(codeOf(api.name)).not.toMatch(/from"(node:)?(http|https|crypto|zlib|util|stream)"/)
  })
})
