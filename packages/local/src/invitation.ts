import { createTransport } from 'nodemailer'

/** The letter in which a user pool sends the first password, as SES takes it. */
export async function invitation(email: string, password: string, url: string): Promise<URLSearchParams> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'no-reply@verificationemail.com',
    to: { name: '', address: email },
    subject: 'Your temporary password',
    text: `Your username is ${email} and temporary password is ${password}\n\n${url}\n`,
  })
  return new URLSearchParams({
    Action: 'SendRawEmail',
    'Destinations.member.1': email,
    'RawMessage.Data': Buffer.from(message as Buffer).toString('base64'),
  })
}
