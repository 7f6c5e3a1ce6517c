import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { Template } from 'aws-cdk-lib/assertions'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { manifest } from '../../functions/manifest.ts'
import { createApp, type Stacks } from '../../infra/app.ts'
import { readConfig } from '../../infra/config.ts'
import type { GatewayRoute } from '../../infra/http-api.ts'

export interface Synthesised {
  data: Template
  app: Template
  /** Only outside us-east-1. */
  edge: Template | undefined
}

export interface Overrides {
  env?: Record<string, string>
  manifest?: readonly FunctionSpec[]
  routes?: readonly GatewayRoute[]
  checksSchemas?: boolean
  /** Changes the stacks before they are written, to see a check fail. */
  change?(stacks: Stacks): unknown
}

const someRoutes: readonly GatewayRoute[] = [
  { method: 'GET', path: '/v1/accounts' },
  { method: 'POST', path: '/v1/accounts' },
  { method: 'GET', path: '/v1/accounts/{id}' },
  { method: 'GET', path: '/health' },
]

/** The templates as a deployment would send them, with an empty file for each bundle: nothing is bundled here. */
export function synthesise({ env = {}, change, ...given }: Overrides = {}): Synthesised {
  const home = mkdtempSync(join(tmpdir(), 'rapport-infra-'))
  const asset = join(home, 'asset')
  try {
    mkdirSync(asset)
    writeFileSync(join(asset, 'file'), '')
    const stacks = createApp({
      config: readConfig({ STAGE: 'test', MAIL_INBOUND: 'support@in.example.com', ...env }),
      manifest,
      routes: someRoutes,
      codeOf: () => Code.fromAsset(asset),
      site: { directory: asset },
      outdir: join(home, 'cdk.out'),
      checksSchemas: false,
      ...given,
    })
    change?.(stacks)
    const made = stacks.app.synth().stacks
    const template = (suffix: string): Template | undefined => {
      const stack = made.find(({ stackName }) => stackName.endsWith(suffix))
      return stack && Template.fromJSON(stack.template)
    }
    return { data: present(template('-data')), app: present(template('-app')), edge: template('-edge') }
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}

/** Resources of a type by logical id. Their properties are whatever CloudFormation takes, which nothing types. */
export const entriesOf = (template: Template, type: string) => Object.entries(template.findResources(type))

/** Those that stand below a function of the manifest, found by its part of the logical id. */
export function below(template: Template, type: string, functionName: string) {
  const home = functionName.replace(/(^|-)([a-z0-9])/g, (_, _dash, letter: string) => letter.toUpperCase())
  return entriesOf(template, type).filter(([id]) => id.startsWith(`Functions${home}`))
}

/** The logical id that a reference names: `{ Ref }` or `{ Fn::GetAtt }`. */
export const targetOf = (reference: unknown): string | undefined => {
  const { Ref, 'Fn::GetAtt': attribute } = (reference ?? {}) as { Ref?: string; 'Fn::GetAtt'?: [string, string] }
  return Ref ?? attribute?.[0]
}

export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('It is not there.')
  return value
}
