import type { Key } from '@rapport/kernel/table'
import type { Finding } from './finding.ts'
import { same } from './same.ts'

/** What must be kept at a place because records say so. */
export interface Derived<T> {
  place: string
  value: T
  /** The records it follows from. */
  ids: string[]
}

/** What is kept at a place, and the item that keeps it. */
export interface Kept<T> {
  place: string
  value: T
  key: Key
}

/** How it is told that something is not kept, otherwise than it should be, or for no reason. */
export type Codes = Record<'missing' | 'wrong' | 'orphan', string>

/** What follows from records is kept, as it follows from them, and nothing else is. */
export function checkDerived<T>(codes: Codes, expected: readonly Derived<T>[], kept: readonly Kept<T>[]): Finding[] {
  const found = new Map(kept.map((row) => [row.place, row]))
  const wanted = new Set(expected.map(({ place }) => place))
  return [
    ...expected.flatMap(({ place, value, ids }) => {
      const row = found.get(place)
      if (!row) return [{ code: codes.missing, ids, message: 'What follows from these records is not kept.' }]
      return same(row.value, value) ? [] : [{ code: codes.wrong, ids, message: 'What is kept is not what they say.' }]
    }),
    ...kept.flatMap(({ place, key }) =>
      wanted.has(place) ? [] : [{ code: codes.orphan, ids: [key.pk], message: 'No live record says what is kept.' }],
    ),
  ]
}
