import { type Cloud, startCloud } from '@rapport/local/cloud'
import { createFaults, type Faults, noFaults } from '@rapport/local/faults'
import { seedPeople } from '@rapport/local/seed'
import { afterEach, describe, expect, test } from 'vitest'
import { type Client, client } from '../support/http.ts'

/** A Monday, ten in the morning in Berlin. */
const START = new Date('2026-11-23T09:00:00.000Z')

let cloud: Cloud | undefined
afterEach(async () => {
  await cloud?.stop()
  cloud = undefined
})

const CALM = 'with nothing going wrong'
const weather: [string, () => Faults][] = [
  [CALM, () => noFaults],
  [
    'with throttles, lost replies, duplicates and reordering',
    () =>
      createFaults({
        seed: 7,
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
  // A token lives for a quarter of an hour, and a day passes.
  const as = async (name: string): Promise<Client> => {
    const email = `${name}@rapport.example`
    return async (...call) => client(running.url, await running.signIn(email, passwords.get(email) ?? ''))(...call)
  }
  return { running, as }
}

describe.each(weather)('the 24-hour life of a deal, %s', (name, make) => {
  test('goes from a web form to an order, and tells its own story', { timeout: 180_000 }, async () => {
    const { running, as } = await begin(make())
    cloud = running
    const [admin, manager, rep, marketing] = [
      await as('admin'),
      await as('manager'),
      await as('rep'),
      await as('marketing'),
    ]
    const anybody = client(running.url)
    const ok = async (call: Client, method: string, path: string, body?: object) => {
      const reply = await call(method, `/v1/${path}`, body)
      expect(reply.status, `${method} ${path} ${JSON.stringify(reply.body)}`).toBeLessThan(300)
      await running.idle()
      return reply.body
    }
    const change = async (call: Client, path: string, body: object) => {
      const { version } = await ok(call, 'GET', path)
      const reply = await call('PATCH', `/v1/${path}`, body, { 'if-match': `"${version}"` })
      // Of a change whose reply was lost the second attempt is not made: what it did is read instead.
      expect([200, 412, 500, 503]).toContain(reply.status)
      await running.idle()
      const now = await ok(call, 'GET', path)
      expect(now).toMatchObject(body)
      return now
    }
    const wait = async (duration: string): Promise<void> => {
      await running.clock.advance(duration)
      await running.idle()
    }
    const lettersTo = async (address: string) => (await running.mail()).filter(({ to }) => to.includes(address))
    const storyOf = async (path: string): Promise<string[]> =>
      (await ok(admin, 'GET', `${path}/timeline?limit=100`)).data.map(({ type }: { type: string }) => type).reverse()
    const usd = (amount: number) => ({ amount, currency: 'USD' })
    const repId = (await ok(rep, 'GET', 'me')).user.id

    // The shop: what it sells, for how much, and who takes care of new people.
    const retail = await ok(admin, 'POST', 'price-books', { name: 'Retail', currency: 'USD', isStandard: true })
    const wholesale = await ok(admin, 'POST', 'price-books', { name: 'Wholesale', currency: 'USD' })
    const roast = await ok(admin, 'POST', 'products', { name: 'Dark roast', cost: usd(300) })
    const tiers = [
      { priceBookId: retail.id, unitPrice: usd(1_000) },
      { priceBookId: wholesale.id, minQuantity: '1', unitPrice: usd(800) },
      { priceBookId: wholesale.id, minQuantity: '100', unitPrice: usd(700) },
    ]
    for (const tier of tiers) await ok(admin, 'POST', 'price-book-entries', { productId: roast.id, ...tier })
    await ok(admin, 'PATCH', 'organisation', {
      timeZone: 'Europe/Berlin',
      company: { name: 'Rang Coffee' },
      quoteLimits: [{ role: 'rep', discountPercentMax: '5' }],
      leadResponse: { minutes: 120, hours: '24x7' },
    })
    await ok(manager, 'POST', 'assignment-rules', {
      name: 'Web',
      position: 1,
      criteria: { sources: ['web'] },
      assignTo: { userIds: [repId] },
    })
    const form = await ok(marketing, 'POST', 'capture-forms', {
      name: 'Catalogue',
      fields: ['firstName', 'lastName', 'company', 'email'],
      constants: { source: 'web' },
      doubleOptIn: true,
    })

    // Somebody asks, and says that it was them; the lead has an owner and a clock.
    const fields = { firstName: 'Lan', lastName: 'Phạm', company: 'Phạm Imports', email: 'lan@customer.example' }
    await ok(anybody, 'POST', `capture/${form.formKey}`, { fields, utm: { source: 'search', campaign: 'spring' } })
    const [asked, ...more] = await lettersTo(fields.email)
    // This letter is sent before it is noted: when the note gets lost, twice rather than never.
    if (name === CALM) expect(more).toEqual([])
    const confirm = new URL(/https?:\/\/\S+\/v1\/opt-in\/\S+/.exec(asked?.text ?? '')?.[0] ?? '')
    expect((await anybody('POST', confirm.pathname)).status).toBeLessThan(300)
    await running.idle()
    const found = await ok(rep, 'GET', `search?q=${fields.email}`)
    expect(found.data).toHaveLength(1)
    const lead = found.data[0].record
    expect(lead).toMatchObject({ ownerId: repId, source: 'web', status: 'new' })
    expect(Date.parse(lead.firstResponseDueAt)).toBeGreaterThan(START.getTime())

    // The seller calls, and makes a company, a person and a deal of it.
    await wait('PT45M')
    const at = running.clock.now().toISOString()
    const talk = { channel: 'phone', direction: 'outbound', at, summary: 'Wants a hundred bags a month.' }
    await ok(rep, 'POST', 'interactions', { subjectId: lead.id, ...talk })
    expect((await ok(rep, 'GET', `leads/${lead.id}`)).firstRespondedAt).toBe(at)
    await change(rep, `leads/${lead.id}`, { status: 'working' })
    const made = await ok(rep, 'POST', `leads/${lead.id}/convert`, { opportunity: { name: 'A hundred bags' } })
    const deal = `opportunities/${made.opportunity.id}`
    expect(made.opportunity).toMatchObject({ ownerId: repId, source: 'web', campaign: 'spring' })

    // Lines, first at the standard price, then by the book that the customer is given.
    const lines = [{ productId: roast.id, quantity: '100' }]
    expect((await ok(rep, 'PUT', `${deal}/lines`, { lines })).total).toEqual(usd(100_000))
    const repriced = await ok(rep, 'POST', `${deal}/reprice`, { priceBookId: wholesale.id })
    expect([repriced.totalBefore, repriced.totalAfter]).toEqual([usd(100_000), usd(70_000)])
    expect(await ok(rep, 'GET', deal)).toMatchObject({ amount: usd(70_000), converted: { corporate: usd(70_000) } })

    // An offer that goes beyond what a seller may give away needs the manager.
    await wait('PT2H')
    const draft = await ok(rep, 'POST', 'quotes', {
      opportunityId: made.opportunity.id,
      headerDiscount: { percent: '10' },
    })
    const quote = `quotes/${draft.id}`
    expect((await rep('POST', `/v1/${quote}/present`, {})).body.code).toBe('quote.needs_approval')
    await ok(rep, 'POST', `${quote}/submit`)
    await ok(manager, 'POST', `${quote}/review`)
    await ok(manager, 'POST', `${quote}/approve`, { note: 'A good customer.' })
    await ok(rep, 'POST', `${quote}/present`)
    expect((await ok(rep, 'GET', `${quote}/pdf`)).isMade).toBe(true)
    await ok(rep, 'POST', `${quote}/send`, { to: fields.email })
    const offers = (await lettersTo(fields.email)).filter(({ subject }) => subject.startsWith('Offer '))
    expect(offers).toHaveLength(1)

    // The customer says yes the next morning, twice.
    await wait('PT20H')
    const path = `/v1/offers/${/\/v1\/offers\/(\S+)/.exec(offers[0]?.text ?? '')?.[1] ?? ''}`
    const accept = () =>
      fetch(`${running.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'decision=accept&name=Lan&reason=',
      })
    for (let times = 0, said = 0; said < 2 && times < 10; times++) if ((await accept()).status === 200) said++
    await running.idle()

    const won = await ok(rep, 'GET', deal)
    expect(won).toMatchObject({
      status: 'won',
      amount: usd(63_000),
      converted: { corporate: usd(63_000) },
      syncedQuoteId: draft.id,
    })
    const { orderId } = await ok(rep, 'GET', quote)
    expect(await ok(rep, 'GET', `orders/${orderId}`)).toMatchObject({ status: 'placed', quoteId: draft.id })
    expect((await ok(rep, 'GET', `${deal}/lines`)).total).toEqual(won.amount)
    const story = (await storyOf(deal)).filter((type) => type.startsWith('opportunity.'))
    // Lines that are put again because nobody answered are put twice.
    expect([...new Set(story)]).toEqual([
      'opportunity.created',
      'opportunity.lines_replaced',
      'opportunity.repriced',
      'opportunity.won',
    ])
    const told = await storyOf(`leads/${lead.id}`)
    for (const type of ['lead.created', 'lead.converted']) expect(told.filter((one) => one === type)).toHaveLength(1)
    expect(running.deadLetters(), JSON.stringify(running.deadLetters())).toEqual([])
  })
})
