import { createHash } from 'node:crypto'
import { CrmError } from '@rapport/kernel/errors'
import type { Actor } from '@rapport/kernel/events'
import { idBounds } from '@rapport/kernel/ids'
import { boundsBehind } from '@rapport/kernel/page'
import { actions, intersect, mergeRoles, narrow, type Principal, type Rights } from '@rapport/kernel/policy'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Db, holderOf } from '@rapport/kernel/store'
import { apiKeyType } from '../api-keys/model.ts'
import { CLOSED_TO_KEYS, isFrom, isInScope, isSecretOf, type Token } from '../api-keys/rules.ts'
import type { ApiKey } from '../api-keys/schema.ts'
import { userType } from '../users/model.ts'
import type { User } from '../users/schema.ts'
import { rightsOf } from './roles.ts'

export interface Caller {
  principal: Principal
  actor: Actor
}

/** Everybody below a manager, at most; a larger organisation is cut off level by level. */
const REPORTS_MAX = 5_000

/** The user behind a sign-in, whatever its state. */
export const userIdOf = (db: Db, subject: string): Promise<string | undefined> =>
  holderOf({ db }, { scope: 'user.subject', value: subject })

export async function keyById(db: Db, keyId: string): Promise<ApiKey | undefined> {
  const id = await holderOf({ db }, { scope: 'apiKey.id', value: keyId })
  const [item] = id ? await itemsOf({ db }, [id]) : []
  return item && !item.deletedAt ? fromItem(apiKeyType, item) : undefined
}

export async function activeUser(db: Db, id: string): Promise<User | undefined> {
  const [item] = await itemsOf({ db }, [id])
  const user = item && !item.deletedAt ? fromItem(userType, item) : undefined
  return user?.status === 'active' ? user : undefined
}

/** What a signed-in person may do, read from the user's own record: the token only says who it is. */
export async function userCaller(db: Db, user: User, reports: ReportsOf = (id) => reportsOf(db, id)): Promise<Caller> {
  const rights = mergeRoles(rightsOf(user.roles))
  return {
    principal: await principalOf(user, 'user', user.id, rights, '', reports),
    actor: { type: 'user', id: user.id },
  }
}

/**
 * What a program may do: its maker's rights, cut by the key's roles and scopes. Throws unauthenticated, with the same words
 * whatever is wrong, unless secret, time and address are right.
 */
export async function keyCaller(
  db: Db,
  token: Token,
  key: ApiKey | undefined,
  sourceIp: string,
  now: Date,
  reports: ReportsOf = (id) => reportsOf(db, id),
): Promise<Caller> {
  const isGood =
    isSecretOf(key, token.secret, now) &&
    key !== undefined &&
    Date.parse(key.expiresAt) > now.getTime() &&
    isFrom(sourceIp, key.cidrs)
  const owner = isGood ? await activeUser(db, key.ownerId) : undefined
  if (!isGood || !owner) throw badCredentials()
  return callerOfKey(key, owner, reports)
}

/**
 * Who goes on with work after the request that began it: the same person or program, with the rights they have by now. Undefined
 * when that is nobody any more.
 */
export async function callerAgain(db: Db, actor: Actor, now: Date): Promise<Caller | undefined> {
  if (actor.type === 'user') {
    const user = await activeUser(db, actor.id)
    return user && userCaller(db, user)
  }
  const [item] = actor.type === 'apiKey' ? await itemsOf({ db }, [actor.id]) : []
  const key = item && !item.deletedAt ? fromItem(apiKeyType, item) : undefined
  const owner = key && Date.parse(key.expiresAt) > now.getTime() ? await activeUser(db, key.ownerId) : undefined
  return key && owner && callerOfKey(key, owner, (id) => reportsOf(db, id))
}

async function callerOfKey(key: ApiKey, owner: User, reports: ReportsOf): Promise<Caller> {
  const ownerRights = mergeRoles(rightsOf(owner.roles))
  const cut = key.roles ? intersect(ownerRights, mergeRoles(rightsOf(key.roles))) : ownerRights
  const rights = narrow(cut, (kind, action) =>
    !CLOSED_TO_KEYS.includes(kind) || action === 'read' ? isInScope(key.scopes, kind, action) : false,
  )
  const principal = await principalOf(owner, 'apiKey', key.id, rights, `${key.version}`, reports)
  return { principal, actor: { type: 'apiKey', id: key.id, onBehalfOf: owner.id } }
}

export const badCredentials = (): CrmError =>
  new CrmError('unauthenticated', 'credentials.invalid', 'These credentials are not valid.')

async function principalOf(
  user: User,
  type: 'user' | 'apiKey',
  id: string,
  rights: Rights,
  salt: string,
  reportsOf: ReportsOf,
): Promise<Principal> {
  const teamIds = user.teamIds ?? []
  // By the person's roles: a key whose scopes name single kinds still reaches the reports with them.
  const reports: ReadonlySet<string> = reachesSubtree(mergeRoles(rightsOf(user.roles)))
    ? await reportsOf(user.id)
    : new Set<string>()
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([user.roles, teamIds, salt]))
    .digest('base64url')
    .slice(0, 16)
  return { type, id, userId: user.id, teamIds, reports, roles: user.roles, rights, fingerprint }
}

const reachesSubtree = (rights: Rights): boolean => actions.some((action) => rights.level('*', action) === 'subtree')

/** Everybody below a person: costs a query per person, so callers that ask often keep the answer for a while. */
export type ReportsOf = (managerId: string) => Promise<ReadonlySet<string>>

/** Everybody below a person in the manager tree, one query per person, level by level. */
export async function reportsOf(db: Db, managerId: string): Promise<Set<string>> {
  const found = new Set<string>()
  for (let level = [managerId]; level.length > 0 && found.size < REPORTS_MAX; ) {
    const pages = await Promise.all(level.map((id) => directReports(db, id)))
    level = pages.flat().filter((id) => id !== managerId && !found.has(id))
    for (const id of level) found.add(id)
  }
  return found
}

/** Page by page: DynamoDB ends one at a megabyte, which some hundred users fill. */
async function directReports(db: Db, managerId: string): Promise<string[]> {
  const found: string[] = []
  for (let isMore = true; isMore && found.length < REPORTS_MAX; ) {
    const [from, to] = boundsBehind(idBounds('user'), found.at(-1), false)
    const range = userType.model.range(
      'parent',
      { state: 'live', parent: managerId },
      { id: from },
      { id: to },
      { newestFirst: false, limit: 1_000 },
    )
    const { items, more } = await db.table.query(range)
    found.push(...items.map((item) => item.id as string))
    isMore = more && items.length > 0
  }
  return found
}
