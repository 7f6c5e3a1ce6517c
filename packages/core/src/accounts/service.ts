import { ancestorChecks } from '@rapport/kernel/ancestry'
import { CrmError, notFound } from '@rapport/kernel/errors'
import { listRecords } from '@rapport/kernel/record-list'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Ctx, holderOf, VersionConflict } from '@rapport/kernel/store'
import { externalIdGuard } from '../shared/rules.ts'
import { accountType } from './model.ts'
import type { Account } from './schema.ts'

export const Accounts = records<Account>(accountType, async (ctx, { before, next }) => {
  const isMoved = next.parentId !== undefined && next.parentId !== before?.parentId
  return { writes: isMoved ? await ancestorChecks(ctx, 'account', 'parentId', next.id, next.parentId as string) : [] }
})

/** The account another system knows by `id`. Consistent. Throws notFound when there is none the caller may see. */
export async function getExternal(ctx: Ctx, system: string, id: string): Promise<Account> {
  const holder = await holderOf(ctx, externalIdGuard('account', system, id))
  if (!holder) throw notFound('account.not_found', 'There is no such account, or you may not see it.')
  return Accounts.get(ctx, holder)
}

export interface Upserted {
  record: Account
  isNew: boolean
}

/** Creates the account another system knows by `id`, or merges into it. Two at once end with one account. */
export async function putExternal(ctx: Ctx, system: string, id: string, input: Body): Promise<Upserted> {
  const guard = externalIdGuard('account', system, id)
  const holder = await holderOf(ctx, guard)
  if (holder) return merge(ctx, holder, system, id, input)
  try {
    return {
      record: await Accounts.create(ctx, { ...input, externalIds: withId(input.externalIds, system, id) }),
      isNew: true,
    }
  } catch (error) {
    const winner = error instanceof CrmError && error.kind === 'conflict' ? await holderOf(ctx, guard) : undefined
    if (winner === undefined) throw error
    return merge(ctx, winner, system, id, input)
  }
}

/** Reads and writes the same version: external ids that others add meanwhile stay. */
async function merge(ctx: Ctx, holder: string, system: string, id: string, input: Body): Promise<Upserted> {
  const record = await settle(ctx, async () => {
    const { externalIds, version } = await Accounts.get(ctx, holder, 'update')
    const all = { ...externalIds, ...withId(input.externalIds, system, id) }
    return Accounts.plans.patch(ctx, holder, { ...input, externalIds: all }, version).catch(retryIfStale)
  })
  return { record, isNew: false }
}

/** The caller named no version, so one that has moved on is ours to read again. */
function retryIfStale(error: unknown): never {
  throw error instanceof CrmError && error.kind === 'stale' ? new VersionConflict() : error
}

const withId = (ids: unknown, system: string, id: string) => ({
  ...(ids as Record<string, string> | undefined),
  [system]: id,
})

export interface Upserted {
  record: Account
  isNew: boolean
}

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
  const parent = await Accounts.get(ctx, account.parentId).catch(() => undefined)
  return parent ? topmost(ctx, parent) : account
}

const node = (account: Account, depth: number): HierarchyNode => ({
  id: account.id,
  name: account.name,
  ...(account.parentId ? { parentId: account.parentId } : {}),
  depth,
})
