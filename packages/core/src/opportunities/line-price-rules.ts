import { isDeepStrictEqual } from 'node:util'
import { compare, exact } from '@rapport/kernel/decimal'
import type { Money } from '@rapport/kernel/money'
import type { Price, PriceOrigin } from '../prices/schema.ts'
import type { DealLine, DealLineInput, LineDifference } from './line-schema.ts'

/** What a line keeps of how its price was found. */
export function originOf({ priceBookId, priceBookVersion, priceBookEntryId, date, resolution }: Price): PriceOrigin {
  const minQuantity = resolution.findLast((step) => step.priceBookEntryId === priceBookEntryId)?.minQuantity
  const adjustmentPercent = resolution.at(-1)?.percent
  return {
    priceBookId,
    priceBookVersion,
    priceBookEntryId,
    ...(minQuantity === undefined ? {} : { minQuantity }),
    ...(adjustmentPercent === undefined ? {} : { adjustmentPercent }),
    date,
    path: resolution.map(({ step }) => step),
  }
}

interface SaidPrice {
  productId?: string | undefined
  quantity: string
  listPrice?: Money | undefined
}

type HadPrice = SaidPrice & { price?: PriceOrigin | undefined }

/** A line that is sent as it was read still has its price from where it had it; another price or quantity is somebody's own. */
export function keptOrigin(input: SaidPrice, had: readonly HadPrice[]): PriceOrigin | undefined {
  if (input.productId === undefined) return undefined
  return had.find(
    (line) =>
      line.productId === input.productId &&
      isDeepStrictEqual(line.listPrice, input.listPrice) &&
      compare(exact(line.quantity), exact(input.quantity)) === 0,
  )?.price
}

/** The currency of lines: one that is said in them, else that of the deal, else that of its book. */
export const currencyOf = (
  inputs: readonly DealLineInput[],
  amount: Money | undefined,
  book: { currency: string } | undefined,
): string | undefined =>
  inputs.find(({ listPrice }) => listPrice !== undefined)?.listPrice?.currency ?? amount?.currency ?? book?.currency

/** What a difference shows of a line, of a deal or of a quote. */
export type ShownLine = Pick<DealLine, 'productId' | 'name' | 'listPrice' | 'net' | 'price'>

/** Whether repricing finds the price of a line anew: it is about a product, and nobody said a price, or that is to go too. */
export const isRepriced = (
  { productId, price }: Pick<DealLine, 'productId' | 'price'>,
  includesManual: boolean,
): boolean => productId !== undefined && (includesManual || price !== undefined)

/** The lines that are priced otherwise than before, in their order. Both lists have the same lines. */
export function differencesOf(had: readonly ShownLine[], has: readonly ShownLine[]): LineDifference[] {
  return had.flatMap((before, line) => {
    const after = has[line]
    if (!after || before.productId === undefined) return []
    const priced = { before: pricedAs(before), after: pricedAs(after) }
    if (isDeepStrictEqual(priced.before, priced.after)) return []
    return [{ line, productId: before.productId, name: before.name, ...priced }]
  })
}

const pricedAs = ({ listPrice, net, price }: ShownLine) => ({ listPrice, net, ...(price ? { price } : {}) })
