import { DealLineInput, DealLines, LINES_MAX, RepriceRequest, Repricing } from '@rapport/core/opportunities/line-schema'
import { getLines, putLines } from '@rapport/core/opportunities/lines'
import { opportunityType } from '@rapport/core/opportunities/model'
import { reprice } from '@rapport/core/opportunities/reprice'
import {
  CloseRequest,
  MoveRequest,
  Opportunity,
  PlaceRequest,
  Progress,
  ReopenRequest,
} from '@rapport/core/opportunities/schema'
import {
  close,
  listAccountDeals,
  move,
  Opportunities,
  place,
  progress,
  reopen,
} from '@rapport/core/opportunities/service'
import { StageStatus } from '@rapport/core/pipelines/schema'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { type Reply, route } from '@rapport/lambda/route'
import * as z from 'zod'
import { externalRoutes } from './external-routes.ts'
import { pageOf, paging, recordRoutes } from './record-routes.ts'

const common = { tag: 'opportunities', kind: 'opportunity' } as const
const params = z.strictObject({ id: ref('opportunity') })

const record = (ctx: Ctx, deal: Opportunity): Reply => ({
  body: present(opportunityType, ctx.principal, deal),
  version: deal.version,
})

/** What acts on one deal have in common. */
const act = {
  ...common,
  method: 'POST',
  access: { action: 'update', kind: 'opportunity' },
  params,
  hasEtag: true,
  takesIfMatch: true,
  success: { status: 200, schema: Opportunity, description: 'The deal as it is now.' },
} as const

export const opportunities = [
  ...recordRoutes(Opportunities),
  ...externalRoutes(Opportunities),
  route({
    ...act,
    path: '/v1/opportunities/{id}/move',
    id: 'moveOpportunity',
    summary: 'Move a deal to another stage',
    description:
      'Resets probability and forecast category to those of the stage unless they are sent along. A deal that lacks what the stages it leaves behind require is refused with everything that is missing; managers may force it, with a reason.',
    body: MoveRequest,
    handle: (ctx, { params, body, ifMatch }) => move(ctx, params.id, body, ifMatch),
    reply: record,
  }),
  route({
    ...act,
    path: '/v1/opportunities/{id}/close',
    id: 'closeOpportunity',
    summary: 'End a deal as won or lost',
    description: 'A lost deal needs one of the reasons of its pipeline; the reason `other` needs a note.',
    body: CloseRequest,
    handle: (ctx, { params, body, ifMatch }) => close(ctx, params.id, body, ifMatch),
    reply: record,
  }),
  route({
    ...act,
    path: '/v1/opportunities/{id}/reopen',
    id: 'reopenOpportunity',
    summary: 'Open a closed deal again',
    description: 'How it ended stays in its stage history.',
    body: ReopenRequest,
    handle: (ctx, { params, body, ifMatch }) => reopen(ctx, params.id, body, ifMatch),
    reply: record,
  }),
  route({
    ...act,
    path: '/v1/opportunities/{id}/place',
    id: 'placeOpportunity',
    summary: 'Put a deal between two others of its stage on the board',
    description:
      'Name the one it comes behind and the one it comes before; at an end of the stage there is only one of them.',
    body: PlaceRequest,
    handle: (ctx, { params, body, ifMatch }) => place(ctx, params.id, body, ifMatch),
    reply: record,
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/opportunities/{id}/stages',
    id: 'getOpportunityStages',
    summary: 'The way of a deal through its stages, and the time it spent in each',
    access: { action: 'read', kind: 'opportunity' },
    params,
    success: { status: 200, schema: Progress, description: 'Latest step first.' },
    handle: (ctx, { params }) => progress(ctx, params.id),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/opportunities/{id}/lines',
    id: 'getOpportunityLines',
    summary: 'What a deal is about, line by line',
    access: { action: 'read', kind: 'opportunity' },
    params,
    hasEtag: true,
    success: { status: 200, schema: DealLines, description: 'All of them, in order.' },
    handle: (ctx, { params }) => getLines(ctx, params.id),
    reply: (_ctx, lines) => ({ body: lines, version: lines.version }),
  }),
  route({
    ...common,
    method: 'PUT',
    path: '/v1/opportunities/{id}/lines',
    id: 'putOpportunityLines',
    summary: 'Replace all lines of a deal',
    description:
      'All in one transaction with the amount of the deal, which is what the lines come to: each is rounded once, a half away from zero. A product without a `listPrice` costs what the price book of the deal says for the quantity today, and the line keeps which entry that was; where no book has a price, nothing is changed. Without lines the amount stays, and can be set by hand again.',
    access: { action: 'update', kind: 'opportunity' },
    params,
    body: z.strictObject({ lines: z.array(DealLineInput).max(LINES_MAX) }),
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: DealLines, description: 'The lines with what they come to.' },
    handle: (ctx, { params, body, ifMatch }) => putLines(ctx, params.id, body.lines, ifMatch),
    reply: (_ctx, lines) => ({ body: lines, version: lines.version }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/opportunities/{id}/reprice',
    id: 'repriceOpportunity',
    summary: 'Find the prices of the lines of a deal anew',
    description:
      'By the price book of the deal, or by another one that becomes its book. All lines or none: one without a price refuses the rest. Prices that somebody said stay unless `includesManual` says otherwise. `dryRun` tells the differences without making them.',
    access: { action: 'update', kind: 'opportunity' },
    params,
    body: RepriceRequest,
    hasEtag: true,
    takesIfMatch: true,
    success: { status: 200, schema: Repricing, description: 'What is different, line by line.' },
    handle: (ctx, { params, body, ifMatch }) => reprice(ctx, params.id, body, ifMatch),
    reply: (_ctx, done) => ({ body: done, version: done.version }),
  }),
  route({
    tag: 'accounts',
    kind: 'account',
    method: 'GET',
    path: '/v1/accounts/{id}/opportunities',
    id: 'listAccountOpportunities',
    summary: 'The deals of an account, newest first',
    access: { action: 'read', kind: 'opportunity' },
    params: z.strictObject({ id: ref('account') }),
    query: z.strictObject({ ...paging, status: StageStatus.optional() }),
    success: { status: 200, schema: pageOf('Opportunity', Opportunity), description: 'One page.' },
    handle: (ctx, { params, query }) => listAccountDeals(ctx, params.id, query),
    reply: (ctx, page) => ({
      body: { ...page, data: page.data.map((deal) => present(opportunityType, ctx.principal, deal)) },
    }),
  }),
]
