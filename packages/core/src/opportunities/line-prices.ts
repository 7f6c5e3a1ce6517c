import { type Issue, unprocessable } from '@rapport/kernel/errors'
import type { Money } from '@rapport/kernel/money'
import { itemsOf, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { getOrganisation } from '../organisation/service.ts'
import { priceBookType } from '../price-books/model.ts'
import type { PriceBook } from '../price-books/schema.ts'
import { pricesFor, refuseUnpriced } from '../prices/service.ts'
import { currencyOf, keptOrigin, originOf } from './line-price-rules.ts'
import type { KnownLine } from './line-rules.ts'
import type { DealLine, DealLineInput } from './line-schema.ts'

/** What of a deal decides what its lines cost. */
export interface PricedDeal {
  accountId?: string | undefined
  priceBookId?: string | undefined
  amount?: Money | undefined
}

/**
 * Lines with a list price each: the one that was said, or what the price book of the deal says on `date`, today unless told. Throws
 * unprocessable: price.not_found with every line nothing has a price for, money.other_currency for what is not in that of the book.
 */
export async function withPrices(
  ctx: Ctx,
  deal: PricedDeal,
  inputs: readonly DealLineInput[],
  had: readonly DealLine[],
  date?: string,
): Promise<KnownLine[]> {
  const book = deal.priceBookId === undefined ? undefined : await findBook(ctx, deal.priceBookId)
  refuse(inputs.flatMap((input, at) => issuesOf(input, at, book)))
  const found = await foundPrices(ctx, deal, book, inputs, date)
  return inputs.map((input, at) => {
    const { listPrice } = input
    if (listPrice) return { ...input, listPrice, price: keptOrigin(input, had) }
    const price = found.get(at)
    if (!price) throw new Error(`Line ${at} was priced and has no price.`)
    return { ...input, listPrice: price.listPrice, price: originOf(price) }
  })
}

/** A price book is for everybody to see, and one that a deal has had since before it went to the bin keeps its currency. */
export async function findBook(ctx: Ctx, id: string): Promise<PriceBook | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(priceBookType, item)
}

function issuesOf({ productId, listPrice }: DealLineInput, at: number, book: PriceBook | undefined): Issue[] {
  const issue = (code: string, message: string): Issue => ({ pointer: `/lines/${at}/listPrice`, code, message })
  if (listPrice === undefined)
    return productId === undefined ? [issue('line.no_price', 'must be said where there is no product')] : []
  return book && listPrice.currency !== book.currency
    ? [issue('money.other_currency', `must be in ${book.currency}, like the price book of the deal`)]
    : []
}

async function foundPrices(
  ctx: Ctx,
  { accountId, priceBookId, amount }: PricedDeal,
  book: PriceBook | undefined,
  inputs: readonly DealLineInput[],
  date: string | undefined,
) {
  const open = inputs.flatMap(({ productId, listPrice, quantity }, at) =>
    productId === undefined || listPrice ? [] : [{ at, productId, quantity }],
  )
  if (open.length === 0) return new Map()
  const pointerOf = (index: number): string => `/lines/${open[index]?.at}/productId`
  const currency = currencyOf(inputs, amount, book) ?? (await getOrganisation(ctx)).corporateCurrency
  // Whoever may change a deal need not see its company; then its book is not for them to know either.
  const isSeen = accountId !== undefined && (await visibleItems(ctx, [accountId])).has(accountId)
  const request = {
    currency,
    ...(date === undefined ? {} : { date }),
    ...(priceBookId === undefined ? {} : { priceBookId }),
    ...(isSeen ? { accountId } : {}),
    items: open,
  }
  const outcomes = await pricesFor(ctx, request, pointerOf)
  refuseUnpriced(outcomes, pointerOf)
  return new Map(outcomes.flatMap(({ price }, index) => (price ? [[open[index]?.at, price] as const] : [])))
}

function refuse(issues: readonly Issue[]): void {
  const [first] = issues
  if (first) throw unprocessable(first.code, 'A line cannot be priced.', issues)
}
