import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { manifest } from '../../functions/manifest.ts'
import { type Bundle, type Bundled, bundle, filesOf, untrimmed } from '../../infra/bundle.ts'
import { compareStarts, emptyTable, type StartComparison } from './bundle-start.ts'

const root = join(import.meta.dirname, '../..')

/** The start of the plain bundle times this, and these bytes, are what the API may take. */
const TARGETS = { initRatioMax: 0.68, gzipBytesMax: 150 * 1024 }

const CONTRIBUTORS_MAX = 12

export interface BundleReport {
  targets: typeof TARGETS
  functions: Record<string, Measured>
}

interface Measured {
  /** What is read before the first event. */
  atStart: Weight
  /** What is uploaded. */
  ever: Weight
  /** One file, nothing left out. */
  plain: Weight
  /** Minified bytes read at start by package, or by folder for our own. */
  contributors: Record<string, number>
  init: StartComparison
}

interface Weight {
  files: number
  bytes: number
  gzipBytes: number
}

/** What each bundle weighs, what makes it heavy, and how long it takes to start beside the plain bundle of the same function. */
export async function measureBundles(rounds = 15): Promise<BundleReport> {
  const outdir = mkdtempSync(join(tmpdir(), 'rapport-bundles-'))
  const table = await emptyTable()
  try {
    const functions: Record<string, Measured> = {}
    for (const [name, trimmed] of await bundle(root, join(outdir, 'trimmed'), manifest)) {
      const spec = manifest.find((one) => one.name === name)
      if (!spec) continue
      const measured = await measure(spec, trimmed, join(outdir, 'plain', name), { rounds, tableUrl: table.url })
      process.stderr.write(`${line(name, measured)}\n`)
      functions[name] = measured
    }
    return { targets: TARGETS, functions }
  } finally {
    table.stop()
    rmSync(outdir, { recursive: true, force: true })
  }
}

async function measure(
  spec: Bundled,
  trimmed: Bundle,
  plainDirectory: string,
  how: { rounds: number; tableUrl: string },
): Promise<Measured> {
  const plain = await build({ ...untrimmed(root, spec), outdir: plainDirectory })
  const [entry] = entriesOf(trimmed.metafile, /^start:/)
  // The entry point waits for the production dependencies, so they are read at start too.
  const atStart = filesOf(trimmed.metafile, entriesOf(trimmed.metafile, /^start:|production\.ts$/), 'load')
  return {
    atStart: weigh(atStart),
    ever: weigh(filesOf(trimmed.metafile, entry ? [entry] : [], 'ever')),
    plain: weigh(entriesOf(plain.metafile, /^functions\//)),
    contributors: contributors(trimmed.metafile, atStart),
    init: await compareStarts(
      join(plainDirectory, `${spec.entry}.mjs`),
      join(trimmed.directory, `${spec.entry}.mjs`),
      spec.on.kind,
      how,
    ),
  }
}

const entriesOf = ({ outputs }: Metafile, entryPoint: RegExp): string[] =>
  Object.entries(outputs).flatMap(([file, output]) => (entryPoint.test(output.entryPoint ?? '') ? [file] : []))

/** Sum over files as they are uploaded, each compressed on its own. */
function weigh(files: readonly string[]): Weight {
  const contents = files.map((file) => readFileSync(join(root, file)))
  return {
    files: files.length,
    bytes: sum(contents.map((content) => content.length)),
    gzipBytes: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  }
}

function contributors({ outputs }: Metafile, files: readonly string[]): Record<string, number> {
  const bytes = new Map<string, number>()
  for (const file of files) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split('/').slice(0, 2).join('/')
      bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput)
    }
  }
  return Object.fromEntries([...bytes].sort(([, a], [, b]) => b - a).slice(0, CONTRIBUTORS_MAX))
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

const line = (name: string, { atStart, init }: Measured): string =>
  `${name}: ${kilobytes(atStart.bytes)} KB, ${kilobytes(atStart.gzipBytes)} KB gzip at start, in ${init.ratio} of the plain bundle's time`

const kilobytes = (bytes: number): number => Math.round(bytes / 1024)

/** `node test/bench/bundles.ts [rounds]` prints the report as JSON, with machine, Node and commit. */
if (import.meta.main) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
  const report = await measureBundles(Number(process.argv[2] ?? 15))
  const made = { date: new Date().toISOString(), machine, node: process.version, commit, ...report }
  process.stdout.write(`${JSON.stringify(made, null, 2)}\n`)
}
