import { DAY_MS } from './clock.ts'
import { forbidden, notFound } from './errors.ts'
import { kindOf, spoken } from './ids.ts'
import { type Action, isAllowed } from './policy.ts'
import { fromItem, keyOf, type RecordType } from './record-type.ts'
import type { RecordBase } from './schema.ts'
import type { Ctx } from './store.ts'
import { BATCH_KEYS_MAX, type Item } from './table.ts'

/** Days in the recycle bin before the table forgets a record. */
export const BIN_DAYS = 30

/**
 * The record, if it is there, not deleted, and visible to the caller; otherwise notFound, the same for all three. When it is
 * visible but `action` is not allowed: forbidden.
 */
export async function getRecord<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  id: string,
  action: Action = 'read',
): Promise<T> {
  const record = await findRecord(ctx, type, id)
  if (!record || record.deletedAt) throw missing(type)
  return mayDo(ctx, type, record, action)
}

/** The deleted record, for those who may delete it. */
export async function getDeleted<T extends RecordBase>(ctx: Ctx, type: RecordType<T>, id: string): Promise<T> {
  const record = await findRecord(ctx, type, id)
  if (!record?.deletedAt || isPurged(record.deletedAt, ctx.now)) throw missing(type)
  return mayDo(ctx, type, record, 'delete')
}

/** The table forgets late; what it should have forgotten is gone. */
const isPurged = (deletedAt: string, now: Date): boolean => Date.parse(deletedAt) + BIN_DAYS * DAY_MS <= now.getTime()

async function findRecord<T extends RecordBase>(ctx: Ctx, type: RecordType<T>, id: string): Promise<T | undefined> {
  const item = kindOf(id) === type.kind ? await ctx.db.table.get(keyOf(type.kind, id)) : undefined
  if (!item) return undefined
  const record = fromItem(type, item)
  const [visible] = await onlyVisible(ctx, type, [record])
  return visible
}

export function mayDo<T extends RecordBase>(ctx: Ctx, type: RecordType<T>, record: T, action: Action): T {
  if (!isAllowed(ctx.principal, action, type.kind, ctx.now, record)) {
    throw forbidden(`${type.kind}.${action}_denied`, `You may not ${action} this ${spoken(type.kind)}.`)
  }
  return record
}

/** Those the caller may read: by the rights of the record itself and of what it inherits from. */
export async function onlyVisible<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  records: readonly T[],
): Promise<T[]> {
  const own = records.filter((record) => isAllowed(ctx.principal, 'read', type.kind, ctx.now, record))
  const { inherits } = type
  if (!inherits || own.length === 0) return own
  const subjects = await visibleItems(ctx, own.map(inherits))
  return own.filter((record) => subjects.has(inherits(record)))
}

/**
 * The live items among these ids of any kind that the caller may read by their own rights, by id; what is seen only with what it
 * is about goes through `onlyVisible` too. Consistent; one request per 100 ids.
 */
export async function visibleItems(
  ctx: Ctx,
  ids: readonly string[],
  action: Action = 'read',
): Promise<Map<string, Item & RecordBase>> {
  const items = await itemsOf(ctx, ids)
  const seen = items.filter(
    (item) => !item.deletedAt && isAllowed(ctx.principal, action, kindOf(item.id) ?? '', ctx.now, item),
  )
  return new Map(seen.map((item) => [item.id, item]))
}

/** The items of these records, deleted ones included, whoever asks. */
export async function itemsOf(ctx: Pick<Ctx, 'db'>, ids: readonly string[]): Promise<(Item & RecordBase)[]> {
  const keys = [...new Set(ids)].flatMap((id) => {
    const kind = kindOf(id)
    return kind ? [keyOf(kind, id)] : []
  })
  const pages: Item[][] = []
  for (let at = 0; at < keys.length; at += BATCH_KEYS_MAX) {
    pages.push(await ctx.db.table.batchGet(keys.slice(at, at + BATCH_KEYS_MAX)))
  }
  // An item under a record's key is a record; its schema held when it was written.
  return pages.flat() as (Item & RecordBase)[]
}

export const missing = (type: RecordType<never> | { kind: string }) =>
  notFound(`${type.kind}.not_found`, `There is no such ${spoken(type.kind)}, or you may not see it.`)
