import { isDeepStrictEqual } from 'node:util'
import { conflict } from '@rapport/kernel/errors'
import { idBounds } from '@rapport/kernel/ids'
import { planDerived } from '@rapport/kernel/record-plan'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { type Change, type Ctx, guardModel, hash, holderOf, sameKey, together, type Write } from '@rapport/kernel/store'
import { reviewWrite } from '../escalation-rules/review.ts'
import { slaPolicyType } from '../sla-policies/model.ts'
import { calendarType, defaultCalendar } from './model.ts'
import { refuseOutOfReach } from './reach.ts'
import { ALWAYS_OPEN, addBusiness, openIntervals, refuseLoss, refuseUnusable } from './rules.ts'
import type { BusinessHours, Calendar, CalendarPreview } from './schema.ts'

export const Calendars = records<Calendar>(calendarType, async (ctx, { before, next }) => {
  if (before) refuseLoss(before, next)
  if (next.deletedAt) await refuseInUse(ctx, next.id)
  else refuseUnusable(next, ctx.now)
  if (!isOtherTime(before, next)) return {}
  if (!next.deletedAt) await refuseOutOfReach(ctx, next)
  return { writes: [reviewWrite(ctx)] }
})

/** Whether ages that are counted in business hours may grow differently from now on. */
function isOtherTime(before: Calendar | undefined, next: Calendar): boolean {
  if (!before) return next.isDefault
  const hours = ({ timeZone, is24x7, week, holidays, overrides, isDefault, deletedAt }: Calendar) => [
    ...[timeZone, is24x7, week, holidays, overrides],
    ...[isDefault, deletedAt],
  ]
  return !isDeepStrictEqual(hours(before), hours(next))
}

export const createCalendar = (ctx: Ctx, input: Body): Promise<Calendar> =>
  settle(ctx, async () => takingDefault(ctx, await Calendars.plans.create(ctx, input)))

export const patchCalendar = (ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Calendar> =>
  settle(ctx, async () => takingDefault(ctx, await Calendars.plans.patch(ctx, id, patch, expected)))

/** The hours of a calendar for the CRM's own work, whoever asks. One that is long gone leaves no pauses: no promise gets longer. */
export async function hoursOf(ctx: Pick<Ctx, 'db'>, calendarId: string | undefined): Promise<BusinessHours> {
  if (calendarId === undefined) return ALWAYS_OPEN
  const [item] = await itemsOf(ctx, [calendarId])
  return item ? fromItem(calendarType, item) : ALWAYS_OPEN
}

/** The calendar of whatever names none. Consistent. */
export const defaultCalendarId = (ctx: Pick<Ctx, 'db'>): Promise<string | undefined> => holderOf(ctx, defaultCalendar)

/** The hours of the default calendar; undefined when there is none. */
export async function defaultHours(ctx: Pick<Ctx, 'db'>): Promise<BusinessHours | undefined> {
  const id = await defaultCalendarId(ctx)
  return id === undefined ? undefined : hoursOf(ctx, id)
}

/** Open intervals that a preview shows. */
const PREVIEW_INTERVALS_MAX = 50

/** When so many minutes will have passed, and the hours they fall in. */
export async function previewCalendar(
  ctx: Ctx,
  id: string,
  { from = ctx.now.toISOString(), minutes }: { from?: string | undefined; minutes: number },
): Promise<CalendarPreview> {
  const calendar = await Calendars.get(ctx, id)
  const start = new Date(from)
  const dueAt = addBusiness(calendar, start, minutes)
  const intervals = openIntervals(calendar, start, dueAt, PREVIEW_INTERVALS_MAX + 1)
  return {
    from,
    minutes,
    dueAt: dueAt.toISOString(),
    intervals: intervals
      .slice(0, PREVIEW_INTERVALS_MAX)
      .map((interval) => ({ from: interval.from.toISOString(), until: interval.until.toISOString() })),
    isComplete: intervals.length <= PREVIEW_INTERVALS_MAX,
  }
}

/**
 * One calendar becoming the default takes it from the other in the same transaction: the guard goes from one to the other by a
 * single write, which holds only while that other one has it.
 */
async function takingDefault(ctx: Ctx, change: Change<Calendar>): Promise<Change<Calendar>> {
  const { answer } = change
  const holder = answer.isDefault ? await defaultCalendarId(ctx) : undefined
  if (holder === undefined || holder === answer.id) return change
  const former = await Calendars.get(ctx, holder, 'update')
  const left = await planDerived(ctx, calendarType, former, { ...former, isDefault: false })
  const { writes, events } = together([change, left], answer)
  const handed = { put: guardModel.item({ ...guardOfDefault, of: answer.id }), condition: { equals: { of: holder } } }
  return { writes: [...writes.filter((write) => !isGuardOfDefault(write)), handed], events, answer }
}

const guardOfDefault = { scope: defaultCalendar.scope, digest: hash(defaultCalendar.value) }

function isGuardOfDefault(write: Write): boolean {
  const key = guardModel.key(guardOfDefault)
  if ('put' in write) return sameKey({ pk: String(write.put.pk), sk: String(write.put.sk) }, key)
  return 'delete' in write && sameKey(write.delete, key)
}

async function refuseInUse(ctx: Ctx, id: string): Promise<void> {
  const [from, to] = idBounds('slaPolicy')
  const using = slaPolicyType.model.range(
    'parent',
    { state: 'live', parent: id },
    { id: from },
    { id: to },
    { newestFirst: false, limit: 1 },
  )
  const { items } = await ctx.db.table.query(using)
  if (items.length > 0)
    throw conflict('calendar.in_use', 'SLA policies run by this calendar. Give them another one first.')
}
