import { execFile } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { writeKey } from '@rapport/core/api-keys/rules'

const run = promisify(execFile)

/** How much of a bundle's complaint is worth reading. */
const COMPLAINT_MAX = 500

/** The first line of output of a fresh process: milliseconds of the import, of the first call, and how it ended. */
const CHILD = `
const start = performance.now()
const { handler } = await import(process.env.BUNDLE)
const loaded = performance.now()
process.stdout.write = () => true
const reply = await handler(JSON.parse(process.env.EVENT), { awsRequestId: 'r', getRemainingTimeInMillis: () => 9_000 })
process.stderr.write(JSON.stringify({ importMs: loaded - start, callMs: performance.now() - loaded, status: reply?.statusCode }))
process.exit(0)`

export interface Sample {
  importMs: number
  callMs: number
  status?: number
}

/** The simplest event of each kind of trigger that still goes through the whole handler. */
export const EVENTS = {
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

const environment = (endpoint: string): Record<string, string> => ({
  STAGE: 'bench',
  TABLE_NAME: 'rapport',
  BUS_NAME: 'rapport',
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
  AWS_ENDPOINT_URL_DYNAMODB: endpoint,
})

/** Starts a bundle once, in a process of its own. */
export async function start(file: string, event: string, endpoint: string): Promise<Sample> {
  const env = { ...environment(endpoint), BUNDLE: pathToFileURL(file).href, EVENT: event }
  const { stderr } = await run(process.execPath, ['--input-type=module', '-e', CHILD], { env }).catch(
    ({ stderr: complaint }: { stderr: string }) => {
      throw new Error(`${file} did not start: ${complaint.slice(-COMPLAINT_MAX)}`)
    },
  )
  return JSON.parse(stderr) as Sample
}
