import { isBuiltin } from 'node:module'
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

/** A module that stands in for another. `importedBy` limits it to imports from one package. */
interface StandIn {
  module: RegExp
  importedBy?: string
  contents: string
}

/** What a function on Lambda never runs, and why it can be sure of that. */
const standIns: readonly StandIn[] = [
  {
    // Lambda gives credentials in the environment, and `production.ts` hands them over. The chain of profiles, single sign-on,
    // processes and web identities is for laptops, which do not run bundles.
    module: /^@aws-sdk\/credential-provider-node$/,
    contents: `export const defaultProvider = () => async () => { throw new Error('Lambda gives credentials in the environment.') }`,
  },
  {
    // Checks the shape of a model each time one is built. A test builds every model with the real one.
    module: /^jsonschema$/,
    importedBy: 'electrodb',
    contents: 'export class Validator { addSchema() {} validate() { return { valid: true, errors: [] } } }',
  },
  {
    // Only single entities are used; ElectroDB's services and transactions are not.
    module: /^\.\/src\/(service|transaction)$/,
    importedBy: 'electrodb',
    contents: 'export {}',
  },
  {
    // ElectroDB only makes keys and conditions here, the table's port sends them: its own client wrapper is never called. It
    // would pull in every command of both libraries, because it is CommonJS.
    module: /^@aws-sdk\/(lib|util)-dynamodb$/,
    importedBy: 'electrodb',
    contents: 'export {}',
  },
]

export const leaveOut: Plugin = {
  name: 'leave-out',
  setup(build) {
    for (const [index, { module, importedBy }] of standIns.entries()) {
      build.onResolve({ filter: module }, ({ importer }) =>
        importedBy === undefined || importer.includes(`/node_modules/${importedBy}/`)
          ? { path: String(index), namespace: 'stand-in', sideEffects: false }
          : undefined,
      )
    }
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({
      contents: standIns[Number(path)]?.contents ?? '',
      loader: 'js',
    }))
  },
}
