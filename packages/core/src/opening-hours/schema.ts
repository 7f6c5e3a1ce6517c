import { date, line } from '@rapport/kernel/schema'
import * as z from 'zod'

/** Minutes past midnight on the wall clock, as people write them; the day ends at 24:00. */
const timeOfDay = z
  .string()
  .max(5)
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'must be a time of day from 00:00 to 24:00' })
  .meta({ examples: ['09:00'] })

/** From `start` until just before `end`, on the wall clock. Both are written with two digits, so text order is time order. */
export const WallInterval = z
  .strictObject({ start: timeOfDay, end: timeOfDay })
  .refine(({ start, end }) => start < end, { error: 'must end after it starts' })
  .meta({ id: 'WallInterval' })
export type WallInterval = z.infer<typeof WallInterval>

/** Intervals of one day: 24 allow a break in every hour. */
const INTERVALS_MAX = 24

export const DayHours = z
  .array(WallInterval)
  .max(INTERVALS_MAX)
  .refine((list) => list.every(({ start }, index) => index === 0 || (list[index - 1]?.end ?? '') <= start), {
    error: 'must be in order and must not overlap',
  })
  .meta({ examples: [[{ start: '09:00', end: '17:00' }]] })

/** In the order of the days from 1970-01-01, a Thursday: the day's number modulo 7 is its index. */
export const weekdays = ['thursday', 'friday', 'saturday', 'sunday', 'monday', 'tuesday', 'wednesday'] as const

export const WeekHours = z
  .strictObject({
    monday: DayHours.default([]),
    tuesday: DayHours.default([]),
    wednesday: DayHours.default([]),
    thursday: DayHours.default([]),
    friday: DayHours.default([]),
    saturday: DayHours.default([]),
    sunday: DayHours.default([]),
  })
  .meta({ id: 'WeekHours', description: 'Hours by weekday; a day that is not named is closed.' })
export type WeekHours = z.infer<typeof WeekHours>

/** A day off, or some hours of it. */
export const Holiday = z
  .strictObject({
    date,
    name: line(100),
    closed: DayHours.min(1).optional().meta({ description: 'The hours that are closed; the whole day without them.' }),
  })
  .meta({ id: 'Holiday' })
export type Holiday = z.infer<typeof Holiday>

/** A date whose hours are its own, whatever its weekday has; none at all closes it. */
export const HoursOverride = z
  .strictObject({ date, name: line(100).optional(), hours: DayHours })
  .meta({ id: 'HoursOverride' })
export type HoursOverride = z.infer<typeof HoursOverride>
