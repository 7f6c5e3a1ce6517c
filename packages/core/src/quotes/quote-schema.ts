import { decimal } from '@rapport/kernel/decimal'
import { Currency, Money } from '@rapport/kernel/money'
import { actorId, date, instant, line, recordSchema, ref, slug, text, version } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Discount, LineDiscount } from '../discounts/schema.ts'
import { RepriceRequest, Repricing } from '../opportunities/line-schema.ts'
import { PriceOrigin } from '../prices/schema.ts'
import { Address, Email } from '../shared/schema.ts'
import { TaxCode, TaxRounding } from '../taxes/schema.ts'
import { LineTotals, Margin, Quantity, Totals } from './schema.ts'

/** Lines of one quote: they stand in one item, which DynamoDB bounds at 400 KB, and are replaced together. */
export const LINES_MAX = 90

/** Quotes of one deal that can be open at once: all of them change in the transaction that accepts one. */
export const OPEN_QUOTES_MAX = 20

export const QuoteStatus = z.enum([
  'draft',
  'needs_review',
  'in_review',
  'approved',
  'presented',
  'accepted',
  'denied',
  'expired',
  'superseded',
])
export type QuoteStatus = z.infer<typeof QuoteStatus>

/** What is added at the end, with or without a minus, and why. */
export const Adjustment = z.strictObject({ amount: Money, reason: line(200) }).meta({ id: 'Adjustment' })

/** What decides what a quote comes to, beside its lines. */
export const termFields = {
  currency: Currency.optional().meta({ description: 'That of the deal unless told.' }),
  pricesIncludeTax: z.boolean().optional().meta({ description: 'As the organisation does unless told.' }),
  headerDiscount: Discount.optional(),
  shipping: Money.optional(),
  shippingTaxCode: slug(40).optional(),
  adjustment: Adjustment.optional(),
}

/** A day whose end is known in every zone. */
const lastDay = date.refine((day) => day > '2000-01-01' && day < '2099-01-01', {
  error: 'must be in this century, before 2099',
})

export const quoteFields = {
  opportunityId: ref('opportunity'),
  name: line(200).optional().meta({ description: 'That of the deal unless told.' }),
  accountId: ref('account').optional().meta({ description: 'That of the deal unless told.' }),
  contactId: ref('contact').optional().meta({ description: 'The primary contact of the deal unless told.' }),
  ...termFields,
  expiresOn: lastDay.optional().meta({
    description:
      'The last day on which it can be accepted, in the zone of the organisation; from its settings unless told.',
  }),
  terms: text(5000).optional().meta({ description: 'Stands under the lines.' }),
}

/** Which limit of the offering person's role a quote is beyond. */
export const ApprovalReason = z
  .strictObject({
    code: z.enum(['discount', 'margin']),
    limit: decimal('-1000', '100'),
    actual: z
      .string()
      .max(40)
      .regex(/^-?\d+(?:\.\d{1,6})?$/),
  })
  .meta({ id: 'ApprovalReason' })
export type ApprovalReason = z.infer<typeof ApprovalReason>

export const Approval = z
  .strictObject({
    reasons: z.array(ApprovalReason).max(2),
    requestedAt: instant,
    requestedBy: actorId,
    decision: z.enum(['approved', 'rejected']).optional(),
    decidedAt: instant.optional(),
    decidedBy: actorId.optional(),
    note: text(1000).optional(),
  })
  .meta({ id: 'Approval' })
export type Approval = z.infer<typeof Approval>

/** How a customer answered: who, when, and from where when it was by the link. */
export const Answer = z
  .strictObject({
    via: z.enum(['link', 'user']),
    at: instant,
    name: line(200).optional(),
    ip: z
      .string()
      .max(45)
      .regex(/^[0-9a-fA-F.:]+$/)
      .optional(),
    reason: text(1000).optional(),
  })
  .meta({ id: 'QuoteAnswer' })
export type Answer = z.infer<typeof Answer>

/** A letter with the link of an offer: what became of it. */
export const QuoteDelivery = z
  .strictObject({
    status: z.enum(['pending', 'sending', 'sent', 'suppressed', 'failed', 'in_doubt']),
    to: Email,
    at: instant,
    message: text(2000).optional(),
    messageId: line(200).optional(),
  })
  .meta({ id: 'QuoteDelivery' })
export type QuoteDelivery = z.infer<typeof QuoteDelivery>

const { margin: _, ...shown } = Totals.shape
/** What a quote comes to, as the customer sees it. */
export const QuoteTotals = z.strictObject(shown).meta({ id: 'QuoteTotals' })
export type QuoteTotals = z.infer<typeof QuoteTotals>

export const Quote = recordSchema('quote', 'Quote', {
  ...quoteFields,
  name: line(200),
  currency: Currency,
  pricesIncludeTax: z.boolean(),
  expiresOn: lastDay,
  number: z
    .string()
    .max(16)
    .regex(/^Q-\d{6,12}$/)
    .meta({ examples: ['Q-000123'] }),
  revision: z.int().min(1).max(1000).meta({ description: 'Revisions of one offer share its number.' }),
  previousId: ref('quote').optional().meta({ description: 'The revision that this one follows.' }),
  nextId: ref('quote').optional().meta({ description: 'The revision that follows this one.' }),
  status: QuoteStatus,
  taxRounding: TaxRounding,
  totals: QuoteTotals,
  margin: Margin.optional(),
  lineCount: z.int().min(0).max(LINES_MAX),
  linesRevision: z.int().min(1).meta({ description: 'How often what it comes to was computed.' }),
  isSynced: z.boolean().meta({ description: 'The deal has the lines and the net amount of this quote.' }),
  approval: Approval.optional(),
  presentedAt: instant.optional(),
  expiresAt: instant.optional().meta({ description: 'When it can be accepted no more; known once it is presented.' }),
  answer: Answer.optional(),
  closedAt: instant.optional().meta({ description: 'When it was accepted, denied, superseded or expired.' }),
  orderId: ref('order').optional(),
  delivery: QuoteDelivery.optional().meta({ description: 'Of the letter that was last asked for.' }),
})
export type Quote = z.infer<typeof Quote>

export const QuoteLineInput = z
  .strictObject({
    productId: ref('product').optional(),
    name: line(200).optional().meta({ description: 'That of the product unless told.' }),
    description: text(1000).optional(),
    quantity: Quantity,
    listPrice: Money.optional().meta({ description: 'For one unit; from the price book of the deal unless told.' }),
    discount: LineDiscount.optional(),
    taxCode: slug(40).optional().meta({ description: 'One of the organisation; that of the product unless told.' }),
    isCredit: z.boolean().default(false).meta({ description: 'Gives something back: its quantity is below 0.' }),
  })
  .meta({ id: 'QuoteLineInput' })
export type QuoteLineInput = z.infer<typeof QuoteLineInput>

/** A line with its own copy of everything it is computed from: what changes elsewhere does not change an offer. */
export const QuoteLine = QuoteLineInput.extend({
  name: line(200),
  listPrice: Money,
  isCredit: z.boolean(),
  tax: TaxCode.optional(),
  unitCost: Money.optional(),
  priceBookEntryId: ref('priceBookEntry').optional(),
  priceBookVersion: version.optional(),
  price: PriceOrigin.optional().meta({ description: 'Absent when somebody said the price.' }),
  totals: LineTotals,
}).meta({ id: 'QuoteLine' })
export type QuoteLine = z.infer<typeof QuoteLine>

export const QuoteLines = z
  .strictObject({
    lines: z.array(QuoteLine).max(LINES_MAX),
    totals: QuoteTotals,
    version: version.meta({ description: 'Of the quote.' }),
  })
  .meta({ id: 'QuoteLines' })
export type QuoteLines = z.infer<typeof QuoteLines>

/** The book is that of the deal. */
export const QuoteRepriceRequest = RepriceRequest.omit({ priceBookId: true }).meta({ id: 'QuoteRepriceRequest' })
export type QuoteRepriceRequest = z.infer<typeof QuoteRepriceRequest>

export const QuoteRepricing = Repricing.omit({ totalBefore: true, totalAfter: true })
  .extend({
    totalsBefore: QuoteTotals,
    totalsAfter: QuoteTotals,
    version: version.meta({ description: 'Of the quote.' }),
  })
  .meta({ id: 'QuoteRepricing' })
export type QuoteRepricing = z.infer<typeof QuoteRepricing>

/** Whom an offer is for, as it stood when it was presented. */
export const Customer = z
  .strictObject({
    name: line(200).optional(),
    address: Address.optional(),
    contactName: line(400).optional(),
    email: Email.optional(),
  })
  .meta({ id: 'QuoteCustomer' })
export type Customer = z.infer<typeof Customer>

/** What a customer can answer. */
export const DecisionRequest = z
  .strictObject({
    decision: z.enum(['accept', 'deny']),
    name: line(200).meta({ description: 'Who answers: it stands for the signature.' }),
    reason: z
      .string()
      .max(1000)
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u)
      .optional(),
  })
  .meta({ id: 'QuoteDecision' })
export type DecisionRequest = z.infer<typeof DecisionRequest>

/** A letter with the link of an offer. */
export const SendRequest = z
  .strictObject({
    to: Email.optional().meta({ description: 'The address of the contact unless told.' }),
    message: text(2000).optional().meta({ description: 'Stands above the link.' }),
  })
  .meta({ id: 'QuoteSendRequest' })
export type SendRequest = z.infer<typeof SendRequest>
