import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { User } from '../users/schema.ts'

export interface EscalationNotice {
  case: { id: string; number: string; subject: string }
  receiver: Pick<User, 'name' | 'email' | 'timeZone'>
  basis: string
  /** When the step fell due. */
  dueAt: string
  /** By when the promise that the step waits for was, or is, to be kept. */
  promisedBy?: string | undefined
  now: Date
  level: number
  /** Where people reach the CRM, without a trailing slash. */
  url: string
}

/**
 * Says what is late, since when, and what to do; of a promise that can still be kept, until when. What a customer wrote stands in the
 * letter, not in its subject.
 */
export function escalationLetter(notice: EscalationNotice): Letter {
  const { case: record, receiver, basis, dueAt, promisedBy, now, level, url } = notice
  const { late, todo } = said[basis] ?? usual
  const isLate = promisedBy === undefined || promisedBy <= now.toISOString()
  const when = instantIn(receiver.timeZone, promisedBy ?? dueAt)
  return plainLetter({
    to: receiver.email,
    subject: `Case ${record.number} is ${isLate ? '' : 'about to be '}late (level ${level})`,
    paragraphs: [
      `Hello ${receiver.name},`,
      `case ${record.number} (“${record.subject}”) has escalated to level ${level}: ${late}, ${isLate ? `since ${when}` : `and that is promised by ${when}`}.`,
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
