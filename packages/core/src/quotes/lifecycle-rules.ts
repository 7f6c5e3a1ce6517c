import { DAY_MS } from '@rapport/kernel/clock'
import { conflict, gone, unprocessable } from '@rapport/kernel/errors'
import { instantAt } from '@rapport/kernel/wall-time'
import type { Answer, Quote, QuoteStatus } from './quote-schema.ts'

/** Where a quote can go from where. Who may, and what it takes besides, is said by each step. */
const moves: Record<QuoteStatus, readonly QuoteStatus[]> = {
  draft: ['needs_review', 'presented', 'superseded'],
  needs_review: ['in_review', 'approved', 'draft', 'superseded'],
  in_review: ['approved', 'draft', 'superseded'],
  approved: ['presented', 'draft', 'superseded'],
  presented: ['accepted', 'denied', 'expired', 'superseded'],
  accepted: [],
  denied: [],
  expired: [],
  superseded: [],
}

export const isOpen = ({ status }: Pick<Quote, 'status'>): boolean => moves[status].length > 0

/** The quote in another status. Throws conflict('quote.move_denied'). */
export function move(quote: Quote, to: QuoteStatus, at: Date): Quote {
  if (!moves[quote.status].includes(to))
    throw conflict('quote.move_denied', `A quote that is ${spoken(quote.status)} cannot become ${spoken(to)}.`, {
      quoteStatus: quote.status,
    })
  const next = { ...quote, status: to }
  return isOpen(next) ? next : { ...next, closedAt: at.toISOString() }
}

/** The instant from which a quote that is good through a day cannot be accepted: when the next day begins where the seller is. */
export const endOfDay = (zone: string, date: string): Date => new Date(instantAt(zone, Date.parse(date) + DAY_MS))

/** The quote as it goes to the customer. Throws when there is nothing to offer, or no time left to accept it. */
export function presented(quote: Quote, zone: string, now: Date): Quote {
  if (quote.lineCount === 0) throw refusal('/lines', 'quote.no_lines', 'A quote needs lines before it is presented.')
  const expiresAt = endOfDay(zone, quote.expiresOn)
  if (expiresAt <= now) throw refusal('/expiresOn', 'quote.expires_in_past', 'The last day to accept it has passed.')
  return {
    ...move(quote, 'presented', now),
    presentedAt: now.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }
}

/** Whether a customer said the same before: then there is nothing to do, and nothing is wrong. */
export const isSaid = ({ status }: Quote, to: 'accepted' | 'denied'): boolean => status === to

/**
 * The quote with the customer's answer. Throws gone when its time is over, whether or not anybody has noted that yet, and conflict
 * when it cannot be answered any more, or not yet.
 */
export function answered(quote: Quote, to: 'accepted' | 'denied', answer: Answer, now: Date): Quote {
  refuseLate(quote, now)
  return { ...move(quote, to, now), answer }
}

function refuseLate(quote: Quote, now: Date): void {
  const { status, expiresAt } = quote
  if (status === 'expired' || (status === 'presented' && isExpired(expiresAt, now)))
    throw gone('quote.expired', 'The time to answer this offer is over. Ask for a new one.')
  if (status === 'superseded') throw conflict('quote.superseded', 'This offer was replaced by another one.')
  if (status === 'accepted' || status === 'denied') throw conflict('quote.answered', `This offer was ${status} before.`)
  if (status !== 'presented') throw conflict('quote.not_presented', 'This offer has not been made yet.')
}

export const isExpired = (expiresAt: string | undefined, now: Date): boolean =>
  expiresAt !== undefined && Date.parse(expiresAt) <= now.getTime()

/** The quote after its time; undefined while it has some left, or something else happened to it. */
export const expired = (quote: Quote, now: Date): Quote | undefined =>
  quote.status === 'presented' && isExpired(quote.expiresAt, now) ? move(quote, 'expired', now) : undefined

const spoken = (status: QuoteStatus): string => status.replaceAll('_', ' ')

/** What people call a quote by: `Q-000123`, with its revision when it is not the first. */
export const numberOf = (count: number): string => `Q-${String(count).padStart(6, '0')}`
export const titleOf = ({ number, revision }: Pick<Quote, 'number' | 'revision'>): string =>
  revision === 1 ? number : `${number}-${revision}`

const refusal = (pointer: string, code: string, message: string) =>
  unprocessable(code, message, [{ pointer, code, message }])
