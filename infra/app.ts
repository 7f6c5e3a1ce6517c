import type { FunctionSpec } from '@rapport/lambda/manifest'
import { App, Stack as CdkStack, type Stack, Tags } from 'aws-cdk-lib'
import type { Code } from 'aws-cdk-lib/aws-lambda'
import cdkJson from '../cdk.json' with { type: 'json' }
import { AppStack } from './app-stack.ts'
import type { Config } from './config.ts'
import { DataStack } from './data-stack.ts'
import type { GatewayRoute } from './http-api.ts'
import { checkApp } from './nag.ts'
import type { SiteFiles } from './site.ts'
import { createWebAcl } from './web-acl.ts'

export interface AppProps {
  config: Config
  manifest: readonly FunctionSpec[]
  routes: readonly GatewayRoute[]
  codeOf(spec: FunctionSpec): Code
  site: SiteFiles
  outdir?: string
  /** Whether the templates are also held against CloudFormation's own schemas, which takes seconds. They are unless this is false. */
  checksSchemas?: boolean
}

export interface Stacks {
  app: App
  data: DataStack
  application: AppStack
}

/** Where distributions take their firewall and their certificate from. */
const EDGE_REGION = 'us-east-1'

/** Both stacks, checked. Outside us-east-1 the firewall gets a third, small one there. */
export function createApp({ config, manifest, routes, codeOf, site, outdir, checksSchemas = true }: AppProps): Stacks {
  const app = new App({
    context: cdkJson.context,
    builtinCloudFormationValidation: checksSchemas,
    ...(outdir && { outdir }),
  })
  checkApp(app)
  const { account, region, stage } = config
  const env = { ...(account && { account }), ...(region && { region }) }
  const data = new DataStack(app, `rapport-${stage}-data`, config, { env, description: 'Rapport: what must survive.' })
  const application = new AppStack(app, `rapport-${stage}-app`, {
    env,
    description: 'Rapport: what can be deployed again.',
    config,
    data,
    manifest,
    routes,
    codeOf,
    site,
    webAclArnIn: (stack) => createWebAcl(homeOfWebAcl(stack, app, config), stage).attrArn,
  })
  Tags.of(app).add('app', 'rapport')
  Tags.of(app).add('stage', stage)
  return { app, data, application }
}

function homeOfWebAcl(stack: Stack, app: App, { account, region, stage }: Config): Stack {
  if (!region || region === EDGE_REGION) return stack
  return new CdkStack(app, `rapport-${stage}-edge`, {
    env: { region: EDGE_REGION, ...(account && { account }) },
    description: 'Rapport: the firewall, which must stand in us-east-1.',
  })
}
