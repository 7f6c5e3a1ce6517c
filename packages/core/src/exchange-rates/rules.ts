import type { DatedRate, ExchangeRate } from './schema.ts'

/** What stands beside a rate, found by its date. */
export const datedOf = ({ id, currency, corporateCurrency, date, rate }: ExchangeRate): DatedRate => ({
  currency,
  corporateCurrency,
  date,
  rate,
  of: id,
})

/** What there is one rate for. */
export const placeOf = ({ currency, corporateCurrency, date }: DatedRate): string =>
  `${currency} ${corporateCurrency} ${date}`
