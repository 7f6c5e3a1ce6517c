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
  isEnabled: z.boolean().default(true),
  /** Has not used the password that was mailed. */
  isPending: z.boolean().default(false),
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
const Creation = Named.extend({ MessageAction: z.literal('RESEND').optional() })
const Update = Named.extend({ UserAttributes: z.array(z.object({ Name: z.string(), Value: z.string() })) })

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

  const save = () => writer.write([...users.values()])

  async function put(email: string, password: string, isPending: boolean): Promise<User> {
    const salt = randomBytes(16).toString('hex')
    const hash = (await derive(password, salt, HASH_BYTES)).toString('hex')
    const known = users.get(email)
    const user = {
      email,
      subject: known?.subject ?? randomUUID(),
      salt,
      hash,
      createdAt: known?.createdAt ?? clock().toISOString(),
      isEnabled: known?.isEnabled ?? true,
      isPending,
    }
    users.set(email, user)
    save()
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
      const { Username, MessageAction } = Creation.parse(input)
      if (MessageAction === 'RESEND') return resend(mustFind(Username))
      const email = fold(Username)
      // Taken before the password is hashed: of two calls at once one must be refused, as a user pool does.
      if (users.has(email) || beingCreated.has(email))
        throw new AwsError('UsernameExistsException', 'User account already exists')
      beingCreated.add(email)
      const made = await sendFirstPassword(email).finally(() => beingCreated.delete(email))
      return { User: { ...describe(made), Attributes: attributesOf(made) } }
    },
    async [`${SERVICE}.AdminGetUser`](input) {
      const user = mustFind(Named.parse(input).Username)
      return { ...describe(user), UserAttributes: attributesOf(user) }
    },
    async [`${SERVICE}.AdminUpdateUserAttributes`](input) {
      const { Username, UserAttributes } = Update.parse(input)
      const user = mustFind(Username)
      const email = fold(UserAttributes.find(({ Name }) => Name === 'email')?.Value ?? user.email)
      if (email !== user.email && users.has(email))
        throw new AwsError('AliasExistsException', 'An account with the given email already exists.')
      users.delete(user.email)
      users.set(email, { ...user, email })
      save()
      const credential = credentials.get(user.email)
      credentials.delete(user.email)
      if (credential) credentials.set(email, { ...credential, email })
      credentialsWriter.write([...credentials.values()])
      return {}
    },
    async [`${SERVICE}.AdminEnableUser`](input) {
      return change(input, { isEnabled: true })
    },
    async [`${SERVICE}.AdminDisableUser`](input) {
      return change(input, { isEnabled: false })
    },
    async [`${SERVICE}.AdminDeleteUser`](input) {
      const { email } = mustFind(Named.parse(input).Username)
      users.delete(email)
      save()
      if (credentials.delete(email)) credentialsWriter.write([...credentials.values()])
      return {}
    },
    async [`${SERVICE}.AdminUserGlobalSignOut`](input) {
      // No refresh tokens exist here; the CRM itself refuses the access tokens of a disabled user.
      mustFind(Named.parse(input).Username)
      return {}
    },
  }

  async function sendFirstPassword(email: string): Promise<User> {
    const password = randomBytes(12).toString('base64url')
    const user = await put(email, password, true)
    await invite(email, password)
    return user
  }

  async function resend(user: User) {
    if (!user.isPending) throw new AwsError('UnsupportedUserStateException', 'User status is not pending.')
    const made = await sendFirstPassword(user.email)
    return { User: { ...describe(made), Attributes: attributesOf(made) } }
  }

  function change(input: unknown, state: Partial<User>) {
    const user = mustFind(Named.parse(input).Username)
    users.set(user.email, { ...user, ...state })
    save()
    return {}
  }

  function mustFind(username: string): User {
    const user = users.get(fold(username)) ?? [...users.values()].find(({ subject }) => subject === username)
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.')
    return user
  }

  return {
    keys,
    operations,
    tokenFor,
    async createSignIn(email, password, role = '') {
      const { subject } = await put(fold(email), password, false)
      credentials.set(fold(email), { email: fold(email), password, role })
      credentialsWriter.write([...credentials.values()])
      return { subject }
    },
    async signIn(email, password) {
      const user = users.get(fold(email))
      const { salt, hash } = user ?? nobody
      const isRight = timingSafeEqual(await derive(password, salt, HASH_BYTES), Buffer.from(hash, 'hex'))
      if (!isRight || !user?.isEnabled) return undefined
      if (user.isPending) change({ Username: user.email }, { isPending: false })
      return tokenFor(user.subject)
    },
    async settled() {
      await Promise.all([writer.settled(), credentialsWriter.settled()])
    },
  }
}

const fold = (email: string): string => email.trim().toLowerCase()

const describe = ({ subject, createdAt, isEnabled, isPending }: User) => ({
  Username: subject,
  UserCreateDate: Date.parse(createdAt) / 1_000,
  Enabled: isEnabled,
  UserStatus: isPending ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED',
})

const attributesOf = ({ email, subject }: User) => [
  { Name: 'sub', Value: subject },
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
]
