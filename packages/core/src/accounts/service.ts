import { ancestorChecks } from '@rapport/kernel/ancestry'
import { CrmError } from '@rapport/kernel/errors'
import { listRecords } from '@rapport/kernel/record-list'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { accountType } from './model.ts'
import type { Account } from './schema.ts'

export const Accounts = records<Account>(accountType, async (ctx, { before, next }) => {
  const isMoved = next.parentId !== undefined && next.parentId !== before?.parentId
  return { writes: isMoved ? await ancestorChecks(ctx, 'account', 'parentId', next.id, next.parentId as string) : [] }
})

export interface HierarchyNode {
  id: string
  name: string
  parentId?: string
  depth: number
}

/** Nodes a hierarchy shows; beyond it, `isComplete` is false. */
const NODES_MAX = 200
const CHILDREN_MAX = 100

/**
 * The tree an account stands in: its ancestors up to the first the caller may not see, and everything below the topmost one,
 * breadth first.
 */
export async function hierarchy(
  ctx: Ctx,
  id: string,
): Promise<{ rootId: string; isComplete: boolean; data: HierarchyNode[] }> {
  const root = await topmost(ctx, await Accounts.get(ctx, id))
  const nodes: HierarchyNode[] = [node(root, 0)]
  let isComplete = true
  for (let at = 0; at < nodes.length; at++) {
    if (nodes.length >= NODES_MAX) return { rootId: root.id, isComplete: false, data: nodes }
    const above = nodes[at] as HierarchyNode
    const children = await listRecords(ctx, accountType, { filter: { parentId: above.id }, limit: CHILDREN_MAX })
    isComplete &&= children.nextCursor === null
    nodes.push(...children.data.map((child) => node(child, above.depth + 1)))
  }
  return { rootId: root.id, isComplete, data: nodes }
}

async function topmost(ctx: Ctx, account: Account): Promise<Account> {
  if (account.parentId === undefined) return account
  const parent = await Accounts.get(ctx, account.parentId).catch(unlessInvisible)
  return parent ? topmost(ctx, parent) : account
}

/** Nothing but this may look like a missing parent: an outage would show a tree that is not there. */
function unlessInvisible(error: unknown): undefined {
  if (!(error instanceof CrmError) || (error.kind !== 'notFound' && error.kind !== 'forbidden')) throw error
}

const node = (account: Account, depth: number): HierarchyNode => ({
  id: account.id,
  name: account.name,
  ...(account.parentId ? { parentId: account.parentId } : {}),
  depth,
})
