import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnUserPool,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  StandardThreatProtectionMode,
  UserPool,
} from 'aws-cdk-lib/aws-cognito'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'

export interface SignIn {
  pool: UserPool
  /** Where people type their password; also the token endpoint the console calls. Without a trailing slash. */
  url: string
}

/**
 * The people who may sign in: invited, never signed up, with a second factor. The plan is Plus because compromised passwords
 * and odd sign-ins are only acted upon there; it costs 0.02 USD per person and month, with no free tier.
 */
export function createUserPool(scope: Construct, config: Config): SignIn {
  const { account, region } = Stack.of(scope)
  const pool = new UserPool(scope, 'Users', {
    userPoolName: `rapport-${config.stage}`,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    autoVerify: { email: true },
    keepOriginal: { email: true },
    standardAttributes: { email: { required: true, mutable: true } },
    mfa: Mfa.REQUIRED,
    // No text messages: numbers are hijacked, and each costs money.
    mfaSecondFactor: { otp: true, sms: false },
    passwordPolicy: {
      minLength: 14,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      passwordHistorySize: 5,
      tempPasswordValidity: Duration.days(3),
    },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    featurePlan: FeaturePlan.PLUS,
    standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
    userInvitation: {
      emailSubject: 'Your sign-in to Rapport',
      emailBody: invitation(config),
    },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  if (config.isMailConfigured) sendThroughSes(pool, config)
  // The prefix must be free in the whole region of all of AWS, hence the account's number.
  const prefix = `rapport-${config.stage}-${account}`
  const domain = pool.addDomain('SignIn', {
    cognitoDomain: { domainPrefix: prefix },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  domain.applyRemovalPolicy(RemovalPolicy.RETAIN)
  return { pool, url: `https://${prefix}.auth.${region}.amazoncognito.com` }
}

const invitation = ({ domain }: Config): string =>
  `<p>Sign in${domain ? ` at https://${domain.name}` : ''} as {username} with the password <b>{####}</b>.</p>
<p>It works for three days. You will choose your own and add an authenticator app.</p>`

/**
 * Cognito's own sender is limited to 50 letters a day and often lands in spam. SES needs the sender's domain to be verified. Set
 * on the resource itself: the library's own property refuses where the region is not known yet.
 */
function sendThroughSes(pool: UserPool, { mailFrom, mailDomain }: Config): void {
  const resource = pool.node.defaultChild
  if (!(resource instanceof CfnUserPool)) throw new Error('A user pool is one resource.')
  resource.emailConfiguration = {
    emailSendingAccount: 'DEVELOPER',
    from: mailFrom,
    sourceArn: Stack.of(pool).formatArn({ service: 'ses', resource: 'identity', resourceName: mailDomain }),
  }
}
