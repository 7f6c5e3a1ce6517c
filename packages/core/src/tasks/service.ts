import { conflict, stale, unprocessable } from '@rapport/kernel/errors'
import { refuseUnknown } from '@rapport/kernel/record-plan'
import { itemsOf, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import { type Body, records, settle } from '@rapport/kernel/records'
import { mergePatch } from '@rapport/kernel/schema'
import { type Change, type Ctx, together, type Write } from '@rapport/kernel/store'
import { accountOf } from '../shared/subject.ts'
import type { User } from '../users/schema.ts'
import { taskType } from './model.ts'
import { isOpen, nextWall, verbOf, wallDue, whenDue } from './rules.ts'
import type { Task } from './schema.ts'
import { planFollowing } from './series.ts'

export const Tasks = records<Task>(taskType, async (ctx, { before, next }) => {
  refuseMoved(before, next)
  refuseContradictions(next)
  await refuseRule(before, next)
  await refuseUnknownLinks(ctx, before, next)
  await refuseCircles(ctx, before, next)
  return {}
})

export const createTask = (ctx: Ctx, input: Body): Promise<Task> => settle(ctx, () => planTask(ctx, input))

/** The zone is the owner's unless told; whatever is due is due on somebody's clocks. */
export async function planTask(ctx: Ctx, input: Body, options: { id?: string } = {}): Promise<Change<Task>> {
  const { aboutId } = input
  const accountId = typeof aboutId === 'string' ? await accountOf(ctx, aboutId) : undefined
  const known = accountId === undefined ? {} : { accountId }
  return Tasks.plans.create(ctx, { ...(await zoned(ctx, input)), ...known }, options)
}

/** A patch that says `done` completes the task, with all that follows. Throws conflict('task.blocked') while others must be over first. */
export const patchTask = (ctx: Ctx, id: string, patch: Body, expected?: number): Promise<Task> =>
  settle(ctx, () => planTaskPatch(ctx, id, patch, { expected }))

/** With `isForced`, also while tasks it waits for are open. */
export const completeTask = (ctx: Ctx, id: string, isForced: boolean, expected?: number): Promise<Task> =>
  settle(ctx, () => planTaskPatch(ctx, id, { status: 'done' }, { expected, isForced }))

/** Whether another one is made follows from the record that is read, so the task that follows is made once. */
export async function planTaskPatch(
  ctx: Ctx,
  id: string,
  patch: Body,
  { expected, isForced = false }: { expected?: number | undefined; isForced?: boolean } = {},
): Promise<Change<Task>> {
  const before = await Tasks.get(ctx, id, 'update')
  if (expected !== undefined && expected !== before.version) throw stale(before.version)
  const merged = mergePatch(before, await zoned(ctx, patch, before))
  const wished = merged.recurrence === before.recurrence ? merged : mergePatch(merged, { seriesStart: null })
  const verb = verbOf(before.status, wished.status)
  if (verb !== 'completed') {
    const open = verb === 'reopened' ? mergePatch(wished, { completedAt: null }) : wished
    return Tasks.plans.next(ctx, before, open, verb === undefined ? {} : { verb })
  }
  const checks = isForced ? [] : await refuseBlocked(ctx, wished)
  const following = await planFollowing(ctx, Tasks.plans, wished)
  const nextId = following?.answer.id
  const done = { ...wished, completedAt: ctx.now.toISOString(), ...(nextId === undefined ? {} : { nextId }) }
  const change = await Tasks.plans.next(ctx, before, done, { verb })
  const checked: Change = { writes: checks, events: [], answer: undefined }
  return together([change, ...(following ? [following] : []), checked], change.answer)
}

/** Does what a task does by itself, if it is due. Each step is a version of its own, so it is taken once. */
export async function takeDueStep(ctx: Ctx, id: string): Promise<void> {
  for (let isDue = true; isDue; ) isDue = await settle<boolean>(ctx, () => planDueStep(ctx, id))
}

async function planDueStep(ctx: Ctx, id: string): Promise<Change<boolean>> {
  const task = await findTask(ctx, id)
  const step = task && whenDue(task, ctx.now)
  if (!task || !step) return { writes: [], events: [], answer: false }
  return { ...(await Tasks.plans.derived(ctx, task, { ...task, ...step.patch }, { verb: step.verb })), answer: true }
}

/** The task as it is now, whoever asks; also from the recycle bin. */
export async function findTask(ctx: Ctx, id: string): Promise<Task | undefined> {
  const [item] = await itemsOf(ctx, [id])
  return item && fromItem(taskType, item)
}

async function zoned(ctx: Ctx, input: Body, before?: Task): Promise<Body> {
  const isDue = typeof input.dueAt === 'string' || typeof input.dueDate === 'string'
  if (!isDue || input.zone !== undefined || before?.zone !== undefined) return input
  const ownerId = String(input.ownerId ?? before?.ownerId ?? ctx.principal.userId)
  const [owner] = await itemsOf(ctx, [ownerId])
  const zone = (owner as Partial<User> | undefined)?.timeZone
  return zone === undefined ? input : { ...input, zone }
}

const TASKS_BEFORE_MAX = 100

/** What must be over first; the answer holds only while that is so. Throws conflict, naming what the caller may see. */
async function refuseBlocked(ctx: Ctx, { blockedBy = [] }: Task): Promise<Write[]> {
  if (blockedBy.length === 0) return []
  const blockers = (await itemsOf(ctx, blockedBy)).map((item) => fromItem(taskType, item))
  const open = blockers.filter(isOpen).map(({ id }) => id)
  if (open.length > 0) {
    const visible = await visibleItems(ctx, open)
    throw conflict('task.blocked', 'Other tasks must be over before this one. Complete it by force, or those first.', {
      blockedBy: open.filter((id) => visible.has(id)),
    })
  }
  return blockers.map(({ id, version }) => ({ check: { pk: id, sk: 'task' }, condition: { equals: { version } } }))
}

function refuseMoved(before: Task | undefined, next: Task): void {
  if (before && before.aboutId !== next.aboutId)
    throw refusal('aboutId', 'task.moved', 'A task stays with what it is about. Make a new one, or add a link.')
}

function refuseContradictions(task: Task): void {
  const { dueAt, dueDate, reminders = [], recurrence } = task
  if (dueAt !== undefined && dueDate !== undefined)
    throw refusal('dueDate', 'task.due_twice', 'A task is due on a day or at an instant, not both.')
  if (reminders.length > 0 && dueAt === undefined && dueDate === undefined)
    throw refusal('reminders', 'task.not_due', 'Only a task that is due can remind of that.')
  if (recurrence !== undefined && dueAt === undefined && dueDate === undefined)
    throw refusal('recurrence', 'task.not_due', 'Only a task that is due can recur.')
}

/** A rule that never comes to anything, or that contradicts itself, is refused when it is set. */
async function refuseRule(before: Task | undefined, next: Task): Promise<void> {
  const { recurrence } = next
  const start = wallDue(next)
  if (recurrence === undefined || start === undefined || recurrence === before?.recurrence) return
  const first = await nextWall(recurrence, start, start - 1).catch(() => undefined)
  if (first === undefined)
    throw refusal('recurrence', 'task.never_recurs', 'This rule has no occurrence from the due day on.')
}

async function refuseUnknownLinks(ctx: Ctx, before: Task | undefined, next: Task): Promise<void> {
  const had = new Set([...(before?.links ?? []), ...(before?.blockedBy ?? [])])
  const added = (field: 'links' | 'blockedBy') =>
    (next[field] ?? []).map((id, index) => ({ pointer: `/${field}/${index}`, id })).filter(({ id }) => !had.has(id))
  await refuseUnknown(ctx, [...added('links'), ...added('blockedBy')])
}

/** Tasks that wait for each other would never be done. Looks at TASKS_BEFORE_MAX of them at most. */
async function refuseCircles(ctx: Ctx, before: Task | undefined, next: Task): Promise<void> {
  const had = new Set(before?.blockedBy)
  let level = (next.blockedBy ?? []).filter((id) => !had.has(id))
  const seen = new Set<string>()
  while (level.length > 0 && seen.size < TASKS_BEFORE_MAX) {
    if (level.includes(next.id)) throw refusal('blockedBy', 'task.circular', 'These tasks would wait for each other.')
    for (const id of level) seen.add(id)
    const items = await itemsOf(ctx, level)
    const further = items.flatMap((item) => fromItem(taskType, item).blockedBy ?? [])
    level = [...new Set(further)].filter((id) => !seen.has(id))
  }
}

const refusal = (field: string, code: string, message: string) =>
  unprocessable(code, message, [{ pointer: `/${field}`, code, message }])
