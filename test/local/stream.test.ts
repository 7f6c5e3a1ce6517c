import { unmarshall } from '@aws-sdk/util-dynamodb'
import { parseEvent } from '@rapport/kernel/events'
import { createFaults } from '@rapport/local/faults'
import type { StreamRecord } from '@rapport/local/stream'
import { expect, test } from 'vitest'
import { eventItem, type StandIn, spec, standInCloud, temporaryDir, write } from './support.ts'

interface Batch {
  Records: StreamRecord[]
}

const follower = (name = 'follow', batchSizeMax = 10) => spec(name, { kind: 'stream', batchSizeMax })

const idsOf = ({ Records }: Batch): string[] => Records.map(({ eventID }) => eventID)

test('every follower of the stream is given each event, in order, as DynamoDB would give it', async () => {
  const seen: Record<string, string[]> = { a: [], b: [] }
  const note = (name: string) => async (batch: Batch) => void seen[name]?.push(...idsOf(batch))
  const records: StreamRecord[] = []
  const { deps, idle } = await standInCloud([
    [follower('a', 1), note('a')],
    [follower('b'), async (batch: Batch) => records.push(...batch.Records) && note('b')(batch)],
  ])
  const items = [1, 2, 3].map((count) => eventItem(count))

  await write(deps.table, ...items)
  await idle()

  expect(seen.a).toEqual(items.map(({ sk }) => sk))
  expect(seen.b).toEqual(seen.a)
  expect(records[0]).toMatchObject({ eventName: 'INSERT', eventSource: 'aws:dynamodb' })
  // The item's values are DynamoDB's own types here, as in a real stream.
  const image = records[0]?.dynamodb.NewImage as Parameters<typeof unmarshall>[0]
  expect(parseEvent(unmarshall(image))).toMatchObject({ type: 'account.updated', version: 1 })
})

test('only event rows that were inserted are streamed', async () => {
  const seen: string[] = []
  const { deps, idle } = await standInCloud([[follower(), async (batch: Batch) => void seen.push(...idsOf(batch))]])
  const event = eventItem(1)

  await deps.table.transact([{ put: { pk: 'acc_1', sk: 'account' } }, { put: event }], 'one')
  await expect(deps.table.transact([{ put: eventItem(1), condition: { absent: true } }], 'two')).rejects.toThrow()
  await idle()

  expect(seen).toEqual([event.sk])
})

test('a function that names a failed record gets it and what follows again, and nothing before it', async () => {
  const batches: string[][] = []
  let isBroken = true
  const fail: StandIn = async (batch: Batch) => {
    batches.push(idsOf(batch))
    const failed = batch.Records.find(({ eventID }) => eventID === second.sk)
    if (!failed || !isBroken) return undefined
    isBroken = false
    return { batchItemFailures: [{ itemIdentifier: failed.dynamodb.SequenceNumber }] }
  }
  const { deps, idle } = await standInCloud([[follower(), fail]])
  const [first, second, third] = [eventItem(1), eventItem(2), eventItem(3)]

  await deps.table.transact([{ put: first }, { put: second }, { put: third }], 'one')
  await idle()

  expect(batches).toEqual([
    [first.sk, second.sk, third.sk],
    [second.sk, third.sk],
  ])
})

test('a record that always fails ends among the dead letters, and everything else is handled', async () => {
  const handled = new Set<string>()
  const poison = eventItem(4)
  const choke: StandIn = async (batch: Batch) => {
    if (idsOf(batch).includes(String(poison.sk))) throw new Error('Cannot digest')
    for (const id of idsOf(batch)) handled.add(id)
  }
  const { deps, idle, deadLetters } = await standInCloud([[follower(), choke]])
  const items = [1, 2, 3, 5, 6, 7].map((count) => eventItem(count))

  await deps.table.transact(
    [...items.slice(0, 3), poison, ...items.slice(3)].map((put) => ({ put })),
    'one',
  )
  await idle()

  expect([...handled].sort()).toEqual(items.map(({ sk }) => sk))
  expect(deadLetters()).toMatchObject([
    { function: 'follow', source: 'stream', id: poison.sk, reason: 'Error: Cannot digest' },
  ])
})

test('with duplicates injected, batches come again but no event is missed', async () => {
  const seen: string[] = []
  const { deps, idle } = await standInCloud([[follower(), async (batch: Batch) => void seen.push(...idsOf(batch))]], {
    faults: createFaults({ seed: 3, rates: { duplicate: 0.5 } }),
  })
  const items = Array.from({ length: 20 }, (_, count) => eventItem(count))

  await write(deps.table, ...items)
  await idle()

  expect([...new Set(seen)].sort()).toEqual(items.map(({ sk }) => sk))
  expect(seen.length).toBeGreaterThan(items.length)
})

test('events whose transaction got no reply are streamed if they were written, and not otherwise', async () => {
  const seen: string[] = []
  const faults = createFaults({ seed: 5, rates: { replyLost: 0.9, timeoutBefore: 0.3 } })
  const { deps, idle } = await standInCloud([[follower(), async (batch: Batch) => void seen.push(...idsOf(batch))]], {
    faults,
  })
  const items = Array.from({ length: 10 }, (_, count) => eventItem(count))

  for (const item of items) await write(deps.table, item).catch(() => {})
  faults.stop()
  await idle()

  const keys = items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }))
  const written = (await deps.table.batchGet(keys)).map(({ sk }) => sk).sort()
  expect(written.length).toBeGreaterThan(0)
  expect([...new Set(seen)].sort()).toEqual(written)
})

test('events that were written but not delivered before an end are delivered after the next start', async () => {
  const dataDir = await temporaryDir()
  const items = [eventItem(1), eventItem(2)]
  const before = await standInCloud([[follower(), async () => Promise.reject(new Error('Not now'))]], {
    dataDir,
    retryPauseMs: 3_600_000,
  })
  await write(before.deps.table, ...items)
  await before.stop()

  const seen: string[] = []
  const after = await standInCloud([[follower(), async (batch: Batch) => void seen.push(...idsOf(batch))]], { dataDir })
  await after.idle()

  expect(seen).toEqual(items.map(({ sk }) => sk))
})
