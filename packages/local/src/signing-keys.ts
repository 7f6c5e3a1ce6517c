import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject, sign } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { readJson, writeJson } from './json-file.ts'

export interface SigningKeys {
  jwks: { keys: { kty: string; kid: string; use: string; alg: string; n: string; e: string }[] }
  /** A JSON web token of these claims, RS256. */
  sign(claims: object): string
}

const Stored = z.object({ privateKey: z.string() })

const BITS = 2_048
const generate = promisify(generateKeyPair)

/** The key pair of this data directory, made on the first start and readable by its owner only. */
export async function loadKeys(dataDir: string | undefined): Promise<SigningKeys> {
  const file = dataDir && join(dataDir, 'signing-key.json')
  const stored = file ? await readJson(file) : undefined
  if (stored !== undefined) return fromPrivateKey(createPrivateKey(Stored.parse(stored).privateKey))
  const { privateKey } = await generate('rsa', { modulusLength: BITS })
  if (file) await writeJson(file, { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  return fromPrivateKey(privateKey)
}

function fromPrivateKey(privateKey: KeyObject): SigningKeys {
  const { n = '', e = '' } = createPublicKey(privateKey).export({ format: 'jwk' })
  const kid = createHash('sha256').update(n).digest('base64url')
  const header = encode({ alg: 'RS256', typ: 'JWT', kid })
  return {
    jwks: { keys: [{ kty: 'RSA', kid, use: 'sig', alg: 'RS256', n, e }] },
    sign(claims) {
      const signed = `${header}.${encode(claims)}`
      return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`
    },
  }
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
