import { conflict } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { records } from '@rapport/kernel/records'
import type { Ctx, Write } from '@rapport/kernel/store'
import { audienceModel, priceBookType } from './model.ts'
import { audienceRows, BOOKS_PER_VALUE_MAX, refuseBook } from './rules.ts'
import type { AudienceRow, PriceBook } from './schema.ts'

export const PriceBooks = records<PriceBook>(priceBookType, async (ctx, { before, next }) => {
  refuseBook(before, next)
  return { writes: await audienceWrites(ctx, before ? audienceRows(before) : [], audienceRows(next)) }
})

/** The books in use for a tier, a segment or a territory in a currency, whatever their dates. One query, consistent. */
export async function booksForValue(
  { db }: Pick<Ctx, 'db'>,
  name: Pick<AudienceRow, 'by' | 'value' | 'currency'>,
): Promise<AudienceRow[]> {
  const [from, to] = idBounds('priceBook')
  // Twice as many as are let in: two that come in at once are not seen by each other.
  const options = { newestFirst: true, limit: 2 * BOOKS_PER_VALUE_MAX }
  const range = audienceModel.range('record', { ...name }, { priceBookId: from }, { priceBookId: to }, options)
  const { items } = await db.table.query({ ...range, ConsistentRead: true })
  return items.map(audienceModel.parse)
}

async function audienceWrites(ctx: Ctx, had: readonly AudienceRow[], has: readonly AudienceRow[]): Promise<Write[]> {
  const there = new Map(had.map((row) => [nameOf(row), JSON.stringify(row)]))
  const wanted = new Set(has.map(nameOf))
  await Promise.all(has.filter((row) => !there.has(nameOf(row))).map((row) => refuseCrowd(ctx, row)))
  return [
    ...had.filter((row) => !wanted.has(nameOf(row))).map((row) => ({ delete: audienceModel.key({ ...row }) })),
    ...has
      .filter((row) => there.get(nameOf(row)) !== JSON.stringify(row))
      .map((row) => ({ put: audienceModel.item(row) })),
  ]
}

const nameOf = ({ by, value, currency }: AudienceRow): string => `${by} ${value} ${currency}`

async function refuseCrowd(ctx: Ctx, row: AudienceRow): Promise<void> {
  const { by, value, currency } = row
  if ((await booksForValue(ctx, row)).length < BOOKS_PER_VALUE_MAX) return
  throw conflict(
    'priceBook.too_many',
    `There are ${BOOKS_PER_VALUE_MAX} price books in ${currency} for the ${by} ${value} already. Switch off those that are over.`,
  )
}
