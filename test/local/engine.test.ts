import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { localAws } from '@rapport/local/credentials'
import { type Engine, startEngine } from '@rapport/local/engine'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryDir } from './support.ts'

const item = { pk: 'acc_1', sk: 'account', version: 1 }

async function start(dataDir: string): Promise<{ engine: Engine; table: ReturnType<typeof dynamoTable> }> {
  const engine = await startEngine({ dataDir })
  onTestFinished(engine.stop)
  await createTable(engine.endpoint, 'rapport')
  const table = dynamoTable({ tableName: 'rapport', endpoint: engine.endpoint, ...localAws })
  onTestFinished(table.destroy)
  return { engine, table }
}

test('an engine that was stopped has its data when it starts again', async () => {
  const dataDir = await temporaryDir()
  const first = await start(dataDir)
  await first.table.transact([{ put: item }], 'one')
  await first.engine.stop()

  const second = await start(dataDir)

  expect(await second.table.get({ pk: item.pk, sk: item.sk })).toEqual(item)
})

test('an engine that was killed has its data when it starts again', async () => {
  const dataDir = await temporaryDir()
  const first = await start(dataDir)
  await first.table.transact([{ put: item }], 'one')
  process.kill(-(first.engine.pid as number), 'SIGKILL')
  await first.engine.stop()

  const second = await start(dataDir)

  expect(await second.table.get({ pk: item.pk, sk: item.sk })).toEqual(item)
})

test('an engine dies with the process that started it, also by kill -9', async () => {
  const dataDir = await temporaryDir()
  const { owner, pid } = await startElsewhere(dataDir)

  owner.kill('SIGKILL')
  await gone(pid)

  const { table } = await start(dataDir)
  expect(await table.get({ pk: item.pk, sk: item.sk })).toBeUndefined()
})

test('a data directory that another process uses is refused, and its engine lives on', async () => {
  const dataDir = await temporaryDir()
  const { owner, pid } = await startElsewhere(dataDir)

  await expect(startEngine({ dataDir })).rejects.toThrow(`in use by process ${owner.pid}`)

  expect(() => process.kill(pid, 0)).not.toThrow()
})

test('a process that merely has the number of a former engine is left alone', async () => {
  const dataDir = await temporaryDir()
  const { engine } = await start(dataDir)
  await engine.stop()
  const bystander = spawn('sleep', ['60'])
  onTestFinished(() => void bystander.kill('SIGKILL'))
  const { writeFile } = await import('node:fs/promises')
  await writeFile(join(dataDir, 'engine.pid'), `${bystander.pid} 1\n`)

  await start(dataDir)

  expect(bystander.exitCode).toBeNull()
  expect(await readFile(join(dataDir, 'engine.pid'), 'utf8')).not.toContain(`${bystander.pid} `)
})

test('two engines run side by side', async () => {
  const [one, two] = await Promise.all([startEngine(), startEngine()])
  onTestFinished(one.stop)
  onTestFinished(two.stop)

  expect(one.endpoint).not.toBe(two.endpoint)
})

test('an endpoint that is given is used as it is', async () => {
  const engine = await startEngine({ endpoint: 'http://127.0.0.1:8000' })

  expect(engine).toMatchObject({ endpoint: 'http://127.0.0.1:8000', pid: undefined })
})

/** Starts an engine in a process of its own, which then waits. */
async function startElsewhere(dataDir: string): Promise<{ owner: ChildProcess; pid: number }> {
  const script = `
    const { startEngine } = await import(${JSON.stringify(import.meta.resolve('@rapport/local/engine'))})
    console.log((await startEngine({ dataDir: ${JSON.stringify(dataDir)} })).pid)
    setInterval(() => {}, 1_000)`
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void owner.kill('SIGKILL'))
  for await (const line of createInterface({ input: owner.stdout })) return { owner, pid: Number(line) }
  throw new Error('No engine was started.')
}

/** Resolves when a process has ended. */
async function gone(pid: number): Promise<void> {
  for (;;) {
    const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
    // A zombie has ended; who inherited it has not looked yet.
    if (state === '' || state.includes(') Z')) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
