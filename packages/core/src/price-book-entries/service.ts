import { idBounds } from '@rapport/kernel/ids'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import { getRecord, itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import { type Ctx, read, type Write } from '@rapport/kernel/store'
import { BATCH_KEYS_MAX, type Condition } from '@rapport/kernel/table'
import { priceBookType } from '../price-books/model.ts'
import { productType } from '../products/model.ts'
import { priceBookEntryType, priceRowModel } from './model.ts'
import { refuseEntry, refuseMove, withEntry, withoutEntry } from './rules.ts'
import type { PriceBookEntry, PriceRow, Tier } from './schema.ts'

export const PriceBookEntries = records<PriceBookEntry>(priceBookEntryType, async (ctx, { before, next }) => {
  if (before) refuseMove(before, next)
  if (!next.deletedAt) await refuseOutOfBook(ctx, next)
  return { writes: await rowWrites(ctx, next) }
})

/** The prices of a product in each book that has some. One query. */
export async function listPrices(
  ctx: Ctx,
  productId: string,
  query: PageQuery,
): Promise<Page<Pick<PriceRow, 'priceBookId' | 'tiers'>>> {
  await getRecord(ctx, productType, productId)
  const page = await pageOf<PriceRow>(ctx, query, {
    scope: ['product-prices', productId],
    newestFirst: false,
    bounds: idBounds('priceBook'),
    range: (from, to, options) =>
      priceRowModel.range('record', { productId }, { priceBookId: from }, { priceBookId: to }, options),
    parse: priceRowModel.parse,
    positionOf: (row) => row.priceBookId,
  })
  return { ...page, data: page.data.map(({ priceBookId, tiers }) => ({ priceBookId, tiers })) }
}

/** Entries by product, then by book. */
export type Entries = Map<string, Map<string, Tier[]>>

/** The entries of products in books; absent where there are none. One request per 100. */
export async function entriesOf(
  { db }: Ctx,
  wanted: readonly Pick<PriceRow, 'productId' | 'priceBookId'>[],
): Promise<Entries> {
  const keys = new Map(wanted.map((name) => [`${name.productId} ${name.priceBookId}`, priceRowModel.key({ ...name })]))
  const all = [...keys.values()]
  const entries: Entries = new Map()
  for (let at = 0; at < all.length; at += BATCH_KEYS_MAX) {
    for (const item of await db.table.batchGet(all.slice(at, at + BATCH_KEYS_MAX))) {
      const { productId, priceBookId, tiers } = priceRowModel.parse(item)
      entries.set(productId, (entries.get(productId) ?? new Map()).set(priceBookId, tiers))
    }
  }
  return entries
}

/** The book is there: the reference to it was checked when the entry was made. */
async function refuseOutOfBook(ctx: Ctx, entry: PriceBookEntry): Promise<void> {
  const [item] = await itemsOf(ctx, [entry.priceBookId])
  if (item) refuseEntry(entry, fromItem(priceBookType, item))
}

/** The row with this entry as it will be. Refused, and planned again, when another entry was written meanwhile. */
async function rowWrites(ctx: Ctx, { deletedAt, ...entry }: PriceBookEntry): Promise<Write[]> {
  const { productId, priceBookId } = entry
  const row = await read(ctx, priceRowModel, { productId, priceBookId })
  const had = row?.tiers ?? []
  const tiers = deletedAt ? withoutEntry(had, entry.id) : withEntry(had, entry)
  const condition: Condition = row ? { equals: { revision: row.revision } } : { absent: true }
  if (tiers.length === 0) return row ? [{ delete: priceRowModel.key({ productId, priceBookId }), condition }] : []
  return [{ put: priceRowModel.item({ productId, priceBookId, revision: ctx.ids.next('request'), tiers }), condition }]
}
