import { kindOf } from '@rapport/kernel/ids'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import { CONTRIBUTIONS_MAX, type Contributed, contributedModel, rollupWrites } from '@rapport/kernel/rollup'
import type { RecordBase } from '@rapport/kernel/schema'
import { type Ctx, commit, read, retryStale } from '@rapport/kernel/store'

/**
 * Brings the totals up to what a record says now, exactly once in effect: guarded by the record's version, so events may come
 * twice, late or out of order.
 */
export async function projectRollups(ctx: Ctx, types: readonly RecordType[], id: string): Promise<void> {
  const type = types.find(({ kind }) => kind === kindOf(id))
  if (!type?.rollups) return
  await retryStale(ctx, async () => {
    const [item] = await itemsOf(ctx, [id])
    const before = await read(ctx, contributedModel, { of: id })
    if (!item || (before && before.version >= item.version)) return
    const next = contributionOf(type, fromItem(type, item))
    await commit(ctx, { writes: rollupWrites(before, next, ctx.db.shards), events: [], answer: undefined })
  })
}

/** What a record adds to the totals; nothing while it is in the recycle bin. */
export function contributionOf(type: RecordType, record: RecordBase): Contributed {
  const contributions = record.deletedAt ? [] : [...(type.rollups?.(record) ?? [])]
  if (contributions.length > CONTRIBUTIONS_MAX)
    throw new Error(`A ${type.kind} adds to ${contributions.length} totals; ${CONTRIBUTIONS_MAX} are possible.`)
  return { of: record.id, kind: type.kind, version: record.version, contributions }
}
