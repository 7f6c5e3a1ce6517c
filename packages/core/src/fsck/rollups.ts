import { type Contributed, totalModel } from '@rapport/kernel/rollup'
import { shardOf } from '@rapport/kernel/store'
import { contributionOf } from '../rollups/service.ts'
import type { Finding } from './finding.ts'
import { same } from './same.ts'
import { isPurged, type RecordRow, type Snapshot } from './snapshot.ts'

/** Every record's part of the totals is what it says, and every total is the sum of the parts. */
export function checkRollups(snapshot: Snapshot, now: Date, lagMs: number, shards: number): Finding[] {
  const { records, rows } = snapshot
  const parts = new Map(rows.contributed.map(({ value }) => [value.of, value]))
  return [
    ...[...records.values()].flatMap((row) => checkPart(row, parts.get(row.record.id), now, lagMs)),
    ...[...parts.keys()].flatMap((of) => {
      if (records.has(of)) return []
      const isEmpty = parts.get(of)?.contributions.length === 0
      const code = isPurged(snapshot, of) && isEmpty ? 'rollup.leftover' : 'rollup.orphan'
      return [{ code, ids: [of], message: 'Totals know a record that is not there.' }]
    }),
    ...checkTotals(snapshot, [...parts.values()], shards),
  ]
}

function checkPart({ type, record }: RecordRow, known: Contributed | undefined, now: Date, lagMs: number): Finding[] {
  const { id, version, updatedAt } = record
  const finding = (code: string, message: string): Finding[] => [{ code, ids: [id], message }]
  if (!type.rollups) return known ? finding('rollup.needless', 'A record of this kind adds to no total.') : []
  const isOnItsWay = Date.parse(updatedAt) > now.getTime() - lagMs
  if (!known || known.version < version)
    return isOnItsWay ? [] : finding('rollup.behind', `Totals know version ${known?.version ?? 0} of ${version}.`)
  if (known.version > version) return finding('rollup.ahead', 'Totals know a version that the record never had.')
  return same(known, contributionOf(type, record))
    ? []
    : finding('rollup.wrong', 'Totals hold other numbers than the record has.')
}

function checkTotals({ totals }: Snapshot, parts: readonly Contributed[], shards: number): Finding[] {
  const expected = new Map<string, Record<string, number>>()
  for (const { of, contributions } of parts) {
    for (const { rollup, values } of contributions) {
      const { pk } = totalModel.key({ rollup, slot: shardOf(of, shards) })
      const sum = expected.get(pk) ?? {}
      for (const [name, value] of Object.entries(values)) sum[name] = (sum[name] ?? 0) + value
      expected.set(pk, sum)
    }
  }
  const names = new Set([...expected.keys(), ...totals.keys()])
  return [...names].flatMap((pk) => {
    const isRight = same(nonZero(expected.get(pk) ?? {}), nonZero(totals.get(pk) ?? {}))
    return isRight ? [] : [{ code: 'rollup.drift', ids: [pk], message: 'A total is not the sum of its parts.' }]
  })
}

const nonZero = (values: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== 0))
