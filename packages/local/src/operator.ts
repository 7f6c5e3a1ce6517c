import { randomFillSync } from 'node:crypto'
import type { Clock } from '@rapport/kernel/clock'
import type { Files } from '@rapport/kernel/files'
import { createIds, idBounds } from '@rapport/kernel/ids'
import { allRights } from '@rapport/kernel/policy'
import { signingKeys } from '@rapport/kernel/secrets'
import type { Ctx } from '@rapport/kernel/store'
import type { Table } from '@rapport/kernel/table'

const [NOBODY_ID] = idBounds('user')

/** What a command of an operator works with: the rights are those of whoever runs it, the time is told by `clock`. */
export function operatorCtx(name: string, table: Table, shards: number, clock: Clock): () => Ctx {
  const random = (size: number): Uint8Array => randomFillSync(new Uint8Array(size))
  const files = new Proxy({} as Files, { get: () => () => Promise.reject(new Error(`${name} reads no files.`)) })
  const db = { table, files, stage: name, random, shards, signingKey: signingKeys(table, random) }
  const ids = createIds(clock, random)
  return () => ({
    db,
    ids,
    now: clock(),
    actor: { type: 'system', id: name },
    principal: {
      type: 'system',
      id: name,
      userId: NOBODY_ID,
      teamIds: [],
      reports: new Set(),
      roles: [],
      rights: allRights,
      fingerprint: name,
    },
    requestId: name,
  })
}
