import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Config } from './config.ts'

/** Days that what was imported or exported is kept: long enough to look into a report, and within what erasure promises. */
const WORK_DAYS = 30

/** Holds what is too large for the table. Reached by the functions that have a word for it, and by links they sign. */
export function createFilesBucket(scope: Construct, logs: Bucket, config: Config): Bucket {
  return new Bucket(scope, 'Files', {
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
}

/** Without a domain the console stands at a name that CloudFront chooses later. */
const originsOf = ({ domain, corsOrigins }: Config): string[] => [
  domain ? `https://${domain.name}` : 'https://*.cloudfront.net',
  ...corsOrigins,
]
