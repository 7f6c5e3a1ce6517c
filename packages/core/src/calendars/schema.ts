import { distinctList, instant, line, recordSchema, text, timeZone } from '@rapport/kernel/schema'
import * as z from 'zod'
import { Holiday, HoursOverride, WeekHours } from '../opening-hours/schema.ts'

/** Holidays, and dates with hours of their own: eight years of fifty. */
const DATES_MAX = 400

export const calendarFields = {
  name: line(100),
  description: text(2000).optional(),
  timeZone,
  is24x7: z
    .boolean()
    .default(false)
    .meta({ description: 'Always open: then there are no week, no holidays and no overrides.' }),
  week: WeekHours.optional(),
  holidays: distinctList(Holiday, DATES_MAX, ({ date }) => date).default([]),
  overrides: distinctList(HoursOverride, DATES_MAX, ({ date }) => date).default([]),
  isDefault: z
    .boolean()
    .default(false)
    .meta({ description: 'The calendar of whatever names none. Making one the default takes it from the other.' }),
}

export const Calendar = recordSchema('calendar', 'Calendar', calendarFields)
export type Calendar = z.infer<typeof Calendar>

/** What of a calendar decides when it is open. */
export type BusinessHours = Pick<Calendar, 'timeZone' | 'is24x7' | 'week' | 'holidays' | 'overrides'>

/** Rules of zones are known from 2000 to 2099; a preview must begin well inside. */
export const previewFrom = instant.refine((from) => from >= '2000-01-02' && from < '2090', {
  error: 'must lie between 2000 and 2090',
})

export const CalendarPreview = z
  .strictObject({
    from: instant,
    minutes: z.int().min(1),
    dueAt: instant,
    intervals: z.array(z.strictObject({ from: instant, until: instant })).max(50),
    isComplete: z.boolean().meta({ description: 'False when there are more intervals than are shown.' }),
  })
  .meta({ id: 'CalendarPreview' })
export type CalendarPreview = z.infer<typeof CalendarPreview>
