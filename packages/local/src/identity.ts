import { randomBytes, randomUUID, scrypt, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Clock } from '@rapport/kernel/clock'
import * as z from 'zod'
import { AwsError } from './aws-error.ts'
import { jsonWriter, readJson } from './json-file.ts'
import { loadKeys, type SigningKeys } from './signing-keys.ts'

const User = z.object({
  email: z.string(),
  subject: z.string(),
  salt: z.string(),
  hash: z.string(),
  createdAt: z.string(),
})
type User = z.infer<typeof User>

const Credential = z.object({ email: z.string(), password: z.string(), role: z.string() })

export interface IdentityOptions {
  clock: Clock
  userPoolId: string
  clientId: string
  dataDir?: string | undefined
  /** Mails an invitation, as a user pool does. */
  invite(email: string, password: string): Promise<void>
}

export interface Tokens {
  accessToken: string
  expiresIn: number
}

export interface LocalIdentity {
  keys: SigningKeys
  /** The operations of Cognito that the CRM uses, by `X-Amz-Target`. */
  operations: Record<string, (input: unknown) => Promise<unknown>>
  /** A sign-in with a known password, listed in `dataDir/credentials.json`. A second time it sets the password anew. */
  createSignIn(email: string, password: string, role?: string): Promise<{ subject: string }>
  /** Undefined for a wrong password and for an unknown address alike, after the same work. */
  signIn(email: string, password: string): Promise<Tokens | undefined>
  tokenFor(subject: string): Tokens
  settled(): Promise<void>
}

const SERVICE = 'AWSCognitoIdentityProviderService'
const TOKEN_LIFETIME_S = 15 * 60
const HASH_BYTES = 32
const derive = promisify<string, string, number, Buffer>(scrypt)

const Named = z.object({ Username: z.string().min(1) })

/** A user pool on this machine: the calls the CRM makes to Cognito, and access tokens shaped like Cognito's. */
export async function startIdentity({
  clock,
  userPoolId,
  clientId,
  dataDir,
  invite,
}: IdentityOptions): Promise<LocalIdentity> {
  const file = dataDir && join(dataDir, 'identity.json')
  const credentialsFile = dataDir && join(dataDir, 'credentials.json')
  const [keys, storedUsers, storedCredentials] = await Promise.all([
    loadKeys(dataDir),
    file ? readJson(file) : undefined,
    credentialsFile ? readJson(credentialsFile) : undefined,
  ])
  const users = new Map(
    z
      .array(User)
      .parse(storedUsers ?? [])
      .map((user) => [user.email, user]),
  )
  const credentials = new Map(
    z
      .array(Credential)
      .parse(storedCredentials ?? [])
      .map((one) => [one.email, one]),
  )
  const writer = jsonWriter(file)
  const credentialsWriter = jsonWriter(credentialsFile)
  const issuer = `https://cognito-idp.${userPoolId.split('_')[0]}.amazonaws.com/${userPoolId}`
  // Compared against when there is no such user, so that both take the same time.
  const nobody = { salt: randomBytes(16).toString('hex'), hash: randomBytes(HASH_BYTES).toString('hex') }

  async function put(email: string, password: string): Promise<User> {
    const salt = randomBytes(16).toString('hex')
    const hash = (await derive(password, salt, HASH_BYTES)).toString('hex')
    const known = users.get(email)
    const user = {
      email,
      subject: known?.subject ?? randomUUID(),
      salt,
      hash,
      createdAt: known?.createdAt ?? clock().toISOString(),
    }
    users.set(email, user)
    writer.write([...users.values()])
    return user
  }

  function tokenFor(subject: string): Tokens {
    const iat = Math.floor(clock().getTime() / 1_000)
    const claims = {
      sub: subject,
      iss: issuer,
      client_id: clientId,
      origin_jti: randomUUID(),
      event_id: randomUUID(),
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      auth_time: iat,
      iat,
      exp: iat + TOKEN_LIFETIME_S,
      jti: randomUUID(),
      username: subject,
    }
    return { accessToken: keys.sign(claims), expiresIn: TOKEN_LIFETIME_S }
  }

  const beingCreated = new Set<string>()
  const operations: LocalIdentity['operations'] = {
    async [`${SERVICE}.AdminCreateUser`](input) {
      const email = fold(Named.parse(input).Username)
      // Taken before the password is hashed: of two calls at once one must be refused, as a user pool does.
      if (users.has(email) || beingCreated.has(email))
        throw new AwsError('UsernameExistsException', 'User account already exists')
      beingCreated.add(email)
      const password = randomBytes(12).toString('base64url')
      const user = await put(email, password)
      await invite(email, password)
      return { User: { ...describe(user), Attributes: attributesOf(user) } }
    },
    async [`${SERVICE}.AdminGetUser`](input) {
      const user = mustFind(Named.parse(input).Username)
      return { ...describe(user), UserAttributes: attributesOf(user) }
    },
    async [`${SERVICE}.AdminUserGlobalSignOut`](input) {
      // No refresh tokens exist here; the CRM itself refuses the access tokens of a disabled user.
      mustFind(Named.parse(input).Username)
      return {}
    },
  }

  function mustFind(username: string): User {
    const user = users.get(fold(username))
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.')
    return user
  }

  return {
    keys,
    operations,
    tokenFor,
    async createSignIn(email, password, role = '') {
      const { subject } = await put(fold(email), password)
      credentials.set(fold(email), { email: fold(email), password, role })
      credentialsWriter.write([...credentials.values()])
      return { subject }
    },
    async signIn(email, password) {
      const user = users.get(fold(email))
      const { salt, hash } = user ?? nobody
      const isRight = timingSafeEqual(await derive(password, salt, HASH_BYTES), Buffer.from(hash, 'hex'))
      return isRight && user ? tokenFor(user.subject) : undefined
    },
    async settled() {
      await Promise.all([writer.settled(), credentialsWriter.settled()])
    },
  }
}

const fold = (email: string): string => email.trim().toLowerCase()

const describe = ({ subject, createdAt }: User) => ({
  Username: subject,
  UserCreateDate: Date.parse(createdAt) / 1_000,
  Enabled: true,
  UserStatus: 'FORCE_CHANGE_PASSWORD',
})

const attributesOf = ({ email, subject }: User) => [
  { Name: 'sub', Value: subject },
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
]
