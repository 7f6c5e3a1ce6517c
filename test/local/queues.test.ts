import type { BusEntry } from '@rapport/lambda/deps'
import { createFaults } from '@rapport/local/faults'
import type { SQSEvent } from 'aws-lambda'
import { expect, test } from 'vitest'
import { type StandIn, spec, standInCloud, temporaryDir } from './support.ts'

const reactsTo = (name: string, events: string[], { batchSizeMax = 1, concurrencyMax = 2 } = {}) =>
  spec(name, { kind: 'queue', from: { events }, batchSizeMax, concurrencyMax })

const entry = (id: string, type = 'user.created'): BusEntry => ({
  id,
  type,
  at: '2026-03-02T09:00:00.000Z',
  detail: { id, type },
})

const idsIn = ({ Records }: SQSEvent): string[] => Records.map(({ body }) => JSON.parse(body).detail.id)

test('an event reaches the queue of every function that names its type, and no other', async () => {
  const seen: Record<string, string[]> = { invite: [], audit: [], other: [] }
  const note =
    (name: string): StandIn =>
    async (event: SQSEvent) =>
      void seen[name]?.push(...idsIn(event))
  const { deps, idle } = await standInCloud([
    [reactsTo('invite', ['user.created']), note('invite')],
    [reactsTo('audit', ['user.created', 'user.updated']), note('audit')],
    [reactsTo('other', ['account.created']), note('other')],
  ])

  const failed = await deps.bus.publish([entry('a'), entry('b', 'user.updated')])
  await idle()

  expect(failed).toEqual([])
  expect(seen.invite).toEqual(['a'])
  expect(seen.audit?.sort()).toEqual(['a', 'b'])
  expect(seen.other).toEqual([])
})

test('a message carries the event as EventBridge would put it there', async () => {
  const bodies: unknown[] = []
  const { deps, idle } = await standInCloud([
    [
      reactsTo('invite', ['user.created']),
      async ({ Records }: SQSEvent) => void bodies.push(...Records.map(({ body }) => JSON.parse(body))),
    ],
  ])

  await deps.bus.publish([entry('a')])
  await idle()

  expect(bodies).toEqual([
    {
      version: '0',
      id: expect.any(String),
      'detail-type': 'user.created',
      source: 'rapport',
      account: '000000000000',
      time: '2026-03-02T09:00:00Z',
      region: 'us-east-1',
      resources: [],
      detail: { id: 'a', type: 'user.created' },
    },
  ])
})

test('entries that the bus refuses are answered by their ids, and the rest is published', async () => {
  const seen: string[] = []
  const { deps, idle } = await standInCloud(
    [[reactsTo('invite', ['user.created']), async (event: SQSEvent) => void seen.push(...idsIn(event))]],
    {
      faults: createFaults({ seed: 2, rates: { refuseEntry: 0.5 } }),
    },
  )
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']

  const failed = await deps.bus.publish(ids.map((id) => entry(id)))
  await idle()

  expect(failed.length).toBeGreaterThan(0)
  expect([...seen, ...failed].sort()).toEqual(ids)
})

test('a message that fails is received again, and after five times it is a dead letter', async () => {
  let calls = 0
  const fail: StandIn = async () => {
    calls++
    throw new Error('Not today')
  }
  const { deps, idle, deadLetters } = await standInCloud([[reactsTo('invite', ['user.created']), fail]])

  await deps.bus.publish([entry('a')])
  await idle()

  expect(calls).toBe(5)
  expect(deadLetters()).toMatchObject([{ function: 'invite', source: 'queue' }])
})

test('of a batch only the messages that are named come again', async () => {
  const calls: string[] = []
  let isBroken = true
  const fail: StandIn = async ({ Records }: SQSEvent) => {
    calls.push(...idsIn({ Records }))
    const bad = Records.find(({ body }) => JSON.parse(body).detail.id === 'b')
    if (!bad || !isBroken) return undefined
    isBroken = false
    return { batchItemFailures: [{ itemIdentifier: bad.messageId }] }
  }
  const { deps, idle } = await standInCloud([
    [reactsTo('invite', ['user.created'], { batchSizeMax: 10, concurrencyMax: 1 }), fail],
  ])

  await deps.bus.publish([entry('a'), entry('b'), entry('c')])
  await idle()

  expect(calls.sort()).toEqual(['a', 'b', 'b', 'c'])
})

test('a function never runs more often at once than it declared', async () => {
  let running = 0
  let most = 0
  const work: StandIn = async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
  }
  const { deps, idle } = await standInCloud([[reactsTo('invite', ['user.created'], { concurrencyMax: 2 }), work]])

  await deps.bus.publish(Array.from({ length: 10 }, (_, i) => entry(String(i))))
  await idle()

  expect(most).toBeLessThanOrEqual(2)
})

test('messages that were not handled before an end are handled after the next start', async () => {
  const dataDir = await temporaryDir()
  const fail: StandIn = async () => Promise.reject(new Error('Not now'))
  const before = await standInCloud([[reactsTo('invite', ['user.created']), fail]], { dataDir, retryPauseMs: 1_000 })
  await before.deps.bus.publish([entry('a')])
  await before.stop()

  const seen: string[] = []
  const after = await standInCloud(
    [[reactsTo('invite', ['user.created']), async (event: SQSEvent) => void seen.push(...idsIn(event))]],
    {
      dataDir,
    },
  )
  await after.idle()

  expect(seen).toEqual(['a'])
})

test('events too large for one call are published in several, and one too large for any is answered as failed', async () => {
  const seen: string[] = []
  const { deps, idle } = await standInCloud([
    [reactsTo('invite', ['user.created']), async (event: SQSEvent) => void seen.push(...idsIn(event))],
  ])
  const sized = (id: string, bytes: number): BusEntry => ({ ...entry(id), detail: { id, filler: 'x'.repeat(bytes) } })

  const failed = await deps.bus.publish([sized('a', 100_000), sized('b', 300_000), sized('c', 200_000), sized('d', 10)])
  await idle()

  expect(failed).toEqual(['b'])
  expect(seen.sort()).toEqual(['a', 'c', 'd'])
})
