import { DAY_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

type Body = Record<string, unknown>

const call = (as: string, method: string, path: string, body?: unknown, more: CallOptions = {}) =>
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  api.call<any>(method, `/v1/${path}`, { as, ...(body === undefined ? {} : { body }), ...more })

const deal = async (body: Body = {}, as = 'rep') => {
  const reply = await call(as, 'POST', 'opportunities', { name: 'Roasters', closeDate: '2026-12-31', ...body })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}
const usd = (amount: number) => ({ amount, currency: 'USD' })
const codesOf = (reply: { body: { errors?: { code: string }[] } }) => reply.body.errors?.map(({ code }) => code)

describe('a deal', () => {
  test('goes from the first stage to being won, and its way is kept', async () => {
    const account = (await call('rep', 'POST', 'accounts', { name: 'Mekong' })).body
    const contact = (await call('rep', 'POST', 'contacts', { lastName: 'Lan', accountId: account.id })).body
    const begun = await deal({ accountId: account.id, amount: usd(100_001) })
    expect(begun).toMatchObject({
      stageId: 'qualification',
      status: 'open',
      probability: 10,
      forecastCategory: 'pipeline',
      expectedRevenue: usd(10_000),
      pushCount: 0,
    })

    const early = await call('rep', 'POST', `opportunities/${begun.id}/move`, { stageId: 'negotiation' })
    expect(early.status).toBe(422)
    expect(codesOf(early)).toEqual(['stage.primaryContact_missing', 'stage.decisionMaker_missing'])

    await call('rep', 'PATCH', `opportunities/${begun.id}`, {
      contactRoles: [{ contactId: contact.id, role: 'decisionMaker' }],
      closeDate: '2027-01-31',
    })
    api.now.advance(3 * DAY_MS)
    const moved = await call('rep', 'POST', `opportunities/${begun.id}/move`, { stageId: 'negotiation' })
    expect(moved.body).toMatchObject({
      stageId: 'negotiation',
      probability: 80,
      forecastCategory: 'commit',
      pushCount: 1,
    })
    expect(moved.body.contactRoles[0].isPrimary).toBe(true)

    const won = await call('rep', 'POST', `opportunities/${begun.id}/close`, { outcome: 'won', winReason: 'price' })
    expect(won.body).toMatchObject({ status: 'won', probability: 100, forecastCategory: 'closed', winReason: 'price' })
    expect(won.body.expectedRevenue).toEqual(usd(100_001))

    const { body: way } = await call('rep', 'GET', `opportunities/${begun.id}/stages`)
    expect(way.data.map((step: Body) => [step.from, step.to, step.daysInPrevious])).toEqual([
      ['negotiation', 'closed-won', 0],
      ['qualification', 'negotiation', 3],
      [undefined, 'qualification', undefined],
    ])
    expect(way.timeInStages[0]).toMatchObject({ stageId: 'qualification', days: 3 })
    const told = (await call('rep', 'GET', `opportunities/${begun.id}/timeline`)).body.data.map((e: Body) => e.type)
    expect(told).toEqual(['won', 'moved', 'updated', 'created'].map((verb) => `opportunity.${verb}`))
    const above = await call('rep', 'GET', `accounts/${account.id}/timeline/people`)
    expect(above.body.data.map((event: Body) => event.type)).toContain('opportunity.won')
    const ofAccount = await call('rep', 'GET', `accounts/${account.id}/opportunities`)
    expect(ofAccount.body.data.map(({ id }: Body) => id)).toEqual([begun.id])
  })

  test('keeps what the same request says when it enters a stage, and follows the stage otherwise', async () => {
    const one = await deal({ amount: usd(1) })

    const said = await call('rep', 'PATCH', `opportunities/${one.id}`, { stageId: 'needs-analysis', probability: 33 })
    expect(said.body).toMatchObject({ probability: 33, forecastCategory: 'pipeline' })
    const back = await call('rep', 'PATCH', `opportunities/${one.id}`, { stageId: 'qualification' })
    expect(back.body.probability).toBe(10)
  })

  test('is moved past what is missing by those above, with a reason that is told', async () => {
    const { id } = await deal()
    const forced = { stageId: 'proposal', force: true, reason: 'Spoke to the board.' }

    expect((await call('rep', 'POST', `opportunities/${id}/move`, forced)).status).toBe(403)
    expect((await call('manager', 'POST', `opportunities/${id}/move`, { ...forced, reason: undefined })).status).toBe(
      422,
    )
    expect((await call('manager', 'POST', `opportunities/${id}/move`, forced)).status).toBe(200)

    const [event] = (await call('rep', 'GET', `opportunities/${id}/timeline`)).body.data
    expect(event).toMatchObject({ type: 'opportunity.moved', data: { force: true, reason: 'Spoke to the board.' } })
    const { body } = await call('rep', 'GET', `opportunities/${id}/stages`)
    expect(body.warnings).toEqual(['no_decision_maker'])
  })

  test('is lost for a reason, and keeps it in its history when it is reopened', async () => {
    const { id } = await deal()
    const lose = (body: Body) => call('rep', 'POST', `opportunities/${id}/close`, { outcome: 'lost', ...body })

    expect(codesOf(await lose({}))).toEqual(['reason.missing'])
    expect(codesOf(await lose({ lossReason: 'weather' }))).toEqual(['reason.unknown'])
    expect(codesOf(await lose({ lossReason: 'other' }))).toEqual(['reason.note_missing'])
    const lost = await lose({ lossReason: 'other', reasonNote: 'Built their own.' })
    expect(lost.body).toMatchObject({ status: 'lost', probability: 0, forecastCategory: 'omitted' })
    expect((await call('rep', 'POST', `opportunities/${id}/move`, { stageId: 'proposal' })).status).toBe(409)
    expect(codesOf(await call('rep', 'PATCH', `opportunities/${id}`, { probability: 50 }))).toEqual([
      'opportunity.forecast',
    ])

    const open = await call('rep', 'POST', `opportunities/${id}/reopen`, {})
    expect(open.body).toMatchObject({ status: 'open', stageId: 'qualification', probability: 10 })
    expect(open.body.lossReason).toBeUndefined()
    const { body } = await call('rep', 'GET', `opportunities/${id}/stages`)
    expect(body.data[1]).toMatchObject({ to: 'closed-lost', lossReason: 'other', reasonNote: 'Built their own.' })
  })

  test('of two who move it at once, each moves what the other left', async () => {
    const { id } = await deal({ amount: usd(5) })

    const replies = await Promise.all(
      ['needs-analysis', 'needs-analysis', 'qualification'].map((stageId) =>
        call('rep', 'POST', `opportunities/${id}/move`, { stageId }),
      ),
    )

    expect(replies.map(({ status }) => status).every((status) => status === 200)).toBe(true)
    const now = (await call('rep', 'GET', `opportunities/${id}`)).body
    const { body } = await call('rep', 'GET', `opportunities/${id}/stages`)
    expect(body.data[0].to).toBe(now.stageId)
    expect(body.data).toHaveLength(now.stageCount)
    const stale = await call(
      'rep',
      'POST',
      `opportunities/${id}/move`,
      { stageId: 'needs-analysis' },
      { headers: { 'if-match': '"1"' } },
    )
    expect(stale.status).toBe(412)
  })

  test('takes an amount as a whole only', async () => {
    const { id } = await deal()

    expect((await call('rep', 'PATCH', `opportunities/${id}`, { amount: { currency: 'USD' } })).status).toBe(400)
    expect((await call('rep', 'PATCH', `opportunities/${id}`, { amount: { amount: 5 } })).status).toBe(400)
    expect((await call('rep', 'PATCH', `opportunities/${id}`, { amount: usd(5) })).body.amount).toEqual(usd(5))
  })

  test('is divided among colleagues to the last cent', async () => {
    const [a, b, c] = ['rep', 'peer', 'manager'].map((name) => api.people[name]?.id)
    const splits = [a, b, c].map((userId) => ({ userId, basisPoints: 3_333 }))
    const { body } = await call('rep', 'POST', 'opportunities', {
      name: 'Shared',
      closeDate: '2026-12-31',
      amount: usd(100),
      splits: [...splits, { userId: a, type: 'overlay', basisPoints: 10_000 }],
    })

    expect(body.splits.map((split: Body) => split.basisPoints)).toEqual([3_333, 3_333, 3_334, 10_000])
    expect(body.splits.map((split: { amount: Body }) => split.amount.amount)).toEqual([33, 33, 34, 100])
    const half = await call('rep', 'PATCH', `opportunities/${body.id}`, { splits: [{ userId: a, basisPoints: 5_000 }] })
    expect(codesOf(half)).toEqual(['splits.not_whole'])
  })
})

describe('lines', () => {
  const line = (more: Body = {}) => ({ name: 'Roaster', quantity: '3', listPrice: usd(333), ...more })
  const put = (id: string, lines: Body[], more?: CallOptions) =>
    call('rep', 'PUT', `opportunities/${id}/lines`, { lines }, more)

  test('are replaced together and make the amount of the deal', async () => {
    const { id } = await deal({ amount: usd(1) })
    const product = (await call('admin', 'POST', 'products', { name: 'Grinder' })).body
    const lines = [
      line(),
      line({ name: undefined, productId: product.id, quantity: '0.5', listPrice: usd(101) }),
      line({ discount: { percent: '10' } }),
      line({ discount: { salesPrice: usd(300) } }),
      line({ discount: { amount: usd(99) } }),
    ]

    const priced = await put(id, lines)

    expect(priced.body.lines.map(({ net }: { net: Body }) => net.amount)).toEqual([999, 51, 899, 900, 900])
    expect(priced.body.lines[1].name).toBe('Grinder')
    const now = await call('rep', 'GET', `opportunities/${id}`)
    expect(now.body).toMatchObject({ amount: usd(3_749), expectedRevenue: usd(375), lineCount: 5 })
    expect((await call('rep', 'PATCH', `opportunities/${id}`, { amount: usd(5) })).body.code).toBe(
      'opportunity.amount_from_lines',
    )
    expect((await put(id, [], { headers: { 'if-match': '"1"' } })).status).toBe(412)
    await put(id, [])
    expect((await call('rep', 'PATCH', `opportunities/${id}`, { amount: usd(5) })).body.amount).toEqual(usd(5))
  })

  test('are refused with where and why', async () => {
    const { id } = await deal()
    const product = (await call('admin', 'POST', 'products', { name: 'Old', isActive: false })).body
    const refused = async (more: Body) => codesOf(await put(id, [line(), line(more)]))

    expect(await refused({ listPrice: { amount: 1, currency: 'EUR' } })).toEqual(['money.other_currency'])
    expect(await refused({ listPrice: usd(-1) })).toEqual(['money.negative'])
    expect(await refused({ discount: { amount: usd(1_000) } })).toEqual(['discount.too_large'])
    expect(await refused({ name: undefined })).toEqual(['line.no_name'])
    expect(await refused({ productId: product.id })).toEqual(['product.inactive'])
    expect((await call('rep', 'GET', `opportunities/${id}/lines`)).body.lines).toEqual([])
  })
})

test('what is done about a deal is written on it, and keeps it from rotting', async () => {
  const one = await deal()
  api.now.advance(20 * DAY_MS)
  const warnings = async () => (await call('rep', 'GET', `opportunities/${one.id}/stages`)).body.warnings
  expect(await warnings()).toEqual(['rotten'])

  const at = api.now.at.toISOString()
  const said = { subjectId: one.id, channel: 'phone', direction: 'outbound', at, summary: 'Called.' }
  expect((await call('rep', 'POST', 'interactions', said)).status).toBe(201)

  expect((await call('rep', 'GET', `opportunities/${one.id}`)).body).toMatchObject({ lastActivityAt: at, version: 2 })
  expect(await warnings()).toEqual([])
  api.now.advance(-20 * DAY_MS)
})

describe('a board', () => {
  const boardOf = async (pipelineId: string, as: string, query: Record<string, string> = {}) => {
    await api.project()
    const reply = await call(as, 'GET', `pipelines/${pipelineId}/board`, undefined, { query })
    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    return reply.body
  }
  const process = async () => {
    const { body } = await call('admin', 'POST', 'pipelines', {
      name: 'Renewals',
      stages: [
        { id: 'talks', name: 'Talks', probability: 30, forecastCategory: 'pipeline', rottenAfterBusinessDays: 5 },
        { id: 'offer', name: 'Offer', probability: 60, forecastCategory: 'bestCase' },
        { id: 'won', name: 'Won', status: 'won', probability: 100, forecastCategory: 'closed' },
        { id: 'lost', name: 'Lost', status: 'lost', probability: 0, forecastCategory: 'omitted' },
      ],
    })
    return body
  }

  test('counts, sums per currency and lists each stage, and no private deal leaks to the team', async () => {
    const { id: pipelineId } = await process()
    const first = await deal({ pipelineId, amount: usd(1_000) })
    const second = await deal({ pipelineId, amount: { amount: 500, currency: 'EUR' } }, 'peer')
    const secret = await deal({ pipelineId, amount: usd(77), visibility: 'owner' }, 'peer')
    const unpriced = await deal({ pipelineId })
    const over = await deal({ pipelineId, amount: usd(9_000) })
    await call('rep', 'POST', `opportunities/${over.id}/close`, { outcome: 'won' })

    const own = await boardOf(pipelineId, 'rep')
    const ids = (column: { cards: { opportunity: Body }[] }) => column.cards.map(({ opportunity }) => opportunity.id)
    expect(own.scope).toEqual({ scope: 'own', ownerId: api.people.rep?.id })
    expect(own.stages[0]).toMatchObject({
      count: 2,
      unpriced: 1,
      amounts: [{ currency: 'USD', sum: 1_000, weighted: 300 }],
    })
    expect(ids(own.stages[0])).toEqual([first.id, unpriced.id])
    expect(own.stages[2]).toMatchObject({ count: 1, amounts: [{ sum: 9_000 }], cards: [] })

    const team = await boardOf(pipelineId, 'rep', { scope: 'team' })
    expect(team.stages[0]).toMatchObject({
      count: 3,
      amounts: [
        { currency: 'EUR', sum: 500, weighted: 150 },
        { currency: 'USD', sum: 1_000, weighted: 300 },
      ],
    })
    expect(ids(team.stages[0])).toEqual([first.id, second.id, unpriced.id])
    const all = await boardOf(pipelineId, 'admin')
    expect(all.stages[0].count).toBe(4)
    expect(ids(all.stages[0])).toContain(secret.id)
    const above = await boardOf(pipelineId, 'manager', { ownerId: String(api.people.peer?.id) })
    expect(above.stages[0].count).toBe(2)
    const denied = [
      ['rep', { scope: 'all' }],
      ['rep', { ownerId: api.people.peer?.id }],
      ['stranger', { teamId: api.teams.sales }],
      ['marketing', {}],
    ] as const
    for (const [as, query] of denied) {
      const reply = await call(as, 'GET', `pipelines/${pipelineId}/board`, undefined, {
        query: { ...query } as Record<string, string>,
      })
      expect(reply.status).toBe(403)
    }
  })

  test('shows deals in the order people put them in, and which have rested too long', async () => {
    const { id: pipelineId } = await process()
    const deals: Body[] = []
    for (const name of ['a', 'b', 'c']) {
      api.now.advance(1)
      deals.push(await deal({ pipelineId, name }))
    }
    const [a, b, c] = deals.map(({ id }) => String(id))
    await call('rep', 'POST', `opportunities/${c}/place`, { behind: a, before: b })

    const names = async () =>
      (await boardOf(pipelineId, 'rep')).stages[0].cards.map(
        ({ opportunity }: { opportunity: Body }) => opportunity.name,
      )
    expect(await names()).toEqual(['a', 'c', 'b'])
    await call('rep', 'POST', `opportunities/${b}/place`, { before: a })
    expect(codesOf(await call('rep', 'POST', `opportunities/${b}/place`, { behind: b }))).toEqual(['rank.own'])
    expect(await names()).toEqual(['b', 'a', 'c'])
    const page = await call('rep', 'GET', `pipelines/${pipelineId}/stages/talks/cards`, undefined, {
      query: { limit: 2 },
    })
    const rest = await call('rep', 'GET', `pipelines/${pipelineId}/stages/talks/cards`, undefined, {
      query: { limit: 2, cursor: page.body.nextCursor },
    })
    expect([...page.body.data, ...rest.body.data].map(({ opportunity }) => opportunity.name)).toEqual(['b', 'a', 'c'])

    api.now.advance(7 * DAY_MS)
    expect((await boardOf(pipelineId, 'rep')).stages[0].cards[0].warnings).toEqual([])
    api.now.advance(3 * DAY_MS)
    expect((await boardOf(pipelineId, 'rep')).stages[0].cards[0].warnings).toEqual(['rotten'])
  })

  test('loses a stage only when its deals have gone on', async () => {
    const pipeline = await process()
    const { id: pipelineId } = pipeline
    const one = await deal({ pipelineId, amount: usd(10) })
    const retire = (body: Body) => call('admin', 'POST', `pipelines/${pipelineId}/stages/talks/retire`, body)

    const dropped = { stages: pipeline.stages.slice(1) }
    expect((await call('admin', 'PATCH', `pipelines/${pipelineId}`, dropped)).body.code).toBe('stage.active')
    expect((await retire({})).body).toMatchObject({ status: 409, code: 'stage.in_use', openCount: 1 })
    expect((await retire({ moveTo: 'talks' })).status).toBe(422)
    expect((await retire({ moveTo: 'offer' })).body).toMatchObject({ moved: 1, isEmpty: true, isRemoved: false })
    expect((await call('rep', 'GET', `opportunities/${one.id}`)).body).toMatchObject({
      stageId: 'offer',
      probability: 60,
    })
    expect(
      (
        await call('rep', 'POST', 'opportunities', {
          name: 'Late',
          closeDate: '2026-12-31',
          pipelineId,
          stageId: 'talks',
        })
      ).status,
    ).toBe(422)

    api.now.advance(20_000)
    const done = await retire({})
    expect(done.body).toMatchObject({ isRemoved: true })
    expect(done.body.pipeline.stages.map(({ id }: Body) => id)).toEqual(['offer', 'won', 'lost'])
  })

  test('of a pipeline that is limited to teams is there for their members, and takes deals of nobody else', async () => {
    const own = await process()
    const limit = (teamIds: unknown, id = own.id) => call('admin', 'PATCH', `pipelines/${id}`, { teamIds })
    const seenBy = async (as: string) => {
      const listed = await call(as, 'GET', 'pipelines')
      const isListed = listed.body.data.some(({ id }: Body) => id === own.id)
      const got = await Promise.all(
        [own.id, `${own.id}/board`, `${own.id}/stages/talks/cards`].map((one) => call(as, 'GET', `pipelines/${one}`)),
      )
      return [isListed, ...got.map(({ status }) => status)]
    }
    const into = (as: string, pipelineId: string) =>
      call(as, 'POST', 'opportunities', { name: 'Roasters', closeDate: '2026-12-31', pipelineId })
    expect((await limit([api.teams.sales])).body).toMatchObject({ teamIds: [api.teams.sales], visibility: 'owner' })

    const one = (await into('rep', own.id)).body
    expect(await seenBy('peer')).toEqual([true, 200, 200, 200])
    expect(await seenBy('stranger')).toEqual([false, 404, 404, 404])
    const unseen = await into('stranger', own.id)
    const absent = await into('stranger', 'pip_00000000000000000000000000')
    expect(unseen.status).toBe(422)
    expect(unseen.body.errors).toEqual(absent.body.errors)
    const elsewhere = await deal({}, 'stranger')
    for (const [act, body] of [
      ['', { pipelineId: own.id }],
      ['/move', { pipelineId: own.id, stageId: 'talks' }],
    ] as const) {
      const reply = await call('stranger', act ? 'POST' : 'PATCH', `opportunities/${elsewhere.id}${act}`, body)
      expect(codesOf(reply)).toEqual(['reference.not_found'])
    }

    await call('admin', 'PATCH', `opportunities/${one.id}`, { ownerId: api.people.stranger?.id })
    const onward = await call('stranger', 'POST', `opportunities/${one.id}/move`, { stageId: 'offer' })
    expect(onward.body).toMatchObject({ pipelineId: own.id, stageId: 'offer' })

    const unknown = await limit([api.teams.sales, 'tea_00000000000000000000000000'])
    expect(unknown.body.errors[0]).toMatchObject({ pointer: '/teamIds/1', code: 'reference.not_found' })
    expect((await limit([])).status).toBe(400)
    const { id: standard } = (await call('rep', 'GET', 'pipelines')).body.data.find(({ isDefault }: Body) => isDefault)
    expect((await limit([api.teams.sales], standard)).body.code).toBe('pipeline.not_for_all')
    expect((await call('admin', 'POST', `pipelines/${own.id}/make-default`)).body.code).toBe('pipeline.not_for_all')
    expect((await limit(null)).body).toMatchObject({ visibility: 'everyone' })
    expect(await seenBy('stranger')).toEqual([true, 200, 200, 200])
  })

  test('is not deleted while it has deals, nor while it is the default one', async () => {
    const { id: pipelineId } = await process()
    const one = await deal({ pipelineId })
    const remove = () => call('admin', 'DELETE', `pipelines/${pipelineId}`)

    expect((await remove()).body.code).toBe('pipeline.active')
    await call('admin', 'PATCH', `pipelines/${pipelineId}`, { isActive: false })
    api.now.advance(20_000)
    expect((await remove()).body).toMatchObject({ code: 'stage.in_use', openCount: 1 })
    await call('rep', 'POST', `opportunities/${one.id}/move`, {
      pipelineId: (await deal()).pipelineId,
      stageId: 'qualification',
    })
    expect((await remove()).status).toBe(204)

    const { id } = await process()
    expect((await call('admin', 'POST', `pipelines/${id}/make-default`)).body.isDefault).toBe(true)
    expect((await deal()).pipelineId).toBe(id)
    const { data } = (await call('admin', 'GET', 'pipelines')).body
    expect(data.filter(({ isDefault }: Body) => isDefault)).toHaveLength(1)
    expect((await call('admin', 'PATCH', `pipelines/${id}`, { isActive: false })).body.code).toBe('pipeline.is_default')
  })
})

test('all of that leaves a sound table', async () => {
  await api.project()

  expect(await findingsIn(api)).toEqual([])
})
