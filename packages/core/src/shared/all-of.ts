import { idBounds } from '@rapport/kernel/ids'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'

/**
 * The live records of a kind that an organisation has few of, at most `max` per shard, whoever asks. One query per shard; the index
 * follows the table within milliseconds.
 */
export async function allOf<T extends RecordBase>(
  { db }: Pick<Ctx, 'db'>,
  type: RecordType<T>,
  max: number,
): Promise<T[]> {
  const [from, to] = idBounds(type.kind)
  const shards = Array.from({ length: db.shards }, (_, shard) => String(shard))
  const options = { newestFirst: false, limit: max }
  const pages = await Promise.all(
    shards.map((shard) =>
      db.table.query(type.model.range('all', { state: 'live', shard }, { id: from }, { id: to }, options)),
    ),
  )
  return pages.flatMap(({ items }) => items.map((item) => fromItem(type, item)))
}
