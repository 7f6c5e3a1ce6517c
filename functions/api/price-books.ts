import { Tier } from '@rapport/core/price-book-entries/schema'
import { listPrices, PriceBookEntries } from '@rapport/core/price-book-entries/service'
import { PriceBooks } from '@rapport/core/price-books/service'
import { Price, PriceRequest } from '@rapport/core/prices/schema'
import { priceFor } from '@rapport/core/prices/service'
import { ref } from '@rapport/kernel/schema'
import { commit } from '@rapport/kernel/store'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

const ProductPrices = z
  .strictObject({ priceBookId: ref('priceBook'), tiers: z.array(Tier).min(1).max(50) })
  .meta({ id: 'ProductPrices' })

export const priceBooks = [
  ...recordRoutes(PriceBooks, { without: ['share'] }),
  route({
    tag: 'price-books',
    kind: 'priceBook',
    method: 'POST',
    path: '/v1/price-books/resolve',
    id: 'resolvePrice',
    summary: 'The price of a product in a deal, and how it was found',
    description:
      "The book is the one that is named, else the account's, else that for its tier, its segment or its territory, else the standard one of the currency. Of several for a tier, the one that holds since the latest date counts, then the newest. In it counts the entry with the largest minimum that is not above the quantity; where the book says so, the adjusted standard price. Currencies are never converted. Answers 422 `price.not_found` with the path as `resolution` when there is no price.",
    access: { action: 'read', kind: 'priceBook' },
    body: PriceRequest,
    success: { status: 200, schema: Price, description: 'The list price of one unit.' },
    handle: async (ctx, { body }) => commit(ctx, { writes: [], events: [], answer: await priceFor(ctx, body) }),
  }),
  ...recordRoutes(PriceBookEntries, { without: ['share'] }),
  route({
    tag: 'products',
    kind: 'product',
    method: 'GET',
    path: '/v1/products/{id}/prices',
    id: 'listProductPrices',
    summary: 'What a product costs in each price book that has it',
    access: { action: 'read', kind: 'priceBookEntry' },
    params: z.strictObject({ id: ref('product') }),
    query: z.strictObject(paging),
    success: {
      status: 200,
      schema: pageOf('ProductPrices', ProductPrices),
      description: 'One page, by the age of the books; entries smallest quantity first.',
    },
    handle: (ctx, { params, query }) => listPrices(ctx, params.id, query),
  }),
]
