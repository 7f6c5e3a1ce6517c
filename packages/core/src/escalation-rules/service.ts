import { conflict, unprocessable } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { fromItem } from '@rapport/kernel/record-type'
import { records } from '@rapport/kernel/records'
import type { Ctx } from '@rapport/kernel/store'
import type { BusinessHours } from '../calendars/schema.ts'
import { defaultCalendarId, hoursOf } from '../calendars/service.ts'
import { escalationRuleType } from './model.ts'
import { reviewWrite } from './review.ts'
import type { EscalationActions, EscalationRule } from './schema.ts'

/** Rules of an organisation: all are read to choose one. */
const RULES_MAX = 100

export const EscalationRules = records<EscalationRule>(escalationRuleType, async (ctx, { before, next }) => {
  const writes = [reviewWrite(ctx)]
  if (next.deletedAt) return { writes }
  refuseContradictions(next)
  if (next.hours === 'business' && (await calendarIdOf(ctx, next)) === undefined)
    throw refusal('/calendarId', 'no_calendar', 'There is no default calendar: name one, or count all hours.')
  if (!before || before.deletedAt) await refuseTooMany(ctx)
  await refuseUnknownNames(ctx, before, next)
  return { writes }
})

/** Every live rule, whoever asks; one query per shard. The index follows the table within milliseconds. */
export async function allRules({ db }: Pick<Ctx, 'db'>): Promise<EscalationRule[]> {
  const [from, to] = idBounds('escalationRule')
  const shards = Array.from({ length: db.shards }, (_, shard) => String(shard))
  const options = { newestFirst: false, limit: RULES_MAX }
  const pages = await Promise.all(
    shards.map((shard) =>
      db.table.query(
        escalationRuleType.model.range('all', { state: 'live', shard }, { id: from }, { id: to }, options),
      ),
    ),
  )
  return pages.flatMap(({ items }) => items.map((item) => fromItem(escalationRuleType, item)))
}

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
