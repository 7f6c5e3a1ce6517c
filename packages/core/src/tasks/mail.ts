import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { User } from '../users/schema.ts'
import type { Task } from './schema.ts'

export interface Reminder {
  task: Task
  owner: Pick<User, 'name' | 'email'>
  /** Where people reach the CRM, without a trailing slash. */
  url: string
}

/** Reminds the owner. What the task is called stands in the letter, not in its subject: somebody else may have written it. */
export function reminderLetter({ task, owner, url }: Reminder): Letter {
  return plainLetter({
    to: owner.email,
    subject: 'A task of yours is due soon',
    paragraphs: [`Hello ${owner.name},`, `“${task.subject}” is due ${dueText(task)}.`],
    link: `${url}/#/tasks/${task.id}`,
  })
}

function dueText({ dueAt, dueDate, zone = 'UTC' }: Task): string {
  if (dueAt === undefined) return `on ${format({ dateStyle: 'long', timeZone: 'UTC' }, `${dueDate}`)}`
  return `on ${format({ dateStyle: 'long', timeStyle: 'short', timeZone: zone }, dueAt)} (${zone})`
}

const format = (options: Intl.DateTimeFormatOptions, at: string): string =>
  new Intl.DateTimeFormat('en-GB', options).format(new Date(at))
