import { invalid } from './errors.ts'
import { idBounds } from './ids.ts'
import { boundsBehind, openCursor, PAGE_LIMIT_DEFAULT, PAGE_LIMIT_MAX, type Page, sealCursor } from './page.ts'
import { isAllowed } from './policy.ts'
import { onlyVisible, visibleItems } from './record-read.ts'
import { fromItem, hiddenFields, type ListIndex, type RecordState, type RecordType } from './record-type.ts'
import type { RecordBase } from './schema.ts'
import { facetModel } from './search.ts'
import { type Ctx, hash } from './store.ts'
import type { IndexName, Item, QueryParams } from './table.ts'

export interface ListQuery {
  /** Values by facet name, and `ownerId`, `teamId`, and the field that names the record above. */
  filter?: Readonly<Record<string, string | undefined>>
  sort?: 'createdAt' | '-createdAt' | undefined
  limit?: number | undefined
  cursor?: string | undefined
  state?: RecordState
}

/**
 * Rounds of queries per request: a page may be short (with a cursor) rather than cost without bound. All but the first are as
 * large as a page can be, so that what the caller may not see shows in no cursor unless there are some 2,000 of it in a row.
 */
const ROUNDS_MAX = 20

/** People below a manager whose lists are merged; beyond it, everybody's list is read and filtered. */
const REPORTS_MERGED_MAX = 50

/**
 * One page of the records the caller may see: a merge of the partitions that can hold such records, newest first, each record
 * decided on again. One query per partition and round; the position is the last id, the same in every partition.
 */
export async function listRecords<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  query: ListQuery,
): Promise<Page<T>> {
  const { limit = PAGE_LIMIT_DEFAULT, sort = '-createdAt', state = 'live' } = query
  const filter = usedFilters(ctx, type, query.filter ?? {})
  const scope = hash(
    'list',
    type.kind,
    state,
    sort,
    ctx.principal.id,
    ctx.principal.fingerprint,
    JSON.stringify(filter),
  )
  const key = query.cursor === undefined ? undefined : await ctx.db.signingKey()
  let position = key && query.cursor !== undefined ? openCursor(key, scope, query.cursor) : undefined
  const newestFirst = sort === '-createdAt'
  const sources = sourcesFor(ctx, type, filter, state)
  const found: T[] = []
  for (let round = 0; round < ROUNDS_MAX; round++) {
    // One more than the page holds: there is a next page when the caller may see it.
    const wanted = round === 0 ? limit + 1 : PAGE_LIMIT_MAX
    const merged = await mergedRound(ctx, type, sources, { position, newestFirst, wanted })
    const visible = await seen(ctx, type, merged.records, state)
    found.push(...visible.filter((record) => matches(type, record, filter, state)))
    position = merged.last
    if (found.length > limit) break
    if (!merged.more) return { data: found, nextCursor: null }
  }
  if (found.length > limit) position = found[limit - 1]?.id
  const nextCursor = position === undefined ? null : sealCursor(await ctx.db.signingKey(), scope, position)
  return { data: found.slice(0, limit), nextCursor }
}

/** What may be listed: in the recycle bin, only what the caller could bring back. */
async function seen<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  records: readonly T[],
  state: RecordState,
): Promise<T[]> {
  const visible = await onlyVisible(ctx, type, records)
  return state === 'live'
    ? visible
    : visible.filter((record) => isAllowed(ctx.principal, 'delete', type.kind, ctx.now, record))
}

interface Source {
  /** The key condition of the next `limit` entries between two ids. */
  range(from: string, to: string, options: { newestFirst: boolean; limit: number }): QueryParams
}

interface Round<T> {
  records: T[]
  last: string | undefined
  more: boolean
}

async function mergedRound<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  sources: readonly Source[],
  { position, newestFirst, wanted }: { position: string | undefined; newestFirst: boolean; wanted: number },
): Promise<Round<T>> {
  const [from, to] = boundsBehind(idBounds(type.kind), position, newestFirst)
  const pages = await Promise.all(
    sources.map((source) => ctx.db.table.query(source.range(from, to, { newestFirst, limit: wanted }))),
  )
  const byId = new Map<string, Item>()
  for (const item of pages.flatMap((page) => page.items)) {
    const id = idOf(item)
    if (!byId.has(id) || 'id' in item) byId.set(id, item)
  }
  const ids = [...byId.keys()].sort(newestFirst ? descending : ascending)
  const taken = ids.filter((id) => isKnownUpTo(id, pages, newestFirst)).slice(0, wanted)
  const pointed = taken.filter((id) => !('id' in (byId.get(id) ?? {})))
  const fetched = pointed.length > 0 ? await visibleItems(ctx, pointed) : new Map<string, Item>()
  const items = taken.flatMap((id) => {
    const item = byId.get(id) as Item
    const whole = 'id' in item ? item : fetched.get(id)
    return whole ? [whole] : []
  })
  return {
    records: items.map((item) => fromItem(type, item)),
    last: taken.at(-1),
    more: ids.length > taken.length || pages.some((page) => page.more),
  }
}

/** A page that was cut short says nothing about ids behind its last one: those of other partitions wait for the next round. */
function isKnownUpTo(id: string, pages: readonly { items: Item[]; more: boolean }[], newestFirst: boolean): boolean {
  return pages.every(({ items, more }) => {
    const last = items.at(-1)
    return !more || !last || (newestFirst ? id >= idOf(last) : id <= idOf(last))
  })
}

const ascending = (a: string, b: string): number => (a < b ? -1 : 1)
const descending = (a: string, b: string): number => (a < b ? 1 : -1)

/** A record carries its own id; a pointer (a share, a facet) names what it is `of`. */
const idOf = (item: Item): string => ('id' in item ? item.id : item.of) as string

function sourcesFor<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  filter: Readonly<Record<string, string>>,
  state: RecordState,
): Source[] {
  const place = (index: IndexName, values: Item): Source => ({
    range: (from, to, options) => type.model.range(index, { state, ...values }, { id: from }, { id: to }, options),
  })
  // In the order the kind declares them: the most selective first.
  const facet = Object.keys(type.filters ?? {}).find((name) => name in filter)
  const parent = type.parent === undefined ? undefined : filter[type.parent]
  if (parent !== undefined) return [place('parent', { parent })]
  if (facet !== undefined && state === 'live') return [facetSource(type.kind, facet, filter[facet] as string)]
  if (filter.ownerId !== undefined && has(type, 'owner')) return [place('owner', { ownerId: filter.ownerId })]
  if (filter.teamId !== undefined && has(type, 'team')) return [place('team', { teamId: filter.teamId })]
  const shards = Array.from({ length: ctx.db.shards }, (_, shard) => String(shard))
  const { principal } = ctx
  const level = principal.rights.level(type.kind, 'read')
  // A kind of few records stands in no list but that of all, and each of them is decided on.
  const isOnlyThere = type.lists?.length === 1 && has(type, 'all')
  const isWide = isOnlyThere || level === 'all' || (level === 'subtree' && principal.reports.size > REPORTS_MERGED_MAX)
  if (isWide && has(type, 'all')) return shards.map((shard) => place('all', { shard }))
  const owners = level === 'subtree' ? [principal.userId, ...principal.reports] : [principal.userId]
  return [
    ...(has(type, 'owner') ? owners.map((ownerId) => place('owner', { ownerId })) : []),
    ...(has(type, 'team') ? principal.teamIds.map((teamId) => place('team', { teamId })) : []),
    ...(has(type, 'everyone') ? shards.map((shard) => place('everyone', { shard })) : []),
  ]
}

const facetSource = (kind: string, field: string, value: string): Source => ({
  range: (from, to, options) =>
    facetModel.range('record', { kind, field, digest: hash(value) }, { of: from }, { of: to }, options),
})

const has = (type: RecordType<never> | { lists?: readonly ListIndex[] }, list: ListIndex): boolean =>
  !type.lists || type.lists.includes(list)

/** The filters that are set. A field the caller may not see cannot be filtered by either: the answer would tell it. */
function usedFilters<T extends RecordBase>(
  ctx: Ctx,
  type: RecordType<T>,
  filter: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const hidden = hiddenFields(type as unknown as RecordType<never>, ctx.principal)
  const used = Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const refused = used.filter(([name]) => hidden.has(name))
  if (refused.length > 0) {
    throw invalid(
      'filter.not_allowed',
      'You may not filter by this field.',
      refused.map(([name]) => ({
        pointer: `/query/${name}`,
        code: 'filter.not_allowed',
        message: 'cannot be used by your role',
      })),
    )
  }
  return Object.fromEntries(used.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function matches<T extends RecordBase>(
  type: RecordType<T>,
  record: T,
  filter: Readonly<Record<string, string>>,
  state: RecordState,
): boolean {
  if ((record.deletedAt !== undefined) !== (state === 'bin')) return false
  return Object.entries(filter).every(([name, value]) => {
    if (name === type.parent) return record[type.parent] === value
    if (name === 'ownerId' || name === 'teamId') return record[name] === value
    return type.facets?.(record).some((facet) => facet.field === name && facet.value === value) ?? false
  })
}
