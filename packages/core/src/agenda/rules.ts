import type { CasePriority } from '../case-terms/schema.ts'

/** Something to do by an instant. */
export interface Doable {
  what: 'task' | 'promise' | 'callback'
  /** Of the task or the case. */
  id: string
  /** By when. */
  at: string
  priority: CasePriority
}

const weights: Record<CasePriority, number> = { urgent: 0, high: 1, normal: 2, low: 3 }

export const isLate = ({ at }: Pick<Doable, 'at'>, now: Date): boolean => at <= now.toISOString()

/** Order of the day: what was promised to a customer and is late, then by when it is due; at the same instant by priority. */
export function agendaOrder(now: Date) {
  const rank = (one: Doable): number => (one.what !== 'task' && isLate(one, now) ? 0 : 1)
  return (a: Doable, b: Doable): number =>
    rank(a) - rank(b) ||
    compare(a.at, b.at) ||
    weights[a.priority] - weights[b.priority] ||
    compare(a.id, b.id) ||
    compare(a.what, b.what)
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
