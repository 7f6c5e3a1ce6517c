import { recordType } from '@rapport/kernel/record-type'
import { externalIdGuards } from '../shared/rules.ts'
import { completed, isOpen } from './rules.ts'
import { Task, taskFields } from './schema.ts'

export const taskType = recordType<Task>({
  kind: 'task',
  plural: 'tasks',
  name: 'Task',
  schema: Task,
  fields: taskFields,
  lists: ['owner', 'team', 'all'],
  parent: 'aboutId',
  unique: (task) => externalIdGuards('task', task.externalIds),
  places: {
    // A person's open tasks by deadline. Tasks stand in no list of what everyone sees, so that index is free for it.
    everyone: {
      partition: 'task#agenda#${ownerId}',
      sort: '${deadline}#${id}',
      when: (item) => item.state === 'live' && isOpen(item as unknown as Task),
    },
  },
  timelineOf: (task) => task.aboutId,
  above: (task) => task.accountId,
  due: (task) => task.nextAt,
  derive: completed,
})
