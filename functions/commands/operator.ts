import { randomFillSync } from 'node:crypto'
import { type Runtime, runtime } from '@rapport/lambda/context'
import { productionDeps } from '@rapport/lambda/production'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'

/** Settings that a command needs nothing of but that every runtime has. */
const UNUSED = {
  FILES_BUCKET: 'none',
  MAIL_INBOUND: '',
  MAIL_FROM: 'nobody@example.com',
  SES_CONFIGURATION_SET: 'none',
  USER_POOL_ID: 'none_none',
  USER_POOL_CLIENT_ID: 'none',
  PUBLIC_URL: 'https://localhost',
  CORS_ORIGINS: '',
  RIGHTS_TTL_MS: '0',
  RATE_PER_S: '1',
}

/**
 * What an operator's command works with: the deployment's table (and bus, where it publishes), reached with the operator's own
 * credentials from the environment or the profile. Throws when TABLE_NAME is not set.
 */
export function operatorRuntime(): Runtime {
  const {
    TABLE_NAME,
    BUS_NAME = 'none',
    STAGE = 'prod',
    INDEX_SHARDS = '1',
    AWS_REGION,
    AWS_ENDPOINT_URL_DYNAMODB,
  } = process.env
  if (!TABLE_NAME) throw new Error('Set TABLE_NAME (and AWS_REGION) to the outputs of the data stack.')
  const table = dynamoTable({ tableName: TABLE_NAME, region: AWS_REGION, endpoint: AWS_ENDPOINT_URL_DYNAMODB })
  const environment = { ...UNUSED, ...process.env, TABLE_NAME, BUS_NAME, STAGE, INDEX_SHARDS }
  return runtime(productionDeps(environment, { table, random: (size) => randomFillSync(new Uint8Array(size)) }))
}

/** Runs a command and turns its failure into one line and an exit code. */
export async function runCommand(command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(`${await command()}\n`)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
