import type { Ctx } from '@rapport/kernel/store'
import { convert } from '../exchange-rates/service.ts'
import { getOrganisation } from '../organisation/service.ts'
import { type Convertible, conversionOf, rateDayOf } from './corporate-rules.ts'

/** A deal with what it comes to in the currency of the organisation; without, where no rate is known: it counts, and is in no sum. */
export async function withConverted<T extends Convertible>(
  ctx: Ctx,
  before: Convertible | undefined,
  wished: T,
): Promise<T> {
  const conversion = conversionOf(before, wished)
  if (conversion.do === 'keep') return wished
  const { converted: _, ...rest } = wished
  const converted =
    conversion.do === 'set'
      ? conversion.converted
      : conversion.do === 'find'
        ? await convert(ctx, conversion.money, rateDayOf(before, wished, (await getOrganisation(ctx)).timeZone))
        : undefined
  // The same deal with this one field exchanged.
  return { ...rest, ...(converted ? { converted } : {}) } as T
}
