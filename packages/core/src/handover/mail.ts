import { plainLetter } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import type { User } from '../users/schema.ts'
import { movedIn } from './rules.ts'
import { type Handover, type HandoverKind, handoverKinds } from './schema.ts'

export interface HandoverNotice {
  handover: Handover
  owner: Pick<User, 'name'>
  receiver: Pick<User, 'name' | 'email' | 'timeZone'>
  /** Where people reach the CRM, without a trailing slash. */
  url: string
}

/** Tells the receiver what has come. No name stands in the subject: it is text that somebody else wrote. */
export function handoverLetter({ handover, owner, receiver, url }: HandoverNotice): Letter {
  const { until, counts } = handover
  return plainLetter({
    to: receiver.email,
    subject: until ? 'You look after work of a colleague' : 'Work of a colleague was handed over to you',
    paragraphs: [
      `Hello ${receiver.name},`,
      until
        ? `until ${instantIn(receiver.timeZone, until)} you look after the work of ${owner.name}: ${amounts(counts)}.`
        : `the work of ${owner.name} is now yours: ${amounts(counts)}.`,
      until ? `What you still own then goes back to ${owner.name}.` : '',
      'What it is, with the last interactions of each record:',
    ],
    link: `${url}/#/handovers/${handover.id}`,
  })
}

function amounts(counts: Handover['counts']): string {
  if (movedIn(counts) === 0) return 'nothing that is open'
  const parts = handoverKinds.flatMap((kind) => {
    const moved = counts[kind]?.moved ?? 0
    return moved > 0 ? [`${moved} ${nouns[kind][moved === 1 ? 0 : 1]}`] : []
  })
  return new Intl.ListFormat('en').format(parts)
}

const nouns: Record<HandoverKind, [one: string, many: string]> = {
  account: ['account', 'accounts'],
  contact: ['contact', 'contacts'],
  lead: ['lead', 'leads'],
  task: ['task', 'tasks'],
  opportunity: ['deal', 'deals'],
  case: ['case', 'cases'],
  quote: ['quote', 'quotes'],
  order: ['order', 'orders'],
}

const instantIn = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(new Date(at)) +
  ` (${timeZone})`
