import { decimal } from '@rapport/kernel/decimal'
import { Currency } from '@rapport/kernel/money'
import { date, distinctList, line, recordSchema, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'

/** What standard prices are changed by, in percent. At least a millionth remains: nothing becomes free by a rule. */
const adjustment = decimal('-99.999999', '1000')

/** Another adjustment for the products of one family. */
export const FamilyRule = z
  .strictObject({ family: slug(60), adjustmentPercent: adjustment })
  .meta({ id: 'PriceBookFamilyRule' })
export type FamilyRule = z.infer<typeof FamilyRule>

export const priceBookFields = {
  name: line(100),
  description: text(2000).optional(),
  /** Stays: the prices in the book are in it. */
  currency: Currency,
  /** One active book of a currency is the standard one, which the others fall back on. */
  isStandard: z.boolean().default(false),
  isActive: z.boolean().default(true),
  validFrom: date.optional(),
  /** The last day. */
  validUntil: date.optional(),
  fallback: z
    .enum(['standard', 'none'])
    .default('none')
    .meta({ description: 'What a product without an entry costs: the adjusted standard price, or it has no price.' }),
  adjustmentPercent: adjustment
    .default('0')
    .meta({ description: 'Added to standard prices where this book uses them: -10 takes a tenth off.' }),
  familyRules: distinctList(FamilyRule, 50, ({ family }) => family).optional(),
}

export const PriceBook = recordSchema('priceBook', 'PriceBook', priceBookFields)
export type PriceBook = z.infer<typeof PriceBook>
