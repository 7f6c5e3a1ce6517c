import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EventRow, eventModel, hourOf } from '@rapport/kernel/events'
import { instantOf, lowestIdAt } from '@rapport/kernel/ids'
import type { Item, Table } from '@rapport/kernel/table'
import type { Deps } from '@rapport/lambda/deps'
import type { FunctionSpec, Trigger } from '@rapport/lambda/manifest'
import { type Capacity, dynamoTable } from '@rapport/lambda/table-dynamodb'
import { type Cloud, type CloudOptions, startCloud } from '@rapport/local/cloud'
import { createTable } from '@rapport/local/create-table'
import { localAws } from '@rapport/local/credentials'
import { startEngine } from '@rapport/local/engine'
import { onTestFinished } from 'vitest'

export const NOW = new Date('2026-03-02T09:00:00.000Z')

/** A directory of the test's own. */
export async function temporaryDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'rapport-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

/** A table on an engine of its own. */
export async function freshTable(options: Partial<Parameters<typeof dynamoTable>[0]> = {}) {
  const engine = await startEngine()
  onTestFinished(engine.stop)
  const tableName = `table-${process.pid}-${Math.random().toString(36).slice(2)}`
  await createTable(engine.endpoint, tableName)
  const consumed: Capacity[] = []
  const table = dynamoTable({
    tableName,
    endpoint: engine.endpoint,
    ...localAws,
    onCapacity: (capacity) => consumed.push(capacity),
    ...options,
  })
  onTestFinished(table.destroy)
  return { engine, table, consumed, tableName }
}

export const spec = (name: string, on: Trigger, timeoutS = 10): FunctionSpec => ({
  name,
  entry: name,
  on,
  grants: [],
  timeoutS,
  memoryMb: 128,
  impact: 'A test fails.',
})

// What a stand-in takes is up to its trigger, and the test knows which one it declared.
export type StandIn = (event: never, deps: Deps) => Promise<unknown>

/** A cloud whose functions are the test's own. */
export async function standInCloud(
  functions: readonly [FunctionSpec, StandIn][],
  options: CloudOptions = {},
): Promise<Cloud> {
  const cloud = await startCloud({
    quiet: true,
    at: NOW,
    routes: [],
    manifest: functions.map(([one]) => one),
    load: async ({ name }) => ({
      create: (deps) => (event) => functions.find(([one]) => one.name === name)?.[1](event, deps) as Promise<unknown>,
    }),
    ...options,
  })
  onTestFinished(cloud.stop)
  return cloud
}

/** The event row number `count` of a record, as `commit` would store it. */
export function eventItem(count: number, type = 'account.updated', at = NOW): Item {
  const id = `${lowestIdAt('event', at).slice(0, -6)}${String(count).padStart(6, '0')}`
  const row: EventRow = {
    id,
    type,
    subject: { id: 'acc_1', kind: 'account' },
    at: at.toISOString(),
    actor: { type: 'user', id: 'usr_1' },
    requestId: 'req_1',
    txId: 'req_2',
    seq: 0,
    version: count,
    changed: [],
    schemaVersion: 1,
  }
  return eventModel.item({ ...row, timelineOf: 'acc_1', hour: hourOf(instantOf(id)), slot: '0' })
}

let tokens = 0

/** Writes event rows, each in a transaction of its own. */
export async function write(table: Table, ...items: Item[]): Promise<void> {
  for (const put of items) await table.transact([{ put, condition: { absent: true } }], `token-${++tokens}`)
}
