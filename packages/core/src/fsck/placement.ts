import { placed, type RecordType, type Stored } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Item } from '@rapport/kernel/table'
import type { Finding } from './finding.ts'
import { differing } from './same.ts'

/** An item is what its model writes today: keys, index attributes, nothing more and nothing less. */
export function checkPlacement(item: Item, expected: Item): Finding[] {
  const wrong = differing(item, expected)
  return wrong.length > 0 ? [finding('item.misplaced', item, `differs from its model in: ${wrong.join(', ')}`)] : []
}

/** A record fits its schema, and what places it follows from it. */
export const checkRecord = (type: RecordType, item: Item, record: RecordBase, shards: number): Finding[] => [
  ...checkSchema(type, item, record),
  ...checkPlaces(type, item, record, shards),
]

export const unknownItem = (item: Item): Finding =>
  finding('item.unknown', item, 'is of no kind that this version knows')

function checkSchema(type: RecordType, item: Item, record: RecordBase): Finding[] {
  const parsed = type.schema.safeParse(record)
  if (parsed.success) return []
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || issue.message)
  return [finding('record.invalid', item, `does not fit its schema: ${fields.join(', ')}`)]
}

function checkPlaces(type: RecordType, item: Item, record: RecordBase, shards: number): Finding[] {
  const stored: Stored<RecordBase> = type.model.parse(item)
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
    ...checkPlacement(item, placed(type, stored)),
  ]
}

function finding(code: string, { pk, sk }: Item, what: string): Finding {
  return { code, ids: [String(pk)], message: `The item ${pk} / ${sk} ${what}.` }
}
