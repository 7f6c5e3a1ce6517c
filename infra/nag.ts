import { type App, CfnResource, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks, rules, ServerlessChecks } from 'cdk-nag'
import type { IConstruct } from 'constructs'

/** Checks the whole app when it is made into templates. A finding that nobody has accepted fails that. */
export function checkApp(app: App): void {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app))
}

/** Lets findings stand, each with its reason. A reason ends with the month in which somebody asks again whether it still holds. */
export function accept(construct: IConstruct, findings: Readonly<Record<string, string>>): void {
  for (const [id, reason] of Object.entries(findings)) {
    Validations.of(construct).acknowledge({ id, reason: `${reason} Ask again in 2027-11.` })
  }
}

/**
 * Lets wildcards in the policies below a construct stand, by default every one. For constructs of the library that write their own
 * policies, and for names that are only known when the templates are written: findings with tokens cannot be listed. The golden
 * file of grants shows what they hold.
 */
export function acceptWildcards(
  construct: IConstruct,
  reason: string,
  isMeant: (finding: string) => boolean = () => true,
): void {
  for (const node of construct.node.findAll()) {
    if (!CfnResource.isCfnResource(node)) continue
    const findings = rules.iam.IAMNoWildcardPermissions(node)
    if (!Array.isArray(findings)) continue
    accept(
      construct,
      Object.fromEntries(findings.filter(isMeant).map((finding) => [`AwsSolutions-IAM5[${finding}]`, reason])),
    )
  }
}
