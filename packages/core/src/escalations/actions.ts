import { later, MINUTE_MS } from '@rapport/kernel/clock'
import { kindOf } from '@rapport/kernel/ids'
import { listRecords } from '@rapport/kernel/record-list'
import { itemsOf } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { RecordBase } from '@rapport/kernel/schema'
import type { Change, Ctx } from '@rapport/kernel/store'
import { enqueued, NOBODY_ID } from '../cases/rules.ts'
import type { Case } from '../cases/schema.ts'
import type { EscalationActions, EscalationRule } from '../escalation-rules/schema.ts'
import { queueType } from '../queues/model.ts'
import { MEMBERS_MAX, type Queue } from '../queues/schema.ts'
import { clockNames } from '../sla-clocks/schema.ts'
import { Tasks } from '../tasks/service.ts'
import { userType } from '../users/model.ts'
import type { User } from '../users/schema.ts'
import type { DueStep } from './rules.ts'

/** What a step comes to: the case as wished, what else is written with it, and what the event tells. */
export interface Outcome {
  wished: Case
  changes: Change[]
  data: {
    ruleId: string
    ruleName: string
    level: number
    cycle: number
    basis: string
    /** When the step fell due. */
    dueAt: string
    /** Of a promise that the step waits for: by when it was, or is, to be kept. */
    promisedBy?: string
    notify: string[]
    publish: string[]
    taskIds: string[]
    /** Actions that had nobody to go to. */
    skipped: string[]
  }
}

/** People around a case who can be reached: who left or was disabled is not among them. */
interface People {
  owner: string | undefined
  managerOfOwner: string | undefined
  queueMembers: string[]
  queues: ReadonlyMap<string, Queue>
  isActive(id: string): boolean
}

/** Works out every action of a step, in order. Reads people, writes nothing. */
export async function planActions(
  ctx: Ctx,
  record: Case,
  rule: EscalationRule,
  { index, at }: DueStep,
  cycle: number,
): Promise<Outcome> {
  const { when, actions } = rule.steps[index] as EscalationRule['steps'][number]
  const level = index + 1
  const people = await peopleOf(ctx, record, actions)
  const data: Outcome['data'] = {
    ruleId: rule.id,
    ruleName: rule.name,
    level,
    cycle,
    basis: when.basis,
    dueAt: at.toISOString(),
    ...promiseOf(record, when.basis),
    notify: [],
    publish: [],
    taskIds: [],
    skipped: [],
  }
  const begun: Case = { ...record, isEscalated: true, escalationLevel: level, escalatedAt: ctx.now.toISOString() }
  const { wished, skipped } = changed(begun, actions, people, ctx.now)
  data.skipped.push(...skipped)
  data.notify.push(...(await addressees(ctx, actions, people, rule.ownerId)))
  if (actions.notify && data.notify.length === 0) data.skipped.push('notify')
  if (actions.publish) data.publish.push(actions.publish)
  const ownerId = actions.createTask && people[actions.createTask.for]
  if (actions.createTask && ownerId === undefined) data.skipped.push('createTask')
  if (!actions.createTask || ownerId === undefined) return { wished, changes: [], data }
  const task = await planTask(ctx, wished, actions.createTask, ownerId)
  data.taskIds.push(task.answer.id)
  return { wished, changes: [task], data }
}

/** The case as the step leaves it. Who it should be given to may be gone: then it stays where it is. */
function changed(record: Case, actions: EscalationActions, people: People, now: Date) {
  const { assign, setPriority, setType, addTag } = actions
  const given = assign && givenTo(record, assign, people, now)
  const wished: Case = {
    ...(given ?? record),
    ...(setPriority === undefined ? {} : { priorityOverride: setPriority }),
    ...(setType === undefined ? {} : { type: setType }),
    ...(addTag === undefined ? {} : { tags: withTag(record.tags, addTag) }),
  }
  return { wished, skipped: assign && !given ? ['assign'] : [] }
}

type Assign = NonNullable<EscalationActions['assign']>

function givenTo(record: Case, { userId, queueId }: Assign, people: People, now: Date): Case | undefined {
  if (queueId !== undefined) {
    const queue = people.queues.get(queueId)
    return queue && enqueued(record, queue, now)
  }
  const ownerId = userId === undefined ? people.managerOfOwner : userId
  return ownerId !== undefined && people.isActive(ownerId) ? { ...record, ownerId } : undefined
}

/** A notice that would reach nobody goes to whoever keeps the rule: late work is never late unheard. */
async function addressees(ctx: Ctx, { notify }: EscalationActions, people: People, keeperId: string) {
  if (!notify) return []
  const found = [...notify.whom.flatMap((one) => people[one] ?? []), ...notify.userIds.filter(people.isActive)]
  if (found.length > 0) return [...new Set(found)]
  const keepers = (await itemsOf(ctx, [keeperId])) as unknown as readonly User[]
  return keepers.filter(isActiveUser).map(({ id }) => id)
}

const isActiveUser = (user: Partial<User> | undefined): boolean =>
  user?.status === 'active' && user.deletedAt === undefined

/** The instant of a promise, for the letter. */
function promiseOf({ sla }: Case, basis: string): { promisedBy?: string } {
  const clock = clockNames.find((name) => name === basis)
  const { breachedAt, dueAt = breachedAt } = (clock && sla?.[clock]) ?? {}
  return dueAt === undefined ? {} : { promisedBy: dueAt }
}

const TAGS_MAX = 20

const withTag = (tags: readonly string[] = [], tag: string): string[] =>
  tags.includes(tag) || tags.length >= TAGS_MAX ? [...tags] : [...tags, tag]

type TaskAction = NonNullable<EscalationActions['createTask']>

function planTask(ctx: Ctx, record: Case, { subject, dueInMinutes, priority }: TaskAction, ownerId: string) {
  const { id: aboutId, accountId, teamId } = record
  const input = {
    subject,
    aboutId,
    ownerId,
    visibility: 'team',
    priority,
    status: 'open',
    dueAt: later(ctx.now, dueInMinutes * MINUTE_MS).toISOString(),
    ...(accountId === undefined ? {} : { accountId }),
    ...(teamId === undefined ? {} : { teamId }),
  }
  const known = [aboutId, ownerId, accountId, teamId].filter((id) => id !== undefined)
  return Tasks.plans.create(ctx, input, { known })
}

/** Of a case that waits for somebody, whoever keeps its queue stands in for an owner and a manager. */
async function peopleOf(ctx: Ctx, record: Case, actions: EscalationActions): Promise<People> {
  const { notify, assign } = actions
  const { ownerId, queueId } = record
  const named = [...(notify?.userIds ?? []), assign?.userId, assign?.queueId, queueId].filter((id) => id !== undefined)
  const first = await itemsOf(ctx, [ownerId, ...named])
  const byId = new Map(first.map((item) => [item.id, item as unknown as Partial<User>]))
  const queues = new Map(first.filter(isQueue).map((item) => [item.id, fromItem(queueType, item)]))
  const queue = queueId === undefined ? undefined : queues.get(queueId)
  const members = notify?.whom.includes('queueMembers') ? await membersOf(ctx, queue) : []
  const standInId = ownerId === NOBODY_ID ? queue?.ownerId : undefined
  const managerId = standInId ?? byId.get(ownerId)?.managerId
  const more = [...members, managerId].filter((id) => id !== undefined).filter((id) => !byId.has(id))
  for (const item of await itemsOf(ctx, more)) byId.set(item.id, item as unknown as Partial<User>)
  const isActive = (id: string): boolean => isActiveUser(byId.get(id))
  const active = (id: string | undefined): string | undefined => (id !== undefined && isActive(id) ? id : undefined)
  return {
    owner: active(standInId ?? ownerId),
    managerOfOwner: active(managerId),
    queueMembers: members.filter(isActive),
    queues,
    isActive,
  }
}

/** Who works on a queue: those it names, or everybody of its team. */
async function membersOf(ctx: Ctx, queue: Queue | undefined): Promise<string[]> {
  if (queue === undefined || queue.memberIds.length > 0 || queue.teamId === undefined) return queue?.memberIds ?? []
  const { data } = await listRecords(ctx, userType, { filter: { memberOf: queue.teamId }, limit: MEMBERS_MAX })
  return data.map(({ id }) => id)
}

const isQueue = ({ id, deletedAt }: RecordBase): boolean => kindOf(id) === 'queue' && deletedAt === undefined
