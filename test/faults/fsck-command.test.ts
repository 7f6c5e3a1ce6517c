import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { tokenItem, tokenModel } from '@rapport/kernel/search'
import { dynamoTable } from '@rapport/lambda/table-dynamodb'
import { createTable } from '@rapport/local/create-table'
import { localAws } from '@rapport/local/credentials'
import { startEngine } from '@rapport/local/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { furnish } from '../support/furnished.ts'
import { itemsOf } from '../support/sound.ts'

let api: Api
let dir: string
beforeAll(async () => {
  api = await startApi()
  await furnish(api)
  dir = await mkdtemp(join(tmpdir(), 'rapport-fsck-'))
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
  await rm(dir, { recursive: true, force: true })
})

const COMMAND = fileURLToPath(new URL('../../packages/local/src/fsck-command.ts', import.meta.url))

/** Runs the command as a process of its own. */
const run = (
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const { AWS_ENDPOINT_URL_DYNAMODB: _, ...rest } = process.env
    execFile(process.execPath, [COMMAND, ...args], { env: { ...rest, ...env } }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

const stray = tokenModel.item(tokenItem('tea', 'acc_01kavm5g3t8z1r4y6w9x2c7b0d'))

test('the table of a data directory is checked, told about, and repaired', async () => {
  const dataDir = join(dir, 'data')
  const engine = await startEngine({ dataDir, endpoint: undefined })
  await createTable(engine.endpoint, 'rapport')
  const table = dynamoTable({ tableName: 'rapport', endpoint: engine.endpoint, ...localAws })
  for (const item of [...(await itemsOf(api)), stray]) await table.transact([{ put: item }], crypto.randomUUID())
  table.destroy()
  await engine.stop()

  const before = await run(['--data-dir', dataDir])
  const repaired = await run(['--data-dir', dataDir, '--repair'])
  const after = await run(['--data-dir', dataDir])

  expect({ code: before.code, out: before.out }).toMatchObject({
    code: 1,
    out: expect.stringMatching(/search\.orphan .*acc_01kavm5g3t8z1r4y6w9x2c7b0d.*: 1 findings/s),
  })
  expect({ code: repaired.code, out: repaired.out }).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 repairs done, 0 findings left'),
  })
  expect({ code: after.code, out: after.out }).toMatchObject({ code: 0, out: expect.stringContaining(': 0 findings') })
})

test('the table of an engine that runs is checked', async () => {
  const { endpoint, tableName } = api.raw

  const { code, out } = await run([], { AWS_ENDPOINT_URL_DYNAMODB: endpoint, TABLE_NAME: tableName })

  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('0 findings') })
})

test('an export of a table on AWS is checked without the table', async () => {
  const folder = join(dir, 'export', 'AWSDynamoDB', '0123', 'data')
  await mkdir(folder, { recursive: true })
  const lines = (await api.dump()).map((Item) => JSON.stringify({ Item }))
  await writeFile(join(folder, 'a.json.gz'), gzipSync(lines.slice(0, 40).join('\n')))
  await writeFile(join(folder, 'b.json.gz'), gzipSync(`${lines.slice(40).join('\n')}\n`))

  const { code, out } = await run(['--export', join(dir, 'export'), '--json'])

  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ itemCount: lines.length, findings: [] })
})

test('what cannot be checked is an error of its own', async () => {
  const nothing = await run(['--data-dir', join(dir, 'nothing')])
  const noExport = await run(['--export', await mkdtemp(join(dir, 'empty-'))])

  expect(nothing).toMatchObject({ code: 2, err: expect.stringContaining('There is no table in') })
  expect(noExport).toMatchObject({ code: 2, err: expect.stringContaining('There is no part of an export') })
})
