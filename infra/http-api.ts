import { ArnFormat, Fn, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { CfnApi, HttpApi, HttpStage, type IHttpApi, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { LOG_RETENTION, type Worker } from './function.ts'

/** What the gateway needs of a row of the route table. */
export interface GatewayRoute {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: string
}

export interface HttpApiProps {
  stage: string
  routes: readonly GatewayRoute[]
  /** Name and time-out of the function that answers. Its name, because the function knows the gateway's address. */
  functionName: string
  timeoutS: number
  corsOrigins: readonly string[]
  logKey: IKey
}

/** Requests per second of all callers together. A caller's own limit is the application's, and much lower. */
const RATE_MAX = 200
const BURST_MAX = 400

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const GATEWAY_TIMEOUT_MAX_S = 30

/**
 * One API with a route for each row of the route table: an unknown address costs no invocation. The routes are imported as one
 * document, so that the gateway is one resource however many there are.
 */
export class RapportApi extends Construct {
  readonly api: IHttpApi
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
    const gateway = new CfnApi(this, 'Gateway', { body: gatewayDocument(Stack.of(this), props), failOnWarnings: true })
    this.api = HttpApi.fromHttpApiAttributes(this, 'Api', {
      httpApiId: gateway.ref,
      apiEndpoint: gateway.attrApiEndpoint,
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

  /** Lets the gateway call the function. One permission for the whole API: one per route outgrows the 20 KB of a function's policy. */
  serve({ fn }: Worker): void {
    fn.addPermission('Gateway', {
      principal: new ServicePrincipal('apigateway.amazonaws.com'),
      sourceArn: Stack.of(this).formatArn({ service: 'execute-api', resource: this.api.apiId, resourceName: '*/*' }),
    })
  }
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html */
const INTEGRATION = 'x-amazon-apigateway-integration'

/**
 * The routes as the gateway imports them. The function checks tokens and API keys itself, by the same code as on a laptop, so no
 * route has an authorizer: a gateway authorizer knows no API keys.
 */
function gatewayDocument(stack: Stack, { stage, routes, functionName, timeoutS, corsOrigins }: HttpApiProps): object {
  const fn = stack.formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: functionName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  })
  const target = {
    type: 'aws_proxy',
    httpMethod: 'POST',
    payloadFormatVersion: '2.0',
    uri: Fn.sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${fn}/invocations', {
      fn,
    }),
    timeoutInMillis: Math.min(GATEWAY_TIMEOUT_MAX_S, timeoutS + 1) * 1000,
  }
  const paths: Record<string, Record<string, object>> = {}
  for (const { method, path } of routes) {
    const operation = {
      responses: { default: { description: 'See /v1/openapi.json.' } },
      [INTEGRATION]: { $ref: '#/components/x-amazon-apigateway-integrations/api' },
    }
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation }
  }
  for (const [path, operations] of Object.entries(paths)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    if (names.length > 0) operations.parameters = names.map((name) => ({ ...PATH_PARAMETER, name }))
  }
  return {
    openapi: '3.0.1',
    info: { title: `rapport-${stage}`, description: 'Rapport CRM', version: '1' },
    paths,
    components: { 'x-amazon-apigateway-integrations': { api: target } },
    ...(corsOrigins.length > 0 && { 'x-amazon-apigateway-cors': cors(corsOrigins) }),
  }
}

const PATH_PARAMETER = { in: 'path', required: true, schema: { type: 'string' } }

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
const cors = (allowOrigins: readonly string[]) => ({
  allowOrigins,
  allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
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
  maxAge: 600,
})
