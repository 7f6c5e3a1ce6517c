import type { Case } from '../cases/schema.ts'
import { escapeHtml } from '../mail/rules.ts'
import type { Letter } from '../mail/schema.ts'

export interface RatingRequest {
  to: string
  number: Case['number']
  /** One per score, worst first. */
  links: readonly string[]
}

/** What each score means, worst first. */
export const scoreNames = ['Very unhappy', 'Unhappy', 'Neither', 'Happy', 'Very happy']

/** Asks one question. Holds nothing that somebody typed: whoever wrote to us may have used the address of somebody else. */
export function ratingLetter({ to, number, links }: RatingRequest): Letter {
  const question = `Your case ${number} is solved. How happy are you with how we did?`
  const end = 'The link leads to a page where you can say why. It is good for 30 days.'
  const choices = links.map((link, index) => ({ link, name: `${index + 1} – ${scoreNames[index]}` })).reverse()
  const items = choices.map(({ link, name }) => `<li><a href="${escapeHtml(link)}">${escapeHtml(name)}</a></li>`)
  return {
    to,
    subject: `How did we do? (${number})`,
    text: [question, ...choices.map(({ link, name }) => `${name}:\n${link}`), end, ''].join('\n\n'),
    html: [`<p>${escapeHtml(question)}</p>`, `<ul>${items.join('\n')}</ul>`, `<p>${escapeHtml(end)}</p>`].join('\n'),
  }
}
