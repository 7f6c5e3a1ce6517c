import {
  AdminCreateUserCommand,
  AdminDeleteUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Identity, SignIn } from './deps.ts'

export interface CognitoIdentityOptions {
  userPoolId: string
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: CognitoIdentityProviderClientConfig['credentials']
}

/**
 * Sign-ins in a Cognito user pool whose people sign in with their address. Such a pool names them by their subject, and takes the
 * address in its place. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
 */
export function cognitoIdentity({ userPoolId, endpoint, region, credentials }: CognitoIdentityOptions): Identity {
  let made: CognitoIdentityProviderClient | undefined
  const client = (): CognitoIdentityProviderClient => {
    made ??= new CognitoIdentityProviderClient({
      ...(endpoint && { endpoint }),
      ...(region && { region }),
      ...(credentials && { credentials }),
      maxAttempts: 4,
      requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
    })
    return made
  }
  const named = (name: string) => ({ UserPoolId: userPoolId, Username: name })

  async function find(name: string): Promise<SignIn | undefined> {
    const user = await client()
      .send(new AdminGetUserCommand(named(name)))
      .catch(unlessGone)
    return (
      user && {
        ...signInOf(user.UserAttributes),
        isEnabled: user.Enabled ?? true,
        isPending: user.UserStatus === 'FORCE_CHANGE_PASSWORD',
      }
    )
  }

  return {
    find,

    async invite(email) {
      const command = new AdminCreateUserCommand({
        ...named(email),
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: vouchedFor(email),
      })
      const made = await client()
        .send(command)
        .then(({ User }) => signInOf(User?.Attributes))
        .catch((error: unknown) => (isNamed(error, 'UsernameExistsException') ? find(email) : Promise.reject(error)))
      if (!made) throw new Error('A sign-in that was there is gone: ask again.')
      return { subject: made.subject }
    },

    async reinvite(email) {
      const command = new AdminCreateUserCommand({
        ...named(email),
        DesiredDeliveryMediums: ['EMAIL'],
        MessageAction: 'RESEND',
      })
      // Signed in meanwhile: then there is nothing left to be invited to.
      await client()
        .send(command)
        .catch((error) => (isNamed(error, 'UnsupportedUserStateException') ? undefined : unlessGone(error)))
    },

    async move(subject, email) {
      const command = new AdminUpdateUserAttributesCommand({ ...named(subject), UserAttributes: vouchedFor(email) })
      await client().send(command).catch(unlessGone)
    },

    async enable(subject) {
      await client()
        .send(new AdminEnableUserCommand(named(subject)))
        .catch(unlessGone)
    },

    async disable(subject) {
      await client()
        .send(new AdminDisableUserCommand(named(subject)))
        .catch(unlessGone)
    },

    async remove(subject) {
      await client()
        .send(new AdminDeleteUserCommand(named(subject)))
        .catch(unlessGone)
    },

    async signOut(subject) {
      await client()
        .send(new AdminUserGlobalSignOutCommand(named(subject)))
        .catch(unlessGone)
    },
  }
}

/** The administrator vouches for the address; an invitation itself proves it. */
const vouchedFor = (email: string): AttributeType[] => [
  { Name: 'email', Value: email },
  { Name: 'email_verified', Value: 'true' },
]

function signInOf(attributes: readonly AttributeType[] = []): { subject: string; email: string } {
  const value = (name: string) => attributes.find(({ Name }) => Name === name)?.Value
  const subject = value('sub')
  if (!subject) throw new Error('The user pool named no subject for a sign-in.')
  return { subject, email: value('email') ?? '' }
}

function unlessGone(error: unknown): undefined {
  if (!isNamed(error, 'UserNotFoundException')) throw error
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name
