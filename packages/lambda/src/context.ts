import type { Actor } from '@rapport/kernel/events'
import { createIds, type Ids, idBounds } from '@rapport/kernel/ids'
import { allRights, type Principal } from '@rapport/kernel/policy'
import { signingKeys } from '@rapport/kernel/secrets'
import type { Ctx, Db } from '@rapport/kernel/store'
import type { Deps } from './deps.ts'

/** What a running function keeps between requests. */
export interface Runtime {
  deps: Deps
  db: Db
  ids: Ids
}

export const runtime = (deps: Deps): Runtime => ({
  deps,
  db: {
    table: deps.table,
    files: deps.files,
    stage: deps.env.STAGE,
    random: deps.random,
    shards: Number(deps.env.INDEX_SHARDS),
    signingKey: signingKeys(deps.table, deps.random),
  },
  ids: createIds(deps.clock, deps.random),
})

/** The context of work the CRM does by itself. `onBehalfOf` is whoever caused it. */
export function systemCtx({ deps, db, ids }: Runtime, worker: string, requestId: string, onBehalfOf?: string): Ctx {
  const actor: Actor = { type: 'system', id: worker, ...(onBehalfOf ? { onBehalfOf } : {}) }
  return { db, ids, now: deps.clock(), principal: systemPrincipal(worker), actor, requestId }
}

/** The lowest user id there can be: what the CRM makes for nobody belongs to nobody. */
const [NOBODY_ID] = idBounds('user')

const systemPrincipal = (worker: string): Principal => ({
  type: 'system',
  id: worker,
  userId: NOBODY_ID,
  teamIds: [],
  reports: new Set(),
  roles: [],
  rights: allRights,
  fingerprint: worker,
})
