import { defineItem } from './model.ts'
import { hash, type Write } from './store.ts'

/** What a record offers to search and to the filters of its lists. */
export interface SearchText {
  /** Free text whose words can be found by prefix: names, titles. */
  words: readonly (string | undefined)[]
  /** Values found by prefix as a whole, e-mail addresses, phone digits, numbers. */
  values?: readonly (string | undefined)[]
}

/** A value that a list can be filtered by: field name and value. */
export interface Facet {
  field: string
  value: string
}

/** Search tokens per record: with state and facets, one change of all of them still fits one transaction. */
const TOKENS_MAX = 27
const FACETS_MAX = 21

/** Characters of a token that count: longer words match by their beginning. */
const TOKEN_LENGTH_MAX = 24

/** Characters that name a partition of tokens; a query has at least as many. */
export const TERM_LENGTH_MIN = 2

type Token = {
  bucket: string
  token: string
  of: string
}

export const tokenModel = defineItem<Token>({
  name: 'token',
  attributes: ['bucket', 'token', 'of'],
  record: { partition: 'find#${bucket}', sort: '${token}#${of}' },
})

type FacetItem = {
  kind: string
  field: string
  digest: string
  of: string
}

export const facetModel = defineItem<FacetItem>({
  name: 'facet',
  attributes: ['kind', 'field', 'digest', 'of'],
  record: { partition: 'facet#${kind}#${field}#${digest}', sort: '${of}' },
})

/** What has been projected for a record, and from which of its versions. */
export interface Projected {
  of: string
  kind: string
  version: number
  tokens: string[]
  facets: Facet[]
}

export const projectedModel = defineItem<Projected>({
  name: 'projected',
  attributes: ['of', 'kind', 'version', 'tokens', 'facets'],
  record: { partition: '${of}', sort: 'projected' },
})

/**
 * The writes that bring search tokens and facets from what was projected to what the record says now. They hold only while
 * `before` is what was projected last: of two at once, the second looks again, or its rows would be those of neither.
 */
export function projectionWrites(before: Projected | undefined, next: Projected): Write[] {
  const tokens = difference(before?.tokens ?? [], next.tokens, (token) => token)
  const facets = difference(before?.facets ?? [], next.facets, ({ field, value }) => `${field}=${value}`)
  return [
    {
      put: projectedModel.item(next),
      condition: before ? { equals: { version: before.version } } : { absent: true },
    },
    ...tokens.gone.map((token) => ({ delete: tokenModel.key(tokenItem(token, next.of)) })),
    ...tokens.new.map((token) => ({ put: tokenModel.item(tokenItem(token, next.of)) })),
    ...facets.gone.map((facet) => ({ delete: facetModel.key(facetItem(next.kind, facet, next.of)) })),
    ...facets.new.map((facet) => ({ put: facetModel.item(facetItem(next.kind, facet, next.of)) })),
  ]
}

/** The tokens of a record, names first: what does not fit is the tail of its numbers and addresses. */
export const tokensOf = ({ words, values = [] }: SearchText): string[] => {
  const all = [
    ...words.flatMap((text) => (text ? wordsOf(text) : [])),
    ...values.flatMap((value) => (value ? [valueToken(value)] : [])),
  ]
  // Cut before doubles are taken out: two long words may begin alike.
  const cut = all.map(cutToken).filter((token) => [...token].length >= TERM_LENGTH_MIN)
  return [...new Set(cut)].slice(0, TOKENS_MAX)
}

/** An address, number or id as one token, however it is spaced. */
export const valueToken = (value: string): string => fold(value).replaceAll(/[\s()+-]/g, '')

/** What counts of a word; a query is cut like what it looks for. */
export const cutToken = (word: string): string => [...word].slice(0, TOKEN_LENGTH_MAX).join('')

export const facetsOf = (facets: readonly Facet[]): Facet[] => facets.slice(0, FACETS_MAX)

export const tokenItem = (token: string, of: string): Token => ({ bucket: bucketOf(token), token: hex(token), of })

export const facetItem = (kind: string, { field, value }: Facet, of: string): FacetItem => ({
  kind,
  field,
  digest: hash(value),
  of,
})

/** The range of token sort keys that begin with a folded term. */
export const termRange = (term: string): { bucket: string; from: string; to: string } => {
  const token = [...term].slice(0, TOKEN_LENGTH_MAX).join('')
  return { bucket: bucketOf(token), from: hex(token), to: `${hex(token)}~` }
}

/**
 * Folds text for matching: lower case, full-width forms and ligatures resolved, Latin accents and Thai tone marks gone, đ as d.
 * Vietnamese is found without its diacritics and Thai without its tone marks; Thai vowels stay, they make the word.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f\u0e47-\u0e4e]/g, '')
    .replaceAll('đ', 'd')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .normalize('NFC')

let segmenter: Intl.Segmenter | undefined

/** The folded words of a text. Thai, Chinese and Japanese write none apart, so a dictionary segments them. */
export function wordsOf(text: string): string[] {
  const folded = fold(text)
  const words = folded.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  return words.flatMap((word) => (UNSEGMENTED.test(word) ? segment(word) : [word]))
}

const UNSEGMENTED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/** The whole run stays a token too, so that a typed beginning matches however it would be cut. */
function segment(word: string): string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' })
  const parts = [...segmenter.segment(word)].filter((part) => part.isWordLike).map((part) => part.segment)
  return [word, ...parts]
}

const bucketOf = (token: string): string => hex([...token].slice(0, TERM_LENGTH_MIN).join(''))

const hex = (text: string): string => Buffer.from(text, 'utf8').toString('hex')

function difference<T>(before: readonly T[], next: readonly T[], key: (value: T) => string): { gone: T[]; new: T[] } {
  const had = new Set(before.map(key))
  const has = new Set(next.map(key))
  return { gone: before.filter((value) => !has.has(key(value))), new: next.filter((value) => !had.has(key(value))) }
}
