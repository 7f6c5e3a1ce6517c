import { type CrmError, unprocessable } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import type { Ctx } from '@rapport/kernel/store'
import { addBusiness } from '../calendars/rules.ts'
import { defaultCalendarId, hoursOf } from '../calendars/service.ts'
import type { LeadResponse } from '../organisation/schema.ts'

/** Throws what is wrong with the time in which leads are to be answered: now, and not with the first lead. */
export async function refuseUnkeepable(ctx: Ctx, before: LeadResponse | undefined, next: LeadResponse): Promise<void> {
  const { calendarId, hours } = next
  if (hours === '24x7' && calendarId !== undefined)
    throw refusal('calendarId', 'contradiction', 'What counts all hours has no calendar.')
  if (calendarId !== undefined && calendarId !== before?.calendarId)
    await refuseUnknown(ctx, [{ pointer: '/leadResponse/calendarId', id: calendarId }])
  if (hours === 'business' && (await calendarIdOf(ctx, next)) === undefined)
    throw refusal('calendarId', 'no_calendar', 'There is no default calendar: name one, or count all hours.')
  await endOf(ctx, next)
}

/** When the time to answer what comes now is over. Throws unprocessable('calendar.out_of_reach') when the calendar is hardly ever open. */
export async function endOf(ctx: Ctx, terms: LeadResponse): Promise<string> {
  const hours = await hoursOf(ctx, await calendarIdOf(ctx, terms))
  return addBusiness(hours, ctx.now, terms.minutes).toISOString()
}

async function calendarIdOf(ctx: Pick<Ctx, 'db'>, { hours, calendarId }: LeadResponse): Promise<string | undefined> {
  return hours === '24x7' ? undefined : (calendarId ?? (await defaultCalendarId(ctx)))
}

const refusal = (field: string, state: string, message: string): CrmError =>
  unprocessable(`leadResponse.${state}`, message, [
    { pointer: `/leadResponse/${field}`, code: `leadResponse.${state}`, message },
  ])
