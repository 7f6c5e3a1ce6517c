/** CSV as RFC 4180 writes it, safe to open in a spreadsheet. Pure. */

/**
 * A cell that begins so is a formula to a spreadsheet, which may send what stands beside it to anybody. Full-width signs count: some
 * programs fold them first. https://owasp.org/www-community/attacks/CSV_Injection
 */
const DANGEROUS = String.raw`=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20`
const FORMULA = new RegExp(`^'*[${DANGEROUS}]`)
const MARKED = new RegExp(`^'+[${DANGEROUS}]`)

/** The cell as plain text: an apostrophe in front tells a spreadsheet that no formula follows. */
export const safeCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** What `safeCell` was given: takes one apostrophe away where it put one, so that what leaves can come back. */
export const plainCell = (text: string): string => (MARKED.test(text) ? text.slice(1) : text)

/** One row with its end. Every cell is quoted, so that no content decides where it ends. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => `"${safeCell(cell).replaceAll('"', '""')}"`).join(',')}\r\n`

/** Tells programs that take UTF-8 for something else without it. */
export const BYTE_ORDER_MARK = '\ufeff'
