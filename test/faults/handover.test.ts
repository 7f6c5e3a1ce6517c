import { afterAll, beforeAll, expect, test } from 'vitest'
import { stopEngine } from '../support/api.ts'
import { createChaos, figures, type Moment, STORM, seedOf, shuffledWithin } from '../support/faulty.ts'
import { type Handovers, startHandovers, times } from '../support/handovers.ts'
import { findingsIn, UNPROJECTED } from '../support/sound.ts'

const chaos = createChaos(seedOf('HANDOVER_SEED'))
let on: Handovers
beforeAll(async () => {
  on = await startHandovers({ configure: chaos.configure })
})
afterAll(async () => {
  await on.api.stop()
  await stopEngine()
})

/** Delivers what there is to do to workers that die at their n-th request, and once more when they did; answers how often. */
async function deliverDying(request: number, moment: Moment): Promise<number> {
  const before = chaos.counts.kills
  await on.workers.drain(async (message) => {
    chaos.killAt(request, moment)
    const isDone = await on.workers.deliver(message)
    chaos.revive()
    return isDone || on.workers.deliver(message)
  })
  return chaos.counts.kills - before
}

test.each(['before', 'after'] as const)(
  'a worker killed %s any of its requests, there and back, loses no record and moves none twice',
  async (moment) => {
    let kills = 0
    for (let request = 0, died = 1; died > 0; request++) {
      const work = await on.work({ accounts: 1, contacts: 1 })
      const id = await on.handOver(work)
      died = await deliverDying(request, moment)
      expect(await on.ownersOf(work)).toEqual(times(2, work.to))
      expect(await on.movesTold(work)).toEqual([1, 1])
      expect(await on.read(id)).toMatchObject({
        status: 'finished',
        counts: { account: { moved: 1 }, contact: { moved: 1 } },
      })

      await on.takeBack(id)
      died += await deliverDying(request, moment)
      expect(await on.ownersOf(work)).toEqual(times(2, work.from))
      expect(await on.movesTold(work)).toEqual([2, 2])
      expect(await on.read(id)).toMatchObject({
        status: 'reverted',
        counts: { account: { moved: 1, returned: 1, kept: 0 }, contact: { moved: 1, returned: 1, kept: 0 } },
      })
      kills += died
    }
    figures('handover', { kills })
    expect(kills).toBeGreaterThan(20)
    expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
  },
)

test('messages that come twice, late and beside each other in a storm have one effect', async () => {
  const works = await Promise.all(times(5, 0).map(() => on.work({ accounts: 4, contacts: 3 })))
  await Promise.all(works.map((work) => on.handOver(work)))
  const old = []

  for (let messages = await on.workers.pending(); messages.length > 0; messages = await on.workers.pending()) {
    old.push(...messages)
    const arranged = shuffledWithin(chaos.random, [...messages, ...messages, ...old], 20)
    chaos.rates = STORM
    const dones = await Promise.all(arranged.map((message) => on.workers.deliver(message)))
    chaos.rates = {}
    for (const [at, message] of arranged.entries()) if (!dones[at]) expect(await on.workers.deliver(message)).toBe(true)
  }

  for (const work of works) {
    expect(await on.ownersOf(work)).toEqual(times(7, work.to))
    expect(await on.movesTold(work)).toEqual(times(7, 1))
  }
  expect(await findingsIn(on.api, UNPROJECTED)).toEqual([])
})

test('taking back in the middle leaves everything with its owner, whoever is still moving records', async () => {
  for (let round = 0; round < 5; round++) {
    const work = await on.work({ accounts: 25, contacts: 0 })
    const id = await on.handOver(work)
    const deliverAll = async () =>
      Promise.all((await on.workers.pending()).map((message) => on.workers.deliver(message)))

    const forward = deliverAll()
    await on.takeBack(id)
    const backward = deliverAll()
    await Promise.all([forward, backward])
    await on.workers.drain()

    const { status, counts } = await on.read(id)
    expect(await on.ownersOf(work)).toEqual(times(25, work.from))
    expect(status).toBe('reverted')
    expect(counts.account?.returned).toBe(counts.account?.moved)
  }
})
