import { escapeHtml } from '../mail/rules.ts'
import { page } from '../shared/page.ts'

/** Asks before anything changes: programs that look at mail follow links too. */
export const confirmPage = (): string =>
  page(
    'Confirm your address',
    '<p>Press the button to confirm that this address is yours.</p><form method="post"><button>Confirm</button></form>',
  )

export function thanksPage(thanks: string | undefined, redirectUrl: string | undefined): string {
  const link = redirectUrl ? `<p><a href="${escapeHtml(redirectUrl)}" rel="noreferrer">Go on</a></p>` : ''
  return page('Your address is confirmed', `<p>${escapeHtml(thanks ?? 'Thank you.')}</p>${link}`)
}
