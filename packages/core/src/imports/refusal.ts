import { CrmError, type Issue } from '@rapport/kernel/errors'
import type { RowResult } from './schema.ts'

const DETAIL_MAX = 300
const ISSUES_MAX = 5

export const refused = (row: number, code: string, detail: string): RowResult => ({
  row,
  outcome: 'refused',
  code,
  detail: detail.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, DETAIL_MAX),
})

export const refusedFor = (row: number, code: string, issues: readonly Issue[]): RowResult =>
  refused(row, code, told(issues))

/**
 * What a caller of the API would be told, for a row. A mistake of ours is told like a bare 500, so that one row does not hold up
 * all others; `tell` gets it. What may yet go well is thrown on: the batch is done again.
 */
export function refusedBy(row: number, error: unknown, tell: (error: unknown) => void): RowResult {
  if (error instanceof TypeError || error instanceof RangeError) {
    tell(error)
    return refused(row, 'row.failed', 'Something went wrong with this row. It was not written.')
  }
  if (!(error instanceof CrmError) || error.kind === 'unavailable' || error.kind === 'throttled') throw error
  return refused(row, error.code, [error.message, told(error.issues)].filter(Boolean).join(' '))
}

const told = (issues: readonly Issue[]): string =>
  issues
    .slice(0, ISSUES_MAX)
    .map(({ pointer, message }) => `${pointer}: ${message}`)
    .join('; ')
