import { kindOf } from '@rapport/kernel/ids'
import type { Model } from '@rapport/kernel/model'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Item } from '@rapport/kernel/table'
import { owedModel, owedOf } from '../cases/owed.ts'
import type { Case } from '../cases/schema.ts'
import { queuedOf } from '../cases/service.ts'
import { datedRateModel } from '../exchange-rates/model.ts'
import { datedOf } from '../exchange-rates/rules.ts'
import type { ExchangeRate } from '../exchange-rates/schema.ts'
import { emailRows, leadEmailModel } from '../leads/model.ts'
import type { Lead } from '../leads/schema.ts'
import { cardOf } from '../opportunities/board-rules.ts'
import { openAmountModel } from '../opportunities/model.ts'
import { openAmountOf } from '../opportunities/open-amounts.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import { cardModel } from '../pipelines/model.ts'
import { audienceModel } from '../price-books/model.ts'
import { audienceRows } from '../price-books/rules.ts'
import type { PriceBook } from '../price-books/schema.ts'
import { queuedModel } from '../queues/model.ts'

/**
 * What follows from a record and stands in other partitions than its own, besides what the kernel knows of: guards and shares. An
 * archive does not hold it. A kind with such rows is a line here; fsck names what is missing.
 */
export function rowsElsewhere(record: RecordBase): Item[] {
  // The kind of a record follows from its id.
  const kind = kindOf(record.id)
  if (kind === 'lead') return emailRows(record as Lead).map((row) => leadEmailModel.item(row))
  if (kind === 'opportunity') return rowsOfDeal(record as Opportunity)
  if (kind === 'priceBook') return audienceRows(record as PriceBook).map((row) => audienceModel.item(row))
  if (kind === 'exchangeRate' && !record.deletedAt) return [datedRateModel.item(datedOf(record as ExchangeRate))]
  if (kind === 'case') return rowsOfCase(record as Case)
  return []
}

const rowsOfDeal = (deal: Opportunity): Item[] => [
  ...some(cardOf(deal), cardModel),
  ...some(openAmountOf(deal), openAmountModel),
]

const rowsOfCase = (record: Case): Item[] => [
  ...some(queuedOf(record), queuedModel),
  ...owedOf(record).map((owed) => owedModel.item(owed)),
]

const some = <T extends object>(row: T | undefined, model: Model<T>): Item[] => (row ? [model.item(row)] : [])
