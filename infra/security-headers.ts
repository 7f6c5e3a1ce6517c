import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { Construct } from 'constructs'

/** What browsers are told about each part of the site. */
export class SecurityHeaders extends Construct {
  readonly site: ResponseHeadersPolicy
  readonly docs: ResponseHeadersPolicy
  readonly api: ResponseHeadersPolicy

  constructor(scope: Construct, id: string, stage: string, calledUrls: readonly string[]) {
    super(scope, id)
    const policy = (
      part: string,
      contentSecurityPolicy: string,
      customHeaders: ResponseCustomHeader[],
      { isDefault = false } = {},
    ) =>
      new ResponseHeadersPolicy(this, part, {
        responseHeadersPolicyName: `rapport-${stage}-${part.toLowerCase()}`,
        securityHeadersBehavior: {
          strictTransportSecurity: { accessControlMaxAge: Duration.days(730), includeSubdomains: true, override: true },
          contentTypeOptions: { override: true },
          frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
          referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
          contentSecurityPolicy: { contentSecurityPolicy, override: !isDefault },
        },
        customHeadersBehavior: { customHeaders },
      })
    // The token endpoint stands on the sign-in's own host, files on the bucket's.
    this.site = policy('Site', pages("style-src 'self'", calledUrls), [PERMISSIONS])
    // Swagger UI writes style attributes.
    this.docs = policy('Docs', pages("style-src 'self' 'unsafe-inline'", calledUrls), [PERMISSIONS])
    // Pages behind the links in letters bring a policy of their own, which allows their one style sheet and their form.
    this.api = policy('Api', "default-src 'none'; frame-ancestors 'none'", [NO_STORE], { isDefault: true })
  }
}

const pages = (styles: string, calledUrls: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    styles,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${calledUrls.join(' ')}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

const PERMISSIONS = {
  header: 'permissions-policy',
  value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  override: true,
}

/** Also on answers that the gateway makes itself, such as 404 and 429. */
const NO_STORE = { header: 'cache-control', value: 'no-store', override: true }
