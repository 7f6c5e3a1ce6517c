import { minorDigits } from '@rapport/kernel/money'
import type { Block, Paper } from '@rapport/kernel/paper'
import type { Company } from '../organisation/schema.ts'
import { titleOf } from './lifecycle-rules.ts'
import type { Customer, Quote, QuoteLine } from './quote-schema.ts'
import { shownAmount, totalRows } from './show-rules.ts'

export interface Offered {
  quote: Quote
  lines: readonly QuoteLine[]
  seller?: Company | undefined
  customer?: Customer | undefined
}

/** An offer as a paper, with the amounts that are stored: nothing is computed here. Dated when it was presented. */
export function offerPaper({ quote, lines, seller, customer }: Offered): Paper {
  const presentedAt = quote.presentedAt ?? quote.createdAt
  const title = `Offer ${titleOf(quote)}`
  return {
    title,
    author: seller?.name ?? '',
    createdAt: new Date(presentedAt),
    blocks: [
      { kind: 'lines', lines: sellerLines(seller) },
      { kind: 'lines', lines: customerLines(customer) },
      { kind: 'heading', text: title },
      { kind: 'lines', lines: [quote.name, `${presentedAt.slice(0, 10)}. Good through ${quote.expiresOn}.`] },
      lineTable(quote, lines),
      totalTable(quote),
      { kind: 'lines', lines: closing(quote) },
    ],
    footer: seller?.footer ?? '',
  }
}

function lineTable({ currency, pricesIncludeTax }: Quote, lines: readonly QuoteLine[]): Block {
  const money = (amount: number) => shownAmount(amount, minorDigits(currency))
  return {
    kind: 'table',
    columns: [
      { header: pricesIncludeTax ? 'What (prices with tax)' : 'What', width: 4.8 },
      { header: 'Quantity', width: 2, isRight: true },
      { header: 'Price', width: 2.2, isRight: true },
      { header: 'Discount', width: 2.2, isRight: true },
      { header: 'Tax', width: 1.6, isRight: true },
      { header: currency, width: 2.4, isRight: true },
    ],
    rows: lines.map(({ name, description, quantity, listPrice, tax, totals }) => ({
      cells: [
        description === undefined ? name : `${name}\n${description}`,
        quantity,
        money(listPrice.amount),
        totals.discount === 0 ? '' : money(totals.discount),
        tax === undefined ? '' : tax.components.map(({ percent }) => `${percent}%`).join(' + '),
        money(totals.net),
      ],
    })),
  }
}

function totalTable({ totals }: Quote): Block {
  const rows = totalRows(totals)
  const cells = rows.map(({ label, amount }) => [label, shownAmount(amount, minorDigits(totals.currency))])
  return {
    kind: 'table',
    columns: [
      { header: '', width: 3 },
      { header: totals.currency, width: 1, isRight: true },
    ],
    rows: cells.map((pair, at) => ({ cells: pair, isStrong: at === rows.length - 1 })),
  }
}

const closing = ({ adjustment, terms }: Quote): string[] => [
  ...(adjustment === undefined ? [] : [`Adjustment: ${adjustment.reason}`]),
  ...(terms === undefined ? [] : [terms]),
]

function sellerLines(seller: Company | undefined): string[] {
  if (seller === undefined) return []
  const { name, address, email, phone, website, taxNumber, registration } = seller
  const contact = [email, phone, website].filter((part) => part !== undefined).join(' · ')
  const legal = [taxNumber === undefined ? undefined : `Tax number ${taxNumber}`, registration]
  return [name, ...addressLines(address), contact, legal.filter((part) => part !== undefined).join(' · ')].filter(
    Boolean,
  )
}

const customerLines = ({ name, contactName, address }: Customer = {}): string[] =>
  [name ?? '', contactName ?? '', ...addressLines(address)].filter(Boolean)

function addressLines(address: Customer['address']): string[] {
  if (address === undefined) return []
  const { street, postalCode, city, region, country } = address
  const place = [postalCode, city, region].filter((part) => part !== undefined).join(' ')
  return [street ?? '', [place, country].filter(Boolean).join(', ')].filter(Boolean)
}
