import { type Change, type Ctx, sameKey, VersionConflict, type Write } from './store.ts'
import { BATCH_KEYS_MAX, type Condition, type Item, type Key } from './table.ts'

/**
 * Whether a change would be written now, without writing it: throws what `commit` would throw when a condition does not hold. What
 * is answered is true at the moment of the look; only a commit makes it stay so. One request per 100 items.
 */
export async function rehearse<A>(ctx: Pick<Ctx, 'db'>, { writes, answer }: Change<A>): Promise<A> {
  const conditioned = writes.filter((write) => write.condition !== undefined)
  const items: Item[] = []
  const keys = conditioned.map(keyOf)
  for (let at = 0; at < keys.length; at += BATCH_KEYS_MAX)
    items.push(...(await ctx.db.table.batchGet(keys.slice(at, at + BATCH_KEYS_MAX))))
  for (const write of conditioned) {
    const key = keyOf(write)
    const item = items.find((one) => sameKey({ pk: String(one.pk), sk: String(one.sk) }, key))
    if (!holds(write.condition, item)) throw write.otherwise?.() ?? new VersionConflict()
  }
  return answer
}

function keyOf(write: Write): Key {
  const { pk, sk } =
    'put' in write ? write.put : 'delete' in write ? write.delete : 'add' in write ? write.add : write.check
  return { pk: String(pk), sk: String(sk) }
}

/** What the table would say of a condition. */
export function holds(condition: Condition | undefined, item: Item | undefined): boolean {
  if (condition === undefined) return true
  if ('absent' in condition) return item === undefined
  if ('present' in condition) return item !== undefined
  if ('equals' in condition) return item !== undefined && isEqual(item, condition.equals)
  if ('absentOrEquals' in condition) return item === undefined || isEqual(item, condition.absentOrEquals)
  const { attribute, value } = condition.absentOrBelow
  return item === undefined || Number(item[attribute]) < value
}

const isEqual = (item: Item, wanted: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(wanted).every(([name, value]) => item[name] === value)
