import { decimal } from '@rapport/kernel/decimal'
import { Money } from '@rapport/kernel/money'
import { date, recordSchema, ref } from '@rapport/kernel/schema'
import * as z from 'zod'
import { externalIds } from '../shared/schema.ts'

/** What a product costs in a book from a quantity on, for a time. */
const tierFields = {
  minQuantity: decimal('0', '999999999999').default('0').meta({
    description: 'The smallest quantity it is for; of several, the largest that is not above what is asked for.',
  }),
  unitPrice: Money.optional(),
  useStandardPrice: z
    .boolean()
    .default(false)
    .meta({ description: 'Instead of unitPrice: the standard price with the adjustment of the book.' }),
  isActive: z.boolean().default(true),
  validFrom: date.optional(),
  /** The last day. */
  validUntil: date.optional(),
}

export const priceBookEntryFields = {
  /** Book and product stay: another product is another entry. */
  priceBookId: ref('priceBook'),
  productId: ref('product'),
  ...tierFields,
  externalIds: externalIds.optional(),
}

export const PriceBookEntry = recordSchema('priceBookEntry', 'PriceBookEntry', priceBookEntryFields)
export type PriceBookEntry = z.infer<typeof PriceBookEntry>

/** An entry as it stands among those of the same product in the same book. */
export const Tier = z.strictObject({ id: ref('priceBookEntry'), ...tierFields }).meta({ id: 'PriceTier' })
export type Tier = z.infer<typeof Tier>

/** All entries of one product in one book. */
export interface PriceRow {
  productId: string
  priceBookId: string
  /** Another one with every write. */
  revision: string
  tiers: Tier[]
}
