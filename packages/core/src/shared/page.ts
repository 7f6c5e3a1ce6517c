import { escapeHtml } from '../mail/rules.ts'

/** One sheet for all pages. The policy that is sent with a page allows the sheet in its head, and no other. */
const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf7, #16181d); --card: light-dark(#fff, #1f2229); --ink: light-dark(#1d2129, #e9e7e2); --line: light-dark(#dedbd3, #343842); --accent: light-dark(#0b5d51, #6fd3c1) }
* { box-sizing: border-box }
body { margin: 0; padding: 2rem 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem 2rem 2rem; background: var(--card); border: 1px solid var(--line); border-radius: .75rem }
h1 { margin: 0 0 1rem; font-size: 1.75rem; letter-spacing: -.01em }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums }
th, td { padding: .4rem .5rem; border-bottom: 1px solid var(--line); text-align: left; overflow-wrap: anywhere }
th + th, td + td { text-align: right; white-space: nowrap }
tr:last-child td { font-weight: 600 }
input:not([type=radio]), textarea { width: 100%; padding: .5rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--paper); color: inherit; font: inherit }
button { padding: .55rem 1.2rem; border: 1px solid var(--accent); border-radius: .4rem; background: none; color: var(--accent); font: inherit; cursor: pointer }
button:first-of-type { background: var(--accent); color: var(--card) }
@media (max-width: 32rem) { main { padding: 1rem } th, td { padding: .3rem .25rem } }
`

/** A page for people who follow a link. It loads nothing and runs nothing. `body` is HTML, the title is text. */
export const page = (title: string, body: string): string =>
  [
    '<!doctype html>',
    `<html lang="en"><head><meta charset="utf-8"><style>${STYLE}</style>`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title></head><body><main><h1>${escapeHtml(title)}</h1>`,
    `${body}</main></body></html>`,
  ].join('\n')
