import { conflict, unprocessable } from '@rapport/kernel/errors'
import { kindOf } from '@rapport/kernel/ids'
import { planNext } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Ctx, together } from '@rapport/kernel/store'
import { answered } from '../lead-response/rules.ts'
import { findLead, OwnLeads } from '../leads/service.ts'
import { opportunityType } from '../opportunities/model.ts'
import { Opportunities } from '../opportunities/service.ts'
import { accountOf } from '../shared/subject.ts'
import { interactionType } from './model.ts'
import type { Interaction } from './schema.ts'

/** Clocks differ: what lies further ahead than this has not taken place. */
const AHEAD_MS_MAX = 5 * 60_000

export const Interactions = records<Interaction>(interactionType, async (ctx, { before, next }) => {
  if (before === undefined && Date.parse(next.at) > ctx.now.getTime() + AHEAD_MS_MAX) {
    throw unprocessable('interaction.in_future', 'An interaction is logged after it took place.', [
      { pointer: '/at', code: 'interaction.in_future', message: 'lies in the future' },
    ])
  }
  return before || next.deletedAt ? {} : touched(ctx, next)
})

/** What a new interaction is to the record it is about. */
async function touched(ctx: Ctx, next: Interaction) {
  const kind = kindOf(next.subjectId)
  if (kind === 'opportunity') return dealTouched(ctx, next)
  return kind === 'lead' ? leadAnswered(ctx, next) : {}
}

/** What is done about a deal is written on it too: a deal nobody does anything about is rotting. */
async function dealTouched(ctx: Ctx, { subjectId, at }: Interaction) {
  const [item] = await itemsOf(ctx, [subjectId])
  const deal = item && fromItem(opportunityType, item)
  if (!deal || deal.deletedAt || (deal.lastActivityAt ?? '') >= at) return {}
  const { writes, events } = await Opportunities.plans.derived(ctx, deal, { ...deal, lastActivityAt: at })
  return { writes, events }
}

/** Somebody who calls or comes by talks to somebody; a letter that comes in does not answer itself. */
const CONVERSATIONS = new Set<Interaction['channel']>(['phone', 'in_person', 'chat'])

/** Whoever reaches out to a lead has answered it. What took place before the lead was written down counts from then. */
async function leadAnswered(ctx: Ctx, { subjectId, at, direction, channel }: Interaction) {
  if (direction === 'inbound' && !CONVERSATIONS.has(channel)) return {}
  const lead = await findLead(ctx, subjectId)
  const next = lead && answered(lead, at)
  if (!next || next === lead) return {}
  const { writes, events } = await OwnLeads.plans.derived(ctx, lead, next, { verb: 'responded' })
  return { writes, events }
}

export async function logInteraction(ctx: Ctx, input: Body): Promise<Interaction> {
  const accountId = await accountOf(ctx, String(input.subjectId))
  return Interactions.create(ctx, { ...input, ...(accountId === undefined ? {} : { accountId }) })
}

/** Appends a revision: the interaction stays as it was logged and points to what corrects it. Throws conflict when it already does. */
export const correct = (ctx: Ctx, id: string, input: Body): Promise<Interaction> =>
  settle(ctx, async () => {
    const before = await Interactions.get(ctx, id, 'update')
    if (before.correctedById)
      throw conflict('interaction.corrected', 'This interaction was already corrected.', {
        correctedById: before.correctedById,
      })
    const { subjectId, channel, direction, at, durationS, outcome, summary, feedback, ...of } = before
    const { accountId, ownerId, teamId, visibility } = of
    const kept = { subjectId, accountId, ownerId, teamId, visibility, correctsId: id }
    const said = { channel, direction, at, durationS, outcome, summary, feedback, ...input, ...kept }
    const revision = await Interactions.plans.create(inPlaceOfAuthor(ctx, before), said)
    const corrected = await planNext(ctx, interactionType, before, { ...before, correctedById: revision.answer.id })
    return together([revision, corrected], revision.answer)
  })

/** A revision stays with whom and where the interaction was, whoever corrects it: plans as its author for a caller who may. */
function inPlaceOfAuthor(ctx: Ctx, { ownerId, teamId }: Interaction): Ctx {
  const { principal } = ctx
  const teamIds = teamId === undefined ? principal.teamIds : [teamId, ...principal.teamIds]
  return {
    ...ctx,
    principal: { ...principal, userId: ownerId, teamIds, reports: new Set([...principal.reports, principal.userId]) },
  }
}
