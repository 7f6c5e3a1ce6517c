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

/**
 * More requests than the table, the account or the index takes at this moment, or no answer at all: after all attempts of the
 * client that is "try again", not a bug.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, $metadata: reply } = error as { code?: string; $metadata?: { httpStatusCode?: number } }
  return PASSING.has(error.name) || (code !== undefined && NO_ANSWER.has(code)) || (reply?.httpStatusCode ?? 0) >= 500
}

/** What Node calls a connection that did not come about or broke. https://nodejs.org/api/errors.html#common-system-errors */
const NO_ANSWER = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

const PASSING = new Set([
  // What the SDK calls a connection or a reply that took too long.
  'TimeoutError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
  'TransactionInProgressException',
])
