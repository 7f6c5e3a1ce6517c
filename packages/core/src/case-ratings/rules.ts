import { DAY_MS } from '@rapport/kernel/clock'
import type { Case, Resolution } from '../cases/schema.ts'
import type { EmailEntry } from '../shared/schema.ts'
import type { Rating, RatingAnswer } from './schema.ts'

/** How long the link in a letter is good. */
export const LINK_DAYS = 30

/** An answer can be changed for as long after the first one; then it counts. */
export const CHANGE_DAYS = 7

/** Scores that somebody should ask about. */
const LOW_SCORE_MAX = 2

/** Scores of customers who are content. */
const CONTENT_SCORE_MIN = 4

export const isLow = ({ score }: Pick<Rating, 'score'>): boolean => score <= LOW_SCORE_MAX

export const isContent = ({ score }: Pick<Rating, 'score'>): boolean => score >= CONTENT_SCORE_MIN

/** Whether the customer can still say something, or something else. */
export const canAnswer = ({ rating }: Pick<Case, 'rating'>, at: Date): boolean =>
  rating === undefined || at.getTime() - Date.parse(rating.firstAt) <= CHANGE_DAYS * DAY_MS

/** The rating after an answer; undefined when it changes nothing, because it is the same or comes too late. */
export function rated(record: Pick<Case, 'rating'>, { score, text }: RatingAnswer, at: Date): Rating | undefined {
  const { rating } = record
  const isSame = rating !== undefined && rating.score === score && rating.text === text
  if (isSame || !canAnswer(record, at)) return undefined
  const instant = at.toISOString()
  return {
    score,
    ...(text === undefined ? {} : { text }),
    at: instant,
    firstAt: rating?.firstAt ?? instant,
    ...(rating?.followUpId === undefined ? {} : { followUpId: rating.followUpId }),
  }
}

/** Whether the customer should be asked about the solution of a case: once about each, and not where there was none. */
export function isToAsk(record: Case, at: Date): boolean {
  const { resolvedAt, ratingAskedFor, mergedIntoId } = record
  if (resolvedAt === undefined || resolvedAt === ratingAskedFor || mergedIntoId !== undefined) return false
  return isSolved(record) && canAnswer(record, at)
}

/** How a case ends that nobody solved. */
const UNSOLVED: readonly (Resolution['code'] | undefined)[] = ['duplicate', 'withdrawn', 'no_answer']

/** A case that was closed at once was solved only if whoever closed it said so. */
const isSolved = ({ resolution, resolvedAt, closedAt }: Case): boolean =>
  resolution === undefined ? resolvedAt !== closedAt : !UNSOLVED.includes(resolution.code)

/** Whom to ask: the contact, unless its address takes no mail; who is no contact, at the address of the request. */
export function addressOf(emails: readonly EmailEntry[] | undefined, requester: Case['requester']): string | undefined {
  const primary = emails?.find((entry) => entry.primary) ?? emails?.[0]
  if (primary) return primary.optOut || primary.invalid ? undefined : primary.value
  return requester?.email
}
