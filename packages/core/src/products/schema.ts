import { Money } from '@rapport/kernel/money'
import { line, recordSchema, slug, text } from '@rapport/kernel/schema'
import * as z from 'zod'
import { externalIds, tags } from '../shared/schema.ts'

/** What is sold. What it costs the customer stands in price books, never here. */
export const productFields = {
  name: line(200),
  /** Stock keeping unit; unique, however it is written. */
  sku: line(64).optional(),
  family: slug(60).optional(),
  type: z.enum(['good', 'service']).default('good'),
  /** What a quantity of 1 is: piece, kg, hour. */
  unit: line(20).optional(),
  /** Names one of the organisation's tax codes. */
  taxCode: slug(40).optional(),
  /** What one unit costs us: for margins. */
  cost: Money.optional(),
  /** False keeps it out of new offers; what was offered stays. */
  isActive: z.boolean().default(true),
  description: text(5000).optional(),
  tags: tags.optional(),
  externalIds: externalIds.optional(),
}

export const Product = recordSchema('product', 'Product', productFields)
export type Product = z.infer<typeof Product>
