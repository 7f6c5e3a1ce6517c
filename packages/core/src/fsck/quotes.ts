import type { DealLine } from '../opportunities/line-schema.ts'
import type { Opportunity } from '../opportunities/schema.ts'
import type { Order } from '../orders/schema.ts'
import { computed } from '../quotes/document-rules.ts'
import { isOnRoster, type Roster, type StoredDocument } from '../quotes/model.ts'
import type { Quote } from '../quotes/quote-schema.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type Row, type Snapshot } from './snapshot.ts'

/**
 * What a quote says it comes to follows from its lines; the open quotes of a deal are those on its roster; a deal has the lines and
 * the amount of the quote it is synced with; and what was accepted was ordered.
 */
export function checkQuotes(snapshot: Snapshot): Finding[] {
  const all = <T>(kind: string): T[] =>
    [...snapshot.records.values()].flatMap(({ type, record }) => (type.kind === kind ? [record as unknown as T] : []))
  const quotes = all<Quote>('quote')
  const documents = new Map(snapshot.rows['quote-document'].map(({ value }) => [value.quoteId, value]))
  const rosters = new Map(snapshot.rows['deal-quotes'].map(({ value }) => [value.opportunityId, value]))
  const lines = new Map(snapshot.rows['deal-lines'].map(({ value }) => [value.opportunityId, value.lines]))
  const byDeal = grouped(quotes, ({ opportunityId }) => opportunityId)
  const deals = all<Opportunity>('opportunity')
  return [
    ...quotes.flatMap((quote) => [
      ...checkDocument(quote, documents.get(quote.id)),
      ...checkOrder(quote, snapshot.records.get(quote.orderId ?? '')?.record as Order | undefined),
    ]),
    ...deals.flatMap((deal) => [
      ...checkRoster(deal, byDeal.get(deal.id) ?? [], rosters.get(deal.id)),
      ...checkSync(deal, byDeal.get(deal.id) ?? [], lines.get(deal.id)),
    ]),
    ...snapshot.rows['quote-document'].flatMap((row) => orphan(snapshot, row.value.quoteId, row)),
    ...snapshot.rows['deal-quotes'].flatMap((row) => orphan(snapshot, row.value.opportunityId, row)),
  ]
}

function checkDocument(quote: Quote, document: StoredDocument | undefined): Finding[] {
  const finding = (code: string, message: string): Finding[] => [{ code, ids: [quote.id], message }]
  if (!document || document.revision !== quote.linesRevision || document.lines.length !== quote.lineCount)
    return finding('quote.document', 'The lines of a quote are not there, or are others.')
  const { totals, margin, lines } = computed(quote, document.lines, document.shippingTax)
  const isSum = same(totals, quote.totals) && same(margin, quote.margin) && same(lines, document.lines)
  return isSum ? [] : finding('quote.totals', 'A quote does not come to what its lines come to.')
}

function checkOrder(quote: Quote, order: Order | undefined): Finding[] {
  const isRight =
    quote.status === 'accepted'
      ? order?.quoteId === quote.id && order.totals.grandTotal === quote.totals.grandTotal
      : quote.orderId === undefined
  return isRight
    ? []
    : [{ code: 'quote.order', ids: [quote.id], message: 'What was accepted is not what was ordered.' }]
}

function checkRoster(deal: Opportunity, quotes: readonly Quote[], roster: Roster | undefined): Finding[] {
  const open = quotes.filter(isOnRoster).map(({ id }) => id)
  const accepted = quotes.filter(({ status }) => status === 'accepted').map(({ id }) => id)
  const isRight =
    same([...(roster?.open ?? [])].sort(), open.sort()) &&
    (roster?.acceptedId === undefined ? accepted.length === 0 : accepted.includes(roster.acceptedId))
  return isRight
    ? []
    : [{ code: 'quote.roster', ids: [deal.id], message: 'The roster of a deal names other quotes than are open.' }]
}

function checkSync(deal: Opportunity, quotes: readonly Quote[], lines: readonly DealLine[] | undefined): Finding[] {
  const synced = quotes.filter(({ isSynced }) => isSynced)
  const [quote] = synced
  const isOne = synced.length < 2 && quote?.id === deal.syncedQuoteId
  const isEqual =
    !quote ||
    (deal.amount?.amount === quote.totals.net &&
      deal.amount.currency === quote.currency &&
      (lines?.length ?? 0) === quote.lineCount)
  return isOne && isEqual
    ? []
    : [
        {
          code: 'quote.sync',
          ids: [deal.id],
          message: 'A deal does not have the amount of the quote it is synced with.',
        },
      ]
}

function orphan(snapshot: Snapshot, of: string, { key }: Row<unknown>): Finding[] {
  if (snapshot.records.has(of)) return []
  const code = isPurged(snapshot, of) ? 'quote.leftover' : 'quote.orphan'
  const message = 'Something of a quote or of a deal is there without it.'
  return [{ code, ids: [of], message, repair: { remove: key, of, seenVersion: undefined } }]
}
