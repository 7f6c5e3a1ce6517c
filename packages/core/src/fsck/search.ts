import { facetItem, facetModel, type Projected, tokenItem, tokenModel } from '@rapport/kernel/search'
import type { Key } from '@rapport/kernel/table'
import { projectionOf } from '../search/service.ts'
import type { Finding } from './finding.ts'
import { grouped, same } from './same.ts'
import { isPurged, type RecordRow, type Snapshot } from './snapshot.ts'

/**
 * What search and filters find is what the records say. A record that changed less than `lagMs` ago may still be on its way to
 * the projector.
 */
export function checkSearch(snapshot: Snapshot, now: Date, lagMs: number): Finding[] {
  const { records, rows } = snapshot
  const projected = new Map(rows.projected.map(({ value }) => [value.of, value]))
  const rowsOf = grouped([...rows.token, ...rows.facet], ({ value }) => value.of)
  const keysOf = (id: string): Key[] => (rowsOf.get(id) ?? []).map(({ key }) => key)
  const found = [...records.values()].flatMap((row) => {
    const { id, updatedAt } = row.record
    const known = projected.get(id)
    const isOnItsWay = Date.parse(updatedAt) > now.getTime() - lagMs
    const problems = [...checkRecord(row, known, isOnItsWay), ...(known ? checkRows(known, keysOf(id)) : [])]
    return problems.map(([code, message]) => ({
      code,
      ids: [id],
      message,
      repair: { reproject: id, rows: keysOf(id) },
    }))
  })
  const owners = new Set([...projected.keys(), ...rowsOf.keys()])
  const orphans = [...owners].filter((id) => !records.has(id))
  return [...found, ...orphans.flatMap((id) => orphaned(snapshot, id, keysOf(id)))]
}

type Problem = [code: string, message: string]

function checkRecord({ type, record }: RecordRow, known: Projected | undefined, isOnItsWay: boolean): Problem[] {
  if (!type.search && !type.facets) return known ? [['search.needless', 'A record of this kind is not searched.']] : []
  if (!known) return isOnItsWay ? [] : [['search.missing', 'Search does not know this record.']]
  if (known.version > record.version) return [['search.ahead', 'Search knows a version that the record never had.']]
  if (known.version < record.version) {
    return isOnItsWay ? [] : [['search.behind', `Search knows version ${known.version} of ${record.version}.`]]
  }
  return same(known, projectionOf(type, record))
    ? []
    : [['search.wrong', 'Search knows other words or values than the record has.']]
}

/** Tokens and facets are written with the list that names them, so they agree whatever the record says by now. */
function checkRows({ of, kind, tokens, facets }: Projected, keys: readonly Key[]): Problem[] {
  const wanted = [
    ...tokens.map((token) => tokenModel.key(tokenItem(token, of))),
    ...facets.map((facet) => facetModel.key(facetItem(kind, facet, of))),
  ]
  const has = new Set(keys.map(nameOf))
  const names = new Set(wanted.map(nameOf))
  return [
    ...(wanted.some((key) => !has.has(nameOf(key)))
      ? [['search.row_missing', 'A word or value of this record is not found.'] as Problem]
      : []),
    ...(keys.some((key) => !names.has(nameOf(key)))
      ? [['search.row_stray', 'This record is found by what it does not say.'] as Problem]
      : []),
  ]
}

function orphaned(snapshot: Snapshot, of: string, keys: readonly Key[]): Finding[] {
  const projected = snapshot.rows.projected.filter(({ value }) => value.of === of).map(({ key }) => key)
  const code = isPurged(snapshot, of) ? 'search.leftover' : 'search.orphan'
  const message = 'Search knows a record that is not there.'
  return [...keys, ...projected].map((remove) => ({
    code,
    ids: [of],
    message,
    repair: { remove, of, seenVersion: undefined },
  }))
}

const nameOf = ({ pk, sk }: Key): string => `${pk} ${sk}`
