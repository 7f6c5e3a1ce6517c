import { forbidden, invalid } from '@rapport/kernel/errors'
import { type Page, type PageQuery, pageOf } from '@rapport/kernel/page'
import { type Level, levels } from '@rapport/kernel/policy'
import { visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { readTotals } from '@rapport/kernel/rollup'
import type { Ctx } from '@rapport/kernel/store'
import type { BusinessHours } from '../calendars/schema.ts'
import { defaultHours } from '../calendars/service.ts'
import { getOrganisation } from '../organisation/service.ts'
import { cardModel } from '../pipelines/model.ts'
import { stageOf } from '../pipelines/rules.ts'
import type { Card, Pipeline, Stage } from '../pipelines/schema.ts'
import { noStage, Pipelines } from '../pipelines/service.ts'
import { type Scope, stageTotals, totalName } from './board-rules.ts'
import { opportunityType } from './model.ts'
import type { Opportunity, Warning } from './schema.ts'
import { warningsOf } from './stage-rules.ts'

export interface ScopeQuery {
  scope?: 'own' | 'team' | 'everyone' | 'all' | undefined
  ownerId?: string | undefined
  teamId?: string | undefined
}

export interface BoardCard {
  opportunity: Opportunity
  warnings: Warning[]
}

/** Cards of a stage when nobody says how many. */
const CARDS = 10

/**
 * A pipeline as its stages, each with what its deals come to and the first of them. One read of the totals, one query for each open
 * stage, one read of the deals shown: what is closed is not looked at.
 */
export async function board(
  ctx: Ctx,
  id: string,
  { limit = CARDS, ...query }: ScopeQuery & { limit?: number | undefined },
) {
  const pipeline = await Pipelines.get(ctx, id)
  const scope = scopeFor(ctx, query)
  const names = pipeline.stages.map((stage) => totalName(id, stage.id, scope))
  const [{ corporateCurrency }, hours, totals, pages] = await Promise.all([
    getOrganisation(ctx),
    hoursFor(ctx, pipeline.stages),
    readTotals(ctx, names),
    Promise.all(pipeline.stages.map((stage) => cardsOf(ctx, pipeline, stage, scope, { limit }))),
  ])
  const shown = await dealsOf(
    ctx,
    pages.flatMap(({ data }) => data),
  )
  const stages = pipeline.stages.map((stage, at) => ({
    stage: { id: stage.id, name: stage.name, status: stage.status, probability: stage.probability },
    ...stageTotals(totals.get(names[at] ?? ''), corporateCurrency),
    cards: onBoard(ctx, stage, pages[at]?.data ?? [], shown, hours),
    nextCursor: pages[at]?.nextCursor ?? null,
  }))
  return { pipelineId: id, scope: nameOf(scope), stages }
}

/** More of the deals in one stage, in the order of the board. */
export async function stageCards(
  ctx: Ctx,
  id: string,
  stageId: string,
  { limit, cursor, ...query }: ScopeQuery & PageQuery,
): Promise<Page<BoardCard>> {
  const pipeline = await Pipelines.get(ctx, id)
  const stage = stageOf(pipeline, stageId)
  if (!stage) throw noStage()
  const page = await cardsOf(ctx, pipeline, stage, scopeFor(ctx, query), { limit, cursor })
  const [deals, hours] = await Promise.all([dealsOf(ctx, page.data), hoursFor(ctx, [stage])])
  return { data: onBoard(ctx, stage, page.data, deals, hours), nextCursor: page.nextCursor }
}

/** The days that deals may rest in stages; not looked for where they may rest for ever. */
const hoursFor = async (ctx: Ctx, stages: readonly Stage[]): Promise<BusinessHours | undefined> =>
  stages.some(({ rottenAfterBusinessDays }) => rottenAfterBusinessDays !== undefined) ? defaultHours(ctx) : undefined

/** The scope the caller asks for. Throws forbidden when it holds deals the caller may not see. */
function scopeFor(ctx: Ctx, { scope, ownerId, teamId }: ScopeQuery): Scope {
  const { userId, teamIds, reports, rights } = ctx.principal
  const level = rights.level('opportunity', 'read')
  if ((ownerId && teamId) || (ownerId && scope && scope !== 'own') || (teamId && scope && scope !== 'team'))
    throw invalid('board.scope', 'Name a person with `own`, a team with `team`, and neither with another scope.')
  const wanted = scope ?? (ownerId ? 'own' : teamId ? 'team' : level === 'all' ? 'all' : 'own')
  if (wanted === 'own') {
    const id = ownerId ?? userId
    const isBelow = reaches(level, 'subtree') && reports.has(id)
    if (id === userId || isBelow || level === 'all') return { kind: 'owner', id }
  }
  if (wanted === 'team') {
    const id = teamId ?? teamIds[0]
    const isMine = id !== undefined && teamIds.includes(id) && reaches(level, 'team')
    if (id !== undefined && (isMine || level === 'all')) return { kind: 'team', id }
  }
  if (wanted === 'everyone') return { kind: 'everyone' }
  if (wanted === 'all' && level === 'all') return { kind: 'all' }
  throw forbidden('board.scope_denied', 'You may not see all deals of this board.')
}

const reaches = (level: Level, needed: Level): boolean => levels.indexOf(level) >= levels.indexOf(needed)

const nameOf = (scope: Scope) =>
  scope.kind === 'owner'
    ? { scope: 'own' as const, ownerId: scope.id }
    : scope.kind === 'team'
      ? { scope: 'team' as const, teamId: scope.id }
      : { scope: scope.kind }

/** Closed stages have no cards. */
async function cardsOf(
  ctx: Ctx,
  { id: pipelineId }: Pipeline,
  stage: Stage,
  scope: Scope,
  query: PageQuery,
): Promise<Page<Card>> {
  if (stage.status !== 'open') return { data: [], nextCursor: null }
  const place = { pipelineId, stageId: stage.id, ...placeOf(scope) }
  return pageOf<Card>(ctx, query, {
    scope: ['cards', totalName(pipelineId, stage.id, scope)],
    newestFirst: false,
    bounds: ['0', '~'],
    range: (from, to, options) => cardModel.range(scope.kind, place, position(from), position(to), options),
    parse: cardModel.parse,
    positionOf: ({ rank, of }) => `${rank}#${of}`,
  })
}

const placeOf = (scope: Scope) =>
  scope.kind === 'owner' ? { ownerId: scope.id } : scope.kind === 'team' ? { teamId: scope.id } : {}

/** Rank and id of a position in a stage. */
function position(text: string): { rank: string; of: string } {
  const [rank = '', of = ''] = text.split('#')
  return { rank, of }
}

/** The deals of cards, as they are now, that the caller may see. */
async function dealsOf(ctx: Ctx, cards: readonly Card[]): Promise<Map<string, Opportunity>> {
  const items = await visibleItems(
    ctx,
    cards.map(({ of }) => of),
  )
  return new Map([...items].map(([id, item]) => [id, fromItem(opportunityType, item)]))
}

/** An index follows the table: a card whose deal has gone on is no more in the stage. */
const onBoard = (
  ctx: Ctx,
  stage: Stage,
  cards: readonly Card[],
  deals: ReadonlyMap<string, Opportunity>,
  hours: BusinessHours | undefined,
): BoardCard[] =>
  cards.flatMap(({ of }) => {
    const opportunity = deals.get(of)
    if (opportunity?.stageId !== stage.id || opportunity.status !== 'open') return []
    return [{ opportunity, warnings: warningsOf(opportunity, stage.rottenAfterBusinessDays, ctx.now, hours) }]
  })
