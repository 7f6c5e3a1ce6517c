import { randomFillSync } from 'node:crypto'
import type { Files } from '@rapport/kernel/files'
import type { Bus, Deps, Identity, Mailer, VerifyToken } from './deps.ts'
import { readEnv } from './env.ts'
import { jsonLog } from './log.ts'
import { dynamoTable } from './table-dynamodb.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * What a handler is made with, from the environment. Nothing is connected before it is used, and clients that only some
 * functions need are not even loaded: each function pays at start-up for what it does.
 */
export function productionDeps(environment: Environment, overrides: Partial<Deps> = {}): Deps {
  const env = readEnv(environment)
  const aws = awsConfig(environment)
  const { clock = () => new Date() } = overrides
  return {
    env,
    clock,
    random: (size) => randomFillSync(new Uint8Array(size)),
    log: jsonLog(),
    table: dynamoTable({ tableName: env.TABLE_NAME, ...aws('DYNAMODB') }),
    bus: lazyBus(async () => {
      const { eventBridgeBus } = await import('./bus.ts')
      return eventBridgeBus({ busName: env.BUS_NAME, ...aws('EVENTBRIDGE') })
    }),
    mailer: lazyMailer(async () => {
      const { sesMailer } = await import('./mailer.ts')
      return sesMailer({ from: env.MAIL_FROM, configurationSet: env.SES_CONFIGURATION_SET, ...aws('SES') })
    }),
    files: lazyFiles(async () => {
      const { s3Files } = await import('./files.ts')
      return s3Files({ bucket: env.FILES_BUCKET, clock, ...aws('S3') })
    }),
    identity: lazyIdentity(async () => {
      const { cognitoIdentity } = await import('./identity.ts')
      return cognitoIdentity({ userPoolId: env.USER_POOL_ID, ...aws('COGNITO_IDENTITY_PROVIDER') })
    }),
    verifyToken: lazyVerifier(async () => {
      const { tokenVerifier } = await import('./tokens.ts')
      return tokenVerifier({ userPoolId: env.USER_POOL_ID, userPoolClientId: env.USER_POOL_CLIENT_ID })
    }),
    ...overrides,
  }
}

/** Region, credentials and, off AWS, the endpoint of a service, all from the environment given and not from the process's. */
function awsConfig(environment: Environment) {
  const { AWS_REGION: region, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = environment
  const sessionToken = environment.AWS_SESSION_TOKEN
  const credentials =
    accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) } : undefined
  return (service: string) => ({ region, credentials, endpoint: environment[`AWS_ENDPOINT_URL_${service}`] })
}

function lazyBus(make: () => Promise<Bus>): Bus {
  const bus = once(make)
  return { publish: async (entries) => (await bus()).publish(entries) }
}

function lazyMailer(make: () => Promise<Mailer>): Mailer {
  const mailer = once(make)
  return { send: async (letter, tags) => (await mailer()).send(letter, tags) }
}

function lazyFiles(make: () => Promise<Files>): Files {
  const files = once(make)
  return {
    put: async (...given) => (await files()).put(...given),
    get: async (...given) => (await files()).get(...given),
    head: async (...given) => (await files()).head(...given),
    delete: async (...given) => (await files()).delete(...given),
    presignPut: async (...given) => (await files()).presignPut(...given),
    presignGet: async (...given) => (await files()).presignGet(...given),
    beginUpload: async (...given) => (await files()).beginUpload(...given),
    uploadPart: async (...given) => (await files()).uploadPart(...given),
    completeUpload: async (...given) => (await files()).completeUpload(...given),
    abortUpload: async (...given) => (await files()).abortUpload(...given),
  }
}

function lazyIdentity(make: () => Promise<Identity>): Identity {
  const identity = once(make)
  return {
    invite: async (email) => (await identity()).invite(email),
    reinvite: async (email) => (await identity()).reinvite(email),
    find: async (name) => (await identity()).find(name),
    move: async (subject, email) => (await identity()).move(subject, email),
    enable: async (subject) => (await identity()).enable(subject),
    disable: async (subject) => (await identity()).disable(subject),
    remove: async (subject) => (await identity()).remove(subject),
    signOut: async (subject) => (await identity()).signOut(subject),
  }
}

function lazyVerifier(make: () => Promise<VerifyToken>): VerifyToken {
  const verify = once(make)
  return async (token) => (await verify())(token)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
