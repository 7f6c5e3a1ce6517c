import { decimal } from '@rapport/kernel/decimal'
import { line, slug } from '@rapport/kernel/schema'
import * as z from 'zod'

/** One tax of a tax code. A compound one is taken on the amount with the taxes named before it. */
export const TaxComponent = z
  .strictObject({ name: line(60), percent: decimal('0', '1000'), isCompound: z.boolean().default(false) })
  .meta({ id: 'TaxComponent' })
export type TaxComponent = z.infer<typeof TaxComponent>

/** How something is taxed: the code stands on products and lines, what it comes to in the organisation's settings. */
export const TaxCode = z
  .strictObject({ code: slug(40), name: line(100), components: z.array(TaxComponent).min(1).max(5) })
  .meta({ id: 'TaxCode' })
export type TaxCode = z.infer<typeof TaxCode>

/** Whether tax is rounded for each line, or once for all lines with the same tax. */
export const TaxRounding = z.enum(['line', 'document'])
export type TaxRounding = z.infer<typeof TaxRounding>
