import { escapeHtml } from '../mail/rules.ts'

/** Pages for people who follow a link. They load nothing and run nothing. */
const page = (title: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'self'">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `${body}</main></body></html>`,
  ].join('\n')

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
