import { Duration } from 'aws-cdk-lib'
import {
  CfnManagedLoginBranding,
  ClientAttributes,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import type { SignIn } from './user-pool.ts'

/**
 * How the console signs people in: authorisation code with PKCE, no secret, because a page can keep none. It stands in the app
 * stack because it names the address of the distribution.
 */
export function createSignInClient(scope: Construct, { pool }: SignIn, publicUrl: string): UserPoolClient {
  const client = new UserPoolClient(scope, 'Console', {
    userPool: pool,
    userPoolClientName: 'console',
    generateSecret: false,
    // Sign-in happens on Cognito's pages. One flow must be named: with none, Cognito allows three, one of which is at odds with rotation.
    authFlows: { userSrp: true },
    oAuth: {
      flows: { authorizationCodeGrant: true, implicitCodeGrant: false },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL],
      callbackUrls: [`${publicUrl}/`],
      logoutUrls: [`${publicUrl}/`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    accessTokenValidity: Duration.minutes(15),
    idTokenValidity: Duration.minutes(15),
    refreshTokenValidity: Duration.hours(12),
    refreshTokenRotationGracePeriod: Duration.seconds(30),
    enableTokenRevocation: true,
    preventUserExistenceErrors: true,
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true }),
    writeAttributes: new ClientAttributes(),
  })
  // Managed login shows nothing until its look is chosen.
  new CfnManagedLoginBranding(scope, 'Look', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  })
  return client
}
