import type { CaptureForm } from '@rapport/core/capture-forms/schema'
import type { CaptureFailure } from '@rapport/core/captures/schema'
import type { Case } from '@rapport/core/cases/schema'
import type { Lead } from '@rapport/core/leads/schema'
import { DAY_MS, HOUR_MS } from '@rapport/kernel/clock'
import type { Letter } from '@rapport/lambda/deps'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'
import { eventTap, type Message, startWorkers, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
const letters: Letter[] = []
beforeAll(async () => {
  const tap = eventTap()
  api = quiet(await startApi({ wrap: tap.wrap, shards: 2 }))
  api.deps.mailer.send = async (letter) => ({ messageId: `m${letters.push(letter)}` })
  workers = await startWorkers(api.deps, tap, ['ask-to-opt-in'])
})
afterAll(async () => {
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  await api.stop()
  await stopEngine()
})

let count = 0
const address = (): string => `visitor${++count}@example.com`

async function form(more = {}): Promise<CaptureForm> {
  const body = { name: 'Catalogue', fields: ['firstName', 'lastName', 'company', 'email', 'phone', 'message'], ...more }
  const reply = await api.call<CaptureForm>('POST', '/v1/capture-forms', { as: 'marketing', body })
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return reply.body
}

const send = (formKey: string, fields: Record<string, unknown>, more = {}, headers = {}) =>
  api.call('POST', `/v1/capture/${formKey}`, { body: { fields, ...more }, headers })

async function leadsOf(email: string): Promise<Lead[]> {
  const reply = await api.call<{ data: { record: Lead }[] }>('GET', '/v1/search', { as: 'admin', query: { q: email } })
  return reply.body.data.map(({ record }) => record)
}
const leadOf = async (email: string): Promise<Lead> => (await leadsOf(email))[0] as Lead

const failures = async (): Promise<CaptureFailure[]> =>
  (await api.call<{ data: CaptureFailure[] }>('GET', '/v1/capture-failures', { as: 'marketing' })).body.data

describe('a web form', () => {
  test('makes a lead of what it asks for, with where the visitor came from and the proof of consent', async () => {
    const email = address()
    const { formKey, id } = await form({ constants: { source: 'web', tags: ['web'] } })

    const reply = await send(
      formKey,
      { lastName: 'Lan', email, homepageTitle: 'not asked', title: 'not asked either' },
      {
        utm: { source: 'search', campaign: 'spring', utm_x: 'y' },
        clickIds: { gclid: 'g1', other: 'x' },
        referrer: 'https://search.example/?q=\u0007tea',
        consent: { textVersion: 'v3' },
      },
    )

    expect([reply.status, reply.body]).toEqual([202, { status: 'received' }])
    const lead = await leadOf(email)
    expect(lead).toMatchObject({
      lastName: 'Lan',
      source: 'web',
      tags: ['web'],
      status: 'new',
      utm: { source: 'search', campaign: 'spring' },
      clickIds: { gclid: 'g1' },
      referrer: 'https://search.example/?q= tea',
      captureFormId: id,
      consents: [{ purpose: 'marketing', textVersion: 'v3', ip: '127.0.0.1', at: api.now.at.toISOString() }],
    })
    expect(lead.firstTouch).toMatchObject({ source: 'web', utm: { source: 'search' }, captureFormId: id })
    expect(lead).not.toHaveProperty('title')
  })

  test('answers the same whatever becomes of it', async () => {
    const { formKey } = await form()
    const asleep = await form({ isActive: false })
    const answers = [
      await send(formKey, { lastName: 'Lan', email: address() }),
      await send(formKey, { email: 'no address' }),
      await send(formKey, {}),
      await send(formKey, { lastName: 'Robot' }, { homepage: 'https://spam.example' }),
      await send(asleep.formKey, { lastName: 'Late' }),
      await send('nothing-has-this-key', { lastName: 'Lan' }),
    ]

    const told = answers.map(({ status, body, headers }) => [status, body, headers['content-type']])
    expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(told[0]?.[0]).toBe(202)
  })

  test('sent again with the same Idempotency-Key tells nothing more', async () => {
    const { formKey } = await form()
    const fields = { lastName: 'Lan', email: address() }
    const again = () => send(formKey, fields, {}, { 'idempotency-key': 'guessed' })

    expect([(await again()).body, (await again()).body]).toEqual([{ status: 'received' }, { status: 'received' }])
  })

  test('filled in by a program, or with a key of nothing, writes nothing', async () => {
    const { formKey } = await form()
    const before = await api.fingerprint()

    await send(formKey, { lastName: 'Robot' }, { homepage: 'x' })
    await send('nothing-has-this-key', { lastName: 'Lan' })

    expect(await api.fingerprint()).toBe(before)
  })

  test('sent again by the same person adds a touch to the open lead, and fills only what is empty', async () => {
    const email = address()
    const { formKey } = await form()
    await send(formKey, { lastName: 'Lan', email }, { utm: { source: 'one' } })
    api.now.advance(HOUR_MS)

    await send(formKey, { lastName: 'Mallory', company: 'Tea', email: email.toUpperCase() }, { utm: { source: 'two' } })

    const leads = await leadsOf(email)
    expect(leads).toHaveLength(1)
    expect(leads[0]).toMatchObject({ lastName: 'Lan', company: 'Tea', version: 2 })
    expect(leads[0]?.firstTouch.utm?.source).toBe('one')
    expect(leads[0]?.lastTouch).toMatchObject({ at: api.now.at.toISOString(), utm: { source: 'two' } })
  })

  test('sent many times at once makes one lead that knows every touch', async () => {
    const email = address()
    const { formKey } = await form()

    const replies = await Promise.all([1, 2, 3, 4, 5].map((n) => send(formKey, { lastName: `Lan ${n}`, email })))

    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 202])
    const leads = await leadsOf(email)
    expect(leads.map(({ version }) => version)).toEqual([5])
  })

  test('begins a new lead when the one before is closed', async () => {
    const email = address()
    const { formKey } = await form()
    await send(formKey, { lastName: 'Lan', email })
    const { id } = await leadOf(email)
    const body = { status: 'unqualified', unqualifiedReason: 'no_need' }
    await api.call('PATCH', `/v1/leads/${id}`, { as: 'admin', body })

    await send(formKey, { lastName: 'Lan', email })

    expect(await leadsOf(email)).toHaveLength(2)
  })

  test('gives its leads to whom it says, and to nobody who has left', async () => {
    const [email, other] = [address(), address()]
    const [rep, disabled] = [api.people.rep?.id, api.people.disabled?.id]
    const { formKey } = await form({ assignToId: rep, leadTeamId: api.teams.sales })
    await send(formKey, { lastName: 'Lan', email })
    const { formKey: left, id } = await form({ assignToId: rep })
    expect(disabled).toBeDefined()
    await api.call('PATCH', `/v1/capture-forms/${id}`, { as: 'admin', body: { assignToId: api.people.peer?.id } })
    await api.call('PATCH', `/v1/users/${api.people.peer?.id}`, { as: 'admin', body: { status: 'disabled' } })
    await send(left, { lastName: 'Lan', email: other })

    expect(await leadOf(email)).toMatchObject({ ownerId: rep, teamId: api.teams.sales })
    expect((await leadOf(other)).ownerId).toBe(`usr_${'0'.repeat(26)}`)
  })

  test('that may be sent from one page only refuses others, and keeps what they sent', async () => {
    const { formKey, id } = await form({ allowedOrigins: ['https://www.example.com'] })
    const fields = () => ({ lastName: 'Lan', email: address() })

    await send(formKey, fields(), {}, { origin: 'https://www.example.com' })
    await send(formKey, fields(), {}, { origin: 'https://evil.example' })

    const kept = (await failures()).filter(({ formId }) => formId === id)
    expect(kept.map(({ code, origin }) => [code, origin])).toEqual([['capture.origin', 'https://evil.example']])
  })
})

describe('a form that opens cases', () => {
  const fields = ['subject', 'message', 'firstName', 'lastName', 'email', 'phone']
  const caseForm = (more = {}) => form({ name: 'Complaints', opens: 'case', fields, ...more })
  const casesOf = async (email: string): Promise<Case[]> => {
    const found = await api.call<{ data: Case[] }>('GET', '/v1/cases', { as: 'admin', query: { limit: 100 } })
    return found.body.data.filter(({ requester }) => requester?.email?.toLowerCase() === email)
  }

  test('makes one of what it asks for, of the contact who has the address, in its queue', async () => {
    const email = address()
    const account = await api.call('POST', '/v1/accounts', { as: 'admin', body: { name: 'Tea' } })
    const contact = await api.call('POST', '/v1/contacts', {
      as: 'admin',
      body: { lastName: 'Lan', emails: [{ value: email }], accountId: account.body.id },
    })
    const body = { name: 'Complaints', teamId: api.teams.service }
    const queue = await api.call('POST', '/v1/queues', { as: 'admin', body })
    const reply = await api.call<CaptureForm>('POST', '/v1/capture-forms', {
      as: 'admin',
      body: {
        name: 'Complaints',
        opens: 'case',
        fields,
        queueId: queue.body.id,
        caseConstants: { type: 'problem', urgency: 'high', tags: ['web'] },
      },
    })
    const said = { message: 'The lift stands still.\nSince noon.', firstName: 'Lan', email: email.toUpperCase() }

    const answer = await send(reply.body.formKey, { ...said, company: 'not asked', ownerId: 'usr_x' })

    expect([answer.status, answer.body]).toEqual([202, { status: 'received' }])
    expect(await casesOf(email)).toEqual([
      expect.objectContaining({
        subject: 'The lift stands still.',
        description: said.message,
        origin: 'website',
        type: 'problem',
        urgency: 'high',
        tags: ['web'],
        queueId: queue.body.id,
        contactId: contact.body.id,
        accountId: account.body.id,
        requester: { name: 'Lan', email: expect.stringMatching(new RegExp(email, 'i')) },
        inboundCount: 1,
        status: 'new',
      }),
    ])
  })

  test('knows an account by its domain, and takes the same words once a day, however often they are sent', async () => {
    const domain = `tea-${++count}.example`
    const account = await api.call('POST', '/v1/accounts', { as: 'admin', body: { name: 'Tea', domain } })
    const { formKey } = await caseForm()
    const said = { subject: 'Cold', email: `lan@${domain}` }

    await Promise.all([1, 2, 3].map(() => send(formKey, said)))
    await send(formKey, said)
    expect((await casesOf(said.email)).map(({ accountId }) => accountId)).toEqual([account.body.id])

    await send(formKey, { ...said, message: 'Still.' })
    api.now.advance(DAY_MS)
    await send(formKey, said)
    expect(await casesOf(said.email)).toHaveLength(3)
  })

  test('keeps what cannot be taken, and takes it once that is mended', async () => {
    const { formKey, id } = await caseForm()
    await send(formKey, { subject: 'Cold', email: 'lan@' })
    const [failure] = (await failures()).filter(({ formId }) => formId === id)
    expect(failure).toMatchObject({ code: 'capture.invalid' })
    await api.call('PATCH', `/v1/capture-forms/${id}`, { as: 'marketing', body: { fields: ['subject'] } })

    const taken = await api.call('POST', `/v1/capture-failures/${failure?.id}/replay`, { as: 'marketing' })

    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const opened = await api.call('GET', `/v1/cases/${taken.body.caseId}`, { as: 'admin' })
    expect(opened.body).toMatchObject({ subject: 'Cold', origin: 'website' })
  })

  test('asks nothing that a case has no place for, and no lead has a subject', async () => {
    for (const body of [
      { name: 'Cases', opens: 'case', fields: ['subject', 'industry'] },
      { name: 'Leads', fields: ['lastName', 'subject'] },
    ]) {
      const reply = await api.call('POST', '/v1/capture-forms', { as: 'marketing', body })
      expect(reply).toMatchObject({ status: 422, body: { code: 'captureForm.strange_field' } })
      expect(reply.body.errors).toMatchObject([{ pointer: '/fields/1' }])
    }
  })
})

describe('a capture that failed', () => {
  test('is kept, can be taken once what was wrong is mended, and once', async () => {
    const { formKey, id } = await form()
    await send(formKey, { lastName: 'Lan', email: 'lan@', phone: '+84 28 3823 4567' })
    const [failure] = (await failures()).filter(({ formId }) => formId === id)
    expect(failure).toMatchObject({ code: 'capture.invalid', request: { fields: { email: 'lan@' } }, ip: '127.0.0.1' })
    expect(failure?.detail).toContain('/emails/0/value')
    const path = `/v1/capture-failures/${failure?.id}/replay`
    expect((await api.call('POST', path, { as: 'marketing' })).body.code).toBe('capture.invalid')
    await api.call('PATCH', `/v1/capture-forms/${id}`, { as: 'marketing', body: { fields: ['lastName', 'phone'] } })

    const taken = await api.call('POST', path, { as: 'marketing' })

    expect(taken.status, JSON.stringify(taken.body)).toBe(200)
    const lead = await api.call('GET', `/v1/leads/${taken.body.leadId}`, { as: 'marketing' })
    expect(lead.body).toMatchObject({ lastName: 'Lan', phones: [{ e164: '+842838234567' }] })
    expect((await api.call('POST', path, { as: 'marketing' })).body.code).toBe('captureFailure.replayed')
  })
})

describe('a double opt-in', () => {
  const linkIn = (letter: Letter | undefined): string =>
    new URL(/https?:\/\/\S+\/v1\/opt-in\/\S+/.exec(letter?.text ?? '')?.[0] ?? '').pathname
  const lettersTo = (email: string) => letters.filter(({ to }) => to === email)

  async function asked(email = address()): Promise<{ email: string; path: string }> {
    const { formKey } = await form({ doubleOptIn: true, thanks: 'Thanks <b>a lot</b>.' })
    await send(formKey, { lastName: '<script>', email }, { consent: { textVersion: 'v1' } })
    await workers.drain()
    return { email, path: linkIn(lettersTo(email)[0]) }
  }

  test('asks by letter, changes nothing when the link is only looked at, and confirms when the button is pressed', async () => {
    const { email, path } = await asked()
    expect(lettersTo(email)[0]?.html).not.toContain('script')
    const before = await api.fingerprint()

    const page = await api.call<string>('GET', path)
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html'])
    expect(page.body).toContain('<form method="post">')
    expect(await api.fingerprint()).toBe(before)

    const done = await api.call<string>('POST', path)
    expect(done.body).toContain('Thanks &lt;b&gt;a lot&lt;/b&gt;.')
    const at = api.now.at.toISOString()
    const lead = await leadOf(email)
    expect(lead.emails?.[0]?.verifiedAt).toBe(at)
    expect(lead.consents?.[0]?.confirmedAt).toBe(at)

    api.now.advance(HOUR_MS)
    const again = await api.call<string>('POST', path)
    expect([again.status, again.body]).toEqual([200, done.body])
    expect(await leadOf(email)).toEqual(lead)
  })

  test('writes once, however often the message comes and the form is sent', async () => {
    const email = address()
    const { formKey } = await form({ doubleOptIn: true })
    const seen: Message[] = []
    const deliver = (message: Message) => {
      seen.push(message)
      return workers.deliver(message)
    }
    await send(formKey, { lastName: 'Lan', email })
    await workers.drain(deliver)
    await send(formKey, { lastName: 'Lan', email })
    await workers.drain(deliver)
    for (const message of seen) await workers.deliver(message)

    expect(seen.length).toBeGreaterThan(1)
    expect(lettersTo(email)).toHaveLength(1)
    api.now.advance(DAY_MS)
    await send(formKey, { lastName: 'Lan', email })
    await workers.drain(deliver)
    expect(lettersTo(email)).toHaveLength(2)
  })

  test('writes to no address that wants no mail', async () => {
    const { suppress } = await import('@rapport/core/mail/service')
    const { systemCtx } = await import('@rapport/lambda/context')
    const email = address()
    const at = api.now.at.toISOString()
    await suppress(systemCtx(api.runtime, 'test', 'req-test'), email, { reason: 'complaint', at })
    const { formKey } = await form({ doubleOptIn: true })

    await send(formKey, { lastName: 'Lan', email })
    await workers.drain()

    expect(lettersTo(email)).toEqual([])
  })

  test('takes no link that is forged, of another stage, changed by a character or two days old', async () => {
    const { email, path } = await asked()
    const token = path.split('/').at(-1) ?? ''
    const [subject = '', expires = '', detail = '', signature = ''] = token.split('.')
    const other = await leadOf((await asked()).email)
    const forged = [
      [other.id, expires, detail, signature],
      [subject, 'zzzzzzzz', detail, signature],
      [subject, expires, 'f'.repeat(64), signature],
      [subject, expires, detail, `${signature.slice(0, -1)}${signature.endsWith('A') ? 'B' : 'A'}`],
      [subject, expires, detail],
      ['x'],
    ].map((parts) => parts.join('.'))
    const before = await api.fingerprint()
    const told = new Set<string>()
    const tell = async (one: string) => {
      for (const method of ['GET', 'POST']) {
        const { status, body } = await api.call(method, `/v1/opt-in/${one}`)
        told.add(JSON.stringify([status, body.code, body.detail]))
      }
    }

    for (const one of forged) await tell(one)
    api.now.advance(2 * DAY_MS)
    await tell(token)

    expect([...told]).toEqual([JSON.stringify([404, 'link.invalid', 'This link is not valid, or its time is over.'])])
    expect(await api.fingerprint()).toBe(before)
    expect((await leadOf(email)).emails?.[0]).not.toHaveProperty('verifiedAt')
  })
})
