import { type Kind, kindOf } from '@rapport/kernel/ids'
import { itemsOf, onlyVisible } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import { facetsOf, type Projected, projectedModel, projectionWrites, tokensOf } from '@rapport/kernel/search'
import { type Ctx, commit, holderOf, read, retryStale } from '@rapport/kernel/store'
import { leadIdsByEmail } from '../leads/service.ts'
import { foldEmail } from '../shared/rules.ts'
import { type Candidates, candidates } from './candidates.ts'
import { looksLikeEmail, matchOf, termsOf, wholeTermsOf } from './rules.ts'

export interface Hit {
  kind: string
  id: string
  record: Record<string, unknown>
}

export interface Found {
  data: Hit[]
  /** False when there may be more: the page was full, or looking on would have cost too much. Type more of the words. */
  isComplete: boolean
}

export interface Query {
  q: string
  kind?: Kind | undefined
  /** Hits per page. */
  limit: number
}

/** Records read per search at most, for a caller who may not see most of what matches. */
const EXAMINED_MAX = 200

/**
 * Records with a word, address, number or domain for each term of the query, those with whole words first. Stops when the page
 * is full, so what it costs follows from the page and not from the table. Ids and e-mail addresses are looked up directly and
 * are never behind; words follow a change by the time the projector takes. Throws invalid('query.too_short').
 */
export async function search(ctx: Ctx, types: readonly RecordType[], { q: raw, kind, limit }: Query): Promise<Found> {
  const q = raw.trim()
  const wanted = types.filter((type) => kind === undefined || type.kind === kind)
  const look = (rounds: Candidates, terms: readonly string[]) => pageOf(ctx, wanted, rounds, terms, limit)
  if (kindOf(q)) return look(known([q]), [])
  const named = looksLikeEmail(q) ? await look(known(await holders(ctx, q)), []) : undefined
  if (named && named.data.length > 0) return named
  // What nobody may be told of must not keep the words from being looked for: that alone would tell.
  const values = wholeTermsOf(q)
  let isComplete = true
  for (const value of values) {
    const found = await look(candidates(ctx, [value], kind, limit + 1), [value])
    if (found.data.length > 0) return found
    isComplete &&= found.isComplete
  }
  const terms = termsOf(q)
  if (terms.length === 1 && values.includes(terms[0] as string)) return { data: [], isComplete }
  const found = await look(candidates(ctx, terms, kind, limit + 1), terms)
  return { ...found, isComplete: found.isComplete && isComplete }
}

const holders = async (ctx: Ctx, email: string): Promise<string[]> => {
  const value = foldEmail(email)
  const ids = await Promise.all(['contact.email', 'user.email'].map((scope) => holderOf(ctx, { scope, value })))
  return [...ids.filter((id) => id !== undefined), ...(await leadIdsByEmail(ctx, value))]
}

/** Candidates that need no looking for. */
async function* known(ids: string[]): Candidates {
  yield ids
  return true
}

interface Match {
  type: RecordType
  record: RecordBase
  match: 'whole' | 'beginning'
}

/** Takes rounds until it has seen one hit more than the page holds: what the caller may not see shows in no answer. */
async function pageOf(
  ctx: Ctx,
  types: readonly RecordType[],
  rounds: Candidates,
  terms: readonly string[],
  limit: number,
): Promise<Found> {
  const matches: Match[] = []
  const seen = new Set<string>()
  const page = (isAll: boolean): Found => {
    const best = [...matches.filter(isWhole), ...matches.filter((match) => !isWhole(match))]
    return { data: best.slice(0, limit).map(toHit), isComplete: isAll && matches.length <= limit }
  }
  for (;;) {
    const round = await rounds.next()
    if (round.done) return page(round.value)
    const fresh = [...new Set(round.value)].filter((id) => !seen.has(id)).slice(0, EXAMINED_MAX - seen.size)
    for (const id of fresh) seen.add(id)
    matches.push(...(await matching(ctx, types, fresh, terms)))
    if (matches.length > limit || seen.size >= EXAMINED_MAX) return page(false)
  }
}

/** The records among these ids that the caller may see and that match as they are now, in the order of the ids. */
async function matching(
  ctx: Ctx,
  types: readonly RecordType[],
  ids: readonly string[],
  terms: readonly string[],
): Promise<Match[]> {
  const items = (await itemsOf(ctx, ids)).filter((item) => !item.deletedAt)
  const matches = new Map<string, Match>()
  for (const type of types) {
    const ofType = items.filter(({ id }) => kindOf(id) === type.kind).map((item) => fromItem(type, item))
    for (const record of await onlyVisible(ctx, type, ofType)) {
      const match = type.search && matchOf(tokensOf(type.search(record)), terms)
      if (match) matches.set(record.id, { type, record, match })
    }
  }
  return ids.flatMap((id) => matches.get(id) ?? [])
}

const isWhole = ({ match }: Match): boolean => match === 'whole'

const toHit = ({ type, record }: Match): Hit => ({
  kind: type.kind,
  id: record.id,
  record: record as unknown as Record<string, unknown>,
})

/**
 * Brings the search tokens and facets of a record up to its current state, exactly once in effect: guarded by the record's
 * version, so events may come twice, late or out of order.
 */
export async function project(ctx: Ctx, types: readonly RecordType[], id: string): Promise<void> {
  const type = types.find(({ kind }) => kind === kindOf(id))
  if (!type?.search && !type?.facets) return
  await retryStale(ctx, async () => {
    const [item] = await itemsOf(ctx, [id])
    const before = await read(ctx, projectedModel, { of: id })
    if (!item || (before && before.version >= item.version)) return
    const writes = projectionWrites(before, projectionOf(type, fromItem(type, item)))
    await commit(ctx, { writes, events: [], answer: undefined })
  })
}

/** What a record offers to search; nothing while it is in the recycle bin. */
export const projectionOf = (type: RecordType, record: RecordBase): Projected => ({
  of: record.id,
  kind: type.kind,
  version: record.version,
  tokens: record.deletedAt || !type.search ? [] : tokensOf(type.search(record)),
  facets: record.deletedAt || !type.facets ? [] : facetsOf(type.facets(record)),
})
