/**
 * `node test/bench/bundles.ts [rounds]`: what each bundle weighs, what makes it heavy, and how long it takes to start, beside the
 * plain bundle of the same function. JSON on the standard output, a summary on the other.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { manifest } from '../../functions/manifest.ts'
import { type Bundle, bundle, filesOf, untrimmed } from '../../infra/bundle.ts'
import { EVENTS, type Sample, start } from './bundle-start.ts'

const root = join(import.meta.dirname, '../..')
const outdir = mkdtempSync(join(tmpdir(), 'rapport-bundles-'))
const rounds = Number(process.argv[2] ?? 15)

/** Init of the plain bundle times this, and these bytes, are what the API may take. */
const TARGETS = { initRatioMax: 0.68, gzipBytesMax: 150 * 1024 }

interface Weight {
  files: number
  bytes: number
  gzipBytes: number
}

/** Sum over files as they are uploaded, each compressed on its own. */
function weigh(files: readonly string[]): Weight {
  const contents = files.map((file) => readFileSync(join(root, file)))
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)
  return {
    files: files.length,
    bytes: sum(contents.map((content) => content.length)),
    gzipBytes: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  }
}

/** Minified bytes by package, or by folder for our own. */
function contributors({ outputs }: Metafile, files: readonly string[]): Record<string, number> {
  const bytes = new Map<string, number>()
  for (const file of files) {
    for (const [input, { bytesInOutput }] of Object.entries(outputs[file]?.inputs ?? {})) {
      const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split('/').slice(0, 2).join('/')
      bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput)
    }
  }
  return Object.fromEntries([...bytes].sort(([, a], [, b]) => b - a).slice(0, 12))
}

const outputOf = ({ outputs }: Metafile, entryPoint: RegExp): string[] =>
  Object.entries(outputs).flatMap(([file, output]) => (entryPoint.test(output.entryPoint ?? '') ? [file] : []))

/** What is loaded before the first event: the entry point and the production dependencies it waits for. */
function started({ metafile }: Bundle): string[] {
  const entries = outputOf(metafile, /^start:|production\.ts$/)
  return filesOf(metafile, entries, 'load')
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
const round = (value: number): number => Math.round(value * 100) / 100

function timesOf(samples: readonly Sample[]) {
  const totals = samples.map(({ importMs, callMs }) => importMs + callMs)
  return {
    status: samples[0]?.status,
    importMs: round(median(samples.map(({ importMs }) => importMs))),
    firstCallMs: round(median(samples.map(({ callMs }) => callMs))),
    totalMs: { median: round(median(totals)), min: round(Math.min(...totals)) },
  }
}

const specs = manifest.filter(({ entry }) => existsSync(join(root, `functions/${entry}.ts`)))
const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/x-amz-json-1.0').end('{}')
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const address = server.address()
const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

try {
  const bundles = await bundle(root, join(outdir, 'trimmed'), specs)
  const functions: Record<string, object> = {}
  for (const spec of specs) {
    const trimmed = bundles.get(spec.name)
    if (!trimmed) continue
    const plain = await build({ ...untrimmed(root, spec), outdir: join(outdir, 'plain', spec.name) })
    const before = join(outdir, 'plain', spec.name, `${spec.entry}.mjs`)
    const after = join(trimmed.directory, `${spec.entry}.mjs`)
    const event = EVENTS[spec.on.kind]
    const pairs: { plain: Sample; trimmed: Sample }[] = []
    for (let i = 0; i < rounds; i++) {
      const [first, second] = i % 2 === 0 ? [before, after] : [after, before]
      const samples = new Map([
        [first, await start(first, event, endpoint)],
        [second, await start(second, event, endpoint)],
      ])
      pairs.push({ plain: samples.get(before) as Sample, trimmed: samples.get(after) as Sample })
    }
    const total = ({ importMs, callMs }: Sample): number => importMs + callMs
    const ratio = median(pairs.map((pair) => total(pair.trimmed) / total(pair.plain)))
    const atStart = started(trimmed)
    functions[spec.name] = {
      atStart: weigh(atStart),
      ever: weigh(filesOf(trimmed.metafile, outputOf(trimmed.metafile, /^start:/), 'ever')),
      plain: weigh(outputOf(plain.metafile, /^functions\//)),
      contributors: contributors(trimmed.metafile, atStart),
      init: {
        rounds,
        plain: timesOf(pairs.map((pair) => pair.plain)),
        trimmed: timesOf(pairs.map((pair) => pair.trimmed)),
        ratio: round(ratio),
      },
    }
    const { atStart: weight } = functions[spec.name] as { atStart: Weight }
    process.stderr.write(
      `${spec.name}: ${Math.round(weight.bytes / 1024)} KB, ${Math.round(weight.gzipBytes / 1024)} KB gzip, starts in ${round(ratio)} of the plain bundle\n`,
    )
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim()
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`
  const bench = { bench: 'bundles', machine, node: process.version, commit, targets: TARGETS, functions }
  process.stdout.write(`${JSON.stringify(bench, null, 2)}\n`)
} finally {
  server.close()
  rmSync(outdir, { recursive: true, force: true })
}
