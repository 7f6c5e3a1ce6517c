import type { Decides } from '@rapport/kernel/record-plan'
import type { Ctx } from '@rapport/kernel/store'
import { type Assignment, assignmentFor } from '../assignment-rules/assignment.ts'
import { responseDueAt } from '../lead-response/service.ts'
import { followed } from './rules.ts'
import type { Lead } from './schema.ts'

type Decision = Parameters<Decides<Lead>>[1]

/** What follows from a wish about a lead: whose a new one is and until when it is answered; that one was answered. */
export const decideAwaited: Decides<Lead> = async (ctx, decision) => {
  const decided = await decide(ctx, decision)
  const isNew = decision.before === undefined && decided.wished.status === 'new'
  const firstResponseDueAt = isNew ? await responseDueAt(ctx) : undefined
  return firstResponseDueAt === undefined ? decided : { ...decided, wished: { ...decided.wished, firstResponseDueAt } }
}

/** The same for leads that nobody waits for an answer to: those of a file are as old as the file. */
export const decide: Decides<Lead> = async (ctx, { before, wished, input }) => {
  if (before) return { wished: followed(before, wished, ctx.now) }
  const assignment = input.ownerId === undefined ? await assignmentOnce(ctx, wished, input) : undefined
  if (!assignment) return { wished }
  const { place, told } = assignment
  return {
    wished,
    data: { assignment: told },
    ...(place ? { place: { ownerId: place.ownerId, teamId: wishedTeam(input) ?? place.teamId } } : {}),
  }
}

const wishedTeam = ({ teamId }: Decision['input']): string | undefined =>
  typeof teamId === 'string' ? teamId : undefined

/** By what was sent: a plan that is made again because others were faster takes no second turn. */
const decided = new WeakMap<object, Promise<Assignment | undefined>>()

function assignmentOnce(ctx: Ctx, lead: Lead, input: object): Promise<Assignment | undefined> {
  const found = decided.get(input) ?? assignmentFor(ctx, lead)
  decided.set(input, found)
  found.catch(() => decided.delete(input))
  return found
}
