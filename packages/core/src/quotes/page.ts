import { minorDigits } from '@rapport/kernel/money'
import { escapeHtml } from '../mail/rules.ts'
import type { Company } from '../organisation/schema.ts'
import { page } from '../shared/page.ts'
import { isExpired, titleOf } from './lifecycle-rules.ts'
import type { Customer, Quote, QuoteLine } from './quote-schema.ts'
import { shownAmount, totalRows } from './show-rules.ts'

export interface Offer {
  quote: Quote
  lines: readonly QuoteLine[]
  seller?: Company | undefined
  customer?: Customer | undefined
  now: Date
}

/** The offer, and a form to answer it while that is possible. Programs that look at mail follow links too, so showing it does nothing. */
export function offerPage({ quote, lines, seller, customer, now }: Offer): string {
  const isOpen = quote.status === 'presented' && !isExpired(quote.expiresAt, now)
  return page(
    `Offer ${titleOf(quote)}`,
    [
      `<p>${[quote.name, seller?.name, customer?.name]
        .filter(Boolean)
        .map((text) => escapeHtml(String(text)))
        .join(' – ')}</p>`,
      table(quote, lines),
      ...(quote.terms ? [`<p>${escapeHtml(quote.terms).replaceAll('\n', '<br>')}</p>`] : []),
      `<p>${isOpen ? `Good through ${quote.expiresOn}.` : standing(quote)}</p>`,
      ...(isOpen ? [form] : []),
    ].join('\n'),
  )
}

/** What became of an offer. Says who answered to nobody: the link may have been passed on. */
export const answeredPage = (quote: Quote): string =>
  page(`Offer ${titleOf(quote)}`, `<p>${quote.status === 'accepted' ? 'Thank you.' : ''} ${standing(quote)}</p>`)

function standing({ status }: Quote): string {
  if (status === 'accepted') return 'This offer was accepted.'
  if (status === 'denied') return 'This offer was declined.'
  if (status === 'superseded') return 'This offer was replaced by another one.'
  return 'The time to answer this offer is over.'
}

function table({ totals }: Quote, lines: readonly QuoteLine[]): string {
  const { currency } = totals
  const money = (amount: number) => shownAmount(amount, minorDigits(currency))
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
  const shown = lines.map((line) =>
    row([line.name, line.quantity, money(line.listPrice.amount), money(line.totals.discount), money(line.totals.net)]),
  )
  return [
    `<table><thead><tr><th>What</th><th>Quantity</th><th>Price</th><th>Discount</th><th>${escapeHtml(currency)}</th></tr></thead><tbody>`,
    ...shown,
    ...totalRows(totals).map(({ label, amount }) => row([label, '', '', '', money(amount)])),
    '</tbody></table>',
  ].join('\n')
}

const form = [
  '<form method="post"><p><label>Your name<br><input name="name" required maxlength="200"></label></p>',
  '<p><label>If you decline: why?<br><textarea name="reason" rows="4" cols="50" maxlength="1000"></textarea></label></p>',
  '<p><button name="decision" value="accept">Accept</button> <button name="decision" value="deny">Decline</button></p></form>',
].join('\n')
