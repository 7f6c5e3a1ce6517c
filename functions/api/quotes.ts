import { Link } from '@rapport/core/imports/schema'
import { accept, decideOffer, deny, getLink, showOffer } from '@rapport/core/quotes/acceptance'
import { approve, recall, reject, review, submit } from '@rapport/core/quotes/approvals'
import { quoteType } from '@rapport/core/quotes/model'
import { linkToPdf } from '@rapport/core/quotes/paper'
import {
  DecisionRequest,
  LINES_MAX,
  Quote,
  QuoteLineInput,
  QuoteLines,
  QuoteRepriceRequest,
  QuoteRepricing,
  SendRequest,
} from '@rapport/core/quotes/quote-schema'
import { reprice } from '@rapport/core/quotes/reprice'
import { requestMail } from '@rapport/core/quotes/sending'
import { createQuote, getQuoteLines, patchQuote, putQuoteLines, Quotes } from '@rapport/core/quotes/service'
import { present as presentQuote, revise, sync, unsync } from '@rapport/core/quotes/steps'
import { LINK_TOKEN_MAX } from '@rapport/kernel/link'
import { present } from '@rapport/kernel/record-type'
import { instant, line, ref, text } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { html, linkParams, refusal } from './public-pages.ts'
import { recordRoutes } from './record-routes.ts'

const common = { tag: 'quotes', kind: 'quote' } as const
const params = z.strictObject({ id: ref('quote') })

const record = (ctx: Ctx, quote: Quote): Reply => ({
  body: present(quoteType, ctx.principal, quote),
  version: quote.version,
})

/** What acts on one quote have in common. */
const act = {
  ...common,
  method: 'POST',
  access: { action: 'update', kind: 'quote' },
  params,
  hasEtag: true,
  takesIfMatch: true,
  success: { status: 200, schema: Quote, description: 'The quote as it is now.' },
  reply: record,
} as const

/** A decision about somebody's offer is for those who may configure quotes. */
const judge = { ...act, access: { action: 'configure', kind: 'quote' } } as const

const offer = { tag: 'offers', access: 'public', path: '/v1/offers/{link}', params: linkParams, refusal } as const

/** Ninety lines with long names. */
const offerPage = {
  status: 200,
  schema: z
    .string()
    .max(500_000)
    .regex(/^<!doctype html>/),
  contentType: 'text/html',
} as const

export const quotes = [
  ...recordRoutes(Quotes, { without: ['batch'], create: createQuote, patch: patchQuote }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/quotes/{id}/lines',
    id: 'getQuoteLines',
    summary: 'What is offered, line by line',
    access: { action: 'read', kind: 'quote' },
    params,
    hasEtag: true,
    success: { status: 200, schema: QuoteLines, description: 'All of them, in order, with what they come to.' },
    handle: (ctx, { params }) => getQuoteLines(ctx, params.id),
    reply: (_ctx, lines) => ({ body: lines, version: lines.version }),
  }),
  route({
    ...common,
    method: 'PUT',
    path: '/v1/quotes/{id}/lines',
    id: 'putQuoteLines',
    summary: 'Replace all lines of a draft',
    description:
      'In one transaction with what the quote comes to, and with the deal when that is synced. Each line keeps its own copy of price, tax and cost: what changes elsewhere does not change an offer. A product line without a price gets that of the price book.',
    access: { action: 'update', kind: 'quote' },
    params,
    body: z.strictObject({ lines: z.array(QuoteLineInput).max(LINES_MAX) }),
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: QuoteLines, description: 'The lines with what they come to.' },
    handle: (ctx, { params, body, ifMatch }) => putQuoteLines(ctx, params.id, body.lines, ifMatch),
    reply: (_ctx, lines) => ({ body: lines, version: lines.version }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/quotes/{id}/reprice',
    id: 'repriceQuote',
    summary: 'Find the prices of the lines of a draft anew',
    description:
      'By the price book of the deal. All lines or none: one without a price refuses the rest. Prices that somebody said stay unless `includesManual` says otherwise; discounts, taxes and costs stay as they are. `dryRun` tells the differences without making them. A deal that is synced follows.',
    access: { action: 'update', kind: 'quote' },
    params,
    body: QuoteRepriceRequest,
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: QuoteRepricing, description: 'What is different, line by line.' },
    handle: (ctx, { params, body, ifMatch }) => reprice(ctx, params.id, body, ifMatch),
    reply: (_ctx, done) => ({ body: done, version: done.version }),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/submit',
    id: 'submitQuote',
    summary: 'Ask for the approval of a draft',
    description:
      'Says which limits of the caller it is beyond. From here on only a recall or a rejection makes it a draft again.',
    handle: (ctx, { params, ifMatch }) => submit(ctx, params.id, ifMatch),
  }),
  route({
    ...judge,
    path: '/v1/quotes/{id}/review',
    id: 'reviewQuote',
    summary: 'Take a quote for review',
    handle: (ctx, { params, ifMatch }) => review(ctx, params.id, ifMatch),
  }),
  route({
    ...judge,
    path: '/v1/quotes/{id}/approve',
    id: 'approveQuote',
    summary: 'Let a quote go out',
    description: 'Refused when it is beyond the limits of who approves, too.',
    body: z.strictObject({ note: text(1000).optional() }),
    handle: (ctx, { params, body, ifMatch }) => approve(ctx, params.id, body.note, ifMatch),
  }),
  route({
    ...judge,
    path: '/v1/quotes/{id}/reject',
    id: 'rejectQuote',
    summary: 'Send a quote back to be changed',
    body: z.strictObject({ note: text(1000) }),
    handle: (ctx, { params, body, ifMatch }) => reject(ctx, params.id, body.note, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/recall',
    id: 'recallQuote',
    summary: 'Make a quote that no customer has seen a draft again',
    handle: (ctx, { params, ifMatch }) => recall(ctx, params.id, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/present',
    id: 'presentQuote',
    summary: 'Make the offer',
    description:
      'From here on its lines and totals stay as they are, and a customer can answer it through the end of its last day. Replaces the revision before it. Answers 409 with the reasons when it is beyond the limits of the caller and was not approved.',
    handle: (ctx, { params, ifMatch }) => presentQuote(ctx, params.id, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/send',
    id: 'sendQuote',
    summary: 'Mail the link of an offer to the customer',
    description:
      'At most once each time it is asked for: a letter that may have gone out is not sent again, and says so as `in_doubt`. The quote tells what became of it.',
    body: SendRequest,
    fails: [410],
    handle: (ctx, { params, body, ifMatch }) => requestMail(ctx, params.id, body, ifMatch),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/quotes/{id}/pdf',
    id: 'getQuotePdf',
    summary: 'A link to the PDF of an offer',
    description: 'It is made within seconds of presenting the offer, and shows the stored amounts.',
    access: { action: 'read', kind: 'quote' },
    params,
    success: {
      status: 200,
      schema: z
        .strictObject({ isMade: z.boolean(), link: Link.optional().meta({ description: 'Good for five minutes.' }) })
        .meta({ id: 'QuotePdf' }),
      description: 'The link, or that there is no file yet.',
    },
    handle: (ctx, { params }) => linkToPdf(ctx, params.id),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/quotes/{id}/link',
    id: 'getQuoteLink',
    summary: 'The signed link where a customer answers an offer without signing in',
    access: { action: 'update', kind: 'quote' },
    params,
    success: {
      status: 200,
      schema: z
        .strictObject({
          path: z
            .string()
            .max(LINK_TOKEN_MAX + 20)
            .regex(/^\/v1\/offers\/[\w.-]+$/)
            .optional(),
          expiresAt: instant.optional().meta({ description: 'From when it can be accepted no more.' }),
        })
        .meta({ id: 'QuoteLink' }),
      description:
        'Its path at the address of the CRM, once the quote is presented. Whoever has it can accept: give it to the customer only.',
    },
    handle: (ctx, { params }) => getLink(ctx, params.id),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/accept',
    id: 'acceptQuote',
    summary: 'Write down that a customer accepted an offer',
    description:
      'In one transaction the deal is won with the lines and the net amount of the quote, its other open quotes are superseded, and there is an order. Again, it changes nothing. 410 when its time is over.',
    body: z.strictObject({ name: line(200).optional().meta({ description: 'Who accepted.' }) }),
    fails: [410],
    handle: (ctx, { params, body, ifMatch }) => accept(ctx, params.id, body.name, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/deny',
    id: 'denyQuote',
    summary: 'Write down that a customer declined an offer',
    body: z.strictObject({ reason: text(1000).optional() }),
    fails: [410],
    handle: (ctx, { params, body, ifMatch }) => deny(ctx, params.id, body.reason, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/revise',
    id: 'reviseQuote',
    summary: 'Begin a new revision of an offer that was made',
    description: 'A draft with the same lines and number. The offer stays good until the new one is presented.',
    success: { status: 201, schema: Quote, description: 'The new draft.' },
    handle: (ctx, { params, ifMatch }) => revise(ctx, params.id, ifMatch),
    reply: (ctx, quote) => ({ ...record(ctx, quote), location: `/v1/quotes/${quote.id}` }),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/sync',
    id: 'syncQuote',
    summary: 'Give the deal the lines and the net amount of this quote',
    description: 'Now and with every change of the draft, and no longer those of another quote: one per deal at most.',
    handle: (ctx, { params, ifMatch }) => sync(ctx, params.id, ifMatch),
  }),
  route({
    ...act,
    path: '/v1/quotes/{id}/unsync',
    id: 'unsyncQuote',
    summary: 'Let the deal go on without this quote',
    handle: (ctx, { params, ifMatch }) => unsync(ctx, params.id, ifMatch),
  }),
  route({
    ...offer,
    method: 'GET',
    id: 'showOffer',
    summary: 'The page behind the link of an offer',
    description: 'Changes nothing: programs that look at mail follow links too. Its form posts to the same address.',
    success: { ...offerPage, description: 'The offer, and a form while it can be answered.' },
    handle: (ctx, { params }) => showOffer(ctx, params.link),
    reply: html,
  }),
  route({
    ...offer,
    method: 'POST',
    id: 'decideOffer',
    summary: 'Accept or decline an offer',
    description:
      'Name, time and address are kept with the quote. The same answer again changes nothing and is answered alike. 410 when the time of the offer is over, 409 when it was answered otherwise or replaced.',
    body: DecisionRequest,
    takesForms: true,
    fails: [409, 410],
    success: { ...offerPage, description: 'What became of the offer.' },
    handle: (ctx, { params, body, sourceIp }) => decideOffer(ctx, params.link, body, sourceIp),
    reply: html,
  }),
]
