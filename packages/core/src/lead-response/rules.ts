import { MINUTE_MS } from '@rapport/kernel/clock'
import type { Contribution } from '@rapport/kernel/rollup'
import type { Lead } from '../leads/schema.ts'
import type { ResponseFigures } from './schema.ts'

/** What of a lead says whether it was answered in time. */
export type Clocked = Pick<
  Lead,
  'createdAt' | 'ownerId' | 'firstResponseDueAt' | 'firstRespondedAt' | 'responseMissedAt'
>

/** What became of the promise; undefined without one. An answer at the last instant is in time; once told as missed it stays so. */
export function responseOf(lead: Clocked): 'met' | 'missed' | 'waiting' | undefined {
  const { firstResponseDueAt, firstRespondedAt, responseMissedAt } = lead
  if (firstResponseDueAt === undefined) return undefined
  if (responseMissedAt !== undefined) return 'missed'
  if (firstRespondedAt === undefined) return 'waiting'
  return firstRespondedAt <= firstResponseDueAt ? 'met' : 'missed'
}

/** A lead that was answered at an instant. The first answer counts, and none is older than the lead. */
export function answered<T extends Clocked>(lead: T, at: string): T {
  if (lead.firstResponseDueAt === undefined || lead.firstRespondedAt !== undefined) return lead
  return { ...lead, firstRespondedAt: at < lead.createdAt ? lead.createdAt : at }
}

/** When it is to be told that nobody has answered in time; undefined when it is not, or was. */
export const missedAfter = (lead: Clocked): string | undefined =>
  lead.responseMissedAt === undefined && ['waiting', 'missed'].includes(responseOf(lead) ?? '')
    ? lead.firstResponseDueAt
    : undefined

/** Name of the totals of the leads that came in a month, of all or of whose they are now. */
export const totalOf = (month: string, ownerId?: string): string =>
  ownerId === undefined ? `lead#response#${month}` : `lead#response#${month}#${ownerId}`

/** What a lead adds to the totals of answers. */
export function responseContributions(lead: Clocked): Contribution[] {
  const became = responseOf(lead)
  if (became === undefined) return []
  const { createdAt, firstRespondedAt, ownerId } = lead
  const minutes = firstRespondedAt && Math.floor((Date.parse(firstRespondedAt) - Date.parse(createdAt)) / MINUTE_MS)
  const values = {
    promised: 1,
    ...(became === 'waiting' ? {} : { [became]: 1 }),
    ...(minutes === undefined ? {} : { answered: 1, minutes: Number(minutes) }),
  }
  const month = createdAt.slice(0, 7)
  return [totalOf(month), totalOf(month, ownerId)].map((rollup) => ({ rollup, values }))
}

/** What totals come to. */
export function figuresOf(numbers: readonly Readonly<Record<string, number>>[]): ResponseFigures {
  const sum = (name: string): number => numbers.reduce((total, one) => total + (one[name] ?? 0), 0)
  const [promised, met, missed, answers] = [sum('promised'), sum('met'), sum('missed'), sum('answered')]
  return {
    promised,
    met,
    missed,
    waiting: promised - met - missed,
    attainment: met + missed === 0 ? null : met / (met + missed),
    averageMinutes: answers === 0 ? null : Math.round((sum('minutes') / answers) * 10) / 10,
  }
}

/** The months from one to another, both counted, at most `limit`. */
export function monthsIn(from: string, to: string, limit: number): string[] {
  const months: string[] = []
  for (let month = from; month <= to && months.length < limit; month = monthAfter(month)) months.push(month)
  return months
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
