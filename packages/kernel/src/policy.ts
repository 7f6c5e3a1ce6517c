import type { RecordBase } from './schema.ts'

/** How far a right reaches, each including the one before: nothing, my records, my teams', my reports', everybody's. */
export const levels = ['none', 'own', 'team', 'subtree', 'all'] as const
export type Level = (typeof levels)[number]

export const actions = ['read', 'create', 'update', 'delete', 'assign', 'share', 'export', 'bulk', 'configure'] as const
export type Action = (typeof actions)[number]

/** What a role may do to a kind of record; an action that is not named is `none`. */
export type KindRights = Partial<Record<Action, Level>>

/** Whether a role sees and sets a group of fields; a group that is not named is `write`. */
export type FieldAccess = 'none' | 'read' | 'write'

export interface RoleRights {
  /** By kind; `*` stands for every kind that is not named. */
  kinds: Readonly<Record<string, KindRights>>
  /** By kind, then by field group. */
  fields?: Readonly<Record<string, Readonly<Record<string, FieldAccess>>>>
}

/** Whoever asks, with everything `decide` needs: the decision itself reads nothing. */
export interface Principal {
  type: 'user' | 'apiKey' | 'system'
  /** The user, the key or the worker. */
  id: string
  /** Whose records count as own. */
  userId: string
  teamIds: readonly string[]
  /** Everybody below this person in the manager tree. */
  reports: ReadonlySet<string>
  roles: readonly string[]
  rights: Rights
  /** Changes whenever roles, teams or scopes change: cursors are bound to it. */
  fingerprint: string
}

/** Answers levels and field access; made by `mergeRoles`, narrowed by `narrow`. */
export interface Rights {
  level(kind: string, action: Action): Level
  field(kind: string, group: string): FieldAccess
}

/** Several roles add up: the widest level and the freest field access win. */
export const mergeRoles = (roles: readonly RoleRights[]): Rights => ({
  level: (kind, action) => widest(roles.map((role) => rightsFor(role, kind)[action] ?? 'none')),
  field: (kind, group) => freest(roles.map((role) => role.fields?.[kind]?.[group] ?? 'write')),
})

/** Both must allow it: a key never exceeds the person who made it. */
export const intersect = (a: Rights, b: Rights): Rights => ({
  level: (kind, action) => narrower(a.level(kind, action), b.level(kind, action)),
  field: (kind, group) => lessFree(a.field(kind, group), b.field(kind, group)),
})

/** Only these kinds and actions remain. */
export const narrow = (rights: Rights, allows: (kind: string, action: Action) => boolean): Rights => ({
  level: (kind, action) => (allows(kind, action) ? rights.level(kind, action) : 'none'),
  field: rights.field,
})

/** Everything: for the CRM's own work on behalf of nobody. */
export const allRights: Rights = { level: () => 'all', field: () => 'write' }

export type Grounds = 'role' | 'owner' | 'share' | 'everyone' | 'team' | 'subtree'

export interface Decision {
  allowed: boolean
  level: Level
  /** The first ground that allows it; absent when none does. */
  grounds?: Grounds
  /** The user or team a share names, the team, or the owner below. */
  via?: string
}

export type Guarded = Pick<RecordBase, 'ownerId' | 'teamId' | 'visibility' | 'shares'>

/** Decides from values alone: total, default deny. Without a record it answers whether the action is possible at all. */
export function decide(principal: Principal, action: Action, kind: string, now: Date, record?: Guarded): Decision {
  const level = principal.rights.level(kind, action)
  if (level === 'none') return { allowed: false, level }
  if (!record) return { allowed: true, level }
  const grounds = groundsFor(principal, action, level, now, record)
  return grounds ? { allowed: true, level, ...grounds } : { allowed: false, level }
}

export const isAllowed = (principal: Principal, action: Action, kind: string, now: Date, record?: Guarded): boolean =>
  decide(principal, action, kind, now, record).allowed

function groundsFor(
  principal: Principal,
  action: Action,
  level: Level,
  now: Date,
  record: Guarded,
): Pick<Decision, 'grounds' | 'via'> | undefined {
  if (level === 'all') return { grounds: 'role' }
  if (record.ownerId === principal.userId) return { grounds: 'owner' }
  if (action === 'read' && record.visibility === 'everyone') return { grounds: 'everyone' }
  const share = shareFor(principal, action, now, record)
  if (share) return { grounds: 'share', via: share.to }
  if (reaches(level, 'team') && isTeamMate(principal, record)) return { grounds: 'team', via: record.teamId as string }
  if (reaches(level, 'subtree') && principal.reports.has(record.ownerId))
    return { grounds: 'subtree', via: record.ownerId }
  return undefined
}

const isTeamMate = (principal: Principal, record: Guarded): boolean =>
  record.visibility !== 'owner' && record.teamId !== undefined && principal.teamIds.includes(record.teamId)

function shareFor(principal: Principal, action: Action, now: Date, record: Guarded) {
  if (action !== 'read' && action !== 'update') return undefined
  return record.shares?.find(
    (share) =>
      (share.to === principal.userId || principal.teamIds.includes(share.to)) &&
      (action === 'read' || share.access === 'update') &&
      (share.until === undefined || Date.parse(share.until) > now.getTime()),
  )
}

const reaches = (level: Level, needed: Level): boolean => levels.indexOf(level) >= levels.indexOf(needed)
const rightsFor = (role: RoleRights, kind: string): KindRights => role.kinds[kind] ?? role.kinds['*'] ?? {}
const widest = (all: readonly Level[]): Level => all.reduce((a, b) => (reaches(a, b) ? a : b), 'none')
const narrower = (a: Level, b: Level): Level => (reaches(a, b) ? b : a)

const freedom: readonly FieldAccess[] = ['none', 'read', 'write']
const freest = (all: readonly FieldAccess[]): FieldAccess =>
  all.reduce((a, b) => (freedom.indexOf(a) >= freedom.indexOf(b) ? a : b), 'none')
const lessFree = (a: FieldAccess, b: FieldAccess): FieldAccess => (freedom.indexOf(a) <= freedom.indexOf(b) ? a : b)
