import { board, stageCards } from '@rapport/core/opportunities/board'
import { retire } from '@rapport/core/opportunities/retire'
import { Opportunity, Warning } from '@rapport/core/opportunities/schema'
import { pipelineType } from '@rapport/core/pipelines/model'
import { Pipeline, STAGES_MAX, Stage, StageId } from '@rapport/core/pipelines/schema'
import { ensureDefaultPipeline, makeDefault, Pipelines } from '@rapport/core/pipelines/service'
import { Currency } from '@rapport/kernel/money'
import { present } from '@rapport/kernel/record-type'
import { ref } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { cursorText, limitUpTo, pageOf, paging, recordRoutes } from './record-routes.ts'

const common = { tag: 'pipelines', kind: 'pipeline' } as const
const params = z.strictObject({ id: ref('pipeline') })
const stageParams = params.extend({ stageId: StageId })

const minor = z.int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)
const count = z.int().min(0)

const scope = {
  scope: z
    .enum(['own', 'team', 'everyone', 'all'])
    .optional()
    .meta({ description: 'Whose deals: all of them where your role sees all, otherwise your own, unless told.' }),
  ownerId: ref('user').optional().meta({ description: 'Somebody below you, with `own`.' }),
  teamId: ref('team').optional().meta({ description: 'One of your teams, with `team`.' }),
}

const BoardCard = z
  .strictObject({ opportunity: Opportunity, warnings: z.array(Warning).max(Warning.options.length) })
  .meta({ id: 'BoardCard' })

const BoardStage = z
  .strictObject({
    stage: Stage.pick({ id: true, name: true, status: true, probability: true }),
    count: count.meta({ description: 'Deals in the stage, closed ones of a closed stage.' }),
    unpriced: count.meta({ description: 'Those of them without an amount.' }),
    amounts: z
      .array(z.strictObject({ currency: Currency, sum: minor, weighted: minor }))
      .max(200)
      .meta({ description: 'Per currency, in its minor unit; `weighted` is expected revenue.' }),
    corporate: z
      .strictObject({
        currency: Currency,
        sum: minor,
        weighted: minor,
        unconverted: count.meta({
          description: 'Deals with an amount that is not in the sum: no rate is known for it.',
        }),
      })
      .meta({ description: 'All of them together in the currency of the organisation, as far as rates are known.' }),
    cards: z.array(BoardCard).max(100),
    nextCursor: cursorText.nullable(),
  })
  .meta({ id: 'BoardStage' })

const Board = z
  .strictObject({
    pipelineId: ref('pipeline'),
    scope: z.strictObject({ ...scope, scope: z.enum(['own', 'team', 'everyone', 'all']) }),
    stages: z.array(BoardStage).max(STAGES_MAX),
  })
  .meta({ id: 'Board' })

const Retirement = z
  .strictObject({
    pipeline: Pipeline,
    moved: count.meta({ description: 'Deals moved by this request.' }),
    isEmpty: z.boolean(),
    isRemoved: z
      .boolean()
      .meta({ description: 'False: repeat the request, at the earliest 15 seconds after the first.' }),
  })
  .meta({ id: 'Retirement' })

const withDefault = {
  ...Pipelines,
  list: async (...[ctx, query]: Parameters<typeof Pipelines.list>) => {
    await ensureDefaultPipeline(ctx)
    return Pipelines.list(ctx, query)
  },
}

export const pipelines = [
  ...recordRoutes(withDefault, { without: ['share', 'batch'] }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/pipelines/{id}/make-default',
    id: 'makeDefaultPipeline',
    summary: 'Send deals that name no pipeline into this one',
    access: { action: 'update', kind: 'pipeline' },
    params,
    hasEtag: true,
    success: { status: 200, schema: Pipeline, description: 'The default pipeline.' },
    handle: (ctx, { params }) => makeDefault(ctx, params.id),
    reply: (ctx, pipeline) => ({ body: present(pipelineType, ctx.principal, pipeline), version: pipeline.version }),
  }),
  route({
    ...common,
    method: 'POST',
    path: '/v1/pipelines/{id}/stages/{stageId}/retire',
    id: 'retireStage',
    summary: 'Take a stage out of a pipeline, its deals into another one',
    description:
      'From now on no deal comes into the stage. Up to 50 deals a request go to moveTo; when none is left and 15 seconds have passed, the stage is removed. Repeat until isRemoved. Without moveTo a stage with deals is refused.',
    access: { action: 'update', kind: 'pipeline' },
    params: stageParams,
    body: z.strictObject({ moveTo: StageId.optional() }),
    success: { status: 200, schema: Retirement, description: 'How far it is.' },
    handle: (ctx, { params, body }) => retire(ctx, params.id, params.stageId, body.moveTo),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/pipelines/{id}/board',
    id: 'getBoard',
    summary: 'The stages of a pipeline, what their deals come to, and the first of them',
    description:
      'Sums follow a change within seconds. Deals that are shared with you stand in your list, not on the board.',
    access: { action: 'read', kind: 'opportunity' },
    params,
    query: z.strictObject({
      ...scope,
      limit: limitUpTo(25).meta({ description: 'Deals per stage, 10 unless told.' }),
    }),
    success: { status: 200, schema: Board, description: 'One column per stage, in order.' },
    handle: (ctx, { params, query }) => board(ctx, params.id, query),
  }),
  route({
    ...common,
    method: 'GET',
    path: '/v1/pipelines/{id}/stages/{stageId}/cards',
    id: 'listStageCards',
    summary: 'More of the deals in one stage, in the order of the board',
    access: { action: 'read', kind: 'opportunity' },
    params: stageParams,
    query: z.strictObject({ ...paging, ...scope }),
    success: { status: 200, schema: pageOf('BoardCard', BoardCard), description: 'One page.' },
    handle: (ctx, { params, query }) => stageCards(ctx, params.id, params.stageId, query),
  }),
]
