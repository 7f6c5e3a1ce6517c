import { escapeHtml } from '../mail/rules.ts'
import { page } from '../shared/page.ts'

/** Leads from a letter to a file. A link of its own is signed when the page is asked for, because such links live for minutes only. */
export const filePage = (name: string, url: string): string =>
  page(name, `<p><a href="${escapeHtml(url)}" rel="noreferrer">Download</a></p>`)
