import { audienceRows } from '../price-books/rules.ts'
import type { AudienceRow, PriceBook } from '../price-books/schema.ts'
import { checkDerived } from './derived.ts'
import type { Finding } from './finding.ts'
import type { Snapshot } from './snapshot.ts'

/** Every book in use is found by the tiers, segments and territories it is for, and none that is not. */
export const checkPriceBooks = ({ records, rows }: Snapshot): Finding[] =>
  checkDerived(
    { missing: 'audience.missing', wrong: 'audience.wrong', orphan: 'audience.orphan' },
    [...records.values()].flatMap(({ type, record }) =>
      type.kind === 'priceBook'
        ? audienceRows(record as PriceBook).map((value) => ({ place: placeOf(value), value, ids: [record.id] }))
        : [],
    ),
    rows['book-audience'].map(({ key, value }) => ({ key, value, place: placeOf(value) })),
  )

const placeOf = ({ by, value, currency, priceBookId }: AudienceRow): string =>
  `${by} ${value} ${currency} ${priceBookId}`
