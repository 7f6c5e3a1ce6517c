import { CrmError, type Issue } from '@rapport/kernel/errors'
import { unknownReferences } from '@rapport/kernel/record-plan'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Ctx, holderOf } from '@rapport/kernel/store'
import type { Item } from '@rapport/kernel/table'
import { today } from '../organisation/service.ts'
import { type Entries, entriesOf } from '../price-book-entries/service.ts'
import { priceBookType, standardOf } from '../price-books/model.ts'
import { bookOn } from '../price-books/rules.ts'
import { AUDIENCES, type Audience, type PriceBook } from '../price-books/schema.ts'
import { booksForValue } from '../price-books/service.ts'
import { productType } from '../products/model.ts'
import type { Product } from '../products/schema.ts'
import { type BookChoice, chooseBook, resolvePrice } from './rules.ts'
import type { Price, PriceRequest, Step } from './schema.ts'

/** Lines priced at once: as many as one deal can change in one transaction. */
export const ITEMS_MAX = 90

/** In which deal prices are asked for, with the products and quantities. */
export interface PricesRequest extends Omit<PriceRequest, 'productId' | 'quantity'> {
  items: readonly { productId: string; quantity: string }[]
}

/** What was asked for, with its price, or without one and the path that led nowhere. */
export interface PriceOutcome {
  product: Product
  price?: Price
  resolution: Step[]
}

/** The price of one product. Throws unprocessable('price.not_found') with the path as `resolution`; never answers 0 for it. */
export async function priceFor(ctx: Ctx, { productId, quantity, ...deal }: PriceRequest): Promise<Price> {
  const [outcome] = await pricesFor(ctx, { ...deal, items: [{ productId, quantity }] }, () => '/productId')
  if (!outcome?.price) throw noPrice(outcome ? [{ pointer: '/productId', outcome }] : [])
  return outcome.price
}

/**
 * The prices of many products in one deal, in the order asked for: some six requests for up to 90 of them. Throws unprocessable when
 * a reference names nothing the caller may see; `pointerOf` says where an item stands in what the caller sent.
 */
export async function pricesFor(
  ctx: Ctx,
  request: PricesRequest,
  pointerOf: (index: number) => string = (index) => `/items/${index}/productId`,
): Promise<PriceOutcome[]> {
  const { currency, items } = request
  if (items.length > ITEMS_MAX) throw new RangeError(`At most ${ITEMS_MAX} prices can be asked for at once.`)
  const [date, standardId, named] = await Promise.all([
    request.date ?? today(ctx),
    holderOf(ctx, standardOf(currency)),
    namedBy(ctx, request, pointerOf),
  ])
  const books = await booksFor(ctx, named, standardId, { currency, date })
  const entries = await entriesFor(ctx, books, currency, named.products)
  return items.map(({ productId, quantity }, index) => {
    const product = named.products[index] as Product
    const question = { product, quantity, currency, date, books, entries: entries.get(productId) ?? new Map() }
    const { unitPrice, book, priceBookEntryId, resolution } = resolvePrice(question)
    if (!unitPrice || !book || !priceBookEntryId) return { product, resolution }
    const from = { priceBookId: book.id, priceBookVersion: book.version, priceBookEntryId }
    return { product, price: { productId, quantity, date, listPrice: unitPrice, ...from, resolution }, resolution }
  })
}

/** Throws unprocessable('price.not_found') that names every item without a price. */
export function refuseUnpriced(outcomes: readonly PriceOutcome[], pointerOf: (index: number) => string): void {
  const unpriced = outcomes.flatMap((outcome, index) => (outcome.price ? [] : [{ pointer: pointerOf(index), outcome }]))
  if (unpriced.length > 0) throw noPrice(unpriced)
}

function noPrice(unpriced: readonly { pointer: string; outcome: PriceOutcome }[]): CrmError {
  const issues: Issue[] = unpriced.map(({ pointer, outcome }) => ({
    pointer,
    code: 'price.not_found',
    message: `has no price: ${outcome.resolution.at(-1)?.step ?? 'book.none'}`,
  }))
  return new CrmError('unprocessable', 'price.not_found', 'There is no price for this. Nothing is sold for nothing.', {
    issues,
    members: { resolution: unpriced[0]?.outcome.resolution ?? [] },
  })
}

interface Named {
  products: Product[]
  explicit?: PriceBook
  /** The book that the account names. */
  accountsBookId?: string
  /** What books can be for, beside the account itself. */
  audiences: { by: Audience; value: string }[]
}

/** The records a request names, all of which the caller must see. One request. */
async function namedBy(ctx: Ctx, request: PricesRequest, pointerOf: (index: number) => string): Promise<Named> {
  const { items, priceBookId, accountId } = request
  const wanted = [
    ...items.map(({ productId }, index) => ({ pointer: pointerOf(index), id: productId })),
    ...(priceBookId ? [{ pointer: '/priceBookId', id: priceBookId }] : []),
    ...(accountId ? [{ pointer: '/accountId', id: accountId }] : []),
  ]
  const visible = await visibleItems(
    ctx,
    wanted.map(({ id }) => id),
  )
  const unknown = wanted.filter(({ id }) => !visible.has(id))
  if (unknown.length > 0) throw unknownReferences(unknown)
  const there = (id: string): Item => visible.get(id) as Item
  const account: Record<string, unknown> = accountId ? there(accountId) : {}
  const accountsBookId = account.priceBookId
  const audiences = AUDIENCES.flatMap((by) => {
    const value = request[by] ?? account[by]
    return typeof value === 'string' ? [{ by, value }] : []
  })
  return {
    products: items.map(({ productId }) => fromItem(productType, there(productId))),
    ...(priceBookId ? { explicit: fromItem(priceBookType, there(priceBookId)) } : {}),
    ...(typeof accountsBookId === 'string' ? { accountsBookId } : {}),
    audiences,
  }
}

/** The books a deal could use. One request, or none; and one for what the account is, of at most three kinds, where it names none. */
async function booksFor(
  ctx: Ctx,
  named: Named,
  standardId: string | undefined,
  { currency, date }: { currency: string; date: string },
): Promise<BookChoice> {
  const { explicit, accountsBookId } = named
  const looked = explicit ? [] : named.audiences
  const meant = await Promise.all(
    looked.map(async ({ by, value }) => bookOn(await booksForValue(ctx, { by, value, currency }), date)),
  )
  const ids = [...new Set([standardId, accountsBookId, ...meant].filter((id) => id !== undefined))]
  const found = ids.length > 0 ? await visibleItems(ctx, ids) : new Map<string, Item>()
  const bookOf = (id: string | undefined): PriceBook | undefined => {
    const item = id === undefined ? undefined : found.get(id)
    return item && fromItem(priceBookType, item)
  }
  const account = accountsBookId === undefined ? undefined : (bookOf(accountsBookId) ?? 'gone')
  const audiences = looked.map((one, at) => ({ ...one, book: bookOf(meant[at]) }))
  return { explicit, account, audiences, standard: bookOf(standardId) }
}

/** Each product's entries in the book of the deal and in the standard one. One request per 100 of them. */
function entriesFor(ctx: Ctx, books: BookChoice, currency: string, products: readonly Product[]): Promise<Entries> {
  const { book } = chooseBook(books, currency)
  const ids = book ? [book.id, ...(books.standard ? [books.standard.id] : [])] : []
  return entriesOf(
    ctx,
    products.flatMap(({ id }) => ids.map((priceBookId) => ({ productId: id, priceBookId }))),
  )
}
