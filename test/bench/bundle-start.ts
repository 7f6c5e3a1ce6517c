import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { writeKey } from '@rapport/core/api-keys/rules'
import type { Trigger } from '@rapport/lambda/manifest'

const run = promisify(execFile)

export interface StartComparison {
  rounds: number
  plain: Times
  trimmed: Times
  /** Median over the rounds of trimmed ÷ plain, both of the same round. */
  ratio: number
}

interface Times {
  /** HTTP status of the first call, where there is one. */
  status: number | undefined
  importMs: number
  firstCallMs: number
  totalMs: { median: number; min: number }
}

interface Sample {
  importMs: number
  callMs: number
  status?: number
}

/** Starts two bundles in turn, each time in a process of its own; who is first changes with every round. */
export async function compareStarts(
  plain: string,
  trimmed: string,
  kind: Trigger['kind'],
  { rounds, tableUrl }: { rounds: number; tableUrl: string },
): Promise<StartComparison> {
  const pairs: { plain: Sample; trimmed: Sample }[] = []
  for (let round = 0; round < rounds; round++) {
    const early = round % 2 === 0 ? await start(plain, kind, tableUrl) : undefined
    const middle = await start(trimmed, kind, tableUrl)
    pairs.push({ plain: early ?? (await start(plain, kind, tableUrl)), trimmed: middle })
  }
  return {
    rounds,
    plain: timesOf(pairs.map((pair) => pair.plain)),
    trimmed: timesOf(pairs.map((pair) => pair.trimmed)),
    ratio: rounded(median(pairs.map((pair) => totalOf(pair.trimmed) / totalOf(pair.plain)))),
  }
}

/** DynamoDB that has nothing, on this machine. */
export async function emptyTable(): Promise<{ url: string; stop(): void }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, stop: () => server.close() }
}

/** Runs in the fresh process: how long import and first call take, and how the call ended. */
const CHILD = `
const start = performance.now()
const { handler } = await import(process.env.BUNDLE)
const loaded = performance.now()
process.stdout.write = () => true
const reply = await handler(JSON.parse(process.env.EVENT), { awsRequestId: 'r', getRemainingTimeInMillis: () => 9_000 })
process.stderr.write(JSON.stringify({ importMs: loaded - start, callMs: performance.now() - loaded, status: reply?.statusCode }))
process.exit(0)`

/** How much of a bundle's complaint is worth reading. */
const COMPLAINT_MAX = 500

async function start(file: string, kind: Trigger['kind'], tableUrl: string): Promise<Sample> {
  const env = {
    ...environment,
    AWS_ENDPOINT_URL_DYNAMODB: tableUrl,
    BUNDLE: pathToFileURL(file).href,
    EVENT: events[kind],
  }
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', CHILD], { env }).catch(
    ({ stderr: complaint }: { stderr: string }) => {
      throw new Error(`${file} did not start: ${complaint.slice(-COMPLAINT_MAX)}`)
    },
  )
  return JSON.parse(stderr) as Sample
}

/** The simplest event of each kind of trigger. The API's goes as far as a key that nobody has: two reads of the table. */
const events: Record<Trigger['kind'], string> = {
  http: JSON.stringify({
    version: '2.0',
    routeKey: 'GET /v1/accounts',
    rawPath: '/v1/accounts',
    rawQueryString: '',
    headers: { authorization: `Bearer ${writeKey({ keyId: 'a'.repeat(12), secret: 'b'.repeat(32) }, 'bench')}` },
    requestContext: { requestId: 'r', http: { method: 'GET', path: '/v1/accounts', sourceIp: '192.0.2.1' } },
    isBase64Encoded: false,
  }),
  stream: '{"Records":[]}',
  queue: '{"Records":[]}',
  schedule: '{}',
}

/** Nothing else of this process's environment: NODE_EXTRA_CA_CERTS alone slows a start by a third. */
const environment = {
  STAGE: 'bench',
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

function timesOf(samples: readonly Sample[]): Times {
  const totals = samples.map(totalOf)
  return {
    status: samples[0]?.status,
    importMs: rounded(median(samples.map(({ importMs }) => importMs))),
    firstCallMs: rounded(median(samples.map(({ callMs }) => callMs))),
    totalMs: { median: rounded(median(totals)), min: rounded(Math.min(...totals)) },
  }
}

const totalOf = ({ importMs, callMs }: Sample): number => importMs + callMs

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const rounded = (value: number): number => Math.round(value * 100) / 100
