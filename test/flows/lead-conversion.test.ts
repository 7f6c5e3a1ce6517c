import type { Conversion } from '@rapport/core/lead-conversion/schema'
import { DAY_MS } from '@rapport/kernel/clock'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, type CallOptions, type Reply, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, quiet, UNPROJECTED } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
beforeAll(async () => {
  const tap = eventTap()
  api = quiet(await startApi({ wrap: tap.wrap }))
  workers = await startWorkers(api.deps, tap, ['carry-over-lead'])
  // The first to look at pipelines makes the default one.
  await api.call('GET', '/v1/pipelines', { as: 'rep' })
})
afterAll(async () => {
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
  await api.stop()
  await stopEngine()
})

let count = 0
const unique = (): number => ++count

const post = async <B = Record<string, unknown>>(
  path: string,
  body: unknown,
  options: CallOptions = {},
): Promise<Reply<B>> => api.call<B>('POST', path, { as: 'rep', body, ...options })

const made = async (path: string, body: unknown): Promise<string> => {
  const reply = await post(path, body)
  expect(reply.status, JSON.stringify(reply.body)).toBe(201)
  return String(reply.body.id)
}

const read = async (path: string): Promise<Record<string, unknown>> => {
  const reply = await api.call('GET', path, { as: 'rep' })
  expect(reply.status, path).toBe(200)
  return reply.body
}

const leadBody = (n: number) => ({
  firstName: 'Linh',
  lastName: `Phan${n}`,
  title: 'Director',
  company: `Orchid Trading ${n} Co., Ltd.`,
  domain: `orchid${n}.example`,
  emails: [{ value: `linh${n}@orchid${n}.example` }],
  phones: [{ value: `+84 28 3823 ${String(1000 + n)}` }],
  industry: 'retail',
  source: 'fair',
  tags: ['fair'],
})
const newLead = (more = {}): Promise<string> => made('/v1/leads', { ...leadBody(unique()), ...more })
const convert = (id: string, body = {}, options: CallOptions = {}): Promise<Reply<Conversion & { code?: string }>> =>
  post(`/v1/leads/${id}/convert`, body, options)
const undo = (id: string) => post(`/v1/leads/${id}/convert/undo`, undefined)

describe('converting a lead', () => {
  test('makes an account and a contact of it, and the lead names both', async () => {
    const id = await newLead()

    const reply = await convert(id)

    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    const { account, contact, created, lead } = reply.body
    expect(created).toEqual(['account', 'contact', 'opportunity'])
    expect(account).toMatchObject({ name: `Orchid Trading ${count} Co., Ltd.`, domain: `orchid${count}.example` })
    expect(contact).toMatchObject({ lastName: `Phan${count}`, accountId: account.id, source: 'fair' })
    expect(contact.firstTouch).toEqual(lead.firstTouch)
    expect(await read(`/v1/leads/${id}`)).toMatchObject({
      status: 'converted',
      statusType: 'won',
      accountId: account.id,
      contactId: contact.id,
    })
  })

  test('makes a deal of it in the default pipeline, which closes with the quarter', async () => {
    const estimate = { amount: 1_250_000, currency: 'USD' }
    const id = await newLead({ estimate, utm: { campaign: 'spring' } })

    const { account, contact, opportunity } = (await convert(id)).body

    expect(opportunity).toMatchObject({
      name: `Orchid Trading ${count} Co., Ltd. –`,
      accountId: account.id,
      stageId: 'qualification',
      status: 'open',
      amount: estimate,
      source: 'fair',
      campaign: 'spring',
      contactRoles: [{ contactId: contact.id, role: 'other', isPrimary: true }],
    })
    const quarter = Math.floor(api.now.at.getUTCMonth() / 3)
    const end = new Date(Date.UTC(api.now.at.getUTCFullYear(), quarter * 3 + 3, 0)).toISOString().slice(0, 10)
    expect(opportunity?.closeDate).toBe(end)
    expect(await read(`/v1/opportunities/${opportunity?.id}`)).toEqual(opportunity)
    expect(await read(`/v1/leads/${id}`)).toMatchObject({ opportunityId: opportunity?.id })
  })

  test('makes the deal the request describes, or none', async () => {
    const [id, other] = [await newLead(), await newLead()]

    const said = await convert(id, { opportunity: { name: 'Ten tonnes', closeDate: '2027-03-31' } })
    const none = await convert(other, { opportunity: false })

    expect(said.body.opportunity).toMatchObject({ name: 'Ten tonnes', closeDate: '2027-03-31' })
    expect(none.body.created).toEqual(['account', 'contact'])
    expect(none.body).not.toHaveProperty('opportunity')
    expect(await read(`/v1/leads/${other}`)).not.toHaveProperty('opportunityId')
  })

  test('twice with different keys: the second is told the ids, and there is no second account', async () => {
    const id = await newLead()
    const first = await convert(id, {}, { headers: { 'idempotency-key': `a-${id}` } })

    const second = await convert(id, {}, { headers: { 'idempotency-key': `b-${id}` } })

    expect(second.status).toBe(409)
    expect(second.body).toMatchObject({
      code: 'lead.converted',
      accountId: first.body.account.id,
      contactId: first.body.contact.id,
      opportunityId: first.body.opportunity?.id,
    })
  })

  test('at the same time: exactly one succeeds, and the others are told the ids', async () => {
    const id = await newLead()

    const replies = await Promise.all([1, 2, 3, 4, 5].map(() => convert(id)))

    const [winner, ...none] = replies.filter(({ status }) => status === 200)
    expect(none).toEqual([])
    const losers = replies.filter((reply) => reply !== winner)
    for (const { status, body } of losers) {
      expect(status).toBe(409)
      expect(body).toMatchObject({ accountId: winner?.body.account.id, contactId: winner?.body.contact.id })
    }
    const { data } = await read(`/v1/accounts/${winner?.body.account.id}/opportunities`)
    expect(data).toMatchObject([{ id: winner?.body.opportunity?.id }])
  })

  test('into a contact with a phone: the phone is kept, the one of the lead is added and not primary', async () => {
    const contactId = await made('/v1/contacts', {
      lastName: 'Kept',
      title: 'Owner',
      phones: [{ value: '+84 28 3823 4567' }],
      tags: ['vip'],
    })
    const id = await newLead()

    const { body } = await convert(id, { contactId })

    expect(body.created).toEqual(['account', 'opportunity'])
    expect(body.contact).toMatchObject({ id: contactId, lastName: 'Kept', title: 'Owner', firstName: 'Linh' })
    expect(body.contact.accountId).toBe(body.account.id)
    expect(body.contact.tags).toEqual(['vip', 'fair'])
    expect(body.contact.phones).toMatchObject([
      { value: '+84 28 3823 4567', primary: true },
      { value: `+84 28 3823 ${1000 + count}`, primary: false },
    ])
  })

  test('with an address that another contact owns writes nothing', async () => {
    const emails = [{ value: `owned${unique()}@orchid.example` }]
    await api.call('POST', '/v1/contacts', {
      as: 'stranger',
      body: { lastName: 'Hidden', emails, visibility: 'owner' },
    })
    const id = await newLead({ emails })
    const before = await api.fingerprint()

    const replies = [await convert(id), await convert(id, { dryRun: true })]

    for (const { status, body } of replies) expect([status, body.code]).toEqual([409, 'contact.email_taken'])
    expect(await api.fingerprint()).toBe(before)
  })

  test('as a dry run answers the same and writes nothing', async () => {
    const id = await newLead()
    const before = await api.fingerprint()

    const dry = await convert(id, { dryRun: true })

    expect(await api.fingerprint()).toBe(before)
    expect(dry.body).toMatchObject({
      isDryRun: true,
      created: ['account', 'contact', 'opportunity'],
      lead: { status: 'converted' },
    })
    const real = await convert(id)
    expect(Object.keys(real.body)).toEqual(Object.keys(dry.body))
    expect(real.body.contact).toMatchObject({ lastName: dry.body.contact.lastName, emails: dry.body.contact.emails })
  })

  test('finds who is there already, and names the candidates', async () => {
    const n = unique()
    const contactId = await made('/v1/contacts', { lastName: 'Known', emails: [{ value: `known${n}@orchid.example` }] })
    const id = await newLead({ emails: [{ value: `known${n}@orchid.example` }] })

    const refused = await convert(id)

    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({
      code: 'lead.duplicates',
      candidates: [{ id: contactId, score: 100, band: 'block', reasons: ['email'] }],
    })
    expect((await convert(id, { skipDuplicateCheck: true })).status).toBe(403)
    expect((await convert(id, { contactId })).status).toBe(200)
  })

  test('warns of a company of the same name, whatever its legal form', async () => {
    const accountId = await made('/v1/accounts', { name: `Lotus Paper ${unique()} GmbH` })
    await api.project()
    const id = await newLead({ company: `LOTUS PAPER ${count}, Inc.` })

    const { status, body } = await convert(id)

    expect(status).toBe(200)
    expect(body.warnings).toEqual([{ id: accountId, score: 60, band: 'warn', reasons: ['company'] }])
  })

  test('fills only what is empty in an account, and lets the request overrule', async () => {
    const accountId = await made('/v1/accounts', { name: 'There', industry: 'mining' })
    const id = await newLead({ employees: 7 })

    const { body } = await convert(id, { accountId, account: { description: 'Said now.' } })

    expect(body.account).toMatchObject({
      id: accountId,
      name: 'There',
      industry: 'mining',
      employees: 7,
      description: 'Said now.',
    })
  })

  test('of a contact elsewhere asks for a relation, and makes one that is not primary', async () => {
    const [own, other] = [await made('/v1/accounts', { name: 'Own' }), await made('/v1/accounts', { name: 'Other' })]
    const contactId = await made('/v1/contacts', { lastName: 'Both', accountId: own })
    const id = await newLead()

    expect((await convert(id, { contactId, accountId: other })).body.code).toBe('conversion.not_related')
    const { body } = await convert(id, { contactId, accountId: other, linkContactToAccount: true })

    expect(body.contact.accountId).toBe(own)
    const { data } = (await read(`/v1/contacts/${contactId}/relations`)) as { data: Record<string, unknown>[] }
    expect(data).toMatchObject([
      { accountId: own, isPrimary: true },
      { accountId: other, isPrimary: false, title: 'Director' },
    ])
  })

  test('that is unqualified must be forced, and one that was converted stays as it is', async () => {
    const id = await newLead({ status: 'unqualified', unqualifiedReason: 'no_budget' })

    expect((await convert(id)).body.code).toBe('lead.unqualified')
    expect((await convert(id, { force: true })).status).toBe(200)
    const patched = await api.call('PATCH', `/v1/leads/${id}`, { as: 'rep', body: { rating: 'hot' } })
    expect([patched.status, patched.body.code]).toEqual([409, 'lead.converted'])
    expect((await api.call('DELETE', `/v1/leads/${id}`, { as: 'rep' })).status).toBe(409)
  })

  test('takes what was said about it along, also what is said later', async () => {
    const id = await newLead()
    const note = await made('/v1/notes', { subjectId: id, body: 'Wants tea.' })
    const call = { channel: 'phone', direction: 'inbound', at: api.now.at.toISOString(), summary: 'Asked.' }
    const interaction = await made('/v1/interactions', { subjectId: id, ...call })
    const { contact, account } = (await convert(id)).body
    await workers.drain()
    const late = await made('/v1/notes', { subjectId: id, body: 'Wants coffee.' })
    await workers.drain()

    const place = { subjectId: contact.id, leadId: id, accountId: account.id }
    for (const path of [`/v1/notes/${note}`, `/v1/notes/${late}`, `/v1/interactions/${interaction}`])
      expect(await read(path)).toMatchObject(place)
  })

  test('leaves what was said with the lead when it is only to be linked', async () => {
    const id = await newLead()
    const note = await made('/v1/notes', { subjectId: id, body: 'Stays.' })
    await convert(id, { activities: 'link' })
    await workers.drain()

    expect(await read(`/v1/notes/${note}`)).toMatchObject({ subjectId: id })
  })
})

describe('undoing a conversion', () => {
  test('leaves the CRM as before: the lead, what was said, and addresses that can be used again', async () => {
    const nurtured = { status: 'nurturing', nurtureUntil: '2027-01-01T00:00:00.000Z' }
    const id = await newLead(nurtured)
    const note = await made('/v1/notes', { subjectId: id, body: 'Wants tea.' })
    const { account, contact, opportunity } = (await convert(id)).body
    await workers.drain()

    const reply = await undo(id)
    await workers.drain()

    expect(reply.status, JSON.stringify(reply.body)).toBe(200)
    const lead = await read(`/v1/leads/${id}`)
    expect(lead).toMatchObject({ ...nurtured, statusType: 'waiting' })
    expect(lead).not.toHaveProperty('contactId')
    expect(lead).not.toHaveProperty('opportunityId')
    const gone = [`/v1/accounts/${account.id}`, `/v1/contacts/${contact.id}`, `/v1/opportunities/${opportunity?.id}`]
    for (const path of gone) expect((await api.call('GET', path, { as: 'rep' })).status).toBe(404)
    expect(await read(`/v1/notes/${note}`)).toMatchObject({ subjectId: id })
    expect((await convert(id)).status).toBe(200)
  })

  test('empties what was filled in and ends the relation it made', async () => {
    const own = await made('/v1/accounts', { name: 'Own' })
    const accountId = await made('/v1/accounts', { name: 'Other' })
    const contactId = await made('/v1/contacts', { lastName: 'Both', accountId: own })
    const before = [await read(`/v1/accounts/${accountId}`), await read(`/v1/contacts/${contactId}`)]
    const id = await newLead()
    await convert(id, { contactId, accountId, linkContactToAccount: true })

    expect((await undo(id)).status).toBe(200)

    const fields = ({ version: _v, updatedAt: _at, ...rest }: Record<string, unknown>) => rest
    expect(fields(await read(`/v1/accounts/${accountId}`))).toEqual(fields(before[0] ?? {}))
    expect(fields(await read(`/v1/contacts/${contactId}`))).toEqual(fields(before[1] ?? {}))
    const { data } = (await read(`/v1/contacts/${contactId}/relations`)) as { data: Record<string, unknown>[] }
    expect(data.map(({ isActive }) => isActive)).toEqual([true, false])
  })

  test('names what has happened since, and changes nothing', async () => {
    const id = await newLead()
    const { account, contact } = (await convert(id)).body
    await api.call('PATCH', `/v1/contacts/${contact.id}`, { as: 'rep', body: { department: 'Board' } })
    await made('/v1/notes', { subjectId: account.id, body: 'New.' })
    const before = await api.fingerprint()

    const { status, body } = await undo(id)

    expect(status).toBe(409)
    expect(body).toMatchObject({ code: 'lead.undo_blocked' })
    expect(body.blockers).toEqual([
      { id: contact.id, reason: 'changed' },
      { id: account.id, reason: 'has_children' },
    ])
    expect(await api.fingerprint()).toBe(before)
  })

  test('is blocked by a deal somebody works with: moved on, with lines, or with notes', async () => {
    const works = [
      { of: 'moved', reason: 'changed' },
      { of: 'lines', reason: 'changed' },
      { of: 'note', reason: 'has_children' },
    ]
    for (const { of, reason } of works) {
      const id = await newLead()
      const deal = (await convert(id)).body.opportunity?.id
      const path = `/v1/opportunities/${deal}`
      const line = { name: 'Rice', quantity: '10', listPrice: { amount: 100, currency: 'USD' } }
      const done = await {
        moved: () => api.call('PATCH', path, { as: 'rep', body: { nextStep: 'Call' } }),
        lines: () => api.call('PUT', `${path}/lines`, { as: 'rep', body: { lines: [line] } }),
        note: () => post('/v1/notes', { subjectId: deal, body: 'New.' }),
      }[of as 'moved' | 'lines' | 'note']()
      expect(done.status, JSON.stringify(done.body)).toBeLessThan(300)

      const { status, body } = await undo(id)

      expect([status, body.blockers]).toEqual([409, [{ id: deal, reason }]])
    }
  })

  test('is possible for thirty days, and once', async () => {
    const [id, other] = [await newLead(), await newLead()]
    for (const lead of [id, other]) await convert(lead)
    expect((await undo(id)).status).toBe(200)
    expect((await undo(id)).body.code).toBe('lead.not_converted')

    api.now.advance(30 * DAY_MS + 1)

    expect((await undo(other)).body.code).toBe('lead.undo_too_late')
  })
})
