import { randomUUID } from 'node:crypto'
import type { Env } from '@rapport/lambda/deps'
import { localAws } from './credentials.ts'

/** What a function's environment says on this machine. */
export const localEnv = (url: string, overrides: Partial<Env> = {}): Env => ({
  STAGE: 'local',
  // An engine that is not ours may serve several clouds at once.
  TABLE_NAME: process.env.AWS_ENDPOINT_URL_DYNAMODB ? `rapport-${randomUUID()}` : 'rapport',
  BUS_NAME: 'rapport',
  FILES_BUCKET: 'rapport-files',
  MAIL_INBOUND: 'support@in.rapport.test',
  MAIL_FROM: 'Rapport <crm@rapport.example>',
  SES_CONFIGURATION_SET: 'rapport',
  USER_POOL_ID: 'us-east-1_Rapport',
  USER_POOL_CLIENT_ID: 'local',
  PUBLIC_URL: url,
  CORS_ORIGINS: url,
  RIGHTS_TTL_MS: '5000',
  INDEX_SHARDS: '1',
  RATE_PER_S: '1000',
  ...overrides,
})

/** The same, with where the AWS SDK finds its services. */
export const withEndpoint = (
  env: Env,
  { services, files }: { services: string; files: string },
  secret: string,
): Record<string, string> => ({
  ...env,
  AWS_REGION: localAws.region,
  AWS_ACCESS_KEY_ID: localAws.credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: secret,
  AWS_ENDPOINT_URL_SES: services,
  AWS_ENDPOINT_URL_EVENTBRIDGE: services,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: services,
  AWS_ENDPOINT_URL_S3: files,
})
