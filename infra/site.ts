import { cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib'
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { Construct } from 'constructs'
import { LOG_RETENTION } from './function.ts'
import { accept, acceptWildcards } from './nag.ts'

/** A directory that is uploaded as it is. */
export interface SiteFiles {
  directory: string
}

/** What the console must know before anybody has signed in. */
export interface SiteConfig {
  stage: string
  signInUrl: string
  clientId: string
}

/** What the documentation page loads; the package holds ten times as much. */
const SWAGGER_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Collects the console and the viewer of the API's documentation in one directory, laid out as the local server does. */
export function collectSite(root: string, directory: string): SiteFiles {
  rmSync(directory, { recursive: true, force: true })
  cpSync(join(root, 'packages/console/public'), directory, { recursive: true })
  const swagger = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  for (const file of SWAGGER_FILES) cpSync(join(swagger, file), join(directory, 'docs', file))
  return { directory }
}

/** Uploads the site with every deployment and takes what it replaced out of the distribution's cache. */
export function deploySite(
  scope: Construct,
  { directory }: SiteFiles,
  bucket: IBucket,
  distribution: Distribution,
  config: SiteConfig,
): BucketDeployment {
  const deployment = new BucketDeployment(scope, 'Site', {
    sources: [Source.asset(directory), Source.jsonData('config.json', config)],
    destinationBucket: bucket,
    distribution,
    distributionPaths: ['/*'],
    // Files keep their names from one release to the next, so browsers ask each time; the edge answers 304.
    cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.seconds(0)), CacheControl.mustRevalidate()],
    memoryLimit: 512,
    ephemeralStorageSize: Size.mebibytes(512),
    logGroup: new LogGroup(scope, 'SiteLog', {
      logGroupName: `/rapport/${config.stage}/site`,
      retention: LOG_RETENTION,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  })
  acceptUploader(deployment)
  return deployment
}

/** The function that uploads comes with the library and runs while a deployment does, never for a caller. */
function acceptUploader(deployment: BucketDeployment): void {
  const uploader = deployment.handlerRole.node.scope
  if (!uploader) throw new Error('The uploader has a role in a construct of its own.')
  const reason = "The library's own uploader; it runs during deployments only."
  accept(uploader, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': reason,
    'AwsSolutions-L1': reason,
    'Serverless-LambdaLatestVersion': reason,
    'Serverless-LambdaDLQ': `${reason} CloudFormation sees its failure.`,
    'Serverless-LambdaTracing': reason,
  })
  acceptWildcards(
    uploader,
    `${reason} It copies from the bucket of assets to the site and clears the distribution's cache.`,
  )
}
