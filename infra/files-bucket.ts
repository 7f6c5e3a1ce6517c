import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'

/** Days that what was imported or exported is kept: long enough to look into a report, and within what erasure promises. */
const WORK_DAYS = 30

/** Where SES stores letters. They are kept longer than the worker's queue and its dead letters, 18 days: a letter can be taken in again. */
export const LETTERS = 'mail/'
const LETTER_DAYS = 30

export const ruleSetNameOf = (stage: string): string => `rapport-${stage}`

/** Holds what is too large for the table. Reached by the functions that have a word for it, and by links they sign. */
export function createFilesBucket(scope: Construct, logs: Bucket, config: Config): Bucket {
  const bucket = new Bucket(scope, 'Files', {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    versioned: true,
    lifecycleRules: [
      ...['imports/', 'exports/'].map((prefix) => ({
        id: `expire-${prefix.slice(0, -1)}`,
        prefix,
        expiration: Duration.days(WORK_DAYS),
      })),
      {
        id: 'expire-mail',
        prefix: LETTERS,
        expiration: Duration.days(LETTER_DAYS),
        // A letter is never replaced: what is not current has expired.
        noncurrentVersionExpiration: Duration.days(1),
      },
      {
        id: 'forget-what-was-replaced',
        noncurrentVersionExpiration: Duration.days(WORK_DAYS),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
    cors: [
      {
        // Without a link that we signed, the leave to call is of no use to anybody.
        allowedOrigins: originsOf(config),
        allowedMethods: [HttpMethods.PUT, HttpMethods.GET],
        allowedHeaders: ['content-type'],
        exposedHeaders: ['etag'],
        maxAge: 600,
      },
    ],
    // The library's own types disagree under exactOptionalPropertyTypes.
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'files/',
  })
  if (config.mailInbound !== undefined) takeLetters(bucket, config.stage)
  return bucket
}

/** Lets the rules of this stage store letters, and nobody else of SES, and has S3 report what is stored on the account's bus. */
function takeLetters(bucket: Bucket, stage: string): void {
  const { partition, region, account } = Stack.of(bucket)
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'LettersOfThisRuleSet',
      principals: [new ServicePrincipal('ses.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`${LETTERS}*`)],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: {
          'aws:SourceArn': `arn:${partition}:ses:${region}:${account}:receipt-rule-set/${ruleSetNameOf(stage)}:receipt-rule/*`,
        },
      },
    }),
  )
  // By hand: the library's own switch is a function of its own with leave to change every bucket of the account.
  const { defaultChild } = bucket.node
  ;(defaultChild as CfnBucket).notificationConfiguration = {
    eventBridgeConfiguration: { eventBridgeEnabled: true },
  }
}

/** Without a domain the console stands at a name that CloudFront chooses later. */
const originsOf = ({ domain, corsOrigins }: Config): string[] => [
  domain ? `https://${domain.name}` : 'https://*.cloudfront.net',
  ...corsOrigins,
]
