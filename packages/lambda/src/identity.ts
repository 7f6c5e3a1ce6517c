import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientConfig,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Identity } from './deps.ts'

export interface CognitoIdentityOptions {
  userPoolId: string
  endpoint?: string | undefined
  region?: string | undefined
  credentials?: CognitoIdentityProviderClientConfig['credentials']
}

/** Sign-ins in a Cognito user pool. Both calls may be repeated: the second time they change nothing and mail nobody. */
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

  async function find(email: string): Promise<AttributeType[] | undefined> {
    const user = await client().send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username: email }))
    return user.UserAttributes
  }

  return {
    async invite(email) {
      const command = new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: email,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          // The administrator vouches for the address; the invitation itself proves it.
          { Name: 'email_verified', Value: 'true' },
        ],
      })
      const attributes = await client()
        .send(command)
        .then(({ User }) => User?.Attributes)
        .catch((error: unknown) => (isNamed(error, 'UsernameExistsException') ? find(email) : Promise.reject(error)))
      const subject = attributes?.find(({ Name }) => Name === 'sub')?.Value
      if (!subject) throw new Error('The user pool named no subject for a sign-in.')
      return { subject }
    },

    async signOut(email) {
      await client()
        .send(new AdminUserGlobalSignOutCommand({ UserPoolId: userPoolId, Username: email }))
        .catch((error: unknown) => (isNamed(error, 'UserNotFoundException') ? undefined : Promise.reject(error)))
    },
  }
}

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name
