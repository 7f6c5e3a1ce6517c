import { DAY_MS } from '@rapport/kernel/clock'
import { onlyVisible, visibleItems } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { dateAt, instantAt } from '@rapport/kernel/wall-time'
import { caseType } from '../cases/model.ts'
import { isSame, type Owed, type OwedWhat, owedModel, owedOf } from '../cases/owed.ts'
import type { Case } from '../cases/schema.ts'
import { taskType } from '../tasks/model.ts'
import type { Task } from '../tasks/schema.ts'
import { Users } from '../users/service.ts'
import { agendaOrder, isLate } from './rules.ts'

export interface AgendaQuery {
  /** Today unless told. */
  date?: string | undefined
  /** The caller's own unless told. */
  zone?: string | undefined
}

export type AgendaEntry = { at: string; isLate: boolean } & (
  | { what: 'task'; task: Task }
  | { what: OwedWhat; case: Case }
)

export interface Agenda {
  date: string
  zone: string
  entries: AgendaEntry[]
  /** There is more than fits one day. */
  isCut: boolean
}

/** Entries of one day, at most. */
export const AGENDA_MAX = 100

/**
 * What a person has to do by the end of a day, what is late included, in the order to do it. One query each of tasks and of what
 * is owed to customers, and one read of the cases: what is due first is found first, so a cut leaves out what comes last.
 */
export async function agendaOf(ctx: Ctx, query: AgendaQuery): Promise<Agenda> {
  const zone = query.zone ?? (await Users.get(ctx, ctx.principal.userId)).timeZone
  const date = query.date ?? dateAt(zone, ctx.now)
  const endOfDay = new Date(instantAt(zone, Date.parse(date) + DAY_MS)).toISOString()
  const [tasks, owed] = await Promise.all([tasksUntil(ctx, endOfDay), owedUntil(ctx, endOfDay)])
  const order = agendaOrder(ctx.now)
  const entries = [...tasks.entries, ...owed.entries].sort((a, b) => order(doableOf(a), doableOf(b)))
  return {
    date,
    zone,
    entries: entries.slice(0, AGENDA_MAX),
    isCut: tasks.more || owed.more || entries.length > AGENDA_MAX,
  }
}

interface Found {
  entries: AgendaEntry[]
  more: boolean
}

/** What a range of instants ends with: '~' sorts behind every id, and what is due as the day ends is of that day. */
const LAST = '~'

async function tasksUntil(ctx: Ctx, end: string): Promise<Found> {
  const range = taskType.model.range(
    'everyone',
    { ownerId: ctx.principal.userId },
    { deadline: '0', id: '' },
    { deadline: end, id: LAST },
    { newestFirst: false, limit: AGENDA_MAX },
  )
  const { items, more } = await ctx.db.table.query(range)
  const tasks = await onlyVisible(
    ctx,
    taskType,
    items.map((item) => fromItem(taskType, item)),
  )
  return { entries: tasks.map((task) => ({ what: 'task', ...timeOf(ctx, task.deadline as string), task })), more }
}

async function owedUntil(ctx: Ctx, end: string): Promise<Found> {
  if (ctx.principal.rights.level('case', 'read') === 'none') return { entries: [], more: false }
  const range = owedModel.range(
    'record',
    { ownerId: ctx.principal.userId },
    { at: '0', caseId: '', what: '' },
    { at: end, caseId: LAST, what: '' },
    { newestFirst: false, limit: AGENDA_MAX },
  )
  const { items, more } = await ctx.db.table.query(range)
  const rows = items.map((item) => owedModel.parse(item))
  if (rows.length === 0) return { entries: [], more }
  const seen = await visibleItems(
    ctx,
    rows.map(({ caseId }) => caseId),
  )
  const cases = new Map([...seen].map(([id, item]) => [id, fromItem(caseType, item)]))
  return { entries: rows.flatMap((row) => owedEntry(ctx, row, cases.get(row.caseId))), more }
}

/** The case is read after the row: it may owe something else by then. */
function owedEntry(ctx: Ctx, row: Owed, record: Case | undefined): AgendaEntry[] {
  const isOwed = record && owedOf(record).some((one) => isSame(one, row))
  return isOwed ? [{ what: row.what, ...timeOf(ctx, row.at), case: record }] : []
}

const timeOf = (ctx: Ctx, at: string) => ({ at, isLate: isLate({ at }, ctx.now) })

function doableOf(entry: AgendaEntry) {
  const { id, priority } = 'task' in entry ? entry.task : entry.case
  return { what: entry.what, at: entry.at, id, priority }
}
