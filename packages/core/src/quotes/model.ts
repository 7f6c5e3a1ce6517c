import { defineItem } from '@rapport/kernel/model'
import { recordType } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import type { Company } from '../organisation/schema.ts'
import type { TaxCode } from '../taxes/schema.ts'
import { isOpen } from './lifecycle-rules.ts'
import { type Customer, Quote, type QuoteLine, QuoteStatus, quoteFields } from './quote-schema.ts'

export const quoteType = recordType<Quote>({
  kind: 'quote',
  plural: 'quotes',
  name: 'Quote',
  schema: Quote,
  fields: quoteFields,
  parent: 'opportunityId',
  search: (quote) => ({ words: [quote.name], values: [quote.number] }),
  filters: { status: QuoteStatus, accountId: ref('account') },
  facets: (quote) => [
    { field: 'status', value: quote.status },
    ...(quote.accountId ? [{ field: 'accountId', value: quote.accountId }] : []),
  ],
  above: (quote) => quote.accountId,
  due: (quote) => (quote.status === 'presented' ? quote.expiresAt : undefined),
  fieldGroups: { finance: ['margin'] },
  // Who was written to, who answered, and from where, stands in the quote alone: there it can be erased.
  quiet: ['answer', 'delivery'],
})

interface StoredDocument {
  quoteId: string
  /** `linesRevision` of the quote they belong to. */
  revision: number
  lines: QuoteLine[]
  shippingTax?: TaxCode
  /** Who offers it to whom, as it was when it was presented. */
  seller?: Company
  customer?: Customer
}

/** What a quote is computed from, in one item: its parts are only ever read and replaced together. */
export const documentModel = defineItem<StoredDocument>({
  name: 'quote-document',
  attributes: ['quoteId', 'revision', 'lines', 'shippingTax', 'seller', 'customer'],
  record: { partition: '${quoteId}', sort: 'document' },
})
export type { StoredDocument }

/** The quotes of a deal that can still be accepted or become so, and the one that was. */
export interface Roster {
  opportunityId: string
  version: number
  open: string[]
  acceptedId?: string
}

/**
 * Read and written with every quote that becomes open or stops being so. An index would tell of a new quote a moment late, and an
 * acceptance that does not know of it would leave it open.
 */
export const rosterModel = defineItem<Roster>({
  name: 'deal-quotes',
  attributes: ['opportunityId', 'version', 'open', 'acceptedId'],
  record: { partition: '${opportunityId}', sort: 'quotes' },
})

export const isOnRoster = (quote: Quote): boolean => quote.deletedAt === undefined && isOpen(quote)
