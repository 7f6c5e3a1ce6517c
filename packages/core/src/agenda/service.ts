import { DAY_MS } from '@rapport/kernel/clock'
import { onlyVisible } from '@rapport/kernel/record-read'
import { fromItem } from '@rapport/kernel/record-type'
import type { Ctx } from '@rapport/kernel/store'
import { dateAt, instantAt } from '@rapport/kernel/wall-time'
import { taskType } from '../tasks/model.ts'
import { agendaOrder } from '../tasks/rules.ts'
import type { Task } from '../tasks/schema.ts'
import { Users } from '../users/service.ts'

export interface AgendaQuery {
  /** Today unless told. */
  date?: string | undefined
  /** The caller's own unless told. */
  zone?: string | undefined
}

export interface Agenda {
  date: string
  zone: string
  tasks: Task[]
  /** There is more than fits one day. */
  isCut: boolean
}

/** Tasks of one day, at most. */
export const AGENDA_MAX = 100

/** What a person has to do by the end of a day, what is late included, in the order to do it. One query. */
export async function agendaOf(ctx: Ctx, query: AgendaQuery): Promise<Agenda> {
  const { userId } = ctx.principal
  const zone = query.zone ?? (await Users.get(ctx, userId)).timeZone
  const date = query.date ?? dateAt(zone, ctx.now)
  const endOfDay = new Date(instantAt(zone, Date.parse(date) + DAY_MS)).toISOString()
  // A deadline at the end of the day is still of that day. '~' sorts behind every id.
  const range = taskType.model.range(
    'everyone',
    { ownerId: userId },
    { deadline: '0', id: '' },
    { deadline: endOfDay, id: '~' },
    { newestFirst: false, limit: AGENDA_MAX },
  )
  const { items, more } = await ctx.db.table.query(range)
  const tasks = await onlyVisible(
    ctx,
    taskType,
    items.map((item) => fromItem(taskType, item)),
  )
  return { date, zone, tasks: tasks.sort(agendaOrder(ctx.now)), isCut: more }
}
