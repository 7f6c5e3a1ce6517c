import { conflict } from '@rapport/kernel/errors'
import type { CaseComment } from '../case-comments/schema.ts'
import type { CaseFile } from '../case-files/schema.ts'
import { hasEnded } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import { type CustomerCase, type CustomerWord, OWN_FILES_WAITING_MAX } from './schema.ts'

/** Days that a link to one's own cases is good for. Every letter about a case carries a new one. */
export const LINK_DAYS = 90

/** Whether a link about a contact, or about one case, shows this case. */
export const isOwn = ({ id, contactId }: Pick<Case, 'id' | 'contactId'>, subject: string): boolean =>
  id === subject || contactId === subject

export function asCustomerSees(record: Case): CustomerCase {
  const { id, number, subject, status, createdAt, resolvedAt, closedAt, sla } = record
  const isOpen = !hasEnded(record)
  const answerBy = isOpen && record.firstResponseAt === undefined ? sla?.firstResponse.dueAt : undefined
  const solutionBy = isOpen ? sla?.resolution.dueAt : undefined
  return {
    ...{ id, number, subject, status, createdAt },
    ...(resolvedAt ? { resolvedAt } : {}),
    ...(closedAt ? { closedAt } : {}),
    ...(answerBy ? { answerPromisedBy: answerBy } : {}),
    ...(solutionBy ? { solutionPromisedBy: solutionBy } : {}),
  }
}

/** What a customer may read of what was said: nothing of an internal comment. */
export const wordsOf = ({ direction, body, files, createdAt: at }: CaseComment): CustomerWord[] =>
  direction === 'internal'
    ? []
    : [{ from: direction === 'inbound' ? 'customer' : 'company', body, at, ...(files ? { files } : {}) }]

/** Throws when a customer sends more at once than is taken from somebody who only has a link. */
export function refuseFlood(files: readonly CaseFile[]): void {
  const waiting = files.filter(({ origin, commentId }) => origin === 'customer' && commentId === undefined)
  if (waiting.length >= OWN_FILES_WAITING_MAX)
    throw conflict('caseFile.too_many', 'Please send what you have uploaded first.')
}
