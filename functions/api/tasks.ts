import { AGENDA_MAX, agendaOf, type AgendaEntry as Entry } from '@rapport/core/agenda/service'
import { caseType } from '@rapport/core/cases/model'
import { Case } from '@rapport/core/cases/schema'
import { taskType } from '@rapport/core/tasks/model'
import { Task } from '@rapport/core/tasks/schema'
import { completeTask, createTask, patchTask, Tasks } from '@rapport/core/tasks/service'
import { present } from '@rapport/kernel/record-type'
import { date, instant, ref, timeZone } from '@rapport/kernel/schema'
import type { Ctx } from '@rapport/kernel/store'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const AgendaEntry = z
  .strictObject({
    what: z.enum(['task', 'promise', 'callback']).meta({
      description: 'A task of yours; what was promised to the customer of a case of yours; a callback that you owe.',
    }),
    at: instant.meta({ description: 'By when. A promise or callback that is late is late since then.' }),
    isLate: z.boolean(),
    task: Task.optional().meta({ description: 'What is to be done, for a task.' }),
    case: Case.optional().meta({ description: 'What it is about, for a promise or a callback.' }),
  })
  .meta({ id: 'AgendaEntry' })

const Agenda = z
  .strictObject({
    date,
    zone: timeZone,
    entries: z.array(AgendaEntry).max(AGENDA_MAX),
    isCut: z.boolean().meta({ description: 'There is more than this; what is due first is here.' }),
  })
  .meta({ id: 'Agenda' })

/** The entry as the caller may see it. */
const presented = ({ principal }: Ctx, entry: Entry) =>
  'task' in entry
    ? { ...entry, task: present(taskType, principal, entry.task) }
    : { ...entry, case: present(caseType, principal, entry.case) }

export const tasks = [
  ...recordRoutes(Tasks, { without: ['batch', 'timeline', 'revert'], create: createTask, patch: patchTask }),
  route({
    tag: 'tasks',
    kind: 'task',
    method: 'POST',
    path: '/v1/tasks/{id}/complete',
    id: 'completeTask',
    summary: 'Complete a task; one that recurs is followed by the next',
    description:
      'Answers 409 while tasks it waits for are open, unless it is forced. The next task of a series is made in the same transaction, due at the same local time.',
    access: { action: 'update', kind: 'task' },
    params: z.strictObject({ id: ref('task') }),
    body: z
      .strictObject({ force: z.boolean().default(false).meta({ description: 'Also while others are open.' }) })
      .meta({ id: 'TaskCompletion' }),
    hasEtag: true,
    takesIfMatch: true,
    fails: [409],
    success: { status: 200, schema: Task, description: 'The task, and `nextId` when another one follows.' },
    handle: (ctx, { params, body, ifMatch }) => completeTask(ctx, params.id, body.force, ifMatch),
    reply: (ctx, task) => ({ body: present(taskType, ctx.principal, task), version: task.version }),
  }),
  route({
    tag: 'me',
    method: 'GET',
    path: '/v1/me/agenda',
    id: 'getAgenda',
    summary: 'What you have to do by the end of a day, in the order to do it',
    description:
      'Open tasks, promises to the customers of your open cases, and callbacks, of one day or late. What was promised to a customer and is late comes first, then what is due soonest. Today, in your own time zone, unless told.',
    access: { action: 'read', kind: 'task' },
    query: z.strictObject({
      date: date.refine((day) => day >= '2001-01-01' && day < '2099-01-01').optional(),
      zone: timeZone.optional(),
    }),
    success: { status: 200, schema: Agenda, description: 'The day.' },
    handle: (ctx, { query }) => agendaOf(ctx, query),
    reply: (ctx, agenda) => ({
      body: { ...agenda, entries: agenda.entries.map((entry) => presented(ctx, entry)) },
    }),
  }),
]
