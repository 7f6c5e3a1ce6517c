import { unprocessable } from './errors.ts'
import type { Kind } from './ids.ts'
import { itemsOf } from './record-read.ts'
import { keyOf } from './record-type.ts'
import type { Ctx, Write } from './store.ts'

/** Ancestors a record may be put below. What it brings along is not counted, so a tree can become deeper by moves. */
export const TREE_DEPTH_MAX = 20

/**
 * The checks that keep a tree a tree when `id` goes below `parentId`: each ancestor must still be as it was read, so that two
 * moves at once cannot close a circle between them. Throws unprocessable when one would be closed or there are too many above.
 */
export async function ancestorChecks(
  ctx: Ctx,
  kind: Kind,
  field: string,
  id: string,
  parentId: string,
): Promise<Write[]> {
  const checks: Write[] = []
  for (let next: string | undefined = parentId; next !== undefined; ) {
    if (next === id) throw refusal(field, `${kind}.cyclic`, `This would make the ${kind} its own ancestor.`)
    if (checks.length >= TREE_DEPTH_MAX)
      throw refusal(field, `${kind}.too_deep`, `There may be ${TREE_DEPTH_MAX} levels above a ${kind}.`)
    const [ancestor] = await itemsOf(ctx, [next])
    if (!ancestor) break
    checks.push({ check: keyOf(kind, next), condition: { equals: { version: ancestor.version } } })
    next = ancestor[field] as string | undefined
  }
  return checks
}

const refusal = (field: string, code: string, message: string) =>
  unprocessable(code, message, [{ pointer: `/${field}`, code, message }])
