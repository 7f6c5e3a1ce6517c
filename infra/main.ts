import { join } from 'node:path'
import { Code } from 'aws-cdk-lib/aws-lambda'
import { routes } from '../functions/api/routes.ts'
import { manifest } from '../functions/manifest.ts'
import { createApp } from './app.ts'
import { bundle } from './bundle.ts'
import { readConfig } from './config.ts'
import { collectSite } from './site.ts'
import { summary } from './summary.ts'

/**
 * `node infra/main.ts`: bundles, writes the templates and prints what is in them. `cdk` runs it too, so a deployment never
 * uploads a bundle older than its source.
 */
const root = join(import.meta.dirname, '..')
const bundles = await bundle(root, join(root, 'dist/functions'), manifest)

const { app } = createApp({
  config: readConfig(process.env),
  manifest,
  routes,
  codeOf: ({ name }) => Code.fromAsset(bundles.get(name)?.directory ?? '', { exclude: ['**/*.map'] }),
  site: collectSite(root, join(root, 'dist/site')),
  outdir: process.env.CDK_OUTDIR ?? join(root, 'cdk.out'),
})
process.stderr.write(summary(app.synth()))
