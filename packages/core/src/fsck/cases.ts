import { type Owed, owedOf } from '../cases/owed.ts'
import { hasEnded, standingOf } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { queuedOf } from '../cases/service.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Numbers are of one case each, what was merged points to what is there and has ended, queues hold exactly the cases that wait in them, and
 * agendas exactly what is owed.
 */
export function checkCases(snapshot: Snapshot): Finding[] {
  const cases = [...snapshot.records.values()].flatMap(({ type, record }) =>
    type.kind === 'case' ? [record as Case] : [],
  )
  return [
    ...checkNumbers(cases),
    ...cases.flatMap(checkEnd),
    ...cases.flatMap(checkStanding),
    ...checkQueued(snapshot, cases),
    ...checkOwed(snapshot, cases),
  ]
}

function checkNumbers(cases: readonly Case[]): Finding[] {
  const first = new Map<string, string>()
  return cases.flatMap(({ id, number }) => {
    const other = first.get(number)
    if (other === undefined) first.set(number, id)
    return other === undefined
      ? []
      : [{ code: 'case.number_twice', ids: [other, id], message: `Two cases have the number ${number}.` }]
  })
}

function checkEnd(record: Case): Finding[] {
  const { id, status, resolvedAt, closedAt, mergedIntoId } = record
  const isDated = (resolvedAt !== undefined) === hasEnded(record) && (closedAt !== undefined) === (status === 'closed')
  return [
    ...(isDated ? [] : [{ code: 'case.end_wrong', ids: [id], message: 'Status and instants of its end differ.' }]),
    ...(mergedIntoId === undefined || status === 'closed'
      ? []
      : [{ code: 'case.merged_open', ids: [id], message: 'It was merged into another one and goes on.' }]),
  ]
}

/** What lists and the sweep go by is what the clocks say. */
function checkStanding(record: Case): Finding[] {
  const { slaState, slaDueAt } = standingOf(record)
  return slaState === record.slaState && slaDueAt === record.slaDueAt
    ? []
    : [{ code: 'case.clocks_wrong', ids: [record.id], message: 'It does not stand as its clocks say.' }]
}

function checkQueued({ rows }: Snapshot, cases: readonly Case[]): Finding[] {
  const expected = new Map(cases.flatMap((record) => (queuedOf(record) ? [[record.id, queuedOf(record)]] : [])))
  const found = new Map<string, object[]>()
  for (const { value } of rows.queued) found.set(value.caseId, [...(found.get(value.caseId) ?? []), value])
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((id) => {
    const wanted = expected.get(id)
    return same(found.get(id) ?? [], wanted ? [wanted] : [])
      ? []
      : [{ code: 'case.queue_wrong', ids: [id], message: 'It does not stand where it waits.' }]
  })
}

function checkOwed({ rows }: Snapshot, cases: readonly Case[]): Finding[] {
  const wanted = textsByCase(cases.flatMap(owedOf))
  const found = textsByCase(rows.owed.map(({ value }) => value))
  return [...new Set([...wanted.keys(), ...found.keys()])].flatMap((id) =>
    same(wanted.get(id), found.get(id))
      ? []
      : [{ code: 'case.owed_wrong', ids: [id], message: 'It does not stand in an agenda by what it owes.' }],
  )
}

function textsByCase(owed: readonly Owed[]): Map<string, string[]> {
  const groups = grouped(owed, ({ caseId }) => caseId)
  return new Map([...groups].map(([id, all]) => [id, all.map((one) => `${one.what} ${one.at} ${one.ownerId}`).sort()]))
}
