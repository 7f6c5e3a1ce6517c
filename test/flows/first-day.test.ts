import { type Cloud, startCloud } from '@rapport/local/cloud'
import { createFaults, type Faults, noFaults } from '@rapport/local/faults'
import { seedPeople } from '@rapport/local/seed'
import { afterEach, describe, expect, test } from 'vitest'
import { type Client, client } from '../support/http.ts'

const START = new Date('2026-11-22T09:00:00.000Z')

let cloud: Cloud | undefined

afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

/** A cloud with the development users, and their passwords. */
async function startWithPeople(faults: Faults): Promise<{ running: Cloud; as: (email: string) => Promise<Client> }> {
  const passwords = new Map<string, string>()
  const running = await startCloud({
    at: START,
    quiet: true,
    faults,
    seed: (starting) =>
      seedPeople({
        ...starting,
        createSignIn: (email, password, role) => {
          passwords.set(email, password)
          return starting.createSignIn(email, password, role)
        },
      }),
  })
  return { running, as: async (email) => client(running.url, await running.signIn(email, passwords.get(email) ?? '')) }
}

const faults: [string, () => Faults][] = [
  ['with nothing going wrong', () => noFaults],
  [
    'with throttles, lost replies, duplicates and reordering',
    () =>
      createFaults({
        seed: 7,
        rates: { throttle: 0.02, replyLost: 0.03, timeoutBefore: 0.02, conflict: 0.02, duplicate: 0.5, reorder: 0.3 },
      }),
  ],
]

describe.each(faults)('the first day of a colleague, %s', (_name, make) => {
  test('goes from the invitation to the handover', { timeout: 120_000 }, async () => {
    const { running, as } = await startWithPeople(make())
    cloud = running
    const admin = await as('admin@rapport.example')
    const rep2 = await as('rep2@rapport.example')
    const rep = await as('rep@rapport.example')

    const team = (await rep('GET', '/v1/me')).body.user.teamIds[0]
    const invited = await admin(
      'POST',
      '/v1/users',
      { name: 'Linh Vũ', email: 'linh@rapport.example', roles: ['rep'], teamIds: [team] },
      { 'idempotency-key': 'linh' },
    )
    expect(invited.status).toBe(201)
    await running.idle()
    const letters = (await running.mail()).filter((letter) => letter.to.includes('linh@rapport.example'))
    expect(letters).toHaveLength(1)
    const password = /password is (\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
    const linh = client(running.url, await running.signIn('linh@rapport.example', password))

    const account = await linh(
      'POST',
      '/v1/accounts',
      { name: 'Phở Thìn', domain: 'phothin.example' },
      { 'idempotency-key': 'a' },
    )
    expect(account.status).toBe(201)
    const contact = await linh(
      'POST',
      '/v1/contacts',
      {
        lastName: 'Nguyễn',
        firstName: 'Thìn',
        accountId: account.body.id,
        emails: [{ value: 'thin@phothin.example' }],
      },
      { 'idempotency-key': 'c' },
    )
    expect(contact.status).toBe(201)
    const note = await linh(
      'POST',
      '/v1/notes',
      { subjectId: contact.body.id, body: 'Prefers a call.' },
      { 'idempotency-key': 'n' },
    )
    expect(note.status).toBe(201)
    await running.idle()

    expect((await linh('GET', '/v1/search?q=pho')).body.data.map((hit: { id: string }) => hit.id)).toEqual([
      account.body.id,
    ])
    expect((await rep('GET', '/v1/search?q=thin%20nguyen')).body.data).toHaveLength(1)
    expect((await rep2('GET', '/v1/search?q=pho')).body.data).toEqual([])
    expect((await rep2('GET', `/v1/accounts/${account.body.id}`)).status).toBe(404)
    const rep2Id = (await rep2('GET', '/v1/me')).body.user.id
    expect(
      (await linh('PUT', `/v1/accounts/${account.body.id}/shares`, { shares: [{ to: rep2Id, access: 'read' }] }))
        .status,
    ).toBe(200)
    expect((await rep2('GET', '/v1/accounts')).body.data.map((one: { id: string }) => one.id)).toContain(
      account.body.id,
    )

    const people = await linh('GET', `/v1/accounts/${account.body.id}/timeline/people`)
    expect(people.body.data.map((event: { type: string }) => event.type).sort()).toEqual([
      'contact.created',
      'note.created',
      'relation.created',
    ])

    const repId = (await rep('GET', '/v1/me')).body.user.id
    const handover = await admin(
      'POST',
      `/v1/users/${invited.body.id}/handover`,
      { to: repId },
      { 'idempotency-key': 'h' },
    )
    expect(handover.status).toBeLessThan(300)
    await running.idle()
    expect((await rep('GET', `/v1/accounts/${account.body.id}`)).body.ownerId).toBe(repId)
    expect((await rep('GET', `/v1/contacts/${contact.body.id}`)).body.ownerId).toBe(repId)

    const fresh = (await admin('GET', `/v1/users/${invited.body.id}`)).body.version
    expect(
      (await admin('PATCH', `/v1/users/${invited.body.id}`, { status: 'disabled' }, { 'if-match': `"${fresh}"` }))
        .status,
    ).toBe(200)
    expect((await linh('POST', '/v1/accounts', { name: 'Too late' })).status).toBe(401)
    await running.clock.advance('PT1M')
    expect((await linh('GET', '/v1/accounts')).status).toBe(401)

    const feed = await everyEvent(admin, '2026-11-22T08:00:00.000Z')
    expect(new Set(feed.map((event) => event.id)).size).toBe(feed.length)
    const created = feed.filter((event) => event.type === 'account.created' && event.subject.id === account.body.id)
    expect(created).toHaveLength(1)
    expect(running.deadLetters(), JSON.stringify(running.deadLetters())).toEqual([])
  })
})

async function everyEvent(
  call: Client,
  since: string,
): Promise<{ id: string; type: string; subject: { id: string } }[]> {
  const all = []
  let query = `since=${since}`
  for (let page = 0; page < 20; page++) {
    const { body } = await call('GET', `/v1/events?limit=100&${query}`)
    all.push(...body.data)
    if (body.data.length === 0) break
    query = `cursor=${body.nextCursor}`
  }
  return all
}
