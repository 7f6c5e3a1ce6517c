import { Duration, Fn, RemovalPolicy } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import {
  CfnIntegration,
  CfnRoute,
  CorsHttpMethod,
  type CorsPreflightOptions,
  HttpApi,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { LOG_RETENTION, type Worker } from './function.ts'
import { accept } from './nag.ts'

/** What the gateway needs of a row of the route table. */
export interface GatewayRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
}

export interface HttpApiProps {
  stage: string
  routes: readonly GatewayRoute[]
  corsOrigins: readonly string[]
  logKey: IKey
}

/** Requests per second of all callers together. A caller's own limit is the application's, and much lower. */
const RATE_MAX = 200
const BURST_MAX = 400

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const GATEWAY_TIMEOUT_MAX_S = 30

/** One API with a route for each row of the route table: an unknown address costs no invocation. */
export class RapportApi extends Construct {
  readonly api: HttpApi
  readonly stage: HttpStage
  readonly accessLog: LogGroup
  private readonly routes: readonly GatewayRoute[]

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id)
    this.routes = props.routes
    this.accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: `/rapport/${props.stage}/access`,
      retention: LOG_RETENTION,
      encryptionKey: props.logKey,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    this.api = new HttpApi(this, 'Gateway', {
      apiName: `rapport-${props.stage}`,
      description: 'Rapport CRM',
      createDefaultStage: false,
      ...(props.corsOrigins.length > 0 && { corsPreflight: cors(props.corsOrigins) }),
    })
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: RATE_MAX, burstLimit: BURST_MAX },
      // Detailed metrics are billed per route; the access log tells the same.
      detailedMetricsEnabled: false,
      accessLogSettings: {
        destination: new LogGroupLogDestination(this.accessLog),
        format: AccessLogFormat.custom(JSON.stringify(logged)),
      },
    })
  }

  /** Patterns that cover every route: the whole of `/v1`, and each path that stands outside it. */
  get pathPatterns(): string[] {
    const outside = this.routes
      .map(({ path }) => path.replace(/\{\w+\}/g, '*'))
      .filter((path) => !path.startsWith('/v1/'))
    return ['/v1/*', ...new Set(outside)]
  }

  /** Adds the routes last: with them the gateway depends on the function, which may know the gateway's own address. */
  serve({ fn, spec }: Worker): void {
    const { apiId } = this.api
    const integration = new CfnIntegration(this, 'Integration', {
      apiId,
      integrationType: 'AWS_PROXY',
      integrationUri: fn.functionArn,
      payloadFormatVersion: '2.0',
      timeoutInMillis: Math.min(GATEWAY_TIMEOUT_MAX_S, spec.timeoutS + 1) * 1000,
    })
    // One permission for the whole API: one per route outgrows the 20 KB of a function's policy.
    fn.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: this.api.arnForExecuteApi(),
    })
    const target = Fn.join('/', ['integrations', integration.ref])
    const home = new Construct(this, 'Routes')
    accept(home, {
      'AwsSolutions-APIG4':
        'The function checks tokens and API keys itself, by the same code as on a laptop; a gateway authorizer knows no API keys.',
    })
    for (const { method, path } of this.routes) {
      const routeKey = `${method} ${path}`
      new CfnRoute(home, routeKey, { apiId, routeKey, target, authorizationType: 'NONE' })
    }
  }
}

/** No path (it holds ids), no query (it may hold a name), no header, no body, no address. */
const logged = {
  requestId: '$context.requestId',
  at: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  functionMs: '$context.integrationLatency',
  bytes: '$context.responseLength',
  gatewayError: '$context.error.responseType',
  integrationError: '$context.integration.error',
}

/** Browsers of these origins may call; the console itself comes from the same origin and needs none of this. */
const cors = (allowOrigins: readonly string[]): CorsPreflightOptions => ({
  allowOrigins: [...allowOrigins],
  allowMethods: [
    CorsHttpMethod.GET,
    CorsHttpMethod.POST,
    CorsHttpMethod.PUT,
    CorsHttpMethod.PATCH,
    CorsHttpMethod.DELETE,
  ],
  allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'],
  exposeHeaders: [
    'etag',
    'idempotent-replayed',
    'location',
    'ratelimit-limit',
    'ratelimit-remaining',
    'ratelimit-reset',
    'retry-after',
  ],
  // Tokens travel in a header that only scripts set; cookies are never read.
  allowCredentials: false,
  maxAge: Duration.minutes(10),
})
