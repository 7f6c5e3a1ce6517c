import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { User } from '../users/schema.ts'

export interface EscalationNotice {
  case: { id: string; number: string; subject: string }
  receiver: Pick<User, 'name' | 'email' | 'timeZone'>
  basis: string
  /** When the step fell due. */
  dueAt: string
  level: number
  /** Where people reach the CRM, without a trailing slash. */
  url: string
}

/** Says what is late, since when, and what to do. What a customer wrote stands in the letter, not in its subject. */
export function escalationLetter({ case: record, receiver, basis, dueAt, level, url }: EscalationNotice): Letter {
  const { late, todo } = said[basis] ?? usual
  return plainLetter({
    to: receiver.email,
    subject: `Case ${record.number} is late (level ${level})`,
    paragraphs: [
      `Hello ${receiver.name},`,
      `case ${record.number} (“${record.subject}”) has escalated to level ${level}: ${late}, since ${instantIn(receiver.timeZone, dueAt)}.`,
      `What to do: ${todo}.`,
    ],
    link: `${url}/#/cases/${record.id}`,
  })
}

const usual = { late: 'it is not solved', todo: 'see who works on it, and solve it or say when it will be' }

const said: Readonly<Record<string, { late: string; todo: string }>> = {
  created: usual,
  resolution: usual,
  lastModified: { late: 'nobody has worked on it', todo: 'go on with it, or give it to somebody who can' },
  lastCustomerReply: { late: 'the customer waits for an answer', todo: 'answer the customer' },
  firstResponse: { late: 'the customer has got no first answer', todo: 'answer the customer' },
  nextResponse: { late: 'the customer waits for an answer', todo: 'answer the customer' },
}

const instantIn = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at)) +
  ` (${timeZone})`
