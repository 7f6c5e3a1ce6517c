import { conflict, unprocessable } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import { addBusiness } from '../calendars/rules.ts'
import type { BusinessHours } from '../calendars/schema.ts'
import { defaultCalendarId, hoursOf } from '../calendars/service.ts'
import { allOf } from '../shared/all-of.ts'
import { escalationRuleType } from './model.ts'
import { reviewWrite } from './review.ts'
import { longestAge, RULES_MAX } from './rules.ts'
import type { EscalationActions, EscalationRule } from './schema.ts'

export const EscalationRules = records<EscalationRule>(escalationRuleType, async (ctx, { before, next }) => {
  const writes = [reviewWrite(ctx)]
  if (next.deletedAt) return { writes }
  refuseContradictions(next)
  if (next.hours === 'business' && (await calendarIdOf(ctx, next)) === undefined)
    throw refusal('/calendarId', 'no_calendar', 'There is no default calendar: name one, or count all hours.')
  if (!before || before.deletedAt) await refuseTooMany(ctx)
  await refuseUnknownNames(ctx, before, next)
  // Says now, and not to every case, that an age is out of the calendar's reach.
  addBusiness(await hoursOfRule(ctx, next), ctx.now, longestAge(next))
  return { writes }
})

/** Every live rule, whoever asks. */
export const allRules = (ctx: Pick<Ctx, 'db'>): Promise<EscalationRule[]> => allOf(ctx, escalationRuleType, RULES_MAX)

/** The hours in which the ages of a rule grow. */
export async function hoursOfRule(ctx: Pick<Ctx, 'db'>, rule: EscalationRule): Promise<BusinessHours> {
  return hoursOf(ctx, await calendarIdOf(ctx, rule))
}

async function calendarIdOf(ctx: Pick<Ctx, 'db'>, { hours, calendarId }: EscalationRule): Promise<string | undefined> {
  if (hours === '24x7') return undefined
  return calendarId ?? (await defaultCalendarId(ctx))
}

function refuseContradictions({ hours, calendarId, steps }: EscalationRule): void {
  if (hours === '24x7' && calendarId !== undefined)
    throw refusal('/calendarId', 'contradiction', 'A rule that counts all hours has no calendar.')
  for (const [index, { when, actions }] of steps.entries()) {
    if ('percent' in when && when.percent !== undefined && when.afterMinutes !== undefined)
      throw refusal(`/steps/${index}/when`, 'contradiction', 'A step waits for a percentage or for minutes, not both.')
    if (!('percent' in when) && when.afterMinutes === undefined)
      throw refusal(`/steps/${index}/when`, 'no_age', 'A step says by a percentage or by minutes when it is due.')
    refuseActions(actions, `/steps/${index}/actions`)
  }
}

function refuseActions({ notify, assign, ...others }: EscalationActions, pointer: string): void {
  if (!notify && !assign && Object.keys(others).length === 0)
    throw refusal(pointer, 'does_nothing', 'A step does something.')
  if (notify && notify.whom.length + notify.userIds.length === 0)
    throw refusal(`${pointer}/notify`, 'nobody', 'A notice goes to somebody.')
  if (assign && Object.keys(assign).length !== 1)
    throw refusal(`${pointer}/assign`, 'nobody', 'A case is given to exactly one: a user, a queue or the manager.')
}

async function refuseTooMany(ctx: Ctx): Promise<void> {
  if ((await allRules(ctx)).length >= RULES_MAX)
    throw conflict('escalationRule.too_many', `There are ${RULES_MAX} rules already. Delete one first.`)
}

async function refuseUnknownNames(ctx: Ctx, before: EscalationRule | undefined, next: EscalationRule): Promise<void> {
  const had = new Set(before ? namesIn(before).map(({ id }) => id) : [])
  await refuseUnknown(
    ctx,
    namesIn(next).filter(({ id }) => !had.has(id)),
  )
}

const namesIn = ({ criteria, steps }: EscalationRule): { pointer: string; id: string }[] => [
  ...(criteria.accountIds ?? []).map((id, index) => ({ pointer: `/criteria/accountIds/${index}`, id })),
  ...steps.flatMap(({ actions: { notify, assign } }, step) => {
    const pointer = `/steps/${step}/actions`
    return [
      ...(notify?.userIds ?? []).map((id, index) => ({ pointer: `${pointer}/notify/userIds/${index}`, id })),
      ...(assign?.userId === undefined ? [] : [{ pointer: `${pointer}/assign/userId`, id: assign.userId }]),
      ...(assign?.queueId === undefined ? [] : [{ pointer: `${pointer}/assign/queueId`, id: assign.queueId }]),
    ]
  }),
]

const refusal = (pointer: string, state: string, message: string) =>
  unprocessable(`escalationRule.${state}`, message, [{ pointer, code: `escalationRule.${state}`, message }])
