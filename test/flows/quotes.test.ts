import type { Letter } from '@rapport/core/mail/schema'
import type { Table } from '@rapport/kernel/table'
import type { Context } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { create as createSweep } from '../../functions/workers/sweep-due.ts'
import { type Api, type CallOptions, startApi, stopEngine } from '../support/api.ts'
import { findingsIn } from '../support/sound.ts'
import { eventTap, startWorkers, type Workers } from '../support/workers.ts'

let api: Api
let workers: Workers
const letters: Letter[] = []
/** What the mail service does with the next letter. */
let failure: Error | undefined
/** What happens before the next change of a record is written, once whoever changes it has read it. */
let interruption: { id: string; run: () => Promise<void> } | undefined
const meanwhile = (id: string, run: () => Promise<void>): void => {
  interruption = { id, run }
}
const interrupted = (table: Table): Table => ({
  ...table,
  async transact(writes, token) {
    const now = interruption
    const isIt = now && writes.some((write) => 'put' in write && write.put.pk === now.id)
    if (isIt) interruption = undefined
    if (isIt) await now.run()
    return table.transact(writes, token)
  },
})

beforeAll(async () => {
  const tap = eventTap()
  api = await startApi({ wrap: (table) => interrupted(tap.wrap(table)) })
  api.deps.mailer = {
    send: async (letter) => {
      if (failure) throw failure
      letters.push(letter)
      return { messageId: `0102018f-${letters.length}` }
    },
  }
  workers = await startWorkers(api.deps, tap, ['send-quote', 'make-quote-pdf'])
  await call('admin', 'PATCH', 'organisation', {
    timeZone: 'Europe/Berlin',
    company: { name: 'Rang Coffee' },
    taxCodes: [{ code: 'vat', name: 'VAT', components: [{ name: 'VAT', percent: '7', isCompound: false }] }],
    quoteLimits: [
      { role: 'rep', discountPercentMax: '10', marginPercentMin: '20' },
      { role: 'manager', discountPercentMax: '30' },
    ],
  })
})
afterAll(async () => {
  await api.project()
  expect(await findingsIn(api)).toEqual([])
  await api.stop()
  await stopEngine()
})

type Body = Record<string, unknown>

const call = (as: string | undefined, method: string, path: string, body?: unknown, more: CallOptions = {}) =>
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into freely here.
  api.call<any>(method, `/v1/${path}`, { as, ...(body === undefined ? {} : { body }), ...more })

async function ok(as: string, method: string, path: string, body?: unknown) {
  const reply = await call(as, method, path, body)
  expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
  return reply.body
}

const usd = (amount: number) => ({ amount, currency: 'USD' })
const line = (more: Body = {}) => ({ name: 'Roaster', quantity: '3', listPrice: usd(999), taxCode: 'vat', ...more })
const deal = (body: Body = {}) =>
  ok('rep', 'POST', 'opportunities', { name: 'Roasters', closeDate: '2026-12-31', ...body })

async function quoteOf(opportunityId: string, lines: Body[] = [line()], body: Body = {}) {
  const { id } = await ok('rep', 'POST', 'quotes', { opportunityId, ...body })
  await ok('rep', 'PUT', `quotes/${id}/lines`, { lines })
  return ok('rep', 'GET', `quotes/${id}`)
}

async function offered(opportunityId: string, lines?: Body[], body?: Body) {
  const { id } = await quoteOf(opportunityId, lines, body)
  return ok('rep', 'POST', `quotes/${id}/present`)
}

const linkOf = async (id: string): Promise<string> =>
  (await ok('rep', 'GET', `quotes/${id}/link`)).path.slice('/v1/'.length)
const answer = (link: string, decision: string, name = 'Lan') => call(undefined, 'POST', link, { decision, name })
const sweep = () =>
  createSweep(api.deps)({}, { awsRequestId: 'sweep', getRemainingTimeInMillis: () => 60_000 } as Context)

describe('a quote', () => {
  test('has the lines of its deal, and keeps its own copy of them', async () => {
    const { id } = await deal()
    const lines = [{ name: 'Roaster', quantity: '3', listPrice: usd(999), discount: { percent: '10' } }]
    await ok('rep', 'PUT', `opportunities/${id}/lines`, { lines })

    const quote = await ok('rep', 'POST', 'quotes', { opportunityId: id })
    await ok('rep', 'PUT', `opportunities/${id}/lines`, { lines: [] })

    expect(quote).toMatchObject({ status: 'draft', revision: 1, name: 'Roasters', currency: 'USD', lineCount: 1 })
    expect(quote.number).toMatch(/^Q-\d{6}$/)
    expect(quote.totals).toMatchObject({ gross: 2997, lineDiscount: 300, net: 2697, grandTotal: 2697 })
    expect((await ok('rep', 'GET', `quotes/${quote.id}/lines`)).lines).toHaveLength(1)
  })

  test('comes to what the rules say, with discount, tax, shipping and adjustment', async () => {
    const quote = await quoteOf((await deal()).id, [line(), line(), line()], {
      headerDiscount: { percent: '10' },
      shipping: usd(1000),
      shippingTaxCode: 'vat',
      adjustment: { amount: usd(-7), reason: 'Rounded' },
    })

    expect(quote.totals).toMatchObject({
      subtotal: 8991,
      headerDiscount: 899,
      net: 8092,
      tax: 567,
      shipping: 1000,
      shippingTax: 70,
      adjustment: -7,
      grandTotal: 9722,
    })
    const patched = await ok('rep', 'PATCH', `quotes/${quote.id}`, {
      headerDiscount: { amount: usd(1) },
      shipping: null,
    })
    expect(patched.totals).toMatchObject({ headerDiscount: 1, net: 8990, shipping: 0, shippingTax: 0 })
  })

  test('refuses a tax that the organisation does not have', async () => {
    const { id } = await ok('rep', 'POST', 'quotes', { opportunityId: (await deal()).id })

    const reply = await call('rep', 'PUT', `quotes/${id}/lines`, { lines: [line({ taxCode: 'gst' })] })

    expect([reply.status, reply.body.code]).toEqual([422, 'tax.unknown'])
  })

  test('stays as it is from when it is presented', async () => {
    const { id } = await offered((await deal()).id)

    const lines = await call('rep', 'PUT', `quotes/${id}/lines`, { lines: [] })
    const terms = await call('rep', 'PATCH', `quotes/${id}`, { shipping: usd(1) })

    expect([lines.status, lines.body.code, terms.status]).toEqual([409, 'quote.not_draft', 409])
    expect((await call('rep', 'PATCH', `quotes/${id}`, { visibility: 'everyone' })).status).toBe(200)
  })

  test('without lines is no offer', async () => {
    const { id } = await ok('rep', 'POST', 'quotes', { opportunityId: (await deal()).id })

    expect((await call('rep', 'POST', `quotes/${id}/present`)).body.code).toBe('quote.no_lines')
  })
})

describe('approval', () => {
  test('is needed beyond the limits of the role, and given by whose limits reach so far', async () => {
    const { id } = await quoteOf((await deal()).id, [line({ discount: { percent: '25' } })])

    const alone = await call('rep', 'POST', `quotes/${id}/present`)
    expect([alone.status, alone.body.code]).toEqual([409, 'quote.needs_approval'])
    expect(alone.body.reasons).toEqual([{ code: 'discount', limit: '10', actual: '24.991658' }])

    const asked = await ok('rep', 'POST', `quotes/${id}/submit`)
    expect(asked).toMatchObject({ status: 'needs_review', approval: { reasons: [{ code: 'discount' }] } })
    expect((await call('rep', 'POST', `quotes/${id}/approve`, {})).status).toBe(403)
    await ok('manager', 'POST', `quotes/${id}/review`)
    await ok('manager', 'POST', `quotes/${id}/approve`, { note: 'Once.' })
    const presented = await ok('rep', 'POST', `quotes/${id}/present`)

    expect(presented).toMatchObject({ status: 'presented', approval: { decision: 'approved', note: 'Once.' } })
  })

  test('is refused by who may not offer so much either, and a rejected quote is a draft again', async () => {
    const { id } = await quoteOf((await deal()).id, [line({ discount: { percent: '50' } })])
    await ok('rep', 'POST', `quotes/${id}/submit`)

    expect((await call('manager', 'POST', `quotes/${id}/approve`, {})).body.code).toBe('quote.beyond_own_limits')
    await ok('manager', 'POST', `quotes/${id}/reject`, { note: 'Half is too much.' })

    expect(await ok('rep', 'GET', `quotes/${id}`)).toMatchObject({
      status: 'draft',
      approval: { decision: 'rejected' },
    })
  })

  test('is needed for a margin that is too small', async () => {
    const product = await ok('admin', 'POST', 'products', { name: 'Beans', cost: usd(900) })
    const { id } = await quoteOf((await deal()).id, [line({ productId: product.id })])

    const alone = await call('rep', 'POST', `quotes/${id}/present`)

    expect(alone.body.reasons).toEqual([{ code: 'margin', limit: '20', actual: '9.90991' }])
  })

  test('ends with a change: a recalled quote must be approved again', async () => {
    const { id } = await quoteOf((await deal()).id, [line({ discount: { percent: '25' } })])
    await ok('rep', 'POST', `quotes/${id}/submit`)
    await ok('manager', 'POST', `quotes/${id}/approve`, {})

    const recalled = await ok('rep', 'POST', `quotes/${id}/recall`)

    expect(recalled).toMatchObject({ status: 'draft' })
    expect(recalled.approval).toBeUndefined()
    expect((await call('rep', 'POST', `quotes/${id}/present`)).body.code).toBe('quote.needs_approval')
  })
})

describe('a link', () => {
  test('shows the offer to who does not sign in, and takes the answer', async () => {
    const opportunity = await deal({ amount: usd(1) })
    const sibling = await offered(opportunity.id)
    const quote = await offered(opportunity.id, [line(), line({ name: '<b>Café</b>' })], {
      headerDiscount: { percent: '10' },
    })
    const link = await linkOf(quote.id)

    const page = await call(undefined, 'GET', link)
    expect(page.status).toBe(200)
    expect(page.body).toContain('&lt;b&gt;Café')
    const before = await api.fingerprint()
    await call(undefined, 'GET', link)
    expect(await api.fingerprint()).toBe(before)

    const reply = await api.call<string>('POST', `/v1/${link}`, {
      rawBody: 'decision=accept&name=Lan+Nguy%E1%BB%85n&reason=',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      sourceIp: '203.0.113.9',
    })
    expect([reply.status, reply.body.includes('accepted')]).toEqual([200, true])

    const accepted = await ok('rep', 'GET', `quotes/${quote.id}`)
    expect(accepted).toMatchObject({
      status: 'accepted',
      isSynced: true,
      answer: { via: 'link', name: 'Lan Nguyễn', ip: '203.0.113.9', at: api.now.at.toISOString() },
    })
    expect(await ok('rep', 'GET', `quotes/${sibling.id}`)).toMatchObject({ status: 'superseded' })
    const won = await ok('rep', 'GET', `opportunities/${opportunity.id}`)
    expect(won).toMatchObject({
      status: 'won',
      amount: usd(5395),
      syncedQuoteId: quote.id,
      lineCount: 2,
      probability: 100,
    })
    const order = await ok('rep', 'GET', `orders/${accepted.orderId}`)
    expect(order).toMatchObject({
      status: 'placed',
      quoteId: quote.id,
      opportunityId: opportunity.id,
      ownerId: won.ownerId,
    })
    expect(order.totals.grandTotal).toBe(quote.totals.grandTotal)
    const lines = await ok('rep', 'GET', `opportunities/${opportunity.id}/lines`)
    expect(lines.total).toEqual(won.amount)
  })

  test('answers the same when the same is said twice, and makes one order', async () => {
    const accountId = (await ok('rep', 'POST', 'accounts', { name: 'Lan Roasters' })).id
    const quote = await offered((await deal({ accountId })).id)
    const link = await linkOf(quote.id)

    const replies = await Promise.all(['Lan', 'Lan', 'Minh'].map((name) => answer(link, 'accept', name)))
    const late = await answer(link, 'deny')

    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200])
    expect([late.status, late.body.code]).toEqual([409, 'quote.answered'])
    const orders = (await call('admin', 'GET', 'orders', undefined, { query: { limit: 100 } })).body.data.filter(
      (one: Body) => one.quoteId === quote.id,
    )
    expect(orders).toHaveLength(1)
    const theirs = await ok('rep', 'GET', `accounts/${accountId}/orders`)
    expect(theirs.data.map(({ id }: Body) => id)).toEqual(orders.map(({ id }: Body) => id))
  })

  test('is good for one of several offers only, however they are accepted at once', async () => {
    const { id } = await deal()
    const quotes = [await offered(id), await offered(id), await offered(id)]
    const links = await Promise.all(quotes.map((quote) => linkOf(quote.id)))

    const replies = await Promise.all(links.map((link) => answer(link, 'accept')))

    const codes = replies.map(({ status, body }) => (status === 200 ? 'accepted' : body.code))
    expect(codes.sort()).toEqual(['accepted', 'quote.superseded', 'quote.superseded'])
    const after = await Promise.all(quotes.map((quote) => ok('rep', 'GET', `quotes/${quote.id}`)))
    expect(after.map(({ status }) => status).sort()).toEqual(['accepted', 'superseded', 'superseded'])
  })

  test('of an offer that is declined leaves the deal open', async () => {
    const { id } = await deal()
    const quote = await offered(id)
    const link = await linkOf(quote.id)

    expect((await answer(link, 'deny')).status).toBe(200)
    expect((await answer(link, 'deny')).status).toBe(200)
    expect((await answer(link, 'accept')).status).toBe(409)
    expect(await ok('rep', 'GET', `opportunities/${id}`)).toMatchObject({ status: 'open' })
  })

  test('is good through the last day where the seller is, and 410 from then on, swept or not', async () => {
    const quote = await offered((await deal()).id, undefined, { expiresOn: '2027-03-28' })
    expect(quote.expiresAt).toBe('2027-03-28T22:00:00.000Z')
    const link = await linkOf(quote.id)
    const now = api.now.at.getTime()

    api.now.advance(Date.parse('2027-03-28T22:00:00.000Z') - now - 1)
    await sweep()
    expect(await ok('rep', 'GET', `quotes/${quote.id}`)).toMatchObject({ status: 'presented' })
    api.now.advance(1)
    const unswept = await answer(link, 'accept')
    await sweep()
    await sweep()

    expect([unswept.status, unswept.body.code]).toEqual([410, 'quote.expired'])
    expect(await ok('rep', 'GET', `quotes/${quote.id}`)).toMatchObject({ status: 'expired' })
    expect((await answer(link, 'accept')).status).toBe(410)
    expect((await call(undefined, 'GET', link)).body).toContain('The time to answer this offer is over.')
    expect((await call('rep', 'POST', `quotes/${quote.id}/accept`, {})).status).toBe(410)
    const inBrowser = await call(undefined, 'POST', link, undefined, {
      rawBody: 'decision=accept&name=%3Cb%3ELan',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html,*/*;q=0.8' },
    })
    expect([inBrowser.status, inBrowser.headers['content-type']]).toEqual([410, 'text/html'])
    expect(inBrowser.body).toContain('The time to answer this offer is over.')
    expect(inBrowser.headers['content-security-policy']).toContain("default-src 'none'")
    api.now.advance(now - api.now.at.getTime())
  })

  test('that is accepted while its time ends is accepted with all that means, or expired with nothing of it', async () => {
    const now = api.now.at.getTime()
    const atLastInstant = async () => {
      const { id } = await deal()
      const quote = await offered(id)
      const link = await linkOf(quote.id)
      api.now.advance(Date.parse(quote.expiresAt) - 1 - api.now.at.getTime())
      return { id, quote, link }
    }
    const becameOf = async ({ id, quote }: { id: string; quote: Body }) => {
      const after = await ok('rep', 'GET', `quotes/${quote.id}`)
      api.now.advance(now - api.now.at.getTime())
      const { status } = await ok('rep', 'GET', `opportunities/${id}`)
      return [after.status, after.orderId !== undefined, status]
    }

    const late = await atLastInstant()
    meanwhile(late.quote.id, async () => {
      api.now.advance(1)
      await sweep()
    })
    const overtaken = await answer(late.link, 'accept')
    expect([overtaken.status, overtaken.body.code]).toEqual([410, 'quote.expired'])
    expect(await becameOf(late)).toEqual(['expired', false, 'open'])

    const early = await atLastInstant()
    api.now.advance(1)
    let inTime = 0
    meanwhile(early.quote.id, async () => {
      api.now.advance(-1)
      inTime = (await answer(early.link, 'accept')).status
      api.now.advance(1)
    })
    await sweep()
    expect(inTime).toBe(200)
    expect(await becameOf(early)).toEqual(['accepted', true, 'won'])
  })

  test('that is forged, for something else, or of a deleted quote is none', async () => {
    const quote = await offered((await deal()).id)
    const link = await linkOf(quote.id)
    const forged = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`
    await ok('rep', 'DELETE', `quotes/${quote.id}`)

    const replies = [await answer(forged, 'accept'), await answer(link, 'accept'), await call(undefined, 'GET', link)]

    expect(replies.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([404, 'link.invalid']))
  })

  test('of a lost deal is refused; a deal that was won by hand gets the amount and the order', async () => {
    const [lost, won] = [await deal(), await deal()]
    const links = [await linkOf((await offered(lost.id)).id), await linkOf((await offered(won.id)).id)]
    await ok('rep', 'POST', `opportunities/${lost.id}/close`, { outcome: 'lost', lossReason: 'price' })
    await ok('admin', 'POST', `opportunities/${won.id}/close`, { outcome: 'won', force: true, reason: 'Called.' })

    const replies = [await answer(String(links[0]), 'accept'), await answer(String(links[1]), 'accept')]

    expect(replies.map(({ status }) => status)).toEqual([409, 200])
    expect(await ok('rep', 'GET', `opportunities/${won.id}`)).toMatchObject({ status: 'won', amount: usd(2997) })
  })
})

describe('a revision', () => {
  test('replaces the offer when it is presented, and not before', async () => {
    const { id } = await deal()
    const first = await offered(id)
    const link = await linkOf(first.id)

    const draft = await ok('rep', 'POST', `quotes/${first.id}/revise`)
    expect(draft).toMatchObject({ number: first.number, revision: 2, previousId: first.id, status: 'draft' })
    expect((await call('rep', 'POST', `quotes/${first.id}/revise`)).body.code).toBe('quote.revised')
    expect(await ok('rep', 'GET', `quotes/${first.id}`)).toMatchObject({ status: 'presented', nextId: draft.id })

    await ok('rep', 'PUT', `quotes/${draft.id}/lines`, { lines: [line({ quantity: '2' })] })
    await ok('rep', 'POST', `quotes/${draft.id}/present`)

    expect(await ok('rep', 'GET', `quotes/${first.id}`)).toMatchObject({ status: 'superseded' })
    expect((await answer(link, 'accept')).body.code).toBe('quote.superseded')
    expect((await answer(await linkOf(draft.id), 'accept')).status).toBe(200)
  })
})

describe('a synced quote', () => {
  test('gives the deal its lines and net amount, one quote at a time', async () => {
    const { id } = await deal({ amount: usd(5) })
    const [one, two] = [await quoteOf(id), await quoteOf(id, [line({ quantity: '1' })])]

    await ok('rep', 'POST', `quotes/${one.id}/sync`)
    expect(await ok('rep', 'GET', `opportunities/${id}`)).toMatchObject({ amount: usd(2997), syncedQuoteId: one.id })
    await ok('rep', 'PATCH', `quotes/${one.id}`, { headerDiscount: { amount: usd(97) } })
    expect(await ok('rep', 'GET', `opportunities/${id}`)).toMatchObject({ amount: usd(2900) })
    await ok('rep', 'POST', `quotes/${two.id}/sync`)

    expect(await ok('rep', 'GET', `opportunities/${id}`)).toMatchObject({ amount: usd(999), syncedQuoteId: two.id })
    expect(await ok('rep', 'GET', `quotes/${one.id}`)).toMatchObject({ isSynced: false })
  })

  test('changes with the lines of its deal while it is a draft; then those stay', async () => {
    const { id } = await deal()
    const quote = await quoteOf(id)
    await ok('rep', 'POST', `quotes/${quote.id}/sync`)

    const lines = [{ name: 'Mill', quantity: '1', listPrice: usd(500) }]
    const put = await ok('rep', 'PUT', `opportunities/${id}/lines`, { lines })
    expect(put.total).toEqual(usd(500))
    expect(await ok('rep', 'GET', `quotes/${quote.id}`)).toMatchObject({ lineCount: 1, totals: { net: 500 } })
    await ok('rep', 'POST', `quotes/${quote.id}/present`)

    const late = await call('rep', 'PUT', `opportunities/${id}/lines`, { lines })
    expect([late.status, late.body.code]).toEqual([409, 'opportunity.quote_fixed'])
  })

  test('is not deleted; unsynced, it leaves the deal what it has', async () => {
    const { id } = await deal()
    const [one, two] = [await quoteOf(id), await quoteOf(id)]
    await ok('rep', 'POST', `quotes/${one.id}/sync`)

    expect((await call('rep', 'DELETE', `quotes/${one.id}`)).body.code).toBe('quote.synced')
    await ok('rep', 'POST', `quotes/${one.id}/unsync`)
    await ok('rep', 'DELETE', `quotes/${one.id}`)

    expect(await ok('rep', 'GET', `opportunities/${id}`)).toMatchObject({ amount: usd(2997), lineCount: 1 })
    expect((await ok('rep', 'GET', `opportunities/${id}`)).syncedQuoteId).toBeUndefined()
    await ok('rep', 'POST', `quotes/${two.id}/sync`)
    expect((await ok('rep', 'POST', `quotes/${one.id}/restore`)).isSynced).toBe(false)
  })
})

describe('a letter with an offer', () => {
  const statusOf = async (id: string) => (await ok('rep', 'GET', `quotes/${id}`)).delivery.status

  test('goes out once, however often it is delivered, and its link takes the answer', async () => {
    const quote = await offered((await deal()).id)
    await workers.drain()
    const before = letters.length
    await ok('rep', 'POST', `quotes/${quote.id}/send`, { to: 'lan@customer.test', message: 'As <b>discussed</b>.' })
    const second = await call('rep', 'POST', `quotes/${quote.id}/send`, { to: 'lan@customer.test' })
    const [message] = await workers.pending()
    for (let delivery = 0; delivery < 3; delivery++) if (message) await workers.deliver(message)

    expect([second.status, second.body.code]).toEqual([409, 'quote.mail_pending'])
    expect(letters).toHaveLength(before + 1)
    expect(await statusOf(quote.id)).toBe('sent')
    const letter = letters.at(-1)
    expect(letter).toMatchObject({
      to: 'lan@customer.test',
      subject: `Offer ${quote.number} from Rang Coffee`,
      headers: { 'Reply-To': api.people.rep?.email },
    })
    expect(letter?.html).toContain('&lt;b&gt;')
    const path = /\/v1\/(offers\/\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
    expect((await answer(path, 'accept')).status).toBe(200)
  })

  test('that may have gone out is not sent again, and one that was refused for now goes out later', async () => {
    const [lost, late] = [await offered((await deal()).id), await offered((await deal()).id)]
    await workers.drain()
    const before = letters.length
    await ok('rep', 'POST', `quotes/${lost.id}/send`, { to: 'lan@customer.test' })
    failure = new Error('the connection broke')
    await workers.drain()
    await ok('rep', 'POST', `quotes/${late.id}/send`, { to: 'lan@customer.test' })
    failure = Object.assign(new Error('no'), { name: 'MailRefused', isTemporary: true })
    await workers.drain(async (message) => {
      const isDone = await workers.deliver(message)
      failure = undefined
      return isDone
    })

    expect([await statusOf(lost.id), await statusOf(late.id)]).toEqual(['in_doubt', 'sent'])
    expect(letters).toHaveLength(before + 1)
  })

  test('needs somewhere to go, and an offer that stands', async () => {
    const quote = await offered((await deal()).id)
    expect((await call('rep', 'POST', `quotes/${quote.id}/send`, {})).body.code).toBe('quote.no_address')
    await ok('rep', 'POST', `quotes/${quote.id}/deny`, {})
    expect((await call('rep', 'POST', `quotes/${quote.id}/send`, { to: 'lan@customer.test' })).status).toBe(409)
  })
})

test('an offer has a PDF once it was made, behind a link of its own', async () => {
  const quote = await offered((await deal()).id)
  expect(await ok('rep', 'GET', `quotes/${quote.id}/pdf`)).toEqual({ isMade: false })

  await workers.drain()
  const { isMade, link } = await ok('rep', 'GET', `quotes/${quote.id}/pdf`)

  expect([isMade, Date.parse(link.expiresAt) - api.now.at.getTime()]).toEqual([true, 300_000])
  expect((await api.deps.files.head(`quotes/${quote.id}/offer.pdf`))?.contentType).toBe('application/pdf')
  expect((await api.deps.files.head(`quotes/${quote.id}/offer.pdf`))?.bytes).toBeGreaterThan(1_000)
})

test('an acceptance costs the same whatever else the table holds', async () => {
  const { id } = await deal()
  const [sibling, quote] = [await offered(id), await offered(id)]
  const link = await linkOf(quote.id)
  api.spent()
  await answer(link, 'accept')
  const spent = api.spent()

  expect((await ok('rep', 'GET', `quotes/${sibling.id}`)).status).toBe('superseded')
  const counts = new Map<string, number>()
  for (const { operation } of spent) counts.set(operation, (counts.get(operation) ?? 0) + 1)
  expect(Object.fromEntries(counts)).toEqual({ GetItem: 10, TransactWriteItems: 2 })
  // The number of the order, and everything else at once: two quotes, the order, the deal with its lines, four events, the roster.
  // Five of them are the deal's amount in the currency of the organisation, in the record and in what is told of its change.
  expect(spent.reduce((sum, { wcu }) => sum + wcu, 0)).toBe(72)
})

test('a deal has at most 20 open quotes, and can be won with that many', async () => {
  const { id } = await deal()
  const first = await offered(id)
  for (let made = 1; made < 20; made++) await ok('rep', 'POST', 'quotes', { opportunityId: id })

  const more = await call('rep', 'POST', 'quotes', { opportunityId: id })
  expect([more.status, more.body.code]).toEqual([409, 'opportunity.too_many_quotes'])
  expect((await answer(await linkOf(first.id), 'accept')).status).toBe(200)
  const all = (await call('rep', 'GET', 'quotes', undefined, { query: { opportunityId: id, limit: 100 } })).body.data
  expect(all.filter(({ status }: Body) => status === 'superseded')).toHaveLength(19)
})

test('orders come from other systems once per id, and give back no more than was ordered', async () => {
  const body = {
    orderedOn: '2026-11-22',
    currency: 'USD',
    lines: [{ name: 'Beans', quantity: '3', net: usd(1000), tax: usd(70) }],
    shipping: usd(500),
  }
  const puts = await Promise.all([1, 2].map(() => call('admin', 'PUT', 'orders/external/shop/4711', body)))
  expect(puts.map(({ status }) => status).sort()).toEqual([200, 201])
  const { id } = puts[0]?.body ?? {}
  expect((await call('admin', 'PUT', 'orders/external/shop/4712', { name: 'x' })).body.code).toBe('order.no_lines')

  const back = (lines: Body[], more: Body = {}) =>
    call('admin', 'POST', `orders/${id}/refund`, { lines, reason: 'Broken.', ...more })
  const parts = await Promise.all(Array.from({ length: 4 }, () => back([{ line: 0, quantity: '1' }])))
  expect(parts.map(({ status }) => status).sort()).toEqual([201, 201, 201, 422])
  const nets = parts.flatMap(({ status, body }) => (status === 201 ? [body.totals.grandTotal] : []))
  expect(nets.reduce((sum, net) => sum + net, 0)).toBe(-1070)
  const shipping = await back([], { withShipping: true })
  expect(shipping.body).toMatchObject({ refundsId: id, totals: { grandTotal: -500 } })
  expect((await back([], { withShipping: true })).body.code).toBe('refund.shipping_twice')

  const order = await ok('admin', 'GET', `orders/${id}`)
  expect(order.refundedTotal).toBe(order.totals.grandTotal)
  expect((await call('admin', 'PATCH', `orders/${id}`, { status: 'cancelled' })).body.code).toBe('order.refunded')
  expect((await call('admin', 'PUT', 'orders/external/shop/4711', body)).body.code).toBe('order.fixed')
  expect(
    (await call('admin', 'POST', `orders/${shipping.body.id}/refund`, { lines: [], withShipping: true, reason: 'x' }))
      .status,
  ).toBe(409)
})
