import type { VerifyToken } from '@rapport/lambda/deps'
import { tokenVerifier } from '@rapport/lambda/tokens'
import { base64url, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose'

export const POOL = 'eu-west-1_Abc123'
export const CLIENT = 'client-1'
const KEY_ID = 'k1'

export interface Mint {
  /** The verifier that runs in production, with these keys instead of the pool's. */
  verify: VerifyToken
  /** A good access token of a subject, with claims changed. */
  token(subject: string, claims?: JWTPayload): Promise<string>
  /** Tokens for a subject that somebody made up, by what is wrong with them. */
  forgeries(subject: string): Promise<[string, string][]>
}

/** A user pool's keys on this machine, and somebody who tries to get around them. */
export async function createMint(clock: () => Date): Promise<Mint> {
  const ours = await generateKeyPair('RS256', { extractable: true })
  const theirs = await generateKeyPair('RS256', { extractable: true })
  const jwk = await exportJWK(ours.publicKey)
  const jwks = { keys: [{ ...jwk, kid: KEY_ID, use: 'sig', alg: 'RS256', kty: 'RSA', n: jwk.n ?? '', e: jwk.e ?? '' }] }
  const nowS = () => Math.floor(clock().getTime() / 1000)

  const claimsOf = (subject: string): JWTPayload => ({
    sub: subject,
    iss: `https://cognito-idp.eu-west-1.amazonaws.com/${POOL}`,
    client_id: CLIENT,
    token_use: 'access',
    scope: 'aws.cognito.signin.user.admin',
    iat: nowS(),
    exp: nowS() + 900,
    jti: 'j1',
  })

  const signed = (claims: JWTPayload, key = ours.privateKey, header: object = {}) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, ...header }).sign(key)

  const unsigned = (header: object, claims: JWTPayload) =>
    `${base64url.encode(JSON.stringify(header))}.${base64url.encode(JSON.stringify(claims))}`

  async function hmac(claims: JWTPayload, secret: string | Uint8Array): Promise<string> {
    const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
    return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: KEY_ID }).sign(bytes)
  }

  return {
    verify: tokenVerifier({ userPoolId: POOL, userPoolClientId: CLIENT, jwks, clock }),
    token: (subject, claims = {}) => signed({ ...claimsOf(subject), ...claims }),
    async forgeries(subject) {
      const claims = claimsOf(subject)
      const good = await signed(claims)
      const [header = '', payload = '', signature = ''] = good.split('.')
      const embedded = await exportJWK(theirs.publicKey)
      return [
        ['without a signature (alg none)', `${unsigned({ alg: 'none', kid: KEY_ID }, claims)}.`],
        ['with alg none and a good signature', `${unsigned({ alg: 'none', kid: KEY_ID }, claims)}.${signature}`],
        ['with alg None', `${unsigned({ alg: 'None', kid: KEY_ID }, claims)}.${signature}`],
        ['signed with the public key as a secret (HS256)', await hmac(claims, await exportSPKI(ours.publicKey))],
        ['signed with the modulus as a secret (HS256)', await hmac(claims, base64url.decode(jwk.n ?? ''))],
        ['signed by another key under our key id', await signed(claims, theirs.privateKey)],
        ['under a key id nobody knows', await signed(claims, ours.privateKey, { kid: 'k2' })],
        ['without a key id', await signed(claims, ours.privateKey, { kid: undefined })],
        ['that carries its own key', await signed(claims, theirs.privateKey, { jwk: embedded })],
        [
          'that names where its key is',
          await signed(claims, theirs.privateKey, { jku: 'https://evil.example/jwks.json' }),
        ],
        ['that is an ID token', await signed({ ...claims, token_use: 'id', aud: CLIENT })],
        ['that is a refresh token', await signed({ ...claims, token_use: 'refresh' })],
        ['that has expired', await signed({ ...claims, exp: nowS() - 1 })],
        ['that never expires', await signed({ ...claims, exp: undefined } as unknown as JWTPayload)],
        ['that is not valid yet', await signed({ ...claims, nbf: nowS() + 60 })],
        ['for another client', await signed({ ...claims, client_id: 'client-2' })],
        [
          'of another user pool',
          await signed({ ...claims, iss: 'https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Other' }),
        ],
        ['of the local cloud', await signed({ ...claims, iss: 'http://localhost:3000' })],
        [
          'whose payload was changed',
          `${header}.${base64url.encode(JSON.stringify({ ...claims, sub: `${subject}x` }))}.${signature}`,
        ],
        ['whose signature was cut', `${header}.${payload}.${signature.slice(0, -4)}`],
        ['without its signature', `${header}.${payload}.`],
        ['in two parts', `${header}.${payload}`],
        ['twice', `${good}.${good}`],
      ]
    },
  }
}
