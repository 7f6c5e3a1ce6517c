import type { BusinessHours } from '../calendars/schema.ts'
import { casePriorities } from '../case-terms/schema.ts'
import type { Case } from '../cases/schema.ts'
import { openPause, promise } from '../clocks/rules.ts'
import type { Clock } from '../clocks/schema.ts'
import type { Clocks } from '../sla-clocks/schema.ts'
import type { SlaPolicy } from '../sla-policies/schema.ts'
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
    const { firstResponseMinutes, resolutionMinutes } = targets[priority] ?? {}
    const compared = (name: 'firstResponse' | 'resolution', targetMinutes: number | undefined) => ({
      was: counted(ofPriority.map(({ sla }) => sla && outcomeOf(sla[name]))),
      wouldBe: counted(
        ofPriority.map((one) =>
          one.sla ? outcomeUnder(one.sla[name], { targetMinutes, isDone: isDone[name](one) }, hours, now) : undefined,
        ),
      ),
    })
    return [
      {
        priority,
        cases: ofPriority.length,
        firstResponse: compared('firstResponse', firstResponseMinutes),
        resolution: compared('resolution', resolutionMinutes),
      },
    ]
  })

/** Whether an answer stopped the clock of the first response, and no solution without one before it. */
export const isAnswered = ({ repliedAt, firstResponse: { stoppedAt } }: Clocks): boolean =>
  repliedAt !== undefined && stoppedAt !== undefined && repliedAt <= stoppedAt

/** Closed without a solution, a case had none: both ends are the same instant then. */
const isDone = {
  firstResponse: ({ sla }: Case): boolean => sla !== undefined && isAnswered(sla),
  resolution: ({ resolvedAt, closedAt }: Case): boolean => resolvedAt !== undefined && resolvedAt !== closedAt,
}

const counted = (outcomes: readonly (Outcome | undefined)[]): Outcomes => ({
  kept: outcomes.filter((one) => one === 'kept').length,
  broken: outcomes.filter((one) => one === 'broken').length,
  open: outcomes.filter((one) => one === 'open').length,
})
