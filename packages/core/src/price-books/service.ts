import { records } from '@rapport/kernel/records'
import { priceBookType } from './model.ts'
import { refuseBook } from './rules.ts'
import type { PriceBook } from './schema.ts'

export const PriceBooks = records<PriceBook>(priceBookType, async (_ctx, { before, next }) => {
  refuseBook(before, next)
  return {}
})
