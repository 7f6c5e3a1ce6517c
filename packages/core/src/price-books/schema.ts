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

/** Whom a book is for, besides the accounts that name it. What stands first is looked for first. */
export const AUDIENCES = ['tier', 'segment', 'territory'] as const
export type Audience = (typeof AUDIENCES)[number]

/** Few: a row stands beside the book for each of them, in its transaction. */
const VALUES_MAX = 10

const audience = (by: Audience) =>
  distinctList(slug(40), VALUES_MAX, (value) => value)
    .optional()
    .meta({
      description: `Accounts of these values of \`${by}\` get this book, unless something closer names another.`,
    })

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
  tiers: audience('tier'),
  segments: audience('segment'),
  territories: audience('territory'),
  familyRules: distinctList(FamilyRule, 50, ({ family }) => family).optional(),
}

export const PriceBook = recordSchema('priceBook', 'PriceBook', priceBookFields)
export type PriceBook = z.infer<typeof PriceBook>

/** What stands beside a book for each value it is for: found by the value and the currency. */
export interface AudienceRow {
  by: Audience
  value: string
  currency: string
  priceBookId: string
  validFrom?: string | undefined
  validUntil?: string | undefined
}
