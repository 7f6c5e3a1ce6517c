import type { Letter } from '@rapport/lambda/deps'
import { MailRefused } from '@rapport/lambda/mail-refused'
import type { SQSEvent } from 'aws-lambda'
import { describe, expect, test } from 'vitest'
import { spec, standInCloud } from './support.ts'

const letter: Letter = { to: 'ada@example.com', subject: 'Grüße', text: 'Hello Ada', html: '<p>Hello Ada</p>' }

const feedback = spec('record-mail-feedback', {
  kind: 'queue',
  from: { mailFeedback: true },
  batchSizeMax: 10,
  concurrencyMax: 1,
})

interface SesEvent {
  eventType: string
  mail: { messageId: string; destination: string[]; tags: Record<string, string[]> }
  bounce?: { bounceType: string; bounceSubType: string; bouncedRecipients: { emailAddress: string }[] }
}

/** A cloud that collects what SES reports. */
async function mailCloud() {
  const reported: SesEvent[] = []
  const cloud = await standInCloud([
    [
      feedback,
      async ({ Records }: SQSEvent) =>
        void reported.push(...Records.map(({ body }) => JSON.parse(JSON.parse(body).Message))),
    ],
  ])
  return { ...cloud, reported }
}

test('a letter arrives as it was written', async () => {
  const { deps, mail } = await mailCloud()

  const { messageId } = await deps.mailer.send(
    { ...letter, headers: { 'List-Unsubscribe': '<https://example.com/u>' } },
    { dlv: 'd1' },
  )

  expect(await mail()).toMatchObject([
    {
      messageId,
      to: 'ada@example.com',
      subject: 'Grüße',
      text: 'Hello Ada',
      html: '<p>Hello Ada</p>',
      headers: { 'list-unsubscribe': '<https://example.com/u>' },
      tags: { dlv: 'd1' },
    },
  ])
})

describe('what SES reports', () => {
  const outcomes: [string, string[]][] = [
    ['ada@example.com', ['Send', 'Delivery']],
    ['success@simulator.amazonses.com', ['Send', 'Delivery']],
    ['bounce@simulator.amazonses.com', ['Send', 'Bounce']],
    ['bounce+campaign-7@simulator.amazonses.com', ['Send', 'Bounce']],
    ['complaint@simulator.amazonses.com', ['Send', 'Delivery', 'Complaint']],
    ['suppressionlist@simulator.amazonses.com', ['Send', 'Bounce']],
  ]
  test.each(outcomes)('a letter to %s leads to %j', async (to, types) => {
    const { deps, idle, reported } = await mailCloud()

    const { messageId } = await deps.mailer.send({ ...letter, to }, { att: 'a1' })
    await idle()

    expect(reported.map(({ eventType }) => eventType).sort()).toEqual([...types].sort())
    for (const { mail } of reported) expect(mail).toMatchObject({ messageId, destination: [to], tags: { att: ['a1'] } })
  })

  test('a bounce names the address, and that it is permanent', async () => {
    const { deps, idle, reported } = await mailCloud()

    await deps.mailer.send({ ...letter, to: 'bounce@simulator.amazonses.com' }, {})
    await idle()

    expect(reported.find(({ bounce }) => bounce)?.bounce).toMatchObject({
      bounceType: 'Permanent',
      bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com' }],
    })
  })
})

describe('what is refused before anything is sent', () => {
  const addresses = [
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    '"a@b"@c.example',
    '"a b"@c.example',
    'Ada <ada@example.com>',
    'a@b.example\u2028',
    'a@b@c.example',
    'a..b@example.com',
    '@example.com',
    'ada',
    'ada@localhost',
    'ada@[127.0.0.1]',
    'ädä@example.com',
    `${'a'.repeat(65)}@example.com`,
    '',
  ]
  test.each(addresses)('the address %j', async (to) => {
    const { deps, mail } = await mailCloud()

    await expect(deps.mailer.send({ ...letter, to }, {})).rejects.toBeInstanceOf(MailRefused)
    expect(await mail()).toEqual([])
  })

  const parts: [string, Partial<Letter>, Record<string, string>][] = [
    ['a line break in the subject', { subject: 'Hi\r\nBcc: eve@example.com' }, {}],
    ['a Unicode line break in the subject', { subject: 'Hi\u2028Bcc: eve@example.com' }, {}],
    ['a line break in a header', { headers: { 'X-Note': 'a\nBcc: eve@example.com' } }, {}],
    ['a header name with a colon', { headers: { 'X-Note: a\r\nBcc': 'eve@example.com' } }, {}],
    ['another recipient by header', { headers: { BCC: 'eve@example.com' } }, {}],
    ['another sender by header', { headers: { From: 'eve@example.com' } }, {}],
    ['another content type by header', { headers: { 'Content-Type': 'text/html' } }, {}],
    ['a tag that SES would not take', {}, { 'a b': 'c' }],
  ]
  test.each(parts)('%s', async (_, part, tags) => {
    const { deps, mail } = await mailCloud()

    await expect(deps.mailer.send({ ...letter, ...part }, tags)).rejects.toBeInstanceOf(MailRefused)
    expect(await mail()).toEqual([])
  })
})

test('a domain outside ASCII is written in its ASCII form', async () => {
  const { deps, mail } = await mailCloud()

  await deps.mailer.send({ ...letter, to: 'ada@bücher.example' }, {})

  expect(await mail()).toMatchObject([{ to: 'ada@xn--bcher-kva.example' }])
})
