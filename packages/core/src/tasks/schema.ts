import { date, distinctList, instant, line, recordSchema, ref, text, timeZone } from '@rapport/kernel/schema'
import * as z from 'zod'
import { externalIds } from '../shared/schema.ts'

export const TaskPriority = z.enum(['low', 'normal', 'high', 'urgent'])
export type TaskPriority = z.infer<typeof TaskPriority>

export const TaskStatus = z.enum(['open', 'inProgress', 'done', 'cancelled'])
export type TaskStatus = z.infer<typeof TaskStatus>

/** Longest time before it is due that a task reminds of itself: four weeks. */
const REMINDER_MINUTES_MAX = 40_320

/** Years whose time zones are known well enough to say when something is due. */
const isInReach = (day: string): boolean => day >= '2001-01-01' && day < '2099-01-01'
const reach = { error: 'must lie between 2001 and 2098' }

/**
 * RFC 5545 recurrence by day, week, month or year, in a closed grammar: nothing in it can ask for more than one occurrence a day.
 */
const RULE =
  /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;(?:INTERVAL=[1-9]\d{0,2}|COUNT=[1-9]\d{0,2}|UNTIL=\d{8}(?:T\d{6}Z?)?|BYDAY=(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:[+-]?[1-5])?(?:MO|TU|WE|TH|FR|SA|SU)){0,6}|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2}){0,30}|BYMONTH=\d{1,2}(?:,\d{1,2}){0,11}|BYSETPOS=-?\d{1,2}|WKST=(?:MO|SU))){0,6}$/

/** https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */
function isSaidOnce(rule: string): boolean {
  const names = rule.split(';').map((part) => part.slice(0, part.indexOf('=')))
  return new Set(names).size === names.length && !(names.includes('COUNT') && names.includes('UNTIL'))
}

/** What tasks are about: records that are seen by rights of their own, so that naming one tells nobody whether it exists. */
const subject = ref('account', 'contact', 'lead', 'opportunity', 'quote', 'order', 'case', 'user', 'team')

export const taskFields = {
  subject: line(200),
  description: text(10_000).optional(),
  aboutId: subject
    .optional()
    .meta({ description: 'What the task is about; the task stands in its timeline. Stays as it is.' }),
  links: distinctList(subject, 10, (id) => id)
    .optional()
    .meta({ description: 'What else it has to do with.' }),
  dueDate: date
    .refine(isInReach, reach)
    .optional()
    .meta({ description: 'Due by the end of this day in `zone`. Either this or `dueAt`.' }),
  dueAt: instant.refine(isInReach, reach).optional().meta({ description: 'Due at this instant.' }),
  zone: timeZone.optional().meta({
    description:
      "Whose clocks count: where the day ends, at which local time the task recurs. The owner's unless told.",
  }),
  priority: TaskPriority.default('normal'),
  status: TaskStatus.default('open'),
  blockedBy: distinctList(ref('task'), 10, (id) => id)
    .optional()
    .meta({ description: 'Tasks that must be over before this one can be done.' }),
  recurrence: z
    .string()
    .max(200)
    .regex(RULE, { error: 'must be a recurrence rule by day, week, month or year' })
    .refine(isSaidOnce, { error: 'must say each part once, and an end by COUNT or UNTIL, not both' })
    .optional()
    .meta({
      description:
        'RFC 5545 RRULE, without times of day. When the task is done, the next one is made: at the same local time, and not in the past. UNTIL is read on the clocks of `zone`.',
      examples: ['FREQ=WEEKLY;BYDAY=MO'],
    }),
  reminders: distinctList(z.int().min(0).max(REMINDER_MINUTES_MAX), 5, (minutes) => minutes)
    .optional()
    .meta({ description: 'Minutes before it is due; before 09:00 of the day when only the day is said.' }),
  externalIds: externalIds.optional(),
}

/** A local time without a zone. */
const wallTime = z
  .string()
  .max(23)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/)

export const Task = recordSchema('task', 'Task', {
  ...taskFields,
  accountId: ref('account').optional(),
  completedAt: instant.optional(),
  /** When it is late; absent without a due day or instant. */
  deadline: instant.optional(),
  /** When it reminds of itself or becomes overdue. */
  nextAt: instant.optional(),
  /** Reminders up to here have been told. */
  remindedUntil: instant.optional(),
  /** The reminder that the owner was written about. */
  notifiedFor: instant.optional(),
  /** The deadline that was told to have passed. */
  overdueFor: instant.optional(),
  /** Local time that the recurrence counts from. */
  seriesStart: wallTime.optional(),
  /** The task that this one follows, and the one that follows it. */
  previousId: ref('task').optional(),
  nextId: ref('task').optional(),
})
export type Task = z.infer<typeof Task>
