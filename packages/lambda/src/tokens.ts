import type { Clock } from '@rapport/kernel/clock'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import { JwtExpiredError, JwtNotBeforeError } from 'aws-jwt-verify/error'
import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk'
import type { VerifyToken } from './deps.ts'

export interface TokenVerifierOptions {
  userPoolId: string
  userPoolClientId: string
  /** The keys to trust, nothing else: no key is ever fetched then. Without it, the pool's own address is asked. */
  jwks?: Jwks
  /** Judges expiry by this clock instead of the system's. */
  clock?: Clock
}

/** Checks access tokens of one client of one user pool. Throws when signature, issuer, client, use or time is wrong. */
export function tokenVerifier({ userPoolId, userPoolClientId, jwks, clock }: TokenVerifierOptions): VerifyToken {
  const verifier = CognitoJwtVerifier.create(
    {
      userPoolId,
      clientId: userPoolClientId,
      tokenUse: 'access',
      // The library knows the system's clock only: with another one it must not judge, and `checkTime` does.
      ...(clock && {
        graceSeconds: Number.MAX_SAFE_INTEGER,
        customJwtCheck: ({ payload }) => checkTime(payload, clock),
      }),
    },
    // An unknown key id makes the library ask the issuer again; with given keys that must end here.
    jwks && {
      jwksCache: new SimpleJwksCache({ fetcher: { fetch: () => Promise.reject(new Error('No keys are fetched.')) } }),
    },
  )
  if (jwks) verifier.cacheJwks(jwks)
  return async (token) => {
    const { sub, iat } = await verifier.verify(token)
    return { subject: sub, issuedAtS: iat }
  }
}

function checkTime({ exp, nbf }: { exp?: number | undefined; nbf?: number | undefined }, clock: Clock): void {
  const nowS = clock().getTime() / 1000
  if (exp === undefined || exp < nowS) throw new JwtExpiredError('Token expired', exp)
  if (nbf !== undefined && nbf > nowS) throw new JwtNotBeforeError('Token not valid yet', nbf)
}
