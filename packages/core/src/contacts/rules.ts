import { HOUR_MS, later } from '@rapport/kernel/clock'
import { conflict, unprocessable } from '@rapport/kernel/errors'
import type { Contact, Relation, RelationPatch } from './schema.ts'

/** Relations of one person, ended ones included. */
export const RELATIONS_MAX = 30

/** What a change of relations comes to: the rows that differ, and the primary account that follows from them. */
export interface RelationChange {
  rows: Relation[]
  accountId: string | undefined
}

/** Adds a relation. The first active one is primary; a new primary one takes that from the one before. */
export function addRelation(rows: readonly Relation[], added: Relation, today: string): RelationChange {
  if (rows.length >= RELATIONS_MAX)
    throw conflict('relation.too_many', `A contact has at most ${RELATIONS_MAX} relations.`)
  refuseDates(added, today)
  const isActive = isActiveOn(added, today)
  if (isActive && rows.some((row) => row.isActive && row.accountId === added.accountId)) {
    throw conflict('relation.exists', 'The contact already has an active relation with this account.')
  }
  const isPrimary = isActive && (added.isPrimary || !rows.some((row) => row.isPrimary))
  return settleAll(rows, [...rows, { ...added, isActive, isPrimary }], isPrimary ? added.id : undefined)
}

/** Changes one relation. An ended relation is primary no more; the oldest active one follows it. Throws on dates in the wrong order. */
export function patchRelation(
  rows: readonly Relation[],
  id: string,
  patch: RelationPatch,
  today: string,
): RelationChange {
  const next = rows.map((row) => (row.id === id ? withPatch(row, patch, today) : row))
  const isPromoted = patch.isPrimary === true
  if (isPromoted && !next.some((row) => row.id === id && row.isActive))
    throw conflict('relation.ended', 'An ended relation cannot be primary.')
  return settleAll(rows, next, isPromoted ? id : undefined)
}

/**
 * Makes an account the primary one: its active relation if there is one, otherwise `added`. No account ends what was primary;
 * throws conflict while other relations are active, because one of those would have to follow it.
 */
export function setPrimary(
  rows: readonly Relation[],
  accountId: string | undefined,
  added: Relation,
  today: string,
): RelationChange {
  if (accountId === undefined) {
    if (rows.some((row) => row.isActive && !row.isPrimary)) {
      throw conflict(
        'contact.has_relations',
        'The contact belongs to other accounts too. Make one of them primary, or end those relations first.',
      )
    }
    const next = rows.map((row) => (row.isPrimary ? ended(row, today) : row))
    return { rows: changed(rows, next), accountId: undefined }
  }
  const existing = rows.find((row) => row.isActive && row.accountId === accountId)
  if (existing) return settleAll(rows, [...rows], existing.id)
  return addRelation(rows, { ...added, isPrimary: true }, today)
}

/** One that has not begun begins and ends today: an end never lies before its start. */
function ended(row: Relation, today: string): Relation {
  const startDate = row.startDate !== undefined && row.startDate > today ? { startDate: today } : {}
  return { ...row, ...startDate, isPrimary: false, isActive: false, endDate: today }
}

function withPatch(row: Relation, patch: RelationPatch, today: string): Relation {
  const entries = Object.entries({ ...row, ...patch, isPrimary: row.isPrimary }).filter(
    ([, value]) => value !== null && value !== undefined,
  )
  const next = Object.fromEntries(entries) as Relation
  refuseDates(next, today)
  const isActive = isActiveOn(next, today)
  return { ...next, isActive, isPrimary: row.isPrimary && isActive }
}

/** An end is written down when it comes: a relation that ended by itself would leave a contact without a primary account. */
function refuseDates({ startDate, endDate }: Relation, today: string): void {
  if (endDate === undefined) return
  const refusal = (message: string) =>
    unprocessable('relation.dates', `The end of the relation ${message}.`, [
      { pointer: '/endDate', code: 'relation.dates', message },
    ])
  if (startDate !== undefined && endDate < startDate) throw refusal('lies before its start')
  if (endDate > today) throw refusal('lies in the future')
}

const isActiveOn = (row: Relation, today: string): boolean => row.endDate === undefined || row.endDate > today

/** Exactly one active row is primary: the one asked for, the one that was, or the oldest. */
function settleAll(
  before: readonly Relation[],
  next: readonly Relation[],
  primaryId: string | undefined,
): RelationChange {
  const active = next.filter((row) => row.isActive)
  const primary = active.find((row) => row.id === primaryId) ?? active.find((row) => row.isPrimary) ?? active[0]
  const settled = next.map((row) => ({ ...row, isPrimary: row.id === primary?.id }))
  return { rows: changed(before, settled), accountId: primary?.accountId }
}

const changed = (before: readonly Relation[], next: readonly Relation[]): Relation[] =>
  next.filter((row) => JSON.stringify(row) !== JSON.stringify(before.find((old) => old.id === row.id)))

/** How far the clocks of the earliest zone are ahead of UTC: there it may be tomorrow. */
const EARLIEST_ZONE_MS = 14 * HOUR_MS

/** Throws unprocessable when nowhere on earth it is the birthday yet. */
export function refuseUnborn({ birthday }: Pick<Contact, 'birthday'>, now: Date): void {
  const latest = later(now, EARLIEST_ZONE_MS).toISOString().slice(0, 10)
  if (birthday === undefined || birthday <= latest) return
  throw unprocessable('contact.unborn', 'A birthday lies in the past.', [
    { pointer: '/birthday', code: 'contact.unborn', message: 'lies in the future' },
  ])
}
