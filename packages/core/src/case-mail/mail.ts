import type { CaseComment } from '../case-comments/schema.ts'
import type { Case } from '../cases/schema.ts'
import { escapeHtml } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'
import { replyAddress } from './rules.ts'

export interface Answer {
  record: Pick<Case, 'number' | 'subject'>
  comment: Pick<CaseComment, 'body' | 'files'>
  to: string
  token: string
  /** Where the customer sees all of it. */
  link: string
  /** Where the customer gets a file. */
  fileLink(fileId: string): string
  /** Where answers are received; empty when the deployment receives none. */
  inbound: string
  /** The sender's own domain, for ids in References. */
  domain: string
}

const FOOTER = 'Your cases'

/**
 * What a customer is answered: the words themselves, and nothing of what colleagues said.
 * Files go as links, not as attachments: who follows one is checked then, the files of a deleted case are out of reach at once, SES
 * is paid by the byte, and no filter on the way takes a file out.
 */
export function answerLetter({ record, comment, to, token, link, fileLink, inbound, domain }: Answer): Letter {
  const files = (comment.files ?? []).map(({ id, name }) => ({ name, url: fileLink(id) }))
  const paragraphs = comment.body.split(/\n{2,}/)
  return {
    to,
    subject: `[${record.number}] ${record.subject}`,
    text: [comment.body, ...files.map(({ name, url }) => `${name}:\n${url}`), `${FOOTER}:\n${link}\n`].join('\n\n'),
    html: [
      ...paragraphs.map((text) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`),
      ...files.map(({ name, url }) => `<p><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></p>`),
      `<p><a href="${escapeHtml(link)}">${FOOTER}</a></p>`,
    ].join('\n'),
    headers: {
      References: `<${token}@${domain}>`,
      ...(inbound ? { 'Reply-To': replyAddress(inbound, token) } : {}),
    },
  }
}
