import type { CaseComment } from '../case-comments/schema.ts'
import type { Case } from '../cases/schema.ts'
import { escapeHtml } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import { replyAddress } from './rules.ts'

export interface Answer {
  record: Pick<Case, 'number' | 'subject'>
  comment: Pick<CaseComment, 'body'>
  to: string
  token: string
  /** Where the customer sees all of it. */
  link: string
  /** Where answers are received; empty when the deployment receives none. */
  inbound: string
  /** The sender's own domain, for ids in References. */
  domain: string
}

const FOOTER = 'Your cases'

/** What a customer is answered: the words themselves, and nothing of what colleagues said. */
export function answerLetter({ record, comment, to, token, link, inbound, domain }: Answer): Letter {
  const paragraphs = comment.body.split(/\n{2,}/)
  return {
    to,
    subject: `[${record.number}] ${record.subject}`,
    text: `${comment.body}\n\n${FOOTER}:\n${link}\n`,
    html: [
      ...paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`),
      `<p><a href="${escapeHtml(link)}">${FOOTER}</a></p>`,
    ].join('\n'),
    headers: {
      References: `<${token}@${domain}>`,
      ...(inbound ? { 'Reply-To': replyAddress(inbound, token) } : {}),
    },
  }
}
