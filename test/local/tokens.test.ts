import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { TokenClaims } from '@rapport/lambda/deps'
import { tokenVerifier } from '@rapport/lambda/tokens'
import { expect, test } from 'vitest'
import { NOW } from './support.ts'

const POOL = 'eu-west-1_Abc123'
const CLIENT = 'client-1'
const nowS = NOW.getTime() / 1_000

const ours = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const theirs = generateKeyPairSync('rsa', { modulusLength: 2_048 })
const { n = '', e = '' } = ours.publicKey.export({ format: 'jwk' })
const jwks = { keys: [{ kty: 'RSA', kid: 'k1', use: 'sig', alg: 'RS256', n, e }] }

const verify = tokenVerifier({ userPoolId: POOL, userPoolClientId: CLIENT, jwks, clock: () => NOW })

const claims = {
  sub: 'subject-1',
  iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
  client_id: CLIENT,
  token_use: 'access',
  iat: nowS - 60,
  exp: nowS + 60,
  jti: 'j1',
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function rs256(
  payload: object,
  { key = ours.privateKey, header = {} }: { key?: KeyObject; header?: object } = {},
): string {
  const signed = `${encode({ alg: 'RS256', kid: 'k1', ...header })}.${encode(payload)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
}

function hs256(payload: object, secret: string | Buffer): string {
  const signed = `${encode({ alg: 'HS256', kid: 'k1' })}.${encode(payload)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

function tampered(): string {
  const [header, , signature] = rs256(claims).split('.')
  return `${header}.${encode({ ...claims, sub: 'subject-2' })}.${signature}`
}

test('a good access token is taken', async () => {
  expect(await verify(rs256(claims))).toEqual({ subject: 'subject-1', issuedAtS: nowS - 60 } satisfies TokenClaims)
})

const forgeries: [string, string][] = [
  ['without a signature (alg none)', `${encode({ alg: 'none', kid: 'k1' })}.${encode(claims)}.`],
  ['with alg none and a signature', rs256(claims, { header: { alg: 'none' } })],
  [
    'signed with the public key as a secret (HS256)',
    hs256(claims, createPublicKey(ours.privateKey).export({ type: 'spki', format: 'pem' })),
  ],
  ['signed with the modulus as a secret (HS256)', hs256(claims, n)],
  ['signed with another key under our key id', rs256(claims, { key: theirs.privateKey })],
  ['with a key id nobody knows', rs256(claims, { header: { kid: 'k2' } })],
  ['without a key id', rs256(claims, { header: { kid: undefined } })],
  [
    'carrying its own key',
    rs256(claims, { key: theirs.privateKey, header: { jwk: theirs.publicKey.export({ format: 'jwk' }) } }),
  ],
  ['that is an ID token', rs256({ ...claims, token_use: 'id', aud: CLIENT })],
  ['that is a refresh token', rs256({ ...claims, token_use: 'refresh' })],
  ['that has expired', rs256({ ...claims, exp: nowS - 1 })],
  ['without an expiry', rs256({ ...claims, exp: undefined })],
  ['that is not valid yet', rs256({ ...claims, nbf: nowS + 60 })],
  ['of another client', rs256({ ...claims, client_id: 'client-2' })],
  ['of another user pool', rs256({ ...claims, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' })],
  ['whose payload was changed', tampered()],
  ['that is no token at all', 'hello'],
  ['that is empty', ''],
]
test.each(forgeries)('a token %s is refused', async (_, token) => {
  await expect(verify(token)).rejects.toThrow()
})

test('a key id nobody knows leads to no request', async () => {
  const before = performance.now()

  await expect(verify(rs256(claims, { header: { kid: 'k9' } }))).rejects.toThrow()

  expect(performance.now() - before).toBeLessThan(500)
})
