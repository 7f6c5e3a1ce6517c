import { Contacts } from '@rapport/core/contacts/service'
import { addressModel } from '@rapport/core/mail/model'
import { digestOf } from '@rapport/core/mail/rules'
import { isSuppressed, sendLetter, suppress } from '@rapport/core/mail/service'
import { type Ctx, read } from '@rapport/kernel/store'
import { systemCtx } from '@rapport/lambda/context'
import { feedbackOn } from '@rapport/local/mail-feedback'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, startApi, stopEngine } from '../support/api.ts'
import { findingsIn, UNPROJECTED } from '../support/sound.ts'
import { handlerOf, isDone } from '../support/workers.ts'

let api: Api
let ctx: Ctx
let report: (...bodies: string[]) => Promise<boolean>
beforeAll(async () => {
  api = await startApi()
  ctx = systemCtx(api.runtime, 'test', 'req-test')
  const handler = await handlerOf('record-mail-feedback', api.deps)
  report = async (...bodies) => {
    const Records = bodies.map((body, index) => ({ messageId: `m${index}`, body }))
    return isDone(await handler({ Records } as never, {} as never))
  }
})
afterAll(async () => {
  await api.stop()
  await stopEngine()
})

let count = 0
const newAddress = (): string => `Reader-${++count}@Example.com`
const newContact = async (address: string): Promise<string> =>
  (await Contacts.create(ctx, { lastName: 'Reader', emails: [{ value: address }, { value: `other-${address}` }] })).id

/** A report as SES publishes it through SNS. */
const envelope = (message: object): string => JSON.stringify({ Type: 'Notification', Message: JSON.stringify(message) })

const bounce = (emailAddress: string, { type = 'Permanent', messageId = `letter-${++count}` } = {}): string =>
  envelope({
    eventType: 'Bounce',
    mail: { messageId },
    bounce: { bounceType: type, bouncedRecipients: [{ emailAddress }], timestamp: '2026-11-22T08:59:00.000Z' },
  })

const complaint = (emailAddress: string, complaintFeedbackType: string | null = 'abuse'): string =>
  envelope({
    eventType: 'Complaint',
    mail: { messageId: `letter-${++count}` },
    complaint: {
      complainedRecipients: [{ emailAddress }],
      complaintFeedbackType,
      timestamp: '2026-11-22T08:59:00.000Z',
    },
  })

const stateOf = (address: string) => read(ctx, addressModel, { digest: digestOf(address) })
const entriesOf = async (id: string) =>
  (await Contacts.get(ctx, id)).emails?.map(({ invalid, optOut }) => ({ invalid, optOut }))
const toldOf = (id: string): string[] => api.events.filter((event) => event.pk === id).map(({ type }) => String(type))

const untouched = { invalid: false, optOut: false }

describe('an address', () => {
  test.each([
    ['bounces', bounce, { invalid: true, optOut: false }, 'bounce'],
    ['complains', complaint, { invalid: false, optOut: true }, 'complaint'],
  ] as const)(
    'that %s for good is suppressed, marked and told of once, however often the report comes',
    async (_, make, marks, reason) => {
      const address = newAddress()
      const contact = await newContact(address)
      const message = make(address.toLowerCase())

      expect(await report(message, message)).toBe(true)
      expect(await Promise.all([report(message), report(message)])).toEqual([true, true])

      expect(await stateOf(address)).toMatchObject({
        version: 1,
        transientBounces: 0,
        suppression: { reason, at: '2026-11-22T08:59:00.000Z' },
      })
      expect(await entriesOf(contact)).toEqual([marks, untouched])
      expect(toldOf(contact).sort()).toEqual(['address.suppressed', 'contact.created', 'contact.updated'])
    },
  )

  test('that bounces for a while is only counted, once per letter', async () => {
    const address = newAddress()
    const contact = await newContact(address)
    const first = bounce(address, { type: 'Transient' })

    await report(first, first)
    await report(bounce(address, { type: 'Undetermined' }))

    expect(await stateOf(address)).toMatchObject({ transientBounces: 2 })
    expect(await isSuppressed(ctx, address)).toBe(false)
    expect(await entriesOf(contact)).toEqual([untouched, untouched])
  })

  test('that first bounces and then complains keeps the first reason and gets both marks', async () => {
    const address = newAddress()
    const contact = await newContact(address)

    await report(bounce(address))
    await report(complaint(address))

    expect((await stateOf(address))?.suppression?.reason).toBe('bounce')
    expect((await entriesOf(contact))?.[0]).toEqual({ invalid: true, optOut: true })
    expect(toldOf(contact).filter((type) => type === 'address.suppressed')).toHaveLength(1)
  })

  test('nobody has is suppressed too, and that of a colleague is told in their timeline', async () => {
    const address = newAddress()
    const { rep } = api.people

    await report(bounce(address), bounce(rep?.email ?? ''))

    expect(await isSuppressed(ctx, address)).toBe(true)
    expect(toldOf(rep?.id ?? '')).toContain('address.suppressed')
  })

  test.each([
    ['a report that it is no spam', (address: string) => complaint(address, 'not-spam')],
    ['a delivery', () => envelope({ eventType: 'Delivery', mail: { messageId: 'x' }, delivery: {} })],
    ['an event that is new at SES', () => envelope({ eventType: 'Surprise' })],
  ])('is not suppressed by %s', async (_, make) => {
    const address = newAddress()

    expect(await report(make(address))).toBe(true)

    expect(await isSuppressed(ctx, address)).toBe(false)
  })
})

test('what the local mail service reports about its simulator addresses is understood', async () => {
  const sent = { messageId: 'local-1', at: '2026-11-22T09:00:00.000Z', from: 'crm@example.com', subject: 's', tags: {} }
  const [hard, angry, fine] = ['bounce', 'complaint', 'success'].map((name) => `${name}@simulator.amazonses.com`)
  for (const to of [hard, angry, fine]) {
    await report(...feedbackOn({ ...sent, to: to ?? '', configurationSet: 'test' }))
  }

  const suppressed = await Promise.all([hard, angry, fine].map((to) => isSuppressed(ctx, to ?? '')))
  expect(suppressed).toEqual([true, true, false])
})

test('a report that cannot be read fails alone', async () => {
  const address = newAddress()
  api.deps.log.error = () => {}

  expect(await report(envelope({ eventType: 'Bounce', mail: {} }), bounce(address))).toBe(false)

  expect(await isSuppressed(ctx, address)).toBe(true)
})

test('no letter of any kind leaves for a suppressed address', async () => {
  const sent: string[] = []
  const mailer = {
    send: async ({ to }: { to: string }) => ({ messageId: `m${sent.push(to)}` }),
  }
  const letter = (to: string) => ({ to, subject: 's', text: 't', html: 'h' })
  const [good, bad] = [newAddress(), newAddress()]
  await suppress(ctx, bad, { reason: 'manual', at: ctx.now.toISOString() })
  await suppress(ctx, bad, { reason: 'manual', at: ctx.now.toISOString() })

  const outcomes = [
    await sendLetter(ctx, mailer, letter(good), 'notice'),
    await sendLetter(ctx, mailer, letter(bad.toUpperCase()), 'notice'),
  ]

  expect(outcomes).toEqual([{ outcome: 'sent', messageId: 'm1' }, { outcome: 'suppressed' }])
  expect(sent).toEqual([good])
})

test('what was suppressed is sound, and holds no address but those of the records', async () => {
  expect(await findingsIn(api, UNPROJECTED)).toEqual([])
})

test('the greeting with which SES tries a topic is no report, and no failure', async () => {
  const Message = 'Successfully validated SNS topic for Amazon SES event publishing.'
  const before = api.events.length

  expect(await report(JSON.stringify({ Type: 'Notification', Message }))).toBe(true)
  expect(await report(JSON.stringify({ Type: 'Notification', Message: 'Hello' }))).toBe(false)
  expect(api.events).toHaveLength(before)
})
