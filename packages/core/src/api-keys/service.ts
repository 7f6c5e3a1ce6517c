import { isDeepStrictEqual } from 'node:util'
import { HOUR_MS, later } from '@rapport/kernel/clock'
import { forbidden } from '@rapport/kernel/errors'
import { actions, levels, mergeRoles } from '@rapport/kernel/policy'
import { planNext } from '@rapport/kernel/record-plan'
import { toItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Ctx, commit, versioned } from '@rapport/kernel/store'
import { rightKinds, rightsOf } from '../access/roles.ts'
import { apiKeyType } from './model.ts'
import { digestOf, newKeyId, newSecret, ROTATION_OVERLAP_MS, refuseLife, writeKey } from './rules.ts'
import type { ApiKey } from './schema.ts'

export const ApiKeys = records<ApiKey>(apiKeyType, async (ctx, { before, next }) => {
  if (next.expiresAt !== before?.expiresAt) refuseLife(next.expiresAt, ctx.now)
  if (!isDeepStrictEqual(next.roles, before?.roles)) refuseWiderRoles(ctx, next)
  return {}
})

/** The key as it is shown, once. A repeated request gets the record without it: the secret itself is stored nowhere. */
export interface IssuedKey {
  record: ApiKey
  key?: string
}

export async function issue(ctx: Ctx, input: Body): Promise<IssuedKey> {
  const secret = newSecret(ctx.db.random)
  const made = { ...input, keyId: newKeyId(ctx.db.random), secrets: [{ digest: digestOf(secret) }] }
  const answer = await settle(ctx, async () => {
    const change = await ApiKeys.plans.create(ctx, made)
    return { ...change, answer: { record: change.answer } }
  })
  return { ...answer, key: writeKey({ keyId: answer.record.keyId, secret }, ctx.db.stage) }
}

/** A new secret; the one before works for another day. */
export async function rotate(ctx: Ctx, id: string): Promise<IssuedKey> {
  const secret = newSecret(ctx.db.random)
  const answer = await settle(ctx, async () => {
    const before = await ApiKeys.get(ctx, id, 'update')
    // Whoever holds the secret acts as the key's maker, so nobody else is shown one.
    if (before.ownerId !== ctx.principal.userId)
      throw forbidden('apiKey.rotate_denied', 'Only its maker may rotate a key. You may delete it.')
    const until = later(ctx.now, ROTATION_OVERLAP_MS).toISOString()
    const last = before.secrets.at(-1)
    const secrets = [...(last ? [{ digest: last.digest, until }] : []), { digest: digestOf(secret) }]
    const change = await planNext(ctx, apiKeyType, before, { ...before, secrets })
    return { ...change, answer: { record: change.answer } }
  })
  return { ...answer, key: writeKey({ keyId: answer.record.keyId, secret }, ctx.db.stage) }
}

/** Notes that a key was used, at most once an hour. A reading aid: losing a race to another request loses nothing. */
export async function touch(ctx: Ctx, key: ApiKey): Promise<void> {
  if (key.lastUsedAt !== undefined && ctx.now.getTime() - Date.parse(key.lastUsedAt) < HOUR_MS) return
  const put = toItem(apiKeyType, { ...key, lastUsedAt: ctx.now.toISOString() }, ctx.db.shards)
  await commit(ctx, { writes: [{ put, condition: versioned(key.version) }], events: [], answer: undefined }).catch(
    () => undefined,
  )
}

/** A key gets no role that reaches further than its maker's. One whose maker lost rights since can still be changed and revoked. */
function refuseWiderRoles(ctx: Ctx, key: ApiKey): void {
  if (!key.roles) return
  const asked = mergeRoles(rightsOf(key.roles))
  const reach = (level: string) => levels.indexOf(level as (typeof levels)[number])
  const isWider = rightKinds.some((kind) =>
    actions.some((action) => reach(asked.level(kind, action)) > reach(ctx.principal.rights.level(kind, action))),
  )
  if (isWider) throw forbidden('apiKey.role_too_wide', 'A key cannot have a role that allows more than you may do.')
}
