import { createReadStream } from 'node:fs'
import { CasePriority } from '@rapport/core/case-terms/schema'
import { instant } from '@rapport/kernel/schema'
import { parse } from 'csv-parse'
import * as z from 'zod'

/** What a log of tickets may tell. `priority` alone says that nothing else happened. */
export const ticketEvents = [
  'opened',
  'replied',
  'customer_replied',
  'in_progress',
  'waiting_on_customer',
  'waiting_on_third_party',
  'priority',
  'resolved',
  'reopened',
  'closed',
] as const

/** A priority on any row is the one from then on. */
const Row = z.strictObject({
  ticket: z.string().min(1).max(100),
  at: z.preprocess((text) => toInstant(text), instant),
  event: z.enum(ticketEvents),
  priority: z.preprocess((text) => (text === '' ? undefined : text), CasePriority.optional()),
})
export type TicketRow = z.infer<typeof Row> & { line: number }

/** Any form of an instant that says its zone: logs of other systems leave out the milliseconds or write an offset. */
function toInstant(text: unknown): unknown {
  const isZoned = typeof text === 'string' && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/.test(text)
  const at = isZoned ? new Date(text) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : text
}

/**
 * The rows of a log, one after the other: a file of any length takes the memory of a row. Throws at the first row that is not
 * understood, or that is earlier than the one before it, and says which.
 */
export async function* readLog(file: string): AsyncGenerator<TicketRow> {
  const rows = createReadStream(file).pipe(
    parse({ columns: true, bom: true, trim: true, skip_empty_lines: true, info: true }),
  )
  let last = ''
  for await (const { record, info } of rows as AsyncIterable<{ record: unknown; info: { lines: number } }>) {
    const parsed = Row.safeParse(record)
    if (!parsed.success) throw new Error(`Line ${info.lines}: ${wordsOf(parsed.error)}`)
    if (parsed.data.at < last)
      throw new Error(`Line ${info.lines}: ${parsed.data.at} is earlier than the line before. Sort by "at".`)
    last = parsed.data.at
    yield { ...parsed.data, line: info.lines }
  }
}

const wordsOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `${path.join('.') || 'the row'}: ${message}`).join('; ')
