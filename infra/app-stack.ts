import type { Env } from '@rapport/lambda/deps'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { Alarms } from './alarms.ts'
import { createAppKey } from './app-key.ts'
import type { Config } from './config.ts'
import { createDashboard } from './dashboard.ts'
import type { DataStack } from './data-stack.ts'
import { Edge } from './edge.ts'
import { createFunction, type FunctionContext, nameOf, type Worker } from './function.ts'
import { type GrantTargets, viaDynamoDb } from './grants.ts'
import { type GatewayRoute, RapportApi } from './http-api.ts'
import { Mail } from './mail.ts'
import { createBudget, createNotices } from './notices.ts'
import { createSignInClient } from './sign-in-client.ts'
import { deploySite, type SiteFiles } from './site.ts'
import { type TableInUse, tableInUse } from './table-in-use.ts'
import { attachQueue, attachSchedule, attachStream, type Lane, type Sources } from './triggers.ts'

export interface AppStackProps extends StackProps {
  config: Config
  data: DataStack
  manifest: readonly FunctionSpec[]
  routes: readonly GatewayRoute[]
  codeOf(spec: FunctionSpec): Code
  site: SiteFiles
  /** The firewall, made by whoever knows its region. */
  webAclArnIn(stack: Stack): string
}

/** What can be destroyed and deployed again: functions, gateway, distribution, alarms. */
export class AppStack extends Stack {
  constructor(scope: Construct, id: string, props: AppStackProps) {
    super(scope, id, props)
    const { config, data, manifest } = props
    const table = tableInUse(data, config)
    const key = createAppKey(this, config.stage)
    const notices = createNotices(this, config, key)
    const mail = new Mail(this, 'Mail', config, key, data.filesBucketName)
    const http = specOfHttp(manifest)
    const api = new RapportApi(this, 'Api', {
      ...config,
      routes: props.routes,
      functionName: nameOf(config.stage, http),
      timeoutS: http.timeoutS,
      logKey: key,
    })
    const siteBucket = Bucket.fromBucketName(this, 'SiteBucket', data.siteBucketName)
    const edge = new Edge(this, 'Edge', {
      config,
      api: api.api,
      apiPaths: api.pathPatterns,
      siteBucket,
      filesUrl: `https://${data.filesBucketName}.s3.${this.region}.${this.urlSuffix}`,
      signInUrl: data.signIn.url,
      webAclArn: props.webAclArnIn(this),
    })
    const client = createSignInClient(this, data.signIn, edge.publicUrl)
    const context: FunctionContext = {
      ...config,
      codeOf: props.codeOf,
      logKey: key,
      targets: this.grantTargets(props, table, mail),
      environment: environmentOf(props, { table, mail, publicUrl: edge.publicUrl, clientId: client.userPoolClientId }),
    }
    const functions = new Construct(this, 'Functions')
    const workers = manifest.map((spec) => createFunction(functions, spec, context))
    const lanes = attach(api, workers, {
      ...table,
      tableKeyArn: data.tableKey.keyArn,
      viaDynamoDb: viaDynamoDb(this),
      bus: data.bus,
      mailFeedback: mail.feedback,
      lettersIn: config.mailInbound === undefined ? undefined : data.filesBucketName,
    })
    new Alarms(this, 'Alarms', { stage: config.stage, topic: notices, api, workers, lanes })
    createDashboard(this, { stage: config.stage, api, workers, lanes, tableName: table.tableName })
    createBudget(this, config, notices)
    deploySite(this, props.site, siteBucket, edge.distribution, {
      stage: config.stage,
      signInUrl: data.signIn.url,
      clientId: client.userPoolClientId,
    })
    new CfnOutput(this, 'Url', { value: edge.publicUrl, description: 'Where people reach the CRM.' })
    new CfnOutput(this, 'DistributionHost', {
      value: edge.distribution.distributionDomainName,
      description: 'DOMAIN points here.',
    })
    new CfnOutput(this, 'ApiUrl', {
      value: api.api.apiEndpoint,
      description: 'For programs whose key is bound to addresses.',
    })
  }

  private grantTargets({ config, data }: AppStackProps, table: TableInUse, mail: Mail): GrantTargets {
    const identity = (name: string) => this.formatArn({ service: 'ses', resource: 'identity', resourceName: name })
    return {
      tableArn: table.tableArn,
      tableKeyArn: data.tableKey.keyArn,
      filesArn: `arn:${this.partition}:s3:::${data.filesBucketName}`,
      busArn: data.bus.eventBusArn,
      userPoolArn: data.userPool.userPoolArn,
      // Either may be the one that was verified.
      mailIdentityArns: [identity(config.mailDomain), identity(config.mailAddress)],
      mailConfigurationSetArn: this.formatArn({
        service: 'ses',
        resource: 'configuration-set',
        resourceName: mail.configurationSet.configurationSetName,
      }),
      mailAddress: config.mailAddress,
      region: this.region,
      urlSuffix: this.urlSuffix,
    }
  }
}

function specOfHttp(manifest: readonly FunctionSpec[]): FunctionSpec {
  const http = manifest.find(({ on }) => on.kind === 'http')
  if (!http) throw new Error('No function of the manifest answers the API.')
  return http
}

interface Places {
  table: TableInUse
  mail: Mail
  publicUrl: string
  clientId: string
}

/** Nothing here is secret: names, addresses and numbers. */
function environmentOf(
  { config, data }: AppStackProps,
  { table, mail, publicUrl, clientId }: Places,
): Record<keyof Env, string> {
  return {
    STAGE: config.stage,
    TABLE_NAME: table.tableName,
    BUS_NAME: data.bus.eventBusName,
    FILES_BUCKET: data.filesBucketName,
    MAIL_FROM: config.mailFrom,
    MAIL_INBOUND: config.mailInbound ?? '',
    SES_CONFIGURATION_SET: mail.configurationSet.configurationSetName,
    USER_POOL_ID: data.userPool.userPoolId,
    USER_POOL_CLIENT_ID: clientId,
    PUBLIC_URL: publicUrl,
    CORS_ORIGINS: config.corsOrigins.join(','),
    RIGHTS_TTL_MS: '10000',
    INDEX_SHARDS: String(config.indexShards),
    RATE_PER_S: '20',
  }
}

/** Gives each function what calls it. Answers the asynchronous ones with what they leave behind. */
function attach(api: RapportApi, workers: readonly Worker[], sources: Sources): Lane[] {
  return workers.flatMap((worker) => {
    const { on } = worker.spec
    if (on.kind === 'http') {
      api.serve(worker)
      return []
    }
    if (on.kind === 'stream') return [attachStream(worker, on, sources)]
    if (on.kind === 'schedule') return [attachSchedule(worker, on)]
    return [attachQueue(worker, on, sources)]
  })
}
