import { runInNewContext } from 'node:vm'
import { BODY_BYTES_MAX as APPLICATION_BODY_BYTES_MAX } from '@rapport/lambda/parse'
import { corsMethods, corsReplyHeaders, corsRequestHeaders } from '@rapport/local/cors'
import { Match } from 'aws-cdk-lib/assertions'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PAGE_FILES } from '../../infra/edge.ts'
import { BODY_BYTES_MAX, TOO_LONG } from '../../infra/web-acl.ts'
import { entriesOf, present, synthesise, targetOf } from './templates.ts'

const { app, edge } = synthesise()
const [, distribution] = present(entriesOf(app, 'AWS::CloudFront::Distribution')[0])
const { DistributionConfig: config } = distribution.Properties

describe('the distribution', () => {
  test('hands the API every call as it came, over TLS, and keeps no answer', () => {
    const behaviors = config.CacheBehaviors.filter(
      ({ PathPattern }: { PathPattern: string }) => !PathPattern.startsWith('/docs'),
    )

    expect(behaviors.map(({ PathPattern }: { PathPattern: string }) => PathPattern)).toEqual(['/v1/*', '/health'])
    for (const behavior of behaviors) {
      expect(behavior).toMatchObject({
        ViewerProtocolPolicy: 'https-only',
        // Managed-CachingDisabled and Managed-AllViewerExceptHostHeader.
        CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
        OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
        AllowedMethods: expect.arrayContaining(['DELETE', 'PATCH', 'POST', 'PUT']),
      })
    }
  })

  test("does not replace the API's own errors with pages", () => {
    expect(config.CustomErrorResponses).toBeUndefined()
  })

  test('stands behind the firewall', () => {
    expect(targetOf(config.WebACLId)).toMatch(/^WebAcl/)
  })

  test('serves under its own name with the certificate given, TLS 1.2 at least', () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/abc-1'
    const named = synthesise({ env: { DOMAIN: 'crm.acme.example', CERTIFICATE_ARN: certificate } }).app

    named.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['crm.acme.example'],
        ViewerCertificate: { AcmCertificateArn: certificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    })
    named.allResourcesProperties('AWS::Cognito::UserPoolClient', { CallbackURLs: ['https://crm.acme.example/'] })
  })

  test('tells browsers to use TLS only, to run only our scripts, and to guess nothing', () => {
    const policies = entriesOf(app, 'AWS::CloudFront::ResponseHeadersPolicy')
    const used = new Set(
      [config.DefaultCacheBehavior, ...config.CacheBehaviors].map((b) => targetOf(b.ResponseHeadersPolicyId)),
    )

    expect([...used].sort()).toEqual(policies.map(([id]) => id).sort())
    for (const [id, { Properties }] of policies) {
      const { SecurityHeadersConfig: security } = Properties.ResponseHeadersPolicyConfig
      expect(security.StrictTransportSecurity, id).toMatchObject({ AccessControlMaxAgeSec: 63_072_000, Override: true })
      expect(security.ContentTypeOptions, id).toEqual({ Override: true })
      const csp = JSON.stringify(security.ContentSecurityPolicy.ContentSecurityPolicy)
      expect(csp, id).toContain("default-src 'none'")
      expect(csp, id).toContain("frame-ancestors 'none'")
      expect(csp, id).not.toMatch(/script-src[^;]*unsafe|\*/)
      // What the API answers may bring its own, which is no looser: it allows one style sheet by its hash, and forms.
      expect(security.ContentSecurityPolicy.Override, id).toBe(
        !Properties.ResponseHeadersPolicyConfig.Name.endsWith('-api'),
      )
    }
  })

  test('says that no answer of the API may be stored', () => {
    app.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        CustomHeadersConfig: { Items: [{ Header: 'cache-control', Value: 'no-store', Override: true }] },
      },
    })
  })
})

describe('addresses of pages', () => {
  const fileOf = (uri: string): string =>
    runInNewContext(`${PAGE_FILES}; handler({ request: { uri: ${JSON.stringify(uri)} } }).uri`)

  test.each([
    ['/', '/index.html'],
    ['/docs', '/docs.html'],
    ['/docs.js', '/docs.js'],
    ['/docs/swagger-ui.css', '/docs/swagger-ui.css'],
    ['/console.css', '/console.css'],
    ['/deep/', '/deep/index.html'],
  ])('%s is the file %s', (uri, file) => {
    expect(fileOf(uri)).toBe(file)
  })
})

describe('the firewall', () => {
  const [, acl] = present(entriesOf(app, 'AWS::WAFv2::WebACL')[0])

  test('limits each address, the size of bodies, and knows the common attacks', () => {
    expect(acl.Properties.Scope).toBe('CLOUDFRONT')
    expect(acl.Properties.Rules.map(({ Name }: { Name: string }) => Name)).toEqual([
      'rate-per-address',
      'body-size',
      'common',
    ])
    expect(acl.Properties.Rules[0].Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'IP',
      EvaluationWindowSec: 300,
    })
    expect(acl.Properties.Rules[0].Action.Block.CustomResponse).toMatchObject({ ResponseCode: 429 })
    expect(acl.Properties.Rules[1].Action.Block.CustomResponse).toMatchObject({ ResponseCode: 413 })
  })

  test('keeps no samples: they would hold tokens', () => {
    const kept = [acl.Properties, ...acl.Properties.Rules].map(
      ({ VisibilityConfig }) => VisibilityConfig.SampledRequestsEnabled,
    )

    expect(kept).not.toContain(true)
  })

  test('allows bodies up to what the application takes, and says the same number', () => {
    expect(BODY_BYTES_MAX).toBe(APPLICATION_BODY_BYTES_MAX)
  })

  test('refuses exactly the lengths above it', () => {
    const isTooLong = (length: number): boolean => new RegExp(TOO_LONG).test(String(length))

    for (let length = BODY_BYTES_MAX - 5_000; length <= BODY_BYTES_MAX + 50_000; length++) {
      if (isTooLong(length) !== length > BODY_BYTES_MAX) throw new Error(`wrong about ${length}`)
    }
    fc.assert(fc.property(fc.nat({ max: 10_000_000_000 }), (length) => isTooLong(length) === length > BODY_BYTES_MAX))
  })

  test('stands in us-east-1, where distributions look for it, wherever the rest is', () => {
    const abroad = synthesise({ env: { CDK_DEFAULT_REGION: 'eu-central-1', CDK_DEFAULT_ACCOUNT: '123456789012' } })

    expect(edge).toBeUndefined()
    abroad.app.resourceCountIs('AWS::WAFv2::WebACL', 0)
    abroad.edge?.resourceCountIs('AWS::WAFv2::WebACL', 1)
    abroad.app.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        WebACLId: { 'Fn::GetStackOutput': Match.objectLike({ StackName: 'rapport-test-edge', Region: 'us-east-1' }) },
      },
    })
  })
})

describe('browsers of other origins', () => {
  test('may call when they are listed, and then as on a laptop', () => {
    const { app: open } = synthesise({ env: { CORS_ORIGINS: 'https://a.example, https://b.example' } })
    const [, api] = present(entriesOf(open, 'AWS::ApiGatewayV2::Api')[0])

    const cors = api.Properties.Body['x-amazon-apigateway-cors']
    expect(cors).toMatchObject({
      allowOrigins: ['https://a.example', 'https://b.example'],
      allowCredentials: false,
    })
    expect(cors.allowMethods.toSorted()).toEqual(corsMethods.toSorted())
    expect(cors.allowHeaders.toSorted()).toEqual(corsRequestHeaders.toSorted())
    expect(cors.exposeHeaders.toSorted()).toEqual(corsReplyHeaders.toSorted())
  })

  test('may not call while none is listed', () => {
    app.hasResourceProperties('AWS::ApiGatewayV2::Api', { Body: { 'x-amazon-apigateway-cors': Match.absent() } })
  })
})

describe('sign-in', () => {
  test('is by code with PKCE, without a secret, and tokens are short-lived and rotate', () => {
    app.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email'],
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes' },
      RefreshTokenRotation: { Feature: 'ENABLED' },
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})
