import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Letter } from '@rapport/lambda/deps'
import { MailRefused } from '@rapport/lambda/mail-refused'
import { sesMailer } from '@rapport/lambda/mailer'
import { localAws } from '@rapport/local/credentials'
import { listen } from '@rapport/local/listen'
import { expect, onTestFinished, test } from 'vitest'

const letter: Letter = { to: 'ada@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }

/** A stand-in for SES that counts and always answers the same, or breaks the connection. */
async function ses(answer: { status: number; code: string } | 'break') {
  const calls: string[] = []
  const server = createServer(async (request, response) => {
    calls.push(await text(request))
    if (answer === 'break') return request.socket.destroy()
    response
      .writeHead(answer.status, { 'content-type': 'text/xml' })
      .end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${answer.code}</Code><Message>No</Message></Error></ErrorResponse>`,
      )
  })
  const port = await listen(server, 0)
  onTestFinished(() => void server.close())
  const mailer = sesMailer({
    from: 'crm@example.com',
    configurationSet: 'set',
    endpoint: `http://127.0.0.1:${port}`,
    ...localAws,
  })
  return { mailer, calls }
}

test.each([
  [400, 'MessageRejected', false],
  [400, 'Throttling', true],
  [403, 'AccessDenied', false],
  [429, 'TooManyRequestsException', true],
])('an answer %i %s says that the letter surely was not sent', async (status, code, isTemporary) => {
  const { mailer, calls } = await ses({ status, code })

  const sent = mailer.send(letter, {})

  await expect(sent).rejects.toBeInstanceOf(MailRefused)
  await expect(sent).rejects.toMatchObject({ isTemporary })
  expect(calls).toHaveLength(1)
})

test.each([500, 503])('after an answer %i nobody knows, and nothing is sent again', async (status) => {
  const { mailer, calls } = await ses({ status, code: 'InternalFailure' })

  await expect(mailer.send(letter, {})).rejects.not.toBeInstanceOf(MailRefused)
  expect(calls).toHaveLength(1)
})

test('after a broken connection nobody knows, and nothing is sent again', async () => {
  const { mailer, calls } = await ses('break')

  await expect(mailer.send(letter, {})).rejects.not.toBeInstanceOf(MailRefused)
  expect(calls).toHaveLength(1)
})
