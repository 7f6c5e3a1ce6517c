import { copyFile, mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Layout } from '@rapport/kernel/layout'
import { FONT_FILES } from '@rapport/lambda/fonts'
import type { FunctionSpec } from '@rapport/lambda/manifest'
import { type BuildOptions, build, type Metafile } from 'esbuild'
import { builtinsByCall, leaveOut, loadAtStart, withLayouts } from './bundle-plugins.ts'
import { everyLayout } from './layouts.ts'

/** What a bundle needs to know of a function. */
export type Bundled = Pick<FunctionSpec, 'name' | 'entry' | 'on' | 'grants'>

export interface Bundle {
  /** What is uploaded. */
  directory: string
  /** Relative to the root of the repository. */
  metafile: Metafile
}

/**
 * Bundles every function, all at once, the AWS SDK included: what was tested is what runs, and start-up reads only what it uses.
 * ES modules, because only these are split into what start-up needs and what is loaded when used (mail, token checks). A build for
 * each function, because esbuild keeps in a shared file whatever any of its entries needs.
 */
export async function bundle(
  root: string,
  outdir: string,
  functions: readonly Bundled[],
): Promise<Map<string, Bundle>> {
  await rm(outdir, { recursive: true, force: true })
  const layouts = await everyLayout()
  const made = functions.map(async (spec): Promise<[string, Bundle]> => {
    const directory = join(outdir, spec.name)
    const { metafile } = await build({ ...trimmed(root, spec, layouts), outdir: directory })
    if (PDF in metafile.inputs) await takeFonts(root, directory)
    return [spec.name, { directory, metafile }]
  })
  return new Map(await Promise.all(made))
}

/** Reads font files by the names of their packages; no bundler sees them. */
const PDF = 'packages/lambda/src/pdf.ts'

/** Fonts stand where Node looks for packages, beside the code. */
async function takeFonts(root: string, directory: string): Promise<void> {
  for (const file of Object.values(FONT_FILES)) {
    const to = join(directory, 'node_modules', file)
    await mkdir(dirname(to), { recursive: true })
    await copyFile(join(root, 'node_modules', file), to)
  }
}

const trimmed = (root: string, spec: Bundled, layouts: Readonly<Record<string, Layout>>) =>
  ({
    ...untrimmed(root, spec),
    entryPoints: [{ in: `start:${spec.entry}`, out: spec.entry }],
    banner: {},
    splitting: true,
    // Beside the bundles for reading a stack, not uploaded.
    sourcemap: 'external',
    chunkNames: 'chunks/[name]-[hash]',
    plugins: [loadAtStart(root), withLayouts(layouts), builtinsByCall, leaveOut(spec)],
  }) satisfies BuildOptions

/** The plain bundle that benches compare with: one file, nothing left out. */
export const untrimmed = (root: string, { entry }: Pick<Bundled, 'entry'>) =>
  ({
    absWorkingDir: root,
    entryPoints: [{ in: `functions/${entry}.ts`, out: entry }],
    bundle: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    // The SDK's ES modules lose what is not used; its CommonJS keeps everything.
    mainFields: ['module', 'main'],
    // ElectroDB is CommonJS and calls `require`, which ES modules do not have.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    minify: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  }) satisfies BuildOptions

/** Which imports to follow: those that loading a file needs, or all. */
export type Reach = 'load' | 'ever'

/** An output file and all it loads, as the metafile names them. */
export function filesOf({ outputs }: Metafile, entries: readonly string[], reach: Reach): string[] {
  const found = new Set(entries)
  for (const file of found) {
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (!external && (reach === 'ever' || kind !== 'dynamic-import')) found.add(path)
    }
  }
  return [...found]
}
