import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { builtinsByCall, leaveOut } from './bundle-plugins.ts'

export interface Bundles {
  metafile: Metafile
  /** The directory that is uploaded for a function. */
  directoryOf(spec: Pick<FunctionSpec, 'name'>): string
}

/**
 * Bundles every function in one call, the AWS SDK included: what was tested is what runs, and init reads what it uses only.
 * ES modules, because only these are split into what start-up needs and what is loaded when used (mail, the API document, token
 * checks). Source maps stay beside the bundles for reading a stack; they are not uploaded.
 */
export async function bundle(
  root: string,
  outdir: string,
  functions: readonly Pick<FunctionSpec, 'name' | 'entry'>[],
): Promise<Bundles> {
  const all = join(outdir, 'all')
  await rm(outdir, { recursive: true, force: true })
  const { metafile } = await build({
    ...bundled(root, functions),
    outdir: all,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    sourcemap: 'external',
    plugins: [builtinsByCall, leaveOut],
  })
  const directoryOf = ({ name }: Pick<FunctionSpec, 'name'>): string => join(outdir, name)
  for (const spec of functions) {
    for (const file of filesOf(metafile, `${relative(root, all)}/${spec.entry}.mjs`)) {
      const target = join(directoryOf(spec), relative(all, resolve(root, file)))
      await mkdir(dirname(target), { recursive: true })
      await copyFile(resolve(root, file), target)
    }
  }
  return { metafile, directoryOf }
}

/** What every bundle has in common, also the untrimmed one that benches compare with. */
export const bundled = (root: string, functions: readonly Pick<FunctionSpec, 'entry'>[]) =>
  ({
    absWorkingDir: root,
    entryPoints: functions.map(({ entry }) => ({ in: `functions/${entry}.ts`, out: entry })),
    bundle: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    // The SDK's ES modules lose what is not used; its CommonJS keeps everything.
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }) satisfies BuildOptions

/** Which imports to follow: those that start-up needs, or all. */
export type Reach = 'start' | 'ever'

/** An output file and all it loads, as the metafile names them. */
export function filesOf({ outputs }: Metafile, entry: string, reach: Reach = 'ever'): string[] {
  const found = new Set([entry])
  for (const file of found) {
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (!external && (reach === 'ever' || kind !== 'dynamic-import')) found.add(path)
    }
  }
  return [...found]
}
