import type { RecordType, Stored } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Item } from '@rapport/kernel/table'
import type { Finding } from './finding.ts'
import { differing } from './same.ts'
import { keyIn, type RecordRow, rowModels, type Snapshot } from './snapshot.ts'

/** Every item is what its model writes today: keys, index attributes, nothing more and nothing less; every record fits its schema. */
export function checkPlacement(snapshot: Snapshot, shards: number): Finding[] {
  return [
    ...[...snapshot.records.values()].flatMap((row) => [...checkSchema(row), ...checkRecord(row, shards)]),
    ...Object.entries(rowModels).flatMap(([name, model]) =>
      snapshot.rows[name as keyof typeof rowModels].flatMap(({ item, value }) =>
        misplaced(item, model.item(value as never)),
      ),
    ),
    ...snapshot.strangers.map((item) => finding('item.unknown', item, 'is of no kind that this version knows')),
  ]
}

function checkSchema({ type, item, record }: RecordRow): Finding[] {
  const parsed = type.schema.safeParse(record)
  if (parsed.success) return []
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message)
  return [finding('record.invalid', item, `does not fit its schema: ${fields.join(', ')}`)]
}

function checkRecord({ type, item, record }: RecordRow, shards: number): Finding[] {
  const stored = type.model.parse(item) as Stored<RecordBase>
  const above = type.parent ? record[type.parent] : undefined
  const wrong = [
    ...(stored.state === (record.deletedAt ? 'bin' : 'live') ? [] : ['state']),
    ...(stored.parent === above ? [] : ['parent']),
    // More shards than before leave old records where they are: every list reads all of them.
    ...(Number(stored.shard) >= 0 && Number(stored.shard) < shards ? [] : ['shard']),
    ...((stored.expiresAtS === undefined) === (record.deletedAt === undefined) ? [] : ['expiresAtS']),
  ]
  return [
    ...(wrong.length > 0 ? [finding('record.misplaced', item, `says something else in: ${wrong.join(', ')}`)] : []),
    ...misplaced(item, (type as RecordType).model.item(stored)),
  ]
}

function misplaced(item: Item, expected: Item): Finding[] {
  const wrong = differing(item, expected)
  return wrong.length > 0 ? [finding('item.misplaced', item, `differs from its model in: ${wrong.join(', ')}`)] : []
}

function finding(code: string, item: Item, what: string): Finding {
  const { pk, sk } = keyIn(item)
  return { code, ids: [pk], message: `The item ${pk} / ${sk} ${what}.` }
}
