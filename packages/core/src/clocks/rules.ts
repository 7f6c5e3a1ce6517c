import { MINUTE_MS } from '@rapport/kernel/clock'
import { addBusinessMs, businessMsBetween } from '../calendars/rules.ts'
import type { BusinessHours } from '../calendars/schema.ts'
import { type Clock, PAUSES_MAX, type Pause } from './schema.ts'

/**
 * One clock: what happened to it are facts (start, pauses, stop), and what they mean for a target is worked out by `promise`.
 * Instants are texts of one form, so text order is time order. Whoever changes a clock says first, with `age`, until when it ran.
 */

/** A clock that nothing is promised by yet. */
export const newClock = (startedAt: string): Clock => ({
  state: 'cancelled',
  startedAt,
  pauses: [],
  warnings: [],
  warnedPercents: [],
})

export const isOpen = ({ stoppedAt }: Clock): boolean => stoppedAt === undefined

/** The pause a clock is in. */
export const openPause = ({ pauses }: Clock): Pause | undefined => pauses.find(({ to }) => to === undefined)

/**
 * The clock with its due instant and warnings for this target, counted from its start without its pauses. What was breached or
 * stopped stays as it is; a warning that was given is not given again.
 */
export function promise(
  clock: Clock,
  targetMinutes: number | undefined,
  warnAtPercents: readonly number[],
  hours: BusinessHours,
): Clock {
  if (clock.breachedAt !== undefined || !isOpen(clock)) return clock
  const { dueAt: _, targetMinutes: __, ...facts } = clock
  if (targetMinutes === undefined) return { ...facts, state: 'cancelled', warnings: [] }
  if (openPause(clock)) return { ...facts, targetMinutes, state: 'paused', warnings: [] }
  const used = (percent: number): string =>
    instantOf(clock, Math.round((targetMinutes * MINUTE_MS * percent) / 100), hours).toISOString()
  const toCome = warnAtPercents.filter((percent) => !clock.warnedPercents.includes(percent))
  return {
    ...facts,
    targetMinutes,
    state: 'running',
    dueAt: used(100),
    warnings: toCome.map((percent) => ({ percent, at: used(percent) })),
  }
}

export interface Passed {
  at: string
  /** Of the warning; none for the breach. */
  percent?: number
}

/** Warnings and the breach that a running clock has come to by `now`, in order. */
export function passedBy({ state, dueAt, warnings }: Clock, now: string): Passed[] {
  if (state !== 'running') return []
  const all: Passed[] = [...warnings, ...(dueAt === undefined ? [] : [{ at: dueAt }])]
  return all.filter(({ at }) => at <= now)
}

/** The clock once what passed by `now` has been told. A breach is as of its due instant, however late it is noticed. */
export function age(clock: Clock, now: string): Clock {
  const passed = passedBy(clock, now)
  if (passed.length === 0) return clock
  const percents = passed.flatMap(({ percent }) => percent ?? [])
  const aged: Clock = {
    ...clock,
    warnings: clock.warnings.filter(({ percent }) => !percents.includes(percent)),
    warnedPercents: [...clock.warnedPercents, ...percents],
  }
  const breach = passed.find(({ percent }) => percent === undefined)
  return breach ? { ...aged, state: 'breached', breachedAt: breach.at } : aged
}

/** Pauses the clock; a pause for another reason ends that one. */
export function pause(clock: Clock, at: string, state: Pause['state'], hours: BusinessHours): Clock {
  if (!isOpen(clock) || openPause(clock)?.state === state) return clock
  const { pauses, ...rest } = resume(clock, at)
  return withPauses(rest, [...pauses, { from: notBefore(clock, at), state }], hours)
}

/** Ends the pause the clock is in. One that took no time is forgotten. */
export function resume(clock: Clock, at: string): Clock {
  const to = notBefore(clock, at)
  const isEmpty = ({ from, to: ended }: Pause): boolean => ended === undefined && from === to
  if (!openPause(clock)) return clock
  return { ...clock, pauses: clock.pauses.filter((one) => !isEmpty(one)).map((one) => ({ ...one, to: one.to ?? to })) }
}

/** Ends the clock: what it was for was done (`met`), or is not wanted any more. A breached one stays breached. */
export function stop(clock: Clock, at: string, outcome: 'met' | 'cancelled'): Clock {
  if (!isOpen(clock)) return clock
  const stopped = { ...resume(clock, at), stoppedAt: notBefore(clock, at), warnings: [] }
  return clock.state === 'running' || clock.state === 'paused' ? { ...stopped, state: outcome } : stopped
}

/** Goes on with a clock that was stopped: the time between does not count. */
export function reopen(clock: Clock, at: string, hours: BusinessHours): Clock {
  const { stoppedAt, pauses, ...rest } = clock
  if (stoppedAt === undefined) return clock
  const gap: Pause[] = at > stoppedAt ? [{ from: stoppedAt, to: at, state: 'ended' }] : []
  return withPauses(rest, [...pauses, ...gap], hours)
}

/** Business time that counts, from the start until `now`, or until the clock was stopped. */
export function elapsedMs(clock: Clock, now: string, hours: BusinessHours): number {
  const until = clock.stoppedAt ?? notBefore(clock, now)
  const counted = runs(clock).reduce((sum, { from, to = until }) => sum + lengthOf(from, to, hours), 0)
  return counted - (clock.earlierPausesMs ?? 0)
}

/** `at`, or the last instant the clock knows of, when that is later: what comes late does not turn time back. */
function notBefore({ startedAt, pauses }: Clock, at: string): string {
  const last = pauses.at(-1)
  const known = last?.to ?? last?.from ?? startedAt
  return at > known ? at : known
}

interface Run {
  from: string
  /** Absent for the last one. */
  to?: string
}

/** The stretches between the pauses. */
function runs({ startedAt, pauses }: Clock): Run[] {
  const ends = pauses.map(({ from }) => from)
  const starts = [startedAt, ...pauses.map(({ to }) => to)]
  return starts.flatMap((from, index) => {
    const to = ends[index]
    return from === undefined ? [] : [{ from, ...(to === undefined ? {} : { to }) }]
  })
}

const lengthOf = (from: string, to: string, hours: BusinessHours): number =>
  businessMsBetween(hours, new Date(from), new Date(to))

/** When this much time will have counted. */
function instantOf(clock: Clock, ms: number, hours: BusinessHours): Date {
  let rest = ms + (clock.earlierPausesMs ?? 0)
  for (const { from, to } of runs(clock)) {
    if (to === undefined) return addBusinessMs(hours, new Date(from), rest)
    const length = lengthOf(from, to, hours)
    if (rest <= length) return addBusinessMs(hours, new Date(from), rest)
    rest -= length
  }
  throw new RangeError('A clock that is paused is not due.')
}

/** Keeps the last pauses; of the first one too many, its business time. */
function withPauses(
  { earlierPausesMs = 0, ...rest }: Omit<Clock, 'pauses'>,
  pauses: Pause[],
  hours: BusinessHours,
): Clock {
  const [first, ...others] = pauses
  if (!first?.to || pauses.length <= PAUSES_MAX)
    return { ...rest, pauses, ...(earlierPausesMs === 0 ? {} : { earlierPausesMs }) }
  return { ...rest, pauses: others, earlierPausesMs: earlierPausesMs + lengthOf(first.from, first.to, hours) }
}
