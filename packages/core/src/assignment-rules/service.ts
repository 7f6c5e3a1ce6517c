import { conflict } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { allOf } from '../shared/all-of.ts'
import { assignmentRuleType } from './model.ts'
import { refuseContradiction } from './rules.ts'
import type { AssignmentRule } from './schema.ts'

/** Rules of an organisation: all are read for each new lead. */
const RULES_MAX = 100

export const AssignmentRules = records<AssignmentRule>(assignmentRuleType, async (ctx, { before, next }) => {
  if (next.deletedAt) return {}
  refuseContradiction(next)
  if ((!before || before.deletedAt) && (await allRules(ctx)).length >= RULES_MAX)
    throw conflict('assignmentRule.too_many', `There are ${RULES_MAX} rules already. Delete one first.`)
  await refuseUnknownNames(ctx, before, next)
  return {}
})

/** Every live rule, whoever asks. */
export const allRules = (ctx: Pick<Ctx, 'db'>): Promise<AssignmentRule[]> => allOf(ctx, assignmentRuleType, RULES_MAX)

async function refuseUnknownNames(ctx: Ctx, before: AssignmentRule | undefined, next: AssignmentRule): Promise<void> {
  const had = new Set(before ? namesIn(before).map(({ id }) => id) : [])
  await refuseUnknown(
    ctx,
    namesIn(next).filter(({ id }) => !had.has(id)),
  )
}

const namesIn = ({ assignTo: { userIds = [], teamId } }: AssignmentRule): { pointer: string; id: string }[] => [
  ...userIds.map((id, index) => ({ pointer: `/assignTo/userIds/${index}`, id })),
  ...(teamId === undefined ? [] : [{ pointer: '/assignTo/teamId', id: teamId }]),
]
