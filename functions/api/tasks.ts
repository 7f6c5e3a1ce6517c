import { AGENDA_MAX, agendaOf } from '@rapport/core/agenda/service'
import { taskType } from '@rapport/core/tasks/model'
import { Task } from '@rapport/core/tasks/schema'
import { completeTask, createTask, patchTask, Tasks } from '@rapport/core/tasks/service'
import { present } from '@rapport/kernel/record-type'
import { date, ref, timeZone } from '@rapport/kernel/schema'
import { route } from '@rapport/lambda/route'
import * as z from 'zod'
import { recordRoutes } from './record-routes.ts'

const Agenda = z
  .strictObject({
    date,
    zone: timeZone,
    tasks: z.array(Task).max(AGENDA_MAX),
    isCut: z.boolean().meta({ description: 'There is more than this; what was due first is here.' }),
  })
  .meta({ id: 'Agenda' })

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
      'What is late comes first, then by priority and by when it is due. Today, in your own time zone, unless told.',
    access: { action: 'read', kind: 'task' },
    query: z.strictObject({
      date: date.refine((day) => day >= '2001-01-01' && day < '2099-01-01').optional(),
      zone: timeZone.optional(),
    }),
    success: { status: 200, schema: Agenda, description: 'The day.' },
    handle: (ctx, { query }) => agendaOf(ctx, query),
    reply: (ctx, agenda) => ({
      body: { ...agenda, tasks: agenda.tasks.map((task) => present(taskType, ctx.principal, task)) },
    }),
  }),
]
