import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SetupProblem } from './setup-problem.ts'

export interface Engine {
  endpoint: string
  /** Undefined when the engine is not ours: an endpoint from the environment. */
  pid: number | undefined
  stop(): Promise<void>
}

export interface EngineOptions {
  /** Where the table's file lives; in memory without it. */
  dataDir?: string | undefined
  /** An engine that already runs, such as DynamoDB Local. By default what AWS_ENDPOINT_URL_DYNAMODB says. */
  endpoint?: string | undefined
}

const STOP_TIMEOUT_MS = 3_000
const START_TIMEOUT_MS = 10_000
const PORT_ATTEMPTS_MAX = 5

/** Starts DynamoDB on this machine. It dies with this process, however this process dies. */
export async function startEngine({
  dataDir,
  endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB,
}: EngineOptions = {}): Promise<Engine> {
  if (endpoint) return { endpoint, pid: undefined, stop: async () => {} }
  const binary = findBinary()
  const file = dataDir && resolve(dataDir, 'table.sqlite')
  const pidFile = dataDir && join(dataDir, 'engine.pid')
  if (dataDir) await mkdir(dataDir, { recursive: true, mode: 0o700 })
  if (file && pidFile) await endLeftover(pidFile, file)

  const { child, port } = await launch(binary, file)
  const pid = child.pid as number
  const endWatch = watch(pid)
  if (pidFile) await writeFile(pidFile, `${pid} ${process.pid}\n`)
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid,
    async stop() {
      endWatch()
      await end(child)
      if (pidFile) await rm(pidFile, { force: true })
    },
  }
}

function findBinary(): string {
  if (process.platform === 'linux' && process.arch === 'x64') {
    return fileURLToPath(new URL('dynoxide', import.meta.resolve('@dynoxide/linux-x64/package.json')))
  }
  throw new SetupProblem(
    `No database engine is bundled for ${process.platform}-${process.arch}. Start one yourself (the npm package "dynoxide", or ` +
      'DynamoDB Local) and set AWS_ENDPOINT_URL_DYNAMODB to its address, e.g. http://127.0.0.1:8000.',
  )
}

/** The engine cannot choose a free port itself, and one that was free a moment ago may be taken: try a few. */
async function launch(binary: string, file: string | undefined): Promise<{ child: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const args = ['serve', '--host', '127.0.0.1', '--port', String(port), ...(file ? ['--db-path', file] : [])]
    // In a group of its own, so that Ctrl-C reaches us and we end it after the work in flight.
    const child = spawn(binary, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
    const problem = await started(child)
    if (problem === undefined) return { child, port }
    if (!/in use/i.test(problem) || attempt >= PORT_ATTEMPTS_MAX)
      throw new Error(`The database engine did not start: ${problem}`)
  }
}

/** Undefined once the engine listens; what it said when it did not come up. */
function started(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let said = ''
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve(`no answer within ${START_TIMEOUT_MS} ms. ${said}`)
    }, START_TIMEOUT_MS)
    const settle = (problem?: string): void => {
      clearTimeout(timer)
      // Read on, or the engine would wait for us when it has something to say.
      child.stderr?.removeAllListeners('data').resume()
      resolve(problem)
    }
    child.stderr?.on('data', (chunk) => {
      said += chunk
      if (said.includes('listening on')) settle()
    })
    child.on('error', (error) => settle(error.message))
    child.on('exit', (code) => settle(said.trim() || `exit code ${code}`))
  })
}

/**
 * Ends the engine when this process is gone, even by `kill -9`: a shell waits on a pipe that the kernel closes with us. Answers
 * how to call it off, which must come first when the engine is stopped, because a process id may be used again.
 */
function watch(pid: number): () => void {
  const shell = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$0"', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  shell.unref()
  shell.on('error', () => {})
  return () => shell.kill('SIGKILL')
}

/** Ends the engine of a run that could not, and refuses to touch one whose owner still lives. */
async function endLeftover(pidFile: string, file: string): Promise<void> {
  const [pid, owner] = (await readFile(pidFile, 'utf8').catch(() => '')).trim().split(' ').map(Number)
  if (!pid || !(await serves(pid, file))) return
  if (owner && (await parentOf(pid)) === owner) {
    throw new SetupProblem(`${file} is in use by process ${owner}. Stop it, or choose another DATA_DIR.`)
  }
  process.kill(pid, 'SIGKILL')
  while (await serves(pid, file)) await new Promise((resolve) => setTimeout(resolve, 10))
}

/** Whether a process really is an engine on this file: process ids are used again. */
async function serves(pid: number, file: string): Promise<boolean> {
  const args = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
  return (args[0] ?? '').endsWith('dynoxide') && args.includes(file)
}

async function parentOf(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1]
  return parent === undefined ? undefined : Number(parent)
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await ended
  clearTimeout(timer)
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
