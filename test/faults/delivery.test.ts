import type { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import { parseEvent, toEventRow } from '@rapport/kernel/events'
import type { Item } from '@rapport/kernel/table'
import { eventBridgeBus } from '@rapport/lambda/bus'
import type { Bus } from '@rapport/lambda/deps'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createProjector } from '../../functions/workers/project-records.ts'
import { create as createPublisher } from '../../functions/workers/publish-events.ts'
import { type Api, startApi, stopEngine, streamRecord } from '../support/api.ts'
import { type Chaos, createChaos, figures, impatientRetries, oneOf, STORM, scale, seedOf } from '../support/faulty.ts'
import { furnish } from '../support/furnished.ts'
import { deliver, eventsIn, findingsIn, insist, itemsOf, quiet } from '../support/sound.ts'

type Handler = (event: never) => Promise<{ batchItemFailures: { itemIdentifier: string }[] }>

const chaos = createChaos(seedOf('DELIVERY_SEED'))
let api: Api
beforeAll(async () => {
  api = quiet(await startApi({ configure: chaos.configure, shards: 3 }))
  await furnish(api)
  chaos.rates = STORM
  await churn(60 * scale)
  chaos.rates = {}
})
afterAll(async () => {
  figures('faults', { seed: chaos.seed, ...chaos.counts })
  await api.stop()
  await stopEngine()
})

/** Records come, change names and tags, go and come back. */
async function churn(steps: number): Promise<void> {
  const ids: string[] = []
  for (let step = 0; step < steps; step++) {
    const id = ids.length > 3 ? oneOf(chaos.random, ids) : undefined
    const body = {
      lastName: oneOf(chaos.random, ['Lan', 'Minh', 'สมชาย', 'Đặng Thị']),
      tags: [oneOf(chaos.random, ['vip', 'north', 'south'])],
    }
    if (id === undefined || chaos.random() < 0.3)
      ids.push(String((await insist(api, 'POST', '/v1/contacts', { as: 'rep', body })).body.id))
    else if (chaos.random() < 0.7) await insist(api, 'PATCH', `/v1/contacts/${id}`, { as: 'rep', body })
    else if ((await insist(api, 'DELETE', `/v1/contacts/${id}`, { as: 'rep' })).status === 404)
      await insist(api, 'POST', `/v1/contacts/${id}/restore`, { as: 'rep' })
  }
}

interface FakeBus {
  bus: Bus
  /** Details by event id, one per time it was accepted. */
  accepted: Map<string, string[]>
  counts: { calls: number; refused: number; failed: number }
}

/** EventBridge as it can be: entries refused in a call that succeeds, calls that fail, and `outage` of them in a row. */
function fakeBus(
  { random }: Chaos,
  { refuse, fail, outage }: { refuse: number; fail: number; outage: number },
): FakeBus {
  const accepted = new Map<string, string[]>()
  const counts = { calls: 0, refused: 0, failed: 0 }
  const put = (entries: readonly { Detail: string }[]) =>
    entries.map(({ Detail }) => {
      if (random() < refuse) {
        counts.refused++
        return { ErrorCode: 'InternalFailure', ErrorMessage: 'Injected' }
      }
      const { id } = JSON.parse(Detail) as { id: string }
      accepted.set(id, [...(accepted.get(id) ?? []), Detail])
      return { EventId: `${counts.calls}` }
    })
  const configure = (client: EventBridgeClient): void => {
    client.config.retryStrategy = impatientRetries
    client.middlewareStack.add(
      () => async (args) => {
        const isOut = counts.calls++ < outage
        if (isOut || random() < fail) {
          counts.failed++
          throw Object.assign(new Error('Injected'), { name: 'InternalException', $metadata: { httpStatusCode: 500 } })
        }
        const Entries = put((args.input as { Entries: { Detail: string }[] }).Entries)
        const FailedEntryCount = Entries.filter((entry) => 'ErrorCode' in entry).length
        return { output: { Entries, FailedEntryCount, $metadata: {} } as never, response: {} }
      },
      { step: 'finalizeRequest', priority: 'low', name: 'fake' },
    )
  }
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return {
    bus: eventBridgeBus({
      busName: 'test',
      region: 'eu-west-1',
      credentials,
      endpoint: 'http://127.0.0.1:9',
      configure,
    }),
    accepted,
    counts,
  }
}

const publisherTo = (bus: Bus): Handler => createPublisher({ ...api.deps, bus }) as unknown as Handler

describe('P10: every committed change is told at least once', () => {
  test('with each event twice, out of order, entries refused, calls that fail and a bus that is down', async () => {
    const events = eventsIn(await itemsOf(api))
    const { bus, accepted, counts } = fakeBus(chaos, { refuse: 0.2, fail: 0.1, outage: 40 })

    const delivery = await deliver(chaos, publisherTo(bus), events, { window: 50, batchSizeMax: 100 })

    const missing = events.filter(({ id }) => !accepted.has(String(id)))
    const told = [...accepted.values()].flat().length
    figures('published', {
      events: events.length,
      told,
      twice: told - accepted.size,
      ...counts,
      redelivered: delivery.failures,
      missing: missing.length,
    })
    expect(missing).toEqual([])
    expect(accepted.size).toBe(events.length)
  })

  test('with the same id and the same words each time', async () => {
    const events = eventsIn(await itemsOf(api))
    const { bus, accepted } = fakeBus(chaos, { refuse: 0, fail: 0, outage: 0 })

    for (let time = 0; time < 2; time++) await deliver(chaos, publisherTo(bus), events)

    for (const event of events) {
      const details = accepted.get(String(event.id)) ?? []
      expect(details.length).toBeGreaterThanOrEqual(4)
      expect(new Set(details).size).toBe(1)
      expect(JSON.parse(details[0] ?? '')).toEqual(JSON.parse(JSON.stringify(toEventRow(parseEvent(event)))))
    }
  })

  test('a bus that refuses one entry is asked again from there and no further back', async () => {
    const events = eventsIn(await itemsOf(api)).slice(0, 25)
    const third = String(events[2]?.id)
    const bus: Bus = { publish: async (entries) => entries.map(({ id }) => id).filter((id) => id === third) }

    const { batchItemFailures } = await publisherTo(bus)({ Records: events.map(streamRecord) } as never)

    expect(batchItemFailures).toEqual([{ itemIdentifier: third }])
  })

  test('a change whose reply was lost is told too, one that failed is not', async () => {
    const items = await itemsOf(api)
    const versions = items.filter(({ __edb_e__: name }) =>
      ['contact', 'account', 'note', 'interaction'].includes(String(name)),
    )
    const told = new Set(eventsIn(items).map((event) => `${(event.subject as { id: string }).id} ${event.version}`))
    const changes = versions.flatMap(({ id, version }) =>
      Array.from({ length: Number(version) }, (_, index) => `${id} ${index + 1}`),
    )

    expect(changes.filter((change) => !told.has(change))).toEqual([])
    expect((await findingsIn(api, { lagMs: Number.MAX_SAFE_INTEGER })).map(({ code }) => code)).toEqual([])
  })
})

describe('P10: what follows from events follows once, however they come', () => {
  const projector = () => createProjector(api.deps) as unknown as Handler

  test('with each event twice, up to 50 places out of order, and a table that fails', async () => {
    const events = eventsIn(await itemsOf(api))
    chaos.rates = STORM

    const delivery = await deliver(chaos, projector(), events)

    chaos.rates = {}
    const findings = await findingsIn(api)
    figures('projected', { events: events.length, ...delivery, findings: findings.length })
    expect(findings).toEqual([])
  })

  test('by several projectors at once while the records change', async () => {
    chaos.rates = STORM
    const read = async (): Promise<Item[]> => eventsIn(await itemsOf(api)).slice(-30)
    for (let round = 0; round < 2 * scale; round++) {
      const events = await read()
      await Promise.all([churn(12), ...[1, 2, 3].map(() => deliver(chaos, projector(), events, { batchSizeMax: 5 }))])
    }
    await deliver(chaos, projector(), eventsIn(await itemsOf(api)))
    chaos.rates = {}

    const findings = await findingsIn(api)
    figures('projectors', { rounds: 2 * scale, findings: findings.length })
    expect(findings).toEqual([])
  })

  test('a projection that an older one overtakes leaves nothing of the older one', async () => {
    const { body } = await insist(api, 'POST', '/v1/contacts', { as: 'rep', body: { lastName: 'Alpha' } })
    const about = async () =>
      ({
        Records: eventsIn(await itemsOf(api))
          .filter(({ pk }) => pk === body.id)
          .map(streamRecord),
      }) as never
    await projector()(await about())
    // The first one has read version 2 and waits; the second reads version 3; both began from version 1.
    const slow = heldBack(api)
    await insist(api, 'PATCH', `/v1/contacts/${body.id}`, { as: 'rep', body: { lastName: 'Beta' } })
    const first = (createProjector(slow.deps) as unknown as Handler)(await about())
    await slow.reached
    await insist(api, 'PATCH', `/v1/contacts/${body.id}`, { as: 'rep', body: { lastName: 'Gamma' } })
    const faster = heldBack(api)
    const second = (createProjector(faster.deps) as unknown as Handler)(await about())
    await faster.reached
    slow.letGo()
    await first
    faster.letGo()
    await second
    await projector()(await about())

    expect(await findingsIn(api)).toEqual([])
  })

  test('a record that cannot be projected holds up no other', async () => {
    const ids = await Promise.all(
      ['One', 'Two', 'Three'].map(async (lastName) =>
        String((await insist(api, 'POST', '/v1/contacts', { as: 'rep', body: { lastName } })).body.id),
      ),
    )
    const poisoned = String(ids[0])
    const table = {
      ...api.deps.table,
      batchGet: (keys: readonly { pk: string }[]) =>
        keys.some(({ pk }) => pk === poisoned)
          ? Promise.reject(new Error('Poison'))
          : api.deps.table.batchGet(keys as never),
    }
    const events = eventsIn(await itemsOf(api)).filter(({ pk }) => ids.includes(String(pk)))

    const { batchItemFailures } = await (createProjector({ ...api.deps, table } as never) as unknown as Handler)({
      Records: events.map(streamRecord),
    } as never)

    const behind = (await findingsIn(api))
      .filter(({ code }) => code === 'search.missing')
      .flatMap((finding) => finding.ids)
    expect(batchItemFailures).toEqual([{ itemIdentifier: events.find(({ pk }) => pk === poisoned)?.id }])
    expect(behind).toEqual([poisoned])
  })
})

/** A table whose next transaction waits at the door. */
function heldBack({ deps }: Api) {
  const door = Promise.withResolvers<void>()
  const arrival = Promise.withResolvers<void>()
  const transact: typeof deps.table.transact = async (writes, token) => {
    arrival.resolve()
    await door.promise
    return deps.table.transact(writes, token)
  }
  return {
    deps: { ...deps, table: { ...deps.table, transact } },
    reached: arrival.promise,
    letGo: () => door.resolve(),
  }
}
