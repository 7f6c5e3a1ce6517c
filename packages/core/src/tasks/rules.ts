import { DAY_MS, HOUR_MS, MINUTE_MS } from '@rapport/kernel/clock'
import { instantAt, wallAt } from '@rapport/kernel/wall-time'
import type { Task, TaskStatus } from './schema.ts'

export const isOpen = ({ status, deletedAt }: Pick<Task, 'status' | 'deletedAt'>): boolean =>
  deletedAt === undefined && (status === 'open' || status === 'inProgress')

type Due = Pick<Task, 'dueDate' | 'dueAt' | 'zone'>

/** Hour of the day that reminders count from when only the day is said. */
const REMINDER_HOUR = 9

/** When a task is late: its instant, or the end of its day in its zone. */
export function deadlineOf({ dueDate, dueAt, zone = 'UTC' }: Due): string | undefined {
  if (dueAt !== undefined) return dueAt
  return dueDate === undefined ? undefined : toInstant(zone, Date.parse(dueDate) + DAY_MS)
}

/** When the reminders of a task fall due, earliest first. */
export function reminderInstants({ reminders = [], ...due }: Due & Pick<Task, 'reminders'>): string[] {
  const from = reminderBase(due)
  if (from === undefined) return []
  return reminders.map((minutes) => new Date(Date.parse(from) - minutes * MINUTE_MS).toISOString()).sort()
}

function reminderBase({ dueDate, dueAt, zone = 'UTC' }: Due): string | undefined {
  if (dueAt !== undefined || dueDate === undefined) return dueAt
  return toInstant(zone, Date.parse(dueDate) + REMINDER_HOUR * HOUR_MS)
}

/** The fields that follow from what people set. Reminders that lay in the past when the task was made are not told. */
export function completed(task: Task): Task {
  const { deadline: _, nextAt: __, zone, ...rest } = task
  const deadline = deadlineOf(task)
  const remindedUntil = task.remindedUntil ?? task.createdAt
  const next = isOpen(task) ? nextStepAt({ ...task, remindedUntil, deadline }) : undefined
  return {
    ...rest,
    remindedUntil,
    ...(deadline === undefined ? (zone === undefined ? {} : { zone }) : { zone: zone ?? 'UTC', deadline }),
    ...(next === undefined ? {} : { nextAt: next }),
  }
}

function nextStepAt(task: Task): string | undefined {
  const { deadline, overdueFor, remindedUntil = '' } = task
  const reminders = reminderInstants(task).filter(
    (at) => at > remindedUntil && (deadline === undefined || at < deadline),
  )
  const late = deadline !== undefined && overdueFor !== deadline ? [deadline] : []
  return [...reminders, ...late].sort().at(0)
}

/** What a task tells by itself, and what it notes about that. */
export type TaskStep =
  | { verb: 'overdue'; patch: { overdueFor: string } }
  | { verb: 'reminded'; patch: { remindedUntil: string } }

/** What is due at `now`; undefined when nothing is. Reminders that were missed are one; a late task reminds no more. */
export function whenDue(task: Task, now: Date): TaskStep | undefined {
  const at = now.toISOString()
  if (!isOpen(task) || task.nextAt === undefined || task.nextAt > at) return undefined
  const { deadline, overdueFor, remindedUntil = '' } = task
  if (deadline !== undefined && deadline <= at) {
    return overdueFor === deadline ? undefined : { verb: 'overdue', patch: { overdueFor: deadline } }
  }
  const told = reminderInstants(task).filter((instant) => instant > remindedUntil && instant <= at)
  const last = told.at(-1)
  return last === undefined ? undefined : { verb: 'reminded', patch: { remindedUntil: last } }
}

/** What a change of status is called. */
export function verbOf(before: TaskStatus, next: TaskStatus): string | undefined {
  if (before === next) return undefined
  if (next === 'done') return 'completed'
  if (next === 'cancelled') return 'cancelled'
  return before === 'done' || before === 'cancelled' ? 'reopened' : undefined
}

/** Periods within which a rule must have an occurrence: a century of them. Beyond it there is none. */
const PERIODS_MAX = { DAILY: 36_600, WEEKLY: 5_300, MONTHLY: 1_300, YEARLY: 110 } as const

/** The first occurrence behind a local time, in local time; undefined when the rule is over. Throws when the rule contradicts itself. */
export async function nextWall(rule: string, start: number, behind: number): Promise<number | undefined> {
  // 180 KB: loaded with the first task that recurs, not at start-up.
  const { RRuleTemporal } = await import('rrule-temporal')
  const frequency = /^FREQ=(\w+)/.exec(rule)?.[1] as keyof typeof PERIODS_MAX
  const compact = new Date(start).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  // In UTC there are no gaps: the rule works on the wall clock, and the zone is applied to what comes out.
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${compact}\nRRULE:${rule}`,
    maxIterations: PERIODS_MAX[frequency],
  })
  try {
    const found = recurrence.next(new Date(behind), false)?.epochMilliseconds
    return found === undefined || found >= END_OF_ZONES ? undefined : found
  } catch (error) {
    if (String(error).includes('Maximum iterations')) return undefined
    throw error
  }
}

const END_OF_ZONES = Date.UTC(2099, 0, 1)

/** When the next task of a series is due: at the local time of the series, behind this one and not in the past. */
export async function nextDue(task: Task, now: Date): Promise<Partial<Pick<Task, 'dueDate' | 'dueAt'>> | undefined> {
  const { zone = 'UTC', dueDate, recurrence } = task
  const due = wallDue(task)
  if (recurrence === undefined || due === undefined) return undefined
  const behind = Math.max(due, wallAt(zone, now.getTime()))
  const wall = await nextWall(recurrence, seriesStart(task) ?? due, behind)
  if (wall === undefined) return undefined
  return dueDate === undefined
    ? { dueAt: toInstant(zone, wall) }
    : { dueDate: new Date(wall).toISOString().slice(0, 10) }
}

/** The local time a task is due at, seconds and all; midnight for a day. */
export function wallDue({ dueDate, dueAt, zone = 'UTC' }: Due): number | undefined {
  if (dueAt !== undefined) return wallAt(zone, Date.parse(dueAt))
  return dueDate === undefined ? undefined : Date.parse(dueDate)
}

/** A local time as the record keeps it. */
export const wallText = (wall: number): string => new Date(wall).toISOString().slice(0, 23)

const seriesStart = ({ seriesStart: text }: Task): number | undefined =>
  text === undefined ? undefined : Date.parse(`${text}Z`)

const toInstant = (zone: string, wall: number): string => new Date(instantAt(zone, wall)).toISOString()
