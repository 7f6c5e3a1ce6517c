import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import type { Refusal } from '@rapport/kernel/table'

/**
 * Why each write of a cancelled transaction was refused; undefined when `error` is something else, e.g. an item that DynamoDB
 * finds malformed: that is a bug, and trying again does not help.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html
 */
export function refusalsOf(error: unknown): Refusal[] | undefined {
  if (!(error instanceof TransactionCanceledException) || !error.CancellationReasons) return undefined
  const codes = error.CancellationReasons.map((reason) => reason.Code ?? 'None')
  return codes.every((code) => REFUSALS.has(code)) ? codes.map((code) => REFUSALS.get(code)) : undefined
}

const REFUSALS = new Map<string, Refusal>([
  ['None', undefined],
  ['ConditionalCheckFailed', 'condition'],
  ['TransactionConflict', 'contention'],
  ['ThrottlingError', 'contention'],
  ['ProvisionedThroughputExceeded', 'contention'],
])

/** More requests than the table, the account or the index takes at this moment. */
export const isThrottling = (error: unknown): boolean => error instanceof Error && THROTTLING.has(error.name)

const THROTTLING = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
  'TransactionInProgressException',
])
