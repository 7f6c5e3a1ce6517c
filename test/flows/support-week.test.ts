import { type Cloud, startCloud } from '@rapport/local/cloud'
import { createFaults, type Faults, noFaults } from '@rapport/local/faults'
import { seedPeople } from '@rapport/local/seed'
import { afterEach, describe, expect, test } from 'vitest'
import { type Client, client } from '../support/http.ts'

/** A Monday, eight in the morning in Berlin, an hour before the office opens. */
const START = new Date('2026-11-23T07:00:00.000Z')

let cloud: Cloud | undefined
afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const weather: [string, () => Faults][] = [
  ['with nothing going wrong', () => noFaults],
  [
    'with throttles, lost replies, duplicates and reordering',
    () =>
      createFaults({
        seed: 11,
        rates: { throttle: 0.02, replyLost: 0.03, timeoutBefore: 0.02, conflict: 0.02, duplicate: 0.5, reorder: 0.3 },
      }),
  ],
]

async function begin(faults: Faults): Promise<{ running: Cloud; as: (name: string) => Promise<Client> }> {
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
  // A token lives for a quarter of an hour, and a week passes.
  const as = async (name: string): Promise<Client> => {
    const email = `${name}@rapport.example`
    return async (...call) => client(running.url, await running.signIn(email, passwords.get(email) ?? ''))(...call)
  }
  return { running, as }
}

/** A letter from the customer, as it arrives from the mail service. */
async function write(running: Cloud, headers: Record<string, string>, text: string): Promise<void> {
  const lines = Object.entries({
    From: 'Lan Phạm <lan@customer.example>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`)
  const to = encodeURIComponent(headers.To ?? '')
  const reply = await fetch(`${running.url}/local/mail/inbound?to=${to}`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822' },
    body: [...lines, '', text].join('\r\n'),
  })
  expect(reply.status).toBe(202)
  await running.idle()
}

describe.each(weather)('a week in a support team, %s', (_name, make) => {
  test('goes from the first letter to the solution, and late work reaches the manager once', {
    timeout: 180_000,
  }, async () => {
    const { running, as } = await begin(make())
    cloud = running
    const [admin, agent, manager] = [await as('admin'), await as('agent'), await as('manager')]
    const made = async (call: Client, path: string, body: object) => {
      const reply = await call('POST', path, body)
      expect(reply.status, `${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
      await running.idle()
      return reply.body
    }
    const wait = async (duration: string): Promise<void> => {
      await running.clock.advance(duration)
      await running.idle()
    }
    const lettersTo = async (address: string) => (await running.mail()).filter(({ to }) => to.includes(address))
    const [agentId, managerId] = [
      (await agent('GET', '/v1/me')).body.user.id,
      (await manager('GET', '/v1/me')).body.user.id,
    ]
    const { body: agentNow } = await admin('GET', `/v1/users/${agentId}`)
    expect(
      (await admin('PATCH', `/v1/users/${agentId}`, { managerId }, { 'if-match': `"${agentNow.version}"` })).status,
    ).toBe(200)

    const day = [{ start: '09:00', end: '17:00' }]
    await made(admin, '/v1/calendars', {
      name: 'Office',
      timeZone: 'Europe/Berlin',
      isDefault: true,
      week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
    })
    await made(admin, '/v1/sla-policies', {
      name: 'Everybody',
      position: 1,
      targets: {
        high: { firstResponseMinutes: 60, resolutionMinutes: 240 },
        normal: { firstResponseMinutes: 120, nextResponseMinutes: 120, resolutionMinutes: 960 },
      },
    })
    await made(admin, '/v1/escalation-rules', {
      name: 'Late solutions',
      position: 1,
      hours: 'business',
      steps: [
        {
          when: { basis: 'resolution', percent: 100 },
          actions: { notify: { whom: ['managerOfOwner'] }, setPriority: 'high' },
        },
      ],
    })
    const teamId = agentNow.teamIds[0]
    const queue = await made(admin, '/v1/queues', { name: 'First line', teamId, visibility: 'team' })

    await write(
      running,
      { To: 'support@in.rapport.example', Subject: 'Too loud', 'Message-ID': '<first@customer.example>' },
      'It hums.',
    )
    await write(
      running,
      { To: 'support@in.rapport.example', Subject: 'Too loud', 'Message-ID': '<first@customer.example>' },
      'It hums.',
    )
    const { body: waiting } = await admin('GET', '/v1/inbound-mail?limit=10')
    expect(waiting.data).toHaveLength(1)
    const opened = await made(admin, `/v1/inbound-mail/${waiting.data[0].id}/create-case`, { queueId: queue.id })
    const path = `/v1/cases/${opened.id}`
    expect((await admin('GET', path)).body).toMatchObject({
      status: 'new',
      origin: 'email',
      priority: 'normal',
      slaState: 'running',
    })
    expect((await admin('GET', path)).body.sla.firstResponse.dueAt).toBe('2026-11-23T10:00:00.000Z')
    const web = await made(admin, '/v1/cases', {
      subject: 'Invoice',
      origin: 'website',
      queueId: queue.id,
      requester: { email: 'an@customer.example' },
    })

    await wait('PT1H30M')
    const claims = await Promise.all([1, 2].map(() => agent('POST', `/v1/queues/${queue.id}/claim`, {})))
    expect(claims.map(({ status, body }) => [status, body.code])).toEqual([
      [200, undefined],
      [200, undefined],
    ])
    const claimed = claims.map(({ body }) => body.id)
    expect(claimed.sort()).toEqual([opened.id, web.id].sort())
    await made(agent, `${path}/comments`, { body: 'He wrote twice before.', direction: 'internal' })
    await made(agent, `${path}/reply`, { body: 'Which model is it?', status: 'waiting_on_customer' })
    const [question, ...more] = await lettersTo('lan@customer.example')
    expect(more).toEqual([])
    expect(question?.text).toContain('Which model is it?')
    expect(JSON.stringify(question)).not.toContain('wrote twice')
    expect((await agent('GET', path)).body.sla).toMatchObject({
      firstResponse: { state: 'met' },
      resolution: { state: 'paused' },
    })

    await wait('PT24H')
    const replyTo = question?.headers['Reply-To'] ?? question?.headers['reply-to'] ?? ''
    await write(running, { To: replyTo, Subject: 'Re: Too loud', 'Message-ID': '<second@customer.example>' }, 'The K6.')
    await write(
      running,
      { To: replyTo, Subject: 'Away', 'Auto-Submitted': 'auto-replied', 'Message-ID': '<away@customer.example>' },
      'I am away.',
    )
    const resumed = (await agent('GET', path)).body
    expect(resumed).toMatchObject({ status: 'in_progress', inboundCount: 2, sla: { resolution: { state: 'running' } } })
    const resolutionDue = resumed.sla.resolution.dueAt

    await made(agent, `/v1/cases/${web.id}/reply`, { body: 'It is on its way.' })
    await made(agent, `/v1/cases/${web.id}/resolve`, { code: 'answered' })
    await wait('PT72H')
    const events = async () =>
      (await admin('GET', `${path}/timeline?limit=100`)).body.data.map((event: { type: string }) => event.type)
    const told = async (type: string) => (await events()).filter((one: string) => one === type).length
    const late = (await agent('GET', path)).body
    expect(late).toMatchObject({ slaState: 'breached', isEscalated: true, escalationLevel: 1, priority: 'high' })
    expect(late.sla.resolution.breachedAt).toBe(resolutionDue)
    expect(await told('case.sla_warning')).toBeGreaterThan(0)
    expect(await told('case.escalated')).toBe(1)
    const notices = await lettersTo('manager@rapport.example')
    expect(notices.filter(({ text }) => text.includes(opened.number) || text.includes('Too loud'))).toHaveLength(1)

    await made(agent, `${path}/reply`, { body: 'A new one is on its way.', status: 'resolved' })
    await wait('PT48H')
    expect(await told('case.escalated')).toBe(1)
    await write(
      running,
      {
        To: replyTo,
        Subject: 'Re: Too loud',
        'Message-ID': '<third@customer.example>',
        'Content-Type': 'multipart/mixed; boundary="cut"',
      },
      [
        '--cut\r\n\r\nIt still hums.',
        '--cut\r\nContent-Type: audio/wav\r\nContent-Disposition: attachment; filename="../hum.wav"\r\n\r\nhmmm',
        '--cut--',
      ].join('\r\n'),
    )
    const [hum] = (await agent('GET', `${path}/files`)).body.data
    expect(hum).toMatchObject({ name: '_hum.wav', bytes: 4, origin: 'mail' })
    const download = await fetch((await agent('GET', `/v1/case-files/${hum.id}/link`)).body.url)
    expect([await download.text(), download.headers.get('content-type')]).toEqual(['hmmm', 'application/octet-stream'])
    expect(download.headers.get('content-disposition')).toContain('attachment; filename="_hum.wav"')
    expect(download.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await agent('GET', path)).body).toMatchObject({ status: 'in_progress', reopenedCount: 1, inboundCount: 3 })
    await made(agent, `${path}/resolve`, { code: 'solved', text: 'Felt under the feet.' })
    const [asked] = (await lettersTo('lan@customer.example'))
      .filter(({ subject }) => subject.startsWith('How did we do?'))
      .slice(-1)
    const bad = /Very unhappy:\s+(\S+)/.exec(asked?.text ?? '')?.[1] ?? ''
    const link = new URL(bad)
    const anybody = client(running.url)
    expect((await anybody('GET', `${link.pathname}${link.search}`)).status).toBe(200)
    expect((await agent('GET', path)).body.rating).toBeUndefined()
    expect((await anybody('POST', link.pathname, { score: 1, text: 'It took a week.' })).status).toBe(200)
    await running.idle()
    expect((await agent('GET', path)).body.rating).toMatchObject({ score: 1 })
    const followUps = (await agent('GET', `/v1/tasks?aboutId=${opened.id}`)).body.data
    expect(followUps).toHaveLength(1)
    await wait('P8D')

    const closed = (await agent('GET', path)).body
    expect(closed).toMatchObject({ status: 'closed', slaState: 'breached' })
    expect((await admin('GET', `/v1/cases/${web.id}`)).body).toMatchObject({ status: 'closed' })
    const answers = (await lettersTo('lan@customer.example')).filter(({ subject }) =>
      subject.includes(`${opened.number}]`),
    )
    expect(answers).toHaveLength(2)
    expect(running.deadLetters(), JSON.stringify(running.deadLetters())).toEqual([])
  })
})
