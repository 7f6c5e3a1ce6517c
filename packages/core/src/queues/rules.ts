import type { User } from '../users/schema.ts'
import type { Strategy } from './schema.ts'

/** A member of a queue, and how many open cases it has. */
export interface Member {
  user: Pick<User, 'id' | 'status' | 'capacity' | 'outOfOffice' | 'skills'>
  open: number
}

/** Whether somebody can take one more case now: active, not away, not full. */
export function isAvailable({ user, open }: Member, now: Date): boolean {
  const { status, capacity } = user
  return status === 'active' && !isAway(user, now) && (capacity === undefined || open < capacity)
}

export function isAway({ outOfOffice }: Pick<User, 'outOfOffice'>, now: Date): boolean {
  const instant = now.toISOString()
  return outOfOffice !== undefined && outOfOffice.from <= instant && instant < outOfOffice.until
}

export interface Need {
  strategy: Strategy
  tags: readonly string[]
  /** Counts up with every case of the queue: whose turn it is, and who is first among equals. */
  turn: number
}

/** Who gets a case, and why; undefined when nobody can take one. */
export function pickMember(
  members: readonly Member[],
  { strategy, tags, turn }: Need,
  now: Date,
): { userId: string; why: string } | undefined {
  const inTurn = members.map((_, index) => members[(index + turn) % members.length] as Member)
  const available = inTurn.filter((member) => isAvailable(member, now))
  const best = strategy === 'skills' ? mostSkilled(available, tags) : available
  const [first] = strategy === 'round_robin' ? best : [...best].sort((a, b) => a.open - b.open)
  return first ? { userId: first.user.id, why: whyOf(strategy, first, tags) } : undefined
}

/** Those who know the most of what a case is tagged with; everybody when nobody knows any of it. */
function mostSkilled(members: readonly Member[], tags: readonly string[]): Member[] {
  const most = Math.max(0, ...members.map((member) => known(member, tags).length))
  return members.filter((member) => known(member, tags).length === most)
}

const known = ({ user }: Member, tags: readonly string[]): string[] => tags.filter((tag) => user.skills?.includes(tag))

function whyOf(strategy: Strategy, member: Member, tags: readonly string[]): string {
  if (strategy === 'round_robin') return 'in turn'
  if (strategy === 'least_busy') return `has the fewest open cases: ${member.open}`
  const skills = known(member, tags)
  return skills.length > 0 ? `knows ${skills.join(', ')}` : `nobody knows it better; open cases: ${member.open}`
}
