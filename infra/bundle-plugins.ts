import { isBuiltin } from 'node:module'
import type { Layout } from '@rapport/kernel/layout'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import type { Plugin } from 'esbuild'

/**
 * Takes Node's own modules by `process.getBuiltinModule` instead of `import`: as ES modules they cost tens of milliseconds,
 * because all their exports are enumerated and wrapped at start-up.
 */
export const builtinsByCall: Plugin = {
  name: 'builtins-by-call',
  setup(build) {
    build.onResolve({ filter: /^[a-z_:/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin', sideEffects: false } : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
      loader: 'js',
    }))
  },
}

/**
 * Loads `production.ts`, with the database's client, together with the entry point that asks for it at the first event. Lambda
 * gives start-up a whole processor and the first event a share of one (0.3 at 512 MB), so work moved there takes a third of the time.
 */
export const loadAtStart = (root: string): Plugin => ({
  name: 'load-at-start',
  setup(build) {
    build.onResolve({ filter: /^start:/ }, ({ path }) => ({ path: path.slice('start:'.length), namespace: 'start' }))
    build.onLoad({ filter: /.*/, namespace: 'start' }, ({ path }) => ({
      contents: `export { handler } from './functions/${path}.ts'\nawait import('./packages/lambda/src/production.ts')`,
      resolveDir: root,
    }))
  },
})

/**
 * Gives the bundle what ElectroDB says of every kind of item instead of ElectroDB: that is the same each time, and to load it and
 * ask it was a third of what the API read at start.
 */
export const withLayouts = (layouts: Readonly<Record<string, Layout>>): Plugin => ({
  name: 'with-layouts',
  setup(build) {
    build.onResolve({ filter: /^\.\/layout\.ts$/ }, ({ importer }) =>
      importer.includes('/packages/kernel/')
        ? { path: 'layouts', namespace: 'layouts', sideEffects: false }
        : undefined,
    )
    build.onLoad({ filter: /.*/, namespace: 'layouts' }, () => ({
      // A string that is parsed costs less at start than an object that is compiled.
      contents: `let known
export function layoutOf({ name }) {
  known ??= JSON.parse(${JSON.stringify(JSON.stringify(layouts))})
  return known[name]
}`,
      loader: 'js',
    }))
  },
})

/** A module that stands in for another. `importedBy` limits it to imports from files whose path contains this. */
interface StandIn {
  module: RegExp
  importedBy?: string
  contents: string
}

/** What no function on Lambda ever runs, and why that is sure. */
const always: readonly StandIn[] = [
  {
    // Lambda gives credentials in the environment, and `production.ts` hands them over. The chain of profiles, single sign-on,
    // processes and web identities is for laptops, which do not run bundles.
    module: /^@aws-sdk\/credential-provider-node$/,
    contents: `export const defaultProvider = () => async () => { throw new Error('Lambda gives credentials in the environment.') }`,
  },
  {
    // Remembers endpoints that DynamoDB was asked for. Only asked for when that is turned on, and it never is.
    module: /^@aws-sdk\/endpoint-cache$/,
    contents: 'export class EndpointCache { get() {} set() {} has() { return false } delete() {} clear() {} }',
  },
]

/** Leaves out what is never run, and the clients for what the function has no grant for: it could not use them anyway. */
export function leaveOut(spec: Pick<FunctionSpec, 'on' | 'grants'>): Plugin {
  const standIns = [...always, ...notGranted(spec)]
  return {
    name: 'leave-out',
    setup(build) {
      for (const [index, { module, importedBy = '' }] of standIns.entries()) {
        build.onResolve({ filter: module }, ({ importer }) =>
          importer.includes(importedBy)
            ? { path: String(index), namespace: 'stand-in', sideEffects: false }
            : undefined,
        )
      }
      build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
        contents: standIns[Number(path)]?.contents ?? '',
        loader: 'js',
      }))
      build.onLoad({ filter: /@aws-sdk[\\/]client-[^\\/]+[\\/]package\.json$/ }, versionOnly)
    },
  }
}

function notGranted({ on, grants }: Pick<FunctionSpec, 'on' | 'grants'>): StandIn[] {
  const needed: Record<string, boolean> = {
    bus: grants.includes('bus:publish'),
    mailer: grants.includes('mail:send'),
    files: grants.some((grant) => grant.startsWith('files:')),
    identity: grants.some((grant) => grant.startsWith('users:')),
    tokens: on.kind === 'http',
  }
  return Object.entries(needed).flatMap(([file, isNeeded]) =>
    isNeeded
      ? []
      : [{ module: new RegExp(`^\\./${file}\\.ts$`), importedBy: '/lambda/src/production', contents: refuse(file) }],
  )
}

const refuse = (file: string): string =>
  `throw new Error('The manifest gives this function no grant for ${file}.')
export const eventBridgeBus = 0, sesMailer = 0, s3Files = 0, cognitoIdentity = 0, tokenVerifier = 0`

/** A client tells its version and nothing else of its package. */
async function versionOnly({ path }: { path: string }): Promise<{ contents: string; loader: 'json' }> {
  const { default: manifest } = (await import(path, { with: { type: 'json' } })) as { default: { version: string } }
  return { contents: JSON.stringify({ version: manifest.version }), loader: 'json' }
}
