import { invalid } from '@rapport/kernel/errors'
import { kindOf } from '@rapport/kernel/ids'
import { itemsOf, visibleItems } from '@rapport/kernel/record-read'
import { fromItem, type RecordType } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import {
  cutToken,
  facetsOf,
  type Projected,
  projectedModel,
  projectionWrites,
  TERM_LENGTH_MIN,
  termRange,
  tokenModel,
  tokensOf,
  valueToken,
  wordsOf,
} from '@rapport/kernel/search'
import { type Ctx, commit, holderOf, read, retryStale } from '@rapport/kernel/store'
import { foldEmail } from '../shared/rules.ts'

export interface Hit {
  kind: string
  id: string
  record: Record<string, unknown>
}

/** Tokens looked at per search: beyond them, type more of the word. */
const TOKENS_EXAMINED_MAX = 200

/**
 * Records with a word, address, number or domain for each term of the query, those with an exact word first. Ids and e-mail
 * addresses are looked up directly and are never behind; words follow a change by the time the projector takes.
 */
export async function search(
  ctx: Ctx,
  types: readonly RecordType[],
  q: string,
  kinds: readonly string[] | undefined,
  limit: number,
): Promise<Hit[]> {
  const exact = await exactIds(ctx, q.trim())
  const { terms, ids } = exact.length > 0 ? { terms: [], ids: exact } : await candidates(ctx, q)
  const wanted = ids.filter((id) => kinds === undefined || kinds.includes(kindOf(id) ?? ''))
  const visible = await visibleItems(ctx, wanted)
  const hits = wanted.flatMap((id) => {
    const type = types.find(({ kind }) => kind === kindOf(id))
    const item = visible.get(id)
    if (!type?.search || !item) return []
    const record = fromItem(type, item)
    const tokens = tokensOf(type.search(record))
    const isMatch = terms.every((term) => tokens.some((token) => token.startsWith(term)))
    return isMatch ? [{ record, type, isWhole: terms.every((term) => tokens.includes(term)) }] : []
  })
  const ranked = [...hits.filter((hit) => hit.isWhole), ...hits.filter((hit) => !hit.isWhole)]
  return ranked.slice(0, limit).map(({ record, type }) => ({
    kind: type.kind,
    id: record.id,
    record: record as unknown as Record<string, unknown>,
  }))
}

/** What to look for and where it might be: the query as one address, number or domain if it looks like one, else its words. */
async function candidates(ctx: Ctx, q: string): Promise<{ terms: string[]; ids: string[] }> {
  const value = cutToken(valueToken(q))
  const looksLikeValue = /[\d@]|\S\.\S/.test(q) && [...value].length >= TERM_LENGTH_MIN
  const byValue = looksLikeValue ? await idsByTerms(ctx, [value]) : []
  if (byValue.length > 0) return { terms: [value], ids: byValue }
  const terms = termsOf(q)
  return { terms, ids: await idsByTerms(ctx, terms) }
}

/** The folded words of a query. Throws invalid when none is long enough to look for. */
function termsOf(q: string): string[] {
  const terms = wordsOf(q)
    .map(cutToken)
    .filter((term) => [...term].length >= TERM_LENGTH_MIN)
  if (terms.length === 0) {
    throw invalid('query.too_short', `Type at least ${TERM_LENGTH_MIN} letters or digits of a word.`, [
      { pointer: '/query/q', code: 'query.too_short', message: `needs a word of ${TERM_LENGTH_MIN} characters` },
    ])
  }
  return terms.slice(0, 5)
}

async function exactIds(ctx: Ctx, q: string): Promise<string[]> {
  if (kindOf(q)) return [q]
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(q)) return []
  const value = foldEmail(q)
  const holders = await Promise.all(['contact.email', 'user.email'].map((scope) => holderOf(ctx, { scope, value })))
  return holders.filter((id) => id !== undefined)
}

/** Candidates by the longest term, which is likely the rarest; the other terms are checked on the records. */
async function idsByTerms(ctx: Ctx, terms: readonly string[]): Promise<string[]> {
  const [longest] = [...terms].sort((a, b) => b.length - a.length)
  const { bucket, from, to } = termRange(longest ?? '')
  const range = tokenModel.range(
    'record',
    { bucket },
    { token: from, of: '' },
    { token: to, of: '' },
    { newestFirst: false, limit: TOKENS_EXAMINED_MAX },
  )
  const { items } = await ctx.db.table.query(range)
  return [...new Set(items.map((item) => String(item.of)))]
}

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
