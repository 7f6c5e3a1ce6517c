import { isInMotion } from '../handover/rules.ts'
import type { Counts, Handover, Job, Move } from '../handover/schema.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type Snapshot } from './snapshot.ts'

/** The work on a handover counts what was moved, stands where the handover does, and comes back by itself while there is some. */
export function checkHandovers(snapshot: Snapshot): Finding[] {
  const jobOf = new Map(snapshot.rows['handover-job'].map(({ value }) => [value.handoverId, value]))
  const movesOf = grouped(
    snapshot.rows.move.map(({ value }) => value),
    (move) => move.handoverId,
  )
  const handovers = [...snapshot.records.values()].filter(({ type }) => type.kind === 'handover')
  return [
    ...handovers.flatMap(({ record }) => [
      ...checkWork(record as Handover, jobOf.get(record.id), movesOf.get(record.id) ?? []),
      ...checkDue(record as Handover),
    ]),
    ...orphans(snapshot),
  ]
}

function checkWork({ id, step }: Handover, job: Job | undefined, moves: readonly Move[]): Finding[] {
  if (!job) return [{ code: 'handover.no_work', ids: [id], message: 'Nothing says how far this handover is.' }]
  const counts = Object.fromEntries(Object.keys(job.counts).map((kind) => [kind, recount(moves, kind)]))
  const isRight = same(job.counts, counts) && moves.every(({ kind }) => kind in job.counts)
  return [
    ...(job.step === step
      ? []
      : [{ code: 'handover.step', ids: [id], message: 'The work is at another step than the handover.' }]),
    ...(isRight ? [] : [{ code: 'handover.counts', ids: [id], message: 'The counts are not what was moved.' }]),
  ]
}

function recount(moves: readonly Move[], kind: string): Counts {
  const outcomes = moves.filter((move) => move.kind === kind).map((move) => move.outcome)
  const count = (outcome: Move['outcome']): number => outcomes.filter((one) => one === outcome).length
  return { moved: outcomes.length, returned: count('returned'), kept: count('kept') }
}

function checkDue(handover: Handover): Finding[] {
  const { id, status, dueAt, until } = handover
  const isRight = isInMotion(handover)
    ? dueAt !== undefined
    : status === 'stopped' || dueAt === (status === 'delegated' ? until : undefined)
  return isRight
    ? []
    : [{ code: 'handover.due', ids: [id], message: `A ${status} handover is due ${dueAt ?? 'never'}.` }]
}

function orphans(snapshot: Snapshot): Finding[] {
  return [...snapshot.rows['handover-job'], ...snapshot.rows.move].flatMap(({ key, value: { handoverId: of } }) => {
    if (snapshot.records.has(of)) return []
    const code = isPurged(snapshot, of) ? 'handover.leftover' : 'handover.orphan'
    const message = 'Work on a handover that is not there.'
    return [{ code, ids: [of], message, repair: { remove: key, of, seenVersion: undefined } }]
  })
}
