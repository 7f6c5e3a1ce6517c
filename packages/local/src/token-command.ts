import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

/** `npm run -s token -- rep`: an access token of the running CRM for a development user, by the part of the address before the @. */

const Credentials = z.array(z.object({ email: z.string(), password: z.string() }))
const Tokens = z.object({ accessToken: z.string() })

const [name = 'rep'] = process.argv.slice(2)
const { PORT = '3000', DATA_DIR = '.data' } = process.env
const file = join(DATA_DIR, 'credentials.json')
const users = Credentials.parse(JSON.parse(await readFile(file, 'utf8')))
const user = users.find(({ email }) => email.split('@')[0] === name)
if (!user) throw new Error(`${file} knows: ${users.map(({ email }) => email.split('@')[0]).join(', ')}`)
const reply = await fetch(`http://127.0.0.1:${PORT}/local/token`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(user),
})
process.stdout.write(`${Tokens.parse(await reply.json()).accessToken}\n`)
