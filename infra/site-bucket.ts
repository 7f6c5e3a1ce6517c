import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'

/**
 * Holds the console and the API's documentation. The distribution stands in the app stack and knows this bucket; were this
 * policy to name the distribution, the stacks would depend on each other. So any distribution of this account may read.
 */
export function createSiteBucket(scope: Construct, logs: Bucket): Bucket {
  const bucket = new Bucket(scope, 'Site', {
    ...closed,
    versioned: true,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
    // The library's own types disagree under exactOptionalPropertyTypes.
    serverAccessLogsBucket: logs as IBucket,
    serverAccessLogsPrefix: 'site/',
  })
  const { account, partition } = Stack.of(scope)
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'DistributionsOfThisAccountRead',
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      // ListBucket turns the answer for a missing file from 403 into 404; the query string that would list is never forwarded.
      actions: ['s3:GetObject', 's3:ListBucket'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
      conditions: { ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` } },
    }),
  )
  return bucket
}

/** Who asked for what in the buckets. Named for the first of them: another name would be another bucket. */
export const createLogBucket = (scope: Construct): Bucket =>
  new Bucket(scope, 'SiteLogs', { ...closed, lifecycleRules: [{ expiration: Duration.days(90) }] })

const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  encryption: BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
  removalPolicy: RemovalPolicy.RETAIN,
}
