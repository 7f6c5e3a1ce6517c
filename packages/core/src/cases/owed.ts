import { defineItem } from '@rapport/kernel/model'
import type { Write } from '@rapport/kernel/store'
import { isOpen } from '../clocks/rules.ts'
import { clockNames } from '../sla-clocks/schema.ts'
import { hasEnded, NOBODY_ID } from './rules.ts'
import type { Case } from './schema.ts'

/** What the owner of a case owes its customer: what was promised to the case, or to call back. */
export type OwedWhat = 'promise' | 'callback'

export interface Owed {
  ownerId: string
  /** By when, or since when it is late. */
  at: string
  caseId: string
  what: OwedWhat
}

/** Written and taken away in the transaction that changes the case. All it says stands in its key. */
export const owedModel = defineItem<Owed>({
  name: 'owed',
  attributes: ['ownerId', 'at', 'caseId', 'what'],
  record: { partition: 'owed#${ownerId}', sort: '${at}#${caseId}#${what}' },
})

/**
 * What is owed about a case: at most the promise that is broken longest, or else breaks first, and a callback. Nothing while it
 * waits for the customer or a third party, unless a promise is broken already; nothing of what has ended or belongs to nobody.
 */
export function owedOf(record: Case): Owed[] {
  const { id: caseId, ownerId, callback } = record
  if (ownerId === NOBODY_ID || hasEnded(record) || record.deletedAt !== undefined) return []
  const due = { promise: promiseAt(record), callback: callback && (callback.promisedBy ?? callback.until) }
  const whats = ['promise', 'callback'] as const
  return whats.flatMap((what) => (due[what] === undefined ? [] : [{ ownerId, at: due[what], caseId, what }]))
}

function promiseAt({ sla }: Case): string | undefined {
  const clocks = clockNames.flatMap((name) => sla?.[name] ?? [])
  const instants = clocks.filter(isOpen).flatMap(({ breachedAt, dueAt }) => breachedAt ?? dueAt ?? [])
  return instants.sort().at(0)
}

/** The rows that come and go with a change of a case; none when it owes the same by the same time. */
export function owedWrites(before: Case | undefined, next: Case): Write[] {
  const [had, has] = [before ? owedOf(before) : [], owedOf(next)]
  return [
    ...had
      .filter((one) => !has.some((other) => isSame(one, other)))
      .map((one) => ({ delete: owedModel.key({ ...one }) })),
    ...has.filter((one) => !had.some((other) => isSame(one, other))).map((one) => ({ put: owedModel.item(one) })),
  ]
}

export const isSame = (a: Owed, b: Owed): boolean =>
  a.what === b.what && a.at === b.at && a.caseId === b.caseId && a.ownerId === b.ownerId
