import { duePlace } from '@rapport/kernel/due'
import { defineItem } from '@rapport/kernel/model'
import { Currency } from '@rapport/kernel/money'
import { recordType } from '@rapport/kernel/record-type'
import { type DatedRate, ExchangeRate, exchangeRateFields, type Revaluation } from './schema.ts'

export const exchangeRateType = recordType<ExchangeRate>({
  kind: 'exchangeRate',
  plural: 'exchange-rates',
  name: 'ExchangeRate',
  schema: ExchangeRate,
  fields: exchangeRateFields,
  isAssignable: false,
  visibility: 'everyone',
  lists: ['all'],
  filters: { currency: Currency },
  facets: ({ currency }) => [{ field: 'currency', value: currency }],
})

/**
 * Written with the record, in the same transaction. All rates of a currency stand in one partition by date, so the latest one that is
 * not after a date is the first entry of one query, read from the table and therefore never behind. It is the guard of its date too.
 */
export const datedRateModel = defineItem<DatedRate>({
  name: 'dated-rate',
  attributes: ['currency', 'corporateCurrency', 'date', 'rate', 'of'],
  record: { partition: 'rate#${currency}#${corporateCurrency}', sort: '${date}' },
})

export const revaluationModel = defineItem<Revaluation>({
  name: 'revaluation',
  attributes: ['of', 'run', 'currencies', 'dueAt', 'dueSlot', 'thenAt', 'place', 'behind'],
  record: { partition: '${of}', sort: 'revaluation' },
  indexes: { time: duePlace },
})
