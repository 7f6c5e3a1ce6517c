import { invalid } from '@rapport/kernel/errors'
import { cutToken, TERM_LENGTH_MIN, valueToken, wordsOf } from '@rapport/kernel/search'

/** Words of a query that are looked for; further ones are not. */
const TERMS_MAX = 5

/** The folded words of a query, each once. Throws invalid when none is long enough to look for. */
export function termsOf(q: string): string[] {
  const terms = wordsOf(q)
    .map(cutToken)
    .filter((term) => [...term].length >= TERM_LENGTH_MIN)
  if (terms.length === 0) {
    throw invalid('query.too_short', `Type at least ${TERM_LENGTH_MIN} letters or digits of a word.`, [
      { pointer: '/query/q', code: 'query.too_short', message: `needs a word of ${TERM_LENGTH_MIN} characters` },
    ])
  }
  return [...new Set(terms)].slice(0, TERMS_MAX)
}

/** The query as one address, number or domain, if it looks like one; and as the digits of a telephone number, however they are set apart. */
export function wholeTermsOf(q: string): string[] {
  const values = [
    ...(/[\d@]|\S\.\S/.test(q) ? [valueToken(q)] : []),
    ...(/^\+?[\d\s()./-]+$/.test(q) ? [q.replaceAll(/\D/g, '')] : []),
  ]
  return [...new Set(values.map(cutToken))].filter((value) => [...value].length >= TERM_LENGTH_MIN)
}

export const looksLikeEmail = (q: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(q)

/** Whether the tokens of a record answer every term; `whole` when none of them is only a beginning. */
export function matchOf(tokens: readonly string[], terms: readonly string[]): 'whole' | 'beginning' | undefined {
  if (terms.every((term) => tokens.includes(term))) return 'whole'
  return terms.every((term) => tokens.some((token) => token.startsWith(term))) ? 'beginning' : undefined
}
