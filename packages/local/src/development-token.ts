import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

const Credentials = z.array(z.object({ email: z.string(), password: z.string() }))
const Tokens = z.object({ accessToken: z.string() })

/** An access token of a running local CRM for a development user, by the part of the address before the @. */
export async function developmentToken(url: string, dataDir: string, name: string): Promise<string> {
  const file = join(dataDir, 'credentials.json')
  const users = Credentials.parse(JSON.parse(await readFile(file, 'utf8')))
  const user = users.find(({ email }) => email.split('@')[0] === name)
  if (!user) throw new Error(`${file} knows: ${users.map(({ email }) => email.split('@')[0]).join(', ')}`)
  const reply = await fetch(new URL('/local/token', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(user),
  })
  return Tokens.parse(await reply.json()).accessToken
}
