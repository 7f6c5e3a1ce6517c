import { type Issue, unprocessable } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { keptOrigin, originOf } from '../opportunities/line-price-rules.ts'
import { getOrganisation } from '../organisation/service.ts'
import type { Price, PriceOrigin } from '../prices/schema.ts'
import { pricesFor, refuseUnpriced } from '../prices/service.ts'
import { productType } from '../products/model.ts'
import type { Product } from '../products/schema.ts'
import { type BareLine, taxOf } from './document-rules.ts'
import type { Quote, QuoteLine, QuoteLineInput } from './quote-schema.ts'
import { dealOf } from './roster.ts'

/** What a line had before it was sent again, in the quote or in the deal that it is copied from. */
export type HadLine = Pick<QuoteLine, 'productId' | 'quantity' | 'listPrice' | 'price'>

/**
 * Lines with their own copies of names, prices, taxes and costs. What a product line does not say comes from the product and the
 * price book; a product of `hadIds` need not be for sale any more, nor seen by the caller. A price that is sent as it was `had` still
 * has its origin.
 */
export async function resolvedLines(
  ctx: Ctx,
  quote: Pick<Quote, 'opportunityId' | 'currency' | 'accountId'>,
  inputs: readonly QuoteLineInput[],
  had: readonly HadLine[],
  hadIds: ReadonlySet<string> = new Set(),
): Promise<BareLine[]> {
  const products = await productsOf(ctx, inputs, hadIds)
  const prices = await pricesOf(ctx, quote, inputs)
  const { taxCodes } = await getOrganisation(ctx)
  const issues: Issue[] = []
  const lines = inputs.map((input, at): BareLine => {
    const product = products.get(input.productId ?? '')
    const { listPrice = prices.get(at)?.listPrice, name = product?.name, taxCode = product?.taxCode } = input
    if (name === undefined) issues.push(lack(at, 'name', 'line.no_name', 'must be said where there is no product'))
    if (!listPrice) issues.push(lack(at, 'listPrice', 'line.no_price', 'must be said where there is no product'))
    const tax = taxOf(taxCodes, taxCode, `/lines/${at}/taxCode`)
    const from = input.listPrice ? keptOrigin(input, had) : originFound(prices.get(at))
    return {
      ...input,
      name: name ?? '',
      listPrice: listPrice ?? { amount: 0, currency: quote.currency },
      ...(tax ? { taxCode: tax.code, tax } : {}),
      ...(product?.cost ? { unitCost: product.cost } : {}),
      ...(from
        ? { priceBookEntryId: from.priceBookEntryId, priceBookVersion: from.priceBookVersion, price: from }
        : {}),
    }
  })
  const [first] = issues
  if (first) throw unprocessable(first.code, 'A line lacks what no product says.', issues)
  return lines
}

const originFound = (price: Price | undefined): PriceOrigin | undefined => price && originOf(price)

const lack = (at: number, field: string, code: string, message: string): Issue => ({
  pointer: `/lines/${at}/${field}`,
  code,
  message,
})

async function productsOf(
  ctx: Ctx,
  inputs: readonly QuoteLineInput[],
  hadIds: ReadonlySet<string>,
): Promise<Map<string, Product>> {
  const named = inputs.flatMap(({ productId }, at) =>
    productId === undefined ? [] : [{ pointer: `/lines/${at}/productId`, id: productId }],
  )
  await refuseUnknown(
    ctx,
    named.filter(({ id }) => !hadIds.has(id)),
  )
  const ids = named.map(({ id }) => id)
  const items = ids.length > 0 ? await visibleItems(ctx, ids) : new Map()
  const products = new Map([...items].map(([id, item]) => [String(id), fromItem(productType, item)]))
  const issues = named.flatMap(({ pointer, id }) =>
    hadIds.has(id) || products.get(id)?.isActive
      ? []
      : [{ pointer, code: 'product.inactive', message: 'is not on sale any more' }],
  )
  if (issues.length > 0) throw unprocessable('product.inactive', 'A product is not on sale any more.', issues)
  return products
}

/**
 * Prices from the book of the deal, as it is now, by the position of the line, for product lines that say none; of `date`, today
 * unless told. What is given back has the price of as much that is sold.
 */
export async function pricesOf(
  ctx: Ctx,
  { opportunityId, currency, accountId }: Pick<Quote, 'opportunityId' | 'currency' | 'accountId'>,
  inputs: readonly Pick<QuoteLineInput, 'productId' | 'listPrice' | 'quantity'>[],
  date?: string,
): Promise<Map<number, Price>> {
  const open = inputs.flatMap(({ productId, listPrice, quantity }, at) =>
    productId === undefined || listPrice ? [] : [{ at, productId, quantity: quantity.replace('-', '') }],
  )
  if (open.length === 0) return new Map()
  const pointerOf = (index: number): string => `/lines/${open[index]?.at}/productId`
  const seen = accountId === undefined ? new Map() : await visibleItems(ctx, [accountId])
  const priceBookId = (await dealOf(ctx, opportunityId))?.priceBookId
  const request = {
    currency,
    ...(date === undefined ? {} : { date }),
    ...(priceBookId === undefined ? {} : { priceBookId }),
    ...(seen.has(accountId ?? '') ? { accountId } : {}),
    items: open,
  }
  const outcomes = await pricesFor(ctx, request, pointerOf)
  refuseUnpriced(outcomes, pointerOf)
  return new Map(outcomes.flatMap(({ price }, index) => (price ? [[open[index]?.at ?? index, price] as const] : [])))
}
