import { inOrder, tierOf } from '../price-book-entries/rules.ts'
import type { PriceBookEntry, PriceRow } from '../price-book-entries/schema.ts'
import { checkDerived } from './derived.ts'
import type { Finding } from './finding.ts'
import { grouped } from './same.ts'
import type { Snapshot } from './snapshot.ts'

/** What a product costs in a book is what the live entries say, and no two are for the same quantity and time. */
export function checkPrices({ records, rows }: Snapshot): Finding[] {
  const entries = [...records.values()].flatMap(({ type, record }) =>
    type.kind === 'priceBookEntry' && !record.deletedAt ? [record as PriceBookEntry] : [],
  )
  const expected = [...grouped(entries, placeOf)].map(([place, among]) => ({
    place,
    value: inOrder(among.map(tierOf)),
    ids: among.map(({ id }) => id),
  }))
  const kept = rows['price-row'].map(({ key, value }) => ({ key, place: placeOf(value), value: value.tiers }))
  const tiers = grouped(entries, (entry) => `${placeOf(entry)} ${entry.minQuantity} ${entry.validFrom ?? ''}`)
  return [
    ...checkDerived({ missing: 'price.missing', wrong: 'price.wrong', orphan: 'price.orphan' }, expected, kept),
    ...[...tiers.values()].flatMap((among) =>
      among.length > 1
        ? [{ code: 'price.twice', ids: among.map(({ id }) => id), message: 'Two prices are for the same quantity.' }]
        : [],
    ),
  ]
}

const placeOf = ({ productId, priceBookId }: Pick<PriceRow, 'productId' | 'priceBookId'>): string =>
  `${productId} ${priceBookId}`
