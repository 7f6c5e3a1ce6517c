import { casesIn, caseToken, isAutomatic } from '@rapport/core/case-mail/rules'
import { NOBODY_ID } from '@rapport/core/cases/rules'
import type { Letter } from '@rapport/core/mail/schema'
import { DAY_MS } from '@rapport/kernel/clock'
import { arrivalOf, newLetterKey, storedLetter } from '@rapport/local/mail-inbound'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createReceiver } from '../../functions/workers/receive-mail.ts'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, type Message, startWorkers, type Workers } from '../support/workers.ts'

/** Answers that go out by mail, and what comes back. */

let api: Api
let workers: Workers
const letters: Letter[] = []
/** What the mail service does with the next letter. */
let failure: Error | undefined

beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ wrap: tap.wrap })
  api.deps.mailer = {
    send: async (letter) => {
      if (failure) throw failure
      letters.push(letter)
      return { messageId: `0102018f-${letters.length}` }
    },
  }
  workers = await startWorkers(api.deps, tap, ['send-case-answer'])
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

type Body = Record<string, unknown> & { id: string }

async function post<T = Body>(path: string, body: object = {}, as = 'admin'): Promise<T> {
  const reply = await api.call<T>('POST', path, { as, body })
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`)
  return reply.body
}
const get = async <T = Body>(path: string, query: Record<string, string> = {}): Promise<T> =>
  (await api.call<T>('GET', path, { as: 'admin', query })).body

let count = 0
const open = (more: object = {}): Promise<Body> =>
  post('/v1/cases', { subject: 'Too loud', requester: { email: `lan-${++count}@customer.test`, name: 'Lan' }, ...more })

const comments = async (id: string, query: Record<string, string> = {}): Promise<Body[]> =>
  (await get<{ data: Body[] }>(`/v1/cases/${id}/comments`, query)).data

async function receive(headers: Record<string, string>, text = 'It is still loud.'): Promise<void> {
  const all = {
    From: 'Lan <lan@customer.test>',
    To: 'support@in.rapport.test',
    Subject: 'Re: Too loud',
    'Message-ID': `<m${++count}@customer.test>`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  const raw = Buffer.from([...lines, '', text].join('\r\n'))
  const [key, letter] = [newLetterKey(), storedLetter(raw, [all.To], api.now.at)]
  await api.deps.files.put(key, letter, 'message/rfc822')
  const body = arrivalOf(api.deps.env.FILES_BUCKET, key, letter.length, api.now.at)
  const answer = await createReceiver(api.deps)({ Records: [{ messageId: 'm', body }] } as unknown as SQSEvent)
  expect(answer.batchItemFailures).toEqual([])
}

const last = (): Letter => letters.at(-1) as Letter
const inbound = async (): Promise<Body[]> => (await get<{ data: Body[] }>('/v1/inbound-mail', { limit: '100' })).data

describe('an answer', () => {
  test('goes out by mail once, with an address and a reference that name the case, and no internal word', async () => {
    const { id, number } = await open()
    await post(`/v1/cases/${id}/comments`, { body: 'He is difficult.' })
    const said = await post(`/v1/cases/${id}/reply`, { body: 'A <new> one\nis on its way.' })
    const delivered: Message[] = []
    await workers.drain((message) => {
      delivered.push(message)
      return workers.deliver(message)
    })
    const sent = letters.length
    for (const message of delivered) await workers.deliver(message)

    expect(letters).toHaveLength(sent)
    expect(last()).toMatchObject({
      subject: `[${number}] Too loud`,
      text: expect.stringMatching(/^A <new> one\nis on its way.\n\nYour cases:\nhttp\S+\n$/),
    })
    expect(last().html).toContain('A &lt;new&gt; one<br>is on its way.')
    expect(JSON.stringify(letters)).not.toContain('difficult')
    const { 'Reply-To': replyTo = '', References: references = '' } = last().headers ?? {}
    expect(replyTo.split('@')[0]?.length).toBeLessThanOrEqual(64)
    const key = await api.runtime.db.signingKey()
    expect([casesIn(key, 'test', replyTo), casesIn(key, 'test', references)]).toEqual([[id], [id]])
    expect(await get(`/v1/case-comments/${said.id}`)).toMatchObject({ delivery: { status: 'sent' } })
  })

  test('that may have been sent is not sent again, and says so', async () => {
    const { id } = await open()
    const said = await post(`/v1/cases/${id}/reply`, { body: 'Hello?' })
    failure = new Error('the connection broke')
    await workers.drain()
    failure = undefined
    const sent = letters.length

    const [message] = await workers.pending()
    if (message) await workers.deliver(message)

    expect(letters).toHaveLength(sent)
    expect(await get(`/v1/case-comments/${said.id}`)).toMatchObject({ delivery: { status: 'in_doubt' } })
  })

  test('that was refused for good says so too, and one that was refused for now goes out later', async () => {
    const refused = (isTemporary: boolean) => Object.assign(new Error('no'), { name: 'MailRefused', isTemporary })
    const { id } = await open()
    const never = await post(`/v1/cases/${id}/reply`, { body: 'Never' })
    failure = refused(false)
    await workers.drain()
    const later = await post(`/v1/cases/${id}/reply`, { body: 'Later' })
    failure = refused(true)
    await workers.drain(async (message) => {
      const isDone = await workers.deliver(message)
      failure = undefined
      return isDone
    })

    expect(await get(`/v1/case-comments/${never.id}`)).toMatchObject({ delivery: { status: 'failed' } })
    expect(await get(`/v1/case-comments/${later.id}`)).toMatchObject({ delivery: { status: 'sent' } })
  })
})

describe('a letter that comes in', () => {
  test('finds its case by the address, by what it answers, or by the id the mail service gave', async () => {
    const { id } = await open()
    const said = await post(`/v1/cases/${id}/reply`, { body: 'Which model?', status: 'waiting_on_customer' })
    await workers.drain()
    const { 'Reply-To': replyTo = '', References: references = '' } = last().headers ?? {}
    const { delivery } = await get<{ delivery: { messageId: string } }>(`/v1/case-comments/${said.id}`)

    await receive({ To: replyTo.toUpperCase() }, 'The K6.')
    expect(await get(`/v1/cases/${id}`)).toMatchObject({ status: 'in_progress', inboundCount: 2 })
    await receive({ References: `${references} <0102018f-9@eu-west-1.amazonses.com>` }, 'By reference.')
    await receive({ 'In-Reply-To': `<${delivery.messageId}@eu-west-1.amazonses.com>` }, 'By id.')

    expect((await comments(id, { audience: 'customer' })).map(({ body }) => body)).toEqual(
      expect.arrayContaining(['The K6.', 'By reference.', 'By id.']),
    )
  })

  test('counts once, however often it is delivered', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/reply`, { body: 'Hello' })
    await workers.drain()
    const headers = { To: last().headers?.['Reply-To'] ?? '', 'Message-ID': '<once@customer.test>' }

    await Promise.all(Array.from({ length: 5 }, () => receive(headers)))
    await receive(headers)

    expect(await get(`/v1/cases/${id}`)).toMatchObject({ inboundCount: 2 })
  })

  test('opens a case when a contact wrote it', async () => {
    const contact = await post('/v1/contacts', { lastName: 'Trần', emails: [{ value: 'tran@customer.test' }] })

    await receive({ From: 'tran@customer.test', Subject: 'Broken' }, 'The burr is broken.')

    const found = await get<{ data: Body[] }>('/v1/search', { q: 'broken' }).catch(() => undefined)
    expect(found).toBeDefined()
    const [mail] = (await inbound()).filter(({ from }) => from === 'tran@customer.test')
    expect(mail).toMatchObject({ outcome: 'opened' })
    expect(await get(`/v1/cases/${mail?.caseId}`)).toMatchObject({
      subject: 'Broken',
      contactId: contact.id,
      origin: 'email',
    })
  })

  test('waits for somebody when nobody knows the sender, and is dealt with once', async () => {
    await receive({ From: 'who@nowhere.test', Subject: 'Repairs' }, 'Do you repair?')
    const [mail] = (await inbound()).filter(({ from }) => from === 'who@nowhere.test')
    expect(mail).toMatchObject({ outcome: 'unmatched' })

    const opened = await post(`/v1/inbound-mail/${mail?.id}/create-case`, { impact: 'low' })

    expect(opened).toMatchObject({ subject: 'Repairs', requester: { email: 'who@nowhere.test' }, origin: 'email' })
    const again = await api.call('POST', `/v1/inbound-mail/${mail?.id}/dismiss`, { as: 'admin', body: {} })
    expect(again).toMatchObject({ status: 409, body: { code: 'inboundMail.settled' } })
  })

  test('that a program wrote is kept and changes nothing', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/reply`, { body: 'Hello', status: 'waiting_on_customer' })
    await workers.drain()
    const To = last().headers?.['Reply-To'] ?? ''
    const before = await get<{ version: number }>(`/v1/cases/${id}`)

    await receive({ To, 'Auto-Submitted': 'auto-replied' })
    await receive({ To, Precedence: 'bulk' })
    await receive({ To, 'X-Auto-Response-Suppress': 'All' })
    await receive({ To, 'Return-Path': '<>' })
    await receive({ To, From: 'MAILER-DAEMON@customer.test' })

    expect((await get<{ version: number }>(`/v1/cases/${id}`)).version).toBe(before.version)
    expect((await inbound()).filter(({ outcome, caseId }) => outcome === 'ignored' && caseId === id)).toHaveLength(5)
  })

  test('opens a closed case again for fourteen days, and later one that follows it', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/reply`, { body: 'Done', status: 'resolved' })
    await workers.drain()
    const To = last().headers?.['Reply-To'] ?? ''
    await post(`/v1/cases/${id}/close`)
    api.now.advance(13 * DAY_MS)
    await receive({ To })
    expect(await get(`/v1/cases/${id}`)).toMatchObject({ status: 'in_progress', reopenedCount: 1 })
    await post(`/v1/cases/${id}/close`)
    api.now.advance(15 * DAY_MS)

    await receive({ To, 'Message-ID': '<late@customer.test>' })

    expect(await get(`/v1/cases/${id}`)).toMatchObject({ status: 'closed' })
    const mail = (await inbound()).find(({ messageId }) => messageId === 'late@customer.test')
    expect(await get(`/v1/cases/${mail?.caseId}`)).toMatchObject({ followsId: id, status: 'new' })
  })

  test('to a case of long ago opens one that follows it, also when customer, account and owner have gone since', async () => {
    const owner = await post('/v1/users', { name: 'Left', email: 'left@rapport.test', roles: ['agent'] })
    const account = await post('/v1/accounts', { name: 'Gone' })
    const contact = await post('/v1/contacts', { lastName: 'Lan', accountId: account.id })
    const { id } = await open({ contactId: contact.id, ownerId: owner.id })
    await post(`/v1/cases/${id}/reply`, { body: 'Done' })
    await workers.drain()
    const To = last().headers?.['Reply-To'] ?? ''
    await post(`/v1/cases/${id}/close`)
    api.now.advance(15 * DAY_MS)
    for (const path of [`contacts/${contact.id}`, `accounts/${account.id}`])
      expect((await api.call('DELETE', `/v1/${path}`, { as: 'admin' })).status).toBe(204)
    await api.call('PATCH', `/v1/users/${owner.id}`, { as: 'admin', body: { status: 'disabled' } })

    await receive({ To, 'Message-ID': '<orphan@customer.test>' })

    const mail = (await inbound()).find(({ messageId }) => messageId === 'orphan@customer.test')
    const follower = await get(`/v1/cases/${mail?.caseId}`)
    expect(follower).toMatchObject({ followsId: id, ownerId: NOBODY_ID })
    expect(follower).not.toHaveProperty('contactId')
    expect(await post(`/v1/cases/${id}/reopen`)).toMatchObject({ followsId: id, ownerId: api.people.admin?.id })
  })

  test('in HTML leaves its words and nothing else', async () => {
    const { id } = await open()
    await post(`/v1/cases/${id}/reply`, { body: 'Hello' })
    await workers.drain()
    const html =
      '<p>Good <b>day</b></p><script>alert(1)</script><img src=x onerror=alert(2)><a href="javascript:x()">click</a>'

    await receive({ To: last().headers?.['Reply-To'] ?? '', 'Content-Type': 'text/html; charset=utf-8' }, html)

    const said = (await comments(id)).find(({ direction }) => direction === 'inbound')
    expect(said?.body).toContain('Good day')
    expect(String(said?.body)).not.toMatch(/alert|onerror|<\w/)
  })
})

describe('tokens', () => {
  test('name nothing when a single character is another one', async () => {
    const key = await api.runtime.db.signingKey()
    const caseId = api.runtime.ids.next('case')
    const token = caseToken(key, 'test', caseId)
    const forged = Array.from({ length: token.length - 1 }, (_, at) =>
      [...token].map((character, index) => (index === at + 1 ? (character === '0' ? '1' : '0') : character)).join(''),
    )

    expect(casesIn(key, 'test', `x+${token}@y`)).toEqual([caseId])
    expect(forged.flatMap((text) => casesIn(key, 'test', `x+${text}@y`))).toEqual([])
    expect(casesIn(key, 'another', `x+${token}@y`)).toEqual([])
  })
})

test('people are not taken for programs', () => {
  expect(isAutomatic({ from: 'lan@customer.test', autoSubmitted: 'no', returnPath: '<lan@customer.test>' })).toBe(false)
})

test('everything that was written belongs together', async () => {
  await api.project()

  expect(await findingsIn(api)).toEqual([])
})
