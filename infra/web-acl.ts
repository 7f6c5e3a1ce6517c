import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2'
import type { Construct } from 'constructs'

/** Requests from one address in five minutes. An office of a hundred people behind one address stays below. */
const REQUESTS_PER_ADDRESS_MAX = 6_000

/** Largest body the application reads, in bytes. */
export const BODY_BYTES_MAX = 262_144

/** Decimal numbers above BODY_BYTES_MAX: WAF compares the length of a header, not its value, so the value is matched as text. */
export const TOO_LONG =
  '^0*(26214[5-9]|2621[5-9][0-9]|262[2-9][0-9]{2}|26[3-9][0-9]{3}|2[7-9][0-9]{4}|[3-9][0-9]{5}|[1-9][0-9]{6,})$'

/**
 * The firewall in front of the distribution. Distributions only take web ACLs of us-east-1.
 * https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html
 */
export function createWebAcl(scope: Construct, stage: string): CfnWebACL {
  return new CfnWebACL(scope, 'WebAcl', {
    name: `rapport-${stage}`,
    scope: 'CLOUDFRONT',
    defaultAction: { allow: {} },
    visibilityConfig: measured('all'),
    customResponseBodies: {
      rate: problem('rate.exceeded', 'Too many requests from this address. Wait five minutes.'),
      size: problem('body.too_large', `A body may have ${BODY_BYTES_MAX} bytes.`),
    },
    rules: [
      {
        name: 'rate-per-address',
        priority: 0,
        action: {
          block: { customResponse: { responseCode: 429, customResponseBodyKey: 'rate', responseHeaders: RETRY } },
        },
        statement: {
          rateBasedStatement: { aggregateKeyType: 'IP', evaluationWindowSec: 300, limit: REQUESTS_PER_ADDRESS_MAX },
        },
        visibilityConfig: measured('rate-per-address'),
      },
      {
        name: 'body-size',
        priority: 1,
        action: { block: { customResponse: { responseCode: 413, customResponseBodyKey: 'size' } } },
        statement: {
          regexMatchStatement: {
            fieldToMatch: { singleHeader: { Name: 'content-length' } },
            regexString: TOO_LONG,
            textTransformations: [{ priority: 0, type: 'NONE' }],
          },
        },
        visibilityConfig: measured('body-size'),
      },
      {
        name: 'common',
        priority: 2,
        overrideAction: { none: {} },
        statement: {
          managedRuleGroupStatement: {
            vendorName: 'AWS',
            name: 'AWSManagedRulesCommonRuleSet',
            ruleActionOverrides: COUNTED.map((name) => ({ name, actionToUse: { count: {} } })),
          },
        },
        visibilityConfig: measured('common'),
      },
    ],
  })
}

const RETRY = [{ name: 'retry-after', value: '300' }]

/**
 * Rules that would refuse honest work: they look into bodies, and a CRM's bodies are free text. A note may quote a script, a link
 * or a path, and an import exceeds 8 KB. They are counted, and the application validates and escapes.
 */
const COUNTED = [
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericRFI_BODY',
  'GenericLFI_BODY',
  'EC2MetaDataSSRF_BODY',
]

const measured = (metricName: string) => ({
  metricName: `rapport-${metricName}`,
  cloudWatchMetricsEnabled: true,
  // Samples keep whole requests for three hours, tokens in headers included.
  sampledRequestsEnabled: false,
})

const problem = (code: string, detail: string) => ({
  contentType: 'APPLICATION_JSON',
  content: JSON.stringify({ type: 'about:blank', title: detail, detail, code }),
})
