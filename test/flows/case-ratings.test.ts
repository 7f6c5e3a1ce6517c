import { createHash } from 'node:crypto'
import type { Case } from '@rapport/core/cases/schema'
import type { Letter } from '@rapport/core/mail/schema'
import { suppress } from '@rapport/core/mail/service'
import type { Task } from '@rapport/core/tasks/schema'
import { DAY_MS, later } from '@rapport/kernel/clock'
import { sealLink } from '@rapport/kernel/link'
import { systemCtx } from '@rapport/lambda/context'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
const letters: Letter[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ shards: 2, wrap: tap.wrap })
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['ask-for-rating'])
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

let people = 0
async function solved(body: object = {}): Promise<Case> {
  const requester = { name: '<b>Lan</b>', email: `lan-${++people}@example.com` }
  const reply = await api.call('POST', '/v1/cases', { as: 'agent', body: { subject: 'Broken', requester, ...body } })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  await api.call('POST', `/v1/cases/${reply.body.id}/resolve`, { as: 'admin', body: { code: 'solved' } })
  return read(String(reply.body.id))
}
const read = async (id: string): Promise<Case> =>
  (await api.call('GET', `/v1/cases/${id}`, { as: 'admin' })).body as unknown as Case
const tasksAbout = async (id: string): Promise<Task[]> =>
  (await api.call<{ data: Task[] }>('GET', '/v1/tasks', { as: 'admin', query: { aboutId: id } })).body.data
const verbs = (id: string): string[] =>
  api.events.filter(({ subject }) => (subject as Case).id === id).map(({ type }) => String(type).split('.')[1] ?? '')

/** The paths of the links that the customer got, by score. */
function linksTo(to: string | undefined): Record<number, string | undefined> {
  const letter = letters.findLast((one) => one.to === to)
  const found = [...(letter?.text ?? '').matchAll(/(\d) – .*:\nhttp:\/\/localhost(\/v1\/ratings\/\S+)/g)]
  return Object.fromEntries(found.map(([, score, path]) => [Number(score), path]))
}
async function asked(body?: object): Promise<{ id: string; links: Record<number, string | undefined> }> {
  const { id, requester } = await solved(body)
  await workers.drain()
  return { id, links: linksTo(requester?.email) }
}
const form = (path: string | undefined, rawBody: string) =>
  api.call<string>('POST', String(path), { rawBody, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
const answer = (path: string | undefined, body: object) => api.call<string>('POST', String(path), { body })

describe('the letter about a solved case', () => {
  test('goes out once per solution, however often it is told, and holds nothing somebody typed', async () => {
    const { id, requester } = await solved()
    const before = letters.length
    const messages = await workers.pending()
    expect(messages.map(({ event }) => event.type)).toEqual(['case.resolved'])
    for (const message of [...messages, ...messages]) expect(await workers.deliver(message)).toBe(true)

    expect(letters.length).toBe(before + 1)
    expect(letters.at(-1)).toMatchObject({ to: requester?.email })
    expect(JSON.stringify(letters.at(-1))).not.toMatch(/Lan|Broken/)
    expect(Object.keys(linksTo(requester?.email))).toEqual(['1', '2', '3', '4', '5'])

    await api.call('POST', `/v1/cases/${id}/reopen`, { as: 'admin' })
    api.now.advance(1_000)
    await api.call('POST', `/v1/cases/${id}/resolve`, { as: 'admin', body: { code: 'solved' } })
    await workers.drain()
    expect(letters.length).toBe(before + 2)
    expect(verbs(id).filter((verb) => verb === 'asked_for_rating').length).toBe(2)
  })

  test('goes out about what an answer solved and what was closed as solved, and not about what nobody solved', async () => {
    const ended = async (path: string, body: object) => {
      const requester = { email: `ended-${++people}@example.com` }
      const { id } = (await api.call('POST', '/v1/cases', { as: 'admin', body: { subject: 'Broken', requester } })).body
      const reply = await api.call('POST', `/v1/cases/${id}/${path}`, { as: 'admin', body })
      expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300)
      await workers.drain()
      return letters.filter(({ to }) => to === requester.email).length
    }

    const closed = (code: string) => ended('close', { resolution: { code } })
    const solved = [await ended('reply', { body: 'Done', status: 'resolved' }), await closed('solved')]
    const unsolved = [await ended('reply', { body: 'Hi' }), await ended('close', {}), await closed('withdrawn')]
    expect([solved, unsolved]).toEqual([
      [1, 1],
      [0, 0, 0],
    ])
  })

  test('goes to nobody while the organisation does not ask', async () => {
    const say = (asksForRatings: boolean) =>
      api.call('PATCH', '/v1/organisation', { as: 'admin', body: { asksForRatings } })
    const before = letters.length
    expect((await say(false)).status).toBe(200)
    const { id } = await asked()
    expect((await say(true)).status).toBe(200)

    expect(letters.length).toBe(before)
    expect(verbs(id)).not.toContain('asked_for_rating')
  })

  test('goes to the contact, and to nobody whose address takes no mail', async () => {
    const contact = async (entry: object) =>
      (await api.call('POST', '/v1/contacts', { as: 'admin', body: { lastName: 'Lan', emails: [entry] } })).body.id
    const value = (name: string) => `${name}-${++people}@example.com`
    const reachable = value('primary')
    const before = letters.length
    await asked({ contactId: await contact({ value: reachable }) })
    expect(letters.slice(before).map(({ to }) => to)).toEqual([reachable])

    const gone = value('suppressed')
    await suppress(systemCtx(api.runtime, 'test', 'req'), gone, { reason: 'manual', at: api.now.at.toISOString() })
    await asked({ contactId: await contact({ value: value('out'), optOut: true }) })
    await asked({ requester: { name: 'Nobody' } })
    await asked({ requester: { email: gone } })
    expect(letters.length).toBe(before + 1)
  })
})

describe('the page behind a link', () => {
  test('has the score chosen, runs and loads nothing, and changes nothing', async () => {
    const { links } = await asked()
    const before = await api.fingerprint()
    const page = await api.call<string>('GET', String(links[2]))

    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html'])
    const sheet = /<head>.*<style>([^<]*)<\/style>/s.exec(page.body)?.[1] ?? ''
    const hash = createHash('sha256').update(sheet).digest('base64')
    expect(sheet.length).toBeGreaterThan(100)
    expect(page.headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    )
    expect(page.body.match(/value="(\d)" required checked/)?.[1]).toBe('2')
    expect(page.body.replace(sheet, '')).not.toMatch(/<script|<style>[^<]|style=|src=|href=|https?:|url\(/)
    expect(sheet).not.toMatch(/url|@import/)
    expect(await api.fingerprint()).toBe(before)
  })

  test('takes a form and JSON alike, and answers every answer the same', async () => {
    const { id, links } = await asked()
    const first = await form(links[4], 'score=4&text=Quick%2C+%E1%BA%A5m%0D%0Aand+friendly')
    expect([first.status, (await read(id)).rating]).toMatchObject([
      200,
      { score: 4, text: 'Quick, ấm\r\nand friendly' },
    ])
    const { version } = await read(id)
    const again = await answer(links[1], { score: 4, text: 'Quick, ấm\r\nand friendly' })
    expect([again.body, (await read(id)).version]).toEqual([first.body, version])

    api.now.advance(7 * DAY_MS)
    const changed = await form(links[4], 'score=5&text=')
    expect((await read(id)).rating).toMatchObject({ score: 5 })
    expect((await read(id)).rating?.text).toBeUndefined()
    api.now.advance(1)
    const late = await answer(links[1], { score: 1, text: 'Too late.' })
    expect([changed.body, late.body, late.status]).toEqual([first.body, first.body, 200])
    expect((await read(id)).rating).toMatchObject({ score: 5 })
    expect(verbs(id).filter((verb) => verb === 'rated').length).toBe(2)
  })

  test.each([
    'score=6',
    'score=0',
    'score=4.5',
    'score=',
    '',
    'score=4&score=5',
    'score=4&isAdmin=true',
    'score=4&__proto__=x',
    `score=4&text=${'x'.repeat(2001)}`,
    Array.from({ length: 60 }, (_, index) => `f${index}=1`).join('&'),
  ])('refuses the form %s', async (body) => {
    const { id, links } = await asked()
    expect((await form(links[5], body)).status).toBe(400)
    expect((await read(id)).rating).toBeUndefined()
  })

  test('is not there for a link that is forged, for something else, or too old', async () => {
    const { id, links } = await asked()
    const path = String(links[5])
    const token = path.split('/').at(-1) ?? ''
    const ctx = systemCtx(api.runtime, 'test', 'req')
    const expiresAtS = Math.floor(api.now.at.getTime() / 1000) + 60
    const flips = Array.from({ length: token.length }, (_, at) => {
      const flipped = String.fromCharCode(token.charCodeAt(at) ^ 1)
      return /[\w.-]/.test(flipped) ? token.slice(0, at) + flipped + token.slice(at + 1) : `${token}x`
    })
    const forged = [
      ...flips,
      await sealLink(ctx, { purpose: 'quote.accept', subject: id, detail: '5', expiresAtS }),
      await sealLink(ctx, { purpose: 'case.rate', subject: id.replace('cas_', 'con_'), detail: '5', expiresAtS }),
      await sealLink(ctx, { purpose: 'case.rate', subject: id, detail: '5', expiresAtS: expiresAtS - 61 }),
    ]
    const before = await api.fingerprint()
    const answers = new Set<string>()
    for (const one of forged) {
      const { status, body } = await api.call('POST', `/v1/ratings/${one}`, { body: { score: 1 } })
      answers.add(JSON.stringify([status, { ...body, requestId: '' }]))
    }

    expect([...answers].map((one) => JSON.parse(one)[1].code)).toEqual(['link.invalid'])
    expect(await api.fingerprint()).toBe(before)
    api.now.advance(30 * DAY_MS)
    expect((await api.call('GET', path)).status).toBe(404)
  })
})

describe('a low score', () => {
  test('makes one task for whoever has the case, however often the customer thinks again', async () => {
    const { id, links } = await asked()
    const evil = `<script>alert(1)</script>=cmd|' /C calc'!A0\u202e`
    const sent = [answer(links[1], { score: 1, text: evil }), answer(links[2], { score: 2, text: evil })]
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200])
    await answer(links[5], { score: 5 })
    await answer(links[1], { score: 1, text: evil })

    const record = await read(id)
    const tasks = await tasksAbout(id)
    expect(record.rating).toMatchObject({ score: 1, text: evil, followUpId: tasks[0]?.id })
    expect(tasks).toMatchObject([{ ownerId: record.ownerId, priority: 'high', status: 'open', aboutId: id }])
    expect(tasks[0]?.deadline).toBe(later(api.now.at, DAY_MS).toISOString())
    expect(JSON.stringify(api.events.filter(({ subject }) => (subject as Case).id === id))).not.toContain('calc')
  })

  test('of a case that nobody has makes a task for its team; of one whose owner left, for the manager', async () => {
    const queue = await api.call('POST', '/v1/queues', {
      as: 'admin',
      body: { name: 'Desk', teamId: api.teams.service, mode: 'pull' },
    })
    expect(queue.status, JSON.stringify(queue.body)).toBe(201)
    const waiting = await asked({ queueId: queue.body.id })
    await answer(waiting.links[1], { score: 1 })
    const [task] = await tasksAbout(waiting.id)
    expect(task).toMatchObject({ teamId: api.teams.service, visibility: 'team' })

    const left = await asked()
    const ownerId = String(api.people.rep?.id)
    const given = { ownerId, reason: 'Knows it.' }
    await api.call('POST', `/v1/cases/${left.id}/assign`, { as: 'admin', body: given })
    await api.call('PATCH', `/v1/users/${ownerId}`, { as: 'admin', body: { status: 'disabled' } })
    await answer(left.links[2], { score: 2 })
    expect((await tasksAbout(left.id)).map((one) => one.ownerId)).toEqual([api.people.manager?.id])
  })
})
