import { DAY_MS, MINUTE_MS } from '@rapport/kernel/clock'
import type { BusinessHours } from '../calendars/schema.ts'
import type { CaseStatus } from '../case-terms/schema.ts'
import {
  age,
  elapsedMs,
  isOpen,
  newClock,
  openPause,
  passedBy,
  pause,
  promise,
  reopen,
  resume,
  stop,
} from '../clocks/rules.ts'
import type { Clock, ClockState } from '../clocks/schema.ts'
import { type ClockName, type Clocks, clockNames, type Happening, type Terms, type Turn } from './schema.ts'

/**
 * The clocks of a case. Each function first lets happen what was due by `at`, so the outcome does not depend on whether a sweep
 * came by in time: at its due instant a clock is breached, and whatever stops it then or later comes too late. `hours` are those
 * the terms name.
 */

/** For a case that no policy matches. */
export const NOTHING_PROMISED: Terms = { targets: {}, warnAtPercents: [] }

/** Reopened within so many days, a case goes on with the time it has used; later it begins anew. */
export const REOPEN_DAYS = 14

export function startClocks(terms: Terms, at: Date, hours: BusinessHours): Clocks {
  const clock = newClock(at.toISOString())
  return promised({ ...terms, cycle: 1, firstResponse: clock, resolution: clock }, hours)
}

/** A person answered the customer in public. Internal notes and automatic replies are no answers. */
export const onPublicReply = (clocks: Clocks, at: Date): Turn =>
  turn(clocks, at, (now, instant) => {
    const answered = each(now, (clock, name) => (name === 'resolution' ? clock : stop(clock, instant, 'met')))
    return now.repliedAt === undefined ? { ...answered, repliedAt: instant } : answered
  })

/** The customer wrote: that ends waiting for it, and begins the next response unless one is owed already. */
export const onCustomerMessage = (clocks: Clocks, at: Date, hours: BusinessHours): Turn =>
  turn(clocks, at, (now, instant) => {
    if (!isOpen(now.resolution)) return now
    const isAwaited = openPause(now.resolution)?.state === 'waiting_on_customer'
    const resumed = isAwaited ? withResolution(now, resume(now.resolution, instant), hours) : now
    if (now.nextResponse && isOpen(now.nextResponse)) return resumed
    return promised({ ...resumed, nextResponse: newClock(instant) }, hours)
  })

/** The case came into this status. Out of an ended one it is reopened by that. */
export const onStatus = (clocks: Clocks, status: CaseStatus, at: Date, hours: BusinessHours): Turn =>
  turn(clocks, at, (now, instant) => {
    if (status === 'closed') return each(now, (clock) => stop(clock, instant, 'cancelled'))
    if (status === 'resolved')
      return each(now, (clock, name) => stop(clock, instant, name === 'firstResponse' ? 'cancelled' : 'met'))
    const open = reopened(now, instant, hours)
    const isWaiting = status === 'waiting_on_customer' || status === 'waiting_on_third_party'
    return withResolution(
      open,
      isWaiting ? pause(open.resolution, instant, status, hours) : resume(open.resolution, instant),
      hours,
    )
  })

/** The case is open again: with the time it has used, or after REOPEN_DAYS in a new cycle. */
export const onReopen = (clocks: Clocks, at: Date, hours: BusinessHours): Turn =>
  turn(clocks, at, (now, instant) => reopened(now, instant, hours))

/**
 * Another policy, another priority, other hours: what is not over is promised anew from its start, less the time that did not
 * count, so it may be breached at once. What was breached stays so.
 */
export const onPolicyChange = (clocks: Clocks, terms: Terms, at: Date, hours: BusinessHours): Turn =>
  turn(clocks, at, ({ policyId: _, policyVersion: __, calendarId: ___, ...facts }) =>
    promised({ ...facts, ...terms }, hours),
  )

/** What became due up to `now`, in order, each once. */
export function advance(clocks: Clocks, now: Date): Turn {
  const instant = now.toISOString()
  const happened = clockNames.flatMap((name) => happenings(name, clocks[name], instant))
  return {
    clocks: each(clocks, (clock) => age(clock, instant)),
    happened: happened.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  }
}

/** The earliest instant at which `advance` has something to do. */
export const nextDueAt = (clocks: Clocks): string | undefined =>
  clockNames
    .flatMap((name) => happenings(name, clocks[name], END_OF_TIME))
    .map(({ at }) => at)
    .sort()
    .at(0)

export interface ClockTimes {
  /** Whole business minutes that count, pauses left out. */
  elapsedMinutes: number
  /** What is left of the target, negative when it is overdrawn; absent when nothing is promised. */
  remainingMinutes?: number
}

/** How far a clock is at `now`. */
export function timesOf(clock: Clock, now: Date, hours: BusinessHours): ClockTimes {
  const elapsedMinutes = Math.floor(elapsedMs(clock, now.toISOString(), hours) / MINUTE_MS)
  const { targetMinutes } = clock
  return {
    elapsedMinutes,
    ...(targetMinutes === undefined ? {} : { remainingMinutes: targetMinutes - elapsedMinutes }),
  }
}

const worstFirst = ['breached', 'running', 'paused', 'met'] as const

/** The state of the clock that is worst off; `cancelled` when nothing is promised. */
export function worstState(clocks: Clocks): ClockState {
  const states = clockNames.map((name) => clocks[name]?.state)
  return worstFirst.find((state) => states.includes(state)) ?? 'cancelled'
}

/** Sorts behind every instant. */
const END_OF_TIME = '~'

/** What was due before, the change, and what is due by it. */
function turn(clocks: Clocks, at: Date, change: (clocks: Clocks, instant: string) => Clocks): Turn {
  const before = advance(clocks, at)
  const after = advance(change(before.clocks, at.toISOString()), at)
  return { clocks: after.clocks, happened: [...before.happened, ...after.happened] }
}

const happenings = (name: ClockName, clock: Clock | undefined, until: string): Happening[] =>
  clock
    ? passedBy(clock, until).map((passed) => ({
        type: passed.percent === undefined ? 'breach' : 'warning',
        clock: name,
        startedAt: clock.startedAt,
        ...passed,
      }))
    : []

/** The same object when no clock changed. */
function each(clocks: Clocks, change: (clock: Clock, name: ClockName) => Clock): Clocks {
  const { firstResponse, nextResponse, resolution } = clocks
  const changed = {
    firstResponse: change(firstResponse, 'firstResponse'),
    ...(nextResponse ? { nextResponse: change(nextResponse, 'nextResponse') } : {}),
    resolution: change(resolution, 'resolution'),
  }
  return clockNames.every((name) => changed[name] === clocks[name]) ? clocks : { ...clocks, ...changed }
}

const promised = (clocks: Clocks, hours: BusinessHours): Clocks =>
  each(clocks, (clock, name) => promise(clock, targetOf(clocks, name), clocks.warnAtPercents, hours))

const withResolution = (clocks: Clocks, resolution: Clock, hours: BusinessHours): Clocks =>
  resolution === clocks.resolution ? clocks : promised({ ...clocks, resolution }, hours)

/** While the first response is owed, it is what answers the customer's further messages too. */
function targetOf({ targets, repliedAt }: Clocks, name: ClockName): number | undefined {
  if (name === 'firstResponse') return targets.firstResponseMinutes
  if (name === 'resolution') return targets.resolutionMinutes
  const isCovered = repliedAt === undefined && targets.firstResponseMinutes !== undefined
  return isCovered ? undefined : targets.nextResponseMinutes
}

/** A first response that was given is not owed again. */
function reopened(clocks: Clocks, at: string, hours: BusinessHours): Clocks {
  const { firstResponse, resolution, repliedAt, cycle } = clocks
  if (resolution.stoppedAt === undefined) return clocks
  const isLate = Date.parse(at) - Date.parse(resolution.stoppedAt) > REOPEN_DAYS * DAY_MS
  const again = (clock: Clock): Clock => (isLate ? newClock(at) : reopen(clock, at, hours))
  return promised(
    {
      ...clocks,
      cycle: isLate ? cycle + 1 : cycle,
      firstResponse: repliedAt === undefined ? again(firstResponse) : firstResponse,
      resolution: again(resolution),
    },
    hours,
  )
}
