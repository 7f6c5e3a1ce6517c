import { Duration, Stack } from 'aws-cdk-lib'
import type { IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import type { Config } from './config.ts'
import { accept } from './nag.ts'
import { SecurityHeaders } from './security-headers.ts'

export interface EdgeProps {
  config: Config
  api: IHttpApi
  /** Patterns of the paths that the API answers. */
  apiPaths: readonly string[]
  siteBucket: IBucket
  /** Where signed links lead: the console fetches and sends files there. */
  filesUrl: string
  signInUrl: string
  webAclArn: string
}

/** The one door: the site from its bucket, `/v1/*` from the API. */
export class Edge extends Construct {
  readonly distribution: Distribution
  /** Without a trailing slash. */
  readonly publicUrl: string

  constructor(
    scope: Construct,
    id: string,
    { config, api, apiPaths, siteBucket, filesUrl, signInUrl, webAclArn }: EdgeProps,
  ) {
    super(scope, id)
    const headers = new SecurityHeaders(this, 'Headers', config.stage, [signInUrl, filesUrl])
    const apiBehavior = behaviorOfApi(this, api, headers)
    const site = {
      origin: S3BucketOrigin.withOriginAccessControl(siteBucket),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      functionAssociations: [{ function: pageFiles(this, config.stage), eventType: FunctionEventType.VIEWER_REQUEST }],
    }
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Rapport ${config.stage}`,
      defaultRootObject: 'index.html',
      defaultBehavior: { ...site, responseHeadersPolicy: headers.site },
      additionalBehaviors: {
        '/docs*': { ...site, responseHeadersPolicy: headers.docs },
        ...Object.fromEntries(apiPaths.map((path) => [path, apiBehavior])),
      },
      webAclId: webAclArn,
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(config.domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [config.domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', config.domain.certificateArn),
      }),
      // No error pages: they would replace the API's own 403 and 404 with a page.
    })
    accept(this.distribution, {
      'AwsSolutions-CFR1': 'Colleagues travel: a country says nothing about who may sign in.',
      'AwsSolutions-CFR3':
        "CloudFront's log cannot leave out the query string, which holds names people search for. The gateway logs each call without it.",
      ...(!config.domain && {
        'AwsSolutions-CFR4':
          "CloudFront's own host name comes with its own TLS policy. With DOMAIN set, TLS 1.2 is the least.",
      }),
      'Annotation::@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac':
        'The data stack writes the policy of the bucket.',
    })
    this.publicUrl = `https://${config.domain?.name ?? this.distribution.distributionDomainName}`
  }
}

function behaviorOfApi(scope: Construct, api: IHttpApi, headers: SecurityHeaders): BehaviorOptions {
  const { region, urlSuffix } = Stack.of(scope)
  return {
    origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      readTimeout: Duration.seconds(30),
    }),
    // A program that sends its key over plain HTTP must not find out by a redirect that still works.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    // The gateway finds its API by the Host header, so that one is CloudFront's.
    originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    responseHeadersPolicy: headers.api,
  }
}

/** Pages have addresses without `.html`, in S3 they are files: `/docs` is `docs.html`, as the local server has it. */
export const PAGE_FILES = `function handler(event) {
  var request = event.request
  var last = request.uri.slice(request.uri.lastIndexOf('/') + 1)
  if (last === '') request.uri += 'index.html'
  else if (last.indexOf('.') < 0) request.uri += '.html'
  return request
}`

const pageFiles = (scope: Construct, stage: string): EdgeFunction =>
  new EdgeFunction(scope, 'PageFiles', {
    functionName: `rapport-${stage}-page-files`,
    comment: 'Turns the address of a page into its file.',
    code: FunctionCode.fromInline(PAGE_FILES),
    runtime: FunctionRuntime.JS_2_0,
  })
