import { idBounds, type Kind } from '@rapport/kernel/ids'
import { termRange, tokenModel } from '@rapport/kernel/search'
import type { Ctx } from '@rapport/kernel/store'

/** One record under one of its words. */
export interface Entry {
  id: string
  /** The term is the whole word, not only its beginning. */
  isWhole: boolean
}

/** The entries of a term: those with the whole word first, by id; then longer words, by their letters. */
export interface Entries {
  /** Reads on by at most `limit` entries, and one query where they lie together. */
  next(limit: number): Promise<Entry[]>
  isFinished: boolean
}

interface Place {
  token: string
  of: string
}

interface Stretch {
  bucket: string
  from: Place
  to: Place
}

/** Sorts behind every character of an id; '!' sorts before. */
const BEHIND_ALL = '~'
const BEHIND = '!'

export function entriesOf(ctx: Ctx, term: string, kind: Kind | undefined): Entries {
  const { bucket, from, to } = termRange(term)
  const end = { token: to, of: '' }
  // What is longer goes on with a hexadecimal digit. Entries of one kind lie together only where the word is the same.
  const stretches: Stretch[] = kind
    ? [wholeOf(term, kind), { bucket, from: { token: `${from}0`, of: '' }, to: end }]
    : [{ bucket, from: { token: from, of: '' }, to: end }]
  const entries: Entries = {
    isFinished: false,
    async next(limit) {
      const found: Entry[] = []
      for (let left = limit; left > 0 && stretches[0]; ) {
        const { places, more } = await readPlaces(ctx, stretches[0], left)
        const last = places.at(-1)
        if (more && last) stretches[0].from = behind(last)
        else stretches.shift()
        found.push(...places.map(({ token, of }) => ({ id: of, isWhole: token === from })))
        left -= places.length
      }
      entries.isFinished = stretches.length === 0
      return kind ? found.filter(({ id }) => isOf(kind, id)) : found
    },
  }
  return entries
}

/** Ids behind `position` of records that have the whole word, in the order of ids. One query. */
export async function wholeWordIds(
  ctx: Ctx,
  term: string,
  kind: Kind | undefined,
  position: string,
  limit: number,
): Promise<{ ids: string[]; more: boolean }> {
  const whole = wholeOf(term, kind)
  const from = position > whole.from.of ? { ...whole.from, of: position } : whole.from
  const { places, more } = await readPlaces(ctx, { ...whole, from }, limit)
  return { ids: places.map(({ of }) => of), more }
}

function wholeOf(term: string, kind: Kind | undefined): Stretch {
  const { bucket, from: token } = termRange(term)
  const [lowest, highest] = kind ? idBounds(kind) : ['', BEHIND_ALL]
  return { bucket, from: { token, of: lowest }, to: { token, of: highest } }
}

async function readPlaces(ctx: Ctx, { bucket, from, to }: Stretch, limit: number) {
  const range = tokenModel.range('record', { bucket }, { ...from }, { ...to }, { newestFirst: false, limit })
  const { items, more } = await ctx.db.table.query(range)
  return { places: items.map(({ token, of }): Place => ({ token: String(token), of: String(of) })), more }
}

const behind = ({ token, of }: Place): Place => ({ token, of: `${of}${BEHIND}` })

const isOf = (kind: Kind, id: string): boolean => id >= idBounds(kind)[0] && id <= idBounds(kind)[1]
