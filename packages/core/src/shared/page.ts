import { escapeHtml } from '../mail/rules.ts'

/** A page for people who follow a link. It loads nothing and runs nothing. `body` is HTML, the title is text. */
export const page = (title: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; form-action 'self'">`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `${body}</main></body></html>`,
  ].join('\n')
