import { conflict, unprocessable } from '@rapport/kernel/errors'
import type { Money } from '@rapport/kernel/money'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { priceBookType } from '../price-books/model.ts'

interface BookedDeal {
  priceBookId?: string | undefined
  lineCount?: number | undefined
  amount?: Partial<Money> | undefined
}

/**
 * Throws conflict when a deal with lines would get another book without being priced by it, and unprocessable when its book is not in
 * use or in another currency than the deal. Reads nothing unless book or currency change.
 */
export async function refuseBookOf(ctx: Ctx, before: BookedDeal | undefined, wished: BookedDeal): Promise<void> {
  const { priceBookId } = wished
  const isOther = before?.priceBookId !== priceBookId
  if (isOther && before && (before.lineCount ?? 0) > 0 && wished.lineCount === before.lineCount)
    throw conflict('opportunity.book_with_lines', 'The deal has lines with prices. Reprice it with the other book.')
  const isOtherCurrency = before?.amount?.currency !== wished.amount?.currency
  if (priceBookId !== undefined && (isOther || isOtherCurrency)) await refuseBook(ctx, priceBookId, wished, isOther)
}

/** A book that is not there is refused as a reference. */
export async function refuseBook(
  ctx: Ctx,
  priceBookId: string,
  { amount }: Pick<BookedDeal, 'amount'>,
  isNew: boolean,
): Promise<void> {
  const [item] = await itemsOf(ctx, [priceBookId])
  if (!item || item.deletedAt) return
  const book = fromItem(priceBookType, item)
  if (isNew && !book.isActive) throw refusal('priceBook.inactive', 'is not in use any more')
  if (amount?.currency !== undefined && amount.currency !== book.currency)
    throw refusal('money.other_currency', `is in ${book.currency}, not in ${amount.currency} like the deal`)
}

const refusal = (code: string, message: string) =>
  unprocessable(code, `The deal cannot have this price book: it ${message}.`, [
    { pointer: '/priceBookId', code, message },
  ])
