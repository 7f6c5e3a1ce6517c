import { datedOf, placeOf } from '../exchange-rates/rules.ts'
import type { ExchangeRate } from '../exchange-rates/schema.ts'
import { checkDerived } from './derived.ts'
import type { Finding } from './finding.ts'
import type { Snapshot } from './snapshot.ts'

/** Every live rate is found by its date, and a date has one rate. */
export const checkExchangeRates = ({ records, rows }: Snapshot): Finding[] =>
  checkDerived(
    { missing: 'rate.missing', wrong: 'rate.wrong', orphan: 'rate.orphan' },
    [...records.values()].flatMap(({ type, record }) => {
      if (type.kind !== 'exchangeRate' || record.deletedAt) return []
      const value = datedOf(record as ExchangeRate)
      return [{ place: placeOf(value), value, ids: [record.id] }]
    }),
    rows['dated-rate'].map(({ key, value }) => ({ key, value, place: placeOf(value) })),
  )
