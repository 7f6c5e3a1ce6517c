import { runHandover } from '@rapport/core/handover/run'
import { recordFeedback } from '@rapport/core/mail/service'
import { systemCtx } from '@rapport/lambda/context'
import type { Api } from './api.ts'
import { insist, projectAll } from './sound.ts'

/** A little of everything the table can hold, by name. */
export interface Furnished {
  parent: string
  account: string
  contact: string
  deleted: string
  note: string
  interaction: string
  correction: string
  handover: string
  deal: string
  lostDeal: string
  product: string
  priceEntry: string
  soldDeal: string
  draft: string
  accepted: string
  order: string
  refund: string
  rate: string
  waitingCase: string
  closedCase: string
  lead: string
  convertedLead: string
}

/** Fills a table through the API, so that what is in it came about as it would. */
export async function furnish(api: Api): Promise<Furnished> {
  const as = 'rep'
  const post = async (path: string, body?: unknown, by = as): Promise<string> => {
    const reply = await insist(api, 'POST', path, { as: by, ...(body === undefined ? {} : { body }) })
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`)
    return String(reply.body.id)
  }
  const parent = await post('/v1/accounts', {
    name: 'Mekong Holding',
    domain: 'mekong.example',
    externalIds: { erp: '4711' },
  })
  const account = await post('/v1/accounts', {
    name: 'Mekong Coffee',
    parentId: parent,
    tags: ['vip', 'north'],
    industry: 'food',
  })
  const contact = await post('/v1/contacts', {
    lastName: 'Nguyễn',
    firstName: 'Lan',
    accountId: account,
    emails: [{ value: 'lan@mekong.example' }, { value: 'lan@home.example' }],
    phones: [{ value: '+84 28 3823 4567' }],
    tags: ['buyer'],
  })
  await post(`/v1/contacts/${contact}/relations`, { accountId: parent, title: 'Adviser' })
  const shares = [
    { to: api.people.stranger?.id, access: 'read', until: '2026-12-24T00:00:00.000Z' },
    { to: api.teams.service, access: 'update' },
  ]
  await insist(api, 'PUT', `/v1/contacts/${contact}/shares`, { as, body: { shares } })
  await insist(api, 'PATCH', `/v1/contacts/${contact}`, { as, body: { title: 'Head of buying' } })
  const deleted = await post('/v1/contacts', {
    lastName: 'Gone',
    emails: [{ value: 'gone@mekong.example' }],
    accountId: account,
  })
  await insist(api, 'DELETE', `/v1/contacts/${deleted}`, { as })
  const note = await post('/v1/notes', { subjectId: contact, body: 'First' })
  await insist(api, 'PATCH', `/v1/notes/${note}`, { as, body: { body: 'Second' } })
  const call = { channel: 'phone', direction: 'inbound', at: '2026-11-21T09:00:00.000Z', summary: 'Called' }
  const interaction = await post('/v1/interactions', { subjectId: contact, ...call })
  const correction = await post(`/v1/interactions/${interaction}/correct`, { summary: 'Called back' })
  const product = await post('/v1/products', { name: 'Roaster', sku: 'R-60', family: 'roasters' }, 'manager')
  const book = { name: 'Retail', currency: 'USD', isStandard: true, tiers: ['gold'] }
  const priceBookId = await post('/v1/price-books', book, 'manager')
  const price = { priceBookId, productId: product, unitPrice: { amount: 999, currency: 'USD' } }
  const priceEntry = await post('/v1/price-book-entries', price, 'manager')
  await post('/v1/price-book-entries', { ...price, minQuantity: '10' }, 'manager')
  const dated = { currency: 'EUR', corporateCurrency: 'USD', date: '2026-11-01', rate: '1.08' }
  const rate = await post('/v1/exchange-rates', dated, 'manager')
  await insist(api, 'PATCH', '/v1/organisation', { as: 'admin', body: { timeZone: 'Asia/Ho_Chi_Minh' } })
  const closeDate = '2026-12-31'
  const deal = await post('/v1/opportunities', {
    name: 'Roasters',
    accountId: account,
    closeDate,
    amount: { amount: 125_000, currency: 'USD' },
    contactRoles: [{ contactId: contact, role: 'decisionMaker' }],
    splits: [{ userId: api.people.rep?.id, basisPoints: 10_000 }],
  })
  await insist(api, 'POST', `/v1/opportunities/${deal}/move`, { as, body: { stageId: 'proposal' } })
  const lines = [{ name: 'Roaster', quantity: '1.5', listPrice: { amount: 999, currency: 'USD' } }]
  await insist(api, 'PUT', `/v1/opportunities/${deal}/lines`, { as, body: { lines } })
  const lostDeal = await post('/v1/opportunities', { name: 'Grinders', closeDate })
  await insist(api, 'POST', `/v1/opportunities/${lostDeal}/close`, {
    as,
    body: { outcome: 'lost', lossReason: 'price' },
  })
  const soldDeal = await post('/v1/opportunities', { name: 'Mills', accountId: account, closeDate })
  await insist(api, 'PUT', `/v1/opportunities/${soldDeal}/lines`, { as, body: { lines } })
  const accepted = await post('/v1/quotes', { opportunityId: soldDeal })
  await post(`/v1/quotes/${accepted}/present`)
  const taken = await insist(api, 'POST', `/v1/quotes/${accepted}/accept`, { as, body: { name: 'Lan' } })
  const order = String(taken.body.orderId)
  const back = { lines: [{ line: 0, quantity: '0.5' }], reason: 'Broken.' }
  const refund = await post(`/v1/orders/${order}/refund`, back, 'admin')
  const openDeal = await post('/v1/opportunities', { name: 'Presses', closeDate })
  const draft = await post('/v1/quotes', { opportunityId: openDeal })
  await insist(api, 'PUT', `/v1/quotes/${draft}/lines`, { as, body: { lines } })
  await post(`/v1/quotes/${draft}/sync`)
  const administer = async (path: string, body: object): Promise<string> =>
    String((await insist(api, 'POST', path, { as: 'admin', body })).body.id)
  const queueId = await administer('/v1/queues', { name: 'First line', teamId: api.teams.sales, visibility: 'team' })
  const waitingCase = await administer('/v1/cases', { subject: 'Too loud', queueId })
  const closedCase = await administer('/v1/cases', { subject: 'Too late' })
  await administer(`/v1/cases/${closedCase}/close`, {})
  const lead = await post('/v1/leads', { lastName: 'Trần', emails: [{ value: 'tran@shop.example' }] })
  const convertedLead = await post('/v1/leads', { lastName: 'Lê', company: 'Bến Tre Coconut' })
  await post(`/v1/leads/${convertedLead}/convert`, {})
  await insist(api, 'POST', '/v1/api-keys', {
    as,
    body: { name: 'Shop', scopes: ['contact:read'], expiresAt: '2027-01-01T00:00:00.000Z' },
  })
  const { stranger, agent } = api.people
  const handedOver = { to: stranger?.id, until: '2026-12-24T00:00:00.000Z' }
  await insist(api, 'POST', '/v1/accounts', { as: 'report', body: { name: 'Handed over' } })
  const begun = await insist(api, 'POST', `/v1/users/${api.people.report?.id}/handover`, {
    as: 'admin',
    body: handedOver,
  })
  const handover = String(begun.body.id)
  const ctx = systemCtx(api.runtime, 'furnish', 'furnish')
  for (const step of [0, 1]) await runHandover(ctx, handover, { step })
  const feedback = { messageId: 'letter', type: 'bounce', isFinal: true, at: '2026-11-21T09:00:00.000Z' } as const
  for (const address of ['lan@home.example', String(agent?.email)]) await recordFeedback(ctx, { ...feedback, address })
  await projectAll(api)
  return {
    parent,
    account,
    contact,
    deleted,
    note,
    interaction,
    correction,
    handover,
    deal,
    lostDeal,
    product,
    priceEntry,
    soldDeal,
    draft,
    accepted,
    order,
    refund,
    rate,
    waitingCase,
    closedCase,
    lead,
    convertedLead,
  }
}
