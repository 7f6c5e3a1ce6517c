import type { RecordBase } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { BATCH_KEYS_MAX, type Item, type Key } from '@rapport/kernel/table'
import type { FieldForm } from '../mappings/fields.ts'
import type { DealLine } from '../opportunities/line-schema.ts'
import { linesModel } from '../opportunities/model.ts'
import { orderLinesModel } from '../orders/model.ts'
import type { Order, OrderLine } from '../orders/schema.ts'
import { documentModel } from '../quotes/model.ts'
import type { QuoteLine } from '../quotes/quote-schema.ts'

/** What belongs to a record and stands beside it, in the form in which an import takes it. Who sees the record sees it. */
interface Beside {
  forms: Readonly<Record<string, FieldForm>>
  key(id: string): Key
  tell(record: RecordBase, row: Item): object
}

const besides: Readonly<Record<string, Beside>> = {
  opportunity: {
    forms: { lines: 'json' },
    key: (opportunityId) => linesModel.key({ opportunityId }),
    tell: (_deal, row) => ({ lines: linesModel.parse(row).lines.map(asDealInput) }),
  },
  order: {
    forms: { currency: 'text', lines: 'json', shipping: 'money', shippingTax: 'money', adjustment: 'money' },
    key: (orderId) => orderLinesModel.key({ orderId }),
    // Orders come from the list of orders.
    tell: (order, row) => contentOf(order as Order, orderLinesModel.parse(row).lines),
  },
  quote: {
    forms: { lines: 'json' },
    key: (quoteId) => documentModel.key({ quoteId }),
    // What goods cost is told to few, and by the quote itself.
    tell: (_quote, row) => ({ lines: documentModel.parse(row).lines.map(withoutCost) }),
  },
}

/** What is told beside the fields of a kind, with the form that its cells have. */
export const formsBeside = (kind: string): Beside['forms'] => besides[kind]?.forms ?? {}

/** Records with what stands beside them: a read for a hundred that have something there. */
export async function withBeside(ctx: Ctx, kind: string, records: readonly RecordBase[]): Promise<RecordBase[]> {
  const beside = besides[kind]
  if (!beside) return [...records]
  const keys = records.filter(hasLines).map(({ id }) => beside.key(id))
  const rows = new Map<string, Item>()
  for (let at = 0; at < keys.length; at += BATCH_KEYS_MAX)
    for (const row of await ctx.db.table.batchGet(keys.slice(at, at + BATCH_KEYS_MAX))) rows.set(nameOf(row), row)
  return records.map((record) => {
    const row = rows.get(nameOf(beside.key(record.id)))
    return row ? { ...record, ...beside.tell(record, row) } : record
  })
}

function withoutCost({ totals: { cost: _, ...totals }, ...line }: QuoteLine): object {
  return { ...line, totals }
}

const hasLines = (record: RecordBase & { lineCount?: number }): boolean => (record.lineCount ?? 0) > 0

const nameOf = ({ pk, sk }: Item): string => JSON.stringify([pk, sk])

const asDealInput = ({ productId, name, quantity, listPrice, discount }: DealLine): object => ({
  ...(productId !== undefined && { productId }),
  name,
  quantity,
  listPrice,
  ...(discount && { discount }),
})

function contentOf({ totals: { currency, shipping, shippingTax, adjustment } }: Order, lines: readonly OrderLine[]) {
  const money = (amount: number) => ({ amount, currency })
  return {
    currency,
    lines: lines.map(({ productId, name, quantity, net, tax }) => ({
      ...(productId !== undefined && { productId }),
      name,
      quantity,
      net: money(net),
      tax: money(tax),
    })),
    shipping: money(shipping),
    shippingTax: money(shippingTax),
    adjustment: money(adjustment),
  }
}
