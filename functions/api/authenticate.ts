import { createHash } from 'node:crypto'
import {
  activeUser,
  badCredentials,
  type Caller,
  keyById,
  keyCaller,
  type ReportsOf,
  reportsOf,
  userCaller,
  userIdOf,
} from '@rapport/core/access/service'
import { isApiKey, parseKey } from '@rapport/core/api-keys/rules'
import { touch } from '@rapport/core/api-keys/service'
import { CrmError } from '@rapport/kernel/errors'
import type { Db } from '@rapport/kernel/store'
import type { Runtime } from '@rapport/lambda/context'
import type { TokenClaims } from '@rapport/lambda/deps'
import type { Authenticate } from '@rapport/lambda/http'

interface Known {
  caller: Caller
  tokensValidFromS: number
  readAtMs: number
}

/** Callers remembered per running function. */
const KNOWN_MAX = 1_000

/** How long rights may be reused at most, whatever is configured: what the CRM promises when rights change. */
const TTL_MS_MAX = 60_000

/**
 * Who asks. A token or key only says who it is; what they may do is read from the table, and reused for reading for a few
 * seconds. Writes always look, so a change of rights counts for them at once.
 */
export function authenticator(): Authenticate {
  const known = new Map<string, Known>()
  const userIds = new Map<string, string>()
  const reports = reportsCache()
  return async (runtime, event, isWrite) => {
    const credential = bearerOf(event.headers.authorization)
    if (credential === undefined) return undefined
    const { name, validFromS, look } = await identify(
      runtime,
      credential,
      event.requestContext.http.sourceIp,
      userIds,
      reports,
    )
    const nowMs = runtime.deps.clock().getTime()
    const remembered = known.get(name)
    const isFresh = remembered !== undefined && !isWrite && nowMs - remembered.readAtMs < ttlMs(runtime)
    const current = isFresh ? remembered : { ...(await look()), readAtMs: nowMs }
    remember(known, name, current)
    if (validFromS < current.tokensValidFromS) throw badCredentials()
    return current.caller
  }
}

interface Identity {
  /** Under which the caller is remembered. */
  name: string
  /** When the credential was issued, for credentials that a sign-out ends. */
  validFromS: number
  look(): Promise<Omit<Known, 'readAtMs'>>
}

async function identify(
  runtime: Runtime,
  credential: string,
  sourceIp: string,
  userIds: Map<string, string>,
  reports: ReportsCache,
): Promise<Identity> {
  if (isApiKey(credential)) {
    const name = `${createHash('sha256').update(credential).digest('base64url')} ${sourceIp}`
    return { name, validFromS: Number.POSITIVE_INFINITY, look: () => lookUpKey(runtime, credential, sourceIp, reports) }
  }
  const claims = await verified(runtime, credential)
  return {
    name: claims.subject,
    validFromS: claims.issuedAtS,
    look: () => lookUpUser(runtime, claims.subject, userIds, reports),
  }
}

/** Which user a sign-in is hardly ever changes, so it is remembered and asked again before anybody is refused. */
async function lookUpUser(
  runtime: Runtime,
  subject: string,
  userIds: Map<string, string>,
  reports: ReportsCache,
): Promise<Omit<Known, 'readAtMs'>> {
  const { db } = runtime
  const user =
    (await userAt(db, subject, userIds.get(subject))) ?? (await userAt(db, subject, await userIdOf(db, subject)))
  if (!user) throw badCredentials()
  remember(userIds, subject, user.id)
  return { caller: await userCaller(db, user, reports(runtime)), tokensValidFromS: user.tokensValidFromS ?? 0 }
}

async function userAt(db: Db, subject: string, id: string | undefined) {
  const user = id === undefined ? undefined : await activeUser(db, id)
  return user?.subject === subject ? user : undefined
}

async function lookUpKey(
  runtime: Runtime,
  credential: string,
  sourceIp: string,
  reports: ReportsCache,
): Promise<Omit<Known, 'readAtMs'>> {
  const { deps, db, ids } = runtime
  const token = parseKey(credential, deps.env.STAGE)
  if (!token) throw badCredentials()
  const now = deps.clock()
  const key = await keyById(db, token.keyId)
  const caller = await keyCaller(db, token, key, sourceIp, now, reports(runtime))
  if (key) await touch({ db, ids, now, ...caller, requestId: '' }, key)
  return { caller, tokensValidFromS: 0 }
}

type ReportsCache = (runtime: Runtime) => ReportsOf

/** The tree of managers, kept as long as rights may be: it is the one right that costs a query per person. */
function reportsCache(): ReportsCache {
  const known = new Map<string, { reports: ReadonlySet<string>; readAtMs: number }>()
  return (runtime) => async (managerId) => {
    const nowMs = runtime.deps.clock().getTime()
    const kept = known.get(managerId)
    if (kept && nowMs - kept.readAtMs < ttlMs(runtime)) return kept.reports
    const reports = await reportsOf(runtime.db, managerId)
    remember(known, managerId, { reports, readAtMs: nowMs })
    return reports
  }
}

/** Keeps the latest; the one not used for longest makes room. */
function remember<V>(map: Map<string, V>, name: string, value: V): void {
  map.delete(name)
  map.set(name, value)
  const oldest = map.size > KNOWN_MAX ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}

const ttlMs = ({ deps }: Runtime): number => Math.min(TTL_MS_MAX, Number(deps.env.RIGHTS_TTL_MS))

async function verified({ deps }: Runtime, token: string): Promise<TokenClaims> {
  try {
    return await deps.verifyToken(token)
  } catch (error) {
    // That a token could not be judged is no judgement.
    throw error instanceof CrmError && error.kind === 'unavailable' ? error : badCredentials()
  }
}

/** The credential of a Bearer header. Other schemes, cookies and query strings are not looked at. */
const bearerOf = (header: string | undefined): string | undefined =>
  /^Bearer ([\x21-\x7e]{1,4096})$/i.exec(header ?? '')?.[1]
