import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { startServer } from '@rapport/local/server'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryDir } from './support.ts'

const main = fileURLToPath(import.meta.resolve('@rapport/local/main'))

function start(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, SEED: 'none', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (code) => resolve(code)))

/** Resolves with what was printed once the last line of the greeting is there. */
async function greeting(child: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += chunk
    if (printed.includes('Ctrl-C stops')) return printed
  }
  throw new Error(`Ended early: ${printed}${child.stderr ? await text(child.stderr) : ''}`)
}

const failure = async (child: ChildProcess): Promise<string> => {
  const [said] = await Promise.all([child.stderr ? text(child.stderr) : '', ended(child)])
  return said
}

test.each([{ NODE_ENV: 'production' }, { AWS_LAMBDA_FUNCTION_NAME: 'api' }])(
  'with %j the local cloud does not start',
  async (env) => {
    const child = start({ PORT: '0', DATA_DIR: await temporaryDir(), ...env })

    expect(await failure(child)).toContain('does not start')
    expect(child.exitCode).toBe(1)
  },
)

test('a port that is taken is one clear line', async () => {
  const taken = await startServer(0)
  onTestFinished(taken.stop)
  const port = new URL(taken.url).port

  const said = await failure(start({ PORT: port, DATA_DIR: await temporaryDir() }))

  expect(said.trim().split('\n')).toHaveLength(1)
  expect(said).toContain(`Port ${port} is taken`)
})

test('a data directory that cannot be one is one clear line', async () => {
  const file = join(await temporaryDir(), 'file')
  await writeFile(file, '')

  const said = await failure(start({ PORT: '0', DATA_DIR: file }))

  expect(said.trim()).toBe(`${file} cannot hold data (EEXIST). Choose another: DATA_DIR=.data npm start`)
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'it prints where to go, and %s stops everything it started',
  async (signal) => {
    const dataDir = await temporaryDir()
    const child = start({ PORT: '0', DATA_DIR: dataDir })
    const printed = await greeting(child)
    const url = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? ''
    expect((await fetch(`${url}/health`)).status).toBe(200)
    const [engine] = (await readFile(join(dataDir, 'engine.pid'), 'utf8')).split(' ').map(Number)

    child.kill(signal)

    expect(await ended(child)).toBe(0)
    expect(() => process.kill(Number(engine), 0)).toThrow()
    await expect(fetch(url)).rejects.toThrow()
  },
)
