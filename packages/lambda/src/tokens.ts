import type { Clock } from '@rapport/kernel/clock'
import { CrmError } from '@rapport/kernel/errors'
import { CognitoJwtVerifier } from 'aws-jwt-verify'
import {
  FetchError,
  JwksNotAvailableInCacheError,
  JwksValidationError,
  JwkValidationError,
  JwtExpiredError,
  JwtNotBeforeError,
} from 'aws-jwt-verify/error'
import { type Jwks, SimpleJwksCache } from 'aws-jwt-verify/jwk'
import type { VerifyToken } from './deps.ts'

type Fetcher = { fetch: (uri: string) => Promise<ArrayBuffer> }

export interface TokenVerifierOptions {
  userPoolId: string
  userPoolClientId: string
  /** The keys to trust, nothing else: no key is ever fetched then. Without it, the pool's own address is asked. */
  jwks?: Jwks
  /** Gets the pool's keys from its address; HTTPS with one retry unless told. */
  fetcher?: Fetcher
  /** Judges expiry by this clock instead of the system's. */
  clock?: Clock
}

/**
 * Checks access tokens of one client of one user pool. Throws when signature, issuer, client, use or time is wrong, and
 * unavailable('sign_in.unavailable') when the pool's keys cannot be had: that says nothing about the token.
 */
export function tokenVerifier({
  userPoolId,
  userPoolClientId,
  jwks,
  fetcher,
  clock,
}: TokenVerifierOptions): VerifyToken {
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
    (jwks || fetcher) && { jwksCache: new SimpleJwksCache({ fetcher: jwks ? nothing : (fetcher as Fetcher) }) },
  )
  if (jwks) verifier.cacheJwks(jwks)
  return async (token) => {
    const { sub, iat } = await verifier.verify(token).catch(unlessNoKeys)
    return { subject: sub, issuedAtS: iat }
  }
}

const nothing: Fetcher = { fetch: () => Promise.reject(new Error('No keys are fetched.')) }

/** A key id that the fetched keys do not have is another thing: then the token is wrong. */
function unlessNoKeys(error: unknown): never {
  if (!NO_KEYS.some((kind) => error instanceof kind)) throw error
  throw new CrmError('unavailable', 'sign_in.unavailable', 'Sign-ins cannot be checked at the moment. Try again.')
}

const NO_KEYS = [FetchError, JwksNotAvailableInCacheError, JwksValidationError, JwkValidationError]

function checkTime({ exp, nbf }: { exp?: number | undefined; nbf?: number | undefined }, clock: Clock): void {
  const nowS = clock().getTime() / 1000
  if (exp === undefined || exp < nowS) throw new JwtExpiredError('Token expired', exp)
  if (nbf !== undefined && nbf > nowS) throw new JwtNotBeforeError('Token not valid yet', nbf)
}
