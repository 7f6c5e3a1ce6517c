import type { BusinessHours } from '../calendars/schema.ts'
import { casePriorities } from '../case-terms/schema.ts'
import type { Case } from '../cases/schema.ts'
import { openPause, promise } from '../clocks/rules.ts'
import type { Clock } from '../clocks/schema.ts'
import type { ClockName, Clocks } from '../sla-clocks/schema.ts'
import type { SlaPolicy, SlaTargets } from '../sla-policies/schema.ts'
import type { Outcomes, SlaSimulation } from './schema.ts'

/**
 * Cases replayed under another policy. What happened to a clock are facts: when it began, waited and was stopped. What they mean for
 * another target is worked out from them as it is for the target they had.
 */

export type Outcome = keyof Outcomes

/** What became of a clock; undefined when nothing was promised, or it ended before that mattered. */
export function outcomeOf({ state }: Clock): Outcome | undefined {
  if (state === 'met') return 'kept'
  if (state === 'breached') return 'broken'
  return state === 'cancelled' ? undefined : 'open'
}

/**
 * What would have become of a clock with this target. `isDone` says whether what the clock was for was done when it was stopped.
 * A clock that waits has come as far as when it began to wait.
 */
export function outcomeUnder(
  clock: Clock,
  { targetMinutes, isDone }: { targetMinutes: number | undefined; isDone: boolean },
  hours: BusinessHours,
  now: Date,
): Outcome | undefined {
  if (targetMinutes === undefined) return undefined
  const until = clock.stoppedAt ?? openPause(clock)?.from ?? now.toISOString()
  const { stoppedAt, breachedAt: _, ...facts } = clock
  const ran = { ...facts, pauses: facts.pauses.filter(({ to }) => to !== undefined) }
  const { dueAt } = promise(ran, targetMinutes, [], hours)
  if (dueAt !== undefined && dueAt <= until) return 'broken'
  if (stoppedAt === undefined) return 'open'
  return isDone ? 'kept' : undefined
}

/** What became of these cases, and what would have under the policy, by priority, lowest first. */
export const compare = (
  cases: readonly Case[],
  { targets }: Pick<SlaPolicy, 'targets'>,
  hours: BusinessHours,
  now: Date,
): SlaSimulation['priorities'] =>
  casePriorities.flatMap((priority) => {
    const ofPriority = cases.filter((one) => one.priority === priority)
    if (ofPriority.length === 0) return []
    const ofPolicy = targets[priority] ?? {}
    const compared = (name: ClockName) => ({
      was: counted(ofPriority.map(({ sla }) => sla?.[name] && outcomeOf(sla[name]))),
      wouldBe: counted(
        ofPriority.map((one) => {
          const clock = one.sla?.[name]
          const targetMinutes = one.sla && targetUnder(ofPolicy, one.sla, name)
          return clock && outcomeUnder(clock, { targetMinutes, isDone: isDone[name](one) }, hours, now)
        }),
      ),
    })
    return [
      {
        priority,
        cases: ofPriority.length,
        firstResponse: compared('firstResponse'),
        nextResponse: compared('nextResponse'),
        resolution: compared('resolution'),
      },
    ]
  })

/** What another policy promises a clock. A question from before the first response was covered by that, where one is promised. */
export function targetUnder(targets: SlaTargets, clocks: Clocks, name: ClockName): number | undefined {
  if (name === 'firstResponse') return targets.firstResponseMinutes
  if (name === 'resolution') return targets.resolutionMinutes
  const { repliedAt, nextResponse } = clocks
  const isFirst = repliedAt === undefined || (nextResponse !== undefined && nextResponse.startedAt < repliedAt)
  return isFirst && targets.firstResponseMinutes !== undefined ? undefined : targets.nextResponseMinutes
}

/** Whether an answer stopped the clock of the first response, and no solution without one before it. */
export const isAnswered = ({ repliedAt, firstResponse: { stoppedAt } }: Clocks): boolean =>
  repliedAt !== undefined && stoppedAt !== undefined && repliedAt <= stoppedAt

/** Closed without a solution, a case had none: both ends are the same instant then. */
const isDone = {
  firstResponse: ({ sla }: Case): boolean => sla !== undefined && isAnswered(sla),
  /** An answer or a solution stopped it, and not the end of a case without one. */
  nextResponse: ({ sla, resolvedAt, closedAt }: Case): boolean =>
    sla?.nextResponse?.stoppedAt !== closedAt || resolvedAt !== closedAt,
  resolution: ({ resolvedAt, closedAt }: Case): boolean => resolvedAt !== undefined && resolvedAt !== closedAt,
} satisfies Record<ClockName, (one: Case) => boolean>

const counted = (outcomes: readonly (Outcome | undefined)[]): Outcomes => ({
  kept: outcomes.filter((one) => one === 'kept').length,
  broken: outcomes.filter((one) => one === 'broken').length,
  open: outcomes.filter((one) => one === 'open').length,
})
