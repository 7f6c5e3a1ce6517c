import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { User } from '../users/schema.ts'

export interface LateLead {
  lead: { id: string; name: string; firstResponseDueAt: string }
  owner: Pick<User, 'name'>
  receiver: Pick<User, 'name' | 'email' | 'timeZone'>
  isOwner: boolean
  /** Where people reach the CRM, without a trailing slash. */
  url: string
}

/** Says which lead waits for whom. Its name stands in the letter, not in the subject: a stranger may have written it. */
export function lateLeadLetter({ lead, owner, receiver, isOwner, url }: LateLead): Letter {
  const whose = isOwner ? 'A lead of yours' : `A lead of ${owner.name}`
  const due = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: receiver.timeZone,
  }).format(new Date(lead.firstResponseDueAt))
  return plainLetter({
    to: receiver.email,
    subject: isOwner ? 'A lead of yours waits for an answer' : 'A lead waits for an answer',
    paragraphs: [
      `Hello ${receiver.name},`,
      `${whose}, “${lead.name}”, was to be answered by ${due} (${receiver.timeZone}), and nobody has.`,
      isOwner
        ? 'What to do: call or write, and log it.'
        : 'What to do: see that somebody answers, or give it to somebody who can.',
    ],
    link: `${url}/#/leads/${lead.id}`,
  })
}
