import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { type Cloud, startCloud } from './cloud.ts'
import { seedDemo, seedPeople } from './seed.ts'
import { SetupProblem } from './setup-problem.ts'

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3_000),
  DATA_DIR: z.string().min(1).default('.data'),
  SEED: z.enum(['demo', 'none']).default('demo'),
})

const self = fileURLToPath(import.meta.url)

if (process.argv.includes('--watch')) runWatched()
else run().catch(fail)

async function run(): Promise<void> {
  refuseProduction(process.env)
  const settings = Settings.safeParse(process.env)
  if (!settings.success) throw new SetupProblem(z.prettifyError(settings.error))
  const { PORT: port, DATA_DIR, SEED } = settings.data
  const dataDir = resolve(DATA_DIR)

  let isEnding = false
  let cloud: Cloud | undefined
  const end = (signal: NodeJS.Signals): void => {
    if (isEnding) process.exit(1)
    isEnding = true
    say(`\n${signal}: stopping. Once more to force it.`)
    ;(cloud?.stop() ?? Promise.resolve()).then(() => process.exit(0), fail)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  // A reader that has gone, such as `head`, must not keep us from ending what we started.
  process.stdout.on('error', () => {})

  const seed = SEED === 'demo' ? seedDemo : seedPeople
  cloud = await startCloud({ port, dataDir, seed, viewer: true })
  if (isEnding) await cloud.stop()
  else await greet(cloud, dataDir)
}

/** Development users and an endpoint that hands out tokens have no place near real data. */
function refuseProduction({ NODE_ENV, AWS_LAMBDA_FUNCTION_NAME }: NodeJS.ProcessEnv): void {
  if (NODE_ENV === 'production' || AWS_LAMBDA_FUNCTION_NAME) {
    throw new SetupProblem('The local cloud does not start with NODE_ENV=production or on AWS Lambda.')
  }
}

async function greet({ url, viewerUrl }: Cloud, dataDir: string): Promise<void> {
  const file = join(dataDir, 'credentials.json')
  const users = JSON.parse(await readFile(file, 'utf8').catch(() => '[]')) as { email: string; role: string }[]
  say(`
  Rapport      ${url}
  API          ${url}/docs
  Mail         ${viewerUrl ?? `${url}/local/mail`}
  Health       ${url}/health
`)
  if (users.length > 0) {
    say(`  Development users, with their passwords in ${file}:`)
    for (const { email, role } of users) say(`    ${role.padEnd(12)} ${email}`)
  }
  say('\n  Ctrl-C stops everything.')
}

/** Starts this file anew whenever a module that it loaded changes. */
function runWatched(): void {
  const rest = process.argv.slice(2).filter((argument) => argument !== '--watch')
  const child = spawn(process.execPath, ['--watch', '--watch-preserve-output', self, ...rest], { stdio: 'inherit' })
  // Ctrl-C reaches the child too, and it decides when everything has stopped.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? 1))
}

function fail(error: unknown): void {
  const said = error instanceof SetupProblem ? error.message : error instanceof Error ? error.stack : String(error)
  process.stderr.write(`${said}\n`)
  process.exit(1)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
