import type { Finding } from './finding.ts'
import { same } from './same.ts'
import type { Row } from './snapshot.ts'

/** A row that must be there because records say so. */
export interface Derived<T> {
  /** Tells it from all others. */
  place: string
  value: T
  /** The records it follows from. */
  ids: string[]
}

/** Rows that follow from records are there, say what follows from the records, and nothing else is there. */
export function checkDerived<T>(
  name: string,
  expected: readonly Derived<T>[],
  rows: readonly Row<T>[],
  placeOf: (value: T) => string,
): Finding[] {
  const found = new Map(rows.map((row) => [placeOf(row.value), row.value]))
  const places = new Map(expected.map((one) => [one.place, one]))
  return [
    ...expected.flatMap(({ place, value, ids }) => {
      const row = found.get(place)
      if (row === undefined)
        return [{ code: `${name}.missing`, ids, message: 'What follows from these records is not there.' }]
      return same(row, value)
        ? []
        : [{ code: `${name}.wrong`, ids, message: 'What is kept beside these records differs.' }]
    }),
    ...rows.flatMap(({ key, value }) =>
      places.has(placeOf(value))
        ? []
        : [{ code: `${name}.orphan`, ids: [key.pk], message: 'A row follows from no record that is live.' }],
    ),
  ]
}
