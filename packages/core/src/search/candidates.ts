import type { Kind } from '@rapport/kernel/ids'
import type { Ctx } from '@rapport/kernel/store'
import { type Entries, type Entry, entriesOf, wholeWordIds } from './entries.ts'

/** Entries read of one term at most: 40 make 1 RCU, so beyond this a query would cost more than it finds. */
const ENTRIES_MAX = 700

/** Entries of each of several terms that are read at first: a term with fewer is rare enough to look at all its records. */
const RARE_MAX = 100

/** Ids read of a whole word at a time, and how often, until records with all of them are found. */
const LEAP_SIZE = 200
const LEAPS_MAX = 8

/**
 * Ids of records that may have all the terms, the likely best first, in rounds that cost no more than they may find: the first
 * has at most `first`. An id may come again. Answers at the end whether nothing was left out.
 */
export type Candidates = AsyncGenerator<string[], boolean>

export const candidates = (ctx: Ctx, terms: readonly string[], kind: Kind | undefined, first: number): Candidates =>
  terms.length === 1 ? ofOneTerm(entriesOf(ctx, terms[0] as string, kind), first) : ofAll(ctx, terms, kind, first)

/** Rounds double: who sees nothing of the first page waits for few of them. */
async function* ofOneTerm(entries: Entries, first: number): Candidates {
  let size = first
  for (let read = 0; read < ENTRIES_MAX && !entries.isFinished; read += size, size *= 2) {
    size = Math.min(size, ENTRIES_MAX - read)
    yield (await entries.next(size)).map(({ id }) => id)
  }
  return entries.isFinished
}

interface Term {
  term: string
  entries: Entries
  read: Entry[]
}

/**
 * The records of the rarest term, if one is rare. Else records that have all of them as whole words, by leaping through their
 * lists; then what the first few hundred entries of each have in common, and all of those of a term that ends among them.
 */
async function* ofAll(ctx: Ctx, words: readonly string[], kind: Kind | undefined, first: number): Candidates {
  const terms = words.map((term): Term => ({ term, entries: entriesOf(ctx, term, kind), read: [] }))
  await readOn(terms, RARE_MAX)
  if (!terms.some(isRead)) {
    yield* wholeInAll(ctx, terms, kind)
    for (let size = RARE_MAX * 2; !terms.some(isRead) && (terms[0]?.read.length ?? 0) < ENTRIES_MAX; size *= 2)
      await readOn(terms, size)
  }
  yield* inRounds(inAll(terms), first)
  const rare = terms.filter(isRead)
  if (rare.length === 0) return false
  yield* inRounds(inAll(rare), first)
  return true
}

const isRead = ({ entries }: Term): boolean => entries.isFinished

const readOn = (terms: readonly Term[], limit: number) =>
  Promise.all(terms.map(async (term) => term.read.push(...(await term.entries.next(limit)))))

/** Ids that were read under each of the terms, whole words first; in the order of the term with the fewest. */
function inAll(terms: readonly Term[]): string[] {
  const [fewest, ...others] = [...terms].sort((a, b) => a.read.length - b.read.length)
  const isWhole = others.map(({ read }) => new Map(read.map((entry) => [entry.id, entry.isWhole])))
  const common = (fewest?.read ?? []).filter(({ id }) => isWhole.every((ids) => ids.has(id)))
  const areWhole = (entry: Entry) => entry.isWhole && isWhole.every((ids) => ids.get(entry.id))
  return [...common.filter(areWhole), ...common.filter((entry) => !areWhole(entry))].map(({ id }) => id)
}

function* inRounds(ids: readonly string[], first: number): Generator<string[]> {
  const [...distinct] = new Set(ids)
  for (let at = 0, size = first; at < distinct.length; at += size, size *= 2) yield distinct.slice(at, at + size)
}

/** The records that have one whole word. */
interface Run {
  term: string
  /** Those not looked at yet, in the order of ids. */
  ids: string[]
  /** Every id up to here has been read. */
  known: string
}

/** Sorts behind every id: a run that is known up to here has been read to its end. */
const END = '~'

/** Each list goes on where the furthest of them stands, so a common word is not read where a rarer one has nothing. */
async function* wholeInAll(ctx: Ctx, terms: readonly Term[], kind: Kind | undefined): AsyncGenerator<string[], void> {
  const runs = terms.map(runOf)
  for (let leap = 0; leap < LEAPS_MAX; leap++) {
    const { common, position } = upToHorizon(runs)
    if (common.length > 0) yield common
    if (runs.some(({ ids, known }) => known === END && ids.length === 0)) return
    await Promise.all(runs.filter(({ ids }) => ids.length === 0).map((run) => goOn(ctx, run, kind, position)))
  }
}

function runOf({ term, read }: Term): Run {
  const ids = read.filter(({ isWhole }) => isWhole).map(({ id }) => id)
  // Longer words come behind the last whole one.
  return { term, ids, known: ids.length < read.length ? END : (ids.at(-1) ?? '') }
}

/** Takes what every list is known up to; answers what they have in common there, and where the next such id can stand. */
function upToHorizon(runs: readonly Run[]): { common: string[]; position: string } {
  const horizon = runs.map(({ known }) => known).reduce((a, b) => (a < b ? a : b))
  const [first, ...others] = runs.map(({ ids }) => ids.filter((id) => id <= horizon))
  const sets = others.map((ids) => new Set(ids))
  for (const run of runs) run.ids = run.ids.filter((id) => id > horizon)
  return {
    common: (first ?? []).filter((id) => sets.every((ids) => ids.has(id))),
    position: runs.map(({ ids }) => ids[0] ?? `${horizon}!`).reduce((a, b) => (a > b ? a : b)),
  }
}

async function goOn(ctx: Ctx, run: Run, kind: Kind | undefined, position: string): Promise<void> {
  const { ids, more } = await wholeWordIds(ctx, run.term, kind, position, LEAP_SIZE)
  run.ids = ids
  run.known = more ? (ids.at(-1) ?? position) : END
}
